/** `/applications/:token`: an application as its letter opens it, for people who have no account. The address is the key: it names nobody else. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { done } from '#kernel/page/requests.ts';
import { type Application, findApplication } from './applications.ts';
import { apply as words } from './apply-messages.ts';
import { ApplyPage } from './apply-page.tsx';
import { type Call, standingOf } from './call.ts';
import { withdrawApplication } from './changes.ts';
import { followedId, followPath } from './letters.ts';
import { facesOf } from './people.ts';
import type { CastingsPageTools } from './tools.ts';

interface ByToken {
  readonly Params: { readonly token: string };
}
// Internal: the address is a key, and does not belong into a log of pages.
const keyed = { config: { access: access.public, kind: 'page', internal: true } } as const;

export function registerFollowing(door: Door, tools: CastingsPageTools): void {
  door.get<ByToken>('/applications/:token', keyed, async (request, reply) => {
    const { application, call } = await followed(tools, request);
    const face = (await facesOf(tools, [application])).get(application);
    if (!face) throw failure.notFound();
    const view = { call, standing: standingOf(call), own: application, face, typed: {}, refusal: undefined };
    const body = <ApplyPage {...view} withdrawTo={`${followPath(tools, application.id)}/withdraw`} />;
    reply.header('cache-control', 'private, no-store');
    return tools.pages.send(request, reply, { title: say(words.mine, request.language), body, frame: 'focus' });
  });
  door.post<ByToken>('/applications/:token/withdraw', keyed, async (request, reply) => {
    const { application } = await followed(tools, request);
    await withdrawApplication(tools, application.id);
    return done(request, reply, followPath(tools, application.id), words.withdrawn);
  });
}

async function followed(tools: CastingsPageTools, request: FastifyRequest): Promise<{ application: Application; call: Call }> {
  const id = followedId(tools, (request.params as ByToken['Params']).token);
  const application = id === null ? null : await findApplication(tools.db, id);
  const call = application && (await tools.castings.find(tools.db, application.callId));
  if (!application || !call) throw failure.notFound();
  return { application, call };
}
