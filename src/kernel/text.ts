/**
 * Text as people type it when they search: accents forgotten, capitals too, Arabic letters without their variants.
 * The same fold is stored beside the text and applied to the question, so `Aïcha`, `aicha` and `AÏCHA` meet.
 */

/** Letters that decomposition leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŧ: 't',
  ς: 'σ',
  // The alphabets of Bambara, Wolof, Fula, Ewe, Hausa: names are typed without these letters on most keyboards.
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ŋ: 'n',
  ɲ: 'n',
  ƴ: 'y',
  ƙ: 'k',
  ƒ: 'f',
  ɣ: 'g',
  ʋ: 'v',
  ǝ: 'e',
  ə: 'e',
  ɩ: 'i',
  ʊ: 'u',
  // Arabic: alef wasla, alef maksura, ta marbuta; and the Persian and Urdu twins found on some keyboards.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
  ے: 'ي',
  ہ: 'ه',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Marks that sit on a letter (tashkeel and hamza too, once decomposed), the tatweel, and characters without width. */
const MARKS = /[\p{Mn}\p{Me}\p{Cf}\u0640]/gu;
/** Apostrophes, hyphens, dashes and control characters part two words. */
const PARTINGS = /[\p{Pd}\p{Cc}\s'’‘‛ʼʻʽˈ′`´−]+/gu;
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Lower case, no accents, Arabic letters made one, Arabic digits as 0–9, one space between words. Folding twice changes nothing. */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(FOREIGN_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(PARTINGS, ' ')
    .trim();
}

/** A text to be found as it is inside a LIKE pattern: `%`, `_` and `\` lose their meaning. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
