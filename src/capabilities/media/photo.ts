/** Pictures that people send: decoded for real and written anew, so nothing but the pixels survives (EXIF, GPS, scripts, a second file glued to the end). */
import sharp from 'sharp';
import { failure } from '#kernel/failure.ts';
import { m } from './messages.ts';
import { refusal, sniff } from './sniff.ts';

export interface PreparedPhoto {
  readonly content: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

const MAX_MEGAPIXELS = 60;
const MAX_SIDE = 2000;
const MIN_SIDE = 100;
const DECODE_SECONDS = 20;

sharp.cache(false); // every picture is another one: keeping the last ones only takes memory

export async function rewritePhoto(content: Buffer, field: string): Promise<PreparedPhoto> {
  await requirePicture(content, field);
  const { alpha } = await measure(content, field);
  const options = { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error', sequentialRead: true } as const;
  const upright = sharp(content, options)
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const written = alpha ? upright.png({ compressionLevel: 8 }) : upright.jpeg({ quality: 86 });
  const { data, info } = await written.toBuffer({ resolveWithObject: true }).catch(() => {
    throw failure.field(field, m.brokenPhoto, {}, 'damaged');
  });
  const { width, height } = info;
  if (alpha) return { content: data, mediaType: 'image/png', extension: 'png', width, height };
  return { content: data, mediaType: 'image/jpeg', extension: 'jpg', width, height };
}

/** PNG (also an animated one, whose first picture is kept) or JPEG, by content. */
async function requirePicture(content: Buffer, field: string): Promise<void> {
  const sniffed = await sniff(content);
  if (sniffed && ['image/jpeg', 'image/png', 'image/apng'].includes(sniffed.mediaType)) return;
  if (sniffed?.mediaType.startsWith('image/')) throw failure.field(field, m.otherPicture, { format: sniffed.format }, 'format');
  throw refusal(field, m.notPhoto, sniffed);
}

/** Reads the header only: a picture of 40 000 × 40 000 pixels in a few kilobytes is refused before a pixel is made. */
async function measure(content: Buffer, field: string): Promise<{ alpha: boolean }> {
  const found = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  const { width = 0, height = 0 } = found ?? {};
  if (!found || width === 0 || height === 0) throw failure.field(field, m.brokenPhoto, {}, 'damaged');
  if (width * height > MAX_MEGAPIXELS * 1e6)
    throw failure.field(field, m.tooManyPixels, { width, height, limit: MAX_MEGAPIXELS }, 'max_pixels');
  if (Math.min(width, height) < MIN_SIDE) throw failure.field(field, m.tooFewPixels, { width, height, limit: MIN_SIDE }, 'min_pixels');
  return { alpha: found.hasAlpha === true };
}

export type VariantFormat = 'webp' | 'avif' | 'jpeg';

export function resizePhoto(content: Buffer, width: number, format: VariantFormat): Promise<Buffer> {
  const resized = sharp(content, { limitInputPixels: MAX_MEGAPIXELS * 1e6 })
    .timeout({ seconds: DECODE_SECONDS })
    .resize({ width, withoutEnlargement: true });
  if (format === 'webp') return resized.webp({ quality: 80 }).toBuffer();
  if (format === 'avif') return resized.avif({ quality: 55, effort: 3 }).toBuffer();
  return resized.flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer();
}
