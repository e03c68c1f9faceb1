/**
 * The perceptual hash of a picture (pHash): 64 bits that stay nearly the same when it is scaled, compressed or slightly toned, and
 * differ in about half of the bits between different pictures.
 *
 * The hash of neighbouring differences (dHash) would be shorter, but skies and walls, where neighbours are nearly equal, flip its bits
 * with every compression; the slow waves of the cosine transform do not care. A crop or a turn is another picture to both.
 */
import { sharp } from '#kernel/heavy.ts';
import { DECODE_SECONDS, darkroom, MAX_MEGAPIXELS } from './darkroom.ts';

const SIDE = 32;
const BITS = 64;

/** `COSINES[u][x]`: wave u at pixel x. */
const COSINES = Array.from({ length: 16 }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_unused, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE))),
);

/** The slowest 64 waves in both directions without the first, which is only brightness. */
const WAVES = COSINES.flatMap((_, u) => COSINES.map((_unused, v) => [u, v] as const))
  .sort(([u, v], [otherU, otherV]) => u + v - otherU - otherV || u - otherU)
  .slice(1, BITS + 1);

/** Sixteen hex digits. */
export const fingerprintPicture = (content: Buffer): Promise<string> =>
  darkroom.pass(async () => {
    const grey = await sharp()(content, { limitInputPixels: MAX_MEGAPIXELS * 1e6 })
      .timeout({ seconds: DECODE_SECONDS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(SIDE, SIDE, { fit: 'fill' })
      .extractChannel(0)
      .raw()
      .toBuffer();
    return hashOf(grey);
  });

function hashOf(grey: Buffer): string {
  const strengths = WAVES.map(([u, v]) => strengthOf(grey, u, v));
  const sorted = [...strengths].sort((one, other) => one - other);
  const middle = ((sorted[BITS / 2 - 1] ?? 0) + (sorted[BITS / 2] ?? 0)) / 2;
  const bits = strengths.map((strength) => (strength > middle ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

function strengthOf(grey: Buffer, u: number, v: number): number {
  let sum = 0;
  for (let y = 0; y < SIDE; y++) {
    const down = COSINES[v]?.[y] ?? 0;
    for (let x = 0; x < SIDE; x++) sum += (grey[y * SIDE + x] ?? 0) * (COSINES[u]?.[x] ?? 0) * down;
  }
  return sum;
}

/** In how many of the 64 bits two fingerprints differ: up to 6 is the same picture, 32 is chance. */
export function bitsApart(one: string, other: string): number {
  let count = 0;
  for (let rest = BigInt(`0x${one}`) ^ BigInt(`0x${other}`); rest > 0n; rest &= rest - 1n) count++;
  return count;
}
