/** Films in the calendar: another product says them, and tells the calendar where and when through this port. */
import type { PlatformName, PublicationState } from '#capabilities/publishing/publishing.ts';
import type { Db } from '#kernel/db/db.ts';
import type { PostStatus } from '../scheduler/scheduler.ts';
import { truthOf } from './truth.ts';

export interface FilmEntry {
  readonly id: string;
  readonly platform: PlatformName;
  readonly title: string;
  /** When it appeared, else when it shall. */
  readonly at: Date;
  readonly state: PublicationState;
  /** Why it ended badly: a reason of the publishing machine. */
  readonly reason: string | null;
  readonly href: string;
  readonly thumbnail: string | null;
  readonly platformUrl: string | null;
}

export interface FilmFilters {
  readonly after?: Date;
  readonly before?: Date;
  readonly platform?: string;
  readonly origin?: string;
  readonly search?: string;
}

export interface FilmsOnCalendar {
  /** The first first. */
  entries(db: Db, accountId: number, filters: FilmFilters): Promise<readonly FilmEntry[]>;
  /** What films of this account were made for (`cinema.project:12`). */
  origins(db: Db, accountId: number): Promise<readonly string[]>;
}

const STATUS_OF: Readonly<Record<ReturnType<typeof truthOf>, PostStatus>> = {
  ...{ planned: 'scheduled', sending: 'scheduled', posted: 'posted', failed: 'failed', unknown: 'failed', cancelled: 'cancelled' },
};
export const filmStatusOf = (film: Pick<FilmEntry, 'state'>): PostStatus => STATUS_OF[truthOf(film)];
