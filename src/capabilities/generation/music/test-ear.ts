/** What a test hears in a WAV file. */
import { readFile } from 'node:fs/promises';
import { createMeter, loudnessOf } from './sound/level.ts';

const HEADER_BYTES = 44;
const HUSH = 10 ** (-50 / 20);
const WINDOW_SECONDS = 0.05;

export interface Heard {
  readonly bytes: Buffer;
  readonly rate: number;
  readonly channels: number;
  readonly frames: number;
  readonly lufs: number;
  /** dBTP */
  readonly peak: number;
  /** Seconds until something is heard. */
  readonly firstSound: number;
  /** The longest stretch without sound, seconds; the last two seconds left out. */
  readonly longestHush: number;
  /** The last samples, the highest of them, of one. */
  readonly lastPeak: number;
}

export async function heard(wav: string): Promise<Heard> {
  const bytes = await readFile(wav);
  const rate = bytes.readUInt32LE(24);
  const samples = Float32Array.from(
    { length: (bytes.length - HEADER_BYTES) / 2 },
    (_, at) => bytes.readInt16LE(HEADER_BYTES + at * 2) / 32_768,
  );
  const meter = createMeter();
  meter.add(samples);
  const { energies, peaks } = meter.slices();
  const hushes = hushesIn(samples, rate);
  return {
    ...{ bytes, rate, channels: bytes.readUInt16LE(22), frames: samples.length / 2 },
    lufs: loudnessOf(energies),
    peak: 20 * Math.log10(peaks.reduce((most, peak) => Math.max(most, peak), 0)),
    firstSound: hushes[0]?.from === 0 ? hushes[0].seconds : 0,
    longestHush: Math.max(0, ...hushes.filter(({ from }) => from > 0).map(({ seconds }) => seconds)),
    lastPeak: samples.slice(-200).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  };
}

function hushesIn(samples: Float32Array, rate: number): { readonly from: number; seconds: number }[] {
  const step = Math.round(WINDOW_SECONDS * rate) * 2;
  const hushes: { readonly from: number; seconds: number }[] = [];
  let isHush = false;
  for (let at = 0; at < samples.length - 2 * rate * 2; at += step) {
    const isQuiet = samples.subarray(at, at + step).every((sample) => Math.abs(sample) < HUSH);
    if (isQuiet && !isHush) hushes.push({ from: at / 2 / rate, seconds: 0 });
    const last = hushes.at(-1);
    if (isQuiet && last) last.seconds += WINDOW_SECONDS;
    isHush = isQuiet;
  }
  return hushes;
}
