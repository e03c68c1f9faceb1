/** The history of a person: their stays over any projects and days, and what they add up to. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { isDay, localTime } from '#kernel/wall-time.ts';
import { codeAliases } from '../codes.ts';
import { readId } from '../readers.ts';
import { refusals } from './messages.ts';
import { hoursOf } from './rules.ts';
import type { PresenceTools } from './tools.ts';

export interface HistoryFilters {
  readonly projectId?: number;
  /** Shooting days, both included. */
  readonly from?: string;
  readonly to?: string;
}
export interface Worker {
  readonly id: number;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
}
export interface PastStay {
  readonly id: number;
  readonly project: { readonly id: number; readonly name: string };
  readonly day: string;
  /** `HH:MM:SS` where the project is. */
  readonly from: string;
  readonly until: string | null;
  /** Null while nobody saw them leave. */
  readonly hours: number | null;
  readonly recordedBy: string | null;
  readonly flags: readonly string[];
  readonly corrected: boolean;
}
export interface HistoryTotals {
  readonly days: number;
  readonly hours: number;
  readonly averageHours: number;
}
export interface History extends PageOf<PastStay> {
  readonly worker: Worker;
  /** Over everything the filters let through, not only this page. */
  readonly totals: HistoryTotals;
}

/** A value that means nothing is named, not ignored. */
export async function readHistoryFilters(
  { db }: Pick<PresenceTools, 'db'>,
  query: Readonly<Record<string, unknown>>,
): Promise<HistoryFilters> {
  const errors: Record<string, FieldError> = {};
  const day = (name: string): string | undefined => {
    const text = String(query[name] ?? '');
    if (text !== '' && !isDay(text)) errors[name] = { message: fieldMessages.format, constraint: 'format' };
    return text || undefined;
  };
  const [from, to] = [day('date_from'), day('date_to')];
  if (from && to && from > to) errors['date_to'] = { message: refusals.beforeStart, constraint: 'order' };
  const project = readId(query['project_id']);
  if (!project.ok) errors['project_id'] = project.error;
  else if (project.value !== null && !(await projectExists(db, project.value)))
    errors['project_id'] = { message: refusals.noProject, constraint: 'unknown' };
  if (Object.keys(errors).length) throw failure.invalid(errors);
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(project.ok && project.value !== null ? { projectId: project.value } : {}),
  };
}

/** By a CINEMA code in any spelling, or a project code. 404 when nobody has it. */
export async function readHistory(
  { db, projects }: Pick<PresenceTools, 'db' | 'projects'>,
  code: string,
  filters: HistoryFilters,
  page: PageAsked,
): Promise<History> {
  const worker =
    (await workerOf(db, sql`unique_code = any(${codeAliases(code)}::text[]) or code_aliases && ${codeAliases(code)}::text[]`)) ??
    (await workerOfAssignment(db, (await projects.assignmentByCode(db, code))?.talentId));
  if (!worker) throw failure.notFound(refusals.noWorker);
  const where = whereOf(worker.id, filters);
  const [rows, totals] = await Promise.all([readStays(db, where, page), readTotals(db, where)]);
  return { worker, rows, total: totals.stays, totals };
}

const workerOfAssignment = (db: Db, id: number | undefined): Promise<Worker | null> =>
  id === undefined ? Promise.resolve(null) : workerOf(db, sql`id = ${id}`);

async function workerOf(db: Db, where: RawBuilder<unknown>): Promise<Worker | null> {
  const { rows } = await sql<Worker>`
    select id, unique_code as code, first_name as "firstName", last_name as "lastName" from talent.cinema_talents where ${where} limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

async function projectExists(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from talent.projects where id = ${id}`.execute(db);
  return rows.length > 0;
}

function whereOf(talentId: number, { projectId, from, to }: HistoryFilters): RawBuilder<unknown> {
  const parts = [sql`p.cinema_talent_id = ${talentId}`];
  if (projectId !== undefined) parts.push(sql`p.project_id = ${projectId}`);
  if (from) parts.push(sql`p.day >= ${from}`);
  if (to) parts.push(sql`p.day <= ${to}`);
  return sql.join(parts, sql` and `);
}

interface StayRow {
  readonly id: number;
  readonly projectId: number;
  readonly projectName: string;
  readonly timeZone: string;
  readonly day: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly recordedBy: string | null;
  readonly flags: readonly string[];
  readonly corrected: boolean;
}

async function readStays(db: Db, where: RawBuilder<unknown>, { size, offset }: PageAsked): Promise<readonly PastStay[]> {
  const { rows } = await sql<StayRow>`
    select p.id, p.project_id as "projectId", j.name as "projectName", j.time_zone as "timeZone", p.day, p.check_in_at as "from",
      p.check_out_at as "until", coalesce(i.email, o.email) as "recordedBy", p.flags, p.corrected_at is not null as corrected
    from talent.presences p join talent.projects j on j.id = p.project_id
    left join identity.account_cards i on i.id = p.checked_in_by
    left join identity.account_cards o on o.id = p.checked_out_by
    where ${where} order by p.check_in_at desc, p.id desc limit ${size} offset ${offset}`.execute(db);
  return rows.map(({ projectId, projectName, timeZone, from, until, ...row }) => ({
    ...row,
    project: { id: projectId, name: projectName },
    from: localTime(from, timeZone),
    until: until && localTime(until, timeZone),
    hours: until && hoursOf(from, until),
  }));
}

/** PostgreSQL rounds a `numeric` half away from zero, which for hours is half up. */
async function readTotals(db: Db, where: RawBuilder<unknown>): Promise<HistoryTotals & { readonly stays: number }> {
  const { rows } = await sql<HistoryTotals & { stays: number }>`
    select stays, days, round(hours, 2) as hours, case when days = 0 then 0 else round(hours / days, 2) end as "averageHours" from (
      select count(*)::int as stays, count(distinct (p.project_id, p.day))::int as days,
        coalesce(sum(extract(epoch from p.check_out_at - p.check_in_at))::numeric, 0) / 3600 as hours
      from talent.presences p where ${where}
    ) sums`.execute(db);
  const [totals] = rows;
  if (!totals) throw new Error('the totals of a history are missing');
  return totals;
}
