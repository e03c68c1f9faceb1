/** Numbers, dates and orders of a language. Making a format costs a hundred times what using it does: each is made once. */
import { type Language, localeOf } from './message.ts';

const numbers = new Map<Language, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const orders = new Map<Language, Intl.Collator>();
/** Time zones come from addresses: beyond so many formats all are forgotten. */
const MOST_DATES = 500;

function known<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}

export const numbersOf = (language: Language): Intl.NumberFormat =>
  known(numbers, language, () => new Intl.NumberFormat(localeOf(language)));

export function datesOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  if (dates.size > MOST_DATES) dates.clear();
  return known(dates, `${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(localeOf(language), options));
}

export const orderOf = (language: Language): Intl.Collator => known(orders, language, () => new Intl.Collator(localeOf(language)));
