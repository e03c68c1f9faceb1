/** `/api/v1/publish…` of the video API: films go to platforms, once. */
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import { registerConnectRoutes } from './connect-routes.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { acceptedOnWire, batchOnWire, publicationOnWire } from './present.ts';

const tags = ['Publication'];
const ROOT = '/api/v1/publish';

interface ById {
  readonly Params: { readonly publish_id: string };
}
interface WithBody {
  readonly Body: Readonly<Record<string, unknown>> | undefined;
}

export function registerPublicationRoutes(mount: VideoMount, tools: FilmTools): void {
  const { door, route } = mount;
  const { publications } = tools;
  const open = route(access.signedIn);
  for (const [path, when, summary, body] of [
    [ROOT, 'now', 'Publish a film on platforms', wire.PUBLISH_BODY],
    [`${ROOT}/schedule`, 'scheduled', 'Publish a film at a time', wire.SCHEDULE_BODY],
  ] as const) {
    const schema = { tags, summary, headers: REPEATABLE, body, response: { 202: wire.BATCH } };
    door.post<WithBody>(path, { ...route(access.signedIn, 'publish'), schema }, async (request, reply) => {
      const { accountId } = requireViewer(request);
      const answer = await answerOnce(tools, request, reply, {
        work: async (tx) => acceptedOnWire(await publications.order(tx, accountId, request.body ?? {}, when)),
      });
      return reply.code(202).send(answer);
    });
  }
  const list = { tags, summary: 'Publications, the latest first', querystring: wire.LIST_QUERY, response: { 200: wire.PUBLICATIONS } };
  door.get(ROOT, { ...open, schema: list }, async (request) => {
    const { video_id: videoId, project_id: projectId, publish_batch_id: batchId } = request.query;
    const asked = pageOf(request);
    const filters = { ...(videoId ? { videoId } : {}), ...(projectId ? { projectId } : {}), ...(batchId ? { batchId } : {}) };
    const found = await publications.list(requireViewer(request).accountId, filters, asked);
    return listAnswer(asked, found, (one) => publicationOnWire(one, request.language));
  });
  registerConnectRoutes(mount, tools);
  registerOneRoutes(mount, tools);
}

function registerOneRoutes({ door, route }: VideoMount, { publications }: FilmTools): void {
  const open = route(access.signedIn);
  const status = { tags, summary: 'How a publication, or a batch of them, stands', response: { 200: wire.STATUS } };
  door.get<ById>(`${ROOT}/:publish_id/status`, { ...open, schema: status }, async (request) => {
    const { accountId } = requireViewer(request);
    const { publish_id: id } = request.params;
    const batch = await publications.list(accountId, { batchId: id }, { page: 1, size: 100, offset: 0 });
    return batch.total > 0 ? batchOnWire(id, batch.rows) : publicationOnWire(await publications.get(accountId, id), request.language);
  });
  const cancel = { tags, summary: 'Cancel what is not under way yet', response: { 200: wire.PUBLICATION } };
  door.post<ById>(`${ROOT}/:publish_id/cancel`, { ...open, schema: cancel }, async (request) =>
    publicationOnWire(await publications.cancel(requireViewer(request).accountId, request.params.publish_id), request.language),
  );
  const settle = { tags, summary: 'Say whether an unknown one is live', body: wire.SETTLE_BODY, response: { 200: wire.PUBLICATION } };
  door.post<ById & WithBody>(`${ROOT}/:publish_id/settle`, { ...open, schema: settle }, async (request) => {
    const finding = readFinding(request.body ?? {});
    return publicationOnWire(
      await publications.settle(requireViewer(request).accountId, request.params.publish_id, finding),
      request.language,
    );
  });
}

function readFinding({ live, url }: Readonly<Record<string, unknown>>): { readonly live: boolean; readonly url?: string } {
  const isUrl = typeof url === 'string' && url.length <= 2000 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  const wrongUrl = url !== undefined && url !== null && url !== '' && !isUrl;
  const isFlag = live === true || live === false;
  if (!isFlag || wrongUrl) {
    throw failure.invalid({
      ...(isFlag ? {} : { live: { message: m.live, constraint: live === undefined ? 'required' : 'type' } }),
      ...(wrongUrl ? { url: { message: m.url, constraint: 'format' } } : {}),
    });
  }
  return { live, ...(isUrl ? { url } : {}) };
}
