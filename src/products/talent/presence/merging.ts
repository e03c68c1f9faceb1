/** When two CINEMA files are one person: their scans and stays become those of one, unless they were in two places at once. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { settle } from './ledger.ts';
import { PAIRING_HOURS } from './rules.ts';
import { lockProject } from './store.ts';
import type { PresenceTools } from './tools.ts';

export interface StaysAtOnce {
  readonly day: string;
  readonly projects: readonly string[];
}

/** Moments at which both were on a set: one person was not. An end that nobody scanned is taken for a day at most. */
export async function staysAtOnce(db: Db, from: number, into: number): Promise<readonly StaysAtOnce[]> {
  const end = (alias: string) =>
    sql`coalesce(${sql.ref(`${alias}.check_out_at`)}, ${sql.ref(`${alias}.check_in_at`)} + make_interval(hours => ${PAIRING_HOURS}))`;
  const { rows } = await sql<StaysAtOnce>`
    select a.day::text as day, array(select distinct unnest(array[p.name, q.name])) as projects
    from talent.presences a join talent.presences b on b.cinema_talent_id = ${into}
      and ((a.check_in_at < ${end('b')} and b.check_in_at < ${end('a')})
        or (a.project_id = b.project_id and a.day = b.day and a.check_out_at is null and b.check_out_at is null))
    join talent.projects p on p.id = a.project_id join talent.projects q on q.id = b.project_id
    where a.cinema_talent_id = ${from} order by a.day limit 20`.execute(db);
  return rows;
}

/** Call it after `staysAtOnce` found none, in the same transaction. Answers how many stays moved. */
export async function absorbPerson({ clock, projects }: PresenceTools, tx: Tx, from: number, into: number): Promise<number> {
  const seen = await projectsOf(tx, from);
  for (const id of seen) await lockProject(tx, id);
  const both = new Set(await projectsOf(tx, into));
  await sql`update talent.presence_scans set cinema_talent_id = ${into} where cinema_talent_id = ${from}`.execute(tx);
  const moved = await sql`update talent.presences set cinema_talent_id = ${into} where cinema_talent_id = ${from} returning id`.execute(tx);
  // Where both were scanned, an arrival of one may belong to a departure of the other.
  for (const id of seen.filter((project) => both.has(project))) await settle(tx, await projects.require(tx, id), [into], clock.now());
  return moved.rows.length;
}

async function projectsOf(tx: Tx, talentId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select project_id as id from talent.presence_scans where cinema_talent_id = ${talentId}
    union select project_id from talent.presences where cinema_talent_id = ${talentId} order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}
