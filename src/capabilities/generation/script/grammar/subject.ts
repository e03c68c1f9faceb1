/** What a film is about, as it is put into sentences. */

/** Masculine, feminine, and both in the plural: the order of `[m|f|mp|fp]` in frames. */
export type Form = 0 | 1 | 2 | 3;

export interface Mention {
  /** With its article, in lower case unless it is a name. */
  readonly text: string;
  readonly form: Form;
}

export interface Subject {
  /** As the person wrote it: for the title and for pictures. */
  readonly words: string;
  /** When it is named for the first time: « un festival de musique à Dakar ». */
  readonly first: Mention;
  /** After that: « ce festival ». */
  readonly again: Mention;
  /** When the person asked a question, that question. */
  readonly question: string | null;
}

/** Stands before a subject in a sentence until what is before it has been joined to it. */
export const JOINT = '\u0001';

export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
};

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const SHORT = 4;

/** Short and definite subjects are simply named again. */
export const isShort = (text: string): boolean => countWords(text) <= SHORT;
