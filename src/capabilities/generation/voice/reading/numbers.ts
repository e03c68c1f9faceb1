/** Whole numbers in words, up to the thousands of millions; longer ones are said digit by digit. */
import type { ReadLanguage } from './language.ts';

const MOST = 999_999_999_999;

export function numberInWords(digits: string, language: ReadLanguage): string {
  const value = Number(digits);
  const { units, group } = SPEAKERS[language];
  // A leading zero is a code or a telephone number, not a quantity.
  if (value > MOST || /^0\d/.test(digits)) return [...digits].map((digit) => units[Number(digit)] ?? digit).join(' ');
  return group(value);
}

interface Speaker {
  readonly units: readonly string[];
  group(value: number): string;
}

const words = (text: string): readonly string[] => text.split(' ');
const at = (list: readonly string[], index: number): string => list[index] ?? '';
const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

const FR = words(
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
);
const FR_TENS = words('_ _ vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt');

function french(value: number): string {
  if (value < 20) return at(FR, value);
  if (value < 100) return frenchTens(value);
  if (value < 1000) {
    const [hundreds, rest] = [Math.floor(value / 100), value % 100];
    return joined(hundreds > 1 ? at(FR, hundreds) : '', hundreds > 1 && rest === 0 ? 'cents' : 'cent', rest ? french(rest) : '');
  }
  return scaled(
    value,
    french,
    (count, [, name = '']) => {
      if (name === 'mille') return joined(count > 1 ? french(count).replace(/(cent|vingt)s$/, '$1') : '', name);
      return joined(french(count), count > 1 ? `${name}s` : name);
    },
    ['milliard', 'million', 'mille'],
  );
}

function frenchTens(value: number): string {
  const tens = Math.floor(value / 10);
  const rest = value - (tens === 7 || tens === 9 ? tens - 1 : tens) * 10;
  if (value === 80) return 'quatre-vingts';
  if (rest === 0) return at(FR_TENS, tens);
  return at(FR_TENS, tens) + ((rest === 1 || rest === 11) && tens < 8 ? ' et ' : '-') + at(FR, rest);
}

const EN = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const EN_TENS = words('_ _ twenty thirty forty fifty sixty seventy eighty ninety');

function english(value: number): string {
  if (value < 20) return at(EN, value);
  if (value < 100) return at(EN_TENS, Math.floor(value / 10)) + (value % 10 ? `-${at(EN, value % 10)}` : '');
  if (value < 1000) return joined(at(EN, Math.floor(value / 100)), 'hundred', value % 100 ? `and ${english(value % 100)}` : '');
  return scaled(value, english, (count, [, name = '']) => `${english(count)} ${name}`, ['billion', 'million', 'thousand']);
}

const AR = words('صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة');
const AR_TEENS = words('_ أحد اثنا ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة');
const AR_TENS = words('_ _ عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون');
const AR_HUNDREDS = words('_ مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة');

/** One, two, few (3 to 10) and many of what is counted. */
const AR_SCALES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  مليار: ['مليار', 'ملياران', 'مليارات', 'مليار'],
  مليون: ['مليون', 'مليونان', 'ملايين', 'مليون'],
  ألف: ['ألف', 'ألفان', 'آلاف', 'ألف'],
};

function arabic(value: number): string {
  if (value <= 10) return at(AR, value);
  if (value < 20) return `${at(AR_TEENS, value - 10)} عشر`;
  if (value < 100) return value % 10 ? `${at(AR, value % 10)} و${at(AR_TENS, Math.floor(value / 10))}` : at(AR_TENS, value / 10);
  if (value < 1000) return joined(at(AR_HUNDREDS, Math.floor(value / 100)), value % 100 ? `و${arabic(value % 100)}` : '');
  return scaled(
    value,
    (rest) => `و${arabic(rest)}`,
    (count, [, name = '']) => {
      const [one, two, few, many] = AR_SCALES[name] ?? [name, name, name, name];
      if (count <= 2) return count === 1 ? one : two;
      return `${arabic(count)} ${count <= 10 ? few : many}`;
    },
    ['مليار', 'مليون', 'ألف'],
    ' و',
  );
}

/** Takes the thousands apart: each scale says its own count, then comes what is left. */
function scaled(
  value: number,
  sayRest: (rest: number) => string,
  sayScale: (count: number, scale: readonly [number, string]) => string,
  names: readonly [string, string, string],
  between = ' ',
): string {
  const scales = [
    [1e9, names[0]],
    [1e6, names[1]],
    [1e3, names[2]],
  ] as const;
  let rest = value;
  const said: string[] = [];
  for (const scale of scales) {
    const count = Math.floor(rest / scale[0]);
    if (count > 0) said.push(sayScale(count, scale));
    rest %= scale[0];
  }
  return joined(said.join(between), rest ? sayRest(rest) : '');
}

const SPEAKERS: Readonly<Record<ReadLanguage, Speaker>> = {
  fr: { units: FR, group: french },
  en: { units: EN, group: english },
  ar: { units: AR, group: arabic },
};

/** `nineteen eighty-four`, `twenty twenty-six`, `two thousand five`; the other languages say years as numbers. */
export function yearInWords(digits: string, language: ReadLanguage): string {
  const value = Number(digits);
  const [century, rest] = [Math.floor(value / 100), value % 100];
  if (language !== 'en' || (value >= 2000 && value < 2010) || century % 10 === 0) {
    if (language === 'en' && rest >= 10) return `${english(century)} ${english(rest)}`;
    return numberInWords(digits, language);
  }
  if (rest === 0) return `${english(century)} hundred`;
  return `${english(century)} ${rest < 10 ? `oh ${english(rest)}` : english(rest)}`;
}

const EN_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

export function ordinalInWords(digits: string, language: ReadLanguage, isFeminine = false): string {
  const cardinal = numberInWords(digits, language);
  if (language === 'ar') return cardinal;
  if (language === 'en') {
    return cardinal.replace(/[a-z]+$/, (last) => EN_ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
  }
  if (digits === '1') return isFeminine ? 'première' : 'premier';
  return `${cardinal
    .replace(/(cent|vingt|million)s$/, '$1')
    .replace(/e$/, '')
    .replace(/cinq$/, 'cinqu')
    .replace(/neuf$/, 'neuv')}ième`;
}
