/** What Runway makes and what it costs, as of 21 November 2026 (docs.dev.runwayml.com). Names and prices age: this is the one place of them. */
import { sharp } from '#kernel/heavy.ts';
import { ClipFault } from '../faults.ts';
import type { ClipOrder } from '../order.ts';

export const RUNWAY_MODEL = 'gen4_turbo';
/** Five credits a second, a credit at one cent. */
export const RUNWAY_USD_PER_SECOND = 0.05;

const SHORTEST_SECONDS = 2;
const LONGEST_SECONDS = 10;
const MOST_LETTERS = 1000;
const RATIOS = [
  [1280, 720],
  [720, 1280],
  [1104, 832],
  [832, 1104],
  [960, 960],
  [1584, 672],
] as const;
const MOST_PIXELS = 100_000_000;
const DECODE_SECONDS = 30;

export interface Asked {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly prompt: string;
  readonly isShorter: boolean;
  readonly isPromptShortened: boolean;
}

/** Whole seconds, never fewer than were asked for as long as it has them; the form nearest to that of the film. */
export function shapeOf({ seconds, width, height, prompt }: Pick<ClipOrder, 'seconds' | 'width' | 'height' | 'prompt'>): Asked {
  const distance = ([wide, tall]: readonly [number, number]): number => Math.abs(Math.log((wide * height) / (tall * width)));
  const [wide, tall] = RATIOS.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best));
  const words = prompt.trim();
  return {
    seconds: Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, Math.ceil(seconds))),
    ...{ width: wide, height: tall },
    prompt: cutAt(words, MOST_LETTERS),
    isShorter: seconds > LONGEST_SECONDS,
    isPromptShortened: words.length > MOST_LETTERS,
  };
}

/** Counted in UTF-16 units, as the provider does, and never in the middle of a sign. */
function cutAt(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The picture in that form, small enough to travel within the request. */
export async function pictureFor(picture: string, { width, height }: Asked): Promise<string> {
  const jpeg = await sharp()(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .flatten({ background: '#000000' })
    .toColourspace('srgb')
    .resize({ width, height, fit: 'cover' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
    .catch(() => {
      throw new ClipFault('runway', 'bad_picture');
    });
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
