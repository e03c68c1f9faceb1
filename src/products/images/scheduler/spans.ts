/** The week (from Monday) and the month that a moment lies in, where somebody lives. */
import { addDays, instantOf, localDay } from '#kernel/wall-time.ts';

export interface CalendarSpans {
  readonly week: readonly [from: Date, to: Date];
  readonly month: readonly [from: Date, to: Date];
}

export function spansOf(now: Date, timeZone: string): CalendarSpans {
  const midnight = (day: string): Date => instantOf(`${day}T00:00:00`, timeZone);
  const today = localDay(now, timeZone);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const monday = addDays(today, -sinceMonday);
  const first = `${today.slice(0, 7)}-01`;
  const nextFirst = `${addDays(first, 31).slice(0, 7)}-01`;
  return { week: [midnight(monday), midnight(addDays(monday, 7))], month: [midnight(first), midnight(nextFirst)] };
}
