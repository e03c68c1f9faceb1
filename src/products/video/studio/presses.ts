/** Presses that begin, stop or go on with the making of a film: once each, and what is refused is said on the page of the film. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { answerOnce } from '#kernel/http/idempotency.ts';
import { type Message, type Params, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { done } from '#kernel/page/requests.ts';
import type { Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { board as m } from './board-messages.ts';
import { addressOf, firstOf, onceFrom } from './requests.ts';

export interface Beginning {
  readonly project: Project;
  /** As the API takes it. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly said: Message;
  readonly params?: Params;
}

/** Starts the pipeline, once for one press. */
export async function begin(tools: FilmTools, request: FastifyRequest, reply: FastifyReply, what: Beginning): Promise<FastifyReply> {
  const { project, body, said, params } = what;
  const { accountId } = requireViewer(request);
  onceFrom(request);
  return orRefuse(request, reply, project, m.alreadyRuns, async () => {
    await answerOnce(tools, request, reply, {
      work: async (tx) => ({ run: (await tools.pipeline.start(tx, accountId, project.id, body)).run.id }),
    });
    return done(request, reply, addressOf(project.id), said, params);
  });
}

/** What is refused is said on the page of the film; nothing was begun. */
export async function orRefuse(
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  conflict: Message,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || !['conflict', 'invalid', 'rate-limited'].includes(error.kind)) throw error;
    const [first] = Object.values(error.fields);
    const isRunning = ['ALREADY_RUNNING', 'NOT_RUNNING', 'PROJECT_RUNNING'].includes(error.code);
    const message = isRunning ? conflict : (first?.message ?? error.text);
    setFlash(reply, { kind: isRunning ? 'info' : 'danger', text: say(message, request.language, first?.params ?? error.params) });
    return reply.redirect(addressOf(project.id), 303);
  }
}

/** As the film was made last: another take of a draft is a draft. Nothing for the first time. */
export async function asBefore({ renders }: FilmTools, { accountId, id }: Project): Promise<Beginning['body']> {
  const { rows } = await renders.list(accountId, { projectId: id }, firstOf(1));
  const [last] = rows;
  return last ? { pipeline_config: { render: { quality: last.options.quality, scale: last.options.scale } } } : {};
}
