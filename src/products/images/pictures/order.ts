/** What a person sends to get a picture: every fault named, words as people type them accepted. */
import { randomInt } from 'node:crypto';
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import { m } from './messages.ts';
import { type NewPicture, type Picture, QUALITIES, SIDES } from './picture.ts';

const LONGEST_PROMPT = 4000;
const MOST_TAGS = 30;
const LONGEST_TAG = 50;
/** Pictures of one order. */
export const MOST_VARIATIONS = 4;
const SEEDS = 2 ** 32;

type Body = Readonly<Record<string, unknown>>;
type Faults = Record<string, FieldError>;

/** One picture for each variation, all alike but for the seed. `parent` is what `parentIdOf` names, null when it is not found. */
export function readOrders(body: Body, parent: Picture | null): readonly NewPicture[] {
  const faults: Faults = {};
  if (!parent && isGiven(body['parent'])) faults['parent'] = { message: m.notFound, constraint: 'exists' };
  const asked = parent ? { ...orderOf(parent), ...givenOf(body) } : body;
  const count = choiceOf(asked, 'variations', [1, 2, 3, MOST_VARIATIONS], 1, faults);
  const seed = seedOf(asked, faults);
  const order = {
    prompt: promptOf(asked, faults),
    style: choiceOf(asked, 'style', IMAGE_STYLES, 'realistic', faults),
    width: choiceOf(asked, 'width', SIDES, 1024, faults),
    height: choiceOf(asked, 'height', SIDES, 1024, faults),
    quality: choiceOf(asked, 'quality', QUALITIES, 'standard', faults),
    tags: tagsOf(asked, faults),
    parentId: parent?.id ?? null,
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return Array.from({ length: count }, (_, n) => ({ ...order, seed: (seed + n) % SEEDS }));
}

/** Null when the order names no picture, or nothing that could be the number of one. */
export const parentIdOf = ({ parent }: Body): number | null => (/^[1-9]\d{0,14}$/.test(String(parent)) ? Number(parent) : null);

/** How many pictures an order is for; 1 when it says nothing that can be granted. */
export const countOf = ({ variations }: Body): number => (/^[1-4]$/.test(String(variations)) ? Number(variations) : 1);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const givenOf = (body: Body): Body => Object.fromEntries(Object.entries(body).filter(([, value]) => isGiven(value)));
/** What is taken from a picture that is made again: all but the seed. */
const orderOf = ({ prompt, style, width, height, quality, tags }: Picture): Body => ({ prompt, style, width, height, quality, tags });

function promptOf({ prompt }: Body, faults: Faults): string {
  const text = typeof prompt === 'string' ? prompt.normalize('NFC').trim() : '';
  if (!text) faults['prompt'] = { message: m.required, constraint: 'required' };
  else if ([...text].length > LONGEST_PROMPT)
    faults['prompt'] = { message: fieldMessages.tooLong, params: { limit: LONGEST_PROMPT }, constraint: 'max_length' };
  else if (/[^\P{Cc}\n\r\t]/u.test(text)) faults['prompt'] = { message: m.controls, constraint: 'format' };
  return text;
}

/** Forms send numbers as text. */
function choiceOf<T extends string | number>(body: Body, name: string, allowed: readonly T[], fallback: T, faults: Faults): T {
  const raw = body[name];
  if (!isGiven(raw)) return fallback;
  const found = allowed.find((value) => String(value) === String(raw));
  if (found === undefined) faults[name] = { message: m.choice, params: { values: allowed.join(', ') }, constraint: 'choice' };
  return found ?? fallback;
}

function seedOf({ seed }: Body, faults: Faults): number {
  if (!isGiven(seed)) return randomInt(SEEDS);
  const number = Number(seed);
  if (!Number.isInteger(number) || number < 0 || number >= SEEDS) faults['seed'] = { message: m.seed, constraint: 'range' };
  return number;
}

/** Tags alone, for a picture that is made already; throws when they are too many or too long. */
export function readTags(tags: unknown): readonly string[] {
  const faults: Faults = {};
  const names = tagsOf({ tags }, faults);
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return names;
}

/** A list, or one text with commas. */
function tagsOf({ tags }: Body, faults: Faults): readonly string[] {
  if (!isGiven(tags)) return [];
  const raw = typeof tags === 'string' ? tags.split(',') : Array.isArray(tags) ? tags : null;
  if (!raw?.every((tag) => typeof tag === 'string')) {
    faults['tags'] = { message: m.tagList, constraint: 'type' };
    return [];
  }
  const names = raw.map((tag: string) => tag.normalize('NFC').replace(/\s+/g, ' ').trim()).filter(Boolean);
  const own = [...new Map(names.map((name) => [fold(name), name])).values()];
  if (own.length > MOST_TAGS || own.some((name) => [...name].length > LONGEST_TAG || /\p{Cc}/u.test(name)))
    faults['tags'] = { message: m.tags, params: { most: MOST_TAGS, longest: LONGEST_TAG }, constraint: 'max_length' };
  return own;
}
