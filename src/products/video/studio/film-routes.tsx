/** `/films/:id`: the script, the board or the film, whichever is next; and the presses that begin, stop and go on. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { asked, done, fieldOf } from '#kernel/page/requests.ts';
import type { RunState } from '../pipeline/pipeline.ts';
import { type Project, RATIO_NAMES } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { board as m, player } from './board-messages.ts';
import { isMaking } from './board-parts.tsx';
import { Board } from './board-view.tsx';
import { FilmFrame } from './film-page.tsx';
import { Player, shapeOf } from './player-view.tsx';
import { asBefore, begin, orRefuse } from './presses.ts';
import { AT, addressOf, filmPage, firstOf, newOnce, type OfFilm, ownFilm } from './requests.ts';
import { registerScript, showScript } from './script-routes.tsx';

export function registerFilm(site: Door, tools: FilmTools): void {
  registerScript(site, tools);
  site.get<OfFilm>(AT, filmPage, async (request, reply) => show(tools, request, reply, await ownFilm(tools, request)));
  site.post<OfFilm>(`${AT}/start`, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    const wanted = fieldOf(request, 'until');
    const body = wanted === 'script' ? { until: 'script' } : wanted === 'full' ? {} : await asBefore(tools, project);
    return begin(tools, request, reply, { project, body, said: m.resumed });
  });
  site.post<OfFilm>(`${AT}/cancel`, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    return orRefuse(request, reply, project, m.nothingRuns, async () => {
      await tools.pipeline.cancel(project.accountId, project.id);
      return done(request, reply, addressOf(project.id), m.cancelled, {}, 'info');
    });
  });
  site.post<OfFilm>(`${AT}/ratio`, filmPage, async (request, reply) => reshape(tools, request, reply, await ownFilm(tools, request)));
}

async function reshape(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, project: Project): Promise<FastifyReply> {
  const ratio = RATIO_NAMES.find((name) => name === fieldOf(request, 'ratio'));
  if (!ratio) return reply.redirect(addressOf(project.id), 303);
  return orRefuse(request, reply, project, m.alreadyRuns, async () => {
    await tools.projects.change(project.accountId, project.id, { config: { ratio } });
    return begin(tools, request, reply, { project, body: await asBefore(tools, project), said: player.otherSent, params: { ratio } });
  });
}

type View = 'film' | 'board' | 'script';

/** What a person wants to see next, unless the address says it. */
function viewOf(request: FastifyRequest, { script, videoId, status }: Project, run: RunState | null): View {
  const wanted = asked(request, 'view');
  if (wanted === 'script' && script) return 'script';
  if (wanted === 'board' && run) return 'board';
  if (videoId && (wanted === 'film' || asked(request, 'video'))) return 'film';
  if (run?.state === 'running') return 'board';
  if (videoId && status === 'completed') return 'film';
  if (run && (run.state === 'failed' || run.state === 'cancelled')) return 'board';
  return videoId ? 'film' : 'script';
}

async function show(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, project: Project): Promise<FastifyReply> {
  const run = await tools.pipeline.state(project.accountId, project.id);
  const view = viewOf(request, project, run);
  if (view === 'script') return showScript(tools, request, reply, { project, run });
  const part = (view === 'film' ? await filmPart(tools, request, project, run) : null) ?? (await boardPart(tools, project, run));
  if (!part) return showScript(tools, request, reply, { project, run });
  const body = <FilmFrame {...{ project, part: view, hasRun: isMaking(run) }}>{part}</FilmFrame>;
  return tools.pages.send(request, reply, { title: project.title, body });
}

async function boardPart({ renders }: FilmTools, project: Project, run: RunState | null) {
  if (!run) return null;
  const render = run.renderId ? await renders.get(project.accountId, run.renderId).catch(absent) : null;
  return <Board {...{ project, run, render }} once={newOnce()} />;
}

const MOST_VIDEOS = 24;

/** The film that the address names, else the latest; null when none is left. */
async function filmPart({ renders }: FilmTools, request: FastifyRequest, project: Project, run: RunState | null) {
  const { rows: versions } = await renders.videos(project.accountId, { projectId: project.id }, firstOf(MOST_VIDEOS));
  const wanted = asked(request, 'video') || project.videoId;
  const video = versions.find(({ id }) => id === wanted) ?? versions[0];
  if (!video) return null;
  const latest = versions.filter((one, index) => versions.findIndex((other) => shapeOf(other) === shapeOf(one)) === index);
  const isOutdated = video.id === project.videoId && !project.videoIsCurrent;
  return <Player {...{ project, video, run, isOutdated }} versions={latest} once={newOnce()} />;
}

function absent(error: unknown): null {
  if (error instanceof Failure && error.kind === 'not-found') return null;
  throw error;
}
