/**
 * What clocks on a wall show, and which instant that is. Instants are UTC; wall times are texts `2025-10-26T08:30:00` and days
 * `2025-10-26`: they compare as they read, and no time zone can move them. Zones are IANA names: `Africa/Casablanca`.
 */

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone, hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format;
}

/** Whether the zone is known here; an offset (`+01:00`) is no zone: it does not know of summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
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
export const localDay = (instant: Date, timeZone: string): string => localDateTime(instant, timeZone).slice(0, 10);

/** The instant when clocks there show this: the first of two when they are put back, the end of the gap when they skip it. */
export function instantOf(local: string, timeZone: string): Date {
  const wall = Date.parse(`${local}Z`);
  const guesses = [wall - DAY, wall + DAY].map((near) => wall - offsetAt(near, timeZone));
  const exact = guesses.filter((guess) => guess + offsetAt(guess, timeZone) === wall);
  return new Date(exact.length ? Math.min(...exact) : changeBetween(Math.min(...guesses), Math.max(...guesses), timeZone));
}

/** The second in which clocks were changed, after `before` and not after `after`. */
function changeBetween(before: number, after: number, timeZone: string): number {
  const old = offsetAt(before, timeZone);
  let [low, high] = [Math.floor(before / 1000), Math.ceil(after / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, timeZone) === old) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/** Milliseconds that clocks there are ahead of UTC. */
function offsetAt(time: number, timeZone: string): number {
  const whole = Math.floor(time / 1000) * 1000;
  return Date.parse(`${localDateTime(new Date(whole), timeZone)}Z`) - whole;
}

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** A day of the calendar; the 30th of February is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
