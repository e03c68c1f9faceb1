/** How many posts there are, of what kind, and when. */
import { PICTURE_PLATFORMS, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { zoneOf } from '../accounts/accounts.ts';
import { POST_STATUSES, type PostStatus } from './post.ts';
import { spansOf } from './spans.ts';
import { type Counted, countPosts } from './store.ts';

export interface SchedulerFigures {
  readonly total: number;
  readonly byStatus: Readonly<Record<PostStatus, number>>;
  readonly byPlatform: Readonly<Record<PicturePlatform, number>>;
  readonly upcoming: number;
  /** Posted, planned or failed in them; not cancelled. */
  readonly thisWeek: number;
  readonly thisMonth: number;
}

export async function takeStock({ db, clock }: { readonly db: Db; readonly clock: Clock }, accountId: number): Promise<SchedulerFigures> {
  const now = clock.now();
  const rows = await countPosts(db, accountId, { now, ...spansOf(now, await zoneOf(db, accountId)) });
  const sum = (key: 'count' | 'upcoming' | 'thisWeek' | 'thisMonth', of: (row: Counted) => boolean = () => true): number =>
    rows.filter(of).reduce((total, row) => total + row[key], 0);
  const byStatus = Object.fromEntries(POST_STATUSES.map((name) => [name, sum('count', ({ status }) => status === name)]));
  const byPlatform = Object.fromEntries(PICTURE_PLATFORMS.map((name) => [name, sum('count', ({ platform }) => platform === name)]));
  return {
    total: sum('count'),
    // Every documented key, also when nothing has it.
    byStatus: byStatus as Record<PostStatus, number>,
    byPlatform: byPlatform as Record<PicturePlatform, number>,
    upcoming: sum('upcoming'),
    thisWeek: sum('thisWeek'),
    thisMonth: sum('thisMonth'),
  };
}
