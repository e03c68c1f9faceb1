/** `/films/:id/script`: what the buttons of the script do. Moving and adding only rewrites the page; saving stores it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import type { Text } from '#kernel/page/context.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import type { RunState } from '../pipeline/pipeline.ts';
import { AT_WORK, type Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { isMaking } from './board-parts.tsx';
import { FilmFrame } from './film-page.tsx';
import { begin } from './presses.ts';
import { AT, addressOf, filmPage, newOnce, type OfFilm, ownFilm } from './requests.ts';
import { errorsIn, isSame, rearranged, scriptFrom, type TypedScript, typedFrom, typedOf } from './script-form.ts';
import { script as m } from './script-messages.ts';
import { NoScript, ScriptForm } from './script-view.tsx';

/** Small and quick: to see whether it is right. */
const DRAFT = { pipeline_config: { render: { quality: 'draft', scale: 4 } } };
const REWRITE = { until: 'script', pipeline_config: { rewrite_script: true } };

export function registerScript(site: Door, tools: FilmTools): void {
  site.post<OfFilm>(`${AT}/script`, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    const act = fieldOf(request, 'act');
    if (act === 'rewrite') return begin(tools, request, reply, { project, body: REWRITE, said: m.againText });
    const typed = typedOf(request);
    const other = rearranged(typed, act);
    if (other) return showScript(tools, request, reply, { project, run: null, typed: other });
    try {
      const kept = isSame(typed, project) ? project : await tools.projects.changeScript(project.accountId, project.id, scriptFrom(typed));
      if (act === 'make') return await begin(tools, request, reply, { project: kept, body: {}, said: m.made });
      if (act === 'draft') return await begin(tools, request, reply, { project: kept, body: DRAFT, said: m.made });
      return done(request, reply, `${addressOf(project.id)}?view=script`, m.saved);
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      return refuse(tools, request, reply, { project, typed, refusal: error });
    }
  });
}

interface Refused {
  readonly project: Project;
  readonly typed: TypedScript;
  readonly refusal: Failure;
}

/** Saying it again on top of another change is a choice: the page comes back with the words of both, and the newer version. */
function refuse(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { project, typed, refusal }: Refused,
): Promise<FastifyReply> {
  const isStale = refusal.code === 'SCRIPT_CHANGED';
  const shown = isStale ? { ...typed, version: project.scriptVersion } : typed;
  return showScript(tools, request, reply, { project, run: null, typed: shown, refusal, said: isStale ? m.stale : refusal.text });
}

interface Shown {
  readonly project: Project;
  readonly run: RunState | null;
  readonly typed?: TypedScript;
  readonly refusal?: Failure;
  readonly said?: Message;
}

export async function showScript(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { project, typed, refusal, said } = shown;
  const run = shown.run ?? (await tools.pipeline.state(project.accountId, project.id));
  const errors = errorsIn(refusal?.fields ?? {}, typed ?? typedFrom(project));
  const whole: Text | null = refusal && Object.keys(errors).length === 0 && said ? say(said, request.language, refusal.params) : null;
  const isBusy = AT_WORK.includes(project.status);
  const content =
    project.script === null ? (
      <NoScript project={project} once={newOnce()} />
    ) : (
      <ScriptForm
        {...{ project, errors, isBusy }}
        typed={typed ?? typedFrom(project)}
        refusal={whole}
        estimate={isBusy ? null : await tools.pipeline.estimate(project.accountId, project.id, {}).catch(unknowable)}
        once={newOnce()}
      />
    );
  const body = <FilmFrame {...{ project, part: 'script', hasRun: isMaking(run) }}>{content}</FilmFrame>;
  return tools.pages.send(request, reply, { title: project.title, body, status: refusal ? statusOf(refusal) : 200 });
}

/** Nobody can say now: the script is shown without it. */
function unknowable(error: unknown): null {
  if (error instanceof Failure) return null;
  throw error;
}
