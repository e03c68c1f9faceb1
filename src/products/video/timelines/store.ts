/** The table of timelines. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Timeline } from './timeline.ts';

const TIMELINE = sql`id, project_id as "projectId", account_id as "accountId", origin, version, config, tracks, duration,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Null for somebody else's. */
export async function findTimeline(db: Db, accountId: number, id: string): Promise<Timeline | null> {
  const { rows } = await sql<Timeline>`
    select ${TIMELINE} from video.timelines where id = ${id} and account_id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}

export async function lockTimeline(tx: Tx, accountId: number, id: string): Promise<Timeline | null> {
  const { rows } = await sql<Timeline>`
    select ${TIMELINE} from video.timelines where id = ${id} and account_id = ${accountId} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The one that the montage step made and nobody has touched. */
export async function lockAutomatic(tx: Tx, projectId: string): Promise<Timeline | null> {
  const { rows } = await sql<Timeline>`
    select ${TIMELINE} from video.timelines where project_id = ${projectId} and origin = 'automatic'
    order by created_at desc limit 1 for update`.execute(tx);
  return rows[0] ?? null;
}

export async function listTimelines(db: Db, accountId: number, projectId: string, { size, offset }: PageAsked): Promise<PageOf<Timeline>> {
  const where = sql`account_id = ${accountId} and project_id = ${projectId}::uuid`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from video.timelines where ${where}`.execute(db),
    sql<Timeline>`select ${TIMELINE} from video.timelines where ${where}
      order by created_at desc, id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function insertTimeline(tx: Tx, row: Timeline): Promise<void> {
  await sql`insert into video.timelines (id, project_id, account_id, origin, version, config, tracks, duration, created_at, updated_at)
    values (${row.id}, ${row.projectId}, ${row.accountId}, ${row.origin}, ${row.version}, ${JSON.stringify(row.config)}::jsonb,
      ${JSON.stringify(row.tracks)}::jsonb, ${row.duration}, ${row.createdAt}, ${row.updatedAt})`.execute(tx);
}

export async function updateTimeline(tx: Tx, row: Timeline): Promise<void> {
  await sql`update video.timelines set origin = ${row.origin}, version = ${row.version}, config = ${JSON.stringify(row.config)}::jsonb,
      tracks = ${JSON.stringify(row.tracks)}::jsonb, duration = ${row.duration}, updated_at = ${row.updatedAt}
    where id = ${row.id}`.execute(tx);
}

export async function deleteTimeline(tx: Tx, id: string): Promise<void> {
  await sql`delete from video.timelines where id = ${id}`.execute(tx);
}
