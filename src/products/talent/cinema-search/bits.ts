/** Sets of rows as bits, 32 to a word. Int32Array, because the engine keeps its words as machine integers. */

export type Bits = Int32Array;

export const setBit = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
};
export const clearBit = (bits: Bits, row: number): void => {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
};
export const hasBit = (bits: Bits, row: number): boolean => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;

/** The number of ones in a word. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The `count` rows of a set, ascending. */
export function rowsOf(bits: Bits, count: number): Int32Array {
  const rows = new Int32Array(count);
  let filled = 0;
  for (let i = 0; i < bits.length; i += 1)
    for (let word = bits[i] as number; word !== 0; word &= word - 1) {
      rows[filled] = (i << 5) + 31 - Math.clz32(word & -word);
      filled += 1;
    }
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
