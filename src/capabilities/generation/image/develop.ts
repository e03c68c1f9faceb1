/** What a provider delivered, as the picture that was asked: decoded for real, cut from the middle, never stretched, written anew. */
import { sharp } from '#kernel/heavy.ts';
import { ImageFault, type ImageNote, type ImageOrder, type ImageProviderName } from './image.ts';
import { notesOf, withTexts } from './painter/png.ts';

const MAX_PIXELS = 50e6;
const DECODE_SECONDS = 20;
const FORMATS = new Set(['png', 'jpeg', 'webp', 'heif', 'gif']);

export interface Developed {
  readonly png: Buffer;
  readonly notes: readonly ImageNote[];
}

export interface Maker {
  readonly provider: ImageProviderName;
  readonly model: string;
  /** Null: it takes none. */
  readonly seed: number | null;
  readonly requestId: string | null;
}

/** Throws `unreadable` for what is no whole picture. */
export async function develop(content: Buffer, order: ImageOrder, { provider, model, seed, requestId }: Maker): Promise<Developed> {
  const unreadable = (code: string) => new ImageFault(provider, 'unreadable', { code, requestId, mayBeCharged: true });
  const found = await sharp()(content, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!found?.width || !found.height || !FORMATS.has(found.format ?? '')) throw unreadable('no_picture');
  if (found.width * found.height > MAX_PIXELS) throw unreadable('too_many_pixels');
  const { width, height } = found.autoOrient;
  const kept = middleOf(width, height, order.width / order.height);
  const png = await sharp()(content, { limitInputPixels: MAX_PIXELS, failOn: 'warning' })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .extract(kept)
    .resize({ width: order.width, height: order.height, fit: 'fill', kernel: 'lanczos3' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 7 })
    .toBuffer()
    .catch(() => {
      throw unreadable('broken_picture');
    });
  const notes = notesOf([...order.prompt].slice(0, 4000).join(''), model, seed, 'model');
  return { png: withTexts(png, notes), notes: changesOf({ width, height }, kept, order) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest piece of this ratio around the middle. */
function middleOf(width: number, height: number, ratio: number): Size & { readonly left: number; readonly top: number } {
  const kept = {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  };
  return { ...kept, left: Math.floor((width - kept.width) / 2), top: Math.floor((height - kept.height) / 2) };
}

const said = ({ width, height }: Size): string => `${width}×${height}`;

function changesOf(received: Size, kept: Size, asked: Size): ImageNote[] {
  return [
    ...(said(received) === said(kept) ? [] : [{ code: 'cropped', from: said(received), to: said(kept) } as const]),
    ...(said(kept) === said(asked) ? [] : [{ code: 'resized', from: said(kept), to: said(asked) } as const]),
  ];
}
