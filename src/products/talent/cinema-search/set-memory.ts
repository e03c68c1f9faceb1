/**
 * The memory of an index: sets of rows and columns side by side, so that the loops of scripts/people-kernel run over them sixteen
 * bytes at a time. Room is given out once; what nobody has written yet costs nothing.
 */
import type { Bits } from './bits.ts';
import { KERNEL_CODE } from './kernel-code.ts';

/** Addresses and lengths in bytes; scripts/people-kernel/kernel.ts says what each does. */
interface Calls {
  intersect(into: number, other: number, bytes: number): void;
  subtract(into: number, other: number, bytes: number): void;
  unite(into: number, other: number, bytes: number): void;
  copy(into: number, other: number, bytes: number): void;
  clear(set: number, bytes: number): void;
  noteLacking(once: number, twice: number, set: number, bytes: number): void;
  count(set: number, bytes: number): number;
  placesOf(set: number, bytes: number, places: number, most: number): number;
  countMany(sample: number, bytes: number, places: number, filled: number, sets: number, length: number, counts: number): void;
  addWithin32(into: number, bytes: number, column: number, least: number, most: number): void;
  addWithin16(into: number, bytes: number, column: number, least: number, most: number): void;
  addListed32(into: number, bytes: number, column: number, table: number, length: number): void;
  countWithin32(set: number, bytes: number, column: number, spans: number, length: number, counts: number): void;
  addContaining(
    into: number,
    text: number,
    length: number,
    needle: number,
    size: number,
    rare: number,
    other: number,
    starts: number,
    owners: number,
    current: number,
    pieces: number,
  ): void;
  keepContaining(set: number, bytes: number, text: number, needle: number, size: number, starts: number, current: number): void;
}

/** From this one to that one, both included. */
export type Span = readonly [least: number, most: number];

const PAGE = 65_536;
/** 4 GB: an address has 32 bits. */
const MOST_PAGES = 65_536;
/** A line of the processor's memory; also what vectors may read beyond an end. */
const LINE = 64;
const code = Buffer.from(KERNEL_CODE, 'base64');

/** Whether this machine has what the loops are made of; without it SQL answers alone. */
export const canHoldIndex = (): boolean => WebAssembly.validate(code);

export class SetMemory {
  /** Rows that there is room for; every set has that many bits. */
  readonly capacity: number;
  readonly calls: Calls;
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  readonly #spare: Bits[] = [];
  readonly #places: number;
  readonly #lists: Int32Array;
  #table: Buffer | null = null;
  #next = LINE;
  #usedBytes = 0;

  constructor(rows: number) {
    this.capacity = Math.ceil(rows / (LINE * 8)) * LINE * 8;
    this.calls = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory: this.#memory } }).exports as unknown as Calls;
    this.#places = this.#take(this.capacity / 8);
    this.#lists = this.int32(MOST_IN_LIST * 2);
  }

  /** Room for numbers, all of them 0. */
  int32(length: number): Int32Array {
    const at = this.#take(length * 4);
    return new Int32Array(this.#memory.buffer, at, length);
  }
  int16(length: number): Int16Array {
    const at = this.#take(length * 2);
    return new Int16Array(this.#memory.buffer, at, length);
  }
  /** Room for texts. */
  buffer(length: number): Buffer {
    const at = this.#take(length);
    return Buffer.from(this.#memory.buffer, at, length);
  }

  /** Rows from that one on are in no set: they are not looked at. */
  limitTo(rows: number): void {
    this.#usedBytes = Math.ceil(rows / 128) * 16;
  }
  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** An empty set; `give` it back when it is done with. */
  empty(): Bits {
    const known = this.#spare.pop();
    if (!known) return this.int32(this.capacity / 32);
    this.calls.clear(known.byteOffset, known.byteLength);
    return known;
  }
  copyOf(set: Bits): Bits {
    const copy = this.#spare.pop() ?? this.int32(this.capacity / 32);
    this.calls.copy(copy.byteOffset, set.byteOffset, set.byteLength);
    return copy;
  }
  give(...sets: readonly Bits[]): void {
    this.#spare.push(...sets);
  }

  intersect(into: Bits, other: Bits): void {
    this.calls.intersect(into.byteOffset, other.byteOffset, this.#usedBytes);
  }
  subtract(into: Bits, other: Bits): void {
    this.calls.subtract(into.byteOffset, other.byteOffset, this.#usedBytes);
  }
  unite(into: Bits, other: Bits): void {
    this.calls.unite(into.byteOffset, other.byteOffset, this.#usedBytes);
  }
  /** Takes those rows out that two or more of the sets lack. */
  keepLackedOnce(into: Bits, sets: Iterable<Bits>): void {
    const [once, twice] = [this.empty(), this.empty()];
    for (const set of sets) this.calls.noteLacking(once.byteOffset, twice.byteOffset, set.byteOffset, this.#usedBytes);
    this.subtract(into, twice);
    this.give(once, twice);
  }
  count(set: Bits): number {
    return this.calls.count(set.byteOffset, this.#usedBytes);
  }

  /** How many rows of `sample` are in each of the sets. Where the sample is nearly empty only its filled places are looked at. */
  countMany(sample: Bits, sets: readonly Bits[]): readonly number[] {
    const bytes = this.#usedBytes;
    const filled = this.calls.placesOf(sample.byteOffset, bytes, this.#places, bytes >>> 6);
    const counts: number[] = [];
    for (let from = 0; from < sets.length; from += MOST_IN_LIST) {
      const some = sets.slice(from, from + MOST_IN_LIST);
      this.#lists.set(some.map(({ byteOffset }) => byteOffset));
      const [given, found] = [this.#lists.byteOffset, this.#lists.byteOffset + MOST_IN_LIST * 4];
      this.calls.countMany(sample.byteOffset, bytes, this.#places, filled, given, some.length, found);
      counts.push(...this.#lists.subarray(MOST_IN_LIST, MOST_IN_LIST + some.length));
    }
    return counts;
  }

  /** How many rows of the set have a number within each span; spans do not overlap. */
  countWithin(set: Bits, column: Int32Array, spans: readonly Span[]): readonly number[] {
    const [given, found] = [this.#lists.byteOffset, this.#lists.byteOffset + MOST_IN_LIST * 4];
    this.#lists.set(spans.flat());
    this.calls.countWithin32(set.byteOffset, this.#usedBytes, column.byteOffset, given, spans.length, found);
    return [...this.#lists.subarray(MOST_IN_LIST, MOST_IN_LIST + spans.length)];
  }

  addWithin(into: Bits, column: Int32Array | Int16Array, [least, most]: Span): void {
    const add = column instanceof Int16Array ? this.calls.addWithin16 : this.calls.addWithin32;
    add(into.byteOffset, this.#usedBytes, column.byteOffset, least, most);
  }

  /** Adds the rows whose number is one of those, none of them negative. */
  addListed(into: Bits, column: Int32Array, numbers: readonly number[]): void {
    this.#table ??= this.buffer(LONGEST_TABLE);
    this.#table.fill(0);
    for (const number of numbers)
      if (number < LONGEST_TABLE) this.#table[number] = 1;
      else this.addWithin(into, column, [number, number]);
    this.calls.addListed32(into.byteOffset, this.#usedBytes, column.byteOffset, this.#table.byteOffset, LONGEST_TABLE);
  }

  #take(bytes: number): number {
    const at = this.#next;
    this.#next = Math.ceil((at + bytes + LINE) / LINE) * LINE;
    const missing = Math.ceil(this.#next / PAGE) - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
    return at;
  }
}

const MOST_IN_LIST = 1024;
const LONGEST_TABLE = 32_768;
