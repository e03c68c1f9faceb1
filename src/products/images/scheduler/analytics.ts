/** The figures of live posts: read when somebody asks, and by themselves at a widening rhythm. */
import { Type } from 'typebox';
import type { PostFigures, Publishing } from '#capabilities/publishing/publishing.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { JobContext, Queue } from '#kernel/jobs/queue.ts';
import { m } from './messages.ts';
import type { AnalyticsSnapshot, ScheduledPost } from './post.ts';
import { readingOf } from './present.ts';
import { insertReading, latestReading } from './readings-store.ts';
import * as store from './store.ts';

export interface AnalyticsTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly publishing: Pick<Publishing, 'figures'>;
  readonly webhooks: Pick<Webhooks, 'emit'>;
}

/** Pressing twice is reading once: figures cost calls, and on X money. */
const FRESH_MS = 10_000;

/** Hours after a post went live: most of what happens to it happens on the first day. */
export const RHYTHM = [1, 6, 24, 72, 168] as const;

const READ = defineJob({
  name: 'images.read-figures',
  data: Type.Object({ postId: Type.Integer(), step: Type.Integer() }),
  retries: 3,
  // A platform that wants to be left alone is asked again in a quarter of an hour, then later and later.
  retryDelaySeconds: 15 * 60,
  retryDelayMaxSeconds: 60 * 60,
  timeoutSeconds: 120,
  concurrency: 1,
  pollSeconds: 5,
});

/** (likes + comments + shares) / views × 100, else impressions, else reach; null when there is nothing to divide, or by. */
export function engagementOf({ likes, comments, shares, views, reach, impressions }: Omit<PostFigures, 'raw'>): number | null {
  const seen = [views, impressions, reach].find((count) => count !== null && count > 0);
  const acts = [likes, comments, shares].filter((count) => count !== null);
  if (!seen || acts.length === 0) return null;
  return Math.round((acts.reduce((sum, count) => sum + count, 0) / seen) * 10_000) / 100;
}

export interface Analytics {
  /** The last reading; read now when there is none. */
  latest(post: ScheduledPost): Promise<AnalyticsSnapshot>;
  sync(post: ScheduledPost): Promise<AnalyticsSnapshot>;
  /** Promises the first reading of a post that has just gone live. */
  watch(tx: Tx, postId: number, postedAt: Date): Promise<void>;
}

export function createAnalytics(tools: AnalyticsTools): Analytics {
  const { db, clock, queue } = tools;
  const promise = async (tx: Tx, postId: number, step: number, postedAt: Date): Promise<void> => {
    const hours = RHYTHM[step];
    if (hours === undefined) return;
    const startAfter = new Date(postedAt.getTime() + hours * 3_600_000);
    await queue.enqueue(tx, READ, { postId, step }, { startAfter, key: `${postId} ${step}` });
  };
  const read = async (post: ScheduledPost, andThen: (tx: Tx) => Promise<void> = async () => undefined) => {
    if (post.status !== 'posted') throw failure.conflict('POST_NOT_LIVE', m.notLive);
    const figures = await tools.publishing.figures(post.publicationId);
    return inTransaction(db, async (tx) => {
      const reading = await insertReading(tx, post.id, figures, engagementOf(figures), clock.now());
      const data = readingOf(post.id, reading);
      await tools.webhooks.emit(tx, { product: 'images', accountId: post.accountId, event: 'analytics.updated', data });
      await andThen(tx);
      return reading;
    });
  };
  queue.work(READ, async ({ postId, step }, { isLast, signal }: JobContext) => {
    const post = await store.findPost(db, postId);
    if (post?.status !== 'posted' || !post.postedAt) return;
    const { postedAt } = post;
    const next = (tx: Tx): Promise<void> => promise(tx, postId, step + 1, postedAt);
    try {
      await read(post, next);
    } catch (error) {
      if (isLast && !signal.aborted) await inTransaction(db, next);
      throw error;
    }
  });
  return {
    latest: async (post) => (await latestReading(db, post.id)) ?? read(post),
    async sync(post) {
      const last = await latestReading(db, post.id);
      return last && clock.now().getTime() - last.syncedAt.getTime() < FRESH_MS ? last : read(post);
    },
    watch: (tx, postId, postedAt) => promise(tx, postId, 0, postedAt),
  };
}
