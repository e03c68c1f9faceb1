/** Everybody who is or was assigned to a project, as presence needs to know them: one statement, whatever their number. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export interface TeamMember {
  readonly talentId: number;
  /** CINEMA code, and older ones of the same person. */
  readonly code: string;
  readonly aliases: readonly string[];
  readonly firstName: string;
  readonly lastName: string;
  readonly photoFile: string | null;
  readonly assignmentId: number;
  readonly projectCode: string;
  readonly ordinal: number;
  readonly talentType: string;
  readonly role: string | null;
  /** False for somebody who was removed from the project. */
  readonly assigned: boolean;
  /** Whether the day is one of theirs; null when no days were booked for them. */
  readonly booked: boolean | null;
  /** Of the badge that holds. */
  readonly seed: string | null;
}

/** By ordinal. Somebody who was removed and came back is there once, as they are now. */
export async function readTeam(db: Db, projectId: number, day: string): Promise<readonly TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select t.id as "talentId", t.unique_code as code, t.code_aliases as aliases, t.first_name as "firstName", t.last_name as "lastName",
      t.photo_file as "photoFile", a.id as "assignmentId", a.project_code as "projectCode", a.ordinal, a.talent_type as "talentType",
      a.role_description as role, a.removed_at is null as assigned, b.seed,
      (select bool_or(k.days @> ${day}::date) from talent.bookings k where k.assignment_id = a.id and k.state = 'booked') as booked
    from (
      select distinct on (cinema_talent_id) * from talent.project_talents where project_id = ${projectId}
      order by cinema_talent_id, (removed_at is null) desc, id desc
    ) a
    join talent.cinema_talents t on t.id = a.cinema_talent_id
    left join talent.badges b on b.assignment_id = a.id and b.revoked_at is null
    order by a.ordinal`.execute(db);
  return rows;
}

export const nameOf = ({ firstName, lastName }: Pick<TeamMember, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;
