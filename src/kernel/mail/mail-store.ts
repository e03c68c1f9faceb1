/** Letters in the database: the log that stays (`kernel.email_logs`) and the sealed letters that wait (`kernel.email_outgoing`). */
import { type Generated, sql } from 'kysely';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';

export type LetterStatus = 'queued' | 'sent' | 'failed' | 'disabled';

type LogRow = {
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
type OutgoingRow = { log_id: number; sealed: string; sending_since: Date | null; unknown_outcomes: Generated<number> };
type Tables = { 'kernel.email_logs': LogRow; 'kernel.email_outgoing': OutgoingRow };

export type NewLog = Omit<LogRow, 'id' | 'attempts' | 'sent_at'>;

const tables = (db: Db) => db.withTables<Tables>();

export async function insertLog(tx: Tx, log: NewLog): Promise<number> {
  const { id } = await tables(tx).insertInto('kernel.email_logs').values(log).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertOutgoing(tx: Tx, logId: number, sealed: string): Promise<void> {
  await tables(tx).insertInto('kernel.email_outgoing').values({ log_id: logId, sealed, sending_since: null }).execute();
}

export interface ClaimedLetter {
  readonly sealed: string;
  readonly messageId: string;
  readonly createdAt: Date;
  /** Earlier tries whose outcome nobody knows, the one of a process that died included. */
  readonly unknownOutcomes: number;
}

/**
 * Takes a waiting letter for one try and commits that intent. `done`: nothing is left to do. `busy`: another worker is
 * at it since less than `leaseMs`. A longer silence means that a process died with the letter in its hands.
 */
export function claimLetter(db: Db, logId: number, now: Date, leaseMs: number): Promise<ClaimedLetter | 'done' | 'busy'> {
  return inTransaction(db, async (tx) => {
    const waiting = await tables(tx)
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
    const intent = { sending_since: now, unknown_outcomes: unknownOutcomes };
    await tables(tx).updateTable('kernel.email_outgoing').set(intent).where('log_id', '=', logId).execute();
    await tables(tx).updateTable('kernel.email_logs').set({ attempts: sql`attempts + 1` }).where('id', '=', logId).execute();
    return { sealed: waiting.sealed, messageId: waiting.message_id, createdAt: waiting.created_at, unknownOutcomes };
  });
}

/** The letter's last word; the sealed copy goes. */
export function settleLetter(
  db: Db,
  logId: number,
  outcome: { status: 'sent'; sentAt: Date } | { status: 'failed'; error: string },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const changes =
      outcome.status === 'sent'
        ? { status: outcome.status, sent_at: outcome.sentAt, error_message: null }
        : { status: outcome.status, error_message: outcome.error };
    await tables(tx).updateTable('kernel.email_logs').set(changes).where('id', '=', logId).where('status', '=', 'queued').execute();
    await tables(tx).deleteFrom('kernel.email_outgoing').where('log_id', '=', logId).execute();
  });
}

/** Not sent, to be tried again: what went wrong is told in the log meanwhile. */
export function releaseLetter(db: Db, logId: number, error: string, unknownOutcomes: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tables(tx).updateTable('kernel.email_logs').set({ error_message: error }).where('id', '=', logId).execute();
    const changes = { sending_since: null, unknown_outcomes: unknownOutcomes };
    await tables(tx).updateTable('kernel.email_outgoing').set(changes).where('log_id', '=', logId).execute();
  });
}
