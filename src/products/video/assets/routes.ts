/** `/api/v1/assets…`: orders of pictures, voices, music and clips, and what became of them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import { listAnswer, PAGE_QUERY, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import { type Reader, readerOf } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { ASSET_STATUSES, ASSET_TYPES } from './asset.ts';
import * as wire from './contract.ts';
import { registerFileRoutes } from './file-routes.ts';
import { m } from './messages.ts';
import { type Item, type Ordered, orderAll } from './ordering.ts';
import { clipsOf, imagesOf, musicOf, presentAsset, segmentsOf, statusOfBatch } from './present.ts';
import { projectIn, readClipOrders, readImageOrders, readMusicOrder, readVoiceOrders } from './read-orders.ts';

interface ById {
  readonly Params: { readonly asset_id: string };
}
interface Sent {
  readonly Body: Record<string, unknown>;
}
interface Asked {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}
const TAGS = ['Assets'];

export function registerAssetRoutes(mount: VideoMount, tools: FilmTools): void {
  registerOrders(mount, tools);
  registerReading(mount, tools);
  registerFileRoutes(mount, tools);
}

function registerOrders({ door, route }: VideoMount, tools: FilmTools): void {
  const open = route(access.signedIn, 'generate');
  const schema = <B extends TSchema, R extends TSchema>(summary: string, body: B, response: R) => ({
    ...open,
    schema: { tags: TAGS, summary, headers: REPEATABLE, body, response: { 202: response } },
  });
  const { assets, generation, publicUrl } = tools;
  door.post<Sent>('/api/v1/assets/images/generate', schema('Order pictures', wire.IMAGES_BODY, wire.IMAGES), (request, reply) =>
    answer(tools, request, reply, async (reader) => readImageOrders(reader), imagesOf),
  );
  door.post<Sent>('/api/v1/assets/voice/generate', schema('Order voices', wire.VOICE_BODY, wire.SEGMENTS), (request, reply) =>
    answer(tools, request, reply, (reader) => readVoiceOrders(reader, generation.voices.knows), segmentsOf),
  );
  door.post<Sent>('/api/v1/assets/music/generate', schema('Order music', wire.MUSIC_BODY, wire.MUSIC), (request, reply) =>
    answer(tools, request, reply, async (reader) => [readMusicOrder(reader)], musicOf),
  );
  door.post<Sent>('/api/v1/assets/videos/generate', schema('Order clips', wire.CLIPS_BODY, wire.CLIPS), (request, reply) =>
    answer(tools, request, reply, (reader, isPicture) => readClipOrders(reader, isPicture), clipsOf),
  );
  const again = { tags: TAGS, summary: 'Another take of the same', headers: REPEATABLE, response: { 202: wire.ASSET } };
  door.post<ById>('/api/v1/assets/:asset_id/regenerate', { ...open, schema: again }, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const { language, params } = request;
    const work = async (tx: Tx) => presentAsset(await assets.takeAgain(tx, accountId, params.asset_id), { publicUrl, language });
    return reply.code(202).send(await answerOnce(tools, request, reply, { work }));
  });
}

/** Reads all, refuses all at once, then orders all or nothing. */
async function answer<Wire extends object>(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (reader: Reader, isPicture: (id: string) => Promise<boolean>) => Promise<readonly Item[]>,
  present: (ordered: Ordered) => Wire,
): Promise<FastifyReply> {
  const { accountId } = requireViewer(request);
  const reader = readerOf(request.body);
  const projectId = projectIn(reader);
  const items = await read(reader, async (id) => {
    const [found] = await tools.assets.findAll(tools.db, [id]);
    return found?.accountId === accountId && found.projectId === projectId && found.type === 'image' && found.status === 'completed';
  });
  reader.close();
  const { id } = await tools.projects.get(accountId, projectId);
  const work = async (tx: Tx): Promise<Wire> => present(await orderAll(tools.assets, tx, { accountId, projectId: id }, items));
  return reply.code(202).send(await answerOnce(tools, request, reply, { work }));
}

const FILTERS = Type.Object(
  {
    ...PAGE_QUERY,
    project_id: Type.Optional(Type.String({ description: 'Of this project' })),
    type: Type.Optional(Type.String({ description: 'image, video, voice or music' })),
    status: Type.Optional(Type.String({ description: 'pending, processing, completed, failed or cancelled' })),
    batch_id: Type.Optional(Type.String({ description: 'Of this order' })),
  },
  { additionalProperties: true },
);

function registerReading({ door, route }: VideoMount, tools: FilmTools): void {
  const { assets, projects, publicUrl } = tools;
  const open = route(access.signedIn);
  const list = { tags: TAGS, summary: 'Own assets, newest first', querystring: FILTERS, response: { 200: wire.ASSETS } };
  door.get<Asked>('/api/v1/assets', { ...open, schema: list }, async (request) => {
    const { accountId } = requireViewer(request);
    const filters = readFilters(readerOf(request.query));
    if (filters.projectId) await projects.get(accountId, filters.projectId);
    const { language } = request;
    const page = pageOf(request);
    return listAnswer(page, await assets.list(accountId, filters, page), (asset) => presentAsset(asset, { publicUrl, language }));
  });
  const batch = { tags: TAGS, summary: 'What one request ordered', response: { 200: wire.BATCH } };
  door.get<{ Params: { batch_id: string } }>('/api/v1/assets/batches/:batch_id', { ...open, schema: batch }, async (request) => {
    const { batch_id } = request.params;
    const { rows } = await assets.list(requireViewer(request).accountId, { batchId: batch_id }, { page: 1, size: 100, offset: 0 });
    if (rows.length === 0) throw failure.notFound(m.batchNotFound);
    const { language } = request;
    const count = (status: string): number => rows.filter((row) => row.status === status).length;
    const counts = { total: rows.length, completed: count('completed'), failed: count('failed') };
    const shown = rows.map((asset) => presentAsset(asset, { publicUrl, language }));
    return { batch_id, status: statusOfBatch(rows), ...counts, assets: shown };
  });
  const one = { tags: TAGS, summary: 'One asset', response: { 200: wire.ASSET } };
  door.get<ById>('/api/v1/assets/:asset_id', { ...open, schema: one }, async (request) => {
    const asset = await assets.get(requireViewer(request).accountId, request.params.asset_id);
    return presentAsset(asset, { publicUrl, language: request.language });
  });
  door.delete<ById>('/api/v1/assets/:asset_id', { ...open, schema: { tags: TAGS, summary: 'Delete' } }, async (request, reply) => {
    await assets.remove(requireViewer(request).accountId, request.params.asset_id);
    return reply.code(204).send();
  });
}

function readFilters(reader: Reader) {
  const projectId = reader.has('project_id') ? projectIn(reader) : null;
  const type = reader.choice('type', ['', ...ASSET_TYPES], '');
  const status = reader.choice('status', ['', ...ASSET_STATUSES], '');
  const batchId = reader.text('batch_id', { most: 60 }, '');
  reader.close();
  return { ...(projectId ? { projectId } : {}), ...(type ? { type } : {}), ...(status ? { status } : {}), ...(batchId ? { batchId } : {}) };
}
