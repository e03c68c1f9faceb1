/**
 * Under which keys a name is filed, so that other spellings of it are found without reading everybody: the bones of any two of its
 * words, in one order. Names of two words that share a key are worth comparing, no more.
 */
import { skeletonOf } from './sounds.ts';
import type { Word } from './spelling.ts';

/** More would only be rarer readings of a very long name. */
const MOST_KEYS = 24;

export function keysOf(words: readonly Word[]): readonly string[] {
  if (words.length === 1) return [...new Set(filingsOf(words[0] as Word))];
  const keys = new Set<string>();
  const names = words.length > 2 ? [words, ...neighboursJoined(words)] : [words];
  for (const name of names) for (const key of pairKeys(name)) keys.add(key);
  return [...keys].slice(0, MOST_KEYS);
}

function* pairKeys(words: readonly Word[]): Generator<string> {
  for (const [index, first] of words.entries())
    for (const second of words.slice(index + 1))
      for (const one of filingsOf(first)) for (const other of filingsOf(second)) yield one < other ? `${one} ${other}` : `${other} ${one}`;
}

const neighboursJoined = (words: readonly Word[]): readonly (readonly Word[])[] =>
  words.slice(1).map((second, index) => {
    const first = words[index] as Word;
    const joined = { ...first, sounds: first.sounds + second.sounds, line: null, stem: null };
    return [...words.slice(0, index), joined, ...words.slice(index + 2)];
  });

/** By its bones, by the name it is known to be a spelling of, and without its particle. */
function filingsOf(word: Word): readonly string[] {
  // An alphabet that nobody here reads aloud is found as it is written.
  const bones = skeletonOf(word.sounds) || `=${word.text}`;
  const own = word.line === null ? bones : `#${word.line}`;
  return word.stem ? [own, ...filingsOf(word.stem)] : [own];
}
