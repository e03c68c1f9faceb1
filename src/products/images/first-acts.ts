/** Whether an account has ever used this product: for the first steps that other rooms show. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export async function firstActs(db: Db, accountId: number): Promise<{ readonly picture: boolean; readonly post: boolean }> {
  const { rows } = await sql<{ picture: boolean; post: boolean }>`
    select exists(select from images.pictures where account_id = ${accountId}) as picture,
      exists(select from images.posts where account_id = ${accountId}) as post`.execute(db);
  return rows[0] ?? { picture: false, post: false };
}
