/** The routes of a correction: shown, saved, or the stay taken out; a refusal keeps what was typed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { projectIdOf } from './api-routes.ts';
import { CorrectionPage, dayHref } from './correction-page.tsx';
import { refusals } from './messages.ts';
import { correction } from './page-messages.ts';
import { presencePage, textsOf } from './page-texts.ts';
import type { PresencePageTools } from './tools.ts';

type ByStay = { Params: { project: string; stay: string } };
interface Refused {
  readonly form: 'correct' | 'cancel';
  readonly failure: Failure;
}

export function registerCorrectionPages(door: Door, tools: PresencePageTools): void {
  const { presence } = tools;
  door.get<ByStay>('/presence/:project/stays/:stay', presencePage, (request, reply) => show(tools, request, reply));
  door.post<ByStay>('/presence/:project/stays/:stay', presencePage, (request, reply) =>
    change(tools, request, reply, 'correct', correction.saved, (projectId, id) =>
      presence.correct(request, projectId, id, textsOf(request)),
    ),
  );
  door.post<ByStay>('/presence/:project/stays/:stay/cancel', presencePage, (request, reply) =>
    change(tools, request, reply, 'cancel', correction.cancelled, (projectId, id) =>
      presence.cancel(request, projectId, id, textsOf(request)['reason']),
    ),
  );
}

function idsOf(request: FastifyRequest): readonly [number, number] {
  const { project, stay } = request.params as ByStay['Params'];
  if (!/^\d{1,15}$/.test(stay)) throw failure.notFound(refusals.noStay);
  return [projectIdOf(project), Number(stay)];
}

async function show(tools: PresencePageTools, request: FastifyRequest, reply: FastifyReply, refused?: Refused): Promise<FastifyReply> {
  const [projectId, id] = idsOf(request);
  const project = await tools.projects.require(tools.db, projectId);
  const stay = await tools.presence.stay(projectId, id);
  const typed = refused ? { typed: textsOf(request), errors: refused.failure.fields, refused: refused.form } : {};
  return tools.pages.send(request, reply, {
    title: say(correction.title, request.language),
    body: <CorrectionPage project={project} stay={stay} {...typed} />,
    status: refused ? statusOf(refused.failure) : 200,
  });
}

async function change(
  tools: PresencePageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  form: Refused['form'],
  done: Message,
  act: (projectId: number, id: number) => Promise<void>,
): Promise<FastifyReply> {
  const [projectId, id] = idsOf(request);
  const project = await tools.projects.require(tools.db, projectId);
  const stay = await tools.presence.stay(projectId, id);
  try {
    await act(projectId, id);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return show(tools, request, reply, { form, failure: error });
    throw error;
  }
  setFlash(reply, { kind: 'success', text: say(done, request.language, { name: stay.name }) });
  return reply.redirect(dayHref(project, stay), 303);
}
