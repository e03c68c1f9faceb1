/**
 * The embedded painter: a composed picture from a prompt in French, English or Arabic, with nothing configured and nobody asked.
 *
 * Hides threads, layers, art and styles. The same prompt, style, size, quality and seed are the same picture; one seed shows the same
 * scene at every size. It draws and paints; nothing it makes is a photograph. Words: a *setting* is a place of the scene, a *thing*
 * an object from drawn art, a *style* the hand that finishes the picture.
 */
import type { ImageOrder } from '../image.ts';
import { paintInThread } from './pool.ts';
import type { Understood } from './scene/scene.ts';

export type { Understood } from './scene/scene.ts';

export interface Painting {
  readonly png: Buffer;
  readonly seed: number;
  /** What the prompt was taken to ask for. */
  readonly understood: Understood;
  /** Layers, drawn things and passes of the style: every sheet that was painted for this picture. */
  readonly sheets: number;
}

/** Rejects with the signal's reason when it is aborted. */
export async function paintPicture({ signal, ...order }: ImageOrder): Promise<Painting> {
  const { png, seed, understood, sheets } = await paintInThread(order, signal);
  return { png: Buffer.from(png.buffer, png.byteOffset, png.byteLength), seed, understood, sheets };
}
