/** Everybody in memory: a set of rows for each value, a column for each number, and the folded texts. Rows are never used twice. */
import { type Bits, clearBit, emptyBits, grown, setBit } from './bits.ts';
import { IdMap } from './id-map.ts';
import { BETWEEN, NUMBER_FIELDS, VALUE_FIELDS, type ValueField } from './people-lines.ts';
import { RowSet } from './row-set.ts';
import { TextColumn } from './text-column.ts';

const NOBODY: ReadonlyMap<string, RowSet> = new Map();

export class PeopleIndex {
  readonly text: TextColumn;
  readonly #sets = new Map<ValueField, Map<string, RowSet>>(VALUE_FIELDS.map((field) => [field, new Map()]));
  /** The sets of a list as it stands in a line: the same lists come again and again. */
  readonly #listed = new Map<ValueField, Map<string, readonly RowSet[]>>(VALUE_FIELDS.map((field) => [field, new Map()]));
  readonly #rows = new IdMap();
  #capacity: number;
  #size = 0;
  #gone = 0;
  #version = 0;
  #lastId = 0;
  #isAscending = true;
  #alive: Bits;
  #ids: Float64Array;
  #born: Int32Array;
  #heights: Int16Array;
  #years: Int16Array;
  #cities: Int32Array;

  /** With room for so many and some more. */
  constructor(people: number) {
    this.#capacity = roomFor(people);
    this.text = new TextColumn(this.#capacity);
    this.#alive = emptyBits(this.#capacity);
    this.#ids = new Float64Array(this.#capacity);
    this.#born = new Int32Array(this.#capacity);
    this.#heights = new Int16Array(this.#capacity);
    this.#years = new Int16Array(this.#capacity);
    this.#cities = new Int32Array(this.#capacity);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }
  /** Rows that there is room for; every set of rows that is handed out has this size. */
  get capacity(): number {
    return this.#capacity;
  }
  get people(): number {
    return this.#size - this.#gone;
  }
  get alive(): Bits {
    return this.#alive;
  }
  get ids(): Float64Array {
    return this.#ids;
  }
  /** Days since 1900. */
  get born(): Int32Array {
    return this.#born;
  }
  /** -1: unknown. */
  get heights(): Int16Array {
    return this.#heights;
  }
  /** -1: unknown. */
  get years(): Int16Array {
    return this.#years;
  }
  get cities(): Int32Array {
    return this.#cities;
  }
  /** Whether rows follow each other as the numbers of people do. */
  get isAscending(): boolean {
    return this.#isAscending;
  }
  /** So many rows and texts are out of use that reading everybody anew is worth it. */
  get isWorn(): boolean {
    return this.#gone + this.text.litter > 50_000 + this.#size / 2;
  }

  rowOf(id: number): number | undefined {
    const row = this.#rows.get(id);
    return row === GONE ? undefined : row;
  }
  /** The rows of each value that somebody has or had. */
  values(field: ValueField): ReadonlyMap<string, RowSet> {
    return this.#sets.get(field) ?? NOBODY;
  }

  /** Takes a person in as a line says, new or changed; answers the number. */
  put(line: string): number {
    this.#version += 1;
    const fields = line.split(BETWEEN.fields);
    const id = Number(fields[0]);
    const known = this.rowOf(id);
    const row = known ?? this.#newRow(id);
    if (known !== undefined) this.#leaveSets(known);
    setBit(this.#alive, row);
    this.#born[row] = Number(fields[1]);
    this.#heights[row] = Number(fields[2]);
    this.#years[row] = Number(fields[3]);
    this.#cities[row] = Number(fields[4]);
    for (let f = 0; f < VALUE_FIELDS.length; f += 1) {
      const value = fields[NUMBER_FIELDS + f];
      if (value) for (const set of this.#setsOf(VALUE_FIELDS[f] as ValueField, value)) set.add(row, this.#capacity);
    }
    this.text.set(row, fields[NUMBER_FIELDS + VALUE_FIELDS.length] ?? '');
    return id;
  }

  remove(id: number): void {
    const row = this.rowOf(id);
    if (row === undefined) return;
    this.#version += 1;
    this.#leaveSets(row);
    clearBit(this.#alive, row);
    this.text.delete(row);
    // Should the same number come back, it takes a new row.
    this.#rows.set(id, GONE);
    this.#gone += 1;
  }

  #setsOf(field: ValueField, list: string): readonly RowSet[] {
    const known = this.#listed.get(field)?.get(list);
    if (known) return known;
    const byValue = this.#sets.get(field);
    const own = ownCopy(list);
    const sets = [...new Set(own.split(BETWEEN.items))].map(ownCopy).map((value) => {
      const set = byValue?.get(value) ?? new RowSet();
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
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size;
    this.#size += 1;
    this.#ids[row] = id;
    this.#rows.set(id, row);
    if (id < this.#lastId) this.#isAscending = false;
    this.#lastId = Math.max(id, this.#lastId);
    return row;
  }

  #grow(): void {
    this.#capacity = roomFor(this.#capacity * 1.2);
    this.#alive = grown(this.#alive, this.#capacity);
    this.#ids = enlarged(this.#ids, new Float64Array(this.#capacity));
    this.#born = enlarged(this.#born, new Int32Array(this.#capacity));
    this.#heights = enlarged(this.#heights, new Int16Array(this.#capacity));
    this.#years = enlarged(this.#years, new Int16Array(this.#capacity));
    this.#cities = enlarged(this.#cities, new Int32Array(this.#capacity));
  }
}

/** A piece of a text keeps the whole text in memory, here thousands of people's lines: what is kept must stand on its own. */
const ownCopy = (piece: string): string => Buffer.from(piece, 'utf8').toString('utf8');

/** Whole words of bits. */
const roomFor = (people: number): number => Math.ceil((people * 1.05 + 1000) / 32) * 32;

const GONE = -1;
const MOST_LISTS = 20_000;

function enlarged<T extends Float64Array | Int32Array | Int16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
