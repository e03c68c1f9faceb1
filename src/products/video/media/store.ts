/** What the library asks of the tables of films, assets and publications. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export interface FilmRow {
  readonly id: string;
  readonly accountId: number;
  readonly projectId: string;
  readonly projectTitle: string;
  readonly thumbnail: string | null;
  readonly origin: string | null;
  /** Own files in the film as it was rendered, and whatever is gone since. */
  readonly parts: readonly string[];
  readonly madeAt: Date;
  readonly cursor: string;
}

// The render keeps the timeline as it was. A clip shows the picture it was made of.
const FILM = sql`v.id, v.account_id as "accountId", v.project_id as "projectId", p.title as "projectTitle", v.thumbnail, p.origin,
  v.created_at as "madeAt", v.created_at::text || ' | ' || v.id as cursor,
  array(
    with named as (
      select clip->>'assetId' as id from jsonb_array_elements(r.tracks) track, jsonb_array_elements(track->'clips') clip
      union select r.timeline_config->'brand'->>'assetId'
    ),
    shown as (
      select n.id from named n where n.id is not null
      union select coalesce(a.motion->>'assetId', a.request->>'imageAssetId') from named n join video.assets a on a.id = n.id
        where coalesce(a.motion->>'assetId', a.request->>'imageAssetId') is not null
    )
    select s.id from shown s left join video.assets a on a.id = s.id
    where (a.id is null or a.origin = 'upload') and coalesce(a.type, 'image') in ('image', 'video') order by s.id
  ) as parts`;
const FILMS = sql`video.videos v join video.renders r on r.id = v.render_id join video.projects p on p.id = v.project_id`;

const findFilmsWhere = async (db: Db, where: RawBuilder<unknown>): Promise<readonly FilmRow[]> =>
  (await sql<FilmRow>`select ${FILM} from ${FILMS} where ${where}`.execute(db)).rows;

export const findFilms = async (db: Db, ids: readonly string[]): Promise<readonly FilmRow[]> =>
  ids.length === 0 ? [] : findFilmsWhere(db, sql`v.id = any(${ids}::text[])`);

const cursorOf = (cursor: string | null): readonly [string, string] => {
  const [at = '-infinity', id = ''] = cursor?.split(' | ') ?? [];
  return [at, id];
};

export function findFilmsSince(db: Db, cursor: string | null, most: number): Promise<readonly FilmRow[]> {
  const [at, id] = cursorOf(cursor);
  return findFilmsWhere(db, sql`(v.created_at, v.id) > (${at}::timestamptz, ${id}) order by v.created_at, v.id limit ${most}`);
}

export interface UploadRow {
  readonly id: string;
  readonly accountId: number;
  readonly projectId: string;
  readonly name: string | null;
  readonly thumbnail: string | null;
  readonly origin: string | null;
  readonly madeAt: Date;
  readonly cursor: string;
}

// Sound shows nobody.
const findUploadsWhere = async (db: Db, where: RawBuilder<unknown>): Promise<readonly UploadRow[]> =>
  (
    await sql<UploadRow>`
      select a.id, a.account_id as "accountId", a.project_id as "projectId", a.original_name as name, a.thumbnail, p.origin,
        a.created_at as "madeAt", a.created_at::text || ' | ' || a.id as cursor
      from video.assets a join video.projects p on p.id = a.project_id
      where a.origin = 'upload' and a.type in ('image', 'video') and ${where}`.execute(db)
  ).rows;

export const findUploads = async (db: Db, ids: readonly string[]): Promise<readonly UploadRow[]> =>
  ids.length === 0 ? [] : findUploadsWhere(db, sql`a.id = any(${ids}::text[])`);

export function findUploadsSince(db: Db, cursor: string | null, most: number): Promise<readonly UploadRow[]> {
  const [at, id] = cursorOf(cursor);
  return findUploadsWhere(db, sql`(a.created_at, a.id) > (${at}::timestamptz, ${id}) order by a.created_at, a.id limit ${most}`);
}

interface FilmUse {
  readonly id: string;
  readonly publicationId: number;
  readonly videoId: string;
  readonly projectId: string;
  /** A picture of the person's own that the platform shows for the film. */
  readonly ownThumbnail: string | null;
}

const USE = sql`b.id, b.publication_id as "publicationId", b.video_id as "videoId", b.project_id::text as "projectId", a.id as "ownThumbnail"`;
const USES = sql`video.publications b left join video.assets a on a.id = b.config->>'thumbnail_asset_id' and a.origin = 'upload'`;

export async function findShownFilms(db: Db, publicationIds: readonly number[]): Promise<readonly FilmUse[]> {
  const { rows } = await sql<FilmUse>`
    select ${USE} from ${USES} where b.publication_id = any(${publicationIds}::bigint[])`.execute(db);
  return rows;
}

export async function findPublicationsOf(
  db: Db,
  videoIds: readonly string[],
  assetIds: readonly string[],
): Promise<readonly (FilmUse & { readonly byThumbnail: boolean })[]> {
  const { rows } = await sql<FilmUse & { byThumbnail: boolean }>`
    select ${USE}, false as "byThumbnail" from ${USES} where b.video_id = any(${videoIds}::text[])
    union all select ${USE}, true from ${USES} where a.id = any(${assetIds}::text[])`.execute(db);
  return rows;
}
