/** Finding one project or one assignment. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { atPlaces, findAssignments } from './assignment-store.ts';
import { refusals } from './messages.ts';
import type { Project, TeamMember } from './project.ts';
import { placesOf, plainCode } from './project-code.ts';
import { findProject } from './store.ts';

export async function requireProject(db: Db, id: number): Promise<Project> {
  const project = await findProject(db, id);
  if (!project) throw failure.notFound(refusals.noProject);
  return project;
}

/** Current ones, by ordinal. */
export const findTeam = (db: Db, projectId: number): Promise<readonly TeamMember[]> =>
  findAssignments(db, sql`a.project_id = ${projectId} and a.removed_at is null`);

export async function findAssignment(db: Db, id: number): Promise<TeamMember | null> {
  return (await findAssignments(db, sql`a.id = ${id}`))[0] ?? null;
}

export async function requireAssignment(db: Db, id: number): Promise<TeamMember> {
  const found = await findAssignment(db, id);
  if (!found) throw failure.notFound(refusals.noAssignment);
  return found;
}

export async function findCurrent(db: Db, projectId: number, talentId: number): Promise<TeamMember | null> {
  const where = sql`a.project_id = ${projectId} and a.cinema_talent_id = ${talentId} and a.removed_at is null`;
  return (await findAssignments(db, where))[0] ?? null;
}

/** Whose badge has this seed and still holds. */
export async function findCurrentOfBadge(db: Db, seed: string): Promise<TeamMember | null> {
  const where = sql`a.removed_at is null and a.id in (select assignment_id from talent.badges where seed = ${seed} and revoked_at is null)`;
  return (await findAssignments(db, where))[0] ?? null;
}

/** In any accepted spelling; a short one that two assignments share means neither. */
export async function findByCode(db: Db, text: string): Promise<TeamMember | null> {
  const [exact] = await findAssignments(db, sql`a.project_code = ${plainCode(text)}`);
  if (exact) return exact;
  const found = await findAssignments(db, atPlaces(placesOf(text)));
  return found.length === 1 ? (found[0] ?? null) : null;
}
