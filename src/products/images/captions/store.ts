/** The table of hashtag sets. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { fold } from '#kernel/text.ts';

export interface HashtagSet {
  readonly id: number;
  readonly name: string;
  /** `#a #b`. */
  readonly hashtags: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const SET = sql`id, name, hashtags, created_at as "createdAt", updated_at as "updatedAt"`;

/** In the order of their names. */
export async function listSets(db: Db, accountId: number): Promise<readonly HashtagSet[]> {
  const { rows } = await sql<HashtagSet>`select ${SET} from images.hashtag_sets where account_id = ${accountId} order by folded`.execute(
    db,
  );
  return rows;
}

export async function findSet(db: Db, accountId: number, id: number): Promise<HashtagSet | null> {
  const { rows } = await sql<HashtagSet>`select ${SET} from images.hashtag_sets where account_id = ${accountId} and id = ${id}`.execute(db);
  return rows[0] ?? null;
}

type Named = Pick<HashtagSet, 'name' | 'hashtags'>;

/** Null when the name is taken. */
export async function insertSet(tx: Tx, accountId: number, { name, hashtags }: Named, now: Date): Promise<HashtagSet | null> {
  const { rows } = await sql<HashtagSet>`
    insert into images.hashtag_sets (account_id, name, folded, hashtags, created_at, updated_at)
    values (${accountId}, ${name}, ${fold(name)}, ${hashtags}, ${now}, ${now})
    on conflict (account_id, folded) do nothing returning ${SET}`.execute(tx);
  return rows[0] ?? null;
}

/** Null when the name is another set's. */
export async function updateSet(tx: Tx, accountId: number, id: number, { name, hashtags }: Named, now: Date): Promise<HashtagSet | null> {
  const folded = fold(name);
  const { rows } = await sql<HashtagSet>`
    update images.hashtag_sets set name = ${name}, folded = ${folded}, hashtags = ${hashtags}, updated_at = ${now}
    where account_id = ${accountId} and id = ${id} and not exists (
      select 1 from images.hashtag_sets other where other.account_id = ${accountId} and other.folded = ${folded} and other.id <> ${id})
    returning ${SET}`.execute(tx);
  return rows[0] ?? null;
}

/** False when there was none. */
export async function deleteSet(db: Db, accountId: number, id: number): Promise<boolean> {
  const { rows } = await sql`delete from images.hashtag_sets where account_id = ${accountId} and id = ${id} returning id`.execute(db);
  return rows.length > 0;
}

/** Held until the end of the transaction: two new sets are counted one after the other. */
export async function countHeld(tx: Tx, accountId: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`images.hashtag_sets:${accountId}`}, 0))`.execute(tx);
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from images.hashtag_sets where account_id = ${accountId}`.execute(tx);
  return rows[0]?.count ?? 0;
}
