/** The days and the role of one person in a project. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type Answers, answersOf, textOf } from '../profile-form/profile-form.tsx';
import { BookingsPage, type Line } from './bookings-page.tsx';
import type { Clash } from './clashes.ts';
import { lastDayOf } from './days.ts';
import { refusals } from './messages.ts';
import { adminPage, type ByMember, done, nameOf, numberOf, pathOf, projectOf, refusalOf } from './page-kit.tsx';
import type { Project, TeamMember } from './project.ts';
import { days } from './team-messages.ts';
import type { ProjectPageTools } from './tools.ts';

const MOST_LINES = 40;
const FREE_LINES = 2;

export function registerBookingPages(door: Door, tools: ProjectPageTools): void {
  const { projects } = tools;
  const url = '/cinema/projects/:id/bookings/:pt_id';
  door.get<ByMember>(url, adminPage, async (request, reply) => {
    const { project, member } = await memberOf(tools, request);
    return show(tools, request, reply, { project, member, lines: linesOf(member) });
  });
  door.post<ByMember>(url, adminPage, async (request, reply) => {
    const { project, member } = await memberOf(tools, request);
    const { lines, input } = read(request.body);
    try {
      await projects.setBookings(request, member.id, input);
      return done(request, reply, pathOf(project), days.saved, { name: nameOf(member) });
    } catch (error) {
      const refusal = refusalOf(error);
      return show(tools, request, reply, { project, member, lines, refusal, clashes: await meet(tools, member, input) });
    }
  });
  door.post<ByMember>(`${url}/role`, adminPage, async (request, reply) => {
    const { project, member } = await memberOf(tools, request);
    const typed = answersOf(request.body, ['talent_type', 'role_description']);
    try {
      await projects.setRole(request, member.id, typed);
      return done(request, reply, pathOf(project), days.roleSaved, { name: nameOf(member) });
    } catch (error) {
      return show(tools, request, reply, { project, member, lines: linesOf(member), typed, refusal: refusalOf(error) });
    }
  });
}

/** Somebody who is in this very project now. */
export async function memberOf(
  tools: ProjectPageTools,
  request: FastifyRequest,
): Promise<{ readonly project: Project; readonly member: TeamMember }> {
  const project = await projectOf(tools, request);
  const id = numberOf((request.params as ByMember['Params']).pt_id);
  const member = (await tools.projects.team(request, project.id)).find((one) => one.id === id);
  if (!member) throw failure.notFound(refusals.noAssignment);
  return { project, member };
}

const linesOf = ({ bookings }: TeamMember): readonly Line[] =>
  bookings.map((booking) => ({ from: booking.from, to: lastDayOf(booking), state: booking.state }));

/** The lines as typed, and those that say something as input. */
function read(body: unknown): { readonly lines: readonly Line[]; readonly input: Readonly<Record<string, unknown>> } {
  const names = Array.from({ length: MOST_LINES }, (_, index) => ['from', 'to', 'state'].map((name) => `bookings.${index}.${name}`));
  const typed = answersOf(body, [...names.flat(), 'accept', 'confirm']);
  const lines = names
    .map(([from = '', to = '', state = '']) => ({ from: textOf(typed, from), to: textOf(typed, to), state: textOf(typed, state) }))
    .filter(({ from, to }) => from || to)
    .map((line) => (textOf(typed, 'confirm') ? { ...line, state: 'booked' } : line));
  return { lines, input: { bookings: lines, accept: textOf(typed, 'accept') !== '' } };
}

/** Null for days that cannot be read: their faults are said by the form. */
async function meet({ db, projects }: ProjectPageTools, member: TeamMember, input: object): Promise<readonly Clash[] | null> {
  const { projectId, talentId, id: assignmentId } = member;
  try {
    return await projects.preview(db, { projectId, talentId, assignmentId }, input as Readonly<Record<string, unknown>>);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return null;
    throw error;
  }
}

interface Shown {
  readonly project: Project;
  readonly member: TeamMember;
  readonly lines: readonly Line[];
  readonly typed?: Answers;
  readonly refusal?: Failure;
  readonly clashes?: readonly Clash[] | null;
}
function show(
  { pages }: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { project, member, lines, typed, refusal, clashes = null }: Shown,
): FastifyReply {
  const free = Array.from({ length: FREE_LINES }, () => ({ from: '', to: '', state: 'booked' }));
  const role = {
    talent_type: typed ? textOf(typed, 'talent_type') : member.talentType,
    role_description: typed ? textOf(typed, 'role_description') : (member.role ?? ''),
  };
  const view = { project, member, lines: [...lines, ...free], role, errors: refusal?.fields ?? {}, clashes };
  const title = say(days.title, request.language, { name: nameOf(member) });
  return pages.send(request, reply, { title, body: <BookingsPage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}
