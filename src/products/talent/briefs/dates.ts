/** Days that a brief names: `du 3 au 12 mars`, `from 5 May to 9 May 2027`, `03/05/2027`, `في شهر ماي`. Days without a year are the next to come. */
import { type BriefText, exactlyOneOf, type Finding, isNear, wordsOf } from './brief-text.ts';
import { keyWords } from './phrases.ts';

/** By month, in the order of the year; Arabic names of Morocco, of the Maghreb and of the Orient. */
const MONTHS: readonly string[] = [
  'janvier janv january jan يناير جانفي',
  'février fév févr february feb فبراير فيفري',
  'mars march mar مارس',
  'avril avr april apr أبريل إبريل ابريل أفريل',
  'mai may ماي مايو',
  'juin june jun يونيو جوان',
  'juillet juil july jul يوليوز يوليو جويلية',
  'août aout august aug غشت أغسطس أوت',
  'septembre sept sep september شتنبر سبتمبر',
  'octobre oct october أكتوبر',
  'novembre nov november نونبر نوفمبر',
  'décembre déc dec december دجنبر ديسمبر',
];
const monthByName = new Map(MONTHS.flatMap((names, index) => keyWords(names).map(({ text }) => [text, index + 1] as const)));
const MONTH = `(?:${[...monthByName.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:er|st|nd|rd|th)?';
const YEAR = '(20\\d\\d)';
const TO = "(?: ?- ?| ?/ ?| (?:au|a|to|until|till|through|et|and|jusqu'au|الي|حتي|و)(?: le| the)? )";
const EDGE = '(?![\\p{L}\\d])';
const START = '(?<![\\p{L}\\d])';
/** A day with its month on either side: `3 mars 2027`, `March 3, 2027`. */
const day = `(?:(${DAY})(?: of)?(?: (${MONTH}))?|(${MONTH}) (${DAY}))(?:,? ${YEAR})?`;
const RANGE = new RegExp(`${START}${day}${TO}${day}${EDGE}`, 'gu');
const ONE_DAY = new RegExp(`${START}(?:(${DAY})(?: of)? (${MONTH})|(${MONTH}) (${DAY}))(?:,? ${YEAR})?${EDGE}`, 'gu');
const NUMERIC_DAY = '(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](20\\d\\d|\\d\\d))?';
const NUMERIC = new RegExp(`${START}${NUMERIC_DAY}(?:${TO}${NUMERIC_DAY})?${EDGE}`, 'gu');
const ISO_DAY = '(20\\d\\d)-(\\d\\d)-(\\d\\d)';
const ISO = new RegExp(`${START}${ISO_DAY}(?:${TO}${ISO_DAY})?${EDGE}`, 'gu');
/** « en mars », « juin 2027 ». */
const WHOLE_MONTH = new RegExp(
  `${START}(?:(?:en|in|during|mois de|courant|month of|شهر|في) (${MONTH})(?: ${YEAR})?|(${MONTH}) ${YEAR})${EDGE}`,
  'gu',
);

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}
const iso = (year: number, month: number, dayOfMonth: number): string =>
  new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
const isReal = ({ year = 2028, month, day: dayOfMonth }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
};
/** Casting calls are written for days ahead: the year is this one, or the next when the day is past. */
function yearOf({ year, month, day: dayOfMonth }: Day, today: Date): number {
  if (year !== undefined) return year < 100 ? 2000 + year : year;
  const thisYear = today.getUTCFullYear();
  return iso(thisYear, month, dayOfMonth) < today.toISOString().slice(0, 10) ? thisYear + 1 : thisYear;
}

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number.parseInt(text, 10));
const monthOf = (...names: readonly (string | undefined)[]): number | undefined => {
  const name = names.find((each) => each !== undefined);
  return name === undefined ? undefined : monthByName.get(name);
};

type Span = readonly [Day, Day];
function spanOfRange(match: RegExpExecArray): Span | null {
  const [, d1, m1, m1b, d1b, y1, d2, m2, m2b, d2b, y2] = match;
  // The month or the year may be said once: « du 3 au 12 mars », « March 3 to 12 ».
  const last = monthOf(m2, m2b) ?? monthOf(m1, m1b);
  const first = monthOf(m1, m1b) ?? last;
  const [from, to] = [number(d1 ?? d1b), number(d2 ?? d2b)];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  const [year, otherYear] = [number(y1), number(y2)];
  const end: Day = { month: last, day: to, ...((otherYear ?? year) === undefined ? {} : { year: otherYear ?? year ?? 0 }) };
  const startYear = year ?? (otherYear !== undefined && first > last ? otherYear - 1 : otherYear);
  return [{ month: first, day: from, ...(startYear === undefined ? {} : { year: startYear }) }, end];
}
function spanOfNumbers([, d1, m1, y1, d2, m2, y2]: RegExpExecArray): Span | null {
  // Two bare numbers may be anything (« 25/35 ans », « 2/3 »): a year or a second day tells a date.
  if (y1 === undefined && d2 === undefined) return null;
  const year = number(y1 ?? y2);
  const withYear = (dayText: string, monthText: string, own: number | undefined): Day => ({
    day: Number(dayText),
    month: Number(monthText),
    ...(own === undefined ? {} : { year: own }),
  });
  const from = withYear(d1 ?? '', m1 ?? '', year);
  return [from, d2 === undefined || m2 === undefined ? from : withYear(d2, m2, number(y2) ?? year)];
}
function spanOfIso([, y1, m1, d1, y2, m2, d2]: RegExpExecArray): Span {
  const from: Day = { year: Number(y1), month: Number(m1), day: Number(d1) };
  return [from, y2 === undefined ? from : { year: Number(y2), month: Number(m2), day: Number(d2) }];
}
function spanOfDay([, d, m, mb, db, y]: RegExpExecArray): Span | null {
  const month = monthOf(m, mb);
  const dayOfMonth = number(d ?? db);
  if (month === undefined || dayOfMonth === undefined) return null;
  const one: Day = { month, day: dayOfMonth, ...(y === undefined ? {} : { year: Number(y) }) };
  return [one, one];
}
function spanOfMonth([, name, ownYear, other, otherYear]: RegExpExecArray, today: Date): Span | null {
  const month = monthOf(name, other);
  const y = ownYear ?? otherYear;
  if (month === undefined) return null;
  const year = y === undefined ? yearOf({ month, day: new Date(Date.UTC(2027, month, 0)).getUTCDate() }, today) : Number(y);
  return [
    { year, month, day: 1 },
    { year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() },
  ];
}

/** A last day to answer, a birthday: not days of work. */
const isOtherDate = exactlyOneOf(
  'limite deadline postuler candidature candidatures apply clôture envoyer né née born depuis since avant before expire publié published آخر أجل',
);
const opensOnly = exactlyOneOf('partir from dès starting ابتداء');

export function findDates(text: BriefText, today: Date): Finding[] {
  const findings: Finding[] = [];
  const keep = (match: RegExpExecArray, span: Span | null): void => {
    const place = wordsOf(text, match);
    if (!span || !isReal(span[0]) || !isReal(span[1]) || findings.some((one) => one.at < place.until && place.at < one.until)) return;
    if (isNear(text, place, isOtherDate, { before: 5 })) return;
    const from = iso(yearOf(span[0], today), span[0].month, span[0].day);
    const sameYear = iso(Number(from.slice(0, 4)), span[1].month, span[1].day);
    const to =
      span[1].year === undefined && sameYear >= from
        ? sameYear
        : iso(yearOf(span[1], new Date(`${from}T00:00:00Z`)), span[1].month, span[1].day);
    if (to < from) return;
    const isOpen = to === from && isNear(text, place, opensOnly, { before: 2 });
    findings.push({ kind: 'dates', from, ...(isOpen ? {} : { to }), ...place });
  };
  for (const match of text.flow.matchAll(ISO)) keep(match, spanOfIso(match));
  for (const match of text.flow.matchAll(NUMERIC)) keep(match, spanOfNumbers(match));
  for (const match of text.flow.matchAll(RANGE)) keep(match, spanOfRange(match));
  for (const match of text.flow.matchAll(ONE_DAY)) keep(match, spanOfDay(match));
  for (const match of text.flow.matchAll(WHOLE_MONTH)) keep(match, spanOfMonth(match, today));
  return findings;
}
