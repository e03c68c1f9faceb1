/** `/api/scheduler/captions/`, `/api/scheduler/hashtag-sets/…`, `/api/scheduler/hashtags/`, `/api/scheduler/best-times/`. */
import type { FastifyRequest } from 'fastify';
import { PICTURE_PLATFORMS, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { say } from '#kernel/message.ts';
import { secondsOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import type { Captions } from './captions.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import type { HashtagSet } from './store.ts';
import type { Body } from './suggesting.ts';

interface Routes {
  readonly captions: Captions;
}
interface ById {
  readonly Params: { readonly id: string };
}
interface WithBody {
  readonly Body: Body | undefined;
}
interface Asked {
  readonly Querystring: { readonly platform?: string; readonly image?: string };
}

export function registerCaptionRoutes(mount: ImagesMount, { captions }: Routes): void {
  const { door, manners } = mount;
  const route = (summary: string, schema: object) => ({
    config: manners(access.signedIn),
    schema: { tags: ['Scheduler'], summary, ...schema },
  });
  const suggest = route('Three captions for a picture', { body: wire.SUGGEST_BODY, response: { 200: wire.SUGGESTIONS } });
  door.post<WithBody>('/api/scheduler/captions', suggest, async (request) =>
    captions.suggest(requireViewer(request).accountId, request.body ?? {}),
  );
  const ideas = route('Hashtags for a picture, and those that worked', { response: { 200: wire.IDEAS } });
  door.get<Asked>('/api/scheduler/hashtags', ideas, async (request) => {
    const all = await captions.hashtags(requireViewer(request).accountId, imageIn(request.query.image), platformIn(request.query.platform));
    return { count: all.length, results: all.map(({ engagementRate, ...idea }) => ({ ...idea, engagement_rate: engagementRate })) };
  });
  const times = route('When own posts did best', { response: { 200: wire.TIMES } });
  door.get<Asked>('/api/scheduler/best-times', times, async (request) => {
    const best = await captions.bestTimes(requireViewer(request).accountId, platformIn(request.query.platform));
    const { enoughData, posts, timezone, basis } = best;
    const found = best.times.map(({ engagementRate, ...time }) => ({ ...time, engagement_rate: engagementRate }));
    return { enough_data: enoughData, posts, timezone, message: say(basis.message, 'fr', basis.params), times: found };
  });
  registerSets(mount, captions);
}

function registerSets({ door, manners }: ImagesMount, { hashtagSets }: Captions): void {
  const route = (summary: string, schema: object) => ({
    config: manners(access.signedIn),
    schema: { tags: ['Scheduler'], summary, ...schema },
  });
  door.get('/api/scheduler/hashtag-sets', route('Own hashtag sets', { response: { 200: wire.SETS } }), async (request) => {
    const all = await hashtagSets.list(requireViewer(request).accountId);
    return { count: all.length, next: null, previous: null, results: all.map(setOf) };
  });
  const make = route('Make a hashtag set', { body: wire.SET_BODY, response: { 201: wire.SET } });
  door.post<WithBody>('/api/scheduler/hashtag-sets', make, async (request, reply) =>
    reply.code(201).send(setOf(await hashtagSets.create(requireViewer(request).accountId, request.body ?? {}))),
  );
  const change = route('Change a hashtag set', { body: wire.SET_BODY, response: { 200: wire.SET } });
  door.patch<ById & WithBody>('/api/scheduler/hashtag-sets/:id', change, async (request) =>
    setOf(await hashtagSets.change(requireViewer(request).accountId, idOf(request), request.body ?? {})),
  );
  door.delete<ById>('/api/scheduler/hashtag-sets/:id', route('Delete a hashtag set', {}), async (request, reply) => {
    await hashtagSets.remove(requireViewer(request).accountId, idOf(request));
    return reply.code(204).send();
  });
}

const setOf = ({ id, name, hashtags, createdAt, updatedAt }: HashtagSet) => ({
  ...{ id, name, hashtags },
  ...{ created_at: secondsOf(createdAt), updated_at: secondsOf(updatedAt) },
});

function platformIn(value: string | undefined): PicturePlatform | null {
  if (!value) return null;
  const found = PICTURE_PLATFORMS.find((name) => name === value);
  if (!found) throw failure.field('platform', m.choice, { values: PICTURE_PLATFORMS.join(', ') }, 'choice');
  return found;
}

function imageIn(value: string | undefined): number | null {
  if (!value) return null;
  if (!/^[1-9]\d{0,14}$/.test(value)) throw failure.field('image', m.imageNumber, {}, 'type');
  return Number(value);
}

function idOf({ params }: FastifyRequest): number {
  const { id } = params as ById['Params'];
  if (!/^[1-9]\d{0,14}$/.test(id)) throw failure.notFound(m.notFound);
  return Number(id);
}
