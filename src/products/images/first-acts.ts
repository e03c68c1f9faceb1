/** Whether an account has ever used this product: for the first steps that other rooms show. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export async function firstActs(db: Db, accountId: number): Promise<{ readonly picture: boolean; readonly post: boolean }> {
  const { rows } = await sql<{ picture: boolean; post: boolean }>`
    select exists(select from images.pictures where account_id = ${accountId}) as picture,
      exists(select from images.posts where account_id = ${accountId}) as post`.execute(db);
  return rows[0] ?? { picture: false, post: false };
}

/** Names of every stored file of an account: pictures, what was posted, the avatar. They go with it when it is erased. */
export async function filesOf(db: Db, accountId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select avatar_file as name from images.profiles where account_id = ${accountId} and avatar_file is not null
    union select file from images.pictures where account_id = ${accountId} and file is not null
    union select media_file from images.posts where account_id = ${accountId}`.execute(db);
  return rows.map(({ name }) => name);
}
