/**
 * Presence: who is on the set, since when, and how long they were there.
 *
 * Hides scans, clocks, night shoots, devices that were offline, and how all of it becomes hours that hold. Words: a *scan* is what a
 * device or a person at a desk said, kept for ever as it was said; a *stay* (presence) is what the scans of a person add up to: an
 * arrival, and a departure or none yet; a *shooting day* begins at four in the morning of the project's place, and a stay belongs to
 * the day it began; *present* is who has an open stay of the current day, or of a night that is not over. Nothing is invented: a
 * departure that nobody recorded stays open until a supervisor *corrects* it, with a reason that is kept.
 */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import type { Project } from '../projects/projects.ts';
import { type Acts, createActs } from './acts.ts';
import { registerPresenceApi } from './api-routes.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { type DayView, readDay } from './day.ts';
import { type History, readHistory, readHistoryFilters } from './history.ts';
import { absorbPerson, type StaysAtOnce, staysAtOnce } from './merging.ts';
import { registerPresencePages } from './page-routes.tsx';
import { createRosters, type Rosters } from './roster.ts';
import { createSync, type Syncing } from './sync.ts';
import type { PresencePageTools, PresenceTools } from './tools.ts';
import { registerWire } from './wire-routes.ts';

export { type BroughtTime, bringStay } from './bringing.ts';
export type { DayView } from './day.ts';
export type { History, PastStay } from './history.ts';
export type { StaysAtOnce } from './merging.ts';
export type { Roster, ScannerState } from './roster.ts';
export type { SyncBody, SyncReply } from './sync.ts';
export type { PresencePageTools, PresenceTools } from './tools.ts';

export interface Presence extends Acts, Corrections, Rosters, Syncing {
  /** `asked` (`YYYY-MM-DD`) is the current shooting day when absent. */
  day(db: Db, project: Pick<Project, 'id' | 'timeZone' | 'dayStarts'>, asked?: string): Promise<DayView>;
  /** `query`: `project_id`, `date_from`, `date_to`; what means nothing is refused by name. */
  history(code: string, query: Readonly<Record<string, unknown>>, page: PageAsked): Promise<History>;
  /** What keeps two CINEMA files from being one: moments at which both were on a set. */
  staysAtOnce(db: Db, from: number, into: number): Promise<readonly StaysAtOnce[]>;
  /** Scans and stays of one file become the other's; answers how many stays. Call it with none at once, in the same transaction. */
  absorb(tx: Tx, from: number, into: number): Promise<number>;
}

export function createPresence(tools: PresenceTools): Presence {
  return {
    ...createActs(tools),
    ...createCorrections(tools),
    ...createRosters(tools),
    ...createSync(tools),
    day: (db, project, asked) => readDay(db, project, tools.clock.now(), asked),
    history: async (code, query, page) => readHistory(tools, code, await readHistoryFilters(tools, query), page),
    staysAtOnce,
    absorb: (tx, from, into) => absorbPerson(tools, tx, from, into),
  };
}

/** The API, the wire of scanners and the pages; the scanner's own page is `scan-page.tsx`. */
export function registerPresence(door: Door, tools: PresencePageTools): void {
  registerPresenceApi(door, tools);
  registerWire(door, tools);
  registerPresencePages(door, tools);
}
