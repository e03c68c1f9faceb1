/** One written word as it is spoken: figures, abbreviations, acronyms and addresses written out, ornaments left away. */
import { figureInWords } from './figures.ts';
import { isRead, type ReadLanguage } from './language.ts';
import { ABBREVIATIONS, LETTERS, SPOKEN_SIGNS } from './lexicon.ts';

const ADDRESS =
  /^(?:https?:\/\/|www\.)\S+$|^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|info|io|ai|app|dev|eu|fr|ma|dz|tn|be|ch|ca|uk|de|es|it)(?:\/\S*)?$/i;
const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** The spoken form of a word without the punctuation around it; nothing when there is nothing to say. */
export function aloud(word: string, language: string): string {
  const plain = word.replace(/[’ʼ]/g, "'");
  if (!isRead(language)) return clean(ADDRESS.test(plain) ? hostOf(plain).replace(/\./g, ' . ') : plain);
  const elided = language === 'fr' ? /^(\p{L}{1,2}')(.+)$/u.exec(plain) : null;
  if (elided?.[1] && elided[2]) return elided[1] + aloud(elided[2], language);
  return (
    ABBREVIATIONS[language][word] ?? address(plain, language) ?? figureInWords(plain, language) ?? acronym(plain, language) ?? clean(plain)
  );
}

const hostOf = (address: string): string =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#].*$/s, '');

function address(word: string, language: ReadLanguage): string | null {
  const { dot, at } = SPOKEN_SIGNS[language];
  const said = (name: string): string => name.replace(/\./g, ` ${dot} `).replace(/[-_+]/g, ' ');
  if (ADDRESS.test(word)) return said(hostOf(word));
  return MAIL.test(word) ? said(word).replace('@', ` ${at} `) : null;
}

const SAID_AS_WORD = 4;

/** `UE` and `U.S.A.` letter by letter; `OTAN` and `NASA` are words, and so are Roman numbers and whatever holds small letters. */
function acronym(word: string, language: ReadLanguage): string | null {
  const dotted = /^(?:\p{Lu}\.){2,}\p{Lu}?$/u.test(word);
  const letters = word.replace(/\./g, '');
  // Of one letter only the word itself: `A`, `I`, `Y`.
  if (!dotted && !/^[A-Z]{2,6}s?$/.test(word)) return null;
  if (!dotted && letters.length >= SAID_AS_WORD && /[AEIOUY]/.test(letters)) return letters.toLowerCase();
  return [...letters.replace(/s$/, '')].map((letter) => LETTERS[language][letter] ?? letter).join(' ');
}

/** What no engine should stumble over: markup of its own language, ornaments, words run together. */
const clean = (word: string): string =>
  word
    .replace(/^[#@]+/, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/[<>*_~^|\\{}[\]`#@=•·]/g, ' ')
    .replace(/\//g, ' ')
    .replace(/&/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
