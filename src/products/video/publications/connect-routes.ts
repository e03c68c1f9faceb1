/**
 * `/api/v1/publish/connections` and `/api/v1/publish/connect/:platform`: accounts that people lend us. A browser has no token to show:
 * it leaves with a *ticket* that a program fetched for it, good for a minute, once. It comes back at the site's door.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { PLATFORM_NAMES, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { safePath } from '#kernel/page/preferences.ts';
import { secondsOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';
import { m } from './messages.ts';
import { connectionsOnWire } from './present.ts';
import { insertTicket, takeTicket } from './store.ts';

const tags = ['Publication'];
const ROOT = '/api/v1/publish';
const HOME = '/publications/connections';
const TICKET_SECONDS = 60;

interface ByPlatform {
  readonly Params: { readonly platform: string };
}
interface ById {
  readonly Params: { readonly id: string };
}
const LEAVING = Type.Object(
  { ticket: Type.Optional(Type.String()), return_to: Type.Optional(Type.String()) },
  { additionalProperties: true },
);

export function registerConnectRoutes({ door, route }: VideoMount, tools: FilmTools): void {
  const { connections } = tools.publishing;
  const open = route(access.signedIn);
  const list = { tags, summary: 'The platforms, and the accounts that are connected', response: { 200: wire.CONNECTIONS } };
  door.get(`${ROOT}/connections`, { ...open, schema: list }, async (request) => {
    const { accountId } = requireViewer(request);
    await connections.ensureSimulated(accountId);
    return { connections: connectionsOnWire(await connections.list(tools.db, accountId), connections) };
  });
  door.delete<ById>(`${ROOT}/connections/:id`, { ...open, schema: { tags, summary: 'Let an account go' } }, async (request, reply) => {
    const { id } = request.params;
    await connections.disconnect(requireViewer(request).accountId, /^\d{1,15}$/.test(id) ? Number(id) : 0);
    return reply.code(204).send();
  });
  const ticket = { tags, summary: 'A way for a browser to connect: one minute, once', response: { 201: wire.TICKET } };
  door.post<ByPlatform>(`${ROOT}/connect/:platform/ticket`, { ...open, schema: ticket }, async (request, reply) =>
    reply
      .code(201)
      .header('cache-control', 'no-store')
      .send(await giveTicket(tools, request, platformIn(request.params.platform))),
  );
  // Whoever has a ticket needs nothing else; the handler asks for one of the three.
  const leave = { tags, summary: 'To the platform: Bearer, session, or ?ticket=', querystring: LEAVING };
  door.get<ByPlatform>(`${ROOT}/connect/:platform`, { ...route(access.public), schema: leave }, async (request, reply) => {
    const platform = platformIn(request.params.platform);
    const { ticket: given, return_to: returnTo = HOME } = request.query as { ticket?: string; return_to?: string };
    const accountId = given === undefined ? requireViewer(request).accountId : await redeem(tools, given, platform);
    const url = await connections.begin(accountId, platform, safePath(returnTo));
    return reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(url.href, 302);
  });
}

function platformIn(name: string): PlatformName {
  const known = PLATFORM_NAMES.find((platform) => platform === name);
  if (!known) throw failure.notFound();
  return known;
}

const hash = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

async function giveTicket({ db, clock, publicUrl }: FilmTools, request: FastifyRequest, platform: PlatformName) {
  const { accountId } = requireViewer(request);
  const ticket = randomBytes(32).toString('base64url');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1000);
  await insertTicket(db, { hash: hash(ticket), accountId, platform, expiresAt }, now);
  const url = `${publicUrl}${ROOT}/connect/${platform}?ticket=${ticket}`;
  return { ticket, url, expires_at: secondsOf(expiresAt), expires_in: TICKET_SECONDS };
}

async function redeem({ db, clock }: FilmTools, ticket: string, platform: PlatformName): Promise<number> {
  const accountId = await takeTicket(db, hash(ticket), platform, clock.now());
  if (accountId === null) throw new Failure('unauthenticated', { message: m.ticket, params: { name: platform } });
  return accountId;
}
