import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { jobsOf, number, openQueues, readableLog } from '#test/queues.ts';
import { defineJob, JobDataError } from './job.ts';
import { DEAD_LETTERS } from './queues.ts';

describe('defineJob', () => {
  it('reads what fits its schema and names what does not', () => {
    const job = defineJob({ name: 'count', data: number });
    expect(job.read({ n: 1 })).toEqual({ n: 1 });
    expect(() => job.read({ n: 'one' })).toThrow(JobDataError);
    expect(() => job.read({ n: 'one' })).toThrow('job count do not fit its schema: /n must be integer');
    expect(() => defineJob({ name: 'not a name', data: number })).toThrow('no name');
  });
});

describe('queue', () => {
  it('does what was promised in a committed transaction, and nothing of one that was undone', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'count', data: number });
    const queue = create();
    const seen: number[] = [];
    queue.work(job, async ({ n }) => void seen.push(n));
    await queue.start({ work: true });
    const undone = db.transaction().execute(async (tx) => {
      await queue.enqueue(tx, job, { n: 1 });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const enqueuedAt = performance.now();
    await db.transaction().execute((tx) => queue.enqueue(tx, job, { n: 2 }));
    await eventually(() => seen).toEqual([2]);
    expect(performance.now() - enqueuedAt).toBeLessThan(3000);
    expect(await jobsOf(db, 'count')).toHaveLength(1);
  });

  it('refuses wrong data when it is enqueued, and buries it when an older version wrote it', async () => {
    const { db, create } = await openQueues();
    const [then, now] = [defineJob({ name: 'count', data: Type.Object({ n: Type.String() }) }), defineJob({ name: 'count', data: number })];
    const queue = create();
    const seen: number[] = [];
    queue.work(now, async ({ n }) => void seen.push(n));
    await queue.start({ work: true });
    await expect(queue.enqueue(db, now, JSON.parse('{"n":"x"}'))).rejects.toThrow(JobDataError);
    await queue.enqueue(db, then, { n: 'x' });
    await eventually(() => jobsOf(db, DEAD_LETTERS)).toMatchObject([{ data: { n: 'x' } }]);
    expect(seen).toEqual([]);
  });

  it('tries again, says each failure once with the id of the job, and buries it after the last (T-359)', async () => {
    const { db, create } = await openQueues();
    const { log, lines } = readableLog();
    const job = defineJob({ name: 'fragile', data: number, retries: 1, retryDelaySeconds: 0 });
    const queue = create(log);
    const tries: { id: string; attempt: number; isLast: boolean }[] = [];
    queue.work(job, async (_data, { id, attempt, isLast }) => {
      tries.push({ id, attempt, isLast });
      throw new Error(`broken ${attempt}`);
    });
    await queue.start({ work: true });
    await queue.enqueue(db, job, { n: 7 });
    await eventually(() => jobsOf(db, DEAD_LETTERS)).toMatchObject([{ state: 'created', data: { n: 7 } }]);
    expect(tries).toMatchObject([
      { attempt: 1, isLast: false },
      { attempt: 2, isLast: true },
    ]);
    const told = { job: 'fragile', id: tries[0]?.id };
    expect(lines).toMatchObject([
      { ...told, level: 40, err: { message: 'broken 1' } },
      { ...told, level: 50, err: { message: 'broken 2' } },
    ]);
  });

  it('never does a job twice, with two processes at work (100 jobs)', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'count', data: number, concurrency: 3 });
    const seen: number[] = [];
    const queues = [create(), create()];
    for (const queue of queues) {
      queue.work(job, async ({ n }) => {
        seen.push(n);
        await pause(1);
      });
    }
    await Promise.all(queues.map((queue) => queue.start({ work: true })));
    await db.transaction().execute(async (tx) => {
      for (let n = 0; n < 100; n++) await queues[0]?.enqueue(tx, job, { n });
    });
    await eventually(() => seen.length).toBe(100);
    await pause(200);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('drops a job whose key waits already, and takes it again once the other runs', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'refresh', data: number, concurrency: 1 });
    const [promises, worker] = [create(), create()];
    await promises.start({ work: false });
    await promises.enqueue(db, job, { n: 1 }, { key: 'a' });
    await promises.enqueue(db, job, { n: 2 }, { key: 'a' });
    await promises.enqueue(db, job, { n: 3 }, { key: 'b' });
    await promises.enqueue(db, job, { n: 4 });
    await promises.enqueue(db, job, { n: 5 });
    expect((await jobsOf(db, 'refresh')).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 3 }, { n: 4 }, { n: 5 }]);
    const seen: number[] = [];
    worker.work(job, async ({ n }) => {
      seen.push(n);
      if (n === 1) await promises.enqueue(db, job, { n: 6 }, { key: 'a' });
    });
    await worker.start({ work: true });
    await eventually(() => seen.toSorted()).toEqual([1, 3, 4, 5, 6]);
  });

  it('drops a job whose key is unfinished, when the job says so', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'publish', data: number, unique: 'unfinished', concurrency: 1 });
    const queue = create();
    const seen: number[] = [];
    queue.work(job, async ({ n }) => {
      seen.push(n);
      if (n === 1) await queue.enqueue(db, job, { n: 2 }, { key: 'a' });
    });
    await queue.start({ work: true });
    await queue.enqueue(db, job, { n: 1 }, { key: 'a' });
    await eventually(async () => (await jobsOf(db, 'publish')).map(({ state }) => state)).toEqual(['completed']);
    await queue.enqueue(db, job, { n: 3 }, { key: 'a' });
    await eventually(() => seen).toEqual([1, 3]);
  });

  it('waits until a job is due', async () => {
    const { db, create } = await openQueues();
    const job = defineJob({ name: 'later', data: number });
    const queue = create();
    const seen: number[] = [];
    queue.work(job, async () => void seen.push(Date.now()));
    await queue.start({ work: true });
    const due = Date.now() + 700;
    await queue.enqueue(db, job, { n: 1 }, { startAfter: new Date(due) });
    await eventually(() => seen.length).toBe(1);
    expect(seen[0]).toBeGreaterThanOrEqual(due - 5);
  });

  it('tells how its queues stand', async () => {
    const { db, create } = await openQueues();
    const queue = create();
    await queue.start({ work: false });
    await queue.enqueue(db, defineJob({ name: 'count', data: number }), { n: 1 });
    expect((await queue.figures()).map(({ name }) => name)).toContain('count');
  });

  it('says so when it was not started', async () => {
    const { db, create } = await openQueues();
    await expect(create().enqueue(db, defineJob({ name: 'count', data: number }), { n: 1 })).rejects.toThrow('not been started');
  });
});
