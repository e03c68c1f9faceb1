/**
 * How alike two names are, from 0 to 1. It judges candidates that the keys found; it never decides by itself who somebody is.
 *
 * Words are compared by sound, letter by letter, each difference at its price: a short vowel costs little, a consonant much, the
 * ending that makes `Karima` of `Karim` more than both. Words may stand in any order; a second name that one of the two leaves out
 * costs a little.
 */
import { isVowel } from './sounds.ts';
import type { Word } from './spelling.ts';

/** From here on two names count as the same name in two spellings. */
export const SAME_NAME = 0.86;

const LEFT_OUT = 0.04;
const NO_PARTICLE = 0.06;
const OTHER_NAME = 0.6;
const OTHER_SPELLING = 0.98;

export function nameSimilarity(one: readonly Word[], other: readonly Word[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return 0;
  const ways = short.length === long.length ? [long] : [long, ...glued(long)];
  return round(Math.max(...ways.map((words) => (words.length < short.length ? 0 : bestPairing(short, words)))));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** `Fatima Zahra` as one word: some write it so. */
const glued = (words: readonly Word[]): readonly (readonly Word[])[] =>
  words.slice(1).map((second, index) => {
    const first = words[index] as Word;
    const joined = { ...first, text: first.text + second.text, sounds: first.sounds + second.sounds, line: null, stem: null };
    return [...words.slice(0, index), joined, ...words.slice(index + 2)];
  });

/** Every word of the shorter name with one of the longer: the worst pair weighs as much as all together. */
function bestPairing(short: readonly Word[], long: readonly Word[]): number {
  const prices = short.map((word) => long.map((other) => wordSimilarity(word, other)));
  let best = 0;
  const walk = (row: number, taken: number, sum: number, least: number): void => {
    if (row === short.length) {
      best = Math.max(best, (sum / short.length + least) / 2);
      return;
    }
    for (const [column, value] of (prices[row] ?? []).entries())
      if ((taken & (1 << column)) === 0) walk(row + 1, taken | (1 << column), sum + value, Math.min(least, value));
  };
  walk(0, 0, 0, 1);
  const missing = long.length - short.length;
  // One word alone, a first name or a last, says half of who it is.
  const half = short.length === 1 && missing > 0 ? 0.7 : 1;
  return Math.max(0, best * half - missing * LEFT_OUT);
}

export function wordSimilarity(one: Word, other: Word): number {
  const whole = compareWhole(one, other);
  if (!one.stem && !other.stem) return whole;
  const bare = compareWhole(one.stem ?? one, other.stem ?? other);
  return Math.max(whole, bare - NO_PARTICLE);
}

function compareWhole(one: Word, other: Word): number {
  if (one.text === other.text) return 1;
  if (one.line !== null && one.line === other.line) return OTHER_SPELLING;
  const alike = soundSimilarity(one, other);
  const different = (one.line !== null && other.line !== null) || isFeminineOf(one.sounds, other.sounds);
  return different ? Math.min(alike, OTHER_NAME) : alike;
}

/** Karim and Karima, Amine and Amina: never one name, whatever the rest costs. */
function isFeminineOf(one: string, other: string): boolean {
  const bare = (sounds: string): string => sounds.replace(/[ae]$/, '');
  return one.endsWith('a') !== other.endsWith('a') && bare(one) === bare(other);
}

function soundSimilarity(one: Word, other: Word): number {
  const [a, b] = [[...one.sounds], [...other.sounds]];
  if (a.length === 0 || b.length === 0) return 0;
  const unvoiced = one.isArabic !== other.isArabic;
  const price = distance(a, b, unvoiced);
  return Math.max(0, 1 - price / Math.max(weightOf(a), weightOf(b), 1.5));
}

const weightOf = (sounds: readonly string[]): number => sounds.reduce((sum, sound) => sum + (isVowel(sound) ? 0.35 : 1), 0);

/** The cheapest way from one to the other. */
function distance(a: readonly string[], b: readonly string[], unvoiced: boolean): number {
  let before = [0];
  for (const [at, sound] of b.entries()) before.push((before[at] ?? 0) + dropped(sound, at, b, unvoiced));
  for (const [at, sound] of a.entries()) {
    const drop = dropped(sound, at, a, unvoiced);
    const row = [(before[0] ?? 0) + drop];
    for (const [place, other] of b.entries()) {
      const last = at === a.length - 1 && place === b.length - 1;
      row.push(
        Math.min(
          (before[place + 1] ?? 0) + drop,
          (row[place] ?? 0) + dropped(other, place, b, unvoiced),
          (before[place] ?? 0) + swapped(sound, other, last, unvoiced),
        ),
      );
    }
    before = row;
  }
  return before.at(-1) ?? 0;
}

const DROPPED: Readonly<Record<string, number>> = { e: 0.12, a: 0.2, i: 0.25, o: 0.25, u: 0.3, '*': 0.05, Y: 0.25, W: 0.3, H: 0.3 };

/** What it costs that the other has no such sound. Arabic writes no short vowels. */
function dropped(sound: string, at: number, sounds: readonly string[], unvoiced: boolean): number {
  const last = at === sounds.length - 1;
  if (last && sound === 'a') return 0.9;
  if (last && (sound === 'i' || sound === 'u' || sound === 'o')) return 0.5;
  if (last && sound === 'e') return 0.08;
  if (sound === 'H' && at === 0) return 0.5;
  const price = DROPPED[sound] ?? 0.9;
  return unvoiced && isVowel(sound) ? Math.min(price, sound === 'u' ? 0.1 : 0.03) : price;
}

const SWAPPED: Readonly<Record<string, number>> = {
  ...{ ae: 0.1, ei: 0.15, ou: 0.05, ao: 0.25, ai: 0.45, au: 0.5, eo: 0.3, eu: 0.3, io: 0.5, iu: 0.5 },
  ...{ Yi: 0.05, Ye: 0.15, Wu: 0.05, Wo: 0.1, Ha: 0.5, He: 0.5, JY: 0.35 },
  ...{ GK: 0.25, HK: 0.4, GH: 0.5, GR: 0.5, GJ: 0.3, DT: 0.6, DZ: 0.45, SZ: 0.4, SX: 0.5, BP: 0.4, BV: 0.35, FV: 0.3, FP: 0.5 },
  ...{ VW: 0.3, BW: 0.6, JZ: 0.5, JX: 0.7, ST: 0.6 },
};

function swapped(one: string, other: string, last: boolean, unvoiced: boolean): number {
  if (one === other) return 0;
  const pair = one < other ? one + other : other + one;
  if (pair.startsWith('*') && isVowel(pair.slice(1))) return 0.05;
  // The last letter of موسى and يحيى is an a.
  if (last && pair === 'ai') return unvoiced ? 0.1 : 0.45;
  if (last && pair === 'ae') return 0.3;
  return SWAPPED[pair] ?? (isVowel(one) && isVowel(other) ? 0.5 : 1);
}
