/** A month as a grid of weeks, and what each day is. */
import type { Busy } from './clashes.ts';
import { daysOfMonth, eachDay, hasDay } from './days.ts';

export type DayState = Busy['kind'] | 'free';
export interface CalendarDay {
  readonly day: string;
  readonly state: DayState;
  /** What takes the day, the strongest first. */
  readonly sources: readonly Busy[];
}

const STRENGTH: readonly Busy['kind'][] = ['booked', 'unavailable', 'pencil'];

export function calendarDay(day: string, busy: readonly Busy[]): CalendarDay {
  const sources = busy.filter((taken) => hasDay(taken, day)).sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind));
  return { day, state: sources[0]?.kind ?? 'free', sources };
}

/** Weeks from Monday to Sunday; days of other months are null. */
export function weeksOf(month: string, busy: readonly Busy[]): readonly (readonly (CalendarDay | null)[])[] {
  const days = [...eachDay(daysOfMonth(month))].map((day) => calendarDay(day, busy));
  const before = (new Date(`${month}-01`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, index) => cells[week * 7 + index] ?? null),
  );
}

/** Somebody said they cannot, and is booked. */
export const isContradicted = ({ sources }: CalendarDay): boolean =>
  sources.some(({ kind }) => kind === 'booked') && sources.some(({ kind }) => kind === 'unavailable');
