/** Whether an account has ever used this product: for the first steps that other rooms show. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export async function hasFilm(db: Db, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ film: boolean }>`
    select exists(select from video.projects where account_id = ${accountId}) as film`.execute(db);
  return rows[0]?.film ?? false;
}
