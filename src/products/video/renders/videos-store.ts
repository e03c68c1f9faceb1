/** The table of finished films. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Video } from './render.ts';
import type { Filters } from './store.ts';

const VIDEO = sql`id, render_id as "renderId", project_id as "projectId", account_id as "accountId", file, thumbnail, srt, vtt,
  media_type as "mediaType", bytes::float8 as bytes, seconds, width, height, language, loudness, made_with_ai as "madeWithAi",
  created_at as "createdAt"`;

export async function findVideo(db: Db, id: string): Promise<Video | null> {
  const { rows } = await sql<Video>`select ${VIDEO} from video.videos where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function listVideos(db: Db, accountId: number, { projectId }: Filters, { size, offset }: PageAsked): Promise<PageOf<Video>> {
  const where = sql`account_id = ${accountId} and ${projectId ? sql`project_id = ${projectId}::uuid` : sql`true`}`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from video.videos where ${where}`.execute(db),
    sql<Video>`select ${VIDEO} from video.videos where ${where}
      order by created_at desc, id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function insertVideo(tx: Tx, row: Video): Promise<void> {
  await sql`insert into video.videos (id, render_id, project_id, account_id, file, thumbnail, srt, vtt, media_type, bytes, seconds,
      width, height, language, loudness, made_with_ai, created_at)
    values (${row.id}, ${row.renderId}, ${row.projectId}, ${row.accountId}, ${row.file}, ${row.thumbnail}, ${row.srt}, ${row.vtt},
      ${row.mediaType}, ${row.bytes}, ${row.seconds}, ${row.width}, ${row.height}, ${row.language},
      ${row.loudness ? JSON.stringify(row.loudness) : null}::jsonb, ${row.madeWithAi}, ${row.createdAt})`.execute(tx);
}

/** The render it came from knows of it no longer. */
export async function deleteVideo(tx: Tx, id: string): Promise<void> {
  await sql`update video.renders set video_id = null where video_id = ${id}`.execute(tx);
  await sql`delete from video.videos where id = ${id}`.execute(tx);
}

export const filesOf = ({ file, thumbnail, srt, vtt }: Pick<Video, 'file' | 'thumbnail' | 'srt' | 'vtt'>): readonly string[] =>
  [file, thumbnail, srt, vtt].filter((name) => name !== null);

/** Of all films of a project. */
export async function findFilesOf(db: Db, projectId: string): Promise<readonly string[]> {
  const { rows } = await sql<Pick<Video, 'file' | 'thumbnail' | 'srt' | 'vtt'>>`
    select file, thumbnail, srt, vtt from video.videos where project_id = ${projectId}`.execute(db);
  return rows.flatMap(filesOf);
}
