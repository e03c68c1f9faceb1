/** Patterns read as steps, and the small unevenness of hands. */
import type { Random } from '../../random.ts';
import { BEATS_PER_BAR } from './form.ts';

export interface Onset {
  readonly step: number;
  /** How long it is held. */
  readonly steps: number;
  readonly sign: string;
}

export function onsetsOf(pattern: string): Onset[] {
  return [...pattern].flatMap((sign, step) => {
    if (sign === '.' || sign === '-') return [];
    const held = /^-*/.exec(pattern.slice(step + 1))?.[0].length ?? 0;
    return [{ step, steps: held + 1, sign }];
  });
}

/** The bar of a pattern that may be several bars long; a held sign at its start is struck again. */
export function barOf(pattern: string, bar: number, steps: number): string {
  const bars = Math.max(1, Math.floor(pattern.length / steps));
  return pattern.slice((bar % bars) * steps, (bar % bars) * steps + steps);
}

export interface Feel {
  readonly steps: number;
  readonly swing: number;
  readonly stray: number;
}

/** Beats from the start of the bar: every second step late by the swing. */
export function beatOf(step: number, { steps, swing }: Pick<Feel, 'steps' | 'swing'>): number {
  const beats = BEATS_PER_BAR / steps;
  return (step + (step % 2 === 1 ? swing : 0)) * beats;
}

/** Never before the music begins. */
export const strayed = (at: number, { stray }: Feel, random: Random): number => Math.max(0, at + (random() + random() - 1) * stray);

const STRENGTH: Readonly<Record<string, number>> = { X: 1.12, x: 0.92, o: 0.62 };
export const strengthOf = (sign: string): number =>
  STRENGTH[sign] ?? (sign === sign.toLowerCase() && sign !== sign.toUpperCase() ? 0.8 : 1);

/** The first beat a little stronger, the off-beats a little lighter. */
export const accentOf = (step: number, steps: number): number =>
  step === 0 ? 1.06 : (step * 2) % steps === 0 ? 1.02 : (step * 4) % steps === 0 ? 0.98 : 0.92;

export const velocityOf = (wanted: number): number => Math.max(1, Math.min(127, Math.round(wanted)));
