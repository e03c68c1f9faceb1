/**
 * Posts: a validated picture, a caption, a platform, a time.
 *
 * Hides the tables, the derivatives and how a publication's states read as the four documented ones. Words: a *draft* is a post
 * before it is stored; the *derivative* is the copy of the picture that the platform takes; a *reading* is what the figures of a
 * live post were at one time; an *occurrence* is a post that a recurring schedule planned.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Library } from '#capabilities/library/library.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { PicturePlatform, PostFault, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { createAnalytics } from './analytics.ts';
import { writeTable } from './csv.ts';
import { checkDraft } from './draft-check.ts';
import { followPublications } from './following.ts';
import { importTable } from './importing.ts';
import { m } from './messages.ts';
import type { Body } from './plan.ts';
import { changePost, type Occurrence, planOccurrence, planPost } from './planning.ts';
import type { AnalyticsSnapshot, Attempt, ScheduledPost } from './post.ts';
import { listPerformances, listReadings, type Performance } from './readings-store.ts';
import { type SchedulerFigures, takeStock } from './stock.ts';
import * as store from './store.ts';

export type { Body } from './plan.ts';
export type { Occurrence } from './planning.ts';
export type { AnalyticsSnapshot, PostStatus, ScheduledPost } from './post.ts';
export { POST_STATUSES } from './post.ts';
export type { Performance } from './readings-store.ts';
export type { SchedulerFigures } from './stock.ts';
export type { PostFilters } from './store.ts';
export { normalizeHashtags } from './texts.ts';

/** What a person is writing, judged before it is sent: for the page, while one types. */
export interface DraftReport {
  readonly platform: PicturePlatform;
  readonly used: number;
  readonly limit: number;
  readonly faults: readonly PostFault[];
  /** The exact text that will be posted. */
  readonly text: string;
}

export interface Scheduler {
  /**
   * `image, scheduled_time, platform, caption, hashtags?, first_comment?, connection?, crop?, utm?, catch_up?`. Every fault named.
   * `within` may be a transaction that is open.
   */
  plan(accountId: number, body: Body, within?: Db): Promise<ScheduledPost>;
  /** For a recurring schedule, in its transaction; the same key is the same post. Throws `failure.invalid` like `plan`. */
  planOccurrence(tx: Tx, occurrence: Occurrence): Promise<ScheduledPost>;
  get(accountId: number, id: number): Promise<ScheduledPost>;
  /** Null for somebody else's, and for one that is gone. */
  find(accountId: number, id: number): Promise<ScheduledPost | null>;
  /** `scheduled_time` ascending unless `latestFirst`. */
  list(filters: store.PostFilters, page: PageAsked, latestFirst?: boolean): Promise<PageOf<ScheduledPost>>;
  /** What the account made pictures for (`cinema.project:12`). */
  origins(accountId: number): Promise<readonly string[]>;
  /** 409 once it is under way or ended. */
  change(accountId: number, id: number, body: Body): Promise<ScheduledPost>;
  /** Twice is once. 409 once it is under way or ended otherwise. */
  cancel(accountId: number, id: number): Promise<ScheduledPost>;
  /** Waits 20 s at most; answers how it stands. Of one that ended: how it ended. */
  publishNow(accountId: number, id: number): Promise<ScheduledPost>;
  /** An unknown post, after a person has looked: it is live, or it is sent again. 409 when its end is known. */
  settle(accountId: number, id: number, finding: { readonly live: boolean; readonly url?: string }): Promise<ScheduledPost>;
  attempts(accountId: number, id: number): Promise<readonly Attempt[]>;
  /** The last reading; read now when there is none. 409 while the post is not live. */
  analytics(accountId: number, id: number): Promise<AnalyticsSnapshot>;
  /** Reads now, unless it was read seconds ago. 409 while the post is not live. */
  sync(accountId: number, id: number): Promise<AnalyticsSnapshot>;
  /** Oldest first. */
  readings(accountId: number, id: number): Promise<readonly AnalyticsSnapshot[]>;
  /** Week (from Monday) and month are those of the person's time zone (UTC when they have none); cancelled posts are not in them. */
  figures(accountId: number): Promise<SchedulerFigures>;
  check(accountId: number, draft: Body): Promise<DraftReport>;
  /** Number of planned posts made from lines of CSV; every fault named by its line, nothing stored when there is one. */
  importCsv(accountId: number, text: string): Promise<number>;
  /** At most 10 000 posts, the first planned first. */
  exportCsv(filters: store.PostFilters): Promise<string>;
  /** Whose a derivative (`posts/….jpg`) is. */
  ownerOfMedia(file: string): Promise<number | null>;
}

export interface SchedulerTools {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly files: Files;
  readonly publishing: Publishing;
  readonly webhooks: Pick<Webhooks, 'emit'>;
  readonly notices: Pick<Notices, 'notify'>;
  readonly pictures: Pictures;
  readonly library: Pick<Library, 'requireSayable'>;
}

const PATIENCE_MS = 20_000;
const ADDRESS_MS = 2_000;
const MOST_EXPORTED = 10_000;

export function createScheduler(tools: SchedulerTools): Scheduler {
  const { db, publishing } = tools;
  const analytics = createAnalytics(tools);
  followPublications({ ...tools, publicUrl: tools.config.publicUrl.images, watchFigures: analytics.watch });
  const own = async (within: Db, accountId: number, id: number): Promise<ScheduledPost> => {
    const post = await store.findPost(within, id);
    if (post?.accountId !== accountId) throw failure.notFound(m.notFound);
    const [shown = post] = await asTheyStand(publishing, within, [post]);
    return shown;
  };
  return {
    plan: (accountId, body, within = db) => planPost(tools, accountId, body, within),
    planOccurrence: (tx, occurrence) => planOccurrence(tools, tx, occurrence),
    get: (accountId, id) => own(db, accountId, id),
    async find(accountId, id) {
      const post = await store.findPost(db, id);
      return post?.accountId === accountId ? post : null;
    },
    async list(filters, page, latestFirst = false) {
      const { total, rows } = await store.listPosts(db, filters, page, latestFirst);
      return { total, rows: await asTheyStand(publishing, db, rows) };
    },
    origins: (accountId) => store.listOrigins(db, accountId),
    async change(accountId, id, body) {
      await changePost(tools, (within) => own(within, accountId, id), body);
      return own(db, accountId, id);
    },
    async cancel(accountId, id) {
      const { publicationId } = await own(db, accountId, id);
      await inTransaction(db, (tx) => publishing.cancel(tx, publicationId));
      return own(db, accountId, id);
    },
    async publishNow(accountId, id) {
      const { status, publicationId } = await own(db, accountId, id);
      if (status === 'scheduled') await publishing.publishNow(publicationId, PATIENCE_MS);
      return withAddress(() => own(db, accountId, id));
    },
    async settle(accountId, id, finding) {
      const { state, publicationId } = await own(db, accountId, id);
      if (state !== 'unknown') throw failure.conflict('POST_IS_KNOWN', m.notUnknown);
      await inTransaction(db, (tx) => publishing.settle(tx, publicationId, finding));
      return own(db, accountId, id);
    },
    attempts: async (accountId, id) => publishing.attempts(db, (await own(db, accountId, id)).publicationId),
    analytics: async (accountId, id) => analytics.latest(await own(db, accountId, id)),
    sync: async (accountId, id) => analytics.sync(await own(db, accountId, id)),
    readings: async (accountId, id) => listReadings(db, (await own(db, accountId, id)).id),
    figures: (accountId) => takeStock(tools, accountId),
    check: async (_accountId, draft) => checkDraft(publishing, draft),
    importCsv: (accountId, text) => importTable(tools, accountId, text),
    exportCsv: async (filters) => writeTable((await store.listPosts(db, filters, { size: MOST_EXPORTED, offset: 0 }, false)).rows),
    ownerOfMedia: (file) => store.findOwnerOfMedia(db, file),
  };
}

/** Some platforms tell the address of a post a moment after it is live. */
async function withAddress(read: () => Promise<ScheduledPost>): Promise<ScheduledPost> {
  const until = Date.now() + ADDRESS_MS;
  for (;;) {
    const post = await read();
    if (post.status !== 'posted' || post.platformPostUrl !== null || Date.now() > until) return post;
    await sleep(100);
  }
}

/** What is under way, and an address that was learnt after the end, are known to the publication alone. */
async function asTheyStand(publishing: Publishing, db: Db, posts: readonly ScheduledPost[]): Promise<readonly ScheduledPost[]> {
  const isMoving = ({ status, platformPostUrl }: ScheduledPost): boolean =>
    status === 'scheduled' || (status === 'posted' && platformPostUrl === null);
  const moving = posts.filter(isMoving).map(({ publicationId }) => publicationId);
  if (moving.length === 0) return posts;
  const known = new Map((await publishing.findAll(db, moving)).map((publication) => [publication.id, publication]));
  return posts.map((post) => {
    const publication = isMoving(post) ? known.get(post.publicationId) : undefined;
    return publication ? { ...post, state: publication.state, platformPostUrl: publication.platformPostUrl } : post;
  });
}

/** Whether a post that has not ended needs the picture. */
export const isScheduled = (tx: Db, pictureId: number): Promise<boolean> => store.isPictureNeeded(tx, pictureId);

/** How somebody's live posts did, the latest first, at most a thousand; on every platform when none is named. */
export const performancesOf = (db: Db, accountId: number, platform: PicturePlatform | null): Promise<readonly Performance[]> =>
  listPerformances(db, accountId, platform);
