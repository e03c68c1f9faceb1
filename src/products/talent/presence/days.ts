/**
 * The shooting day: it begins at an hour of the project's own place (04:00) and lasts until that hour of the next day, however
 * long that is when clocks are changed. Instants are UTC, days are `YYYY-MM-DD`.
 */

/** Where and when a project's days begin. */
export interface DayRule {
  /** IANA: `Africa/Casablanca`. */
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly dayStarts: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone, hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format;
}

/** What clocks show there: `2025-10-26T08:30:00`. */
export function localDateTime(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}
export const localTime = (instant: Date, timeZone: string): string => localDateTime(instant, timeZone).slice(11);

/** The instant when clocks there show this; the first of two when they are put back, the one after the gap when they skip it. */
export function instantOf(local: string, timeZone: string): Date {
  const wall = Date.parse(`${local}Z`);
  const guesses = [wall - DAY, wall + DAY].map((near) => wall - offsetAt(near, timeZone));
  const exact = guesses.filter((guess) => guess + offsetAt(guess, timeZone) === wall);
  return new Date(exact.length ? Math.min(...exact) : Math.max(...guesses));
}

const offsetAt = (time: number, timeZone: string): number => {
  const whole = Math.floor(time / 1000) * 1000;
  return Date.parse(`${localDateTime(new Date(whole), timeZone)}Z`) - whole;
};

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** From the first instant of the day up to, but not including, the first of the next. */
export function dayBounds(day: string, { timeZone, dayStarts }: DayRule): { readonly start: Date; readonly end: Date } {
  return { start: instantOf(`${day}T${dayStarts}`, timeZone), end: instantOf(`${addDays(day, 1)}T${dayStarts}`, timeZone) };
}

export function shootingDay(instant: Date, rule: DayRule): string {
  const date = localDateTime(instant, rule.timeZone).slice(0, 10);
  return instant < dayBounds(date, rule).start ? addDays(date, -1) : date;
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
