/** `/api/images/…` and the stored pictures, on the door of images and on the site's. */
import type { FastifyRequest } from 'fastify';
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import type { Db } from '#kernel/db/db.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { access, type Viewer } from '#kernel/http/access.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import { listAnswer, pageOf, secondsOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { type Generation, type Picture, type PictureStatus, STATUSES } from './picture.ts';
import type { Pictures } from './pictures.ts';
import { ORDERS, type PictureFilters, type PictureOrder } from './store.ts';

export interface PictureRouteTools {
  readonly pictures: Pictures;
  readonly db: Db;
  readonly files: Files;
  readonly limits: Pick<Limits, 'take'>;
  readonly rateLimitScale: number;
  readonly publicUrl: string;
}

interface ById {
  readonly Params: { readonly id: string };
}
type Query = Readonly<Record<string, string | undefined>>;
const ORDERS_PER_HOUR = 120;

export function registerPictureRoutes(mount: ImagesMount, tools: PictureRouteTools): void {
  const { door, manners } = mount;
  const { pictures, publicUrl } = tools;
  const tags = ['Images'];
  const route = (summary: string, schema: object) => ({ config: manners(access.signedIn), schema: { tags, summary, ...schema } });

  const order = route('Order a picture', { body: wire.ORDER_BODY, response: { 202: wire.ORDERED } });
  door.post<{ Body: Record<string, unknown> }>('/api/images/generate', order, async (request, reply) => {
    const { accountId } = viewerOf(request);
    await limitOrders(tools, accountId);
    const { id, status, taskId } = await pictures.order(accountId, request.body ?? {});
    return reply.code(202).send({ id, status, message: say(m.started, 'fr'), task_id: taskId });
  });
  door.get<{ Querystring: Query }>('/api/images', route('Own pictures', { response: { 200: wire.PICTURES } }), async (request) => {
    const { filters, sort } = readFilters(viewerOf(request).accountId, request.query);
    const page = pageOf(request);
    return listAnswer(request, publicUrl, page, await pictures.list(filters, sort, page), (picture) => listedOf(picture, publicUrl));
  });
  door.get('/api/images/statistics', route('Figures', { response: { 200: wire.STATISTICS } }), async (request) =>
    statisticsOf(await pictures.figures(viewerOf(request).accountId)),
  );
  door.get('/api/images/history', route('Every try, newest first', { response: { 200: wire.HISTORY } }), async (request) => {
    const page = pageOf(request);
    return listAnswer(request, publicUrl, page, await pictures.history(viewerOf(request).accountId, page), triedOf);
  });
  door.get('/api/images/tags', route('Own tags, most used first', { response: { 200: wire.TAGS } }), async (request) =>
    (await pictures.tags(viewerOf(request).accountId)).map(({ id, name, uses }) => ({ id, name, usage_count: uses })),
  );
  door.get<ById>('/api/images/:id', route('One picture', { response: { 200: wire.PICTURE } }), async (request) =>
    wholeOf(await pictures.get(viewerOf(request).accountId, idOf(request)), publicUrl),
  );
  const judge = route('Validate or reject', { body: wire.JUDGE_BODY, response: { 200: wire.JUDGED } });
  door.patch<ById & { Body: Record<string, unknown> }>('/api/images/:id/validate', judge, async (request) => {
    const { id, status, validationNotes } = await pictures.judge(viewerOf(request).accountId, idOf(request), request.body ?? {});
    return { id, status, validation_notes: validationNotes, message: say(status === 'validated' ? m.validated : m.rejected, 'fr') };
  });
  door.delete<ById>('/api/images/:id', route('Delete', {}), async (request, reply) => {
    await pictures.remove(viewerOf(request).accountId, idOf(request));
    return reply.code(204).send();
  });
  registerFile(mount, tools);
}

/** A stored picture is for its owner. */
function registerFile({ door, manners }: ImagesMount, { pictures, db, files }: PictureRouteTools): void {
  const config = { ...manners(access.signedIn), internal: true };
  door.get<{ Params: { file: string } }>('/media/images/:file', { config }, async (request, reply) => {
    const name = `images/${request.params.file}`;
    const file = (await pictures.ownerOfFile(name)) === viewerOf(request).accountId ? await files.find(db, name) : null;
    if (!file) throw failure.notFound(m.notFound);
    const tag = `"${file.sha256.slice(0, 32)}"`;
    reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply
      .type(file.mediaType)
      .header('content-length', file.bytes)
      .send(await files.open(file));
  });
}

function viewerOf({ viewer }: FastifyRequest): Viewer {
  if (!viewer) throw failure.unauthenticated();
  return viewer;
}

function idOf({ params }: FastifyRequest): number {
  const { id } = params as ById['Params'];
  if (!/^[1-9]\d{0,14}$/.test(id)) throw failure.notFound(m.notFound);
  return Number(id);
}

async function limitOrders({ limits, rateLimitScale }: PictureRouteTools, accountId: number): Promise<void> {
  const rule = { name: 'images.orders', limit: ORDERS_PER_HOUR * rateLimitScale, windowSeconds: 3600 };
  const { allowed, resetAt } = await limits.take(rule, `account:${accountId}`);
  if (!allowed) throw failure.rateLimited(Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000)));
}

function readFilters(accountId: number, query: Query): { filters: PictureFilters; sort: PictureOrder } {
  const faults: Record<string, FieldError> = {};
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = query[name]?.trim();
    if (!value) return undefined;
    if (!allowed.includes(value as T)) faults[name] = { message: m.choice, params: { values: allowed.join(', ') }, constraint: 'choice' };
    return value as T;
  };
  const status = choice<PictureStatus>('status', STATUSES);
  const sort = choice('ordering', Object.keys(ORDERS) as PictureOrder[]) ?? '-created_at';
  const everyTag = choice('tags_mode', ['any', 'all']) === 'all';
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const search = query['search']?.trim();
  const tags = (query['tags'] ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return { filters: { accountId, ...(status ? { status } : {}), ...(search ? { search } : {}), tags, everyTag }, sort };
}

const listedOf = (picture: Picture, publicUrl: string) => {
  const address = picture.file ? `${publicUrl}/media/${picture.file}` : null;
  return {
    id: picture.id,
    prompt: picture.prompt,
    image_url: address,
    image_file: address,
    status: picture.status,
    style: picture.style,
    width: picture.width,
    height: picture.height,
    quality: picture.quality,
    tags: [...picture.tags],
    created_at: secondsOf(picture.createdAt),
    generation_time: picture.generationTime,
  };
};

const wholeOf = (picture: Picture, publicUrl: string) => ({
  ...listedOf(picture, publicUrl),
  user: { id: picture.accountId, username: picture.username },
  validation_notes: picture.validationNotes,
  metadata: picture.metadata,
  updated_at: secondsOf(picture.updatedAt),
});

const triedOf = ({ id, pictureId, prompt, parameters, status, generationTime, createdAt }: Generation) => ({
  ...{ id, image: pictureId, prompt, parameters, status },
  ...{ generation_time: generationTime, created_at: secondsOf(createdAt) },
});

const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;

/** Every documented key, also when nothing has it. */
const statisticsOf = ({ total, byStatus, byStyle, averageTime, totalTime }: Awaited<ReturnType<Pictures['figures']>>) => ({
  total_images: total,
  by_status: { ...Object.fromEntries(STATUSES.map((status) => [status, 0])), ...byStatus },
  by_style: { ...Object.fromEntries(IMAGE_STYLES.map((style) => [style, 0])), ...byStyle },
  average_generation_time: hundredths(averageTime),
  total_generation_time: hundredths(totalTime),
});
