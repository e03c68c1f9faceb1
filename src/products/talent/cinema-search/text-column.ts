/**
 * The folded names and codes of everybody in one stretch of bytes, so that a word is looked for in all of them in one go. A text that
 * changes is written anew at the end; the old piece is recognised as such and skipped.
 */
import type { Bits } from './bits.ts';
import type { SetMemory } from './set-memory.ts';

const END = 10; // a line feed: folding leaves none in a text
/** No word of a search is longer. */
const LONGEST_WORD = 4096;
/** So many bytes tell which are rare. */
const SAMPLED = 16_384;
/** One row in so many: then looking at each of them is quicker than at all texts. */
const WORTH_EACH = 12;

export class TextColumn {
  readonly #memory: SetMemory;
  readonly #bytes: Buffer;
  readonly #needle: Buffer;
  /** Where each piece begins and, behind the last, where the text ends; whose it is; which piece a row has now (-1: none). */
  readonly #starts: Int32Array;
  readonly #owners: Int32Array;
  readonly #current: Int32Array;
  #length = 0;
  #pieces = 0;
  #litter = 0;

  /** With room for so many texts, old ones included, of so many bytes in all. */
  constructor(memory: SetMemory, pieces: number, bytes: number) {
    this.#memory = memory;
    this.#bytes = memory.buffer(bytes);
    this.#needle = memory.buffer(LONGEST_WORD);
    this.#starts = memory.int32(pieces + 1);
    this.#owners = memory.int32(pieces);
    this.#current = memory.int32(memory.capacity);
  }

  /** Whether so many more texts of so many bytes in all find room. */
  hasRoomFor(texts: number, bytes: number): boolean {
    return this.#pieces + texts <= this.#owners.length && this.#length + bytes + texts <= this.#bytes.length;
  }

  /** The first text of a row, or another one. */
  set(row: number, text: string, isNew: boolean): void {
    if (!isNew) this.delete(row);
    const piece = this.#pieces;
    this.#owners[piece] = row;
    this.#current[row] = piece;
    this.#pieces += 1;
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#bytes[this.#length] = END;
    this.#length += 1;
    this.#starts[this.#pieces] = this.#length;
  }

  delete(row: number): void {
    this.#litter += 1;
    this.#current[row] = -1;
  }

  /** How many pieces nobody has any more. */
  get litter(): number {
    return this.#litter;
  }

  /** Those of the rows whose text contains every word, as a set of their own. The longest word is looked for first. */
  find(words: readonly string[], rows: Bits): Bits {
    const needles = words.map((word) => Buffer.from(word, 'utf8')).sort((a, b) => b.length - a.length);
    const found = this.#memory.copyOf(rows);
    let left = this.#memory.count(found);
    for (const needle of needles.filter(({ length }) => length > 0)) {
      if (needle.length > LONGEST_WORD) this.#memory.calls.clear(found.byteOffset, found.byteLength);
      else if (left * WORTH_EACH < this.#pieces) this.#keepContaining(found, needle);
      else this.#intersectContaining(found, needle);
      left = this.#memory.count(found);
    }
    return found;
  }

  #keepContaining(rows: Bits, needle: Buffer): void {
    const { calls, usedBytes } = this.#memory;
    this.#needle.set(needle);
    calls.keepContaining(
      rows.byteOffset,
      usedBytes,
      this.#bytes.byteOffset,
      this.#needle.byteOffset,
      needle.length,
      this.#starts.byteOffset,
      this.#current.byteOffset,
    );
  }

  #intersectContaining(rows: Bits, needle: Buffer): void {
    this.#needle.set(needle);
    const containing = this.#memory.empty();
    this.#memory.calls.addContaining(
      containing.byteOffset,
      this.#bytes.byteOffset,
      this.#length,
      this.#needle.byteOffset,
      needle.length,
      ...this.#rarestOf(needle),
      this.#starts.byteOffset,
      this.#owners.byteOffset,
      this.#current.byteOffset,
      this.#pieces,
    );
    this.#memory.intersect(rows, containing);
    this.#memory.give(containing);
  }

  /** The places of the two bytes that the texts have least of: the fewer are met, the less is looked at. */
  #rarestOf(needle: Buffer): readonly [number, number] {
    const met = new Int32Array(256);
    for (let i = 0; i < SAMPLED && i < this.#length; i += 1) met[this.#bytes[i] as number] = (met[this.#bytes[i] as number] as number) + 1;
    const places = [...needle.keys()].sort((a, b) => (met[needle[a] as number] as number) - (met[needle[b] as number] as number));
    return [places[0] ?? 0, places[1] ?? 0];
  }

  /** Two bytes of the text as a number, for putting texts in the order of their bytes; 0 after the end. */
  digit(row: number, depth: number): number {
    const piece = this.#current[row] as number;
    const end = (this.#starts[piece + 1] as number) - 1;
    const at = (this.#starts[piece] as number) + depth * 2;
    if (at >= end) return 0;
    return ((this.#bytes[at] as number) << 8) | (at + 1 < end ? (this.#bytes[at + 1] as number) : 0);
  }
}
