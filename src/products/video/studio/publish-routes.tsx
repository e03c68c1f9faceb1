/** `/films/:id/publish`: a film goes to platforms, now or later; what becomes of it; what a person decides about it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PLATFORM_NAMES } from '#capabilities/publishing/publishing.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { answerOnce } from '#kernel/http/idempotency.ts';
import { type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { isMaking } from './board-parts.tsx';
import { FilmFrame } from './film-page.tsx';
import { measureAll } from './measure.ts';
import {
  begunPublication,
  isUnchosen,
  orderFrom,
  publishFieldOf,
  scheduleFrom,
  type TypedPublication,
  typedPublication,
} from './publish-form.ts';
import { publish as m, story } from './publish-messages.ts';
import { PublishForm } from './publish-view.tsx';
import { AT, addressOf, filmPage, firstOf, newOnce, type OfFilm, onceFrom, ownFilm, zoneOf } from './requests.ts';
import { Story } from './story-view.tsx';

const AT_PUBLISH = `${AT}/publish`;
interface OfPublication {
  readonly Params: { readonly id: string; readonly publication: string };
}

export function registerPublish(site: Door, tools: FilmTools): void {
  site.get<OfFilm>(AT_PUBLISH, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    return show(tools, request, reply, { project, typed: begunPublication(request, project, tools.clock.now(), zoneOf(request).name) });
  });
  site.post<OfFilm>(AT_PUBLISH, filmPage, async (request, reply) => send(tools, request, reply, await ownFilm(tools, request)));
  site.post<OfFilm>(`${AT_PUBLISH}/check`, filmPage, async (request, reply) =>
    reply.header('cache-control', 'no-store').send({ measures: measureAll(tools, typedPublication(request), request.language) }),
  );
  site.post<OfPublication>(`${AT_PUBLISH}/:publication/cancel`, filmPage, (request, reply) =>
    decide(tools, request, reply, story.cancelled, ({ accountId }, id) => tools.publications.cancel(accountId, id)),
  );
  site.post<OfPublication>(`${AT_PUBLISH}/:publication/settle`, filmPage, (request, reply) => {
    const url = fieldOf(request, 'url');
    const finding = { live: fieldOf(request, 'live') === '1', ...(url ? { url } : {}) };
    return decide(tools, request, reply, story.settled, ({ accountId }, id) => tools.publications.settle(accountId, id, finding));
  });
}

/** One press about one publication; what is refused is said on the same page. */
async function decide(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  said: Message,
  work: (project: Project, id: string) => Promise<unknown>,
): Promise<FastifyReply> {
  const project = await ownFilm(tools, request);
  const { publication } = request.params as OfPublication['Params'];
  const back = `${addressOf(project.id)}/publish`;
  try {
    await work(project, publication);
    return done(request, reply, back, said);
  } catch (error) {
    if (!(error instanceof Failure) || !['conflict', 'invalid'].includes(error.kind)) throw error;
    const [first] = Object.values(error.fields);
    const text = first ? say(first.message, request.language, first.params) : say(error.text, request.language, error.params);
    setFlash(reply, { kind: 'danger', text });
    return reply.redirect(back, 303);
  }
}

async function send(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, project: Project): Promise<FastifyReply> {
  const typed = typedPublication(request);
  try {
    const count = await order(tools, request, reply, project, typed);
    return done(request, reply, `${addressOf(project.id)}/publish`, typed.when === 'now' ? m.sent : m.planned, { count });
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'conflict', 'rate-limited', 'not-found'].includes(error.kind)) throw error;
    return show(tools, request, reply, { project, typed, refusal: error });
  }
}

/** The same form sent twice publishes once. */
async function order(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  typed: TypedPublication,
): Promise<number> {
  const schedule = typed.when === 'later' ? scheduleFrom(typed) : null;
  const faults = faultsIn(typed, schedule !== null);
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  onceFrom(request);
  const { count } = await answerOnce(tools, request, reply, {
    work: async (tx) => {
      const body = { ...orderFrom(typed), ...(schedule ? { schedule } : {}) };
      const made = await tools.publications.order(tx, project.accountId, body, schedule ? 'scheduled' : 'now');
      return { count: made.length };
    },
  });
  return count;
}

/** What the form asks for beside the rules of the API. */
const faultsIn = (typed: TypedPublication, hasSchedule: boolean): FieldErrors => ({
  ...(typed.platforms.length === 0 ? { platforms: { message: m.choose, constraint: 'required' } } : {}),
  ...(typed.when === 'later' && !hasSchedule ? { day: { message: m.whenMissing, constraint: 'format' } } : {}),
  ...Object.fromEntries(
    typed.platforms
      .filter((name) => isUnchosen(typed, name))
      .map((name) => [`${name}_privacy`, { message: m.choosePrivacy, constraint: 'required' }]),
  ),
});

interface Shown {
  readonly project: Project;
  readonly typed: TypedPublication;
  readonly refusal?: Failure;
}

const MOST = 50;

async function show(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { project, typed, refusal }: Shown,
): Promise<FastifyReply> {
  const { accountId } = project;
  await tools.publishing.connections.ensureSimulated(accountId);
  const [{ rows: versions }, connections, run] = await Promise.all([
    tools.renders.videos(accountId, { projectId: project.id }, firstOf(MOST)),
    tools.publishing.connections.list(tools.db, accountId),
    tools.pipeline.state(accountId, project.id),
  ]);
  const lists = await Promise.all(versions.map(({ id }) => tools.publications.list(accountId, { videoId: id }, firstOf(MOST))));
  const publications = lists.flatMap(({ rows }) => rows).toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const errors: FieldErrors = Object.fromEntries(
    Object.entries(refusal?.fields ?? {}).map(([name, fault]) => [publishFieldOf(name, typed), fault]),
  );
  const view = {
    ...{ project, typed, errors, versions, connections, zones: zoneGroups(), isZoneKnown: zoneOf(request).isKnown, once: newOnce() },
    refusal: refusal && Object.keys(errors).length === 0 ? say(refusal.text, request.language, refusal.params) : null,
    offered: PLATFORM_NAMES.filter((name) => tools.publishing.connections.isOffered(name)),
    measures: measureAll(tools, typed, request.language),
  };
  const body = (
    <FilmFrame {...{ project, part: 'publish', hasRun: isMaking(run) }}>
      <div className="stack">
        <Story at={`${addressOf(project.id)}/publish`} publications={publications} />
        <PublishForm {...view} />
      </div>
    </FilmFrame>
  );
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** By the part before the first `/`, as people look for them. */
function zoneGroups() {
  const names = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  const groups = Map.groupBy(names, (name) => (name.includes('/') ? (name.split('/')[0] ?? '') : 'UTC'));
  return [...groups].map(([label, zones]) => ({ label, options: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })) }));
}
