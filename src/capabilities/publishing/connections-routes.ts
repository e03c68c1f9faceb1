/**
 * Where a browser leaves for a platform and comes back: `GET /publications/connect/:platform?return_to=/…` and
 * `GET /publications/connect/:platform/callback`, which the apps at the platforms must name as their redirect address. Whatever
 * comes of it is said on the page that the person came from; a browser that nobody is signed in with is asked first, and told there.
 */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Failure, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { type Flash, setFlash } from '#kernel/page/flash.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { safePath } from '#kernel/page/preferences.ts';
import { askStranger, finishForStranger } from './connections-consent.tsx';
import { outcomes } from './connections-messages.ts';
import { listConnections } from './connections-rows.ts';
import type { ConnectionTools } from './connections-store.ts';
import { beginHandshake, finishHandshake, type Handshaken } from './handshake.ts';
import { PLATFORM_NAMES, type PlatformName } from './platform.ts';

const HOME = '/publications/connections';

const config = { access: access.signedIn, kind: 'page', internal: true } as const;
/** Whoever comes back may have left with a ticket, in a browser that nobody is signed in with. */
const open = { ...config, access: access.public } as const;
const where = Type.Object({ platform: Type.String() });
const text = Type.Optional(Type.String({ maxLength: 4096 }));

export function registerConnectionRoutes(site: Door, tools: ConnectionTools, pages: Pages): void {
  const leaving = { params: where, querystring: Type.Object({ return_to: text }) };
  site.get('/publications/connect/:platform', { config, schema: leaving }, async (request, reply) => {
    const platform = platformIn(request.params.platform);
    const returnTo = safePath(request.query.return_to ?? HOME);
    reply.header('cache-control', 'no-store');
    try {
      const url = await beginHandshake(tools, requireViewer(request).accountId, platform, returnTo);
      return reply.redirect(url.href, 303);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFlash(reply, { kind: 'danger', text: say(error.text, request.language, error.params) });
      return reply.redirect(returnTo, 303);
    }
  });

  const coming = { params: where, querystring: Type.Object({ state: text, code: text, error: text }) };
  const callback = '/publications/connect/:platform/callback';
  site.get(callback, { config: open, schema: coming }, async (request, reply) => {
    const platform = platformIn(request.params.platform);
    const { state = '', code = null, error = null } = request.query;
    reply.headers(UNSEEN);
    if (!request.viewer) return askStranger({ ...tools, pages }, request, reply, { platform, state, code, error });
    const { accountId } = requireViewer(request);
    const outcome = await finishHandshake(tools, { accountId, platform, state, code, error });
    await tellOutcome(tools, request, reply, platform, outcome);
    return reply.redirect(outcome.returnTo ?? HOME, 303);
  });
  site.post<{ Params: { platform: string } }>(callback, { config: open }, async (request, reply) => {
    const platform = platformIn(request.params.platform);
    const said = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const [state, code] = [String(said['state'] ?? ''), String(said['code'] ?? '')];
    reply.headers(UNSEEN);
    return finishForStranger({ ...tools, pages }, request, reply, { platform, state, code, error: null });
  });
}

/** The code of the platform is in the address. */
const UNSEEN = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const;

function platformIn(name: string): PlatformName {
  const known = PLATFORM_NAMES.find((platform) => platform === name);
  if (!known) throw failure.notFound();
  return known;
}

async function tellOutcome(
  tools: ConnectionTools,
  request: FastifyRequest,
  reply: FastifyReply,
  platform: PlatformName,
  outcome: Handshaken,
): Promise<void> {
  const { title } = tools.platforms[platform];
  const tell = (kind: Flash['kind'], message: Message, names: readonly string[] = []): void =>
    setFlash(reply, { kind, text: say(message, request.language, { platform: title, names: names.join(', ') }) });
  if (outcome.kind === 'denied') return tell('info', outcomes.denied);
  if (outcome.kind !== 'connected') return tell('danger', outcomes[outcome.kind]);
  tell('success', outcomes.connected, outcome.connections.map(nameOf));
  // Somebody who reconnects one page and picks another does not learn it from the platform.
  const all = await listConnections(tools.database.db, tools.facts.simulated, requireViewer(request).accountId);
  const left = all.filter((row) => row.platform === platform && row.state === 'expired');
  if (left.length > 0) tell('warning', outcomes.othersLeft, left.map(nameOf));
}

const nameOf = ({ name, username }: { readonly name: string; readonly username: string }): string => name || `@${username}`;
