/** Three captions for a picture: a model's when one is configured and answers, else those of the embedded writer. */
import { randomInt } from 'node:crypto';
import { Type } from 'typebox';
import type { EmbeddedWhy, Generation } from '#capabilities/generation/generation.ts';
import { PICTURE_PLATFORMS, type PicturePlatform, type Publishing } from '#capabilities/publishing/publishing.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { m } from './messages.ts';
import { TONES, type Tone } from './phrases.ts';
import { VARIANTS, writeCaptions } from './writer.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface SuggestingTools {
  readonly generation: Pick<Generation, 'askText'>;
  readonly publishing: Pick<Publishing, 'platform'>;
  readonly pictures: Pick<Pictures, 'get'>;
}

export interface CaptionVariant {
  readonly text: string;
  /** In the platform's own way of counting. */
  readonly used: number;
  readonly limit: number;
  readonly source: 'model' | 'embedded';
}
export interface Suggestions {
  /** `model` when every variant is a model's. */
  readonly source: 'model' | 'embedded';
  readonly model: string | null;
  /** Why the embedded writer wrote; null when the model wrote all. */
  readonly why: EmbeddedWhy | null;
  readonly seed: number;
  readonly variants: readonly CaptionVariant[];
}

type Picture = Awaited<ReturnType<Pictures['get']>>;
interface Wish {
  readonly picture: Picture;
  readonly platform: PicturePlatform;
  readonly language: Language;
  readonly tone: Tone;
  readonly seed: number;
}

const ANSWER = Type.Object({ captions: Type.Array(Type.String(), { minItems: 1, maxItems: VARIANTS }) });
const TIMEOUT_MS = 20_000;

/** Throws `failure` invalid that names every fault. */
export async function suggestCaptions(tools: SuggestingTools, accountId: number, body: Body): Promise<Suggestions> {
  const wish = await readWish(tools, accountId, body);
  const platform = tools.publishing.platform(wish.platform);
  const fits = (text: string): boolean => platform.check({ text, firstComment: '', mediaCount: 1 }).length === 0;
  const answer = await tools.generation.askText({
    purpose: 'caption',
    system: `${TASK}\nLanguage: ${IN[wish.language]}. Tone: ${wish.tone}. Platform: ${platform.title}, at most ${platform.countText('').limit} characters.`,
    prompt: `What the picture shows: ${wish.picture.prompt}\nTags: ${wish.picture.tags.join(', ') || 'none'}`,
    schema: ANSWER,
    maxTokens: 1200,
    timeoutMs: TIMEOUT_MS,
    by: accountId,
  });
  const isModel = answer.by === 'model';
  const said = isModel ? answer.value.captions.map((text) => text.normalize('NFC').trim()).filter((text) => text && fits(text)) : [];
  const written = writeCaptions({ ...wish, prompt: wish.picture.prompt, fits });
  const all = [
    ...said.slice(0, VARIANTS).map((text) => ({ text, source: 'model' as const })),
    ...written.filter(Boolean).map((text) => ({ text, source: 'embedded' as const })),
  ].slice(0, VARIANTS);
  const isWhole = all.every(({ source }) => source === 'model');
  return {
    source: isWhole ? 'model' : 'embedded',
    model: isModel && said.length > 0 ? answer.model : null,
    why: isWhole ? null : isModel ? 'unusable' : answer.why,
    seed: wish.seed,
    variants: all.map((variant) => ({ ...variant, ...platform.countText(variant.text) })),
  };
}

const TASK = `You write captions for posts of a picture studio. Write ${VARIANTS} different captions for the picture described in the data: each begins with a hook, gives a little context and ends with a call to react. Without hashtags, addresses, prices, names of people or facts that the description does not hold.`;
const IN: Readonly<Record<Language, string>> = { fr: 'French', en: 'English', ar: 'Arabic' };

async function readWish({ pictures }: SuggestingTools, accountId: number, body: Body): Promise<Wish> {
  const faults: Record<string, FieldError> = {};
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback?: T): T | undefined => {
    const raw = body[name];
    if (raw === undefined || raw === null || raw === '') {
      if (fallback === undefined) faults[name] = { message: m.required, constraint: 'required' };
      return fallback;
    }
    const found = allowed.find((one) => one === raw);
    if (!found) faults[name] = { message: m.choice, params: { values: allowed.join(', ') }, constraint: 'choice' };
    return found;
  };
  const platform = choice('platform', PICTURE_PLATFORMS);
  const language = choice('language', LANGUAGES, 'fr');
  const tone = choice('tone', TONES, 'warm');
  const seed = seedOf(body, faults);
  const picture = await pictureOf(pictures, accountId, body, faults);
  if (!platform || !language || !tone || !picture || Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { picture, platform, language, tone, seed };
}

function seedOf({ seed }: Body, faults: Record<string, FieldError>): number {
  if (seed === undefined || seed === null || seed === '') return randomInt(2 ** 32);
  const number = Number(seed);
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** 32) faults['seed'] = { message: m.seed, constraint: 'range' };
  return number;
}

async function pictureOf(
  pictures: Pick<Pictures, 'get'>,
  accountId: number,
  { image }: Body,
  faults: Record<string, FieldError>,
): Promise<Picture | null> {
  if (image === undefined || image === null || image === '') {
    faults['image'] = { message: m.required, constraint: 'required' };
    return null;
  }
  const found = /^[1-9]\d{0,14}$/.test(String(image)) ? await pictures.get(accountId, Number(image)).catch(nullWhenAbsent) : null;
  if (!found) faults['image'] = { message: m.imageNumber, constraint: 'unknown' };
  return found;
}

function nullWhenAbsent(error: unknown): null {
  if (error instanceof Failure && error.kind === 'not-found') return null;
  throw error;
}
