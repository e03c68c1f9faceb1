/**
 * The shooting day: it begins at an hour of the project's own place (04:00) and lasts until that hour of the next day, however
 * long that is when clocks are changed.
 */
import { addDays, instantOf, localDay } from '#kernel/wall-time.ts';

/** Where and when a project's days begin. */
export interface DayRule {
  /** IANA: `Africa/Casablanca`. */
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly dayStarts: string;
}

/** From the first instant of the day up to, but not including, the first of the next. */
export function dayBounds(day: string, { timeZone, dayStarts }: DayRule): { readonly start: Date; readonly end: Date } {
  return { start: instantOf(`${day}T${dayStarts}`, timeZone), end: instantOf(`${addDays(day, 1)}T${dayStarts}`, timeZone) };
}

export function shootingDay(instant: Date, rule: DayRule): string {
  const date = localDay(instant, rule.timeZone);
  return instant < dayBounds(date, rule).start ? addDays(date, -1) : date;
}
