/** Noise of the painter: from the same repeatable chance as everything else. */
import { createNoise2D } from 'simplex-noise';
import { randomOf } from '../../random.ts';

/** −1 to 1. */
export type Noise = (x: number, y: number) => number;

export const noiseOf = (seed: number, name: string): Noise => createNoise2D(randomOf(seed, name));

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
