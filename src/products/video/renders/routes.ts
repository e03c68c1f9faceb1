/** `/api/v1/videos/render…` and the finished films of the video API. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import { say } from '#kernel/message.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { shapeOf } from './pace.ts';
import { listedOnWire, orderedOnWire, statusOnWire } from './present.ts';
import { projectOf } from './requests.ts';
import { registerVideoRoutes } from './video-routes.ts';

interface ById {
  readonly Params: { readonly render_id: string };
}
interface WithBody {
  readonly Body: Record<string, unknown> | undefined;
}
export function registerRenderRoutes(mount: VideoMount, tools: FilmTools): void {
  const { door, route } = mount;
  const { renders, clock, publicUrl } = tools;
  const open = route(access.signedIn);
  const tags = ['Videos'];
  registerOrder(mount, tools);

  const status = { tags, summary: 'How far it is', response: { 200: wire.STATUS } };
  door.get<ById>('/api/v1/videos/render/:render_id/status', { ...open, schema: status }, async (request) => {
    const render = await renders.get(requireViewer(request).accountId, request.params.render_id);
    return statusOnWire(render, publicUrl, request.language, clock.now());
  });
  const cancel = { tags, summary: 'Stop it; what is encoded is kept for the next one', headers: REPEATABLE };
  const cancelled = { ...open, schema: { ...cancel, response: { 200: wire.CANCELLED } } };
  door.post<ById>('/api/v1/videos/render/:render_id/cancel', cancelled, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const work = async (tx: Tx) => {
      const { id } = await renders.get(accountId, request.params.render_id, tx);
      await renders.cancel(tx, id);
      return { render_id: id, status: 'cancelled', message: say(m.cancelled, request.language) };
    };
    return answerOnce(tools, request, reply, { work });
  });
  const list = { tags, summary: 'Own renders, newest first', response: { 200: wire.RENDERS } };
  door.get('/api/v1/videos/renders', { ...open, schema: list }, async (request) => {
    const page = pageOf(request);
    const rows = await renders.list(requireViewer(request).accountId, projectOf(request), page);
    return listAnswer(page, rows, (render) => listedOnWire(render, publicUrl, request.language));
  });
  registerVideoRoutes(mount, tools);
}

function registerOrder({ door, route }: VideoMount, tools: FilmTools): void {
  const { renders, timelines } = tools;
  const order = { tags: ['Videos'], summary: 'Render a timeline', headers: REPEATABLE, body: wire.RENDER_BODY };
  const ordered = { ...route(access.signedIn, 'render'), schema: { ...order, response: { 200: wire.DRY_RUN, 202: wire.ORDERED } } };
  door.post<WithBody>('/api/v1/videos/render', ordered, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const { timeline_id: id, ...body } = request.body ?? {};
    if (body['dry_run'] === true) return reply.code(200).send(await tryOut(tools, request, id, body));
    const work = async (tx: Tx) => {
      const render = await renders.order(tx, accountId, id as string, body);
      const { config } = await timelines.get(accountId, render.timelineId, tx);
      const seconds = await renders.estimateSeconds(render.seconds, shapeOf(config, render.options.scale));
      return orderedOnWire(render, seconds, request.language);
    };
    return reply.code(202).send(await answerOnce(tools, request, reply, { work }));
  });
}

async function tryOut({ renders, timelines }: FilmTools, request: FastifyRequest, id: unknown, body: Readonly<Record<string, unknown>>) {
  const { timeline, options } = await renders.preview(requireViewer(request).accountId, id, body);
  const warnings = (await timelines.warningsOf(timeline)).map(({ code, path, message, params }) => ({
    ...{ code, path, message: say(message, request.language, params) },
  }));
  return {
    ...{ dry_run: true as const, timeline_id: timeline.id, project_id: timeline.projectId, duration: timeline.duration, warnings },
    estimated_duration: await renders.estimateSeconds(timeline.duration, shapeOf(timeline.config, options.scale)),
  };
}
