/** Files of assets, in and out: own media, downloads, thumbnails. */
import type { FastifyRequest } from 'fastify';
import { createFileAnswers } from '#capabilities/media/media.ts';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import type { VideoMount } from '../mount.ts';
import { type Reader, readerOf } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { ASSET_TYPES, type Asset } from './asset.ts';
import { type OwnMedia, receiveOwnMedia, type SentFile } from './assets.ts';
import { ASSET, UPLOAD_BODY } from './contract.ts';
import { m } from './messages.ts';
import { presentAsset } from './present.ts';
import { projectIn, sceneIn } from './read-orders.ts';

interface ById {
  readonly Params: { readonly asset_id: string };
}
const TAGS = ['Assets'];

export function registerFileRoutes(mount: VideoMount, tools: FilmTools): void {
  const { door, route } = mount;
  const { assets } = tools;
  const answers = createFileAnswers(tools);
  // On the site they hang already.
  if (!mount.isGuest) tools.uploads.routes(door);
  registerOwnMedia(mount, tools);

  const open = route(access.signedIn);
  const download = { tags: TAGS, summary: 'The file, or the part of it that `Range` asks for' };
  door.get<ById>('/api/v1/assets/:asset_id/download', { ...open, schema: download }, async (request, reply) => {
    const asset = requireMade(await assets.get(requireViewer(request).accountId, request.params.asset_id));
    const name = await assets.fileOf(asset);
    return answers.stream(request, reply, name, `${asset.id}.${name.split('.').at(-1)}`);
  });
  const thumbnail = { tags: TAGS, summary: 'A small JPEG of a picture or clip' };
  door.get<ById>('/api/v1/assets/:asset_id/thumbnail', { ...open, schema: thumbnail }, async (request, reply) => {
    const asset = await assets.get(requireViewer(request).accountId, request.params.asset_id);
    if (!asset.thumbnail) throw failure.notFound(m.noThumbnail);
    return answers.photo(request, reply, asset.thumbnail);
  });
}

function requireMade(asset: Asset): Asset {
  if (asset.status === 'completed') return asset;
  if (asset.status === 'pending' || asset.status === 'processing') throw failure.conflict('NOT_READY', m.notReady);
  throw failure.conflict('NOT_MADE', m.neverMade);
}

function registerOwnMedia({ door, route }: VideoMount, tools: FilmTools): void {
  const { db, uploads, assets, projects, publicUrl } = tools;
  const response = { 201: ASSET };
  const upload = { tags: TAGS, summary: 'Bring a file of one’s own', headers: REPEATABLE, body: UPLOAD_BODY, response };
  door.post<{ Body: Record<string, unknown> }>('/api/v1/assets/upload', { ...route(access.signedIn), schema: upload }, (request, reply) =>
    assets.inFolder(async (folder) => {
      const { accountId } = requireViewer(request);
      const { projectId, sceneId, sent } = readUpload(readerOf(request.body), request);
      const received: { own: OwnMedia | null } = { own: null };
      const work = async (tx: Tx) => {
        if (!received.own) throw new Error('a file that was received is gone');
        if (sent.uploadId && !sent.file) await uploads.drop(tx, sent.uploadId, sent.owner);
        const kept = await assets.keepOwn(tx, { accountId, projectId }, received.own, sceneId);
        return presentAsset(kept, { publicUrl, language: request.language });
      };
      const admit = async (): Promise<void> => {
        await projects.get(accountId, projectId);
        received.own = await receiveOwnMedia({ db, uploads }, sent, folder, AbortSignal.timeout(PATIENCE_MS));
      };
      return reply.code(201).send(await answerOnce(tools, request, reply, { admit, work }));
    }),
  );
}

const PATIENCE_MS = 120_000;

interface SentUpload {
  readonly projectId: string;
  readonly sceneId: number | null;
  readonly sent: SentFile;
}

function readUpload(reader: Reader, request: FastifyRequest): SentUpload {
  const projectId = projectIn(reader);
  const sceneId = sceneIn(reader);
  const type = reader.choice('type', ['', ...ASSET_TYPES], '') || null;
  const uploadId = reader.text('upload_id', { most: 60 }, '') || null;
  reader.close();
  const file = request.formFiles['file'] ?? null;
  return { projectId, sceneId, sent: { file, uploadId, owner: ownerOf(request), type } };
}
