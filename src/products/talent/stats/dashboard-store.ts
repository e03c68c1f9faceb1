/** What the dashboard reads beside the figures: who came last, and what is being shot. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

/** The last registered first; only public people for who may not see everybody. */
export async function newestTalents(db: Db, { publicOnly, size }: { publicOnly: boolean; size: number }): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from talent.cinema_talents where is_active and (is_public or not ${publicOnly}::boolean)
    order by id desc limit ${size}`.execute(db);
  return rows.map(({ id }) => id);
}

export interface CurrentProject {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly production: string | null;
  readonly status: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly assigned: number;
  /** Null when nothing is shot today. */
  readonly today: {
    readonly expected: number;
    readonly missing: number;
    /** The first of them, by name. */
    readonly names: readonly { readonly code: string; readonly name: string }[];
  } | null;
}

const SHOWN_NAMES = 5;

/**
 * Projects under way, those that shoot first. Expected on a set today is who is booked for the shooting day, or assigned without any
 * day; missing, who of them has not been there.
 */
export async function currentProjects(db: Db, now: Date, size: number): Promise<readonly CurrentProject[]> {
  const { rows } = await sql<CurrentProject>`
    with shoot as (
      select j.*, ((${now}::timestamptz at time zone j.time_zone) - j.day_starts::interval)::date as day
      from talent.projects j where j.is_active and j.status <> 'termine'
      order by (j.status = 'en_tournage') desc, j.start_date nulls last, j.id desc limit ${size}
    ), expected as (
      select s.id as project_id, c.unique_code as code, c.first_name || ' ' || c.last_name as name,
        not exists (select from talent.presences x
          where x.project_id = s.id and x.cinema_talent_id = t.cinema_talent_id and x.day = s.day) as missing
      from shoot s
      join talent.project_talents t on t.project_id = s.id and t.removed_at is null
      join talent.cinema_talents c on c.id = t.cinema_talent_id
      where s.status = 'en_tournage' and s.day between coalesce(s.start_date, s.day) and coalesce(s.end_date, s.day)
        and (exists (select from talent.bookings b where b.assignment_id = t.id and b.state = 'booked' and b.days @> s.day)
          or not exists (select from talent.bookings b where b.assignment_id = t.id))
    ), today as (
      select project_id, count(*)::int as expected, (count(*) filter (where missing))::int as missing,
        (array_agg(json_build_object('code', code, 'name', name) order by name) filter (where missing))[1:${sql.lit(SHOWN_NAMES)}] as names
      from expected group by project_id
    )
    select s.id, s.name, s.production_type as type, p.name as production, s.status, s.start_date::text as "startDate",
      s.end_date::text as "endDate",
      (select count(*)::int from talent.project_talents t where t.project_id = s.id and t.removed_at is null) as assigned,
      case when d.project_id is null then null
        else json_build_object('expected', d.expected, 'missing', d.missing, 'names', coalesce(to_json(d.names), '[]'::json)) end as today
    from shoot s left join talent.productions p on p.id = s.production_id left join today d on d.project_id = s.id
    order by (s.status = 'en_tournage') desc, s.start_date nulls last, s.id desc`.execute(db);
  return rows;
}
