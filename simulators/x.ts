/**
 * A double of X over real HTTP: its API v2 as far as publishing needs it, its consent page, its posts. Refuses what X refuses in X's
 * words, keeps what it is told, and has bad days on demand: `misbehave`, or `POST /_control` with `{"mishaps": [...]}`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendHtml, sendPost } from './platform-pages.ts';
import { openPlatformStore, type PlatformStore } from './platform-store.ts';
import { type Bearer, createXConsent, type XConsent } from './x-consent.ts';
import { figuresOf } from './x-figures.ts';
import { createXFilms, type XFilmRules, type XFilms } from './x-films.ts';
import { invalid, problem, rateLimited, say, spoil, X_PHASES, type XAnswer, type XMishap, type XPhase } from './x-mishaps.ts';
import { createXPosts, type Json, jsonOf, snowflakes, type XPosts } from './x-posts.ts';

export type { XMishap, XPhase } from './x-mishaps.ts';

export interface XRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly phase: XPhase | null;
  /** Sent as JSON; else null. */
  readonly body: Json | null;
}

export interface XSimulator {
  readonly facts: { readonly apiUrl: string; readonly authorizeUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly store: PlatformStore;
  /** The last thousand. */
  readonly requests: XRequest[];
  /** Requests of each phase that a user may make in fifteen minutes. */
  readonly limits: Partial<Record<XPhase, number>>;
  /** What X makes of films; may be changed while it runs. */
  readonly filmRules: XFilmRules;
  misbehave(mishap: XMishap): void;
  /** `url` is below the simulator's own address: `/2/tweets`. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

const APP = { clientId: 'c2ltdWxhdGVkLXgtY2xpZW50', clientSecret: 'simulated-x-secret-0123456789abcdef' };
const SCOPE: Partial<Record<XPhase, string>> = {
  ...{ me: 'users.read', upload: 'media.write', alt_text: 'media.write', tweet: 'tweet.write', reply: 'tweet.write' },
  ...{ timeline: 'tweet.read', lookup: 'tweet.read' },
  ...{ film_initialize: 'media.write', film_append: 'media.write', film_finalize: 'media.write', film_status: 'media.write' },
};
const WINDOW_MS = 15 * 60_000;

/** `url`: where it is reached, without a slash at the end. */
export function createXSimulator(store: PlatformStore, { url }: { readonly url: string }): XSimulator {
  const mishaps: { readonly mishap: XMishap; left: number }[] = [];
  const consent = createXConsent(store, APP);
  const nextId = snowflakes();
  const films = createXFilms(store, nextId);
  const simulator: XSimulator = {
    facts: { apiUrl: url, authorizeUrl: `${url}/i/oauth2/authorize`, ...APP },
    store,
    requests: [],
    filmRules: films.rules,
    limits: { tweet: 100, reply: 100, timeline: 900, lookup: 900 },
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    handle: (request, response, at) => serve(house, request, response, at),
  };
  const house: House = {
    ...{ simulator, consent, posts: createXPosts(store, url, nextId), films, spent: new Map() },
    nextMishap: (phase) => {
      const hit = mishaps.find(({ mishap, left }) => left > 0 && mishap.phase === phase);
      if (hit) hit.left--;
      return hit?.mishap ?? null;
    },
  };
  return simulator;
}

/** On a port of its own, for tests. */
export async function startXSimulator(
  store = openPlatformStore(null),
): Promise<XSimulator & { readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    simulator.handle(request, response, new URL(request.url ?? '/', url)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createXSimulator(store, { url });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...simulator, url, close };
}

interface House {
  readonly simulator: XSimulator;
  readonly consent: XConsent;
  readonly posts: XPosts;
  readonly films: XFilms;
  /** When each user made requests of each phase, in the present window. */
  readonly spent: Map<string, { from: number; count: number }>;
  nextMishap(phase: XPhase): XMishap | null;
}

async function serve(house: House, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { consent, simulator } = house;
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  const json = /json/.test(request.headers['content-type'] ?? '') ? jsonOf(parsed(bytes)) : null;
  const phase = phaseOf(request.method ?? '', url.pathname, json);
  const noted = { method: request.method ?? '', path: `${url.pathname}${url.search}`, phase, body: json };
  if (simulator.requests.push(noted) > 1000) simulator.requests.shift();
  if (request.method === 'POST' && url.pathname === '/_control') return control(simulator, json, request, response);
  if (phase === null) return showPage(house, url, response);
  const act = (): Promise<XAnswer> => answer(house, { request, url, phase, json, bytes });
  const mishap = house.nextMishap(phase);
  if (!mishap) return say(response, await act());
  await spoil(mishap, response, act, () => consent.kill(request.headers.authorization));
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null; // answered as a body without fields
  }
}

function phaseOf(method: string, path: string, body: Json | null): XPhase | null {
  if (method === 'POST') {
    if (path === '/2/tweets') return body?.['reply'] === undefined ? 'tweet' : 'reply';
    if (path === '/2/media/upload/initialize') return 'film_initialize';
    const [, step] = /^\/2\/media\/upload\/\d+\/(append|finalize)$/.exec(path) ?? [];
    if (step) return step === 'append' ? 'film_append' : 'film_finalize';
    return ({ '/2/oauth2/token': 'token', '/2/media/upload': 'upload', '/2/media/metadata': 'alt_text' } as const)[path] ?? null;
  }
  if (method !== 'GET') return null;
  if (path === '/2/users/me') return 'me';
  if (path === '/2/media/upload') return 'film_status';
  if (/^\/2\/users\/\d+\/tweets$/.test(path)) return 'timeline';
  return /^\/2\/tweets\/\d+$/.test(path) ? 'lookup' : null;
}

interface Ask {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly phase: XPhase;
  readonly json: Json | null;
  readonly bytes: Buffer;
}

async function answer(house: House, { request, url, phase, json, bytes }: Ask): Promise<XAnswer> {
  const { consent, films, posts } = house;
  const { authorization } = request.headers;
  if (phase === 'token') return consent.token(authorization, new URLSearchParams(bytes.toString('utf8')));
  const who = consent.bearer(authorization);
  if (!who) return problem(401, 'Unauthorized', 'Unauthorized');
  if (!who.scopes.includes(SCOPE[phase] ?? '')) return problem(403, 'Forbidden', 'Your token does not have the scope for this.');
  const budget = spend(house, who, phase);
  if (budget.isOver) return rateLimited(budget.reset);
  const found = await ((): XAnswer | Promise<XAnswer> => {
    const [, , , id = '', film = ''] = url.pathname.split('/');
    switch (phase) {
      case 'film_initialize':
        return films.initialize(who, json ?? {});
      case 'film_append':
        return formOf(request, bytes).then((form) => films.append(who, film, form));
      case 'film_finalize':
        return films.finalize(who, film);
      case 'film_status':
        if (url.searchParams.get('command') !== 'STATUS') return invalid('command must be STATUS');
        return films.status(who, url.searchParams.get('media_id') ?? '');
      case 'me':
        return { status: 200, body: { data: { id: who.account.id, name: who.account.name, username: who.account.username } } };
      case 'upload':
        return formOf(request, bytes).then((form) => posts.upload(who, form));
      case 'alt_text':
        return posts.describe(who, json ?? {});
      case 'timeline':
        return posts.timeline(id, url.searchParams);
      case 'lookup':
        return posts.lookup(id);
      default:
        return posts.create(who, json ?? {});
    }
  })();
  return { ...found, headers: { ...budget.headers, ...found.headers } };
}

const formOf = (request: IncomingMessage, bytes: Buffer): Promise<FormData> =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData();

function spend({ simulator, spent }: House, who: Bearer, phase: XPhase) {
  const limit = simulator.limits[phase] ?? 10_000;
  const key = `${who.account.id} ${phase}`;
  const now = Date.now();
  const held = spent.get(key);
  const window = held && held.from + WINDOW_MS > now ? held : { from: now, count: 0 };
  spent.set(key, window);
  const reset = Math.ceil((window.from + WINDOW_MS) / 1000);
  const isOver = window.count >= limit;
  if (!isOver) window.count++;
  const [all, left] = [String(limit), String(limit - window.count)];
  return { isOver, reset, headers: { 'x-rate-limit-limit': all, 'x-rate-limit-remaining': left, 'x-rate-limit-reset': String(reset) } };
}

function showPage({ consent, simulator: { store } }: House, url: URL, response: ServerResponse): void {
  if (url.pathname === '/i/oauth2/authorize') {
    const said = consent.authorize(url);
    if ('html' in said) sendHtml(response, said.status, said.html);
    else response.writeHead(302, { location: said.redirect, 'cache-control': 'no-store' }).end();
    return;
  }
  const [, id = ''] = /^\/\w+\/status\/(\d+)(?:\/|$)/.exec(url.pathname) ?? [];
  const post = store.post('twitter', id);
  if (post) figuresOf(post);
  sendPost(response, store, post, url);
}

/** Not for pages of other sites. */
function control(simulator: XSimulator, body: Json | null, request: IncomingMessage, response: ServerResponse): void {
  const mishaps = (Array.isArray(body?.['mishaps']) ? body['mishaps'] : []) as XMishap[];
  if (request.headers.origin !== undefined || !mishaps.every(({ phase }) => X_PHASES.includes(phase)))
    say(response, problem(400, 'Bad Request', `phases: ${X_PHASES.join(', ')}`));
  else {
    for (const mishap of mishaps) simulator.misbehave(mishap);
    Object.assign(simulator.limits, jsonOf(body?.['limits']));
    say(response, { status: 200, body: { requests: simulator.requests.length, posts: simulator.store.posts.length } });
  }
}
