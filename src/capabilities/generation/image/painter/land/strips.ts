/** Fills what is seen of the land between two rows, cell by cell. */
import { clamp } from '../noise.ts';
import type { Buffer8 } from './terrain.ts';
import type { Water } from './water.ts';

/** The land is computed at every second column and drawn out between. */
export const STRIDE = 2;

/** The land at one distance. */
export interface Row {
  readonly z: number;
  /** Of each sample: height above the water (before it is levelled), screen row, colour. */
  readonly height: Float32Array;
  readonly screen: Float32Array;
  readonly colour: Float32Array;
}

/** What was painted since the sheet was last given its share. */
export interface Slab {
  top: number;
  bottom: number;
  number: number;
  /** Of each column: where its land ended, and in which slab. */
  readonly ended: Float32Array;
  readonly of: Int32Array;
}

/** Slabs overlap a little where land goes on, or the soft edges of both would let the sky through. */
const OVERLAP = 2;

/** The strip that is seen between two rows, column by column; what rises behind a crest is not. */
export function fillBetween(buffer: Buffer8, water: Water, farther: Row, nearer: Row, slab: Slab): void {
  for (let column = 0; column < buffer.width; column += 1) {
    const index = Math.floor(column / STRIDE);
    const part = column / STRIDE - index;
    const top = along(farther.screen, index, part);
    const bottom = along(nearer.screen, index, part);
    if (bottom <= top || bottom < 0 || top >= buffer.height) continue;
    const isSeam = slab.of[column] !== slab.number && Math.abs((slab.ended[column] ?? 0) - top) < 1;
    slab.of[column] = slab.number;
    slab.ended[column] = bottom;
    const first = Math.max(0, Math.floor(top) - (isSeam ? OVERLAP : 0));
    const last = Math.min(buffer.height, Math.ceil(bottom));
    if (first < slab.top) slab.top = first;
    if (last > slab.bottom) slab.bottom = last;
    strip(buffer, water, { column, first, last, top, bottom, index, part, farther, nearer, isSeam });
  }
}

const along = (values: Float32Array, index: number, part: number): number =>
  (values[index] ?? 0) * (1 - part) + (values[index + 1] ?? 0) * part;

interface Strip {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  readonly top: number;
  readonly bottom: number;
  readonly index: number;
  readonly part: number;
  readonly farther: Row;
  readonly nearer: Row;
  readonly isSeam: boolean;
}

function strip(buffer: Buffer8, water: Water, place: Strip): void {
  const { column, first, last, top, bottom, index, part, farther, nearer, isSeam } = place;
  const far = along(farther.height, index, part);
  const near = along(nearer.height, index, part);
  for (let y = first; y < last; y += 1) {
    const share = bottom - top < 1 ? 1 : clamp((y + 0.5 - top) / (bottom - top));
    const height = far + (near - far) * share;
    if (height < 0) water.mark(column, y, height, nearer.z);
    else {
      const isOverWater = water.end(column, y);
      dot(buffer, y, y < top && !isOverWater && !isSeam ? 1 - (top - y) : 1, share, place);
    }
  }
}

/** One cell of land over whatever the slab has there. */
function dot(
  { image: { data }, width }: Buffer8,
  y: number,
  cover: number,
  share: number,
  { column, index, part, farther, nearer }: Strip,
): void {
  const cell = (y * width + column) * 4;
  const at = index * 3;
  const far = farther.colour;
  const near = nearer.colour;
  const old = (data[cell + 3] ?? 0) / 255;
  const alpha = cover + old * (1 - cover);
  for (let channel = 0; channel < 3; channel += 1) {
    const a = (far[at + channel] ?? 0) * (1 - part) + (far[at + 3 + channel] ?? 0) * part;
    const b = (near[at + channel] ?? 0) * (1 - part) + (near[at + 3 + channel] ?? 0) * part;
    const value = a + (b - a) * share;
    data[cell + channel] = cover < 1 && alpha > 0 ? (value * cover + (data[cell + channel] ?? 0) * old * (1 - cover)) / alpha : value;
  }
  data[cell + 3] = alpha * 255;
}
