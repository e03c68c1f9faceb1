/** The queues in the database: made once, kept as their jobs say, by however many processes start together. */
import type { PgBoss, Queue as Settings, UpdateQueueOptions } from 'pg-boss';
import type { Job } from './job.ts';

/** Where a job goes when every try has failed; it keeps its data, its last error and the name of its queue. */
export const DEAD_LETTERS = 'dead-letters';

const DAY = 86_400;
/** The least that is allowed. A worker refreshes it at half time; missing once is forgiven, missing twice is death. */
const HEARTBEAT_SECONDS = 10;

type Kept = Required<Pick<Settings, 'retryLimit' | 'retryDelay' | 'retryBackoff' | 'expireInSeconds' | 'notify'>> & {
  readonly retryDelayMax: number;
  readonly heartbeatSeconds: number;
  readonly deadLetter: string;
  readonly retentionSeconds: number;
  readonly deleteAfterSeconds: number;
};

const settingsOf = (job: Job<unknown>): Kept => ({
  retryLimit: job.retries,
  retryDelay: job.retryDelaySeconds,
  retryBackoff: true,
  retryDelayMax: job.retryDelayMaxSeconds,
  expireInSeconds: job.timeoutSeconds,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  notify: true,
  deadLetter: DEAD_LETTERS,
  // A job nobody works on for a quarter is forgotten; one that is done is kept a day for whoever asks.
  retentionSeconds: 90 * DAY,
  deleteAfterSeconds: DAY,
});

const policyOf = (job: Job<unknown>): string => (job.unique === 'unfinished' ? 'exclusive' : 'short');

/** Makes what is missing and corrects what differs. One look when nothing does. */
export async function prepareQueues(boss: PgBoss, jobs: readonly Job<unknown>[]): Promise<void> {
  const wanted = new Map(jobs.map((job) => [job.name, job]));
  const existing = new Map((await boss.getQueues([...wanted.keys(), DEAD_LETTERS])).map((queue) => [queue.name, queue]));
  if (!existing.has(DEAD_LETTERS)) await boss.createQueue(DEAD_LETTERS, { retentionSeconds: 90 * DAY, warningQueueSize: 1_000_000 });
  for (const job of wanted.values()) {
    const settings = settingsOf(job);
    const found = existing.get(job.name);
    if (!found) await boss.createQueue(job.name, { ...settings, policy: policyOf(job) });
    else if (found.policy !== policyOf(job)) {
      throw new Error(
        `${job.name}: the meaning of its keys (unique: ${job.unique}) cannot change while its queue stands; give the job a new name`,
      );
    } else if (differs(found, settings)) await boss.updateQueue(job.name, settings satisfies UpdateQueueOptions);
  }
}

const differs = (found: Settings, settings: Kept): boolean =>
  (Object.keys(settings) as (keyof Kept)[]).some((name) => found[name] !== settings[name]);
