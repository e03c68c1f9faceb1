/** The days of people: bookings of every project and the days on which they cannot work. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Busy } from './clashes.ts';
import type { DayRange } from './days.ts';

type Row = Omit<Busy, 'project'> & {
  readonly talentId: number;
  readonly projectId: number | null;
  readonly projectName: string | null;
};

/** What takes days of these people within the range, by person, in order; people who are free have no entry. One statement. */
export async function availabilityOf(
  db: Db,
  talentIds: readonly number[],
  { from, until }: DayRange,
): Promise<ReadonlyMap<number, readonly Busy[]>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select k.cinema_talent_id as "talentId", lower(k.days)::text as "from", upper(k.days)::text as until, k.state as kind,
      p.id as "projectId", p.name as "projectName", k.assignment_id as "assignmentId", null as reason
    from talent.bookings k join talent.project_talents a on a.id = k.assignment_id join talent.projects p on p.id = a.project_id
    where k.cinema_talent_id = any(${talentIds}::bigint[]) and k.days && daterange(${from}::date, ${until}::date)
    union all
    select u.cinema_talent_id, lower(u.days)::text, upper(u.days)::text, 'unavailable', null, null, null, u.reason
    from talent.unavailabilities u
    where u.cinema_talent_id = any(${talentIds}::bigint[]) and u.days && daterange(${from}::date, ${until}::date)
    order by 2, 3`.execute(db);
  const busy = rows.map(({ projectId, projectName, ...row }) => ({
    ...row,
    project: projectId === null ? null : { id: projectId, name: projectName ?? '' },
  }));
  return Map.groupBy(busy, ({ talentId }) => talentId);
}

/** Who cannot work on some day of the range: booked somewhere, or away. A day that is only held is still to be had. */
export async function busyOn(db: Db, { from, until }: DayRange): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select cinema_talent_id as id from talent.bookings
    where state = 'booked' and days && daterange(${from}::date, ${until}::date)
    union select cinema_talent_id from talent.unavailabilities where days && daterange(${from}::date, ${until}::date)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export interface Person {
  readonly id: number;
  readonly accountId: number | null;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly photoFile: string | null;
  readonly isActive: boolean;
}
const PERSON = sql`id, account_id as "accountId", unique_code as code, first_name as "firstName", last_name as "lastName",
  photo_file as "photoFile", is_active as "isActive"`;

export const findPerson = async (db: Db, id: number): Promise<Person | null> => (await findPeople(db, [id]))[0] ?? null;

/** In the order of the numbers. */
export async function findPeople(db: Db, ids: readonly number[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Person>`select ${PERSON} from talent.cinema_talents where id = any(${ids}::bigint[])`.execute(db);
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/**
 * Holds the person's days until the transaction ends: whoever wants days of theirs comes after. Rows that only refer to the person
 * (a shortlist, a photo) need not wait, so the lock is the weaker one.
 */
export async function lockPerson(tx: Tx, id: number): Promise<Person | null> {
  const { rows } = await sql<Person>`select ${PERSON} from talent.cinema_talents where id = ${id} for no key update`.execute(tx);
  return rows[0] ?? null;
}

export interface Unavailability extends DayRange {
  readonly id: number;
  readonly reason: string | null;
}

/** Those that are not over, or touch the range. */
export async function findUnavailabilities(db: Db, talentId: number, { from, until }: DayRange): Promise<readonly Unavailability[]> {
  const { rows } = await sql<Unavailability>`
    select id, lower(days)::text as "from", upper(days)::text as until, reason from talent.unavailabilities
    where cinema_talent_id = ${talentId} and days && daterange(${from}::date, ${until}::date) order by days`.execute(db);
  return rows;
}

export async function insertUnavailability(
  tx: Tx,
  talentId: number,
  { from, until, reason }: DayRange & { readonly reason: string | null },
  by: number | null,
): Promise<void> {
  await sql`
    insert into talent.unavailabilities (cinema_talent_id, days, reason, created_by)
    values (${talentId}, daterange(${from}::date, ${until}::date), ${reason}, ${by})`.execute(tx);
}

export async function deleteUnavailability(tx: Tx, talentId: number, id: number): Promise<DayRange | null> {
  const { rows } = await sql<DayRange>`
    delete from talent.unavailabilities where id = ${id} and cinema_talent_id = ${talentId}
    returning lower(days)::text as "from", upper(days)::text as until`.execute(tx);
  return rows[0] ?? null;
}
