/** RGB pixels into the three planes of a picture, in whole numbers. */
import type { Kernel } from './kernel.ts';
import type { Planes } from './planes.ts';

const BITS = 16;
const HALF = 1 << (BITS - 1);
const fixed = (value: number): number => Math.round(value * (1 << BITS));
const Y = [0.2126, 0.7152, 0.0722].map((share) => fixed((share * 219) / 255)) as [number, number, number];
const U = [-0.2126 / 1.8556, -0.7152 / 1.8556, 0.9278 / 1.8556].map((share) => fixed((share * 224) / 255)) as [number, number, number];
const V = [0.7874 / 1.5748, -0.7152 / 1.5748, -0.0722 / 1.5748].map((share) => fixed((share * 224) / 255)) as [number, number, number];

export function layPixels(kernel: Kernel, rgb: Uint8Array, [luma, blue, red]: Planes): void {
  layLuma(kernel.bytes, rgb, luma);
  const { bytes } = kernel;
  const row = luma.width * 3;
  for (let y = 0; y < blue.height; y += 1) {
    const above = y * 2 * row;
    for (let x = 0; x < blue.width; x += 1) {
      // Chroma stands at the left one of two pixels: a quarter of the one before, a half, a quarter of the one after.
      const here = above + x * 6;
      const before = x === 0 ? here : here - 3;
      const r = tent(rgb, before, here, row);
      const g = tent(rgb, before + 1, here + 1, row);
      const b = tent(rgb, before + 2, here + 2, row);
      bytes[blue.at + y * blue.stride + x] = 128 + ((U[0] * r + U[1] * g + U[2] * b + HALF * 8) >> (BITS + 3));
      bytes[red.at + y * red.stride + x] = 128 + ((V[0] * r + V[1] * g + V[2] * b + HALF * 8) >> (BITS + 3));
    }
  }
}

/** Eight times the mean of three pixels of two rows. */
const tent = (rgb: Uint8Array, before: number, here: number, row: number): number =>
  (rgb[before] ?? 0) +
  (rgb[before + row] ?? 0) +
  2 * ((rgb[here] ?? 0) + (rgb[here + row] ?? 0)) +
  (rgb[here + 3] ?? 0) +
  (rgb[here + 3 + row] ?? 0);

function layLuma(bytes: Uint8Array, rgb: Uint8Array, { at, stride, width, height }: Planes[0]): void {
  const [red, green, blue] = Y;
  let from = 0;
  for (let y = 0; y < height; y += 1) {
    const row = at + y * stride;
    for (let x = 0; x < width; x += 1) {
      bytes[row + x] = 16 + ((red * (rgb[from] ?? 0) + green * (rgb[from + 1] ?? 0) + blue * (rgb[from + 2] ?? 0) + HALF) >> BITS);
      from += 3;
    }
  }
}
