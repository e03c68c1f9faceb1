/**
 * The queue: work that is promised inside a transaction and done after it, by this process or another.
 *
 * Hides pg-boss: a job is a row in the schema `jobs`, written by the caller's own transaction, so it exists exactly
 * when the change it belongs to does. Workers are told by NOTIFY and look every half second besides; a worker that
 * stops to breathe is noticed by its missing heartbeat within about ten seconds and its job is given to another.
 * Only processes that work supervise: one that merely enqueues keeps two connections and no timer.
 */
import { randomUUID } from 'node:crypto';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../db/connect.ts';
import type { Db } from '../db/db.ts';
import { type CarriedJob, replaceJobs } from './carried.ts';
import type { Job } from './job.ts';
import { type Plans, readPlans } from './plans.ts';
import { prepareQueues } from './queues.ts';
import { type JobHandler, startWorkers, type Work, type Workers } from './workers.ts';

export type { Plan, Plans } from './plans.ts';
export type { JobContext } from './workers.ts';

export interface EnqueueOptions {
  readonly startAfter?: Date;
  /** Jobs with the same key meet as the job's `unique` says; without one every job is its own. */
  readonly key?: string;
}

/** How a queue stands; refreshed every second while somebody works. */
export interface QueueFigures {
  readonly name: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
}

export interface Queue {
  /** Inside `db` when it is a transaction: a rollback takes the job away. Throws `JobDataError` for wrong data. */
  enqueue<T>(db: Db, job: Job<T>, data: T, options?: EnqueueOptions): Promise<void>;
  /** Registers who does the job; begins with `start({ work: true })`. */
  work<T>(job: Job<T>, handler: JobHandler<T>): void;
  /** Five-field cron in a time zone (IANA). An occurrence that was missed while nobody ran is made up for once. */
  schedule(job: Job<null>, cron: string, timezone: string): void;
  /** Safe when several processes start at once. A process that only enqueues may begin to work later. */
  start(options: { work: boolean }): Promise<void>;
  /**
   * Lets running jobs finish, then interrupts them (`signal`) and gives them back. One that ignores its signal is
   * abandoned, which counts as a failed try. At most about nine seconds.
   */
  stop(): Promise<void>;
  figures(): Promise<readonly QueueFigures[]>;
  /** Of all processes together. */
  plans(): Promise<Plans>;
  /** What waits is replaced by what a backup carried, in the transaction of its restore; answers how many. */
  replace(tx: Db, batches: AsyncIterable<readonly CarriedJob[]>): Promise<number>;
}

interface Schedule {
  readonly job: Job<null>;
  readonly cron: string;
  readonly timezone: string;
}

/** A stop gives running jobs `finishMs` to finish by themselves, and `stopMs` in all. */
export interface Patience {
  readonly finishMs: number;
  readonly stopMs: number;
}
const PATIENCE: Patience = { finishMs: 4_000, stopMs: 8_000 };

export const createQueue = (database: Pick<Database, 'url'>, log: Logger, patience: Patience = PATIENCE): Queue =>
  new BossQueue(database.url, log, patience);

class BossQueue implements Queue {
  readonly #url: string;
  readonly #log: Logger;
  readonly #patience: Patience;
  readonly #works = new Map<string, Work>();
  readonly #schedules: Schedule[] = [];
  /** Queues known to stand, by the name of their job. */
  readonly #prepared = new Map<string, Promise<void>>();
  #running: { readonly boss: PgBoss; readonly workers: Workers | null } | null = null;
  #stopping: Promise<void> | null = null;

  constructor(url: string, log: Logger, patience: Patience) {
    this.#url = url;
    this.#log = log;
    this.#patience = patience;
  }

  async enqueue<T>(db: Db, job: Job<T>, data: T, { startAfter, key }: EnqueueOptions = {}): Promise<void> {
    const checked = job.read(data);
    await this.#prepare(job);
    const options = { db: fromKysely(db), singletonKey: key ?? randomUUID(), ...(startAfter ? { startAfter } : {}) };
    await this.#boss().send(job.name, checked as object | null, options);
  }

  work<T>(job: Job<T>, handler: JobHandler<T>): void {
    if (this.#running?.workers) throw new Error(`${job.name}: workers are registered before the work starts`);
    if (this.#works.has(job.name)) throw new Error(`${job.name}: somebody else already does this job`);
    this.#works.set(job.name, { job, run: (data, context) => handler(job.read(data), context) });
  }

  schedule(job: Job<null>, cron: string, timezone: string): void {
    this.#schedules.push({ job, cron, timezone });
  }

  async start({ work }: { work: boolean }): Promise<void> {
    const before = this.#running;
    if (before && (before.workers || !work)) return;
    const boss = await openBoss(this.#url, work, this.#log);
    // From here on: the first job may begin, and promise another, before the last worker stands.
    this.#running = { boss, workers: null };
    await before?.boss.stop({ graceful: false });
    if (!work) return;
    try {
      this.#running = { boss, workers: await beginWork(boss, [...this.#works.values()], this.#schedules, this.#log) };
    } catch (error) {
      this.#running = null;
      await boss.stop({ graceful: false });
      throw error;
    }
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopNow().finally(() => {
      this.#stopping = null;
    });
    return this.#stopping;
  }

  /** Jobs that are finishing may still promise others until the end. */
  async #stopNow(): Promise<void> {
    if (!this.#running) return;
    const { boss, workers } = this.#running;
    const interruption = setTimeout(() => workers?.interrupt(), this.#patience.finishMs);
    await boss.stop({ graceful: true, timeout: this.#patience.stopMs });
    clearTimeout(interruption);
    this.#running = null;
    this.#prepared.clear();
  }

  async figures(): Promise<readonly QueueFigures[]> {
    const queues = await this.#boss().getQueues();
    return queues
      .filter(({ name }) => !name.startsWith('__pgboss__'))
      .map(({ name, readyCount, deferredCount, activeCount }) => ({
        name,
        waiting: readyCount,
        delayed: deferredCount,
        active: activeCount,
      }));
  }

  plans(): Promise<Plans> {
    return readPlans(this.#boss());
  }

  async replace(tx: Db, batches: AsyncIterable<readonly CarriedJob[]>): Promise<number> {
    const jobs = [...this.#works.values()].map(({ job }) => job);
    await prepareQueues(this.#boss(), jobs);
    return replaceJobs(this.#boss(), tx, new Set(jobs.map(({ name }) => name)), batches);
  }

  #boss(): PgBoss {
    if (!this.#running) throw new Error('The queue has not been started');
    return this.#running.boss;
  }

  /** The queue of a job is made at its first enqueueing, outside the caller's transaction. */
  #prepare(job: Job<unknown>): Promise<void> {
    const known = this.#prepared.get(job.name);
    if (known) return known;
    const ready = prepareQueues(this.#boss(), [job]).catch((error: unknown) => {
      this.#prepared.delete(job.name);
      throw error;
    });
    this.#prepared.set(job.name, ready);
    return ready;
  }
}

/** The settings were measured: with the library's own, a killed worker's job came back after 30 to 62 seconds. */
async function openBoss(url: string, work: boolean, log: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    application_name: 'atelier-jobs',
    max: work ? 6 : 2,
    supervise: work,
    schedule: work,
    useListenNotify: work,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    queueCacheIntervalSeconds: 60,
    maintenanceIntervalSeconds: 600,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 1,
  });
  const lately = sayOnceIn(10_000);
  boss.on('error', (err) => lately(err.message) && log.error({ err }, 'the queue is in trouble'));
  boss.on('warning', ({ message, data }) => lately(message) && log.warn({ data }, message));
  await boss.start();
  return boss;
}

/** Every worker meets the same absent database twice a second: once is enough to read. */
function sayOnceIn(milliseconds: number): (message: string) => boolean {
  const said = new Map<string, number>();
  return (message) => {
    const now = Date.now();
    if (now - (said.get(message) ?? 0) < milliseconds) return false;
    if (said.size > 100) said.clear();
    said.set(message, now);
    return true;
  };
}

async function beginWork(boss: PgBoss, works: readonly Work[], schedules: readonly Schedule[], log: Logger): Promise<Workers> {
  await prepareQueues(boss, [...works.map(({ job }) => job), ...schedules.map(({ job }) => job)]);
  await keepSchedules(boss, schedules);
  return startWorkers(boss, works, log);
}

/** The registered schedules, and no other: what an older version scheduled and this one does not know ends. */
async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  for (const { job, cron, timezone } of schedules) await boss.schedule(job.name, cron, null, { tz: timezone, missed: 'once' });
  const known = new Set(schedules.map(({ job }) => job.name));
  for (const { name, key } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name, key);
}
