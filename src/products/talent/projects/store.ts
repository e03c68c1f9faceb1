/** The table of projects: SQL that reads and writes it. People of a project are in `assignment-store.ts`, days in `availability-store.ts`. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import type { ProjectValues } from './fields.ts';
import type { Project } from './project.ts';

const PROJECT = sql`
  p.id, p.name, p.production_type as "productionType", p.shooting_locations as "shootingLocations",
  p.start_date::text as "startDate", p.end_date::text as "endDate", p.status, p.description, p.time_zone as "timeZone",
  to_char(p.day_starts, 'HH24:MI') as "dayStarts", p.is_active as "isActive", p.created_at as "createdAt", p.updated_at as "updatedAt",
  (select count(*)::int from talent.project_talents a where a.project_id = p.id and a.removed_at is null) as "assignedCount",
  case when d.id is not null then json_build_object('id', d.id, 'name', d.name, 'logoFile', d.logo_file) end as production,
  case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'code', c.code) end as country,
  case when u.id is not null then json_build_object('id', u.id, 'email', u.email, 'firstName', coalesce(u.first_name, '')) end as "createdBy"`;
const JOINS = sql`
  left join talent.productions d on d.id = p.production_id
  left join talent.countries c on c.id = p.country_id
  left join identity.account_cards u on u.id = p.created_by`;

export async function findProject(db: Db, id: number): Promise<Project | null> {
  const { rows } = await sql<Project>`select ${PROJECT} from talent.projects p ${JOINS} where p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function listProjects(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  { size, offset }: PageAsked,
): Promise<PageOf<Project>> {
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from talent.projects p where ${where}`.execute(db),
    sql<Project>`select ${PROJECT} from talent.projects p ${JOINS} where ${where} order by ${order} limit ${size} offset ${offset}`.execute(
      db,
    ),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function countByStatus(db: Db, where: RawBuilder<unknown>): Promise<Readonly<Record<ProjectStatus, number>>> {
  const { rows } = await sql<{ status: ProjectStatus; count: number }>`
    select p.status, count(*)::int as count from talent.projects p where ${where} group by p.status`.execute(db);
  const none = Object.fromEntries(Object.keys(PROJECT_STATUSES).map((status) => [status, 0])) as Record<ProjectStatus, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}

/** Only columns that `fields.ts` read get here. */
const assignments = (values: Partial<ProjectValues>): RawBuilder<unknown> =>
  sql.join(Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));

export async function insertProject(tx: Tx, values: Partial<ProjectValues>, createdBy: number | null, now: Date): Promise<number> {
  const entries = Object.entries({ ...values, created_by: createdBy, created_at: now, updated_at: now });
  const { rows } = await sql<{ id: number }>`
    insert into talent.projects (${sql.join(entries.map(([column]) => sql.ref(column)))})
    values (${sql.join(entries.map(([, value]) => sql`${value}`))}) returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the new project got no number');
  return row.id;
}

export async function updateProject(tx: Tx, id: number, values: Partial<ProjectValues>, now: Date): Promise<void> {
  await sql`update talent.projects set ${assignments(values)}, updated_at = ${now} where id = ${id}`.execute(tx);
}

export async function deleteProject(tx: Tx, id: number): Promise<void> {
  await sql`delete from talent.projects where id = ${id}`.execute(tx);
}

/** Holds the project until the transaction ends, so that its people get their places one after another; false when there is none. */
export async function lockProject(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from talent.projects where id = ${id} for no key update`.execute(tx);
  return rows.length > 0;
}

/** The same against everybody who would refer to it: nothing can be scanned between a look and the deletion. */
export async function lockProjectAlone(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from talent.projects where id = ${id} for update`.execute(tx);
  return rows.length > 0;
}

export async function productionExists(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from talent.productions where id = ${id}`.execute(db);
  return rows.length > 0;
}

/** Proof that somebody was there. */
export async function hasPresence(db: Db, projectId: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from talent.presence_scans where project_id = ${projectId})
      or exists (select 1 from talent.presences where project_id = ${projectId}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

export interface ProjectRemains {
  readonly assignments: number;
  readonly bookings: number;
  readonly badges: number;
}
/** What goes with a project. */
export async function remainsOf(db: Db, projectId: number): Promise<ProjectRemains> {
  const { rows } = await sql<ProjectRemains>`
    select (select count(*)::int from talent.project_talents where project_id = ${projectId}) as assignments,
      (select count(*)::int from talent.badges where project_id = ${projectId}) as badges,
      (select count(*)::int from talent.bookings k join talent.project_talents a on a.id = k.assignment_id
        where a.project_id = ${projectId}) as bookings`.execute(db);
  return rows[0] ?? { assignments: 0, bookings: 0, badges: 0 };
}
