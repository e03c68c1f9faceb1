/**
 * A backup that came back knows less than the platforms do: what was due between its making and now may be live already. Nothing of it is
 * said again by the machine; each ends as `unknown`, with everybody who follows it told, and a person looks (docs/decisions/0024).
 */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import type { End } from './records.ts';

const END: End = {
  state: 'unknown',
  postId: null,
  url: null,
  outcome: { reason: 'unknown', code: '', detail: 'was due before a backup was restored: it may be live already' },
};

/** What is due later is said in its time. */
export async function doubtPublications(tx: Tx, now: Date): Promise<void> {
  await sql`update publishing.publications set verdict = ${JSON.stringify(END)}::jsonb, next_attempt_at = ${now}, updated_at = ${now},
      lease_owner = null, lease_token = null, lease_until = null
    where ended_at is null and (due_at <= ${now} or state in ('armed', 'called'))`.execute(tx);
  await sql`update publishing.publications set afterwords_at = null where afterwords_at <= ${now}`.execute(tx);
}
