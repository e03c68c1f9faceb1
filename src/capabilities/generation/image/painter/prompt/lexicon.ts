/** Phrases and what they mean. A meaning is `kind:value`; a phrase may have several. The longest phrase wins. */

import { plain, type Token, wordsOf } from '../../../tokens.ts';
import { DRESS_WORDS, FOLK_WORDS, HEAD_WORDS, NUMBER_WORDS, OTHER_WORDS, POSE_WORDS } from './folk-words.ts';
import { COLOUR_WORDS, HEAVENS_WORDS, MOOD_WORDS, SEASON_WORDS, TIME_WORDS, WEATHER_WORDS } from './moments.ts';
import { FLORA_WORDS, PLACE_WORDS } from './places.ts';
import { THING_WORDS } from './thing-words.ts';

export interface Meaning {
  readonly kind: string;
  readonly value: string;
}
interface Phrase {
  readonly words: readonly string[];
  /** Must be written with its accents, for without them it is another word. */
  readonly isExact: boolean;
  readonly meanings: readonly Meaning[];
}

export interface Found {
  /** Of its first word and after its last. */
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
  readonly words: readonly string[];
}

/** `word|two words|=exact`; a key such as `place:city+mood:neon` has two meanings. */
export type Words = Readonly<Record<string, string>>;

const FIRST = new Map<string, Phrase[]>();
const SOURCES: readonly (readonly [kind: string, words: Words])[] = [
  ['place', PLACE_WORDS],
  ['flora', FLORA_WORDS],
  ['time', TIME_WORDS],
  ['weather', WEATHER_WORDS],
  ['season', SEASON_WORDS],
  ['heaven', HEAVENS_WORDS],
  ['mood', MOOD_WORDS],
  ['colour', COLOUR_WORDS],
  ['folk', FOLK_WORDS],
  ['pose', POSE_WORDS],
  ['dress', DRESS_WORDS],
  ['head', HEAD_WORDS],
  ['count', NUMBER_WORDS],
  ['other', OTHER_WORDS],
  ['thing', THING_WORDS],
];
for (const [kind, words] of SOURCES) for (const [key, list] of Object.entries(words)) learn(kind, key, list);
for (const phrases of FIRST.values()) phrases.sort((a, b) => b.words.length - a.words.length);

function learn(kind: string, key: string, list: string): void {
  const meanings = key.split('+').map((part) => {
    const [first = '', second] = part.split(':');
    return second === undefined ? { kind, value: first } : { kind: first, value: second };
  });
  for (const entry of list.split('|')) {
    const words = wordsOf(entry);
    const isExact = entry.startsWith('=');
    const [first] = words;
    if (!first) continue;
    for (const start of new Set(isExact ? [first] : [first, plain(first)]))
      FIRST.set(start, [...(FIRST.get(start) ?? []), { words, isExact, meanings }]);
  }
}

/** All phrases of a text from left to right; none overlaps another. */
export function readPhrases(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < tokens.length; ) {
    const phrase = longestAt(tokens, from);
    if (phrase) found.push({ from, to: from + phrase.words.length, meanings: phrase.meanings, words: phrase.words });
    from += phrase?.words.length ?? 1;
  }
  return found;
}

function longestAt(tokens: readonly Token[], from: number): Phrase | null {
  let best: Phrase | null = null;
  for (const form of tokens[from]?.forms ?? []) {
    for (const phrase of FIRST.get(form) ?? []) {
      if (best && phrase.words.length <= best.words.length) continue;
      if (phrase.words.every((word, index) => isWord(tokens[from + index], word, phrase.isExact))) best = phrase;
    }
  }
  return best;
}

function isWord(token: Token | undefined, word: string, isExact: boolean): boolean {
  if (!token) return false;
  return token.forms.includes(word) || (!isExact && token.isPlain && token.forms.includes(plain(word)));
}
