/** Adding a person to a project. Checking the days shows what they meet and adds nobody. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type Answers, answersOf, textOf } from '../profile-form/profile-form.tsx';
import { AssignPage, type AssignView, type Found } from './assign-page.tsx';
import { availabilityOf, findPeople, type Person } from './availability-store.ts';
import type { Clash } from './clashes.ts';
import { rangeOf } from './days.ts';
import { refusals } from './messages.ts';
import { adminPage, type ById, done, nameOf, numberOf, pathOf, projectOf, refusalOf } from './page-kit.tsx';
import type { Project } from './project.ts';
import { assign } from './team-messages.ts';
import type { ProjectPageTools } from './tools.ts';

const FIELDS = ['talent_id', 'talent_code', 'talent_type', 'role_description', 'state', 'from', 'to', 'accept', 'check'];
const SHOWN = 10;

export function registerAssignPages(door: Door, tools: ProjectPageTools): void {
  const url = '/cinema/projects/:id/assign-talent';
  door.get<ById>(url, adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const { talent_id = '', find = '' } = request.query as Readonly<Record<string, string>>;
    if (talent_id) return showForm(tools, request, reply, project, { ...firstAnswers(project), talent_id });
    return show(tools, request, reply, project, { found: await search(tools, project, find.trim()) });
  });

  door.post<ById>(url, adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const typed = answersOf(request.body, FIELDS);
    if (textOf(typed, 'check')) return showForm(tools, request, reply, project, typed);
    try {
      const made = await tools.projects.assign(request, project.id, inputOf(typed));
      return done(request, reply, pathOf(project), assign.added, { name: nameOf(made), code: made.projectCode });
    } catch (error) {
      return showForm(tools, request, reply, project, typed, refusalOf(error));
    }
  });
}

/** The dates of the project, to be taken as they are. */
const firstAnswers = ({ startDate, endDate, status }: Project): Answers => ({
  state: startDate && status !== 'termine' ? 'booked' : 'none',
  from: startDate ?? '',
  to: endDate ?? startDate ?? '',
});

/** Days that were emptied mean the dates of the project, unless none are wanted. */
const inputOf = (typed: Answers): Readonly<Record<string, unknown>> => ({ ...typed, accept: textOf(typed, 'accept') !== '' });

type Shown = Partial<Omit<AssignView, 'project'>>;
function show(
  { pages }: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  shown: Shown,
  refusal?: Failure,
): FastifyReply {
  const view = { found: null, chosen: null, refusal: refusal ?? null, ...shown };
  const status = refusal ? statusOf(refusal) : 200;
  return pages.send(request, reply, {
    title: say(assign.title, request.language),
    body: <AssignPage project={project} {...view} />,
    status,
  });
}

/** The form of one person, with what the wanted days meet. A code that nobody has leads back to the search. */
async function showForm(
  tools: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  answers: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const person = await personOf(tools, answers);
  if (!person) return show(tools, request, reply, project, {}, refusal ?? failure.notFound(refusals.nobody));
  const { clashes, faults } = await meet(tools, project, person, answers);
  const errors = refusal?.fields ?? (textOf(answers, 'check') ? faults : {});
  return show(tools, request, reply, project, { chosen: { person, answers, errors, clashes } }, refusal);
}

async function personOf({ db }: ProjectPageTools, answers: Answers): Promise<Person | null> {
  const id = textOf(answers, 'talent_id');
  if (!id) return null;
  return (await findPeople(db, [numberOf(id)]))[0] ?? null;
}

async function meet(
  { db, projects }: ProjectPageTools,
  project: Project,
  person: Person,
  answers: Answers,
): Promise<{ readonly clashes: readonly Clash[] | null; readonly faults: Failure['fields'] }> {
  try {
    return { clashes: await projects.preview(db, { projectId: project.id, talentId: person.id }, inputOf(answers)), faults: {} };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return { clashes: null, faults: error.fields };
  }
}

/** People with these letters in their name or code, and their days during the project. */
async function search({ db, search: people, projects }: ProjectPageTools, project: Project, text: string): Promise<Found | null> {
  if (!text) return null;
  const { ids, total } = await people.find({ search: text, active: true }, { size: SHOWN, offset: 0 });
  const { startDate, endDate } = project;
  const [found, busy, team] = await Promise.all([
    findPeople(db, ids),
    startDate ? availabilityOf(db, ids, rangeOf(startDate, endDate ?? startDate)) : new Map<number, never>(),
    projects.assignments(db, project.id),
  ]);
  const inTeam = new Set(team.map(({ talentId }) => talentId));
  return {
    people: found.map((person) => ({ ...person, busy: busy.get(person.id) ?? [], isInTeam: inTeam.has(person.id) })),
    more: Math.max(0, total - found.length),
  };
}
