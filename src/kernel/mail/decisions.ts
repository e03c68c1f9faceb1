/** What an administrator decides about letters that did not leave, or of which nobody knows; and the sealed copies they leave behind. */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Queue } from '../jobs/queue.ts';
import { SEND_LETTER } from './delivery.ts';
import { mailTables } from './mail-store.ts';

/** Back into the queue with the same Message-ID; false when nothing of it is left, or somebody decided before. */
export function sendAgain(db: Db, queue: Queue, logId: number): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numAffectedRows } = await sql`
      update kernel.email_logs set status = 'queued', error_message = null
      where id = ${logId} and status in ('failed', 'unknown')
        and exists (select 1 from kernel.email_outgoing where log_id = ${logId})`.execute(tx);
    if (numAffectedRows !== 1n) return false;
    const anew = { sending_since: null, unknown_outcomes: 0, keep_until: null };
    await mailTables(tx).updateTable('kernel.email_outgoing').set(anew).where('log_id', '=', logId).execute();
    await queue.enqueue(tx, SEND_LETTER, { logId });
    return true;
  });
}

/** The administrator knows that it arrived, when it was handed over; false when there is no doubt about it any more. */
export function markSent(db: Db, logId: number, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numAffectedRows } = await sql`
      update kernel.email_logs set status = 'sent', error_message = null,
        sent_at = coalesce((select sending_since from kernel.email_outgoing where log_id = ${logId}), ${now})
      where id = ${logId} and status = 'unknown'`.execute(tx);
    if (numAffectedRows !== 1n) return false;
    await mailTables(tx).deleteFrom('kernel.email_outgoing').where('log_id', '=', logId).execute();
    return true;
  });
}

const DOUBT_KEPT = '7 days';

/**
 * After a backup came back: a letter that waited when it was made may have left since. Nobody knows, so an administrator decides; its
 * sealed copy stays a week.
 */
export async function doubtLetters(tx: Tx, now: Date): Promise<void> {
  await sql`update kernel.email_outgoing o set keep_until = ${now}::timestamptz + interval '${sql.raw(DOUBT_KEPT)}'
    from kernel.email_logs l where l.id = o.log_id and l.status = 'queued'`.execute(tx);
  await sql`update kernel.email_logs set status = 'unknown', error_message = 'Unknown outcome: waited when the backup was made that was restored'
    where status = 'queued'`.execute(tx);
}

/** Longer than all tries of a letter take together. */
const STUCK = '6 hours';

/**
 * Forgets the copies whose time is over, and gives letters whose job was lost (a worker that died at its last try) a job again. Answers
 * how many of both.
 */
export function sweepLetters(db: Db, clock: Clock, queue: Queue): Promise<number> {
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const { numDeletedRows } = await mailTables(tx).deleteFrom('kernel.email_outgoing').where('keep_until', '<', now).executeTakeFirst();
    const { rows: stuck } = await sql<{ id: number }>`
      select l.id from kernel.email_logs l join kernel.email_outgoing o on o.log_id = l.id
      where l.status = 'queued' and greatest(l.created_at, o.sending_since) < ${now}::timestamptz - interval '${sql.raw(STUCK)}'
      order by l.id limit 1000`.execute(tx);
    for (const { id } of stuck) await queue.enqueue(tx, SEND_LETTER, { logId: id }, { key: `lost ${id}` });
    return Number(numDeletedRows) + stuck.length;
  });
}
