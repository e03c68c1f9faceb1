/**
 * Everybody in memory: a set of rows for each value, a column for each number, and the folded texts. Rows are never used twice. The room
 * is set when it is made; when it does not suffice any more, everybody is read into a new one.
 */
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import { type Bits, clearBit, setBit } from './bits.ts';
import { IdMap } from './id-map.ts';
import { BETWEEN, NUMBER_FIELDS, type Size, VALUE_FIELDS, type ValueField } from './people-lines.ts';
import { RowSet } from './row-set.ts';
import { SetMemory } from './set-memory.ts';
import { TextColumn } from './text-column.ts';

/** Experience is filtered and counted by its level alone. */
export type SetField = ValueField | 'experience';
const SET_FIELDS: readonly SetField[] = [...VALUE_FIELDS, 'experience'];
const NOBODY: ReadonlyMap<string, RowSet> = new Map();

export class PeopleIndex {
  readonly memory: SetMemory;
  readonly text: TextColumn;
  /** Who is there. */
  readonly alive: Bits;
  readonly ids: Float64Array;
  /** Days since 1900. */
  readonly born: Int32Array;
  /** -1: unknown. */
  readonly heights: Int16Array;
  /** -1: unknown. */
  readonly years: Int16Array;
  readonly cities: Int32Array;
  readonly #sets = new Map<SetField, Map<string, RowSet>>(SET_FIELDS.map((field) => [field, new Map()]));
  /** The sets of a list as it stands in a line: the same lists come again and again. */
  readonly #listed = new Map<SetField, Map<string, readonly RowSet[]>>(SET_FIELDS.map((field) => [field, new Map()]));
  readonly #rows = new IdMap();
  #size = 0;
  #gone = 0;
  #version = 0;
  #lastId = 0;
  #isAscending = true;

  /** With room for so many and half as many again. */
  constructor({ people, textBytes }: Size) {
    this.memory = new SetMemory(roomFor(people));
    const { capacity } = this.memory;
    this.text = new TextColumn(this.memory, capacity, roomFor(textBytes + people));
    this.alive = this.memory.empty();
    this.ids = new Float64Array(capacity);
    this.born = this.memory.int32(capacity);
    this.heights = this.memory.int16(capacity);
    this.years = this.memory.int16(capacity);
    this.cities = this.memory.int32(capacity);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }
  get people(): number {
    return this.#size - this.#gone;
  }
  /** Whether rows follow each other as the numbers of people do. */
  get isAscending(): boolean {
    return this.#isAscending;
  }
  /** So many rows and texts are out of use that reading everybody anew is worth it. */
  get isWorn(): boolean {
    return this.#gone + this.text.litter > 50_000 + this.#size / 2;
  }
  hasRoomFor(lines: readonly string[]): boolean {
    const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line.slice(line.lastIndexOf(BETWEEN.fields) + 1)), 0);
    return this.#size + lines.length <= this.memory.capacity && this.text.hasRoomFor(lines.length, bytes);
  }

  rowOf(id: number): number | undefined {
    const row = this.#rows.get(id);
    return row === GONE ? undefined : row;
  }
  /** The rows of each value that somebody has or had. */
  values(field: SetField): ReadonlyMap<string, RowSet> {
    return this.#sets.get(field) ?? NOBODY;
  }

  /** Takes a person in as a line says, new or changed; answers the number. There must be room. */
  put(line: string): number {
    this.#version += 1;
    const fields = line.split(BETWEEN.fields);
    const id = Number(fields[0]);
    const known = this.rowOf(id);
    const row = known ?? this.#newRow(id);
    if (known !== undefined) this.#leaveSets(known);
    setBit(this.alive, row);
    this.born[row] = Number(fields[1]);
    this.heights[row] = Number(fields[2]);
    const years = Number(fields[3]);
    this.years[row] = years;
    this.cities[row] = Number(fields[4]);
    for (let f = 0; f < VALUE_FIELDS.length; f += 1) this.#join(row, VALUE_FIELDS[f] as ValueField, fields[NUMBER_FIELDS + f]);
    this.#join(row, 'experience', EXPERIENCE_LEVELS.find(({ min, below }) => years >= min && years < (below ?? Infinity))?.value);
    this.text.set(row, fields[NUMBER_FIELDS + VALUE_FIELDS.length] ?? '', known === undefined);
    return id;
  }

  remove(id: number): void {
    const row = this.rowOf(id);
    if (row === undefined) return;
    this.#version += 1;
    this.#leaveSets(row);
    clearBit(this.alive, row);
    this.text.delete(row);
    // Should the same number come back, it takes a new row.
    this.#rows.set(id, GONE);
    this.#gone += 1;
  }

  #join(row: number, field: SetField, list: string | undefined): void {
    if (list) for (const set of this.#setsOf(field, list)) set.add(row);
  }

  #setsOf(field: SetField, list: string): readonly RowSet[] {
    const known = this.#listed.get(field)?.get(list);
    if (known) return known;
    const byValue = this.#sets.get(field);
    const own = ownCopy(list);
    const sets = [...new Set(own.split(BETWEEN.items))].map(ownCopy).map((value) => {
      const set = byValue?.get(value) ?? new RowSet(this.memory);
      byValue?.set(value, set);
      return set;
    });
    const lists = this.#listed.get(field);
    if (lists && lists.size < MOST_LISTS) lists.set(own, sets);
    return sets;
  }

  #leaveSets(row: number): void {
    for (const byValue of this.#sets.values()) for (const set of byValue.values()) set.delete(row);
  }

  #newRow(id: number): number {
    const row = this.#size;
    this.#size += 1;
    this.memory.limitTo(this.#size);
    this.ids[row] = id;
    this.#rows.set(id, row);
    if (id < this.#lastId) this.#isAscending = false;
    this.#lastId = Math.max(id, this.#lastId);
    return row;
  }
}

/** A piece of a text keeps the whole text in memory, here thousands of people's lines: what is kept must stand on its own. */
const ownCopy = (piece: string): string => Buffer.from(piece, 'utf8').toString('utf8');

const roomFor = (things: number): number => Math.ceil(things * 1.5) + 20_000;

const GONE = -1;
const MOST_LISTS = 20_000;
