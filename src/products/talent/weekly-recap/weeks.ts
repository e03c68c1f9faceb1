/** Which days a recap tells of. A week ends on Sunday at 12:59 in Casablanca, where the clock may jump in between. */
import { momentOf, shownAt } from '../email-notifications/email-notifications.ts';

export const SUNDAY_NOON = '59 12 * * 0';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const AFTER_MIDNIGHT = (12 * 60 + 59) * MINUTE;

export interface Span {
  readonly from: Date;
  /** The first moment after. */
  readonly until: Date;
}
export interface Week extends Span {
  /** The Sunday that ends it, `YYYY-MM-DD`. */
  readonly sunday: string;
}

/** Clocks differ: whoever is called a moment too early means the Sunday that is about to strike. */
const EARLY = 2 * MINUTE;

/** The last week that is over. A recap that is made up for on Monday tells of the same days as on Sunday. */
export function lastWeek(now: Date): Week {
  const shown = shownAt(new Date(now.getTime() + EARLY));
  const midnight = Math.floor(shown.getTime() / DAY) * DAY;
  const thisSunday = midnight - shown.getUTCDay() * DAY;
  const sunday = thisSunday + AFTER_MIDNIGHT <= shown.getTime() ? thisSunday : thisSunday - 7 * DAY;
  const strike = (day: number): Date => momentOf(new Date(day + AFTER_MIDNIGHT));
  return { sunday: new Date(sunday).toISOString().slice(0, 10), from: strike(sunday - 7 * DAY), until: strike(sunday) };
}

/** The seven days before a moment, for a recap that somebody asks for. */
export const daysBefore = (now: Date): Span => ({ from: new Date(now.getTime() - 7 * DAY), until: now });
