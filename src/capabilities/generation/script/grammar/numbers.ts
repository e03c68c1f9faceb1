/** Whole numbers as they are said, in French and English, up to 9 999; others and those of Arabic stay as they were written. */

const FR_ONES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ');
const FR_TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt'];
const EN_ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const MOST = 9999;

export function frenchNumber(number: number): string {
  if (number < 20) return FR_ONES[number] ?? '';
  if (number < 100) {
    const tens = Math.floor(number / 10);
    const isDoubled = tens === 7 || tens === 9;
    const rest = number - (isDoubled ? tens - 1 : tens) * 10;
    if (rest === 0) return `${FR_TENS[tens]}${tens === 8 ? 's' : ''}`;
    return `${FR_TENS[tens]}${(rest === 1 || rest === 11) && tens < 8 ? ' et ' : '-'}${FR_ONES[rest]}`;
  }
  const [size, word] = number < 1000 ? [100, 'cent'] : [1000, 'mille'];
  const count = Math.floor(number / size);
  const rest = number % size;
  const isMany = size === 100 && count > 1 && rest === 0;
  return `${count > 1 ? `${frenchNumber(count)} ` : ''}${word}${isMany ? 's' : ''}${rest > 0 ? ` ${frenchNumber(rest)}` : ''}`;
}

export function englishNumber(number: number): string {
  if (number < 20) return EN_ONES[number] ?? '';
  if (number < 100) return `${EN_TENS[Math.floor(number / 10)]}${number % 10 > 0 ? `-${EN_ONES[number % 10]}` : ''}`;
  if (number >= 2010 && number < 2100) return `twenty ${englishNumber(number % 100)}`;
  if (number >= 1100 && number < 2000 && number % 100 > 9)
    return `${englishNumber(Math.floor(number / 100))} ${englishNumber(number % 100)}`;
  const [size, word] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = number % size;
  return `${englishNumber(Math.floor(number / size))} ${word}${rest > 0 ? `${rest < 100 ? ' and' : ''} ${englishNumber(rest)}` : ''}`;
}

/** Only numbers that stand alone: not those of a name such as « H2O », a date or an address. */
export const numbersSaid = (text: string, say: (number: number) => string): string =>
  text.replace(/(?<![\p{L}\d.,:/-])\d{1,4}(?![\p{L}\d:/-]|[.,]\d)/gu, (digits) =>
    Number(digits) <= MOST && !/^0\d/.test(digits) ? say(Number(digits)) : digits,
  );
