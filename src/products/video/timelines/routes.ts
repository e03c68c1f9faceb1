/** `/api/v1/videos/timeline…` of the video API, and the form of a film in another ratio. */
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import type { Language } from '#kernel/message.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { draftOnWire, listedOnWire, timelineOnWire, warningsOnWire } from './present.ts';
import { secondsOfDraft, type Timeline } from './timelines.ts';

interface ById {
  readonly Params: { readonly timeline_id: string };
}
interface WithBody {
  readonly Body: Record<string, unknown> | undefined;
}
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function registerTimelineRoutes({ door, route }: VideoMount, tools: FilmTools): void {
  const { timelines } = tools;
  const open = route(access.signedIn);
  const tags = ['Videos'];
  const one = '/api/v1/videos/timeline/:timeline_id';
  const whole = async (timeline: Timeline, language: Language, db = tools.db) =>
    timelineOnWire(timeline, await timelines.warningsOf(timeline, db), language);

  const create = { tags, summary: 'A new timeline', headers: REPEATABLE, body: wire.TIMELINE_BODY };
  const created = { 200: wire.DRY_RUN, 201: wire.TIMELINE };
  door.post<WithBody>('/api/v1/videos/timeline', { ...open, schema: { ...create, response: created } }, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const body = request.body ?? {};
    if (body['dry_run'] === true) {
      const draft = await timelines.preview(accountId, body);
      const warnings = warningsOnWire(await timelines.warningsOf(draft), request.language);
      const head = { dry_run: true as const, project_id: draft.projectId, duration: secondsOfDraft(draft), status: 'draft' };
      return reply.code(200).send({ ...head, ...draftOnWire(draft), warnings });
    }
    const work = async (tx: Tx) => whole(await timelines.create(tx, accountId, body), request.language, tx);
    return reply.code(201).send(await answerOnce(tools, request, reply, { work }));
  });
  const read = { tags, summary: 'One timeline', response: { 200: wire.TIMELINE } };
  door.get<ById>(one, { ...open, schema: read }, async (request) =>
    whole(await timelines.get(requireViewer(request).accountId, request.params.timeline_id), request.language),
  );
  const change = { tags, summary: 'The whole of its config, or of its tracks', body: wire.CHANGE_BODY, response: { 200: wire.TIMELINE } };
  door.put<ById & WithBody>(one, { ...open, schema: change }, async (request) => {
    const { accountId } = requireViewer(request);
    return whole(await timelines.change(accountId, request.params.timeline_id, request.body ?? {}), request.language);
  });
  door.delete<ById>(one, { ...open, schema: { tags, summary: 'Delete; its films stay' } }, async (request, reply) => {
    await timelines.remove(requireViewer(request).accountId, request.params.timeline_id);
    return reply.code(204).send();
  });
  const reframe = { tags, summary: 'The same film in another form', headers: REPEATABLE, body: wire.REFRAME_BODY };
  const reframing = { ...open, schema: { ...reframe, response: { 201: wire.TIMELINE } } };
  door.post<ById & WithBody>(`${one}/reframe`, reframing, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const made = await answerOnce(tools, request, reply, {
      work: async (tx) =>
        whole(await timelines.reframe(tx, accountId, request.params.timeline_id, request.body ?? {}), request.language, tx),
    });
    return reply.code(201).send(made);
  });
  registerList({ door, route }, tools);
}

function registerList({ door, route }: Pick<VideoMount, 'door' | 'route'>, { timelines }: FilmTools): void {
  const schema = { tags: ['Videos'], summary: 'Timelines of a project, newest first', response: { 200: wire.TIMELINES } };
  door.get<{ Querystring: { project_id?: string } }>('/api/v1/videos/timelines', { ...route(access.signedIn), schema }, async (request) => {
    const { project_id: projectId = '' } = request.query;
    if (!UUID.test(projectId)) throw failure.field('project_id', m.required, {}, 'required');
    const page = pageOf(request);
    return listAnswer(page, await timelines.list(requireViewer(request).accountId, projectId, page), listedOnWire);
  });
}
