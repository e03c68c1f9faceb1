/** Posts of a project: planned with the photos of those who agreed, and pictures ordered from the studio. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PICTURE_PLATFORMS } from '#capabilities/publishing/publishing.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type ById, done, fieldOf, fieldsOf, idOf } from '#kernel/page/requests.ts';
import { addDays, instantOf, isDay, localDay } from '#kernel/wall-time.ts';
import { choiceOf } from '../options/options.ts';
import type { Project } from '../projects/projects.ts';
import { type Face, facesOf } from './faces.ts';
import { pathOf } from './film-page.tsx';
import { agreed, portraitOf } from './film-routes.tsx';
import { m } from './messages.ts';
import { originOf, type PromoTools } from './ports.ts';
import { MOST_PROMPT, PostsPage } from './posts-page.tsx';
import { promptOf } from './script.ts';

const castingPage = { config: { access: access.casting, kind: 'page' } } as const;
const AT = '/cinema/projects/:id/posts';
const YEAR = 365;

function requireShort(name: string, text: string, limit: number): void {
  if (text.length > limit) throw failure.field(name, fieldMessages.tooLong, { limit }, 'max_length');
}

export function registerPostPages(site: Door, tools: PromoTools): void {
  site.get<ById>(AT, castingPage, async (request, reply) => show(tools, request, reply, { project: await projectOf(tools, request) }));
  site.post<ById>(AT, castingPage, (request, reply) => plan(tools, request, reply));
  site.post<ById>(`${AT}/images`, castingPage, (request, reply) => orderImages(tools, request, reply));
}

const projectOf = ({ projects, db }: PromoTools, request: FastifyRequest): Promise<Project> => projects.require(db, idOf(request));

interface Shown {
  readonly project: Project;
  readonly values?: FormValues;
  readonly chosen?: readonly string[];
  readonly errors?: FieldErrors;
  readonly orderValues?: FormValues;
  readonly orderErrors?: FieldErrors;
  readonly status?: number;
}

async function show(tools: PromoTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { project, chosen = null, errors = {}, orderErrors = {}, status = 200 } = shown;
  const today = localDay(tools.clock.now(), project.timeZone);
  const usual = {
    ...{ platforms: ['instagram', 'facebook'], day: addDays(today, 1), time: '18:00', hashtags: '' },
    caption: say(m.captionText, request.language, { title: project.name, name: '{name}', role: '{role}' }),
  };
  const kind = say(choiceOf('production_type', project.productionType).label, request.language);
  const prompt = promptOf({ project, kind, production: project.production?.name ?? null, place: project.shootingLocations ?? '' });
  const view = {
    ...{ project, chosen, errors, orderErrors, faces: await facesOf(tools, tools.db, project), until: addDays(today, YEAR) },
    ...{ values: shown.values ?? usual, orderValues: shown.orderValues ?? { prompt, variations: '2' } },
  };
  return tools.pages.send(request, reply, { title: say(m.posts, request.language), body: <PostsPage {...view} />, status });
}

async function plan(tools: PromoTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await projectOf(tools, request);
  const { accountId } = requireViewer(request);
  const names = ['caption', 'hashtags', 'day', 'time'];
  const values = { ...Object.fromEntries(names.map((name) => [name, fieldOf(request, name)])), platforms: fieldsOf(request, 'platforms') };
  const chosen = fieldsOf(request, 'people');
  try {
    const count = await tools.studio.plan(accountId, await postsOf(tools, request, accountId, project, { ...values, chosen }));
    return done(request, reply, `${pathOf(project)}#media`, m.planned, { count });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    const { scheduled_time: day, platform: platforms, ...rest } = error.fields;
    const errors = { ...rest, ...(day ? { day } : {}), ...(platforms ? { platforms } : {}) };
    return show(tools, request, reply, { project, values, chosen, errors, status: statusOf(error) });
  }
}

interface Typed {
  readonly chosen: readonly string[];
  readonly platforms: readonly string[];
  readonly [name: string]: string | readonly string[];
}

/** A post a person and platform; the people of one day after the other. */
async function postsOf(
  tools: PromoTools,
  request: FastifyRequest,
  accountId: number,
  project: Project,
  typed: Typed,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [day, time] = [String(typed['day']), String(typed['time'])];
  const platforms = PICTURE_PLATFORMS.filter((name) => typed.platforms.includes(name));
  const faces = await agreed(tools, project, typed.chosen);
  if (faces.length === 0) throw failure.field('people', m.choosePeople, {}, 'required');
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw failure.field('day', m.badMoment, {}, 'format');
  if (platforms.length === 0) throw failure.field('platforms', m.platforms, {}, 'required');
  const posts: Readonly<Record<string, unknown>>[] = [];
  for (const [index, face] of faces.entries()) {
    const image = await bring(tools, accountId, project, face);
    const at = instantOf(`${addDays(day, index)}T${time}:00`, project.timeZone);
    const caption = String(typed['caption']).replaceAll('{name}', face.name).replaceAll('{role}', roleOf(face, request));
    for (const platform of platforms)
      posts.push({ image, platform, caption, hashtags: typed['hashtags'], scheduled_time: at.toISOString() });
  }
  return posts;
}

const roleOf = ({ role, talentType }: Face, request: FastifyRequest): string =>
  role ?? say(choiceOf('talent_type', talentType).label, request.language);

async function bring(tools: PromoTools, accountId: number, project: Project, face: Face): Promise<number> {
  const { content, shows } = await portraitOf(tools, face);
  const [from] = shows;
  if (!from) throw new Error('a portrait shows nobody');
  return tools.studio.bring(accountId, { origin: originOf(project), title: `${face.name} · ${project.name}`, content, from });
}

async function orderImages(tools: PromoTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await projectOf(tools, request);
  const orderValues = { prompt: fieldOf(request, 'prompt'), variations: fieldOf(request, 'variations') };
  try {
    requireShort('prompt', orderValues.prompt, MOST_PROMPT);
    const order = { ...orderValues, style: 'realistic', tags: [project.name.slice(0, 50).replaceAll(',', ' ')] };
    const ids = await tools.studio.order(requireViewer(request).accountId, originOf(project), order);
    return done(request, reply, `${pathOf(project)}#media`, m.ordered, { count: ids.length });
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'rate-limited'].includes(error.kind)) throw error;
    if (Object.keys(error.fields).length === 0) setFlash(reply, { kind: 'danger', text: say(error.text, request.language, error.params) });
    return show(tools, request, reply, { project, orderValues, orderErrors: error.fields, status: statusOf(error) });
  }
}
