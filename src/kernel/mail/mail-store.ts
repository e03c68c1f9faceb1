/** Letters in the database: the log that stays (`kernel.email_logs`) and the sealed letters that wait (`kernel.email_outgoing`). */
import { type Generated, sql, type Updateable } from 'kysely';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';

export const LETTER_STATUSES = ['queued', 'sent', 'failed', 'unknown', 'disabled'] as const;
/** `unknown`: handed over, and nobody knows whether it arrived; an administrator decides what becomes of it. */
export type LetterStatus = (typeof LETTER_STATUSES)[number];

export type LogRow = {
  id: Generated<number>;
  recipient_email: string;
  recipient_name: string | null;
  subject: string;
  template_type: string;
  html_content: string;
  text_content: string;
  status: LetterStatus;
  error_message: string | null;
  attempts: Generated<number>;
  message_id: string;
  created_at: Date;
  sent_at: Date | null;
  sent_by_user_id: number | null;
  related_talent_code: string | null;
  related_project_id: number | null;
  related_cinema_talent_id: number | null;
};
type OutgoingRow = {
  log_id: number;
  sealed: string;
  sending_since: Date | null;
  unknown_outcomes: Generated<number>;
  keep_until: Date | null;
};
type Tables = { 'kernel.email_logs': LogRow; 'kernel.email_outgoing': OutgoingRow };

export type NewLog = Omit<LogRow, 'id' | 'attempts' | 'sent_at'>;

export const mailTables = (db: Db) => db.withTables<Tables>();

export async function insertLog(tx: Tx, log: NewLog): Promise<number> {
  const { id } = await mailTables(tx).insertInto('kernel.email_logs').values(log).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertOutgoing(tx: Tx, logId: number, sealed: string): Promise<void> {
  await mailTables(tx)
    .insertInto('kernel.email_outgoing')
    .values({ log_id: logId, sealed, sending_since: null, keep_until: null })
    .execute();
}

export interface ClaimedLetter {
  readonly sealed: string;
  readonly messageId: string;
  readonly createdAt: Date;
  /** Names this try: whoever comes back later than the next try changes nothing. */
  readonly since: Date;
  /** Earlier tries whose outcome nobody knows, the one of a process that died included. */
  readonly unknownOutcomes: number;
}
/** A process died with the letter in its hands, and this transport may not hand it over again. */
export interface Doubt {
  readonly doubtfulSince: Date;
}

export interface ClaimTerms {
  readonly now: Date;
  readonly leaseMs: number;
  readonly repeatsUnknown: number;
}

/**
 * Takes a waiting letter for one try and commits that intent. `done`: nothing is left to do. `busy`: another worker is
 * at it since less than `leaseMs`. A longer silence means that a process died with the letter in its hands.
 */
export function claimLetter(
  db: Db,
  logId: number,
  { now, leaseMs, repeatsUnknown }: ClaimTerms,
): Promise<ClaimedLetter | Doubt | 'done' | 'busy'> {
  return inTransaction(db, async (tx) => {
    const waiting = await mailTables(tx)
      .selectFrom('kernel.email_outgoing as o')
      .innerJoin('kernel.email_logs as l', 'l.id', 'o.log_id')
      .select(['o.sealed', 'o.sending_since', 'o.unknown_outcomes', 'l.message_id', 'l.created_at'])
      .where('o.log_id', '=', logId)
      .where('l.status', '=', 'queued')
      .forUpdate()
      .executeTakeFirst();
    if (!waiting) return 'done';
    const since = waiting.sending_since;
    if (since && now.getTime() - since.getTime() < leaseMs) return 'busy';
    const unknownOutcomes = waiting.unknown_outcomes + (since ? 1 : 0);
    if (since && unknownOutcomes > repeatsUnknown) return { doubtfulSince: since };
    const intent = { sending_since: now, unknown_outcomes: unknownOutcomes };
    await mailTables(tx).updateTable('kernel.email_outgoing').set(intent).where('log_id', '=', logId).execute();
    await mailTables(tx).updateTable('kernel.email_logs').set({ attempts: sql`attempts + 1` }).where('id', '=', logId).execute();
    return { sealed: waiting.sealed, messageId: waiting.message_id, createdAt: waiting.created_at, since: now, unknownOutcomes };
  });
}

/** Accepted by the mail server, whatever was believed meanwhile; the sealed copy goes. */
export function settleSent(db: Db, logId: number, sentAt: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    await mailTables(tx)
      .updateTable('kernel.email_logs')
      .set({ status: 'sent', sent_at: sentAt, error_message: null })
      .where('id', '=', logId)
      .where('status', 'in', ['queued', 'unknown'])
      .execute();
    await mailTables(tx).deleteFrom('kernel.email_outgoing').where('log_id', '=', logId).execute();
  });
}

export interface SettledProblem {
  readonly status: 'failed' | 'unknown';
  readonly error: string;
  /** The sealed copy stays as long, for an administrator who wants to send it again. */
  readonly keepUntil: Date;
}

/** The last word of the try that began at `since`; `told` hears it in the same transaction. */
export function settleProblem(
  db: Db,
  logId: number,
  since: Date,
  { status, error, keepUntil }: SettledProblem,
  told?: (tx: Tx) => Promise<void>,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await ofTry(tx, logId, since, { keep_until: keepUntil }))) return;
    await mailTables(tx).updateTable('kernel.email_logs').set({ status, error_message: error }).where('id', '=', logId).execute();
    await told?.(tx);
  });
}

/** Not sent by the try that began at `since`, to be tried again: what went wrong is told in the log meanwhile. */
export function releaseLetter(db: Db, logId: number, since: Date, error: string, unknownOutcomes: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (!(await ofTry(tx, logId, since, { sending_since: null, unknown_outcomes: unknownOutcomes }))) return;
    await mailTables(tx).updateTable('kernel.email_logs').set({ error_message: error }).where('id', '=', logId).execute();
  });
}

/** Changes the waiting letter unless another try took it, or somebody decided about it, since then. */
async function ofTry(tx: Tx, logId: number, since: Date, changes: Updateable<OutgoingRow>): Promise<boolean> {
  const { numUpdatedRows } = await mailTables(tx)
    .updateTable('kernel.email_outgoing')
    .set(changes)
    .where('log_id', '=', logId)
    .where('sending_since', '=', since)
    .where('keep_until', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
