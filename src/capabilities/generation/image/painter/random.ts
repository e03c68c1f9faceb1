/** Chance that can be repeated: every layer draws from a stream of its own, named, so that one layer never disturbs another. */
import { createNoise2D } from 'simplex-noise';

/** 0 ≤ n < 1. */
export type Random = () => number;
/** −1 to 1. */
export type Noise = (x: number, y: number) => number;

/** FNV-1a with a last stirring. */
export function hashOf(text: string, start = 0x811c9dc5): number {
  let hash = start >>> 0;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** mulberry32 */
export function randomOf(seed: number, name: string): Random {
  let state = hashOf(name, seed ^ 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const noiseOf = (seed: number, name: string): Noise => createNoise2D(randomOf(seed, name));

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

/** Noise over noise, each twice as fine and half as strong; −1 to 1. */
export function layered(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 1;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += strength * noise(x * scale + octave * 17.3, y * scale - octave * 9.1);
    total += strength;
    strength *= 0.5;
    scale *= 2.03;
  }
  return sum / total;
}

/** Sharp crests, soft valleys; 0 to 1. */
export function crested(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 1;
  let total = 0;
  let scale = 1;
  let above = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    const crest = 1 - Math.abs(noise(x * scale + octave * 31.7, y * scale + octave * 11.9));
    sum += strength * crest * crest * above;
    total += strength;
    above = crest;
    strength *= 0.44;
    scale *= 2.07;
  }
  return sum / total;
}

/** 0 below `from`, 1 above `to`, soft between. */
export function smooth(from: number, to: number, value: number): number {
  const share = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

export const clamp = (value: number, low = 0, high = 1): number => Math.max(low, Math.min(high, value));
