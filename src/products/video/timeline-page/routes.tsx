/** Which timeline is shown, and what becomes of the form. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { asked, done, fieldOf } from '#kernel/page/requests.ts';
import type { Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import type { Timeline } from '../timelines/timelines.ts';
import { factsOf } from './facts.ts';
import { page as m } from './messages.ts';
import { type Refused, TimelinePage } from './page-view.tsx';
import { changeOf, typedIn } from './tables.ts';

export const AT = '/films/:id/timeline';
export const filmPage = { config: { access: access.signedIn, kind: 'page' } } as const;
export const addressOf = (projectId: string): string => `/films/${projectId}/timeline`;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const NEWEST = { page: 1, size: 1, offset: 0 };

export async function showTimeline(tools: FilmTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await ownProject(tools, request);
  const timeline = await timelineOf(tools, project, asked(request, 'timeline'));
  return send(tools, request, reply, project, timeline);
}

export async function saveTables(tools: FilmTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await ownProject(tools, request);
  const timeline = await timelineOf(tools, project, fieldOf(request, 'timeline'));
  if (!timeline) throw failure.notFound();
  const typed = typedIn(timeline, (name) => fieldOf(request, name));
  try {
    await tools.timelines.change(project.accountId, timeline.id, changeOf(timeline, typed, Number(fieldOf(request, 'version'))));
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.kind)) throw error;
    return send(tools, request, reply, project, timeline, { failure: error, typed }, statusOf(error));
  }
  return done(request, reply, `${addressOf(project.id)}?timeline=${encodeURIComponent(timeline.id)}`, m.saved);
}

async function ownProject({ projects }: FilmTools, request: FastifyRequest): Promise<Project> {
  const { id } = request.params as { readonly id: string };
  if (!UUID.test(id)) throw failure.notFound();
  return projects.get(requireViewer(request).accountId, id);
}

/** The one that is named, else that of the last montage, else the newest; null when there is none. */
async function timelineOf({ timelines }: FilmTools, { accountId, id, timelineId }: Project, named: string): Promise<Timeline | null> {
  const wanted = named || timelineId;
  if (!wanted) return (await timelines.list(accountId, id, NEWEST)).rows[0] ?? null;
  const timeline = await timelines.get(accountId, wanted);
  if (timeline.projectId !== id) throw failure.notFound();
  return timeline;
}

async function send(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  timeline: Timeline | null,
  refused: Refused | null = null,
  status = 200,
): Promise<FastifyReply> {
  const facts = timeline && (await factsOf(tools, timeline));
  const body = <TimelinePage project={project} timeline={timeline} facts={facts} refused={refused} />;
  return tools.pages.send(request, reply, { title: `${say(m.title, request.language)} · ${project.title}`, body, status });
}
