/** `/api/v1/projects…`: projects, their scripts, and the pipeline that makes films of them. */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { answerOnce, REPEATABLE } from '#kernel/http/idempotency.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { listAnswer, PAGE_QUERY, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import { PROJECT_STATUSES, type Project, type ProjectStatus } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { allOf } from './budget.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { isDryRun } from './options.ts';
import type { RunState } from './pipeline.ts';
import { estimateOf, projectOf, scriptOf, startedOf, statusOf, wholeOf } from './present.ts';

interface ById {
  readonly Params: { readonly project_id: string };
}
interface ByScene {
  readonly Params: { readonly project_id: string; readonly scene_id: string };
}
interface WithBody {
  readonly Body: Record<string, unknown> | undefined;
}
type Query = Readonly<Record<string, string | undefined>>;

const ROOT = '/api/v1/projects';
const ONE = `${ROOT}/:project_id`;
const tags = ['Projects'];

export function registerPipelineRoutes(mount: VideoMount, tools: FilmTools): void {
  registerProjects(mount, tools);
  registerRuns(mount, tools);
  registerScript(mount, tools);
}

function registerProjects({ door, route }: VideoMount, tools: FilmTools): void {
  const { projects } = tools;
  const listed = route(access.signedIn, 'projects');
  const open = route(access.signedIn);
  const create = { tags, summary: 'A new project', headers: REPEATABLE, body: wire.PROJECT_BODY, response: { 201: wire.PROJECT } };
  door.post<WithBody>(ROOT, { ...listed, schema: create }, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const work = async (tx: Tx) => projectOf(await projects.create(tx, accountId, request.body ?? {}));
    return reply.code(201).send(await answerOnce(tools, request, reply, { work }));
  });
  const querystring = Type.Object({ ...PAGE_QUERY, ...wire.PROJECT_QUERY }, { additionalProperties: true });
  const list = { tags, summary: 'Own projects, newest first', querystring, response: { 200: wire.PROJECTS } };
  door.get<{ Querystring: Query }>(ROOT, { ...listed, schema: list }, async (request) => {
    const page = pageOf(request);
    return listAnswer(page, await projects.list(requireViewer(request).accountId, readFilters(request.query), page), projectOf);
  });
  const read = { tags, summary: 'One project, how far it is, and what was made for it', response: { 200: wire.PROJECT_WHOLE } };
  door.get<ById>(ONE, { ...open, schema: read }, async (request) => whole(tools, request, await own(tools, request)));
  const change = { tags, summary: 'Change the given fields', body: wire.CHANGE_BODY, response: { 200: wire.PROJECT } };
  door.patch<ById & WithBody>(ONE, { ...open, schema: change }, async (request) => {
    const { accountId } = requireViewer(request);
    return projectOf(await projects.change(accountId, request.params.project_id, request.body ?? {}));
  });
  door.delete<ById>(ONE, { ...open, schema: { tags, summary: 'Delete, with everything made for it' } }, async (request, reply) => {
    await projects.remove(requireViewer(request).accountId, request.params.project_id);
    return reply.code(204).send();
  });
}

function registerRuns({ door, route }: VideoMount, tools: FilmTools): void {
  const { pipeline } = tools;
  const open = route(access.signedIn);
  const start = { tags, summary: 'Make the film', headers: REPEATABLE, body: wire.START_BODY };
  const started = { 200: wire.ESTIMATE, 202: wire.STARTED };
  door.post<ById & WithBody>(`${ONE}/start`, { ...open, schema: { ...start, response: started } }, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const [id, body] = [request.params.project_id, request.body ?? {}];
    if (isDryRun(body)) return reply.code(200).send(estimateOf(id, await pipeline.estimate(accountId, id, body)));
    const work = async (tx: Tx) => {
      const { project, run } = await pipeline.start(tx, accountId, id, body);
      return startedOf(project, run, request.language);
    };
    return reply.code(202).send(await answerOnce(tools, request, reply, { work }));
  });
  const estimate = { tags, summary: 'What a start would make, take and cost', body: wire.START_BODY, response: { 200: wire.ESTIMATE } };
  door.post<ById & WithBody>(`${ONE}/estimate`, { ...open, schema: estimate }, async (request) => {
    const { project_id: id } = request.params;
    return estimateOf(id, await pipeline.estimate(requireViewer(request).accountId, id, request.body ?? {}));
  });
  const status = { tags, summary: 'How far the pipeline is', response: { 200: wire.STATUS } };
  door.get<ById>(`${ONE}/status`, { ...open, schema: status }, async (request) => {
    const { project, run } = await together(tools, await own(tools, request));
    return statusOf(project, run, { publicUrl: tools.publicUrl, language: request.language, now: tools.clock.now() });
  });
  const cancel = { tags, summary: 'Stop the pipeline; what is made stays', response: { 200: wire.PROJECT_WHOLE } };
  door.post<ById>(`${ONE}/cancel`, { ...open, schema: cancel }, async (request) =>
    whole(tools, request, await pipeline.cancel(requireViewer(request).accountId, request.params.project_id)),
  );
}

function registerScript({ door, route }: VideoMount, tools: FilmTools): void {
  const { projects } = tools;
  const open = route(access.signedIn);
  const read = { tags, summary: 'The script; 404 before it is written', response: { 200: wire.SCRIPT } };
  door.get<ById>(`${ONE}/script`, { ...open, schema: read }, async (request) => scriptWire(await own(tools, request)));
  const write = { tags, summary: 'A script of one’s own, or the changed one', body: wire.SCRIPT_BODY, response: { 200: wire.SCRIPT } };
  door.put<ById & WithBody>(`${ONE}/script`, { ...open, schema: write }, async (request) => {
    const { accountId } = requireViewer(request);
    return scriptWire(await projects.changeScript(accountId, request.params.project_id, request.body ?? {}));
  });
  const change = { tags, summary: 'Change one scene, or ask for another take', body: wire.SCENE_BODY, response: { 200: wire.SCRIPT } };
  door.patch<ByScene & WithBody>(`${ONE}/scenes/:scene_id`, { ...open, schema: change }, async (request) => {
    const { project_id: id, scene_id: scene } = request.params;
    if (!/^[1-9]\d{0,8}$/.test(scene)) throw failure.notFound(m.noScene);
    return scriptWire(await projects.changeScene(requireViewer(request).accountId, id, Number(scene), request.body ?? {}));
  });
}

const own = ({ projects }: FilmTools, request: FastifyRequest<ById>): Promise<Project> =>
  projects.get(requireViewer(request).accountId, request.params.project_id);

async function whole(tools: FilmTools, request: FastifyRequest<ById>, asked: Project) {
  const [{ project, run }, assets] = await Promise.all([together(tools, asked), allOf(tools.assets, asked)]);
  return wholeOf(project, { run, assets, publicUrl: tools.publicUrl, language: request.language });
}

const MOST_LOOKS = 3;

/** A project and its run of one moment: read again when the one went on while the other was read. */
async function together({ projects, pipeline }: FilmTools, asked: Project): Promise<{ project: Project; run: RunState | null }> {
  let project = asked;
  for (let look = 1; ; look += 1) {
    const run = await pipeline.state(project.accountId, project.id);
    const again = await projects.get(project.accountId, project.id);
    if (again.status === project.status || look >= MOST_LOOKS) return { project: again, run };
    project = again;
  }
}

function scriptWire(project: Project) {
  if (!project.script) throw failure.notFound(m.noScript);
  return scriptOf(project, project.script);
}

function readFilters({ status, search }: Query): { readonly status?: ProjectStatus; readonly search?: string } {
  const asked = status?.trim();
  const known = PROJECT_STATUSES.find((name) => name === asked);
  if (asked && !known) throw failure.field('status', fieldMessages.choice, { values: PROJECT_STATUSES.join(', ') }, 'choice');
  return { ...(known ? { status: known } : {}), ...(search?.trim() ? { search: search.trim() } : {}) };
}
