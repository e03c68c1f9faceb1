/**
 * The pixels of a film, sixteen at a time. AssemblyScript: `node scripts/with-node.mjs scripts/kernels.mjs` compiles it into
 * src/capabilities/media/compose/frames/kernel-code.ts. What each function computes is said again in plain TypeScript in
 * frames/reference.ts, and a test holds the two together.
 */
const BITS: i32 = 14;

/** Four rows above each other into one: a weighted sum of each column. */
function foldRows(top: usize, stride: usize, line: usize, count: i32, upper: v128, lower: v128): void {
  const half = i32x4.splat(1 << (BITS - 1));
  for (let x = 0; x < count; x += 16) {
    const at = top + x;
    const a = v128.load(at);
    const b = v128.load(at + stride);
    const c = v128.load(at + 2 * stride);
    const d = v128.load(at + 3 * stride);
    const ab = i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const cd = i8x16.shuffle(c, d, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const ab2 = i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const cd2 = i8x16.shuffle(c, d, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const s0 = sum(i16x8.extend_low_i8x16_u(ab), i16x8.extend_low_i8x16_u(cd), upper, lower, half);
    const s1 = sum(i16x8.extend_high_i8x16_u(ab), i16x8.extend_high_i8x16_u(cd), upper, lower, half);
    const s2 = sum(i16x8.extend_low_i8x16_u(ab2), i16x8.extend_low_i8x16_u(cd2), upper, lower, half);
    const s3 = sum(i16x8.extend_high_i8x16_u(ab2), i16x8.extend_high_i8x16_u(cd2), upper, lower, half);
    v128.store(line + x, i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(s0, s1), i16x8.narrow_i32x4_s(s2, s3)));
  }
}

function sum(first: v128, second: v128, upper: v128, lower: v128, half: v128): v128 {
  const both = i32x4.add(i32x4.dot_i16x8_s(first, upper), i32x4.dot_i16x8_s(second, lower));
  return i32x4.shr_s(i32x4.add(both, half), BITS);
}

/** Eight pixels of a row at a time, each from four neighbours inside sixteen loaded bytes. */
function foldColumns(line: usize, groups: usize, dst: usize, width: i32): void {
  const half = i32x4.splat(1 << (BITS - 1));
  for (let x = 0; x < width; x += 8) {
    const bytes = v128.load(line + load<i32>(groups));
    const first = v128.swizzle(bytes, v128.load(groups, 16));
    const second = v128.swizzle(bytes, v128.load(groups, 32));
    const low = sum(i16x8.extend_low_i8x16_u(first), i16x8.extend_low_i8x16_u(second), v128.load(groups, 48), v128.load(groups, 80), half);
    const high = sum(
      i16x8.extend_high_i8x16_u(first),
      i16x8.extend_high_i8x16_u(second),
      v128.load(groups, 64),
      v128.load(groups, 96),
      half,
    );
    const words = i16x8.narrow_i32x4_s(low, high);
    v128.store64_lane(dst + x, i8x16.narrow_i16x8_u(words, words), 0);
    groups += 112;
  }
}

export function resample(
  src: usize,
  stride: i32,
  dst: usize,
  dstStride: i32,
  width: i32,
  height: i32,
  groups: usize,
  rows: usize,
  line: usize,
  from: i32,
  count: i32,
): void {
  for (let y = 0; y < height; y++) {
    const top = src + load<i32>(rows) * stride + from;
    foldRows(top, stride, line, count, i32x4.splat(load<i32>(rows, 4)), i32x4.splat(load<i32>(rows, 8)));
    foldColumns(line, groups, dst, width);
    rows += 16;
    dst += dstStride;
  }
}

/** `share` of 256 of the second, the rest of the first. */
export function mix(dst: usize, first: usize, second: usize, share: i32, count: i32): void {
  const b = i16x8.splat(<i16>share);
  const a = i16x8.splat(<i16>(256 - share));
  const half = i16x8.splat(128);
  for (let x = 0; x < count; x += 16) {
    const one = v128.load(first + x);
    const two = v128.load(second + x);
    const low = i16x8.add(i16x8.mul(i16x8.extend_low_i8x16_u(one), a), i16x8.mul(i16x8.extend_low_i8x16_u(two), b));
    const high = i16x8.add(i16x8.mul(i16x8.extend_high_i8x16_u(one), a), i16x8.mul(i16x8.extend_high_i8x16_u(two), b));
    const l = i16x8.shr_u(i16x8.add(low, half), 8);
    const h = i16x8.shr_u(i16x8.add(high, half), 8);
    v128.store(dst + x, i8x16.narrow_i16x8_u(l, h));
  }
}

/** Divided by 255, rounded, in sixteen bits. */
function byWhole(product: v128): v128 {
  const more = i16x8.add(product, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(more, i16x8.shr_u(more, 8)), 8);
}

/** `mask` of 255 of the second in each pixel, the rest of the first. */
export function mixMasked(dst: usize, first: usize, second: usize, mask: usize, count: i32): void {
  const whole = i16x8.splat(255);
  for (let x = 0; x < count; x += 16) {
    const one = v128.load(first + x);
    const two = v128.load(second + x);
    const m = v128.load(mask + x);
    const ml = i16x8.extend_low_i8x16_u(m);
    const mh = i16x8.extend_high_i8x16_u(m);
    const low = i16x8.add(i16x8.mul(i16x8.extend_low_i8x16_u(one), i16x8.sub(whole, ml)), i16x8.mul(i16x8.extend_low_i8x16_u(two), ml));
    const high = i16x8.add(i16x8.mul(i16x8.extend_high_i8x16_u(one), i16x8.sub(whole, mh)), i16x8.mul(i16x8.extend_high_i8x16_u(two), mh));
    v128.store(dst + x, i8x16.narrow_i16x8_u(byWhole(low), byWhole(high)));
  }
}

/** A picture with its opacity, already multiplied by it, over what is there. */
export function blend(dst: usize, colour: usize, alpha: usize, count: i32): void {
  const whole = i16x8.splat(255);
  for (let x = 0; x < count; x += 16) {
    const there = v128.load(dst + x);
    const a = v128.load(alpha + x);
    const low = i16x8.mul(i16x8.extend_low_i8x16_u(there), i16x8.sub(whole, i16x8.extend_low_i8x16_u(a)));
    const high = i16x8.mul(i16x8.extend_high_i8x16_u(there), i16x8.sub(whole, i16x8.extend_high_i8x16_u(a)));
    v128.store(dst + x, i8x16.add_sat_u(i8x16.narrow_i16x8_u(byWhole(low), byWhole(high)), v128.load(colour + x)));
  }
}
