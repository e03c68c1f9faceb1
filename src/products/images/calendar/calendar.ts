/**
 * Pages of posts: `/publications` (month, week, list), `/publications/new`, `/publications/posts/:id`, `/publications/connections`,
 * `/publications/schedules`, `/publications/statistics`, `/publications/transfer` (tables), and, in demo mode, `/publications/simulated`: what "was posted". What can be dragged has a form as well.
 */
import type { Library } from '#capabilities/library/library.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Captions } from '../captions/captions.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Schedules } from '../recurrence/recurrence.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { registerCalendar } from './calendar-routes.tsx';
import { registerComposer } from './composer-routes.tsx';
import { registerConnections } from './connections-routes.tsx';
import type { FilmsOnCalendar } from './films.ts';
import { registerPosts } from './post-routes.tsx';
import { registerSchedules } from './schedules-routes.tsx';
import { registerSimulated } from './simulated-routes.tsx';
import { registerStatistics } from './statistics-routes.tsx';
import { registerTransfer } from './transfer-routes.tsx';

export interface CalendarTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly publishing: Publishing;
  readonly pictures: Pictures;
  readonly scheduler: Scheduler;
  readonly schedules: Schedules;
  readonly captions: Captions;
  /** Films that another product publishes. */
  readonly films: FilmsOnCalendar;
  /** What things were made for has a name and a page. */
  readonly library: Pick<Library, 'titleOf'>;
  /** What the played platforms show; null where none is played. */
  readonly feed: SimulatedFeed | null;
}

export type { FilmsOnCalendar } from './films.ts';

export interface FeedPost {
  readonly id: string;
  readonly platform: string;
  readonly account: string;
  readonly text: string;
  readonly at: string;
  readonly url: string;
  readonly madeWithAi: boolean;
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
  readonly comments: readonly string[];
  readonly metrics: Readonly<Record<string, number>>;
}
/** Newest first. */
export type SimulatedFeed = (externalAccountIds: readonly string[]) => Promise<readonly FeedPost[]>;

export function registerCalendarPages(site: Door, tools: CalendarTools): void {
  registerCalendar(site, tools);
  registerComposer(site, tools);
  registerPosts(site, tools);
  registerConnections(site, tools);
  registerSchedules(site, tools);
  registerStatistics(site, tools);
  registerSimulated(site, tools);
  registerTransfer(site, tools);
}
