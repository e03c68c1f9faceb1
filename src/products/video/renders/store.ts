/** The table of renders. */
import { sql } from 'kysely';
import type { FilmProgress } from '#capabilities/media/media.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { AssetFault } from '../assets/assets.ts';
import type { TimelineDraft } from '../timelines/timelines.ts';
import type { Render, RenderOptions } from './render.ts';

const RENDER = sql`r.id, r.timeline_id as "timelineId", r.project_id as "projectId", r.account_id as "accountId", r.options, r.seconds,
  r.status, r.progress, r.fault, r.video_id as "videoId", r.created_at as "createdAt", r.started_at as "startedAt",
  r.ended_at as "endedAt",
  case when r.status = 'queued' then (select count(*)::int from video.renders o
    where o.status = 'queued' and (o.created_at, o.id) <= (r.created_at, r.id)) end as position`;

export async function findRender(db: Db, id: string): Promise<Render | null> {
  const { rows } = await sql<Render>`select ${RENDER} from video.renders r where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface Filters {
  readonly projectId?: string;
}

export async function listRenders(db: Db, accountId: number, { projectId }: Filters, { size, offset }: PageAsked): Promise<PageOf<Render>> {
  const where = sql`r.account_id = ${accountId} and ${projectId ? sql`r.project_id = ${projectId}::uuid` : sql`true`}`;
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from video.renders r where ${where}`.execute(db),
    sql<Render>`select ${RENDER} from video.renders r where ${where}
      order by r.created_at desc, r.id desc limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export interface NewRender {
  readonly id: string;
  readonly timelineId: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly draft: TimelineDraft;
  readonly options: RenderOptions;
  readonly seconds: number;
}

export async function insertRender(tx: Tx, { draft, options, ...row }: NewRender, now: Date): Promise<void> {
  await sql`insert into video.renders (id, timeline_id, project_id, account_id, tracks, timeline_config, options, seconds, created_at)
    values (${row.id}, ${row.timelineId}, ${row.projectId}, ${row.accountId}, ${JSON.stringify(draft.tracks)}::jsonb,
      ${JSON.stringify(draft.config)}::jsonb, ${JSON.stringify(options)}::jsonb, ${row.seconds}, ${now})`.execute(tx);
}

/** What whoever renders it has to know: it is theirs as long as nobody began it after them. */
export interface Turn {
  readonly draft: TimelineDraft;
  readonly attempt: number;
  /** Beginnings that nobody came back from, this one not counted. */
  readonly deaths: number;
  readonly isFirst: boolean;
}

/** Null when there is nothing left to do. */
export async function beginRender(tx: Tx, id: string, now: Date): Promise<Turn | null> {
  const { rows: before } = await sql<{ status: string; attempts: number; returns: number }>`
    select status, attempts, returns from video.renders where id = ${id} for update`.execute(tx);
  const [was] = before;
  if (was?.status !== 'queued' && was?.status !== 'rendering') return null;
  const { rows } = await sql<{ tracks: TimelineDraft['tracks']; config: TimelineDraft['config'] }>`
    update video.renders set status = 'rendering', attempts = attempts + 1, heartbeat_at = ${now}, progress = null,
      started_at = coalesce(started_at, ${now}) where id = ${id} returning tracks, timeline_config as config`.execute(tx);
  const [draft] = rows;
  if (!draft) return null;
  return { draft, attempt: was.attempts + 1, deaths: was.attempts - was.returns, isFirst: was.status === 'queued' };
}

/** Says that somebody is at work on it, and how far; false when it is theirs no longer (cancelled, or begun again elsewhere). */
export async function beat(db: Db, id: string, attempt: number, progress: FilmProgress | null, now: Date): Promise<boolean> {
  const told = progress ? JSON.stringify(progress) : null;
  const { rows } = await sql`update video.renders set heartbeat_at = ${now}, progress = coalesce(${told}::jsonb, progress)
    where id = ${id} and status = 'rendering' and attempts = ${attempt} returning id`.execute(db);
  return rows.length > 0;
}

export async function isStill(db: Db, id: string, attempt: number): Promise<boolean> {
  const { rows } = await sql`select 1 from video.renders
    where id = ${id} and status = 'rendering' and attempts = ${attempt}`.execute(db);
  return rows.length > 0;
}

/** An orderly end without a film; answers how often it failed so far. */
export async function returnRender(db: Db, id: string, attempt: number, isFailure: boolean): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    update video.renders set returns = returns + 1, failures = failures + ${isFailure ? 1 : 0}
    where id = ${id} and attempts = ${attempt} returning failures`.execute(db);
  return rows[0]?.failures ?? 0;
}

export interface End {
  readonly status: 'completed' | 'failed' | 'cancelled';
  readonly fault?: AssetFault;
  readonly videoId?: string;
  readonly progress?: FilmProgress;
}

/** False when it had ended before. */
export async function endRender(tx: Tx, id: string, { status, fault, videoId, progress }: End, now: Date): Promise<boolean> {
  const json = (value: unknown): string | null => (value ? JSON.stringify(value) : null);
  const { rows } = await sql`
    update video.renders set status = ${status}, fault = ${json(fault)}::jsonb, video_id = ${videoId ?? null}, ended_at = ${now},
      progress = coalesce(${json(progress)}::jsonb, progress)
    where id = ${id} and status in ('queued', 'rendering') returning id`.execute(tx);
  return rows.length > 0;
}

/** Whether a render that has not ended shows or plays the asset. */
export async function isNeeded(db: Db, assetId: string): Promise<boolean> {
  const path = `$[*].clips[*] ? (@.assetId == ${JSON.stringify(assetId)})`;
  const { rows } = await sql`select 1 from video.renders where status in ('queued', 'rendering')
    and (tracks @? ${path}::jsonpath or timeline_config -> 'brand' ->> 'assetId' = ${assetId}) limit 1`.execute(db);
  return rows.length > 0;
}

const LATEST = 40;

/** Seconds for a million pixels, the median of the latest films that had to be encoded; null before the first. */
export async function findPace(db: Db): Promise<number | null> {
  const { rows } = await sql<{ pace: number | null }>`
    select percentile_cont(0.5) within group (order by took / megapixels) as pace from (
      select extract(epoch from ended_at - started_at)::float8 as took, (progress -> 'frames' ->> 'encoded')::float8
          * (timeline_config ->> 'width')::float8 * (timeline_config ->> 'height')::float8
          / ((options ->> 'scale')::float8 ^ 2) / 1e6 as megapixels
      from video.renders where status = 'completed' and attempts = 1 and (progress -> 'frames' ->> 'encoded')::int > 0
      order by ended_at desc limit ${LATEST}) as latest where megapixels > 0`.execute(db);
  return rows[0]?.pace ?? null;
}
