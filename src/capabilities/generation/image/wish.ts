/** An order in the means of one model: what it can be told, and notes of what it cannot. */
import type { ImageNote, ImageOrder, ImageStyle } from './image.ts';
import { type Frame, frameFor, type ImageModel } from './models.ts';

export interface Wish {
  readonly prompt: string;
  /** For models that have a field for it; empty otherwise. */
  readonly negativePrompt: string;
  readonly style: ImageStyle;
  readonly quality: 'standard' | 'hd';
  /** Null: this model takes none. */
  readonly seed: number | null;
  readonly frame: Frame | null;
  readonly notes: readonly ImageNote[];
}

const STYLE_WORDS: Readonly<Record<ImageStyle, string>> = {
  realistic: 'realistic photograph, natural light',
  artistic: 'artistic painting, visible brush strokes',
  anime: 'anime illustration, clean lines',
  digital_art: 'digital art, detailed illustration',
};

const MOST_AVOIDED = 1000;

/** `wordless` styles have a parameter of their own at the provider. */
export function wishFor(order: ImageOrder, model: ImageModel, wordless: ReadonlySet<ImageStyle> = new Set()): Wish {
  const { style, quality, width, height } = order;
  const avoid = [...(order.negativePrompt ?? '').toWellFormed().trim()].slice(0, MOST_AVOIDED).join('');
  const manner = wordless.has(style) ? '' : `\n\n${STYLE_WORDS[style]}`;
  const words = `${manner}${avoid && model.avoids === 'words' ? `\n\nAvoid: ${avoid}.` : ''}`;
  const asked = [...order.prompt.toWellFormed()];
  const sent = within(asked, (model.longestPrompt ?? Number.POSITIVE_INFINITY) - words.length);
  const seed = model.seeds === null ? null : order.seed % model.seeds;
  const notes: ImageNote[] = [
    ...(manner ? [{ code: 'style_as_words' } as const] : []),
    ...(avoid && model.avoids === 'words' ? [{ code: 'avoid_as_words' } as const] : []),
    ...(avoid && model.avoids === null ? [{ code: 'avoid_not_supported' } as const] : []),
    ...(quality === 'hd' && !model.hasQuality ? [{ code: 'quality_not_supported' } as const] : []),
    ...(seed === null ? [{ code: 'seed_not_supported' } as const] : []),
    ...(sent.length < asked.length ? [{ code: 'prompt_shortened', sent: sent.length, of: asked.length } as const] : []),
  ];
  const negativePrompt = model.avoids === 'field' ? avoid : '';
  return { prompt: `${sent.join('')}${words}`, negativePrompt, style, quality, seed, frame: frameFor(model, width, height), notes };
}

/** Whole characters; an emoji counts as two, as the strictest provider may count it. */
function within(characters: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += character.length;
    return used > room;
  });
  return end < 0 ? characters : characters.slice(0, end);
}
