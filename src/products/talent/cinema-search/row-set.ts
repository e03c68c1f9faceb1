/**
 * The rows that have a value. Rare values are kept as a list, common ones as bits: a thousand spellings that one person each uses
 * cost little, and nobody has to know beforehand which values there will be.
 */
import { type Bits, clearBit, hasBit, setBit } from './bits.ts';
import type { SetMemory } from './set-memory.ts';

export class RowSet {
  readonly #memory: SetMemory;
  readonly #few = new Set<number>();
  #bits: Bits | null = null;

  constructor(memory: SetMemory) {
    this.#memory = memory;
  }

  /** Null while they are few. */
  get bits(): Bits | null {
    return this.#bits;
  }

  add(row: number): void {
    if (this.#bits) {
      setBit(this.#bits, row);
      return;
    }
    this.#few.add(row);
    // From here on bits take less room than the list.
    if (this.#few.size <= 64 + this.#memory.capacity / 512) return;
    this.#bits = this.#memory.empty();
    this.uniteInto(this.#bits);
    this.#few.clear();
  }

  delete(row: number): void {
    if (this.#bits) clearBit(this.#bits, row);
    else this.#few.delete(row);
  }

  /** Adds its rows to `into`. */
  uniteInto(into: Bits): void {
    for (const row of this.#few) setBit(into, row);
    if (this.#bits && this.#bits !== into) this.#memory.unite(into, this.#bits);
  }

  /** How many of a few are in the sample. */
  countFewIn(sample: Bits): number {
    let count = 0;
    for (const row of this.#few) if (hasBit(sample, row)) count += 1;
    return count;
  }
}
