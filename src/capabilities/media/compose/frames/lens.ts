/** Looks at a picture through a view: all three planes, each by its own tables. */
import type { View } from '../compose.ts';
import type { Kernel } from './kernel.ts';
import type { Working } from './motion.ts';
import type { Plane, Planes, Size } from './planes.ts';
import { groupBytes, type Line, layColumns, layRows, rowBytes } from './tables.ts';

export interface Lens {
  look(source: Planes, working: Working, view: View, target: Planes): void;
}

const lineBytes = (width: number): number => width * 2 + 4096;
export const lensBytes = ({ width, height }: Size): number => groupBytes(width) + rowBytes(height) + lineBytes(width) + 1024;

export function createLens(kernel: Kernel, take: (size: number) => number, film: Size): Lens {
  const groups = take(groupBytes(film.width));
  const rows = take(rowBytes(film.height));
  const line = take(lineBytes(film.width));
  const lay = (across: Line, down: Line, source: Plane, target: Plane): { from: number; count: number } => {
    layRows(kernel, rows, down, target.height, source.height);
    return layColumns(kernel, groups, across, target.width, source.width);
  };
  const pass = (source: Plane, target: Plane, { from, count }: { from: number; count: number }): void =>
    kernel.resample(source.at, source.stride, target.at, target.stride, target.width, target.height, groups, rows, line, from, count);
  return {
    look(source, { whole, region }, view, target) {
      const step = { x: (view.width * whole.width) / film.width, y: (view.height * whole.height) / film.height };
      const x = view.left * whole.width - region.left + step.x / 2 - 0.5;
      const y = view.top * whole.height - region.top + step.y / 2 - 0.5;
      pass(source[0], target[0], lay({ first: x, step: step.x }, { first: y, step: step.y }, source[0], target[0]));
      // Chroma stands at the left pixel of two, and between two rows.
      const down = { first: (y + step.y / 2 - 0.5) / 2, step: step.y };
      const part = lay({ first: x / 2, step: step.x }, down, source[1], target[1]);
      pass(source[1], target[1], part);
      pass(source[2], target[2], part);
    },
  };
}
