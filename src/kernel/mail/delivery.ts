/**
 * The labour of sending: takes a letter, hands it over, writes down what became of it. Runs at least once a letter; what
 * is already sent, failed or in another worker's hands is left alone.
 */
import type { Logger } from 'pino';
import { Type } from 'typebox';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { defineJob } from '../jobs/job.ts';
import type { JobContext } from '../jobs/queue.ts';
import { type ClaimedLetter, claimLetter, releaseLetter, settleLetter } from './mail-store.ts';
import type { OutgoingMessage } from './transport.ts';
import { DeliveryError, type Transport } from './transport.ts';

/** Eleven tries over about four hours: 30 s, 1 min, 2 min… at most an hour apart. */
export const SEND_LETTER = defineJob({
  name: 'mail.send',
  data: Type.Object({ logId: Type.Integer() }),
  retries: 10,
  retryDelaySeconds: 30,
  retryDelayMaxSeconds: 3600,
  timeoutSeconds: 180,
  concurrency: 4,
});

/** A try that is silent for longer has died with its process: every transport gives up well before. */
const LEASE_MS = 150_000;

export interface DeliveryTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  /** As it is set at this moment, so that a new key works without a restart. */
  readonly transport: () => Promise<Transport>;
  readonly open: (logId: number, letter: ClaimedLetter) => Promise<OutgoingMessage>;
}

export async function deliverLetter(tools: DeliveryTools, logId: number, context: Pick<JobContext, 'signal' | 'isLast'>): Promise<void> {
  const { db, clock } = tools;
  const transport = await tools.transport(); // before the claim: a failure here must not look like a try
  const letter = await claimLetter(db, logId, clock.now(), LEASE_MS);
  if (letter === 'done') return;
  if (letter === 'busy') throw new Error(`letter ${logId} is in another worker’s hands`);
  if (letter.unknownOutcomes > transport.repeatsUnknown) {
    await settleLetter(db, logId, { status: 'failed', error: unknownOutcome('the process stopped while the letter was being sent') });
    return;
  }
  try {
    await transport.deliver(await tools.open(logId, letter), context.signal);
  } catch (error) {
    return settleProblem(tools, logId, letter, transport, error, context.isLast);
  }
  await settleLetter(db, logId, { status: 'sent', sentAt: clock.now() });
}

const unknownOutcome = (detail: string): string => `Unknown outcome, the letter may have been delivered: ${detail}`;

async function settleProblem(
  { db, log }: DeliveryTools,
  logId: number,
  letter: ClaimedLetter,
  transport: Transport,
  error: unknown,
  isLast: boolean,
): Promise<void> {
  const problem = error instanceof DeliveryError ? error.problem : 'temporary';
  const detail = `${transport.name}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 2000);
  const told = problem === 'unknown' ? unknownOutcome(detail) : detail;
  const unknownOutcomes = letter.unknownOutcomes + (problem === 'unknown' ? 1 : 0);
  const hopeless = problem === 'permanent' || isLast || unknownOutcomes > transport.repeatsUnknown;
  if (!hopeless) {
    await releaseLetter(db, logId, told, unknownOutcomes);
    throw error;
  }
  await settleLetter(db, logId, { status: 'failed', error: told });
  log.warn({ logId, problem, transport: transport.name, err: error }, 'a letter could not be sent');
}
