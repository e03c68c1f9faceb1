/** The table of projects. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { escapeLike, fold } from '#kernel/text.ts';
import type { FilmScript, Project, ProjectStatus } from './project.ts';
import type { ProjectWords } from './read-project.ts';

const PROJECT = sql`
  id, account_id as "accountId", title, description, prompt, config, status, script, script_version as "scriptVersion",
  timeline_id as "timelineId", video_id as "videoId",
  video_is_current as "videoIsCurrent", created_at as "createdAt", updated_at as "updatedAt"`;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Null for what is no id as well. */
export async function findProject(db: Db, id: string): Promise<Project | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<Project>`select ${PROJECT} from video.projects where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Held until the end of the transaction; rows that refer to it may still come. */
export async function lockProject(tx: Tx, id: string): Promise<Project | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql<Project>`select ${PROJECT} from video.projects where id = ${id} for no key update`.execute(tx);
  return rows[0] ?? null;
}

export interface ProjectFilters {
  readonly status?: ProjectStatus;
  readonly search?: string;
}

/** Newest first by default. The folded text begins with the title. An account has hundreds of films, not millions. */
const ORDERS = {
  '-created': sql`created_at desc, id desc`,
  created: sql`created_at, id`,
  '-updated': sql`updated_at desc, id desc`,
  updated: sql`updated_at, id`,
  title: sql`search_text collate "C", id`,
  '-title': sql`search_text collate "C" desc, id desc`,
} as const;
export type ProjectSort = keyof typeof ORDERS;
export const isProjectSort = (text: string): text is ProjectSort => Object.hasOwn(ORDERS, text);

export async function listProjects(
  db: Db,
  accountId: number,
  { status, search }: ProjectFilters,
  { size, offset }: PageAsked,
  sort: ProjectSort = '-created',
): Promise<PageOf<Project>> {
  const words = fold(search ?? '');
  const where = sql.join(
    [
      sql`account_id = ${accountId}`,
      ...(status ? [sql`status = ${status}`] : []),
      ...(words ? [sql`search_text like ${`%${escapeLike(words)}%`}`] : []),
    ],
    sql` and `,
  );
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from video.projects where ${where}`.execute(db),
    sql<Project>`select ${PROJECT} from video.projects where ${where}
      order by ${ORDERS[sort]} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

const searchTextOf = ({ title, description }: ProjectWords): string => fold(`${title} ${description}`);

export async function insertProject(
  tx: Tx,
  project: ProjectWords & { readonly id: string; readonly accountId: number; readonly now: Date },
): Promise<Project> {
  const { id, accountId, title, description, prompt, config, now } = project;
  const { rows } = await sql<Project>`
    insert into video.projects (id, account_id, title, description, prompt, search_text, config, created_at, updated_at)
    values (${id}, ${accountId}, ${title}, ${description}, ${prompt}, ${searchTextOf(project)}, ${JSON.stringify(config)}::jsonb,
      ${now}, ${now})
    returning ${PROJECT}`.execute(tx);
  return rowOf(rows);
}

export async function updateWords(tx: Tx, id: string, words: ProjectWords, now: Date): Promise<Project> {
  const { title, description, prompt, config } = words;
  const { rows } = await sql<Project>`
    update video.projects set title = ${title}, description = ${description}, prompt = ${prompt}, search_text = ${searchTextOf(words)},
      video_is_current = video_is_current and prompt = ${prompt} and config = ${JSON.stringify(config)}::jsonb,
      config = ${JSON.stringify(config)}::jsonb, updated_at = ${now}
    where id = ${id} returning ${PROJECT}`.execute(tx);
  return rowOf(rows);
}

/** Null forgets it. */
export async function updateScript(tx: Tx, id: string, script: FilmScript | null, now: Date): Promise<Project> {
  const value = script && JSON.stringify(script);
  const { rows } = await sql<Project>`
    update video.projects set script = ${value}::jsonb, script_version = script_version + 1, video_is_current = false, updated_at = ${now}
    where id = ${id} returning ${PROJECT}`.execute(tx);
  return rowOf(rows);
}

export async function updateStatus(tx: Tx, id: string, status: ProjectStatus, now: Date): Promise<void> {
  await sql`update video.projects set status = ${status}, updated_at = ${now} where id = ${id} and status <> ${status}`.execute(tx);
}

export interface ProjectResult {
  readonly timelineId?: string;
  readonly videoId?: string;
}

export async function updateResult(tx: Tx, id: string, { timelineId, videoId }: ProjectResult, now: Date): Promise<void> {
  await sql`update video.projects set timeline_id = coalesce(${timelineId ?? null}, timeline_id),
    video_id = coalesce(${videoId ?? null}, video_id),
    video_is_current = video_is_current or ${videoId !== undefined}, updated_at = ${now} where id = ${id}`.execute(tx);
}

export async function deleteProject(tx: Tx, id: string): Promise<void> {
  await sql`delete from video.projects where id = ${id}`.execute(tx);
}

function rowOf(rows: readonly Project[]): Project {
  const [project] = rows;
  if (!project) throw new Error('the project that was just written is gone');
  return project;
}
