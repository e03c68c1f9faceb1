/** A new project, and the changes of one. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { type Answers, answersOf, choicesOf } from '../profile-form/profile-form.tsx';
import { PROJECT_FIELDS } from './fields.ts';
import { FormPage } from './form-page.tsx';
import { adminPage, type ById, done, pathOf, projectOf, refusalOf } from './page-kit.tsx';
import { form, m } from './page-messages.ts';
import type { Project } from './project.ts';
import type { ProjectPageTools } from './tools.ts';

export function registerFormPages(door: Door, tools: ProjectPageTools): void {
  const { projects } = tools;
  door.get('/cinema/projects/new', adminPage, async (request, reply) => {
    const { production_id = '' } = request.query as Readonly<Record<string, string>>;
    return show(tools, request, reply, null, { ...NEW, production_id });
  });
  door.post('/cinema/projects/new', adminPage, async (request, reply) => {
    const typed = answersOf(request.body, PROJECT_FIELDS);
    try {
      const project = await projects.create(request, inputOf(typed));
      return done(request, reply, pathOf(project), m.created, { name: project.name });
    } catch (error) {
      return show(tools, request, reply, null, typed, refusalOf(error));
    }
  });

  door.get<ById>('/cinema/projects/:id/edit', adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    return show(tools, request, reply, project, answersOfProject(project));
  });
  door.post<ById>('/cinema/projects/:id/edit', adminPage, async (request, reply) => {
    const project = await projectOf(tools, request);
    const typed = answersOf(request.body, PROJECT_FIELDS);
    try {
      const { name } = await projects.update(request, project.id, inputOf(typed));
      return done(request, reply, pathOf(project), m.saved, { name });
    } catch (error) {
      return show(tools, request, reply, project, typed, refusalOf(error));
    }
  });
}

const NEW: Answers = { is_active: '1', status: 'en_preparation', day_starts: '04:00' };
/** Left empty, these take what the studio would choose. */
const CHOSEN_FOR_THEM: readonly string[] = ['time_zone', 'day_starts', 'status'];

/** A box that is not ticked says no. */
function inputOf(typed: Answers): Readonly<Record<string, unknown>> {
  const given = Object.entries(typed).filter(([name, value]) => value !== '' || !CHOSEN_FOR_THEM.includes(name));
  return { ...Object.fromEntries(given), is_active: typed['is_active'] !== '' };
}

const answersOfProject = (project: Project): Answers => ({
  name: project.name,
  production_type: project.productionType,
  production_id: String(project.production?.id ?? ''),
  country_id: String(project.country?.id ?? ''),
  shooting_locations: project.shootingLocations ?? '',
  start_date: project.startDate ?? '',
  end_date: project.endDate ?? '',
  status: project.status,
  description: project.description ?? '',
  time_zone: project.timeZone,
  day_starts: project.dayStarts,
  is_active: project.isActive ? '1' : '',
});

async function show(
  { db, catalogue, productions, pages }: ProjectPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project | null,
  answers: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const [snapshot, companies] = await Promise.all([catalogue.snapshot(), productions.choices(db, project?.production?.id ?? null)]);
  const view = {
    project,
    answers,
    errors: refusal?.fields ?? {},
    countries: choicesOf(snapshot, request.language).countries,
    productions: companies.map(({ id, name }) => ({ value: id, label: name })),
    zones: [...new Set(snapshot.countries.map(({ timeZone }) => timeZone))].sort(),
  };
  const title = project ? say(form.editTitle, request.language, { name: project.name }) : say(m.create, request.language);
  return pages.send(request, reply, { title, body: <FormPage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}
