/**
 * One page of many rows in some order, without sorting them all: rows fall into buckets by the first digit of what they are ordered
 * by, and only the buckets that the page touches are looked at further.
 */
import type { CinemaSort } from './cinema-search.ts';
import type { PeopleIndex } from './people-index.ts';

/** Rows are compared digit by digit; a digit is a whole number below 65 536. The last digits are those of the person's number. */
export interface Order {
  readonly depths: number;
  digit(row: number, depth: number): number;
}

const BUCKETS = 65_536;
/** So few rows are sorted as they are. */
const FEW = 64;

export function pageInOrder(rows: Int32Array, order: Order, offset: number, size: number, depth = 0): readonly number[] {
  if (offset >= rows.length || size <= 0) return [];
  if (rows.length <= FEW || depth >= order.depths)
    return [...rows].sort((a, b) => compare(order, a, b, depth)).slice(offset, offset + size);
  const counts = new Int32Array(BUCKETS);
  for (let i = 0; i < rows.length; i += 1) {
    const digit = order.digit(rows[i] as number, depth);
    counts[digit] = (counts[digit] as number) + 1;
  }
  const touched = touchedBuckets(counts, offset, offset + size);
  fillBuckets(touched, rows, order, depth);
  return touched.flatMap(({ before, rows: own }) => {
    const from = Math.max(0, offset - before);
    return pageInOrder(own, order, from, offset + size - before - from, depth + 1);
  });
}

interface Bucket {
  readonly digit: number;
  /** Rows in the buckets ahead of it. */
  readonly before: number;
  readonly rows: Int32Array;
}

function touchedBuckets(counts: Int32Array, from: number, below: number): readonly Bucket[] {
  const touched: Bucket[] = [];
  let before = 0;
  for (let digit = 0; digit < BUCKETS && before < below; digit += 1) {
    const count = counts[digit] as number;
    if (count > 0 && before + count > from) touched.push({ digit, before, rows: new Int32Array(count) });
    before += count;
  }
  return touched;
}

function fillBuckets(buckets: readonly Bucket[], rows: Int32Array, order: Order, depth: number): void {
  const byDigit = new Map(buckets.map((bucket) => [bucket.digit, { rows: bucket.rows, filled: 0 }]));
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const bucket = byDigit.get(order.digit(row, depth));
    if (!bucket) continue;
    bucket.rows[bucket.filled] = row;
    bucket.filled += 1;
  }
}

function compare(order: Order, a: number, b: number, from: number): number {
  for (let depth = from; depth < order.depths; depth += 1) {
    const difference = order.digit(a, depth) - order.digit(b, depth);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of a number below 2^48, the greatest first. */
const ID_DIGITS = 3;
/** No name is longer than that many pairs of bytes. */
const TEXT_DIGITS = 1024;
const LAST = BUCKETS - 1;
/** Days are counted from long before anybody was born, so that none is negative. */
const EARLIEST = 1 << 24;

/** The young were born last: `age` turns the dates. Whoever has the same is ordered by number, in the same direction. */
export function orderOf({ born, heights, years, ids, text }: PeopleIndex, sort: CinemaSort): Order {
  const isTurned = sort === 'newest' || sort === 'age' || (sort.startsWith('-') && sort !== '-age');
  const turned = (digit: number): number => (isTurned ? LAST - digit : digit);
  const idDigit = (row: number, depth: number): number => Math.floor((ids[row] as number) / BUCKETS ** (ID_DIGITS - 1 - depth)) % BUCKETS;
  const by = (depths: number, digit: Order['digit']): Order => ({
    depths: depths + ID_DIGITS,
    digit: (row, depth) => (depth < depths ? digit(row, depth) : turned(idDigit(row, depth - depths))),
  });
  // What is not known comes last in both directions.
  const byKnown = (column: Int16Array): Order =>
    by(1, (row) => {
      const value = column[row] as number;
      return value < 0 ? LAST : isTurned ? LAST - 1 - value : value;
    });
  const byBirth = (row: number, depth: number): number => {
    const day = (born[row] as number) + EARLIEST;
    return turned(depth === 0 ? day >>> 16 : day & LAST);
  };
  switch (sort) {
    case 'newest':
    case 'oldest':
      return by(0, () => 0);
    case 'name':
    case '-name':
      return by(TEXT_DIGITS, (row, depth) => turned(text.digit(row, depth)));
    case 'height':
    case '-height':
      return byKnown(heights);
    case 'experience':
    case '-experience':
      return byKnown(years);
    case 'age':
    case '-age':
      return by(2, byBirth);
  }
}
