/** The letters somebody was sent: for a copy of their data, and for the day they are erased. */
import { sql } from 'kysely';
import type { Db, Tx } from '../db/db.ts';

export interface LetterOf {
  readonly at: Date;
  readonly subject: string;
  readonly template: string;
  readonly status: string;
}

/** Newest first. */
export async function lettersTo(db: Db, addresses: readonly string[], most: number): Promise<readonly LetterOf[]> {
  const { rows } = await sql<LetterOf>`
    select created_at as at, subject, template_type as template, status from kernel.email_logs
    where lower(recipient_email) = any(${addresses}::text[]) order by created_at desc limit ${most}`.execute(db);
  return rows;
}

/** That a letter left, when and of which kind stays; to whom and what it said goes, and what still waits is not sent. */
export async function forgetLettersTo(tx: Tx, addresses: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update kernel.email_logs set recipient_email = '', recipient_name = null, subject = '', html_content = '', text_content = '',
      related_talent_code = null, related_cinema_talent_id = null, status = case status when 'queued' then 'failed' else status end
    where lower(recipient_email) = any(${addresses}::text[]) returning id`.execute(tx);
  await sql`delete from kernel.email_outgoing where log_id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(tx);
}
