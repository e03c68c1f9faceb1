/**
 * The languages that somebody says to speak, read in a text in any of our languages: « arabe, français courant, notions de pulaar ».
 * A level stands before or behind its language, in the same part of the sentence.
 */
import { fold } from '#kernel/text.ts';
import { LANGUAGE_LEVELS, LANGUAGES, type LanguageLevel, languageNamed } from '../options/options.ts';

/** 0: the level is not said. */
export type Level = 0 | 1 | 2 | 3 | 4;

const LEVELS = Object.keys(LANGUAGE_LEVELS) as LanguageLevel[];

/** The rank of a stored level, or of one of the European frame. */
export function levelOf(name: string | undefined): Level {
  const folded = fold(name ?? '');
  const stored = (LEVELS.indexOf(folded as LanguageLevel) + 1) as Level;
  return stored || LEVEL_WORDS.get(folded) || 0;
}

const LEVEL_WORDS = new Map<string, Level>(
  (
    [
      [1, 'notions notion debutant beginner basic basics some scolaire a1 a2 elementaire elementary مبادي مبتديي مبتدي اساسيات'],
      [
        2,
        'courant courante couramment intermediaire intermediate b1 b2 bon bonne good fluent professionnel professional moyen متوسط جيد بطلاقه طليق',
      ],
      [3, 'bilingue bilingual c1 c2 excellent excellente proficient avance advanced trilingue ممتاز متقدم'],
      [4, 'maternelle maternel native natif mother natal الام'],
    ] as const
  ).flatMap(([level, words]) => words.split(' ').map((word) => [word, level] as const)),
);

/** Other names that people use, folded. */
const NICKNAMES: Readonly<Record<string, string>> = {
  darija: 'ary',
  marocain: 'ary',
  moroccan: 'ary',
  الدارجه: 'ary',
  دارجه: 'ary',
  amazigh: 'zgh',
  amazighe: 'zgh',
  tamazight: 'zgh',
  berbere: 'zgh',
  الامازيغيه: 'zgh',
  tachelhit: 'shi',
  tashelhit: 'shi',
  tachelhite: 'shi',
  kabyle: 'kab',
  hassaniya: 'mey',
  hassanya: 'mey',
  hassania: 'mey',
  الحسانيه: 'mey',
  peul: 'ff',
  pulaar: 'ff',
  fulfulde: 'ff',
  fula: 'ff',
  touareg: 'tmh',
  tamasheq: 'tmh',
  twi: 'ak',
  akan: 'ak',
  hausa: 'ha',
  pidgin: 'pcm',
  isizulu: 'zu',
  isixhosa: 'xh',
  dholuo: 'luo',
  kiswahili: 'sw',
  mandarin: 'zh',
  farsi: 'fa',
  jula: 'dyu',
  moore: 'mos',
  العربيه: 'ar',
  عربيه: 'ar',
  الفرنسيه: 'fr',
  فرنسيه: 'fr',
  الانجليزيه: 'en',
  انجليزيه: 'en',
  الاسبانيه: 'es',
  الايطاليه: 'it',
  الالمانيه: 'de',
  المصريه: 'arz',
  الولوف: 'wo',
  anglaise: 'en',
  francaise: 'fr',
  lsf: 'sgn',
  signes: 'sgn',
};

/** By names of one word, folded; pairs of words are looked up as they come. */
const byWord = new Map<string, string>();
for (const { code, name, label } of LANGUAGES)
  for (const text of [name.replace(/ \(.*\)$/, ''), label.en, label.ar]) if (!/\s/.test(fold(text))) byWord.set(fold(text), code);
for (const [name, code] of Object.entries(NICKNAMES)) byWord.set(name, code);

const DIALECTS = new Set(['ary', 'arq', 'aeb', 'arz', 'apd', 'mey']);

export interface Spoken {
  readonly code: string;
  readonly level: Level;
  /** Where it is said. */
  readonly start: number;
  readonly end: number;
}

const PART = /[^,;،؛.!?\n•|/()–—:]+/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export function readSpoken(text: string): readonly Spoken[] {
  const spoken: Spoken[] = [];
  for (const part of text.matchAll(PART)) {
    const found = readPart(part[0], part.index);
    const last = spoken.at(-1);
    // « Anglais (courant) », « Anglais : C1 »: the level is a part of its own.
    if (!found.spoken.length && found.level && last && !last.level && part.index - last.end < 4)
      spoken[spoken.length - 1] = { ...last, level: found.level };
    spoken.push(...found.spoken);
  }
  return spoken;
}

const LISTED = /langu|parl|speak|spoke|لغ|اتحدث|اتكلم/;

/**
 * The languages of a text about something else: only where they are a list, have a level, or are said to be spoken. « Le cinéma
 * arabe » is none, and Douala is a town as well. `places`: where names of languages stand, when that is known.
 */
export function readMentioned(text: string, places: readonly number[] | null = null): readonly Spoken[] {
  if (places?.length === 0) return [];
  return [...text.matchAll(SENTENCE)].flatMap((sentence) => {
    const [from, to] = [sentence.index, sentence.index + sentence[0].length];
    if (places && !places.some((place) => place >= from && place < to)) return [];
    const spoken = readSpoken(sentence[0]);
    const isList = new Set(spoken.map(({ code }) => code)).size > 1 || spoken.some(({ level }) => level > 0);
    if (!spoken.length || !(isList || LISTED.test(fold(sentence[0])))) return [];
    return spoken.map((language) => ({ ...language, start: language.start + from, end: language.end + from }));
  });
}
const SENTENCE = /[^.\n•|]+/g;

function readPart(part: string, offset: number): { readonly spoken: readonly Spoken[]; readonly level: Level } {
  const words = [...part.matchAll(WORD)].map((match) => ({ word: fold(match[0]), start: match.index, end: match.index + match[0].length }));
  let level: Level = 0;
  const found: { code: string; start: number; end: number }[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const [{ word, start, end }, next] = [words[i] as (typeof words)[number], words[i + 1]];
    level = LEVEL_WORDS.get(word) ?? level;
    const pair = next && languageNamed(`${word} ${next.word}`);
    if (pair && next) {
      found.push({ code: pair.code, start: offset + start, end: offset + next.end });
      i += 1;
      continue;
    }
    const code = byWord.get(word);
    // « arabe hassanya » is one language, not two.
    if (code === 'ar' && DIALECTS.has(byWord.get(next?.word ?? '') ?? '')) continue;
    if (code) found.push({ code, start: offset + start, end: offset + end });
  }
  return { spoken: found.map((language) => ({ ...language, level })), level };
}
