/**
 * The figures of the studio, each kept in memory as long as the database would say the same: until somebody changes, or the day does
 * (ages, and who is new). "New" counts from midnight UTC of the day so many days ago.
 */
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { createFreshCache, type FreshCache } from '#kernel/fresh-cache.ts';
import { createVersionReader } from '../list-versions.ts';
import * as cinema from './cinema-store.ts';
import * as people from './people-store.ts';

/** Of the documents: people registered in the last so many days. */
export const PERIODS = { '7d': 7, '30d': 30, '90d': 90, '1y': 365 } as const;
export type Period = keyof typeof PERIODS;

export interface PeopleFigures extends people.PeopleTotals, people.PeopleGroups {
  readonly topTalents: readonly people.TalentCount[];
}
export interface CinemaFigures extends cinema.CinemaTotals, cinema.CinemaGroups {
  readonly months: readonly cinema.MonthCount[];
}

export interface Figures {
  /** Everybody, or only who registered in the period. */
  people(period?: Period): Promise<PeopleFigures>;
  /** People by category of their talents. */
  categories(): Promise<ReadonlyMap<string, number>>;
  cinema(): Promise<CinemaFigures>;
  /** Productions and projects: a moment's count, for they are few. */
  studio(): Promise<people.StudioTotals>;
}

export function createFigures({ db, clock }: { readonly db: Db; readonly clock: Clock }): Figures {
  // A handful of values at most: five periods and two days around midnight.
  const keep = <T>(watch: 'people' | 'cinema'): FreshCache<T> =>
    createFreshCache<T>({ version: createVersionReader(db, watch), sizeOf: () => 1, capacity: 12 });
  const peopleKept = keep<PeopleFigures>('people');
  const categoriesKept = keep<ReadonlyMap<string, number>>('people');
  const cinemaKept = keep<CinemaFigures>('cinema');
  const day = (): string => clock.now().toISOString().slice(0, 10);
  return {
    people: (period) => peopleKept.get(`${day()} ${period ?? ''}`, () => readPeople(db, clock.now(), period)),
    categories: () => categoriesKept.get('', () => people.readCategories(db)),
    cinema: () => cinemaKept.get(day(), () => readCinema(db, clock.now())),
    studio: () => people.readStudioTotals(db),
  };
}

const DAY_MS = 86_400_000;
const midnightBefore = (now: Date, days: number): Date => new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - days * DAY_MS);

async function readPeople(db: Db, now: Date, period: Period | undefined): Promise<PeopleFigures> {
  const daysAgo = (days: number): Date => midnightBefore(now, days);
  const span = { since: period ? daysAgo(PERIODS[period]) : null, daysAgo };
  const [totals, groups, topTalents] = await Promise.all([
    people.readPeopleTotals(db, span),
    people.readPeopleGroups(db, span),
    people.readTopTalents(db, span),
  ]);
  return { ...totals, ...groups, topTalents };
}

async function readCinema(db: Db, today: Date): Promise<CinemaFigures> {
  const [totals, groups, months] = await Promise.all([
    cinema.readCinemaTotals(db, { today, since: midnightBefore(today, PERIODS['7d']) }),
    cinema.readCinemaGroups(db, today),
    cinema.readCinemaMonths(db, today),
  ]);
  return { ...totals, ...groups, months };
}
