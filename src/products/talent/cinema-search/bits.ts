/** Sets of rows as bits, 32 to a word. Int32Array, because the engine keeps its words as machine integers. */

export type Bits = Int32Array;

export const wordsFor = (rows: number): number => (rows + 31) >>> 5;
export const emptyBits = (rows: number): Bits => new Int32Array(wordsFor(rows));

export const setBit = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
};
export const clearBit = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
};
export const hasBit = (bits: Bits, row: number): boolean => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;

export function intersect(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) & (other[i] as number);
}
export function subtract(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) & ~(other[i] as number);
}
export function unite(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] as number) | (other[i] as number);
}

export function grown(bits: Bits, rows: number): Bits {
  const larger = emptyBits(rows);
  larger.set(bits);
  return larger;
}

/** The number of ones in a word. */
export function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i += 1) count += ones(bits[i] as number);
  return count;
}

/** A set that is looked into many times: empty stretches are known beforehand. */
export interface Sample {
  readonly bits: Bits;
  /** The places of words that are not empty; null when most are not. */
  readonly places: Int32Array | null;
}

export function sampleOf(bits: Bits): Sample {
  const places = new Int32Array(bits.length >>> 2);
  let filled = 0;
  for (let i = 0; i < bits.length; i += 1) {
    if (bits[i] === 0) continue;
    if (filled === places.length) return { bits, places: null };
    places[filled] = i;
    filled += 1;
  }
  return { bits, places: places.subarray(0, filled) };
}

export function countCommon({ bits, places }: Sample, other: Bits): number {
  let count = 0;
  if (!places) {
    for (let i = 0; i < bits.length; i += 1) count += ones((bits[i] as number) & (other[i] as number));
    return count;
  }
  for (let p = 0; p < places.length; p += 1) {
    const i = places[p] as number;
    count += ones((bits[i] as number) & (other[i] as number));
  }
  return count;
}

/** Calls `visit` with every row of the set, ascending. */
export function eachRow(bits: Bits, visit: (row: number) => void): void {
  for (let i = 0; i < bits.length; i += 1) {
    let word = bits[i] as number;
    while (word !== 0) {
      const lowest = word & -word;
      visit((i << 5) + 31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
}

export function rowsOf(bits: Bits, count: number): Int32Array {
  const rows = new Int32Array(count);
  let filled = 0;
  eachRow(bits, (row) => {
    rows[filled] = row;
    filled += 1;
  });
  return rows;
}

/** The rows from place `offset` on, ascending or descending, without looking at the others. */
export function rowsAt(bits: Bits, offset: number, size: number, isDescending: boolean): readonly number[] {
  const found: number[] = [];
  let skipped = 0;
  const last = bits.length - 1;
  for (let step = 0; step <= last && found.length < size; step += 1) {
    const i = isDescending ? last - step : step;
    let word = bits[i] as number;
    const count = ones(word);
    if (skipped + count <= offset) {
      skipped += count;
      continue;
    }
    while (word !== 0 && found.length < size) {
      const bit = isDescending ? 31 - Math.clz32(word) : 31 - Math.clz32(word & -word);
      word ^= 1 << bit;
      if (skipped >= offset) found.push((i << 5) + bit);
      skipped += 1;
    }
  }
  return found;
}
