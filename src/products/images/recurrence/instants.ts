/**
 * When a schedule happens. Occurrences are days of the calendar counted from the anchor, never from each other (31 January is
 * followed by 28 February and by 31 March), at a time on the wall of its zone: nine o'clock stays nine o'clock when clocks change.
 */
import { addDays, instantOf, localDay } from '#kernel/wall-time.ts';

export const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export interface Rhythm {
  readonly frequency: Frequency;
  /** `HH:MM:SS` on the wall. */
  readonly timeOfDay: string;
  /** IANA. */
  readonly timezone: string;
  /** ISO, 1 is Monday; of a weekly rhythm. Empty: the weekday of `startsOn`. */
  readonly daysOfWeek: readonly number[];
  /** 1 to 31, of a monthly rhythm; past the end of a month it is its last day. Null: the day of `startsOn`. */
  readonly dayOfMonth: number | null;
  /** First day, `YYYY-MM-DD` in the zone. */
  readonly startsOn: string;
  /** Last day, included. */
  readonly endsOn: string | null;
  readonly maxOccurrences: number | null;
}

export interface Occurrence {
  /** The day in the zone. */
  readonly day: string;
  readonly at: Date;
}

/** In order, from the first one after an instant. Ends with `endsOn` or `maxOccurrences`; without them it has no end: take what is needed. */
export function* occurrencesAfter(rhythm: Rhythm, after: Date): Generator<Occurrence> {
  // Days before this one are counted without looking at a clock.
  const near = addDays(localDay(after, rhythm.timezone), -1);
  let made = 0;
  for (const day of daysOf(rhythm)) {
    if (rhythm.endsOn !== null && day > rhythm.endsOn) return;
    if (rhythm.maxOccurrences !== null && made >= rhythm.maxOccurrences) return;
    made += 1;
    if (day < near) continue;
    const at = instantOf(`${day}T${rhythm.timeOfDay}`, rhythm.timezone);
    if (at > after) yield { day, at };
  }
}

/** After `after` and not after `until`. */
export function occurrencesBetween(rhythm: Rhythm, after: Date, until: Date): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrencesAfter(rhythm, after)) {
    if (occurrence.at > until) break;
    found.push(occurrence);
  }
  return found;
}

/** The next `count` after an instant: fewer when the schedule ends. */
export const nextOccurrences = (rhythm: Rhythm, after: Date, count: number): readonly Occurrence[] => [
  ...occurrencesAfter(rhythm, after).take(count),
];

function daysOf(rhythm: Rhythm): Generator<string> {
  if (rhythm.frequency === 'monthly') return monthDays(rhythm.startsOn, rhythm.dayOfMonth ?? Number(rhythm.startsOn.slice(8)));
  const wanted = rhythm.frequency === 'weekly' ? (rhythm.daysOfWeek.length ? rhythm.daysOfWeek : [weekday(rhythm.startsOn)]) : null;
  return calendarDays(rhythm.startsOn, wanted);
}

function* calendarDays(from: string, weekdays: readonly number[] | null): Generator<string> {
  for (let day = from; ; day = addDays(day, 1)) if (weekdays === null || weekdays.includes(weekday(day))) yield day;
}

function* monthDays(from: string, dayOfMonth: number): Generator<string> {
  const [year = 1970, month = 1] = from.split('-').map(Number);
  for (let n = 0; ; n += 1) {
    const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
    const day = new Date(Date.UTC(year, month - 1 + n, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
    if (day >= from) yield day;
  }
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
