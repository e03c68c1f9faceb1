/**
 * A double of Meta over real HTTP: the Graph API (`/meta/v25.0/…`) for Instagram and Facebook Pages, and the login dialog
 * (`/meta/dialog/oauth`). Refuses what Meta refuses, with its codes; fetches and looks at the pictures; has bad days on demand.
 */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerControl, type Controlled, type MetaControl } from './meta-control.ts';
import { showDialog } from './meta-dialog.ts';
import { takeBytes } from './meta-films.ts';
import { debugToken, giveToken, needLiving } from './meta-login.ts';
import { type Answer, type Bench, createBench, type MetaMishap, type MetaPhase, spoil } from './meta-mishaps.ts';
import { openState } from './meta-people.ts';
import { phaseOf, routeFor } from './meta-routes.ts';
import { errorBody, GraphRefusal, readRequest, type Said } from './meta-wire.ts';
import { freshRules, type MetaRules, type MetaWorld, traceId } from './meta-world.ts';
import { openPlatformStore, type PlatformStore } from './platform-store.ts';

export type { MetaControl } from './meta-control.ts';
export type { MetaMishap, MetaPhase } from './meta-mishaps.ts';

export interface MetaRequest {
  readonly phase: MetaPhase;
  readonly method: string;
  /** Path and query, as it was asked for. */
  readonly address: string;
  readonly authorization: string | null;
  readonly fields: ReadonlyMap<string, string>;
}

export interface MetaSimulatorOptions {
  readonly appId?: string;
  readonly appSecret?: string;
  /** Milliseconds since 1970; the real time when not given. */
  readonly now?: () => number;
}

export interface MetaSimulator {
  readonly appId: string;
  readonly appSecret: string;
  readonly rules: MetaRules;
  readonly world: MetaWorld;
  readonly requests: readonly MetaRequest[];
  /** True when it was for Meta, and is answered. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  misbehave(mishap: MetaMishap): void;
  apply(control: MetaControl): void;
}

/** A long drill is not to fill the memory. */
const MOST_REQUESTS = 5000;

export function createMetaSimulator(store: PlatformStore, options: MetaSimulatorOptions = {}): MetaSimulator {
  const bench = createBench();
  const requests: MetaRequest[] = [];
  const counts: Counts = {};
  const world: MetaWorld = {
    ...{ store, state: openState(store), rules: freshRules() },
    appId: options.appId ?? '1480000000000001',
    appSecret: options.appSecret ?? '5imu1atedmetaapp5ecret0123456789',
    now: options.now ?? Date.now,
  };
  const controlled = controlOf(world, bench, counts);
  const note = (request: MetaRequest): void => {
    counts[request.phase] = (counts[request.phase] ?? 0) + 1;
    requests.push(request);
    if (requests.length > MOST_REQUESTS) requests.shift();
  };
  return {
    ...{ appId: world.appId, appSecret: world.appSecret, rules: world.rules, requests, world },
    misbehave: bench.misbehave,
    apply: controlled.apply,
    handle: async (request, response, url) => {
      if (url.pathname === '/meta/_control') await answerControl(request, response, controlled);
      else if (url.pathname === '/meta/dialog/oauth') await showDialog(request, response, url, world);
      else if (/^\/meta\/v\d+\.\d+\//.test(url.pathname)) await answerGraph(request, response, url, { world, next: bench.next, note });
      else if (url.pathname.startsWith('/meta/rupload/')) await answerRupload(request, response, url, { world, next: bench.next, note });
      else return false;
      return true;
    },
  };
}

type Counts = Partial<Record<MetaPhase, number>>;

const controlOf = ({ state, rules: present, store }: MetaWorld, bench: Bench, counts: Counts): Controlled => ({
  apply: ({ mishap, calm, rules, revoke }) => {
    if (calm) bench.clear();
    if (mishap) bench.misbehave(mishap);
    Object.assign(present, rules);
    if (revoke) for (const [value, token] of state.tokens.all()) state.tokens.put(value, { ...token, dead: revoke });
  },
  report: () => {
    const posts = store.posts.flatMap(({ id, platform, accountId, text, at, comments }) =>
      platform === 'twitter' ? [] : [{ id, platform, accountId, text, at, comments }],
    );
    return { requests: counts, posts };
  },
});

interface House {
  readonly world: MetaWorld;
  next(phase: MetaPhase): MetaMishap | null;
  note(request: MetaRequest): void;
}

async function answerGraph(request: IncomingMessage, response: ServerResponse, url: URL, house: House): Promise<void> {
  const { world } = house;
  const path = url.pathname.split('/').slice(3).join('/');
  const here = `${url.origin}${url.pathname}`;
  const said = await readRequest(request, url);
  const method = said.fields.get('method')?.toUpperCase() ?? request.method ?? 'GET';
  const phase = phaseOf(method, path, world, said.fields.get('upload_phase'));
  const authorization = request.headers.authorization ?? null;
  house.note({ phase, method, address: `${url.pathname}${url.search}`, authorization, fields: said.fields });
  const work = (): Promise<Answer> => worked(world, { ...said, path, here, method, phase, authorization });
  const mishap = house.next(phase);
  const answer = mishap ? await spoil(mishap, work, response, errorOf) : await work();
  if (!answer) return;
  const headers = { 'content-type': 'application/json; charset=UTF-8', ...usageHeaders(world, authorization), 'x-fb-trace-id': traceId() };
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
}

async function answerRupload(request: IncomingMessage, response: ServerResponse, url: URL, { world, next, note }: House): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const phase = 'rupload';
  const fields = new Map([['offset', String(request.headers['offset'] ?? '')]]);
  note({ phase, method: 'POST', address: url.pathname, authorization: request.headers.authorization ?? null, fields });
  const id = url.pathname.split('/').at(-1) ?? '';
  const mishap = next(phase);
  const work = async (): Promise<Answer> => takeBytes(world, request, id, Buffer.concat(pieces), mishap?.work === 'half');
  const answer = mishap ? await spoil(mishap, work, response, errorOf) : await work();
  if (answer) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
}

const errorOf = ({ status = 500, code = 2, subcode, message = 'An unexpected error has occurred.' }: MetaMishap): Answer => ({
  status,
  body: errorBody({ code, message, ...(subcode ? { subcode } : {}) }, traceId()),
});

interface Asked extends Said {
  readonly path: string;
  readonly here: string;
  readonly method: string;
  readonly phase: MetaPhase;
  readonly authorization: string | null;
}

async function worked(world: MetaWorld, asked: Asked): Promise<Answer> {
  try {
    return { status: 200, body: await graph(world, asked) };
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return { status: error.error.status ?? 400, body: errorBody(error.error, traceId()) };
  }
}

async function graph(world: MetaWorld, asked: Asked): Promise<unknown> {
  if (asked.phase === 'token') return giveToken(world, asked);
  const token = needBearer(asked);
  requireProof(world, asked, token);
  if (asked.phase === 'debug_token') return debugToken(world, asked, token);
  const bearer = needLiving(world, token);
  const [id = ''] = asked.path.split('/');
  return routeFor(asked.method, asked.path)({ ...asked, world, id, token, bearer });
}

/** Graph takes tokens from addresses as well; here that is a fault, because it ends in the logs of proxies. */
function needBearer({ authorization, fields }: Asked): string {
  if (fields.has('access_token')) throw new GraphRefusal(104, 'Simulated: a token belongs into the Authorization header.');
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (!token) throw new GraphRefusal(104, 'An access token is required to request this resource.', { status: 401 });
  return token;
}

function requireProof({ appSecret }: MetaWorld, { fields }: Asked, token: string): void {
  const proof = fields.get('appsecret_proof');
  if (proof === undefined) throw new GraphRefusal(100, 'API calls from the server require an appsecret_proof argument');
  if (proof === createHmac('sha256', appSecret).update(token).digest('hex')) return;
  throw new GraphRefusal(100, 'Invalid appsecret_proof provided in the API argument');
}

function usageHeaders({ rules: { usage }, state }: MetaWorld, authorization: string | null): Record<string, string> {
  const parts = (share: number) => ({ call_count: share, total_cputime: Math.floor(share / 2), total_time: Math.floor(share / 2) });
  const bearer = state.tokens.get(authorization?.slice('Bearer '.length) ?? '');
  if (bearer?.kind !== 'page' || !bearer.pageId) return { 'x-app-usage': JSON.stringify(parts(usage.app)) };
  const use = { type: 'pages', ...parts(usage.page), estimated_time_to_regain_access: usage.regainMinutes };
  return {
    'x-app-usage': JSON.stringify(parts(usage.app)),
    'x-business-use-case-usage': JSON.stringify({ [bearer.pageId]: [use] }),
  };
}

export interface RunningMetaSimulator extends MetaSimulator {
  readonly graphUrl: string;
  readonly dialogUrl: string;
  readonly store: PlatformStore;
  close(): Promise<void>;
}

/** Alone on a port of its own. */
export async function startMetaSimulator(
  options: MetaSimulatorOptions = {},
  store = openPlatformStore(null),
): Promise<RunningMetaSimulator> {
  const simulator = createMetaSimulator(store, options);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    simulator.handle(request, response, url).then(
      (isDone) => void (isDone || response.writeHead(404).end()),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...simulator,
    ...{ graphUrl: `${origin}/meta/v25.0`, dialogUrl: `${origin}/meta/dialog/oauth`, store },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
