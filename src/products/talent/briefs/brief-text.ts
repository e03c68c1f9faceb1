/**
 * A brief made ready for reading: its words, where sentences and clauses end, and the same text as one folded line for numbers.
 *
 * The *flow* is the words joined by the little that tells numbers apart (`25-35`, `1,80`, `12/03/2027`); places in it lead back to words.
 */

import { isArabic, withoutPreposition } from './arabic-stems.ts';
import type { CriterionFields, CriterionKind } from './criterion.ts';
import { type Keyed, keyOf, keyWords } from './phrases.ts';

export interface BriefText {
  readonly source: string;
  readonly words: readonly Keyed[];
  readonly flow: string;
  /** Where each word starts in the flow. */
  readonly starts: readonly number[];
  /** The number of the clause and of the sentence of each word. */
  readonly clauses: readonly number[];
  readonly sentences: readonly number[];
}

/** Something a brief asks for, with the words that say it: from, and up to but not including. */
export interface Finding extends CriterionFields {
  readonly kind: CriterionKind;
  readonly at: number;
  readonly until: number;
  /** What it is when the brief does not insist; nice when absent. */
  readonly must?: boolean;
}

const LONGEST = 20_000;

function separator(word: Keyed): string {
  if (word.line > 0) return '\n';
  if (word.dash) return `${word.mark}-`;
  if (word.apostrophe) return `${word.mark}'`;
  return word.tight && word.mark !== '' ? word.mark : `${word.mark} `;
}
const isNumber = (word: Keyed | undefined): boolean => /^\d/.test(word?.text ?? '');

export function briefTextOf(text: string): BriefText {
  const source = text.slice(0, LONGEST);
  const words = keyWords(source);
  const starts: number[] = [];
  const clauses: number[] = [];
  const sentences: number[] = [];
  let flow = '';
  let clause = 0;
  let sentence = 0;
  for (const [index, word] of words.entries()) {
    if (index > 0) flow += separator(word);
    const insideNumber = word.tight && isNumber(word) && isNumber(words[index - 1]);
    const ends = word.line > 0 || (word.mark === '.' && !insideNumber);
    if (index > 0 && ends) sentence += 1;
    if (index > 0 && (ends || ((word.mark === ',' || word.mark === ':') && !insideNumber))) clause += 1;
    starts.push(flow.length);
    clauses.push(clause);
    sentences.push(sentence);
    flow += word.text;
  }
  return { source, words, flow, starts, clauses, sentences };
}

/** The word that holds this place of the flow, or the first one after it. */
function wordAt({ starts }: BriefText, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words that a match in the flow covers. */
export const wordsOf = (text: BriefText, match: RegExpMatchArray): { readonly at: number; readonly until: number } => {
  const from = match.index ?? 0;
  return { at: wordAt(text, from), until: wordAt(text, from + match[0].length - 1) + 1 };
};

/** The brief's own words. */
export function quoteOf({ source, words }: BriefText, { at, until }: { readonly at: number; readonly until: number }): string {
  const quote = source.slice(words[at]?.start ?? 0, words[until - 1]?.end ?? 0);
  return quote.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Whether any of these words, on this side and in the same sentence or clause, is near. */
export function isNear(
  { words, sentences, clauses }: BriefText,
  { at, until }: { readonly at: number; readonly until: number },
  test: (word: Keyed) => boolean,
  {
    before = 0,
    after = 0,
    within = 'sentence',
  }: { readonly before?: number; readonly after?: number; readonly within?: 'sentence' | 'clause' },
): boolean {
  const parts = within === 'sentence' ? sentences : clauses;
  const here = parts[at];
  for (let index = Math.max(0, at - before); index < Math.min(words.length, until + after); index += 1) {
    const word = words[index];
    if (word && (index < at || index >= until) && parts[index] === here && test(word)) return true;
  }
  return false;
}

/** A test for the words of a list, by stem, with or without the preposition that Arabic writes with them. */
export function oneOf(names: string): (word: Keyed) => boolean {
  const keys = new Set(keyWords(names).map((word) => word.key));
  return ({ key, text }) => {
    if (keys.has(key) || !isArabic(text)) return keys.has(key);
    const bare = withoutPreposition(text);
    return bare !== null && keys.has(keyOf(bare));
  };
}
/** A test for words exactly as written, once folded. */
export function exactlyOneOf(names: string): (word: Keyed) => boolean {
  const texts = new Set(keyWords(names).map((word) => word.text));
  return (word) => texts.has(word.text);
}
