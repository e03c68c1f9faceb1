import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { jobsOf, number, openQueues, readableLog } from '#test/queues.ts';
import { defineJob } from './job.ts';

describe('the life of a queue', () => {
  it('lets a running job finish before it stops', async () => {
    const { db, create } = await openQueues();
    const [job, next] = [defineJob({ name: 'short', data: number }), defineJob({ name: 'next', data: number })];
    const queue = create();
    const seen: string[] = [];
    queue.work(job, async () => {
      seen.push('begun');
      await pause(400);
      await queue.enqueue(db, next, { n: 2 });
      seen.push('finished');
    });
    await queue.start({ work: true });
    await queue.enqueue(db, job, { n: 1 });
    await eventually(() => seen).toEqual(['begun']);
    await Promise.all([queue.stop(), queue.stop()]);
    expect(seen).toEqual(['begun', 'finished']);
    expect(await jobsOf(db, 'short')).toMatchObject([{ state: 'completed' }]);
    expect(await jobsOf(db, 'next')).toMatchObject([{ state: 'created' }]);
  });

  it('interrupts what would take too long and gives it back without spending a try', async () => {
    const { db, create } = await openQueues();
    const { log, lines } = readableLog();
    const job = defineJob({ name: 'long', data: number, retries: 0 });
    const queue = create(log);
    const attempts: number[] = [];
    queue.work(job, async (_data, { signal, attempt }) => {
      attempts.push(attempt);
      await pause(60_000, null, { signal });
    });
    await queue.start({ work: true });
    await queue.enqueue(db, job, { n: 1 });
    await eventually(() => attempts).toEqual([1]);
    await queue.stop();
    expect(await jobsOf(db, 'long')).toMatchObject([{ state: 'retry', retry_count: 0 }]);
    expect(lines).toMatchObject([{ level: 30, job: 'long' }]);

    const next = create();
    next.work(job, async (_data, { attempt }) => void attempts.push(attempt));
    await next.start({ work: true });
    await eventually(() => attempts).toEqual([1, 1]);
  });

  it('starts in several processes at once, and follows a job that changes its mind', async () => {
    const { db, create } = await openQueues();
    const jobs = ['one', 'two', 'three'].map((name) => defineJob({ name, data: number, retries: 1 }));
    const queues = Array.from({ length: 4 }, () => create());
    for (const queue of queues) for (const job of jobs) queue.work(job, async () => undefined);
    await Promise.all(queues.map((queue, i) => queue.start({ work: i % 2 === 0 })));
    await Promise.all(queues.flatMap((queue) => jobs.map((job) => queue.enqueue(db, job, { n: 1 }))));
    const next = create();
    next.work(defineJob({ name: 'one', data: number, retries: 9, timeoutSeconds: 60 }), async () => undefined);
    await next.start({ work: true });
    const { rows } = await sql`select retry_limit, expire_seconds, heartbeat_seconds, notify from jobs.queue where name = 'one'`.execute(
      db,
    );
    expect(rows).toEqual([{ retry_limit: 9, expire_seconds: 60, heartbeat_seconds: 10, notify: true }]);
    const contrary = create();
    contrary.work(defineJob({ name: 'one', data: number, unique: 'unfinished' }), async () => undefined);
    await expect(contrary.start({ work: true })).rejects.toThrow('give the job a new name');
  });

  it('keeps the schedules it knows and ends the others', async () => {
    const { db, create } = await openQueues();
    const [weekly, daily] = ['recap/weekly', 'sweep/daily'].map((name) => defineJob({ name, data: Type.Null(), pollSeconds: 5 }));
    if (!weekly || !daily) throw new Error('two jobs');
    const schedules = async (): Promise<unknown[]> =>
      (await sql`select name, cron, timezone from jobs.schedule order by name`.execute(db)).rows;
    const first = create();
    first.schedule(weekly, '59 12 * * 0', 'Africa/Casablanca');
    first.schedule(daily, '0 4 * * *', 'UTC');
    await first.start({ work: true });
    expect(await schedules()).toHaveLength(2);
    const second = create();
    second.schedule(weekly, '0 13 * * 0', 'Africa/Casablanca');
    await second.start({ work: true });
    expect(await schedules()).toEqual([{ name: 'recap/weekly', cron: '0 13 * * 0', timezone: 'Africa/Casablanca' }]);
    const wrong = create();
    wrong.schedule(weekly, 'every sunday', 'UTC');
    await expect(wrong.start({ work: true })).rejects.toThrow();
  });

  it('T-444 T-448 tells what is planned, when next in its time zone, what became of the last time, and whether anybody looks', async () => {
    const { db, create } = await openQueues();
    const weekly = defineJob({ name: 'weekly', data: Type.Null(), retries: 0 });
    const queue = create();
    queue.schedule(weekly, '59 12 * * 0', 'Africa/Casablanca');
    queue.work(weekly, async () => Promise.reject(new Error('no')));
    await queue.start({ work: false });
    expect(await queue.plans()).toEqual({ running: false, plans: [] });
    await queue.start({ work: true });
    await eventually(async () => (await queue.plans()).running).toBe(true);
    const [plan] = (await queue.plans()).plans;
    expect(plan).toMatchObject({ name: 'weekly', cron: '59 12 * * 0', timezone: 'Africa/Casablanca', last: null });
    const local = { timeZone: 'Africa/Casablanca', weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false } as const;
    expect(new Intl.DateTimeFormat('en', local).format(plan?.next ?? 0)).toBe('Sunday 12:59');
    await queue.enqueue(db, weekly, null);
    await eventually(async () => (await queue.plans()).plans[0]?.last?.state).toBe('failed');
  });

  it('begins to work after it had only promised', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'count', data: number });
    const queue = create();
    const seen: number[] = [];
    await queue.start({ work: false });
    await queue.enqueue(db, job, { n: 1 });
    queue.work(job, async ({ n }) => void seen.push(n));
    await queue.start({ work: true });
    await queue.start({ work: true });
    await queue.enqueue(db, job, { n: 2 });
    await eventually(() => seen).toEqual([1, 2]);
    expect(() => queue.work(defineJob({ name: 'late', data: number }), async () => undefined)).toThrow('before the work starts');
  });
});
