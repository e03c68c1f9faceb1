/** `video.publications` and the tickets of browsers, in SQL. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { FilmFigures, FilmPublicationRow } from './publication.ts';

const ROW = sql`id, batch_id as "batchId", account_id as "accountId", video_id as "videoId", project_id::text as "projectId", platform,
  publication_id as "publicationId", config, publish_at as "publishAt", timezone, figures, figures_at as "figuresAt", created_at as "createdAt"`;

export async function insertPublication(tx: Tx, row: Omit<FilmPublicationRow, 'figures' | 'figuresAt'>): Promise<void> {
  await sql`
    insert into video.publications (id, batch_id, account_id, video_id, project_id, platform, publication_id, config, publish_at, timezone, created_at)
    values (${row.id}, ${row.batchId}, ${row.accountId}, ${row.videoId}, ${row.projectId}, ${row.platform}, ${row.publicationId},
      ${JSON.stringify(row.config)}::jsonb, ${row.publishAt}, ${row.timezone}, ${row.createdAt})`.execute(tx);
}

export async function findPublication(db: Db, id: string): Promise<FilmPublicationRow | null> {
  const { rows } = await sql<FilmPublicationRow>`select ${ROW} from video.publications where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function findByNumber(db: Db, publicationId: number): Promise<FilmPublicationRow | null> {
  const { rows } = await sql<FilmPublicationRow>`
    select ${ROW} from video.publications where publication_id = ${publicationId}`.execute(db);
  return rows[0] ?? null;
}

export interface PublicationFilters {
  readonly videoId?: string;
  readonly batchId?: string;
  readonly projectId?: string;
}

/** The latest first; those of one request in the order in which they were asked for. */
export async function listPublications(
  db: Db,
  accountId: number,
  { videoId = null, batchId = null, projectId = null }: { [K in keyof PublicationFilters]?: string | null },
  { size, offset }: Pick<PageAsked, 'size' | 'offset'>,
): Promise<PageOf<FilmPublicationRow>> {
  const where = sql`account_id = ${accountId} and (${videoId}::text is null or video_id = ${videoId})
    and (${batchId}::text is null or batch_id = ${batchId}) and (${projectId}::text is null or project_id::text = ${projectId})`;
  const { rows } = await sql<FilmPublicationRow>`
    select ${ROW} from video.publications where ${where}
    order by created_at desc, batch_id, publication_id limit ${size} offset ${offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from video.publications where ${where}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function listOf(
  db: Db,
  by: { readonly videoId: string } | { readonly projectId: string },
): Promise<readonly FilmPublicationRow[]> {
  const where = 'videoId' in by ? sql`video_id = ${by.videoId}` : sql`project_id::text = ${by.projectId}`;
  return (await sql<FilmPublicationRow>`select ${ROW} from video.publications where ${where}`.execute(db)).rows;
}

export async function updateFigures(db: Db, id: string, figures: Omit<FilmFigures, 'at'>, at: Date): Promise<void> {
  await sql`update video.publications set figures = ${JSON.stringify(figures)}::jsonb, figures_at = ${at} where id = ${id}`.execute(db);
}

// Tickets.

export async function insertTicket(
  db: Db,
  ticket: { readonly hash: string; readonly accountId: number; readonly platform: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await sql`delete from video.connect_tickets where expires_at < ${now}`.execute(db);
  await sql`
    insert into video.connect_tickets (ticket_hash, account_id, platform, expires_at)
    values (${ticket.hash}, ${ticket.accountId}, ${ticket.platform}, ${ticket.expiresAt})`.execute(db);
}

/** Whose it was; null for one that is over, used, or of another platform. */
export async function takeTicket(db: Db, hash: string, platform: string, now: Date): Promise<number | null> {
  const { rows } = await sql<{ account_id: number }>`
    delete from video.connect_tickets where ticket_hash = ${hash} and platform = ${platform} and expires_at > ${now}
    returning account_id`.execute(db);
  return rows[0]?.account_id ?? null;
}
