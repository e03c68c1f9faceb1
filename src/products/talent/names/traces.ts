/** What hangs on a person beside their file: other codes, projects, days on set, agreements, the file of the other kind. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Ref } from './person.ts';

export interface Traces {
  readonly codes: readonly string[];
  readonly projects: readonly { readonly name: string; readonly isCurrent: boolean }[];
  readonly stays: number;
  readonly shortlists: number;
  readonly consents: readonly { readonly purpose: 'registration' | 'public_profile' | 'appearance'; readonly isOpen: boolean }[];
  /** Of a member their CINEMA code, of a CINEMA file the code of its account; null for none. */
  readonly linkedCode: string | null;
}

const NONE: Traces = { codes: [], projects: [], stays: 0, shortlists: 0, consents: [], linkedCode: null };

export async function readTraces(db: Db, { kind, id }: Ref): Promise<Traces> {
  const { rows } = await (kind === 'standard' ? ofMember(id) : ofTalent(id)).execute(db);
  return rows[0] ?? NONE;
}

const ofMember = (id: number) => sql<Traces>`
  select m.code_aliases as codes, '[]'::json as projects, 0 as stays, 0 as shortlists, '[]'::json as consents,
    (select c.unique_code from talent.cinema_talents c where c.account_id = m.account_id) as "linkedCode"
  from talent.members m where m.account_id = ${id}`;

const ofTalent = (id: number) => sql<Traces>`
  select c.code_aliases as codes,
    coalesce((select json_agg(json_build_object('name', p.name, 'isCurrent', a.removed_at is null) order by a.id desc)
      from talent.project_talents a join talent.projects p on p.id = a.project_id where a.cinema_talent_id = c.id), '[]') as projects,
    (select count(*)::int from talent.presences s where s.cinema_talent_id = c.id) as stays,
    (select count(*)::int from talent.casting_shortlist_people s where s.talent_id = c.id and s.removed_at is null) as shortlists,
    coalesce((select json_agg(json_build_object('purpose', k.purpose, 'isOpen', k.is_open) order by k.purpose desc)
      from (select purpose, bool_or(withdrawn_at is null) as is_open from talent.cinema_consents where talent_id = c.id group by 1) k), '[]') as consents,
    (select m.unique_code from talent.members m where m.account_id = c.account_id) as "linkedCode"
  from talent.cinema_talents c where c.id = ${id}`;
