/** The log of letters that another installation wrote. What stood in them is not kept: some told passwords. */
import { sql } from 'kysely';
import type { Tx } from '../db/db.ts';

export interface BroughtLetter {
  readonly recipient: string;
  readonly name: string | null;
  readonly subject: string;
  readonly template: string;
  readonly status: 'sent' | 'failed';
  readonly error: string | null;
  readonly at: Date;
  readonly sentBy: number | null;
  readonly talentCode: string | null;
  readonly projectId: number | null;
  readonly cinemaTalentId: number | null;
  readonly messageId: string;
}

/** In their order; one statement. */
export async function insertBroughtLetters(tx: Tx, letters: readonly BroughtLetter[]): Promise<void> {
  await sql`
    insert into kernel.email_logs (recipient_email, recipient_name, subject, template_type, html_content, text_content, status, error_message,
      message_id, created_at, sent_at, sent_by_user_id, related_talent_code, related_project_id, related_cinema_talent_id)
    select left(l.recipient, 255), left(l.name, 255), left(l.subject, 500), left(l.template, 100), '', '', l.status, l.error,
      left(l."messageId", 255), l.at, case l.status when 'sent' then l.at end, l."sentBy", left(l."talentCode", 50), l."projectId", l."cinemaTalentId"
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as l(recipient text, name text, subject text, template text, status text,
      error text, "messageId" text, at timestamptz, "sentBy" bigint, "talentCode" text, "projectId" bigint, "cinemaTalentId" bigint)`.execute(
    tx,
  );
}
