/** Where each pixel of a plane comes from: four neighbours and their Catmull-Rom weights, along a row and down a column. */
import type { Kernel } from './kernel.ts';

/** `position = first + step × index`, in pixels of the source, 0 being the centre of its first. */
export interface Line {
  readonly first: number;
  readonly step: number;
}

const WHOLE = 16_384;
const LANES = 8;
const GROUP_WORDS = 28;
export const groupBytes = (width: number): number => Math.ceil(width / LANES) * GROUP_WORDS * 4;
export const rowBytes = (height: number): number => height * 16;

/** Places between two pixels that have weights of their own: a thousandth of a pixel is not seen, and weighing each anew takes time. */
const PHASES = 1024;
/** Of each place, the first two weights and the last two, in pairs of sixteen bits. */
const PAIRS = weighAll();

function weighAll(): Int32Array {
  const pairs = new Int32Array(2 * (PHASES + 1));
  for (let phase = 0; phase <= PHASES; phase += 1) {
    const [w0, w1, w2, w3] = weigh(phase / PHASES);
    pairs[2 * phase] = (w0 & 0xffff) | (w1 << 16);
    pairs[2 * phase + 1] = (w2 & 0xffff) | (w3 << 16);
  }
  return pairs;
}

/** In fourteen bits; what rounding loses goes to the largest. */
function weigh(t: number): readonly [number, number, number, number] {
  const w0 = Math.round(WHOLE * t * (-0.5 + t * (1 - 0.5 * t)));
  const w1 = Math.round(WHOLE * (1 + t * t * (-2.5 + 1.5 * t)));
  const w2 = Math.round(WHOLE * t * (0.5 + t * (2 - 1.5 * t)));
  const w3 = Math.round(WHOLE * t * t * (-0.5 + 0.5 * t));
  const rest = WHOLE - w0 - w1 - w2 - w3;
  return t < 0.5 ? [w0, w1 + rest, w2, w3] : [w0, w1, w2 + rest, w3];
}
const pairsAt = (between: number): number => 2 * ((between * PHASES + 0.5) | 0);
const within = (position: number, length: number): number => (position < -1 ? -1 : position > length ? length : position);

/** Rows above each other: the first of the four, then their weights. */
export function layRows({ words }: Kernel, at: number, { first, step }: Line, count: number, length: number): void {
  for (let y = 0; y < count; y += 1) {
    const position = within(first + step * y, length);
    const whole = Math.floor(position);
    const pairs = pairsAt(position - whole);
    const slot = at / 4 + y * 4;
    words[slot] = whole - 1;
    words[slot + 1] = PAIRS[pairs] ?? 0;
    words[slot + 2] = PAIRS[pairs + 1] ?? 0;
  }
}

/** Columns in groups of eight. Answers which part of the source's rows they need. */
export function layColumns(
  kernel: Kernel,
  at: number,
  { first, step }: Line,
  count: number,
  length: number,
): { from: number; count: number } {
  const { bytes, words } = kernel;
  const padded = Math.ceil(count / LANES) * LANES;
  const from = Math.floor(within(first, length)) - 1;
  let last = from;
  for (let x = 0; x < padded; x += LANES) {
    const group = at / 4 + (x / LANES) * GROUP_WORDS;
    const base = Math.floor(within(first + step * x, length)) - 1;
    words[group] = base - from;
    for (let lane = 0; lane < LANES; lane += 1) {
      const position = within(first + step * (x + lane), length);
      const whole = Math.floor(position);
      const pairs = pairsAt(position - whole);
      const offset = whole - 1 - base;
      const mask = group * 4 + 16 + lane * 2;
      bytes[mask] = offset;
      bytes[mask + 1] = offset + 1;
      bytes[mask + 16] = offset + 2;
      bytes[mask + 17] = offset + 3;
      const slot = group + 12 + (lane >> 2) * 4 + (lane & 3);
      words[slot] = PAIRS[pairs] ?? 0;
      words[slot + 8] = PAIRS[pairs + 1] ?? 0;
      last = whole + 2;
    }
  }
  return { from, count: last - from + 1 };
}
