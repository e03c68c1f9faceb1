/** One written word with figures in it, in words: amounts, dates, hours, ordinals, ranges. */
import type { ReadLanguage } from './language.ts';
import { MONTHS, SPOKEN_SIGNS, UNITS } from './lexicon.ts';
import { numberInWords, ordinalInWords, yearInWords } from './numbers.ts';

const AMOUNT = /^([-−+]?)(\d{1,3}(?:[\s.,]\d{3})+|\d+)(?:[.,٫](\d+))?$/u;
const BETWEEN: Readonly<Record<ReadLanguage, string>> = { fr: 'à', en: 'to', ar: 'إلى' };

/** Null when it is no figure that is known here. */
export function figureInWords(word: string, language: ReadLanguage): string | null {
  return (
    amount(word, language) ??
    date(word, language) ??
    hour(word, language) ??
    ordinal(word, language) ??
    range(word, language) ??
    priced(word, language)
  );
}

export const isAmount = (word: string): boolean => AMOUNT.test(word);
export const isUnit = (word: string, language: ReadLanguage): boolean => word in UNITS[language];

/** `12,5` with its unit when there is one: `douze virgule cinq kilomètres`. */
export function amount(word: string, language: ReadLanguage, unit?: string): string | null {
  const parts = AMOUNT.exec(word);
  if (!parts) return null;
  const [, sign = '', grouped = '', decimals] = parts;
  const { whole, fraction } = partsOf(grouped, decimals, language);
  const minus = sign === '-' || sign === '−' ? SPOKEN_SIGNS[language].minus : '';
  const said = unit === undefined && isYear(word) ? yearInWords(whole, language) : numberInWords(whole, language);
  const point = fraction ? `${SPOKEN_SIGNS[language].comma} ${fractionInWords(fraction, language)}` : '';
  return [minus, said, point, unit === undefined ? '' : unitInWords(unit, Number(`${whole}.${fraction || 0}`), language)]
    .filter(Boolean)
    .join(' ');
}

const isYear = (word: string): boolean => /^(1[1-9]|20)\d\d$/.test(word);

/** `1.200` is twelve hundred in French and `1,200` in English; `1,200` is one and a fifth in French. */
function partsOf(grouped: string, decimals: string | undefined, language: ReadLanguage): { whole: string; fraction: string } {
  const pointOfDecimals = language === 'en' ? '.' : ',';
  const pieces = grouped.split(/[\s.,]/);
  const last = grouped.at(-4);
  if (!decimals && pieces.length === 2 && last === pointOfDecimals) return { whole: pieces[0] ?? '0', fraction: pieces[1] ?? '' };
  return { whole: pieces.join(''), fraction: decimals ?? '' };
}

const fractionInWords = (digits: string, language: ReadLanguage): string =>
  language === 'en' ? [...digits].map((digit) => numberInWords(digit, 'en')).join(' ') : numberInWords(digits, language);

function unitInWords(unit: string, value: number, language: ReadLanguage): string {
  const [one, more] = UNITS[language][unit] ?? [unit, unit];
  return (language === 'fr' ? Math.abs(value) < 2 : value === 1) ? one : more;
}

/** `45%`, `12km`, `$5`, `€9.90`. */
function priced(word: string, language: ReadLanguage): string | null {
  const after = /^([-−+]?[\d][\d.,]*)(\D.*)$/u.exec(word);
  if (after?.[1] && after[2] && isUnit(after[2], language)) return amount(after[1], language, after[2]);
  const before = /^([€$£])([\d][\d.,]*)$/u.exec(word);
  return before?.[1] && before[2] ? amount(before[2], language, before[1]) : null;
}

function date(word: string, language: ReadLanguage): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  const written = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(word);
  const [day, month, year] = iso ? [iso[3], iso[2], iso[1]] : [written?.[1], written?.[2], written?.[3]];
  const name = MONTHS[language][Number(month) - 1];
  if (!day || !year || !name || Number(day) > 31) return null;
  const number = String(Number(day));
  if (language === 'en') return `the ${ordinalInWords(number, 'en')} of ${name} ${yearInWords(year, 'en')}`;
  const first = language === 'fr' && number === '1' ? 'premier' : numberInWords(number, language);
  return `${first} ${name} ${yearInWords(year, language)}`;
}

function hour(word: string, language: ReadLanguage): string | null {
  const parts = /^([01]?\d|2[0-4])(?:\s?h\s?|:)([0-5]\d)?$/i.exec(word);
  if (!parts?.[1]) return null;
  const [hours, minutes] = [String(Number(parts[1])), parts[2] ? String(Number(parts[2])) : '0'];
  const { hour: names } = SPOKEN_SIGNS[language];
  const said = language === 'fr' && hours === '1' ? 'une' : numberInWords(hours, language);
  const rest = minutes === '0' ? '' : numberInWords(minutes, language);
  if (language === 'fr') return [said, Number(hours) < 2 ? names[0] : names[1], rest].filter(Boolean).join(' ');
  if (language === 'en') return rest ? `${said} ${Number(minutes) < 10 ? 'oh ' : ''}${rest}` : `${said} ${names[0]}`;
  return rest ? `${said} و${rest}` : said;
}

function ordinal(word: string, language: ReadLanguage): string | null {
  const french = /^(\d+)(er|re|ère|e|ème|nd|nde)$/i.exec(word);
  if (language === 'fr' && french?.[1]) return ordinalInWords(french[1], 'fr', /^(re|ère)$/i.test(french[2] ?? ''));
  const english = /^(\d+)(st|nd|rd|th)$/i.exec(word);
  return language === 'en' && english?.[1] ? ordinalInWords(english[1], 'en') : null;
}

function range(word: string, language: ReadLanguage): string | null {
  const parts = /^(\d+)[-–](\d+)(%?)$/.exec(word);
  if (!parts?.[1] || !parts[2] || word.length > 12) return null;
  return `${amount(parts[1], language)} ${BETWEEN[language]} ${amount(parts[2], language, parts[3] || undefined)}`;
}
