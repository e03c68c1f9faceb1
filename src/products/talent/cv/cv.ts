/**
 * Reading CVs: their words, their score by the five documented criteria, what they say of the person, who confirms it.
 *
 * Hides headings, dates and skills in three languages, what is left out before a model sees a text, how far a model may be believed,
 * and the job. Words: *findings* are facts that a CV states; an *analysis* is how it is judged (`cv_analysis` of the documents); the
 * *embedded* one is made here by rules, the *opinion* is that of a model. Findings change no profile until the person ticks them.
 */
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Vault } from '#kernel/vault.ts';
import { registerAnalyseRoutes } from './admin-routes.ts';
import { registerConfirmation } from './confirm-routes.tsx';
import { promiseReading, workOnReadings } from './job.ts';
import { redactCv } from './redaction.ts';
import { findOwner, findReading } from './store.ts';
import type { CvTools } from './tools.ts';

export { analysisInWords } from './report.ts';
export type { CvTools } from './tools.ts';

/** Promises the analysis of a CV that was just sent, inside the caller's transaction. */
export const askForCvAnalysis = (queue: Queue, tx: Tx, accountId: number): Promise<void> => promiseReading(queue, tx, accountId);

/** The words of a person's CV as an outside model may read them, three thousand characters at most; null when none was read. */
export async function redactedCv(db: Db, vault: Vault, accountId: number): Promise<string | null> {
  const [owner, reading] = await Promise.all([findOwner(db, vault, accountId), findReading(db, vault, accountId)]);
  return owner && reading ? redactCv(reading.text, owner) : null;
}

export function registerCv(door: Door, tools: CvTools): void {
  workOnReadings(tools);
  registerAnalyseRoutes(door, tools);
  registerConfirmation(door, tools);
}
