/** Whether an account has ever used this product: for the first steps that other rooms show. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export async function hasFilm(db: Db, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ film: boolean }>`
    select exists(select from video.projects where account_id = ${accountId}) as film`.execute(db);
  return rows[0]?.film ?? false;
}

/** Names of every stored file of an account: assets and films with their thumbnails and captions. They go with it when it is erased. */
export async function filesOf(db: Db, accountId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from video.assets, unnest(array[file, thumbnail]) as name where account_id = ${accountId} and name is not null
    union select name from video.videos, unnest(array[file, thumbnail, srt, vtt]) as name where account_id = ${accountId} and name is not null`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
