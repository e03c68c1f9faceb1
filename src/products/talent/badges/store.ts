/** The SQL of badges: who holds which, which were taken back, and what is printed on one. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';

export interface Badge {
  readonly id: number;
  readonly assignmentId: number;
  readonly projectId: number;
  readonly talentId: number;
  readonly keyId: number;
  readonly seed: string;
  readonly issuedAt: Date;
}

const BADGE = sql`id, assignment_id as "assignmentId", project_id as "projectId",
  cinema_talent_id as "talentId", key_id as "keyId", seed, issued_at as "issuedAt"`;

export async function findCurrent(db: Db, assignmentId: number): Promise<Badge | null> {
  const { rows } = await sql<Badge>`
    select ${BADGE} from talent.badges where assignment_id = ${assignmentId} and revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Null when the assignment has a badge already: somebody else was faster. */
export async function insertBadge(tx: Tx, badge: Omit<Badge, 'id'>): Promise<Badge | null> {
  const { rows } = await sql<Badge>`
    insert into talent.badges (assignment_id, project_id, cinema_talent_id, key_id, seed, issued_at)
    values (${badge.assignmentId}, ${badge.projectId}, ${badge.talentId}, ${badge.keyId}, ${badge.seed}, ${badge.issuedAt})
    on conflict (assignment_id) where revoked_at is null do nothing returning ${BADGE}`.execute(tx);
  return rows[0] ?? null;
}

export async function revokeCurrent(tx: Tx, assignmentId: number, reason: string, now: Date): Promise<void> {
  await sql`update talent.badges set revoked_at = ${now}, revoked_reason = ${reason}
    where assignment_id = ${assignmentId} and revoked_at is null`.execute(tx);
}

/** Badges of somebody whose file became another's: whoever shows an old one is still known. */
export async function moveBadges(tx: Tx, from: number, into: number): Promise<void> {
  await sql`update talent.badges set cinema_talent_id = ${into} where cinema_talent_id = ${from}`.execute(tx);
}

export interface RevokedSeed {
  readonly seed: string;
  readonly reason: string;
}

export async function revokedSeeds(db: Db, projectId: number): Promise<readonly RevokedSeed[]> {
  const { rows } = await sql<RevokedSeed>`
    select seed, revoked_reason as reason from talent.badges
    where project_id = ${projectId} and revoked_at is not null order by revoked_at, id`.execute(db);
  return rows;
}

export interface Holder {
  readonly seed: string;
  readonly talentId: number;
  readonly revoked: boolean;
}

export async function holdersOf(db: Db, projectId: number): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select seed, cinema_talent_id as "talentId", revoked_at is not null as revoked
    from talent.badges where project_id = ${projectId}`.execute(db);
  return rows;
}

/** An assignment as its badge shows it. */
export interface Bearer {
  readonly assignmentId: number;
  readonly projectId: number;
  readonly talentId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly photoFile: string | null;
  readonly code: string;
  readonly projectCode: string;
  readonly talentType: string;
  readonly role: string | null;
  readonly project: string;
  readonly production: string | null;
}

/** Current assignments only: who was removed has no badge. */
const bearers = (where: RawBuilder<unknown>) => sql<Bearer>`
  select a.id as "assignmentId", a.project_id as "projectId", a.cinema_talent_id as "talentId",
    t.first_name as "firstName", t.last_name as "lastName", t.photo_file as "photoFile", t.unique_code as code,
    a.project_code as "projectCode", a.talent_type as "talentType", a.role_description as role,
    p.name as project, m.name as production
  from talent.project_talents a
  join talent.cinema_talents t on t.id = a.cinema_talent_id
  join talent.projects p on p.id = a.project_id
  left join talent.productions m on m.id = p.production_id
  where a.removed_at is null and ${where} order by a.ordinal`;

export async function bearerOf(db: Db, assignmentId: number): Promise<Bearer | null> {
  const { rows } = await bearers(sql`a.id = ${assignmentId}`).execute(db);
  return rows[0] ?? null;
}

export async function bearersOf(db: Db, projectId: number): Promise<readonly Bearer[]> {
  const { rows } = await bearers(sql`a.project_id = ${projectId}`).execute(db);
  return rows;
}

export async function projectName(db: Db, projectId: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from talent.projects where id = ${projectId}`.execute(db);
  return rows[0]?.name ?? null;
}
