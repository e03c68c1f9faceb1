/**
 * How long a spoken word takes, in milliseconds of a middling voice. Only the proportions are used. The figures are fitted (least
 * squares) to the events of espeak-ng on paragraphs in the three languages; other languages are counted as French.
 */
import { baseOf } from '../reading/language.ts';

const SHORTEST = 50;

/** The last word before a stop is drawn out. */
export function weightOf(spoken: string, languageTag: string, isLast: boolean): number {
  const language = baseOf(languageTag);
  const { weigh, drawnOut } = language === 'ar' ? ARABIC : language === 'en' ? ENGLISH : FRENCH;
  const said = spoken
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => word.replace(/[^\p{L}\p{M}]/gu, ''))
    .filter(Boolean)
    .reduce((sum, word) => sum + Math.max(SHORTEST, weigh(word)), 0);
  return Math.max(SHORTEST, said) + (isLast ? drawnOut : 0);
}

interface Manner {
  readonly drawnOut: number;
  weigh(word: string): number;
}

const count = (word: string, letters: RegExp): number => word.match(letters)?.length ?? 0;

const FRENCH: Manner = {
  drawnOut: 72,
  weigh(word) {
    const heard = word
      .normalize('NFC')
      .replace(/eau|au|ou|ai|ei|eu|œu/g, 'o')
      .replace(/oi/g, 'wa')
      .replace(/ch|ph|th|qu|gn|gu(?=[ei])/g, 't')
      .replace(/(.)\1/g, '$1')
      .replace(/[aeiouy][nm](?![aeiouyéèàâêh])/g, 'õ');
    // The last letters are silent, unless nothing is left to hear.
    const cut = heard.replace(/(?:ent|es|[estdxzp])$/, '');
    const kept = /[aeiouyéèàâêîôûëïõ]/.test(cut) ? cut : heard;
    const [stops, vowels] = [count(kept, /[bcdfghjklmnpqrtvwxzç]/g), count(kept, /[aeiouyàâäéèêëîïôöùûüœæ]/g)];
    return 32 + 70 * stops + 68 * vowels + 86 * count(kept, /õ/g) + 37 * count(kept, /[sfvzj]/g);
  },
};

const SAID_IN_PASSING = new Set('the a an to of and in on is it at than we you that our this or for from with be as by are'.split(' '));

const ENGLISH: Manner = {
  drawnOut: 111,
  weigh(word) {
    const heard = word
      .replace(/th|ch|sh|ph|ck|wh|gh|ng/g, 't')
      .replace(/(.)\1/g, '$1')
      .replace(/([bcdfgklmnprstvz])e(s?)$/, '$1$2')
      .replace(/ed$/, 'd');
    const [consonants, vowels] = [count(heard, /[bcdfghjklmnpqrstvwxz]/g), Math.max(1, count(heard, /[aeiouy]+/g))];
    const long = count(word, /ea|ee|ai|oa|ou|ow|igh|oo|ay|ar|or|[aio][a-z]e$/g);
    return 66 + 68 * consonants + 55 * vowels + 45 * long + 20 * count(heard, /[sfz]/g) - (SAID_IN_PASSING.has(word) ? 49 : 0);
  },
};

const ARABIC: Manner = {
  drawnOut: 84,
  weigh(word) {
    const bare = word.replace(/[\u064B-\u0652\u0640]/g, '');
    const stem = bare.replace(/^([وبف]?)ال|^لل/, '$1');
    const long = count(stem.slice(1), /[اويىآ]/g);
    const ending = stem.endsWith('ة') ? 1 : 0;
    const article = bare.length === stem.length ? 0 : 155;
    return 147 + article + 75 * (stem.length - long - ending) + 105 * long + 28 * ending + 46 * count(stem, /[خحعغصضطظقشسفثذ]/g);
  },
};
