/** Runs handlers on what the queue hands out: checks the data, says a failure once, gives back what a stop interrupts. */

import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { type Job, JobDataError } from './job.ts';

export interface JobContext {
  readonly id: string;
  /** Aborted when the try takes too long, when another worker took the job over, or when the process stops. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
  /** True when a failure of this try sends the job to the dead letters. */
  readonly isLast: boolean;
}
export type JobHandler<T> = (data: T, context: JobContext) => Promise<void>;

export interface Work {
  readonly job: Job<unknown>;
  readonly run: (data: unknown, context: JobContext) => Promise<void>;
}

export interface Workers {
  /** Aborts the signal of everything that runs. A handler that stops for it by throwing spends no try. */
  interrupt(): void;
}

class Interrupted extends Error {
  constructor() {
    super('The process is stopping');
    this.name = 'Interrupted';
  }
}

export async function startWorkers(boss: PgBoss, works: readonly Work[], log: Logger): Promise<Workers> {
  const stop = new AbortController();
  for (const work of works) {
    for (let i = 0; i < work.job.concurrency; i++) await startWorker(boss, work, stop.signal, log);
  }
  return { interrupt: () => stop.abort(new Interrupted()) };
}

async function startWorker(boss: PgBoss, work: Work, stop: AbortSignal, log: Logger): Promise<void> {
  const { batch, pollSeconds } = work.job;
  const options = {
    batchSize: batch,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
  } as const;
  const worker: { id: string | null } = { id: null };
  worker.id = await boss.work(work.job.name, options, async (jobs: JobWithMetadata[]): Promise<JobResult[]> => {
    // A worker looks again at once after each job, not after its pause: a full queue drains at full speed.
    if (worker.id) boss.notifyWorker(worker.id);
    return Promise.all(jobs.map((job) => runOne(boss, work, job, stop, log)));
  });
}

async function runOne(boss: PgBoss, work: Work, job: JobWithMetadata, stop: AbortSignal, log: Logger): Promise<JobResult> {
  const { id, retryCount } = job;
  const isLast = retryCount >= job.retryLimit;
  const context = { id, signal: AbortSignal.any([job.signal, stop]), attempt: retryCount + 1, isLast };
  const told = { job: job.name, id, attempt: context.attempt };
  try {
    await work.run(job.data, context);
    return { id, status: 'completed' };
  } catch (err) {
    if (stop.aborted) {
      await giveBack(boss, job);
      log.info(told, 'job interrupted by the stop and given back');
      return { id, status: 'failed' }; // no longer ours: this settles nothing
    }
    if (err instanceof JobDataError) {
      log.error({ ...told, err }, 'job carries wrong data and goes to the dead letters');
      return { id, status: 'deadletter', output: outputOf(err) };
    }
    if (isLast) log.error({ ...told, err }, 'job failed for the last time and goes to the dead letters');
    else log.warn({ ...told, err }, 'job failed and will be tried again');
    return { id, status: 'failed', output: outputOf(err) };
  }
}

/** What is kept beside the job: not the whole error, which may carry rows and headers. */
const outputOf = (error: unknown): { readonly message: string; readonly stack?: string } =>
  error instanceof Error ? { message: error.message, ...(error.stack ? { stack: error.stack } : {}) } : { message: String(error) };

/** Back to waiting, as if never begun. A started job would count one try the next time; `started_on` is what tells. */
async function giveBack(boss: PgBoss, { name, id, retryCount }: JobWithMetadata): Promise<void> {
  await boss.getDb().executeSql(
    `update jobs.job set state = 'retry', started_on = null, heartbeat_on = null, start_after = now()
     where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
    [name, id, retryCount],
  );
}
