/** What a person sends to get a picture: every fault named, words as people type them accepted. */
import { randomInt } from 'node:crypto';
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import { m } from './messages.ts';
import { type NewPicture, QUALITIES, SIDES } from './picture.ts';

const LONGEST_PROMPT = 4000;
const MOST_TAGS = 30;
const LONGEST_TAG = 50;

type Body = Readonly<Record<string, unknown>>;
type Faults = Record<string, FieldError>;

export function readOrder(body: Body): NewPicture {
  const faults: Faults = {};
  const order = {
    prompt: promptOf(body, faults),
    style: choiceOf(body, 'style', IMAGE_STYLES, 'realistic', faults),
    width: choiceOf(body, 'width', SIDES, 1024, faults),
    height: choiceOf(body, 'height', SIDES, 1024, faults),
    quality: choiceOf(body, 'quality', QUALITIES, 'standard', faults),
    seed: seedOf(body, faults),
    tags: tagsOf(body, faults),
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return order;
}

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
  if (raw === undefined || raw === null || raw === '') return fallback;
  const found = allowed.find((value) => String(value) === String(raw));
  if (found === undefined) faults[name] = { message: m.choice, params: { values: allowed.join(', ') }, constraint: 'choice' };
  return found ?? fallback;
}

function seedOf({ seed }: Body, faults: Faults): number {
  if (seed === undefined || seed === null || seed === '') return randomInt(2 ** 32);
  const number = Number(seed);
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** 32) faults['seed'] = { message: m.seed, constraint: 'range' };
  return number;
}

/** A list, or one text with commas. */
function tagsOf({ tags }: Body, faults: Faults): readonly string[] {
  if (tags === undefined || tags === null || tags === '') return [];
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
