/** The terms of a text: the stem of each word that says something, and beside it the concept that its name stands for. */
import { isArabic, withoutPreposition } from './arabic-stems.ts';
import { compoundPhrases, conceptPhrases } from './concepts.ts';
import { type Keyed, keyOf, keyWords } from './phrases.ts';

/** One word of a text as it is compared: stemmed, folded, joined with its synonyms. Two texts that mean the same share it. */
export interface Term {
  readonly term: string;
  /** The words as written, for quoting. */
  readonly start: number;
  readonly end: number;
}

/** A concept stands for a listed name (`=talent:couture`); other terms are words. */
export const isConcept = (term: string): boolean => term.startsWith('=');

/** `لممثل` is a word with a preposition when the rest is a word of the lists. */
function wordTerm({ text, key }: Keyed): string {
  if (!isArabic(text)) return key;
  const bare = withoutPreposition(text);
  const phrases = conceptPhrases();
  return bare !== null && !phrases.has(key) && phrases.has(keyOf(bare)) ? keyOf(bare) : key;
}

/** The terms of a text in any of the three languages, in order; words that say nothing are left out. */
export function termsOf(text: string): readonly Term[] {
  const words = keyWords(text);
  const terms: Term[] = [];
  let wordsUntil = 0;
  let conceptsUntil = 0;
  for (const [index, word] of words.entries()) {
    const place = (to: number) => ({ start: word.start, end: words[to - 1]?.end ?? word.end });
    if (index >= wordsUntil) {
      const compound = compoundPhrases().longestAt(words, index);
      if (compound) {
        wordsUntil = compound.to;
        for (const term of compound.found) terms.push({ term: keyOf(term), ...place(compound.to) });
      } else if (!word.isStop) terms.push({ term: wordTerm(word), start: word.start, end: word.end });
    }
    if (index >= conceptsUntil) {
      const concept = conceptPhrases().longestAt(words, index);
      if (concept) {
        conceptsUntil = concept.to;
        for (const term of concept.found) terms.push({ term, ...place(concept.to) });
      }
    }
  }
  return terms;
}
