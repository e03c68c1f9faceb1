/** The figures of the administrators' first page, read in one statement each. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export interface Overview {
  readonly people: number;
  readonly active: number;
  readonly shown: number;
  readonly withCv: number;
  readonly withPhoto: number;
  readonly score: number;
  /** Registered in the last seven days, and in the seven before. */
  readonly thisWeek: number;
  readonly lastWeek: number;
}

export async function readOverview(db: Db): Promise<Overview> {
  const { rows } = await sql<Overview>`
    select count(*)::int as people,
      count(*) filter (where account_active)::int as active,
      count(*) filter (where is_public and account_active)::int as shown,
      count(*) filter (where has_cv)::int as "withCv",
      count(photo_file)::int as "withPhoto",
      coalesce(round(avg(profile_score)), 0)::int as score,
      count(*) filter (where created_at > now() - interval '7 days')::int as "thisWeek",
      count(*) filter (where created_at > now() - interval '14 days' and created_at <= now() - interval '7 days')::int as "lastWeek"
    from talent.members`.execute(db);
  const [overview] = rows;
  if (!overview) throw new Error('the overview has no row');
  return overview;
}

export interface IncompletePerson {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly score: number;
  readonly hasCv: boolean;
  readonly hasPhoto: boolean;
}

/** Open accounts that lack a photo or a CV, the last registered first. */
export async function listIncomplete(db: Db, size: number): Promise<readonly IncompletePerson[]> {
  const { rows } = await sql<IncompletePerson>`
    select account_id as id, unique_code as code, first_name || ' ' || last_name as name, profile_score as score, has_cv as "hasCv",
      photo_file is not null as "hasPhoto"
    from talent.members where account_active and (not has_cv or photo_file is null) order by account_id desc limit ${size}`.execute(db);
  return rows;
}
