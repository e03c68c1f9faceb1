/** The logo of a brand in its corner, inside the safe area. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Brand } from '../compose.ts';
import { type Overlay, overlayOf } from '../frames/overlay.ts';
import type { Size } from '../frames/planes.ts';
import { lastWords, Trouble } from '../trouble.ts';

const MARGIN = 0.04;
const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2);

export async function logoOverlay({ logo, corner, width, opacity }: Brand, film: Size): Promise<Overlay> {
  const wide = even(film.width * Math.min(0.5, Math.max(0.02, width)));
  const png = await sharp(logo, { density: 300 })
    .resize({ width: wide, height: even(film.height * 0.3), fit: 'inside' })
    .png()
    .toBuffer()
    .catch((error: unknown) => {
      throw new Trouble('unreadable', { shot: 0, reason: `logo: ${lastWords(String(error))}` });
    });
  const image = await loadImage(png);
  const canvas = createCanvas(even(image.width), even(image.height));
  canvas.getContext('2d').drawImage(image, 0, 0);
  const margin = even(Math.min(film.width, film.height) * MARGIN);
  const left = corner.endsWith('left') ? margin : film.width - margin - canvas.width;
  const top = corner.startsWith('top') ? margin : film.height - margin - canvas.height;
  return overlayOf(canvas, Math.floor(left / 2) * 2, Math.floor(top / 2) * 2, Math.min(1, Math.max(0, opacity)));
}
