/** The job that reads a CV after it came. Running it twice changes nothing. */
import { Type } from 'typebox';
import type { Db, Tx } from '#kernel/db/db.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { readCv } from './reading.ts';
import type { CvTools } from './tools.ts';

const READ_CV = defineJob({
  name: 'cv/read',
  data: Type.Object({ accountId: Type.Integer(), isAsked: Type.Boolean(), by: Type.Optional(Type.Integer()) }),
  retries: 3,
  timeoutSeconds: 120,
  concurrency: 2,
});

export const promiseReading = (queue: Queue, db: Db | Tx, accountId: number, asked?: { readonly by: number }): Promise<void> =>
  queue.enqueue(db, READ_CV, { accountId, isAsked: asked !== undefined, ...asked }, { key: `${accountId}${asked ? ' asked' : ''}` });

export function workOnReadings(tools: CvTools): void {
  tools.queue.work(READ_CV, async ({ accountId, isAsked, by }, { signal }) => {
    await readCv(tools, accountId, { isAsked, signal, ...(by === undefined ? {} : { by }) });
  });
}
