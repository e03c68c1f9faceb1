/** How many are on each of several sets at this moment: one statement for a list of projects. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Project } from '../projects/projects.ts';
import { dayBounds, shootingDay } from './days.ts';
import { NIGHT_HOURS } from './rules.ts';

export interface Headcount {
  readonly day: string;
  readonly present: number;
  readonly left: number;
}

export async function countPresent(db: Db, projects: readonly Project[], now: Date): Promise<ReadonlyMap<number, Headcount>> {
  const night = new Date(now.getTime() - NIGHT_HOURS * 3_600_000);
  const asked = projects.map((project) => {
    const day = shootingDay(now, project);
    const { start } = dayBounds(day, project);
    return { id: project.id, day, since: start < night ? start : night };
  });
  const { rows } = await sql<Headcount & { id: number }>`
    select a.id, a.day::text as day,
      count(distinct p.cinema_talent_id) filter (where p.here)::int as present,
      count(distinct p.cinema_talent_id) filter (where not p.here)::int as left
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id bigint, day date, since timestamptz)
    left join lateral (
      select cinema_talent_id, bool_or(check_out_at is null) as here from talent.presences
      where project_id = a.id and (day = a.day or (check_out_at is null and (day = a.day or check_in_at > a.since)))
      group by cinema_talent_id
    ) p on true
    group by a.id, a.day`.execute(db);
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}
