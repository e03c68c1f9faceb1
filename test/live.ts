/** A process of the studio with `/ws` open, and clients that come in through it. */
import type { AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import pino from 'pino';
import { WebSocket } from 'undici';
import { onTestFinished } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import type { Viewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { createLive, type Live, type LiveBounds, type LiveRoute } from '#kernel/http/live.ts';
import { openTestDoor, testViewer } from './door.ts';
import { eventually } from './eventually.ts';

/** Accounts whose sessions and tokens have ended. */
export const revoked = new Set<number>();

export interface LiveStudio {
  readonly live: Live;
  readonly door: Door;
  readonly url: string;
}

/** `token-7`, or the cookie `who=7`, speaks for account 7; everybody may listen to `project:<their account>`. */
export async function openLiveStudio(
  database: Database,
  bounds: Partial<LiveBounds> = {},
  more: Partial<LiveRoute> = {},
): Promise<LiveStudio> {
  const live = createLive({ database, log: pino({ level: 'silent' }), bounds });
  const door = openTestDoor(viewerByCookie);
  live.route(door, '/ws', {
    authenticate: async (request, token) => (token === null ? viewerByCookie(request) : known(/^token-(\d+)$/.exec(token)?.[1], 'token')),
    maySubscribe: async (viewer, channel) => channel === `project:${viewer.accountId}`,
    ...more,
  });
  await door.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    revoked.clear();
    await door.close();
    await live.close();
  });
  return { live, door, url: `ws://127.0.0.1:${(door.server.address() as AddressInfo).port}/ws` };
}

const viewerByCookie = async (request: FastifyRequest): Promise<Viewer | null> => known(request.cookies['who'], 'session');

function known(id: string | undefined, credential: Viewer['credential']): Viewer | null {
  return id === undefined || revoked.has(Number(id)) ? null : testViewer(Number(id), { credential });
}

export interface LiveClient {
  readonly heard: Record<string, unknown>[];
  /** The code the connection was closed with. */
  readonly closed: Promise<number>;
  /** An object as JSON, a text as it is. */
  send(message: unknown): void;
}

export async function enter(url: string, headers: Record<string, string> = {}): Promise<LiveClient> {
  const socket = new WebSocket(url, { headers });
  const heard: Record<string, unknown>[] = [];
  socket.addEventListener('message', (event) => heard.push(JSON.parse(String(event.data)) as Record<string, unknown>));
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', (event) => resolve(event.code)));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return { heard, closed, send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)) };
}

/** Somebody who came in and subscribed to what is theirs, without waiting in between. */
export async function enterAs(url: string, account: number): Promise<LiveClient> {
  const client = await enter(url);
  client.send({ type: 'auth', token: `Bearer token-${account}` });
  client.send({ type: 'subscribe', channel: `project:${account}` });
  await eventually(() => client.heard.length).toBeGreaterThanOrEqual(2);
  return client;
}
