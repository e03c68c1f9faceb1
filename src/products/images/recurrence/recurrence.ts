/**
 * Recurring schedules: slots at the same hour of a place, filled with pictures that were validated and never posted there.
 *
 * Hides the tables, clocks that change, and the job that fills. Words: a *slot* is one day of a schedule on one platform; it becomes
 * a *post* two days ahead; it is *skipped* when nobody was there in time: a schedule never bursts.
 */
import { Type } from 'typebox';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { zoneOf } from '../accounts/accounts.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { AHEAD_MS, bringUpToDate, captionOf } from './fill.ts';
import { nextOccurrences, type Occurrence, occurrencesBetween } from './instants.ts';
import { m } from './messages.ts';
import { type Body, readPlan } from './read-plan.ts';
import type { ComingSlot, Schedule, SchedulePlan } from './schedule.ts';
import * as store from './store.ts';

export { FREQUENCIES, type Occurrence } from './instants.ts';
export type { ComingSlot, Schedule } from './schedule.ts';

export interface Schedules {
  /** Oldest first. */
  list(accountId: number, page: PageAsked): Promise<PageOf<Schedule>>;
  get(accountId: number, id: number): Promise<Schedule>;
  /** Every fault named. Its first slots are posts when it answers. */
  create(accountId: number, body: Body): Promise<Schedule>;
  /** Posts that still wait are taken back and planned anew; what has begun stays. While it is paused nothing accrues. */
  change(accountId: number, id: number, body: Body): Promise<Schedule>;
  /** Its waiting posts are cancelled; those that were made stay. */
  remove(accountId: number, id: number): Promise<void>;
  /** The next instants of a schedule, at most 50. */
  next(schedule: Schedule, count: number): readonly Occurrence[];
  /** Of one that is not stored: for a form. */
  preview(accountId: number, body: Body, count: number): Promise<readonly Occurrence[]>;
  /** Slots between two instants that are not posts yet. */
  coming(accountId: number, from: Date, until: Date): Promise<readonly ComingSlot[]>;
  /** The zone that a new schedule gets. */
  zoneOf(accountId: number): Promise<string>;
}

export interface RecurrenceTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly scheduler: Scheduler;
  readonly publishing: Publishing;
}

const VISIT = defineJob({ name: 'images.visit-schedule', data: Type.Object({ id: Type.Integer() }), retries: 5, unique: 'waiting' });
const ROUND = defineJob({ name: 'images.visit-schedules', data: Type.Null(), retries: 1, pollSeconds: 5 });
const MOST = 100;
const ALL = { page: 1, size: MOST, offset: 0 };

export function createSchedules(tools: RecurrenceTools): Schedules {
  const { db, clock, queue } = tools;
  keepFilled(tools);
  const own = (found: Schedule | null): Schedule => {
    if (!found) throw failure.notFound(m.notFound);
    return found;
  };
  const get = async (accountId: number, id: number): Promise<Schedule> => own(await store.findSchedule(db, accountId, id));
  const defaults = async (accountId: number) => ({ timezone: await zoneOf(db, accountId), now: clock.now() });
  /** Promised with the change, done at once: whoever dies in between leaves a job. */
  const visited = async (work: (tx: Tx) => Promise<number>): Promise<number> => {
    const id = await inTransaction(db, async (tx) => {
      const touched = await work(tx);
      await queue.enqueue(tx, VISIT, { id: touched }, { key: String(touched) });
      return touched;
    });
    await bringUpToDate(tools, id, clock.now());
    return id;
  };
  return {
    get,
    list: (accountId, page) => store.listSchedules(db, accountId, page),
    async create(accountId, body) {
      const plan = readPlan(body, null, await defaults(accountId));
      requireFitting(tools.publishing, plan);
      if ((await store.listSchedules(db, accountId, ALL)).total >= MOST)
        throw failure.conflict('TOO_MANY_SCHEDULES', m.tooMany, {}, { limit: MOST });
      return get(accountId, await visited((tx) => store.insertSchedule(tx, accountId, plan, clock.now())));
    },
    async change(accountId, id, body) {
      await visited(async (tx) => {
        const before = own(await store.findSchedule(tx, accountId, id, true));
        const plan = readPlan(body, before, { timezone: before.timezone, now: clock.now() });
        requireFitting(tools.publishing, plan);
        await store.updateSchedule(tx, id, plan, clock.now());
        return id;
      });
      return get(accountId, id);
    },
    async remove(accountId, id) {
      await visited(async (tx) => {
        own(await store.findSchedule(tx, accountId, id, true));
        await store.leave(tx, id);
        return id;
      });
    },
    next: (schedule, count) => (schedule.isActive ? nextOccurrences(schedule, clock.now(), Math.min(count, 50)) : []),
    async preview(accountId, body, count) {
      const given = await defaults(accountId);
      return nextOccurrences(readPlan({ name: '-', platforms: ['instagram'], ...body }, null, given), given.now, Math.min(count, 50));
    },
    coming: (accountId, from, until) => comingSlots(tools, accountId, from, until),
    zoneOf: (accountId) => zoneOf(db, accountId),
  };
}

function keepFilled(tools: RecurrenceTools): void {
  const { db, clock, queue } = tools;
  queue.work(VISIT, ({ id }) => bringUpToDate(tools, id, clock.now()));
  queue.work(ROUND, async () => {
    const now = clock.now();
    for (const id of await store.schedulesToVisit(db, now, new Date(now.getTime() + AHEAD_MS - 1))) {
      await queue.enqueue(db, VISIT, { id }, { key: String(id) });
    }
  });
  queue.schedule(ROUND, '*/10 * * * *', 'UTC');
}

async function comingSlots({ db, clock }: RecurrenceTools, accountId: number, from: Date, until: Date): Promise<readonly ComingSlot[]> {
  const { rows } = await store.listSchedules(db, accountId, ALL);
  const now = clock.now();
  return rows
    .filter(({ isActive }) => isActive)
    .flatMap((schedule) => {
      const after = new Date(Math.max(from.getTime() - 1, schedule.filledUntil.getTime(), now.getTime()));
      return occurrencesBetween(schedule, after, until).flatMap(({ at }) =>
        schedule.platforms.map((platform) => ({ scheduleId: schedule.id, name: schedule.name, platform, at })),
      );
    });
}

/** The template alone, without any picture, must fit each platform: with the shortest of prompts. */
function requireFitting(publishing: Publishing, plan: SchedulePlan): void {
  const caption = captionOf(plan, { prompt: '…', tags: [] }, plan.startsOn, () => true);
  const text = [caption, plan.hashtags].filter(Boolean).join('\n\n');
  for (const name of plan.platforms) {
    const platform = publishing.platform(name);
    for (const { constraint, limit, found } of platform.check({ text, firstComment: '', mediaCount: 1 })) {
      const isHashtags = constraint === 'too_many_hashtags';
      const message = isHashtags ? m.tooManyHashtags : m.tooLongFor;
      const fault: FieldError = { message, params: { platform: platform.title, found, limit }, constraint };
      throw failure.invalid({ [isHashtags ? 'hashtags' : 'caption_template']: fault });
    }
  }
}
