/** How somebody joins a project, changes their role and days there, and leaves. Everything that belongs together stands or falls together. */
import type { FastifyRequest } from 'fastify';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { readId, readText } from '../readers.ts';
import { type DaysWanted, readDays, readRole } from './assignment-fields.ts';
import { endAssignment, insertAssignment, replaceBookings, updateRole } from './assignment-store.ts';
import { trace } from './audit-trail.ts';
import { tellOtherProjects } from './clash-notice.ts';
import type { Clash } from './clashes.ts';
import { addDays, dayIn, lastDayOf } from './days.ts';
import { clashesFor, holdPerson, refuseClashes, withBelt } from './guard.ts';
import { refusals } from './messages.ts';
import type { Booking, Project, TeamMember } from './project.ts';
import { findCurrent, requireAssignment, requireProject } from './reading.ts';
import { lockProject } from './store.ts';
import type { ProjectTools } from './tools.ts';

type Input = Readonly<Record<string, unknown>>;
type Request = FastifyRequest | null;

export async function assign(tools: ProjectTools, request: Request, projectId: number, input: Input): Promise<TeamMember> {
  const { db, clock, badges } = tools;
  const project = await requireProject(db, projectId);
  const talentId = await personNamed(tools, input);
  const role = readRole(input);
  const days = daysOf(tools, project, input);
  const by = request?.viewer?.accountId ?? null;
  return withBelt(db, { talentId, assignmentId: null, days }, async (tx) => {
    if (!(await lockProject(tx, projectId))) throw failure.notFound(refusals.noProject);
    const person = await holdPerson(tx, talentId);
    if (!person.isActive) throw failure.field('talent_code', refusals.personClosed, {}, 'closed');
    if (await findCurrent(tx, projectId, talentId)) throw failure.conflict('ALREADY_ASSIGNED', refusals.alreadyAssigned);
    const accepted = await refuseClashes(tx, person, null, days);
    const id = await insertAssignment(tx, { projectId, talentId, ...role, by, now: clock.now() });
    await replaceBookings(tx, id, days.wanted);
    await badges.issue(tx, { assignmentId: id, projectId, talentId });
    const made = await requireAssignment(tx, id);
    const description = `${person.code} assigné à « ${project.name} » (${made.projectCode})${acceptedWords(accepted)}`;
    await trace(tools, request, tx, { type: 'talent_assigned', description, projectId });
    await tellOtherProjects(tools, tx, { person, project, clashes: accepted, by });
    return made;
  });
}

export function unassign(tools: ProjectTools, request: Request, assignmentId: number): Promise<TeamMember> {
  const { db, clock, badges } = tools;
  return inTransaction(db, async (tx) => {
    const by = request?.viewer?.accountId ?? null;
    if (!(await endAssignment(tx, assignmentId, by, clock.now()))) throw failure.notFound(refusals.noAssignment);
    await replaceBookings(tx, assignmentId, []);
    await badges.revoke(tx, assignmentId, 'removed');
    const gone = await requireAssignment(tx, assignmentId);
    const { id: projectId, name } = await requireProject(tx, gone.projectId);
    const description = `${gone.code} retiré de « ${name} » (${gone.projectCode})`;
    await trace(tools, request, tx, { type: 'talent_removed', description, projectId });
    return gone;
  });
}

export async function setBookings(tools: ProjectTools, request: Request, assignmentId: number, input: Input): Promise<TeamMember> {
  const { db } = tools;
  const { talentId, projectId } = await requireAssignment(db, assignmentId);
  const project = await requireProject(db, projectId);
  const days = daysOf(tools, project, input);
  return withBelt(db, { talentId, assignmentId, days }, async (tx) => {
    const person = await holdPerson(tx, talentId);
    if ((await requireAssignment(tx, assignmentId)).removedAt) throw failure.notFound(refusals.noAssignment);
    const accepted = await refuseClashes(tx, person, assignmentId, days);
    await replaceBookings(tx, assignmentId, days.wanted);
    const description = `Jours de ${person.code} dans « ${project.name} » : ${bookingWords(days.wanted)}${acceptedWords(accepted)}`;
    await trace(tools, request, tx, { type: 'bookings_changed', description, projectId });
    await tellOtherProjects(tools, tx, { person, project, clashes: accepted, by: request?.viewer?.accountId ?? null });
    return requireAssignment(tx, assignmentId);
  });
}

/** The role may change at any time; the code on the badge stays. */
export function setRole(tools: ProjectTools, request: Request, assignmentId: number, input: Input): Promise<TeamMember> {
  const role = readRole(input);
  return inTransaction(tools.db, async (tx) => {
    if (!(await updateRole(tx, assignmentId, role))) throw failure.notFound(refusals.noAssignment);
    const after = await requireAssignment(tx, assignmentId);
    const description = `Rôle de ${after.code} (${after.projectCode}) : ${role.talentType}`;
    await trace(tools, request, tx, { type: 'role_changed', description, projectId: after.projectId });
    return after;
  });
}

export interface Preview {
  readonly projectId: number;
  readonly talentId: number;
  /** The assignment whose days would be replaced. */
  readonly assignmentId?: number;
}
/** What these days would meet, without taking them. */
export async function preview(
  tools: Pick<ProjectTools, 'clock'>,
  db: Db,
  { projectId, talentId, assignmentId }: Preview,
  input: Input,
): Promise<readonly Clash[]> {
  const { wanted } = daysOf(tools, await requireProject(db, projectId), input);
  return clashesFor(db, talentId, assignmentId ?? null, wanted);
}

/** A finished project takes nobody after today. */
function daysOf({ clock }: Pick<ProjectTools, 'clock'>, project: Project, input: Input): DaysWanted {
  const isFinished = project.status === 'termine';
  return readDays(input, project, isFinished ? addDays(dayIn(clock.now(), project.timeZone), 1) : null);
}

async function personNamed({ db, cinema }: ProjectTools, input: Input): Promise<number> {
  const id = readId(input['talent_id']);
  if (id.ok && id.value !== null) return id.value;
  const code = readText(input['talent_code'], 40);
  if (!code.ok || code.value === null) throw failure.field('talent_code', refusals.personNeeded, {}, 'required');
  const found = await cinema.idOfCode(db, code.value);
  if (found === null) throw failure.field('talent_code', refusals.noPerson, {}, 'exists');
  return found;
}

const bookingWords = (bookings: readonly Booking[]): string =>
  bookings.map((booking) => `${booking.from} → ${lastDayOf(booking)} ${booking.state}`).join(', ') || 'aucun';

const acceptedWords = (clashes: readonly Clash[]): string =>
  clashes.length === 0
    ? ''
    : `, malgré : ${clashes.map((clash) => `${clash.project?.name ?? 'indisponible'} ${clash.from} → ${lastDayOf(clash)}`).join(', ')}`;
