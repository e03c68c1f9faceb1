/** The picture that is painted here when nobody outside is asked, or nobody delivered. Costs nothing, and nothing leaves. */

import { partQuotes, tokensOf } from '../tokens.ts';
import type { FellBack, ImageNote, ImageOrder, PaintedImage } from './image.ts';
import { type Painting, paintPicture } from './painter/painter.ts';
import { readPhrases } from './painter/prompt/lexicon.ts';
import { PAINTER } from './painter/signature.ts';

export async function paintHere(order: ImageOrder, fellBackFrom: readonly FellBack[]): Promise<PaintedImage> {
  const { png, seed, sheets, understood } = await paintPicture(order);
  const { words, of } = wordsUnderstood(order.prompt);
  return {
    png,
    provider: 'embedded',
    model: PAINTER,
    seed,
    steps: sheets,
    guidanceScale: of === 0 ? 0 : Math.round((words / of) * 100) / 10,
    requestId: null,
    costUsd: 0,
    revisedPrompt: null,
    notes: [{ ...seenIn(understood), words, of }],
    fellBackFrom,
  };
}

type Seen = Omit<Extract<ImageNote, { code: 'understood' }>, 'words' | 'of'>;

const seenIn = (understood: Painting['understood']): Seen => ({
  code: 'understood',
  places: understood.settings.map(({ name }) => name),
  things: understood.things.map(({ name }) => name),
  people: understood.people?.count ?? 0,
  time: understood.isTimeAsked ? understood.time : null,
  weather: understood.weather,
});

/** Words that only join others, as `tokensOf` writes them. */
const JOINING = new Set(
  (
    'un une des les la le du de au aux et ou en dans sur sous avec sans pour par qui que ce cette ces son sa ses est il elle ' +
    'a an the of in on at by and or with without for to from is are its his her this that ' +
    'في من علي الي عن مع بين تحت فوق و او هو هي هذا هذه'
  ).split(' '),
);

/** How many of the words that mean something the painter knows, words to be written among them. */
export function wordsUnderstood(prompt: string): { readonly words: number; readonly of: number } {
  const { rest, quoted } = partQuotes(prompt);
  const tokens = tokensOf(rest);
  const means = tokens.map(({ forms: [word = ''] }) => word.length > 1 && !JOINING.has(word));
  const known = new Set(readPhrases(tokens).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const written = quoted ? tokensOf(quoted).length : 0;
  const count = (wanted: (at: number) => boolean): number => means.filter((does, at) => does && wanted(at)).length;
  return { words: count((at) => known.has(at)) + written, of: count(() => true) + written };
}
