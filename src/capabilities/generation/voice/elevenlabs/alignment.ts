/** The times of letters, as the provider tells them, as the times of written words. */

import { type Json, recordOf } from '../../json.ts';
import type { SpokenWord } from '../voice.ts';

const numbersIn = (value: unknown): readonly number[] | null =>
  Array.isArray(value) && value.every((each) => typeof each === 'number' && Number.isFinite(each)) ? (value as number[]) : null;

/** Null when what was told does not belong to this text. */
export function wordsAligned(text: string, told: unknown): readonly SpokenWord[] | null {
  const alignment: Json = recordOf(told);
  const characters = alignment['characters'];
  const starts = numbersIn(alignment['character_start_times_seconds']);
  const ends = numbersIn(alignment['character_end_times_seconds']);
  if (!Array.isArray(characters) || !starts || !ends) return null;
  if (starts.length !== characters.length || ends.length !== characters.length || characters.join('') !== text) return null;
  const placed = places(characters.map(String));
  const words: SpokenWord[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    // A lone sign is shown with the word before.
    const last = words.at(-1);
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      if (last) words[words.length - 1] = { ...last, text: `${last.text} ${match[0]}` };
      continue;
    }
    const [first = 0, final = 0] = [placed[match.index], placed[match.index + match[0].length - 1]];
    const from = Math.max(starts[first] ?? 0, last?.until ?? 0);
    words.push({ text: match[0], from, until: Math.max(ends[final] ?? from, from) });
  }
  return words;
}

/** Which of the told characters stands at each place of the text: some are two places wide. */
const places = (characters: readonly string[]): readonly number[] =>
  characters.flatMap((character, index) => Array.from({ length: character.length }, () => index));
