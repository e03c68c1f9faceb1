/** Pictures that people send: decoded for real and written anew, so nothing but the pixels survives (EXIF, GPS, scripts, a second file glued to the end). */
import type { Sharp } from 'sharp';
import { failure } from '#kernel/failure.ts';
import { sharp } from '#kernel/heavy.ts';
import { DECODE_SECONDS, darkroom, MAX_MEGAPIXELS } from './darkroom.ts';
import { m } from './messages.ts';
import { refusal, sniff } from './sniff.ts';

export interface PreparedPhoto {
  readonly content: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** What is taken, and how long its longest side may be afterwards. */
interface Bounds {
  readonly mediaTypes: readonly string[];
  readonly longestSide: number;
  readonly leastSide?: number;
}
const PHOTOS: Bounds = { mediaTypes: ['image/jpeg', 'image/png', 'image/apng'], longestSide: 2000 };
/** Of films: something has to be left where the camera moves in. */
export const PICTURES: Bounds = { mediaTypes: [...PHOTOS.mediaTypes, 'image/webp'], longestSide: 4096 };
const MIN_SIDE = 100;
/** Of the site itself: icons are small. */
const EMBLEMS = { mediaTypes: PICTURES.mediaTypes, longestSide: 4096, leastSide: 16 } as const satisfies Bounds;

export async function rewritePhoto(content: Buffer, field: string, bounds = PHOTOS): Promise<PreparedPhoto> {
  await requirePicture(content, field, bounds);
  const { alpha } = await measure(content, field, bounds);
  const upright = open(content)
    .resize({ width: bounds.longestSide, height: bounds.longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const written = alpha ? upright.png({ compressionLevel: 8 }) : upright.jpeg({ quality: 86 });
  const { data, info } = await written.toBuffer({ resolveWithObject: true }).catch(() => {
    throw failure.field(field, m.brokenPhoto, {}, 'damaged');
  });
  const { width, height } = info;
  if (alpha) return { content: data, mediaType: 'image/png', extension: 'png', width, height };
  return { content: data, mediaType: 'image/jpeg', extension: 'jpg', width, height };
}

const open = (content: Buffer): Sharp =>
  sharp()(content, { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient();

export interface EmblemBox {
  readonly width: number;
  readonly height: number;
  /** Filled up with nothing to exactly that size; else as large as fits. */
  readonly whole?: boolean;
}

/** A logo or an icon as PNG, once for each box; transparency is kept, and nothing is made larger. */
export async function rewriteEmblem(content: Buffer, field: string, boxes: readonly EmblemBox[]): Promise<readonly Buffer[]> {
  await requirePicture(content, field, EMBLEMS);
  await measure(content, field, EMBLEMS);
  const drawn = boxes.map(({ width, height, whole }) =>
    open(content)
      .resize({ width, height, fit: whole ? 'contain' : 'inside', withoutEnlargement: !whole, background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );
  return Promise.all(drawn).catch(() => {
    throw failure.field(field, m.brokenPhoto, {}, 'damaged');
  });
}

/** By content; of an animated one the first picture is kept. */
async function requirePicture(content: Buffer, field: string, { mediaTypes }: Bounds): Promise<void> {
  const sniffed = await sniff(content);
  if (sniffed && mediaTypes.includes(sniffed.mediaType)) return;
  if (sniffed?.mediaType.startsWith('image/')) throw failure.field(field, m.otherPicture, { format: sniffed.format }, 'format');
  throw refusal(field, m.notPhoto, sniffed);
}

/** Reads the header only: a picture of 40 000 × 40 000 pixels in a few kilobytes is refused before a pixel is made. */
async function measure(content: Buffer, field: string, { leastSide = MIN_SIDE }: Bounds): Promise<{ alpha: boolean }> {
  const found = await sharp()(content, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  const { width = 0, height = 0 } = found ?? {};
  if (!found || width === 0 || height === 0) throw failure.field(field, m.brokenPhoto, {}, 'damaged');
  if (width * height > MAX_MEGAPIXELS * 1e6)
    throw failure.field(field, m.tooManyPixels, { width, height, limit: MAX_MEGAPIXELS }, 'max_pixels');
  if (Math.min(width, height) < leastSide) throw failure.field(field, m.tooFewPixels, { width, height, limit: leastSide }, 'min_pixels');
  return { alpha: found.hasAlpha === true };
}

export type VariantFormat = 'webp' | 'avif' | 'jpeg';

/** A copy of a picture that is stored, at most `width` pixels wide. */
export const photoVariant = (content: Buffer, width: number, format: VariantFormat): Promise<Buffer> =>
  darkroom.pass(() => {
    const resized = sharp()(content, { limitInputPixels: MAX_MEGAPIXELS * 1e6 })
      .timeout({ seconds: DECODE_SECONDS })
      .resize({ width, withoutEnlargement: true });
    if (format === 'webp') return resized.webp({ quality: 80 }).toBuffer();
    if (format === 'avif') return resized.avif({ quality: 55, effort: 3 }).toBuffer();
    return resized.flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer();
  });
