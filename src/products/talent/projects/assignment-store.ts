/** The table of assignments: who is in which project, under which code, with which badge and letter. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { letterOutcomes } from '#kernel/mail/letter-log.ts';
import type { Booking, LetterState, TeamMember } from './project.ts';
import { type CodePlace, projectCode } from './project-code.ts';

type Row = Omit<TeamMember, 'letter' | 'badge'> & {
  readonly badge: { readonly id: number; readonly seed: string; readonly issuedAt: string } | null;
  readonly letterId: number | null;
  readonly letterAsked: boolean;
};

// One statement for a whole team, badges and days included.
const ASSIGNMENT = sql`
  a.id, a.project_id as "projectId", a.cinema_talent_id as "talentId", t.unique_code as code, t.first_name as "firstName",
  t.last_name as "lastName", t.photo_file as "photoFile", a.talent_type as "talentType", a.role_description as role,
  a.project_code as "projectCode", a.ordinal, a.assigned_at as "assignedAt", a.removed_at as "removedAt",
  t.account_id as "accountId", t.is_public and t.is_active as "isPublic",
  exists (select 1 from talent.cinema_details e where e.talent_id = t.id and e.email_encrypted is not null) as "hasEmail",
  a.letter_id as "letterId", a.letter_asked_at is not null as "letterAsked", a.letter_error as "letterError",
  (select json_build_object('id', b.id, 'seed', b.seed, 'issuedAt', b.issued_at) from talent.badges b
    where b.assignment_id = a.id and b.revoked_at is null) as badge,
  coalesce((select json_agg(json_build_object('from', lower(k.days), 'until', upper(k.days), 'state', k.state) order by k.days)
    from talent.bookings k where k.assignment_id = a.id), '[]') as bookings`;

/** `where` over `talent.project_talents a`. */
export async function findAssignments(db: Db, where: RawBuilder<unknown>): Promise<readonly TeamMember[]> {
  const { rows } = await sql<Row>`
    select ${ASSIGNMENT} from talent.project_talents a join talent.cinema_talents t on t.id = a.cinema_talent_id
    where ${where} order by a.ordinal`.execute(db);
  const letters = await letterOutcomes(
    db,
    rows.flatMap(({ letterId }) => letterId ?? []),
  );
  return rows.map(({ letterId, letterAsked, badge, ...row }) => {
    const letter = letterId === null ? undefined : letters.get(letterId);
    const unsent: LetterState = row.letterError ? 'failed' : letterAsked ? 'queued' : 'none';
    return {
      ...row,
      badge: badge && { ...badge, issuedAt: new Date(badge.issuedAt) },
      letter: letter?.status ?? unsent,
      letterError: row.letterError ?? letter?.error ?? null,
    };
  });
}

export interface NewAssignment {
  readonly projectId: number;
  readonly talentId: number;
  readonly talentType: string;
  readonly role: string | null;
  readonly by: number | null;
  readonly now: Date;
}

/**
 * Gives the person the next place in the project, for ever. Call it with the project locked. Grown numbers can meet the code of
 * another project (`1234567`): such a place is left out.
 */
export async function insertAssignment(tx: Tx, { projectId, talentId, talentType, role, by, now }: NewAssignment): Promise<number> {
  const code = await nextCode(tx, projectId);
  const { rows } = await sql<{ id: number }>`
    insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type, role_description, assigned_by, assigned_at)
    values (${projectId}, ${talentId}, ${code.text}, ${code.ordinal}, ${talentType}, ${role}, ${by}, ${now}) returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the new assignment got no number');
  return row.id;
}

async function nextCode(tx: Tx, projectId: number): Promise<{ readonly text: string; readonly ordinal: number }> {
  for (;;) {
    const { rows } = await sql<{ ordinal: number; country: string | null; company: string | null }>`
      update talent.projects p set last_ordinal = p.last_ordinal + 1 where p.id = ${projectId}
      returning p.last_ordinal as ordinal, (select d.name from talent.productions d where d.id = p.production_id) as company,
        (select c.code from talent.countries c where c.id = coalesce(p.country_id,
          (select d.country_id from talent.productions d where d.id = p.production_id))) as country`.execute(tx);
    const [next] = rows;
    if (!next) throw new Error(`project ${projectId} is gone`);
    const text = projectCode(next.country, next.company, { projectId, ordinal: next.ordinal });
    const taken = await sql`select 1 from talent.project_talents where project_code = ${text}`.execute(tx);
    if (taken.rows.length === 0) return { text, ordinal: next.ordinal };
  }
}

/** False when there is no current assignment of that number. */
export async function updateRole(tx: Tx, id: number, { talentType, role }: Pick<NewAssignment, 'talentType' | 'role'>): Promise<boolean> {
  const { rows } = await sql`
    update talent.project_talents set talent_type = ${talentType}, role_description = ${role}
    where id = ${id} and removed_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends a current assignment; false when there is none. */
export async function endAssignment(tx: Tx, id: number, by: number | null, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update talent.project_talents set removed_at = ${now}, removed_by = ${by} where id = ${id} and removed_at is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function replaceBookings(tx: Tx, assignmentId: number, bookings: readonly Booking[]): Promise<void> {
  await sql`delete from talent.bookings where assignment_id = ${assignmentId}`.execute(tx);
  for (const { from, until, state } of bookings) {
    await sql`
      insert into talent.bookings (assignment_id, cinema_talent_id, days, state)
      select a.id, a.cinema_talent_id, daterange(${from}::date, ${until}::date), ${state}
      from talent.project_talents a where a.id = ${assignmentId}`.execute(tx);
  }
}

/** Gives back the days of a project from `day` on; answers how many bookings ended or were shortened. */
export async function releaseDays(tx: Tx, projectId: number, day: string): Promise<number> {
  const ofProject = sql`assignment_id in (select id from talent.project_talents where project_id = ${projectId})`;
  const gone = await sql`delete from talent.bookings where ${ofProject} and lower(days) >= ${day}::date returning id`.execute(tx);
  const cut = await sql`
    update talent.bookings set days = daterange(lower(days), ${day}::date) where ${ofProject} and upper(days) > ${day}::date returning id`.execute(
    tx,
  );
  return gone.rows.length + cut.rows.length;
}

/** How many bookings `releaseDays` would touch. */
export async function countDaysAfter(db: Db, projectId: number, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from talent.bookings k join talent.project_talents a on a.id = k.assignment_id
    where a.project_id = ${projectId} and upper(k.days) > ${day}::date`.execute(db);
  return rows[0]?.count ?? 0;
}

export const atPlaces = (places: readonly CodePlace[]): RawBuilder<unknown> =>
  places.length === 0
    ? sql`false`
    : sql.join(
        places.map(({ projectId, ordinal }) => sql`(a.project_id = ${projectId} and a.ordinal = ${ordinal})`),
        sql` or `,
      );
