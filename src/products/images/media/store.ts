/** What the library asks of the tables of pictures and posts. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export interface PictureRow {
  readonly id: number;
  readonly accountId: number;
  readonly prompt: string;
  readonly file: string;
  readonly origin: string | null;
  readonly isOwn: boolean;
  readonly madeAt: Date;
  readonly cursor: string;
}

const PICTURE = sql`p.id, p.account_id as "accountId", p.prompt, p.file, p.origin, p.metadata->>'provider' = 'own' is true as "isOwn",
  p.created_at as "madeAt", p.updated_at::text || ' | ' || p.id as cursor`;

const findWhere = async (db: Db, where: RawBuilder<unknown>): Promise<readonly PictureRow[]> =>
  (await sql<PictureRow>`select ${PICTURE} from images.pictures p where p.file is not null and ${where}`.execute(db)).rows;

export const findMadePictures = (db: Db, ids: readonly number[]): Promise<readonly PictureRow[]> =>
  findWhere(db, sql`p.id = any(${ids}::bigint[])`);

/** Those that were finished or changed after the cursor, the oldest first. */
export function findPicturesSince(db: Db, cursor: string | null, most: number): Promise<readonly PictureRow[]> {
  const [at = '-infinity', id = '0'] = cursor?.split(' | ') ?? [];
  return findWhere(db, sql`(p.updated_at, p.id) > (${at}::timestamptz, ${id}::bigint) order by p.updated_at, p.id limit ${most}`);
}

/** Whose picture was deleted since has ended. */
export async function findShownPictures(
  db: Db,
  publicationIds: readonly number[],
): Promise<readonly { readonly publicationId: number; readonly pictureId: number }[]> {
  const { rows } = await sql<{ publicationId: number; pictureId: number }>`
    select publication_id as "publicationId", picture_id as "pictureId" from images.posts
    where publication_id = any(${publicationIds}::bigint[]) and picture_id is not null`.execute(db);
  return rows;
}

export async function findPostsOf(
  db: Db,
  pictureIds: readonly number[],
): Promise<readonly { readonly id: number; readonly publicationId: number; readonly pictureId: number }[]> {
  const { rows } = await sql<{ id: number; publicationId: number; pictureId: number }>`
    select id, publication_id as "publicationId", picture_id as "pictureId" from images.posts
    where picture_id = any(${pictureIds}::bigint[]) and publication_id is not null`.execute(db);
  return rows;
}
