/** How frames and pictures lie in the memory: yuv420p, limited range, BT.709, chroma beside the left of two pixels. */
import type { Kernel } from './kernel.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Plane extends Size {
  /** Of the first pixel. */
  readonly at: number;
  readonly stride: number;
}
export type Planes = readonly [Plane, Plane, Plane];

/** Around a picture, its edge again: the neighbours of the last pixels, and what vectors read too much. */
const LEFT = 16;
const RIGHT = 48;
const ABOVE = 4;

const halfOf = ({ width, height }: Size): Size => ({ width: width / 2, height: height / 2 });
const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2);
export const evenSize = (width: number, height: number): Size => ({ width: even(width), height: even(height) });

export const frameBytes = ({ width, height }: Size): number => (width * height * 3) / 2;

/** Without gaps, as ffmpeg reads it. */
export function framePlanes(at: number, size: Size): Planes {
  const half = halfOf(size);
  const luma = { at, stride: size.width, ...size };
  const blue = { at: at + size.width * size.height, stride: half.width, ...half };
  return [luma, blue, { ...blue, at: blue.at + half.width * half.height }];
}

const strideOf = (width: number): number => Math.ceil((LEFT + width + RIGHT) / 16) * 16;
const planeBytes = ({ width, height }: Size): number => strideOf(width) * (height + ABOVE * 2);
export const pictureBytes = (size: Size): number => planeBytes(size) + planeBytes(halfOf(size)) * 2;

/** With its edges repeated around it. */
export function picturePlanes(at: number, size: Size): Planes {
  const plane = (start: number, each: Size): Plane => {
    const stride = strideOf(each.width);
    return { at: start + ABOVE * stride + LEFT, stride, ...each };
  };
  const half = halfOf(size);
  const blue = at + planeBytes(size);
  return [plane(at, size), plane(blue, half), plane(blue + planeBytes(half), half)];
}

export function repeatEdges({ bytes }: Kernel, planes: Planes): void {
  for (const { at, stride, width, height } of planes) {
    for (let y = 0; y < height; y += 1) {
      const row = at + y * stride;
      bytes.fill(bytes[row] ?? 0, row - LEFT, row);
      bytes.fill(bytes[row + width - 1] ?? 0, row + width, row - LEFT + stride);
    }
    const first = at - LEFT;
    const last = first + (height - 1) * stride;
    for (let row = 1; row <= ABOVE; row += 1) {
      bytes.copyWithin(first - row * stride, first, first + stride);
      bytes.copyWithin(last + row * stride, last, last + stride);
    }
  }
}

export interface Yuv {
  readonly y: number;
  readonly u: number;
  readonly v: number;
}
/** BT.709, 0 to 255 into 16 to 235 and 16 to 240; not rounded. */
export const toYuv = (r: number, g: number, b: number): Yuv => {
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return {
    y: 16 + (luma * 219) / 255,
    u: 128 + (((b - luma) / 1.8556) * 224) / 255,
    v: 128 + (((r - luma) / 1.5748) * 224) / 255,
  };
};

export function fillPlanes({ bytes }: Kernel, planes: Planes, { y, u, v }: Yuv): void {
  const values = [y, u, v].map(Math.round);
  for (const [index, plane] of planes.entries())
    for (let row = 0; row < plane.height; row += 1)
      bytes.fill(values[index] ?? 0, plane.at + row * plane.stride, plane.at + row * plane.stride + plane.width);
}
