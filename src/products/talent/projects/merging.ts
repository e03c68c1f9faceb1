/**
 * When two CINEMA files are one person: assignments, days and badges of the absorbed one become the survivor's. Refused where both hold
 * what one person cannot: two places in one project, one day booked twice. Whoever merges frees one of them first, so nothing is lost.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { lockPerson } from './availability-store.ts';
import type { ProjectTools } from './tools.ts';

export interface MergeObstacle {
  readonly kind: 'both_assigned' | 'both_booked';
  /** The project, or the two that want the day. */
  readonly projects: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string | null;
}

/** In a transaction both are held from then on: what is free stays free. */
export async function mergeObstacles(db: Db, from: number, into: number): Promise<readonly MergeObstacle[]> {
  if (db.isTransaction) for (const id of [from, into].sort((a, b) => a - b)) await lockPerson(db as Tx, id);
  const { rows } = await sql<MergeObstacle>`
    select 'both_assigned' as kind, array[p.name] as projects, null as day
    from talent.project_talents a join talent.project_talents b on b.project_id = a.project_id and b.removed_at is null
    join talent.projects p on p.id = a.project_id
    where a.cinema_talent_id = ${from} and b.cinema_talent_id = ${into} and a.removed_at is null
    union all
    select 'both_booked', array[p.name, q.name], lower(k.days * l.days)::text
    from talent.bookings k join talent.bookings l on l.days && k.days and l.state = 'booked' and l.cinema_talent_id = ${into}
    join talent.project_talents a on a.id = k.assignment_id join talent.projects p on p.id = a.project_id
    join talent.project_talents b on b.id = l.assignment_id join talent.projects q on q.id = b.project_id
    where k.cinema_talent_id = ${from} and k.state = 'booked'
    order by 1, 3 limit 20`.execute(db);
  return rows;
}

export interface ProjectsMoved {
  readonly assignments: number;
  /** Badges that hold, made anew: the old ones name the absorbed file. */
  readonly badges: number;
}

/** Call it after `mergeObstacles` found none, in the same transaction. */
export async function absorbPerson({ badges }: ProjectTools, tx: Tx, from: number, into: number): Promise<ProjectsMoved> {
  const { rows } = await sql<{ id: number; projectId: number; isCurrent: boolean }>`
    update talent.project_talents set cinema_talent_id = ${into} where cinema_talent_id = ${from}
    returning id, project_id as "projectId", removed_at is null as "isCurrent"`.execute(tx);
  await sql`update talent.bookings set cinema_talent_id = ${into} where cinema_talent_id = ${from}`.execute(tx);
  await sql`update talent.unavailabilities set cinema_talent_id = ${into} where cinema_talent_id = ${from}`.execute(tx);
  await badges.absorb(tx, from, into);
  const current = rows.filter(({ isCurrent }) => isCurrent);
  for (const { id: assignmentId, projectId } of current) {
    await badges.revoke(tx, assignmentId, 'merged');
    await badges.issue(tx, { assignmentId, projectId, talentId: into });
  }
  return { assignments: rows.length, badges: current.length };
}
