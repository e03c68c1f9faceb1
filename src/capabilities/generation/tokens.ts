/** A prompt as whole words, in French, English or Arabic; and words of the lexicon in the same form. */

export interface Token {
  /** As it may stand in the lexicon: itself, without its plural, without the article that Arabic writes onto it. */
  readonly forms: readonly string[];
  /** Written without any accent: then accents of the lexicon do not count. */
  readonly isPlain: boolean;
}

const ARABIC = /\p{Script=Arabic}/u;
const MOST_WORDS = 400;

/** Text between quotation marks is to be written, not to be seen as a scene. */
const QUOTED = /["“„]([^"“”„]{1,160})["”“]|«\s*([^«»]{1,160}?)\s*»|(?<=^|[\s:(،])[‘'‹]([^‘’'›\n]{2,160})[’'›](?=$|[\s.,;:!?)،])/gu;

export function partQuotes(prompt: string): { readonly rest: string; readonly quoted: string | null } {
  const quotes = [...prompt.matchAll(QUOTED)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  return { rest: prompt.replace(QUOTED, ' , '), quoted: quotes[0] ?? null };
}

export function tokensOf(text: string): Token[] {
  return wordsOf(text.slice(0, 12_000)).slice(0, MOST_WORDS).map(tokenOf);
}

/** Joined forms are parted: `l'île`, `arc-en-ciel`. */
export const wordsOf = (text: string): string[] => normal(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function normal(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .normalize('NFC');
}

export const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

function tokenOf(word: string): Token {
  const forms = ARABIC.test(word) ? arabicForms(word) : latinForms(word);
  return { forms, isPlain: plain(word) === word };
}

function latinForms(word: string): string[] {
  if (word.length < 4) return [word];
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('es')) return [word, word.slice(0, -1), word.slice(0, -2)];
  return /[sx]$/.test(word) ? [word, word.slice(0, -1)] : [word];
}

/** And, then, in, for, as; the; in every order that is written. */
const ARABIC_HEADS = ['ال', 'لل', 'و', 'ف', 'ب', 'ل', 'ك', 'وال', 'فال', 'بال', 'كال', 'ولل', 'وب', 'ول'];

const arabicForms = (word: string): string[] => [
  word,
  ...ARABIC_HEADS.filter((head) => word.startsWith(head) && word.length - head.length >= 2).map((head) => word.slice(head.length)),
];
