/** Which days a view of the calendar shows, and where its arrows lead. Days are texts `YYYY-MM-DD`, weeks begin on Monday. */
import { addDays, instantOf, isDay, localDateTime } from '#kernel/wall-time.ts';

export const VIEWS = ['month', 'week', 'list'] as const;
export type View = (typeof VIEWS)[number];

export interface Span {
  readonly view: Exclude<View, 'list'>;
  /** The month or the week that was asked for; the grid of a month shows days of its neighbours too. */
  readonly first: string;
  readonly last: string;
  /** Whole weeks. */
  readonly days: readonly string[];
  readonly previous: string;
  readonly next: string;
}

export function spanOf(view: Span['view'], from: string, today: string): Span {
  const day = isDay(from) ? from : today;
  return view === 'month' ? monthOf(day) : weekOf(day);
}

const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
export const mondayOf = (day: string): string => addDays(day, -weekday(day));
const daysFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => addDays(first, index));

function weekOf(day: string): Span {
  const first = mondayOf(day);
  return { view: 'week', first, last: addDays(first, 6), days: daysFrom(first, 7), previous: addDays(first, -7), next: addDays(first, 7) };
}

function monthOf(day: string): Span {
  const first = `${day.slice(0, 7)}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  const last = addDays(next, -1);
  const monday = mondayOf(first);
  const weeks = (Date.parse(mondayOf(last)) - Date.parse(monday)) / (7 * 86_400_000) + 1;
  return { view: 'month', first, last, days: daysFrom(monday, weeks * 7), previous: `${addDays(first, -1).slice(0, 7)}-01`, next };
}

/** From the first midnight to the last, on the clocks of the zone: a day may have 23 or 25 hours. */
export const instantsOf = ({ days }: Span, zone: string): { readonly after: Date; readonly before: Date } => ({
  after: instantOf(`${days[0]}T00:00:00`, zone),
  before: instantOf(`${addDays(days.at(-1) ?? '', 1)}T00:00:00`, zone),
});

/** Clocks there jump over this hour on this day. */
export function isSkipped(day: string, hour: number, zone: string): boolean {
  const local = `${day}T${String(hour).padStart(2, '0')}:00:00`;
  return localDateTime(instantOf(local, zone), zone) !== local;
}

/** How far clocks there are from UTC at that moment: `UTC+2`, `UTC−3:30`. */
export function offsetText(at: Date, zone: string): string {
  const whole = Math.floor(at.getTime() / 60_000) * 60_000;
  const minutes = Math.round((Date.parse(`${localDateTime(new Date(whole), zone)}Z`) - whole) / 60_000);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
