/**
 * What the talents of the catalogue are called in texts: the concept that the reader of briefs has for them, and their names and
 * synonyms word for word, for the talents that an administrator added. « gestion de projet » names one; a text with « gestion » here
 * and « projet » there does not.
 */
import { isConcept, type Term } from '../briefs/briefs.ts';
import type { Talent } from '../catalogue/catalogue.ts';
import type { ReadTerms } from './corpus.ts';

export interface Named {
  readonly talent: number;
  readonly start: number;
  readonly end: number;
}

export interface Lexicon {
  /** Two lexicons of the same key find the same. */
  readonly key: string;
  /** The talents that a text names, once for every place. */
  namedIn(terms: readonly Term[]): readonly Named[];
  /** The talents whose name or synonyms have that term. */
  talentsWith(term: string): readonly number[];
}

interface Phrase {
  readonly talent: number;
  readonly words: readonly string[];
}

export const lexiconKey = (talents: readonly Talent[]): string =>
  talents.map(({ id, slug, name, synonyms }) => [id, slug, name, ...synonyms].join('\u001f')).join('\u001e');

const conceptOf = ({ slug }: Talent): string => `=talent:${slug}`;
const isWord = ({ term }: Term): boolean => !isConcept(term);

export function createLexicon(talents: readonly Talent[], termsOf: ReadTerms): Lexicon {
  const byConcept = new Map(talents.map((talent) => [conceptOf(talent), talent.id]));
  const byFirst = new Map<string, Phrase[]>();
  const withTerm = new Map<string, Set<number>>();
  for (const talent of talents) {
    const phrases = phrasesOf(talent, termsOf);
    for (const term of [conceptOf(talent), ...phrases.flat()]) withTerm.set(term, (withTerm.get(term) ?? new Set()).add(talent.id));
    for (const words of phrases) {
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { talent: talent.id, words }]);
    }
  }
  return {
    key: lexiconKey(talents),
    namedIn(terms) {
      const named = phrasesIn(terms, byFirst);
      for (const { term, start, end } of terms) {
        const talent = byConcept.get(term);
        if (talent !== undefined) named.push({ talent, start, end });
      }
      return named;
    },
    talentsWith: (term) => [...(withTerm.get(term) ?? [])],
  };
}

/**
 * The names that no concept stands for, as words. Single words of a talent that has a concept were left out of it on purpose: « vue » is
 * a tool of the web, and a view.
 */
function phrasesOf(talent: Talent, termsOf: ReadTerms): readonly (readonly string[])[] {
  const hasConcept = (name: string): boolean => termsOf(name).some(({ term }) => term === conceptOf(talent));
  const phrases = [talent.name, ...talent.synonyms].filter((name) => !hasConcept(name)).map((name) => termsOf(name).filter(isWord));
  const least = hasConcept(talent.name) ? 2 : 1;
  return phrases.filter(({ length }) => length >= least).map((words) => words.map(({ term }) => term));
}

function phrasesIn(terms: readonly Term[], byFirst: ReadonlyMap<string, readonly Phrase[]>): Named[] {
  // Hardly any text has one.
  if (!terms.some(({ term }) => byFirst.has(term))) return [];
  const words = terms.filter(isWord);
  return words.flatMap((first, i) =>
    (byFirst.get(first.term) ?? [])
      .filter((phrase) => phrase.words.every((word, ahead) => words[i + ahead]?.term === word))
      .map((phrase) => ({ talent: phrase.talent, start: first.start, end: words[i + phrase.words.length - 1]?.end ?? first.end })),
  );
}
