/** Ages as dates of birth: a person of `n` years was born on or before the day that lies `n` years back. */
import { AGE_RANGES } from '../options/options.ts';
import type { CinemaFilters } from './cinema-search.ts';

/** Born after the first (not on it) and on or before the second; null has no limit. `YYYY-MM-DD`. */
export interface BirthSpan {
  readonly after: string | null;
  readonly until: string | null;
}

/** The last day of birth of people who are at least `years` old today (UTC). */
export function bornUntil(years: number, today: Date): string {
  const year = today.getUTCFullYear() - years;
  const day = today.toISOString().slice(5, 10);
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}-${day === '02-29' && !isLeap ? '02-28' : day}`;
}

export const birthSpan = (min: number | null | undefined, max: number | null | undefined, today: Date): BirthSpan => ({
  after: max === null || max === undefined ? null : bornUntil(max + 1, today),
  until: min === null || min === undefined ? null : bornUntil(min, today),
});

/** The spans of the documented age ranges today. */
export const rangeSpans = (today: Date): readonly (BirthSpan & { readonly value: string })[] =>
  AGE_RANGES.map(({ value, min, max }) => ({ value, ...birthSpan(min, max, today) }));

/** What the filters ask of the date of birth: any span of each list. */
export function askedSpans({ ageMin, ageMax, ageRanges }: CinemaFilters, today: Date): readonly (readonly BirthSpan[])[] {
  const asked: BirthSpan[][] = [];
  if (ageMin !== undefined || ageMax !== undefined) asked.push([birthSpan(ageMin, ageMax, today)]);
  if (ageRanges?.length) asked.push(rangeSpans(today).filter(({ value }) => (ageRanges as readonly string[]).includes(value)));
  return asked;
}
