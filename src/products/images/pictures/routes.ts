/** `/api/images/…` and the stored pictures, on the door of images and on the site's. */
import type { FastifyRequest } from 'fastify';
import { createFileAnswers, fileRefusal } from '#capabilities/media/media.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import { say } from '#kernel/message.ts';
import type { Files } from '#kernel/storage/files.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { ImagesMount } from '../mount.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { type PictureStatus, STATUSES } from './picture.ts';
import type { Pictures } from './pictures.ts';
import { listedOf, orderedOf, statisticsOf, triedOf, wholeOf } from './present.ts';
import { ORDERS, type PictureFilters, type PictureOrder } from './store.ts';

export interface PictureRouteTools {
  readonly pictures: Pictures;
  readonly db: Db;
  readonly files: Files;
  readonly clock: Clock;
  readonly publicUrl: string;
}

interface ById {
  readonly Params: { readonly id: string };
}
type Query = Readonly<Record<string, string | undefined>>;

export function registerPictureRoutes(mount: ImagesMount, tools: PictureRouteTools): void {
  const { door, manners } = mount;
  const { pictures, publicUrl } = tools;
  const tags = ['Images'];
  const route = (summary: string, schema: object) => ({ config: manners(access.signedIn), schema: { tags, summary, ...schema } });

  const order = route('Order a picture', { headers: REPEATABLE, body: wire.ORDER_BODY, response: { 202: wire.ORDERED } });
  door.post<{ Body: Record<string, unknown> }>('/api/images/generate', order, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const body = request.body ?? {};
    const ordered = await answerOnce(tools, request, reply, {
      admit: () => pictures.admit(accountId, body),
      work: async (tx) => orderedOf(await pictures.orderSeveral(accountId, body, tx)),
    });
    return reply.code(202).send(ordered);
  });
  door.get<{ Querystring: Query }>('/api/images', route('Own pictures', { response: { 200: wire.PICTURES } }), async (request) => {
    const { filters, sort } = readFilters(requireViewer(request).accountId, request.query);
    const page = pageOf(request);
    return listAnswer(request, publicUrl, page, await pictures.list(filters, sort, page), (picture) => listedOf(picture, publicUrl));
  });
  door.get('/api/images/statistics', route('Figures', { response: { 200: wire.STATISTICS } }), async (request) =>
    statisticsOf(await pictures.figures(requireViewer(request).accountId)),
  );
  door.get('/api/images/history', route('Every try, newest first', { response: { 200: wire.HISTORY } }), async (request) => {
    const page = pageOf(request);
    return listAnswer(request, publicUrl, page, await pictures.history(requireViewer(request).accountId, page), triedOf);
  });
  door.get('/api/images/tags', route('Own tags, most used first', { response: { 200: wire.TAGS } }), async (request) =>
    (await pictures.tags(requireViewer(request).accountId)).map(({ id, name, uses }) => ({ id, name, usage_count: uses })),
  );
  door.get<ById>('/api/images/:id', route('One picture', { response: { 200: wire.PICTURE } }), async (request) => {
    const picture = await pictures.get(requireViewer(request).accountId, idOf(request));
    return wholeOf(picture, await pictures.lookalikes(picture), publicUrl);
  });
  const judge = route('Validate or reject', { body: wire.JUDGE_BODY, response: { 200: wire.JUDGED } });
  door.patch<ById & { Body: Record<string, unknown> }>('/api/images/:id/validate', judge, async (request) => {
    const { id, status, validationNotes } = await pictures.judge(requireViewer(request).accountId, idOf(request), request.body ?? {});
    return { id, status, validation_notes: validationNotes, message: say(status === 'validated' ? m.validated : m.rejected, 'fr') };
  });
  door.delete<ById>('/api/images/:id', route('Delete', {}), async (request, reply) => {
    await pictures.remove(requireViewer(request).accountId, idOf(request));
    return reply.code(204).send();
  });
  registerFile(mount, tools);
}

/** A stored picture is for its owner; `?w=` for a smaller one. */
function registerFile({ door, manners }: ImagesMount, { pictures, ...tools }: PictureRouteTools): void {
  const config = { ...manners(access.signedIn), internal: true };
  const answers = createFileAnswers(tools);
  door.get<{ Params: { file: string } }>('/media/images/:file', { config }, async (request, reply) => {
    const name = `images/${request.params.file}`;
    if ((await pictures.ownerOfFile(name)) !== requireViewer(request).accountId) throw fileRefusal(request);
    return answers.photo(request, reply, name);
  });
}

function idOf({ params }: FastifyRequest): number {
  const { id } = params as ById['Params'];
  if (!/^[1-9]\d{0,14}$/.test(id)) throw failure.notFound(m.notFound);
  return Number(id);
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
