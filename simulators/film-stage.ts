/**
 * What the simulated YouTube, LinkedIn and TikTok have in common: requests as they come in, the bad days, a port of their own for tests.
 * What each of them says to a request is its own affair.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPlatformStore, type PlatformStore } from './platform-store.ts';

export type Json = Readonly<Record<string, unknown>>;
export const jsonOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

export interface FilmMishap<Phase extends string = string> {
  readonly phase: Phase;
  readonly is:
    | 'status'
    /** No answer, ever. */
    | 'hang'
    /** The connection is cut. */
    | 'reset'
    /** A page of a proxy, with 200; half a JSON, with 200. */
    | 'html'
    | 'garbage'
    /** 429, with `seconds` to wait when they are given. */
    | 'rate_limited'
    /** 401, and the token is dead. */
    | 'dead_token'
    /** Of a part of a film: only its first half is kept, and the answer says so. */
    | 'short'
    /** The right answer, `seconds` later. */
    | 'slow';
  /** Whether what was asked for is done: not at all (when not given), before the mishap, or `seconds` after it. */
  readonly done?: 'never' | 'before' | 'late';
  readonly status?: number;
  /** The platform's own name of the fault: `quotaExceeded`. */
  readonly code?: string;
  readonly seconds?: number;
  /** 1 when not given. */
  readonly times?: number;
}

export interface FilmAnswer {
  readonly status: number;
  /** JSON; null for none, a text as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FilmAsk<Phase extends string = string> {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
  readonly json: Json;
  readonly phase: Phase;
  /** Only the first half of a part is kept. */
  readonly isShort: boolean;
}

/** The last thousand are remembered. */
export interface FilmRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly phase: string | null;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
  readonly json: Json;
}

/** How one platform speaks. */
export interface FilmDialect<Phase extends string> {
  readonly phases: readonly Phase[];
  phaseOf(ask: Pick<FilmAsk, 'method' | 'url' | 'headers' | 'json'>): Phase | null;
  answer(ask: FilmAsk<Phase>): FilmAnswer;
  fault(status: number, code: string | undefined, phase: Phase | null): FilmAnswer;
  rateLimited(seconds: number | undefined): FilmAnswer;
  /** Kills the token that came. */
  kill(authorization: string | undefined): FilmAnswer;
  /** What browsers see: consent and posts. */
  page(url: URL, response: ServerResponse): void;
}

export interface FilmSimulator<Phase extends string> {
  readonly store: PlatformStore;
  readonly requests: FilmRequest[];
  misbehave(mishap: FilmMishap<Phase>): void;
  calm(): void;
  /** `url` is below the simulator's own address. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

export function stageFilms<Phase extends string>(store: PlatformStore, dialect: FilmDialect<Phase>): FilmSimulator<Phase> {
  let mishaps: { readonly mishap: FilmMishap<Phase>; left: number }[] = [];
  const simulator: FilmSimulator<Phase> = {
    store,
    requests: [],
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    calm: () => {
      mishaps = [];
    },
    async handle(request, response, url) {
      const { method = '', headers } = request;
      const bytes = await bodyOf(request);
      const json = /json/.test(headers['content-type'] ?? '') ? parsed(bytes) : {};
      const phase = dialect.phaseOf({ method, url, headers, json });
      const noted = { method, path: `${url.pathname}${url.search}`, phase, headers, bytes: bytes.length, json };
      if (simulator.requests.push(noted) > 1000) simulator.requests.shift();
      if (method === 'POST' && url.pathname === '/_control') return control(simulator, dialect, json, headers, response);
      if (phase === null) return dialect.page(url, response);
      const hit = mishaps.find(({ mishap, left }) => left > 0 && mishap.phase === phase);
      if (hit) hit.left--;
      const ask = { method, url, headers, bytes, json, phase, isShort: hit?.mishap.is === 'short' };
      if (!hit || hit.mishap.is === 'short') return say(response, dialect.answer(ask));
      await spoil(hit.mishap, response, dialect, ask);
    },
  };
  return simulator;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function parsed(bytes: Buffer): Json {
  try {
    return jsonOf(JSON.parse(bytes.toString('utf8')));
  } catch {
    return {}; // answered as a body without fields
  }
}

export function say(response: ServerResponse, { status, body, headers = {} }: FilmAnswer): void {
  if (response.destroyed || response.headersSent) return;
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, body === null ? headers : { 'content-type': type, ...headers });
  response.end(body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

async function spoil<Phase extends string>(
  mishap: FilmMishap<Phase>,
  response: ServerResponse,
  dialect: FilmDialect<Phase>,
  ask: FilmAsk<Phase>,
): Promise<void> {
  const milliseconds = (mishap.seconds ?? 0) * 1000;
  if (mishap.is === 'slow') {
    await sleep(milliseconds, undefined, { ref: false });
    return say(response, dialect.answer(ask));
  }
  if (mishap.done === 'before') dialect.answer(ask);
  if (mishap.done === 'late') setTimeout(() => dialect.answer(ask), milliseconds).unref();
  switch (mishap.is) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Something went wrong, try again.</body></html>');
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"19');
      return;
    case 'rate_limited':
      return say(response, dialect.rateLimited(mishap.seconds));
    case 'dead_token':
      return say(response, dialect.kill(ask.headers.authorization));
    default:
      return say(response, dialect.fault(mishap.status ?? 500, mishap.code, ask.phase));
  }
}

/** Not for pages of other sites. */
function control<Phase extends string>(
  simulator: FilmSimulator<Phase>,
  { phases, fault }: FilmDialect<Phase>,
  body: Json,
  headers: IncomingMessage['headers'],
  response: ServerResponse,
): void {
  const mishaps = (Array.isArray(body['mishaps']) ? body['mishaps'] : []) as FilmMishap<Phase>[];
  if (headers.origin !== undefined || !mishaps.every(({ phase }) => phases.includes(phase))) {
    say(response, fault(400, undefined, null));
    return;
  }
  for (const mishap of mishaps) simulator.misbehave(mishap);
  say(response, { status: 200, body: { requests: simulator.requests.length, posts: simulator.store.posts.length } });
}

export interface Staged {
  readonly url: string;
  close(): Promise<void>;
}

/** On a port of its own, for tests. `make` is told where it is reached. */
export async function startFilms<Phase extends string, S extends FilmSimulator<Phase>>(
  make: (store: PlatformStore, place: { readonly url: string }) => S,
  store = openPlatformStore(null),
): Promise<S & Staged> {
  const server = createServer((request, response) => {
    simulator.handle(request, response, new URL(request.url ?? '/', url)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = make(store, { url });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...simulator, url, close };
}
