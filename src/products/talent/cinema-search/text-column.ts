/**
 * The folded names and codes of everybody in one stretch of bytes, so that a word is looked for in all of them by the machine's own
 * search. A text that changes is written anew at the end; the old piece is recognised as such and skipped.
 */
import { type Bits, clearBit, eachRow, emptyBits, intersect, setBit } from './bits.ts';

const USUAL_LENGTH = 30;
const GROWTH = 1.25;
const END = 10; // a line feed: folding leaves none in a text

export class TextColumn {
  #bytes: Buffer;
  #length = 0;
  /** Where each piece begins, whose it is, and which piece a row has now (-1: none). */
  #starts: Int32Array<ArrayBuffer>;
  #owners: Int32Array<ArrayBuffer>;
  #pieces = 0;
  #litter = 0;
  #current: Int32Array<ArrayBuffer>;

  /** With room for so many texts; more of them make it grow. */
  constructor(rows: number) {
    this.#bytes = Buffer.alloc(rows * USUAL_LENGTH);
    this.#starts = new Int32Array(rows);
    this.#owners = new Int32Array(rows);
    this.#current = new Int32Array(rows).fill(-1);
  }

  set(row: number, text: string): void {
    this.#makeRoom(row, text.length * 3 + 1);
    this.delete(row);
    const piece = this.#pieces;
    this.#starts[piece] = this.#length;
    this.#owners[piece] = row;
    this.#current[row] = piece;
    this.#pieces += 1;
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#bytes[this.#length] = END;
    this.#length += 1;
  }

  delete(row: number): void {
    if ((this.#current[row] ?? -1) >= 0) this.#litter += 1;
    this.#current[row] = -1;
  }

  /** How many pieces nobody has any more. */
  get litter(): number {
    return this.#litter;
  }

  /** Those of the rows whose text contains every word. The longest is looked for in all texts, the others only where it was found. */
  find(words: readonly string[], rows: Bits): Bits {
    const needles = words.map((word) => Buffer.from(word, 'utf8')).sort((a, b) => b.length - a.length);
    const [longest, ...others] = needles.filter((needle) => needle.length);
    if (!longest) return rows.slice();
    const found = this.#findAnywhere(longest, rows.length);
    intersect(found, rows);
    for (const needle of others)
      eachRow(found, (row) => {
        if (!this.#contains(row, needle)) clearBit(found, row);
      });
    return found;
  }

  #findAnywhere(needle: Buffer, words: number): Bits {
    const found = emptyBits(words * 32);
    const haystack = this.#bytes.subarray(0, this.#length);
    let piece = 0;
    for (let at = haystack.indexOf(needle); at >= 0; ) {
      piece = this.#pieceAt(at, piece);
      const row = this.#owners[piece] as number;
      if (this.#current[row] === piece) setBit(found, row);
      piece += 1;
      at = piece < this.#pieces ? haystack.indexOf(needle, this.#starts[piece]) : -1;
    }
    return found;
  }

  #contains(row: number, needle: Buffer): boolean {
    const piece = this.#current[row] as number;
    const last = this.#endOf(piece) - needle.length;
    const first = needle[0];
    for (let at = this.#starts[piece] as number; at <= last; at += 1) {
      if (this.#bytes[at] !== first) continue;
      let same = 1;
      while (same < needle.length && this.#bytes[at + same] === needle[same]) same += 1;
      if (same === needle.length) return true;
    }
    return false;
  }

  /** Where the text of a piece ends. */
  #endOf(piece: number): number {
    return (piece + 1 < this.#pieces ? (this.#starts[piece + 1] as number) : this.#length) - 1;
  }

  /** Two bytes of the text as a number, for putting texts in the order of their bytes; 0 after the end. */
  digit(row: number, depth: number): number {
    const piece = this.#current[row] as number;
    const end = this.#endOf(piece);
    const at = (this.#starts[piece] as number) + depth * 2;
    if (at >= end) return 0;
    return ((this.#bytes[at] as number) << 8) | (at + 1 < end ? (this.#bytes[at + 1] as number) : 0);
  }

  /** The piece that covers a byte; pieces are looked for in ascending order, the next is seldom far. */
  #pieceAt(at: number, from: number): number {
    let step = 1;
    let low = from;
    while (low + step < this.#pieces && (this.#starts[low + step] as number) <= at) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#pieces);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  #makeRoom(row: number, bytes: number): void {
    if (this.#length + bytes > this.#bytes.length) {
      const larger = Buffer.alloc(Math.ceil((this.#length + bytes) * GROWTH));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    if (this.#pieces === this.#starts.length) {
      this.#starts = enlarged(this.#starts, this.#pieces * GROWTH);
      this.#owners = enlarged(this.#owners, this.#pieces * GROWTH);
    }
    if (row >= this.#current.length) {
      const old = this.#current.length;
      this.#current = enlarged(this.#current, row * GROWTH + 1).fill(-1, old);
    }
  }
}

function enlarged(old: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(length));
  larger.set(old);
  return larger;
}
