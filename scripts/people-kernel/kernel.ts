/**
 * Sets of people and their columns, sixteen bytes at a time. AssemblyScript: `node scripts/with-node.mjs scripts/kernels.mjs` compiles
 * it into src/products/talent/cinema-search/kernel-code.ts. A property test holds the answers against those of the database.
 *
 * Addresses are of bytes. A set has a bit a row; `bytes` is its length, a multiple of 16. A column has a number a row.
 */

export function intersect(into: usize, other: usize, bytes: i32): void {
  for (let i = 0; i < bytes; i += 16) v128.store(into + i, v128.and(v128.load(into + i), v128.load(other + i)));
}

export function subtract(into: usize, other: usize, bytes: i32): void {
  for (let i = 0; i < bytes; i += 16) v128.store(into + i, v128.andnot(v128.load(into + i), v128.load(other + i)));
}

export function unite(into: usize, other: usize, bytes: i32): void {
  for (let i = 0; i < bytes; i += 16) v128.store(into + i, v128.or(v128.load(into + i), v128.load(other + i)));
}

/** Notes which rows `set` lacks: in `once` if it is the first set to lack them, in `twice` as well if not. */
export function noteLacking(once: usize, twice: usize, set: usize, bytes: i32): void {
  for (let i = 0; i < bytes; i += 16) {
    const lacking = v128.not(v128.load(set + i));
    const before = v128.load(once + i);
    v128.store(twice + i, v128.or(v128.load(twice + i), v128.and(before, lacking)));
    v128.store(once + i, v128.or(before, lacking));
  }
}

export function copy(into: usize, other: usize, bytes: i32): void {
  memory.copy(into, other, bytes);
}

export function clear(set: usize, bytes: i32): void {
  memory.fill(set, 0, bytes);
}

export function count(set: usize, bytes: i32): i32 {
  let total: i64 = 0;
  for (let i = 0; i < bytes; i += 16) total += popcnt<i64>(load<i64>(set + i)) + popcnt<i64>(load<i64>(set + i, 8));
  return <i32>total;
}

function countCommon(first: usize, second: usize, bytes: i32): i32 {
  let a: i64 = 0;
  let b: i64 = 0;
  for (let i = 0; i < bytes; i += 16) {
    a += popcnt<i64>(load<i64>(first + i) & load<i64>(second + i));
    b += popcnt<i64>(load<i64>(first + i, 8) & load<i64>(second + i, 8));
  }
  return <i32>(a + b);
}

/** The places of eight bytes that are not all empty, as offsets, into `places`; -1 when there are more than `most`. */
export function placesOf(set: usize, bytes: i32, places: usize, most: i32): i32 {
  let found = 0;
  for (let i = 0; i < bytes; i += 8) {
    if (load<i64>(set + i) === 0) continue;
    if (found === most) return -1;
    store<i32>(places + (found << 2), i);
    found += 1;
  }
  return found;
}

/** How many rows of `sample` are in each of the sets, whose addresses stand in `sets`; `filled` places as placesOf found them. */
export function countMany(sample: usize, bytes: i32, places: usize, filled: i32, sets: usize, length: i32, counts: usize): void {
  for (let s = 0; s < length; s += 1) {
    const set: usize = load<u32>(sets + (s << 2));
    let total: i32 = 0;
    if (filled < 0) total = countCommon(sample, set, bytes);
    else
      for (let p = 0; p < filled; p += 1) {
        const at: usize = load<u32>(places + (p << 2));
        total += <i32>popcnt<i64>(load<i64>(sample + at) & load<i64>(set + at));
      }
    store<i32>(counts + (s << 2), total);
  }
}

/** Thirty-two rows of a column of 32-bit numbers, as the bits of those from `least` to `most`. */
function within32(at: usize, least: v128, most: v128): i32 {
  return half32(at, least, most) | (half32(at + 64, least, most) << 16);
}
function half32(at: usize, least: v128, most: v128): i32 {
  const low = i16x8.narrow_i32x4_s(between32(v128.load(at), least, most), between32(v128.load(at, 16), least, most));
  const high = i16x8.narrow_i32x4_s(between32(v128.load(at, 32), least, most), between32(v128.load(at, 48), least, most));
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high));
}
function between32(numbers: v128, least: v128, most: v128): v128 {
  return v128.and(i32x4.ge_s(numbers, least), i32x4.le_s(numbers, most));
}

/** Adds the rows whose number lies from `least` to `most`. */
export function addWithin32(into: usize, bytes: i32, column: usize, least: i32, most: i32): void {
  const from = i32x4.splat(least);
  const until = i32x4.splat(most);
  for (let i = 0; i < bytes; i += 4) store<i32>(into + i, load<i32>(into + i) | within32(column + (i << 5), from, until));
}

/** The same for 16-bit numbers. */
export function addWithin16(into: usize, bytes: i32, column: usize, least: i32, most: i32): void {
  const from = i16x8.splat(<i16>least);
  const until = i16x8.splat(<i16>most);
  for (let i = 0; i < bytes; i += 2) {
    const at = column + (i << 4);
    const low = v128.load(at);
    const high = v128.load(at, 16);
    const bits = i8x16.narrow_i16x8_s(
      v128.and(i16x8.ge_s(low, from), i16x8.le_s(low, until)),
      v128.and(i16x8.ge_s(high, from), i16x8.le_s(high, until)),
    );
    store<i16>(into + i, load<i16>(into + i) | <i16>i8x16.bitmask(bits));
  }
}

/** Adds the rows whose number, never negative, has a one in the table. */
export function addListed32(into: usize, bytes: i32, column: usize, table: usize, length: i32): void {
  for (let i = 0; i < bytes; i += 4) {
    let word: i32 = 0;
    const first = column + (i << 5);
    for (let b = 0; b < 32; b += 1) {
      const number = load<u32>(first + (b << 2));
      if (number < <u32>length) word |= (<i32>load<u8>(table + number)) << b;
    }
    store<i32>(into + i, load<i32>(into + i) | word);
  }
}

/** How many rows of the set have a number within each span (pairs of least and most, which do not overlap). */
export function countWithin32(set: usize, bytes: i32, column: usize, spans: usize, length: i32, counts: usize): void {
  for (let s = 0; s < length; s += 1) store<i32>(counts + (s << 2), 0);
  for (let i = 0; i < bytes; i += 4) {
    const word = load<i32>(set + i);
    if (word === 0) continue;
    for (let s = 0; s < length; s += 1) {
      const span = spans + (s << 3);
      const found = within32(column + (i << 5), v128.load_splat<i32>(span), v128.load_splat<i32>(span, 4)) & word;
      const at = counts + (s << 2);
      store<i32>(at, load<i32>(at) + popcnt<i32>(found));
    }
  }
}

function isSame(text: usize, needle: usize, size: i32): bool {
  for (let i = 0; i < size; i += 1) if (load<u8>(text + i) !== load<u8>(needle + i)) return false;
  return true;
}

function bothAt(text: usize, rare: i32, other: i32, first: v128, second: v128): v128 {
  return v128.and(i8x16.eq(first, v128.load(text + rare)), i8x16.eq(second, v128.load(text + other)));
}

/**
 * Adds the rows that have the needle in their text. `starts` says where each piece of the text begins (one more than there are
 * pieces), `owners` whose it is, `current` which piece a row has now: the others are litter. The bytes of the needle at `rare` and
 * `other` are looked for first. Thirty-two bytes beyond the end may be read.
 */
export function addContaining(
  into: usize,
  text: usize,
  length: i32,
  needle: usize,
  size: i32,
  rare: i32,
  other: i32,
  starts: usize,
  owners: usize,
  current: usize,
  pieces: i32,
): void {
  const first = i8x16.splat(load<u8>(needle + rare));
  const second = i8x16.splat(load<u8>(needle + other));
  const end = length - size;
  let piece = 0;
  // Where the search goes on after a piece that has it.
  let next = 0;
  for (let at = 0; at <= end; at += 32) {
    const low = bothAt(text + at, rare, other, first, second);
    const high = bothAt(text + at + 16, rare, other, first, second);
    if (!v128.any_true(v128.or(low, high))) continue;
    for (let hits = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16); hits !== 0; hits &= hits - 1) {
      const found = at + <i32>ctz(hits);
      if (found < next || found > end || !isSame(text + found, needle, size)) continue;
      while (piece + 16 < pieces && load<i32>(starts + ((piece + 16) << 2)) <= found) piece += 16;
      while (piece + 1 < pieces && load<i32>(starts + ((piece + 1) << 2)) <= found) piece += 1;
      next = load<i32>(starts + ((piece + 1) << 2));
      const row = load<i32>(owners + (piece << 2));
      if (load<i32>(current + (row << 2)) !== piece) continue;
      const byte = into + (row >> 3);
      store<u8>(byte, load<u8>(byte) | ((<u8>1) << (<u8>(row & 7))));
    }
  }
}

/** Takes the rows out that do not have the needle in their text. */
export function keepContaining(set: usize, bytes: i32, text: usize, needle: usize, size: i32, starts: usize, current: usize): void {
  for (let i = 0; i < bytes; i += 4) {
    let kept = load<i32>(set + i);
    for (let left = kept; left !== 0; left &= left - 1) {
      const bit = <i32>ctz(left);
      const piece = load<i32>(current + (((i << 3) + bit) << 2));
      const end = load<i32>(starts + ((piece + 1) << 2)) - 1 - size;
      let at = load<i32>(starts + (piece << 2));
      while (at <= end && !isSame(text + at, needle, size)) at += 1;
      if (at > end) kept &= ~(1 << bit);
    }
    store<i32>(set + i, kept);
  }
}
