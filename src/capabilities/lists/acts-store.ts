/** What was done to many at once, kept so that it can be told and taken back. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Memory } from './kinds.ts';

export interface Done {
  readonly id: number;
  readonly name: string;
  readonly memory: Memory;
}
export interface Refused {
  readonly id: number;
  readonly name: string;
  /** In the words of the reader. */
  readonly why: string;
}
export interface ActReport {
  readonly id: number;
  readonly list: string;
  readonly act: string;
  readonly done: readonly Done[];
  readonly refused: readonly Refused[];
}

/** An act can be taken back for a day; its names are personal, so they do not stay longer than a month. */
const UNDO_HOURS = 24;
const KEPT_DAYS = 30;

export async function keepAct(db: Db, accountId: number, { list, act, done, refused }: Omit<ActReport, 'id'>, now: Date): Promise<number> {
  const forgotten = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await sql`delete from lists.acts where account_id = ${accountId} and created_at < ${forgotten}`.execute(db);
  const { rows } = await sql<{ id: number }>`
    insert into lists.acts (account_id, list, act, done, refused, created_at)
    values (${accountId}, ${list}, ${act}, ${JSON.stringify(done)}::jsonb, ${JSON.stringify(refused)}::jsonb, ${now})
    returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

const COLUMNS = sql`id, list, act, done, refused`;

/** One's own, while it stands. */
export async function findAct(db: Db, accountId: number, id: number): Promise<ActReport | null> {
  const { rows } = await sql<ActReport>`
    select ${COLUMNS} from lists.acts where id = ${id} and account_id = ${accountId} and undone_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Marks it as taken back; null when it is somebody else's, too old, or was taken back already. */
export async function claimUndo(db: Db, accountId: number, id: number, now: Date): Promise<ActReport | null> {
  const since = new Date(now.getTime() - UNDO_HOURS * 3_600_000);
  const { rows } = await sql<ActReport>`
    update lists.acts set undone_at = ${now}
    where id = ${id} and account_id = ${accountId} and undone_at is null and created_at > ${since} returning ${COLUMNS}`.execute(db);
  return rows[0] ?? null;
}
