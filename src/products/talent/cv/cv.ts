/** Reading CVs: their text, their score, what they say of the person, who confirms it. */

import type { Logger } from 'pino';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Members } from '../members/members.ts';

export interface CvTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queue: Queue;
  readonly files: Files;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly pages: Pages;
  readonly generation: Generation;
  readonly members: Members;
  readonly catalogue: Catalogue;
}

/** Promises the analysis of a CV that was just sent, inside the caller's transaction. */
export const askForCvAnalysis = async (_queue: Queue, _tx: Tx, _accountId: number): Promise<void> => undefined;

export function registerCv(_door: Door, _tools: CvTools): void {
  // The job, the button of administrators, the page where a person confirms what was read.
}
