/** What is tidied regularly, by whichever process works: expired drafts, uploads, sessions, and files nobody refers to. */

import type { Logger } from 'pino';
import { Type } from 'typebox';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';

const hourly = defineJob({ name: 'housekeeping/hourly', data: Type.Null(), retries: 1, pollSeconds: 30 });
const daily = defineJob({ name: 'housekeeping/daily', data: Type.Null(), retries: 1, pollSeconds: 30 });

/** Each chore answers how many things it removed, or found wrong. */
export type Chores = Readonly<Record<string, () => Promise<number>>>;

export function keepHouse(queue: Queue, log: Logger, chores: { readonly hourly: Chores; readonly daily: Chores }): void {
  const run = async (list: Chores): Promise<void> => {
    for (const [name, chore] of Object.entries(list)) {
      const removed = await chore();
      if (removed > 0) log.info({ chore: name, removed }, 'tidied');
    }
  };
  queue.work(hourly, () => run(chores.hourly));
  queue.work(daily, () => run(chores.daily));
  queue.schedule(hourly, '17 * * * *', 'UTC');
  queue.schedule(daily, '41 3 * * *', 'UTC');
}
