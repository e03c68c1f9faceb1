/**
 * Pictures from a prompt: one order, one picture of exactly the size that was asked.
 *
 * Words: an *order* is what a person wants to see; a *seed* chooses among the pictures that fit: the same order with the same seed
 * is the same picture where the provider can promise it.
 */
import { paintPicture } from './painter/painter.ts';

export const IMAGE_STYLES = ['realistic', 'artistic', 'anime', 'digital_art'] as const;
export type ImageStyle = (typeof IMAGE_STYLES)[number];

export interface ImageOrder {
  readonly prompt: string;
  readonly style: ImageStyle;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly quality: 'standard' | 'hd';
  /** 0 to 2³² − 1. */
  readonly seed: number;
  readonly signal?: AbortSignal;
}

export interface PaintedImage {
  /** A whole PNG with the prompt, the model and the seed in its text chunks. */
  readonly png: Buffer;
  readonly provider: 'embedded';
  /** What really made it: `atelier-painter-1`. */
  readonly model: string;
  readonly seed: number;
}

export async function paintImage(order: ImageOrder): Promise<PaintedImage> {
  const { png, seed } = await paintPicture(order);
  return { png, provider: 'embedded', model: PAINTER, seed };
}

const PAINTER = 'atelier-painter-1';
