/** Writing a call, and changing it. A refused form comes back with all that was typed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { asked, type ById, done, isId } from '#kernel/page/requests.ts';
import { castingPage } from '../page-requests.ts';
import { type Answers, answersOf, choicesOf, textOf } from '../profile-form/profile-form.tsx';
import type { Project } from '../projects/projects.ts';
import type { Call } from './call.ts';
import { CALL_FIELDS, partField } from './fields.ts';
import { FormPage } from './form-page.tsx';
import { form, team } from './team-messages.ts';
import { TEAM } from './team-page.tsx';
import { requireCall, titleOf } from './team-routes.tsx';
import type { CastingsPageTools } from './tools.ts';

const MOST_PROJECTS = 200;

export function registerFormPages(door: Door, tools: CastingsPageTools): void {
  const { castings, db, projects } = tools;
  door.get(`${TEAM}/new`, castingPage, async (request, reply) => {
    const id = asked(request, 'project_id');
    const project = isId(id) ? await projects.find(db, Number(id)) : null;
    return show(tools, request, reply, null, project ? firstAnswers(project) : { pay: 'paid' });
  });
  door.post(`${TEAM}/new`, castingPage, async (request, reply) => {
    const typed = answersOf(request.body, ['project_id', ...CALL_FIELDS]);
    try {
      const project = await chosenProject(tools, typed);
      const call = await castings.create(request, project.id, typed);
      return done(request, reply, `${TEAM}/${call.id}`, team.saved, { name: titleOf(call, request) });
    } catch (error) {
      return show(tools, request, reply, null, typed, refusalOf(error));
    }
  });
  door.get<ById>(`${TEAM}/:id/edit`, castingPage, async (request, reply) => {
    const call = await requireCall(tools, request);
    return show(tools, request, reply, call, answersOfCall(call));
  });
  door.post<ById>(`${TEAM}/:id/edit`, castingPage, async (request, reply) => {
    const before = await requireCall(tools, request);
    const typed = answersOf(request.body, CALL_FIELDS);
    try {
      const call = await castings.update(request, before.id, typed);
      return done(request, reply, `${TEAM}/${call.id}`, team.saved, { name: titleOf(call, request) });
    } catch (error) {
      return show(tools, request, reply, before, typed, refusalOf(error));
    }
  });
}

function refusalOf(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

async function chosenProject({ db, projects }: CastingsPageTools, typed: Answers): Promise<Project> {
  const id = textOf(typed, 'project_id');
  const project = isId(id) ? await projects.find(db, Number(id)) : null;
  if (!project) throw failure.field('project_id', form.noProject, {}, 'required');
  return project;
}

/** What the project already says. */
const firstAnswers = (project: Project): Answers => ({
  project_id: String(project.id),
  title_fr: project.name,
  country_id: String(project.country?.id ?? ''),
  place: project.shootingLocations ?? '',
  starts_on: project.startDate ?? '',
  ends_on: project.endDate ?? '',
  pay: 'paid',
});

function answersOfCall({ titles, texts, parts, ...call }: Call): Answers {
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  const rows = parts.flatMap(({ talentType, name, people, gender, ageFrom, ageTo, criteria }, row) => {
    const fields = { type: talentType, name, people, gender, age_from: ageFrom, age_to: ageTo, criteria };
    return Object.entries(fields).map(([field, value]) => [partField(field as keyof typeof fields, row), text(value)] as const);
  });
  return {
    ...{ title_fr: text(titles.fr), title_en: text(titles.en), title_ar: text(titles.ar) },
    ...{ text_fr: text(texts.fr), text_en: text(texts.en), text_ar: text(texts.ar) },
    ...{ country_id: text(call.countryId), city_id: text(call.cityId), place: text(call.place) },
    ...{ starts_on: text(call.startsOn), ends_on: text(call.endsOn), closes_on: call.closesOn },
    ...{ pay: call.pay, pay_details: text(call.payDetails) },
    ...Object.fromEntries(rows),
  };
}

async function show(
  { catalogue, projects, pages }: CastingsPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call | null,
  answers: Answers,
  refusal?: Failure,
): Promise<FastifyReply> {
  const [snapshot, found] = await Promise.all([
    catalogue.snapshot(),
    call ? null : projects.list({ isActive: true }, { page: 1, size: MOST_PROJECTS, offset: 0 }),
  ]);
  const { countries, cities } = choicesOf(snapshot, request.language);
  const options = (found?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const view = { call, answers, errors: refusal?.fields ?? {}, projects: options, countries, cities };
  const title = say(call ? form.title : team.create, request.language);
  return pages.send(request, reply, { title, body: <FormPage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}
