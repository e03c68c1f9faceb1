/** What became of letters, for rooms that show it beside a person. */
import { sql } from 'kysely';
import type { Db } from '../db/db.ts';
import type { LetterStatus } from './mail-store.ts';

export interface LetterOutcome {
  readonly status: LetterStatus;
  readonly error: string | null;
}

/** By the number that `mail.send` gave; a letter that was deleted from the log is not among them. */
export async function letterOutcomes(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, LetterOutcome>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LetterOutcome & { id: number }>`
    select id, status, error_message as error from kernel.email_logs where id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, status, error }) => [id, { status, error }]));
}
