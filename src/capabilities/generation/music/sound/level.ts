/**
 * How loud it is and how loud it may be: integrated loudness (ITU-R BS.1770, EBU R 128), true peaks (four times oversampled), and
 * the gain that brings both where they should be. Kept per little slice of 64 frames, so that a long piece costs no memory.
 */
import { SAMPLE_RATE } from './rate.ts';

export const SLICE_FRAMES = 64;
const TARGET_LUFS = -16;
/** dBTP; a little under what is promised, for the rounding to 16 bits. */
const CEILING = 10 ** (-1.7 / 20);

interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}
/** At 48 kHz, as the recommendation prints them. */
const SHELF: Biquad = { b: [1.53512485958697, -2.69169618940638, 1.19839281085285], a: [-1.69065929318241, 0.73248077421585] };
const HIGH_PASS: Biquad = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

function filterOf({ b, a }: Biquad): (input: number) => number {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (input) => {
    const output = b[0] * input + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    x2 = x1;
    x1 = input;
    y2 = y1;
    y1 = output;
    return output;
  };
}

const TAPS = 12;
/** A windowed sinc for each of the three moments between two samples. */
const BETWEEN: readonly Float64Array[] = [0.25, 0.5, 0.75].map((moment) => {
  const taps = Float64Array.from({ length: TAPS }, (_, index) => {
    const x = index - TAPS / 2 + 1 - moment;
    const window = Math.cos((Math.PI * x) / (TAPS + 1)) ** 2;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
  const sum = taps.reduce((all, tap) => all + tap, 0);
  return taps.map((tap) => tap / sum);
});

/** The highest that the wave reaches between the last samples, of which `past` holds `TAPS`. */
function peakIn(past: Float64Array): number {
  let peak = Math.abs(past[TAPS / 2] ?? 0);
  for (const taps of BETWEEN) {
    let value = 0;
    for (let index = 0; index < TAPS; index += 1) value += (past[index] ?? 0) * (taps[index] ?? 0);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
}

export interface Meter {
  /** Interleaved frames of two channels. */
  add(piece: Float32Array): void;
  readonly slices: () => Slices;
}
/** Of each slice: what it adds to the loudness (mean square of both channels), and its true peak. */
export interface Slices {
  readonly energies: readonly number[];
  readonly peaks: readonly number[];
}

export function createMeter(): Meter {
  const energies: number[] = [];
  const peaks: number[] = [];
  const channels = [0, 1].map(() => ({ shelf: filterOf(SHELF), high: filterOf(HIGH_PASS), past: new Float64Array(TAPS) }));
  let [energy, peak, frames] = [0, 0, 0];
  const close = (): void => {
    energies.push(energy / SLICE_FRAMES);
    peaks.push(peak);
    [energy, peak, frames] = [0, 0, 0];
  };
  return {
    add(piece) {
      for (let index = 0; index < piece.length; index += 2) {
        for (const [at, { shelf, high, past }] of channels.entries()) {
          const sample = piece[index + at] ?? 0;
          energy += high(shelf(sample)) ** 2;
          past.copyWithin(0, 1);
          past[TAPS - 1] = sample;
          peak = Math.max(peak, peakIn(past));
        }
        frames += 1;
        if (frames === SLICE_FRAMES) close();
      }
    },
    slices: () => ({
      energies: frames > 0 ? [...energies, energy / SLICE_FRAMES] : energies,
      peaks: frames > 0 ? [...peaks, peak] : peaks,
    }),
  };
}

const WINDOW = Math.round((0.4 * SAMPLE_RATE) / SLICE_FRAMES);
const HOP = Math.round((0.1 * SAMPLE_RATE) / SLICE_FRAMES);
const lufsOf = (energy: number): number => -0.691 + 10 * Math.log10(Math.max(energy, 1e-12));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Gated as the recommendation says; less than 0.4 s is one window. */
export function loudnessOf(energies: readonly number[]): number {
  const windows: number[] = [];
  for (let from = 0; from === 0 || from + WINDOW <= energies.length; from += HOP) windows.push(mean(energies.slice(from, from + WINDOW)));
  const heard = windows.filter((energy) => lufsOf(energy) > -70);
  if (heard.length === 0) return Number.NEGATIVE_INFINITY;
  const gate = lufsOf(mean(heard)) - 10;
  return lufsOf(mean(heard.filter((energy) => lufsOf(energy) > gate)));
}

const LOOK_SLICES = 4;
const ROUNDS = 5;

/** The gain of every slice: one for all, less where a peak would be too high, never a sudden step. */
export function gainsFor({ energies, peaks }: Slices): readonly number[] {
  const loudness = loudnessOf(energies);
  if (loudness === Number.NEGATIVE_INFINITY) return peaks.map(() => 1);
  let gain = 10 ** ((TARGET_LUFS - loudness) / 20);
  let gains: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    gains = limited(peaks, gain);
    const reached = loudnessOf(energies.map((energy, at) => energy * (gains[at] ?? 0) ** 2));
    if (round < ROUNDS - 1) gain *= 10 ** ((TARGET_LUFS - reached) / 20);
  }
  return gains;
}

/** The least of the neighbours, then their mean: under every peak in time. */
function limited(peaks: readonly number[], gain: number): number[] {
  const needed = peaks.map((peak) => Math.min(gain, CEILING / Math.max(peak, 1e-9)));
  const lowest = needed.map((_, at) => Math.min(...needed.slice(Math.max(0, at - LOOK_SLICES), at + LOOK_SLICES + 1)));
  return lowest.map((_, at) => mean(lowest.slice(Math.max(0, at - LOOK_SLICES + 1), at + LOOK_SLICES)));
}
