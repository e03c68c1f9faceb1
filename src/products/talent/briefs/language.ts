/** The language of a text: its letters first, then the small words it uses. */

import { isArabic } from './arabic-stems.ts';
import type { BriefText } from './brief-text.ts';
import type { TextLanguage } from './criterion.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const FRENCH = wordsOf(
  'le la les des du de un une et en au aux pour avec dans sur qui que nous vous est sont son sa ses ans d l par plus ou recherche recherchons cherche homme femme ville poste profil souhaite experience anglais francais arabe',
);
const ENGLISH = wordsOf(
  'the a an and of in for with to is are we you who our at on or from be will must should have has years looking need needed seeking wanted man woman skills experience english french arabic required fluent',
);

export function languageOf({ words }: BriefText): TextLanguage {
  let [arabic, french, english] = [0, 0, 0];
  for (const { text } of words) {
    if (isArabic(text)) arabic += 1;
    if (FRENCH.has(text)) french += 1;
    if (ENGLISH.has(text)) english += 1;
    if (/(?:tion|eur|euse|aise|ment|ique|ois)s?$/.test(text) && text.length > 5) french += 0.3;
    if (/(?:ing|ness|ship|er|ly)s?$/.test(text) && text.length > 5) english += 0.3;
  }
  if (arabic * 2 > words.length) return 'ar';
  return english > french ? 'en' : 'fr';
}
