/** `/api/scheduler/…` (images-api.md, "Scheduler Endpoints") and the copies of pictures that posts send. */
import type { FastifyRequest } from 'fastify';
import { createFileAnswers } from '#capabilities/media/media.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce } from '#kernel/http/idempotency.ts';
import { say } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import * as wire from './contract.ts';
import { faultOf } from './judging.ts';
import { m, outcomes } from './messages.ts';
import { attemptOf, figuresOf, listedOf, readingOf, wholeOf } from './present.ts';
import { type Query, readFilters } from './query.ts';
import type { Body, ScheduledPost, Scheduler } from './scheduler.ts';
import { registerTableRoutes } from './table-routes.ts';

export interface SchedulerRouteTools {
  readonly scheduler: Scheduler;
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly publishing: Pick<Publishing, 'platform'>;
  /** Origin of the links. */
  readonly publicUrl: string;
}

interface ById {
  readonly Params: { readonly id: string };
}
type WithBody = { readonly Body: Body | undefined };

export function registerSchedulerRoutes(mount: ImagesMount, tools: SchedulerRouteTools): void {
  registerPlanning(mount, tools);
  registerTableRoutes(mount, tools);
  registerReading(mount, tools);
  registerChanging(mount, tools);
  registerFigures(mount, tools);
  registerMedia(mount, tools);
}

type Describe = (summary: string, schema: object) => { config: ReturnType<ImagesMount['manners']>; schema: object };
const describeWith =
  ({ manners }: ImagesMount): Describe =>
  (summary, schema) => ({ config: manners(access.signedIn), schema: { tags: ['Scheduler'], summary, ...schema } });

function registerPlanning(mount: ImagesMount, tools: SchedulerRouteTools): void {
  const { scheduler, publishing, publicUrl } = tools;
  const route = describeWith(mount);
  const plan = route('Plan a post', { body: wire.PLAN_BODY, response: { 201: wire.POST } });
  mount.door.post<WithBody>('/api/scheduler/schedule', plan, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const work = async (tx: Db) => wholeOf(await scheduler.plan(accountId, request.body ?? {}, tx), publicUrl);
    return reply.code(201).send(await answerOnce(tools, request, reply, { work }));
  });
  const check = route('Measure the words of a post while they are written', { body: wire.CHECK_BODY, response: { 200: wire.CHECKED } });
  mount.door.post<WithBody>('/api/scheduler/check', check, async (request) => {
    const { faults, platform, ...report } = await scheduler.check(requireViewer(request).accountId, request.body ?? {});
    const named = faults.map((fault) => faultOf(fault, publishing.platform(platform).title));
    return { ...report, faults: Object.fromEntries(named.map(([name, { message, params }]) => [name, [say(message, 'fr', params)]])) };
  });
}

function registerReading(mount: ImagesMount, { scheduler, publicUrl }: SchedulerRouteTools): void {
  const route = describeWith(mount);
  mount.door.get<{ Querystring: Query }>('/api/scheduler/posts', route('Own posts', { response: { 200: wire.POSTS } }), async (request) => {
    const { filters, latestFirst } = readFilters(requireViewer(request).accountId, request.query);
    const page = pageOf(request);
    const found = await scheduler.list(filters, page, latestFirst);
    return listAnswer(request, publicUrl, page, found, (post) => listedOf(post, publicUrl));
  });
  mount.door.get<ById>('/api/scheduler/posts/:id', route('One post', { response: { 200: wire.POST } }), async (request) =>
    wholeOf(await scheduler.get(requireViewer(request).accountId, idOf(request)), publicUrl),
  );
  const attempts = route('What was tried, oldest first', { response: { 200: wire.ATTEMPTS } });
  mount.door.get<ById>('/api/scheduler/posts/:id/attempts', attempts, async (request) => {
    const all = await scheduler.attempts(requireViewer(request).accountId, idOf(request));
    return { count: all.length, results: all.map(attemptOf) };
  });
}

function registerChanging(mount: ImagesMount, { scheduler, publishing, publicUrl }: SchedulerRouteTools): void {
  const { door } = mount;
  const route = describeWith(mount);
  const change = route('Change a post that has not begun', { body: wire.CHANGE_BODY, response: { 200: wire.POST } });
  door.patch<ById & WithBody>('/api/scheduler/posts/:id', change, async (request) =>
    wholeOf(await scheduler.change(requireViewer(request).accountId, idOf(request), request.body ?? {}), publicUrl),
  );
  const cancel = route('Cancel a post that has not begun', { response: { 200: wire.CANCELLED } });
  door.post<ById>('/api/scheduler/posts/:id/cancel', cancel, async (request) => {
    const { id, status } = await scheduler.cancel(requireViewer(request).accountId, idOf(request));
    return { id, status, message: say(m.cancelled, 'fr') };
  });
  const publish = route('Publish now; 202 when it takes longer than 20 seconds', {
    response: { 200: wire.PUBLISHED, 202: wire.PUBLISHED },
  });
  door.post<ById>('/api/scheduler/posts/:id/publish-now', publish, async (request, reply) => {
    const post = await scheduler.publishNow(requireViewer(request).accountId, idOf(request));
    if (post.status === 'cancelled') throw failure.conflict('POST_CANCELLED', m.wasCancelled);
    if (post.status === 'failed') throw notPublished(post, publishing.platform(post.platform).title);
    const isLive = post.status === 'posted';
    const { id, status, posted_at, platform_post_url } = listedOf(post, publicUrl);
    const message = say(isLive ? m.published : m.underWay, 'fr');
    return reply.code(isLive ? 200 : 202).send({ id, status, posted_at, platform_post_url, message });
  });
  const settle = route('Say what became of a post that the platform did not confirm', {
    body: wire.SETTLE_BODY,
    response: { 200: wire.POST },
  });
  door.post<ById & WithBody>('/api/scheduler/posts/:id/settle', settle, async (request) =>
    wholeOf(await scheduler.settle(requireViewer(request).accountId, idOf(request), readFinding(request.body ?? {})), publicUrl),
  );
}

/** Why, and what to do; the post itself can be read as failed. */
const notPublished = ({ metadata: { outcome } }: ScheduledPost, platform: string) =>
  failure.conflict('POST_FAILED', m.notPublished, {
    platform: { message: outcomes[outcome?.reason ?? 'other'], params: { platform }, constraint: outcome?.reason ?? 'other' },
  });

function readFinding({ live, url }: Body): { readonly live: boolean; readonly url?: string } {
  if (live === undefined || live === '') throw failure.field('live', m.required, {}, 'required');
  if (!['true', 'false'].includes(String(live))) throw failure.field('live', m.flag, {}, 'type');
  if (url === undefined || url === null || url === '') return { live: String(live) === 'true' };
  const address = URL.parse(String(url));
  if (!address || !/^https?:$/.test(address.protocol) || address.href.length > 2000) throw failure.field('url', m.address, {}, 'format');
  return { live: String(live) === 'true', url: address.href };
}

function registerFigures(mount: ImagesMount, { scheduler }: SchedulerRouteTools): void {
  const { door } = mount;
  const route = describeWith(mount);
  door.get('/api/scheduler/statistics', route('Figures of all posts', { response: { 200: wire.STATISTICS } }), async (request) =>
    figuresOf(await scheduler.figures(requireViewer(request).accountId)),
  );
  const figures = route('The last reading of a live post', { response: { 200: wire.ANALYTICS } });
  door.get<ById>('/api/scheduler/posts/:id/analytics', figures, async (request) => {
    const id = idOf(request);
    return readingOf(id, await scheduler.analytics(requireViewer(request).accountId, id));
  });
  const sync = route('Read the figures now', { response: { 200: wire.SYNCED } });
  door.post<ById>('/api/scheduler/posts/:id/sync-analytics', sync, async (request) => {
    const id = idOf(request);
    const analytics = readingOf(id, await scheduler.sync(requireViewer(request).accountId, id));
    return { message: say(m.synced, 'fr'), analytics };
  });
  const readings = route('Every reading, oldest first', { response: { 200: wire.READINGS } });
  door.get<ById>('/api/scheduler/posts/:id/readings', readings, async (request) => {
    const id = idOf(request);
    const all = await scheduler.readings(requireViewer(request).accountId, id);
    return { count: all.length, results: all.map((reading) => readingOf(id, reading)) };
  });
}

/** For who planned the post; platforms fetch theirs under a signed address. */
function registerMedia({ door, manners }: ImagesMount, { scheduler, db, files }: SchedulerRouteTools): void {
  const answers = createFileAnswers({ db, files });
  const config = { ...manners(access.signedIn), internal: true };
  door.get<{ Params: { file: string } }>('/media/posts/:file', { config }, async (request, reply) => {
    const name = `posts/${request.params.file}`;
    if ((await scheduler.ownerOfMedia(name)) !== requireViewer(request).accountId) throw failure.notFound(m.notFound);
    return answers.photo(request, reply, name);
  });
}

function idOf({ params }: FastifyRequest): number {
  const { id } = params as ById['Params'];
  if (!/^[1-9]\d{0,14}$/.test(id)) throw failure.notFound(m.notFound);
  return Number(id);
}
