/** What the kernel computes, said plainly: the fallback of machines without vectors, and what the vectors are tested against. */
import type { KernelCalls } from './kernel.ts';

const HALF = 8192;
const BITS = 14;
const LANES = 8;
const GROUP_BYTES = 112;
const ROW_BYTES = 16;

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
const by255 = (product: number): number => {
  const more = product + 128;
  return (more + (more >> 8)) >> 8;
};

type Read = (at: number) => number;

/** A pixel from four others in each direction: first the rows above each other into one, then along it. */
function resampleWith(bytes: Uint8Array, read: Read): KernelCalls['resample'] {
  const view = new DataView(bytes.buffer);
  const weight = (at: number): number => view.getInt16(at, true);
  const foldRow = (top: number, stride: number, row: number, line: number, count: number): void => {
    for (let x = 0; x < count; x += 1) {
      let total = HALF;
      for (let tap = 0; tap < 4; tap += 1) total += read(top + tap * stride + x) * weight(row + 4 + tap * 2);
      bytes[line + x] = clamp(total >> BITS);
    }
  };
  const foldColumn = (line: number, group: number, lane: number): number => {
    const base = line + view.getInt32(group, true);
    const slot = (lane >> 2) * 16 + (lane & 3) * 4;
    let total = HALF;
    for (let tap = 0; tap < 4; tap += 1) {
      const pair = tap >> 1;
      const offset = read(group + 16 + pair * 16 + lane * 2 + (tap & 1));
      total += read(base + offset) * weight(group + 48 + pair * 32 + slot + (tap & 1) * 2);
    }
    return clamp(total >> BITS);
  };
  return (source, stride, target, targetStride, width, height, groups, rows, line, from, count) => {
    for (let y = 0; y < height; y += 1) {
      const row = rows + y * ROW_BYTES;
      foldRow(source + view.getInt32(row, true) * stride + from, stride, row, line, count);
      for (let x = 0; x < width; x += 1)
        bytes[target + y * targetStride + x] = foldColumn(line, groups + Math.floor(x / LANES) * GROUP_BYTES, x % LANES);
    }
  };
}

export function createReference(bytes: Uint8Array): KernelCalls {
  const read: Read = (at) => bytes[at] ?? 0;
  return {
    resample: resampleWith(bytes, read),
    mix(target, first, second, share, count) {
      for (let x = 0; x < count; x += 1) bytes[target + x] = (read(first + x) * (256 - share) + read(second + x) * share + 128) >> 8;
    },
    mixMasked(target, first, second, mask, count) {
      for (let x = 0; x < count; x += 1) {
        const share = read(mask + x);
        bytes[target + x] = by255(read(first + x) * (255 - share) + read(second + x) * share);
      }
    },
    blend(target, colour, alpha, count) {
      for (let x = 0; x < count; x += 1)
        bytes[target + x] = Math.min(255, by255(read(target + x) * (255 - read(alpha + x))) + read(colour + x));
    },
  };
}
