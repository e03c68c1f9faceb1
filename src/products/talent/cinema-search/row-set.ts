/**
 * The rows that have a value. Rare values are kept as a list, common ones as bits: a thousand spellings that one person each uses
 * cost little, and nobody has to know beforehand which values there will be.
 */
import { type Bits, clearBit, countCommon, emptyBits, grown, hasBit, type Sample, setBit, unite, wordsFor } from './bits.ts';

export class RowSet {
  #few: Set<number> | null = new Set();
  #bits: Bits | null = null;

  add(row: number, capacity: number): void {
    if (this.#bits) {
      setBit(this.#fitting(this.#bits, wordsFor(capacity)), row);
      return;
    }
    this.#few?.add(row);
    // From here on bits take less room than the list.
    if ((this.#few?.size ?? 0) > 64 + capacity / 512) this.#become(capacity);
  }

  delete(row: number): void {
    if (this.#bits) {
      if (row >>> 5 < this.#bits.length) clearBit(this.#bits, row);
    } else this.#few?.delete(row);
  }

  /** Adds its rows to `into`. */
  uniteInto(into: Bits): void {
    if (this.#bits) unite(into, this.#fitting(this.#bits, into.length));
    else for (const row of this.#few ?? []) setBit(into, row);
  }

  countIn(sample: Sample): number {
    if (this.#bits) return countCommon(sample, this.#fitting(this.#bits, sample.bits.length));
    let count = 0;
    for (const row of this.#few ?? []) if (hasBit(sample.bits, row)) count += 1;
    return count;
  }

  #fitting(bits: Bits, words: number): Bits {
    if (bits.length >= words) return bits;
    const larger = grown(bits, words * 32);
    this.#bits = larger;
    return larger;
  }

  #become(capacity: number): void {
    this.#bits = emptyBits(capacity);
    for (const row of this.#few ?? []) setBit(this.#bits, row);
    this.#few = null;
  }
}
