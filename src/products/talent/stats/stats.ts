/**
 * The studio in figures: the statistics of the API, the CINEMA dashboard and its charts.
 *
 * Hides how things are counted and how long a count is kept. Words: a *figure* is one count or average; a project is *active* until it
 * is finished or put away; somebody is *missing* who is expected on a set today and whom nobody checked in.
 */
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import { createFigures, type Figures } from './figures.ts';
import { registerStatsPages } from './page-routes.tsx';
import { registerStatsApi } from './routes.ts';

export interface StatsTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly pages: Pages;
  readonly catalogue: Catalogue;
  readonly cinema: Pick<Cinema, 'cards'>;
}
export type StatsRoom = StatsTools & { readonly figures: Figures };

export function registerStats(door: Door, tools: StatsTools): void {
  const room = { ...tools, figures: createFigures(tools) };
  registerStatsApi(door, room);
  registerStatsPages(door, room);
}
