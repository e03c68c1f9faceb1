/**
 * The labour of sending: takes a letter, hands it over, writes down what became of it. Runs at least once a letter; what
 * is already decided or in another worker's hands is left alone.
 */
import type { Logger } from 'pino';
import { Type } from 'typebox';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/db.ts';
import { defineJob } from '../jobs/job.ts';
import type { JobContext } from '../jobs/queue.ts';
import { type ClaimedLetter, claimLetter, releaseLetter, type SettledProblem, settleProblem, settleSent } from './mail-store.ts';
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
/** How long a letter that did not leave can be sent again by hand. */
const KEPT_MS = 7 * 86_400_000;

export interface DeliveryTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  /** As it is set at this moment, so that a new key works without a restart. */
  readonly transport: () => Promise<Transport>;
  readonly open: (logId: number, letter: ClaimedLetter) => Promise<OutgoingMessage>;
  /** Told of a letter that did not leave, or may not have, in the transaction that writes so. */
  readonly onProblem?: (tx: Tx) => Promise<void>;
}

export async function deliverLetter(tools: DeliveryTools, logId: number, context: Pick<JobContext, 'signal' | 'isLast'>): Promise<void> {
  const { db, clock } = tools;
  const transport = await tools.transport(); // before the claim: a failure here must not look like a try
  const { repeatsUnknown } = transport;
  const letter = await claimLetter(db, logId, { now: clock.now(), leaseMs: LEASE_MS, repeatsUnknown });
  if (letter === 'done') return;
  if (letter === 'busy') throw new Error(`letter ${logId} is in another worker’s hands`);
  if ('doubtfulSince' in letter) {
    const told = unknownOutcome('the process stopped while the letter was being sent');
    return settle(tools, logId, letter.doubtfulSince, 'unknown', told);
  }
  try {
    await transport.deliver(await tools.open(logId, letter), context.signal);
  } catch (error) {
    return takeProblem(tools, logId, letter, transport, error, context.isLast);
  }
  await settleSent(db, logId, clock.now());
}

const unknownOutcome = (detail: string): string => `Unknown outcome, the letter may have been delivered: ${detail}`;

async function takeProblem(
  tools: DeliveryTools,
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
    await releaseLetter(tools.db, logId, letter.since, told, unknownOutcomes);
    throw error;
  }
  await settle(tools, logId, letter.since, problem === 'unknown' ? 'unknown' : 'failed', told);
}

async function settle(
  { db, clock, log, onProblem }: DeliveryTools,
  logId: number,
  since: Date,
  status: SettledProblem['status'],
  error: string,
) {
  await settleProblem(db, logId, since, { status, error, keepUntil: new Date(clock.now().getTime() + KEPT_MS) }, onProblem);
  log.warn({ logId, status, reason: error }, 'a letter could not be sent');
}
