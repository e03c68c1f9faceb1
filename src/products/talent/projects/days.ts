/** Days and ranges of days, as texts `YYYY-MM-DD`: they compare as they read, and no time zone can move them. */

/** Half-open: `until` is the first day that no longer belongs to it, so ranges that touch do not overlap. */
export interface DayRange {
  readonly from: string;
  readonly until: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS = 86_400_000;

/** A day of the calendar; the 30th of February is none. */
export const isDay = (text: unknown): text is string => typeof text === 'string' && DAY.test(text) && addDays(text, 0) === text;

export function addDays(day: string, count: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + count * MS;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

/** From the first to the last day, both included. */
export const rangeOf = (first: string, last: string): DayRange => ({ from: first, until: addDays(last, 1) });
export const lastDayOf = ({ until }: DayRange): string => addDays(until, -1);
export const lengthOf = ({ from, until }: DayRange): number => (Date.parse(until) - Date.parse(from)) / MS;

export const overlap = (a: DayRange, b: DayRange): DayRange | null => {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : null;
};

export const hasDay = ({ from, until }: DayRange, day: string): boolean => from <= day && day < until;

/** What is left of a range when the days of another are taken out: nothing, one part or two. */
export const without = (range: DayRange, hole: DayRange): readonly DayRange[] =>
  [
    { from: range.from, until: range.until < hole.from ? range.until : hole.from },
    { from: range.from > hole.until ? range.from : hole.until, until: range.until },
  ].filter(({ from, until }) => from < until);

export function* eachDay({ from, until }: DayRange): Generator<string> {
  for (let day = from; day < until; day = addDays(day, 1)) yield day;
}

/** `2025-11` of a day, and the days of such a month. */
export const monthOf = (day: string): string => day.slice(0, 7);
export const isMonth = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
export const addMonths = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
};
export const daysOfMonth = (month: string): DayRange => ({ from: `${month}-01`, until: `${addMonths(month, 1)}-01` });

/** The calendar day at an instant in a time zone. */
export const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** The range from the first to the last day of several; null for none. */
export function spanOf(ranges: readonly DayRange[]): DayRange | null {
  const [first, ...rest] = ranges;
  if (!first) return null;
  return rest.reduce<DayRange>(
    (span, { from, until }) => ({ from: from < span.from ? from : span.from, until: until > span.until ? until : span.until }),
    { from: first.from, until: first.until },
  );
}
