/**
 * A double of Runway's API over real HTTP: refuses what it refuses in its own words, makes tasks that go on from look to look, serves
 * real films under addresses that can die, keeps what it was sent and what it charged, and has bad days on demand.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testFilm } from './runway-film.ts';

/** `times` is 1 when not given; `at` chooses among requests by `POST /v1/…`, else the next one is hit. */
export type RunwayMishap = { readonly times?: number; readonly at?: RegExp } & (
  | { readonly is: 'status'; readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** No answer; none, and the connection gone; half of one; a page of a gateway. */
  | { readonly is: 'hang' | 'cut' | 'cut_body' | 'html' }
  /** The order is taken and charged, and its answer never comes. */
  | { readonly is: 'cut_after' }
  | { readonly is: 'no_credit' | 'daily_limit' | 'moderated' }
  /** Of the task that is ordered: what it says, for how many looks, and how it ends. */
  | { readonly is: 'task'; readonly looks: readonly ('PENDING' | 'THROTTLED' | 'RUNNING')[]; readonly endless?: boolean }
  | { readonly is: 'fails'; readonly failureCode: string }
  | { readonly is: 'cancelled_there' | 'no_output' }
  /** What is delivered. */
  | { readonly is: 'no_film' | 'half_film' | 'short_film' | 'playlist' | 'private_address' | 'dead_address' | 'late_film' }
);

export interface RunwayRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RunwaySimulator {
  readonly url: string;
  readonly key: string;
  /** As in the environment of an installation that asks it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly requests: RunwayRequest[];
  /** One line for each task: five credits a second, given back when it fails for no fault of the order. */
  readonly bill: { readonly task: string; credits: number }[];
  readonly dropped: string[];
  misbehave(mishap: RunwayMishap): void;
  /** Forgets its tasks, as it does after some days. */
  forget(): void;
  close(): Promise<void>;
}

interface Task {
  readonly id: string;
  readonly ratio: string;
  readonly seconds: number;
  readonly mishap: RunwayMishap | null;
  readonly looks: string[];
  isDropped: boolean;
  late: number;
}

interface House {
  readonly simulator: RunwaySimulator;
  readonly origin: string;
  readonly tasks: Map<string, Task>;
  readonly mishaps: { readonly mishap: RunwayMishap; left: number }[];
}

const CREDITS_PER_SECOND = 5;
const VERSION = '2024-11-06';

export async function startRunwaySimulator(): Promise<RunwaySimulator> {
  const server = createServer((request, response) => {
    serve(request, response, house).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = 'key_simulated_runway';
  const mishaps: House['mishaps'] = [];
  const tasks: House['tasks'] = new Map();
  const simulator: RunwaySimulator = {
    ...{ url: origin, key, environment: { RUNWAY_URL: origin, RUNWAY_API_KEY: key } },
    ...{ requests: [], bill: [], dropped: [] },
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    forget: () => tasks.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const house: House = { simulator, origin, tasks, mishaps };
  return simulator;
}

async function serve(incoming: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  let text = '';
  for await (const piece of incoming.setEncoding('utf8')) text += String(piece);
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  const request: RunwayRequest = { method: incoming.method ?? 'GET', path: incoming.url ?? '', headers: incoming.headers, body };
  house.simulator.requests.push(request);
  const hit = house.mishaps.find(({ mishap: { at }, left }) => left > 0 && (!at || at.test(`${request.method} ${request.path}`)));
  if (hit) hit.left -= 1;
  const mishap = hit?.mishap ?? null;
  if (request.path.startsWith('/films/')) return serveFilm(request, response, house);
  if (mishap && spoil(mishap, response)) return;
  if (request.headers.authorization !== `Bearer ${house.simulator.key}`) return fail(response, 401, 'The API key is not valid.');
  if (request.headers['x-runway-version'] !== VERSION) return fail(response, 400, 'A valid X-Runway-Version header is required.');
  if (request.method === 'POST' && request.path === '/v1/image_to_video') return takeOrder(request, response, house, mishap);
  const task = house.tasks.get(decodeURIComponent(/^\/v1\/tasks\/([^/?]+)$/.exec(request.path)?.[1] ?? ''));
  if (!task || task.isDropped) return fail(response, 404, 'Task not found.');
  if (request.method === 'DELETE') {
    task.isDropped = true;
    house.simulator.dropped.push(task.id);
    return void response.writeHead(204).end();
  }
  send(response, 200, shown(task, house));
}

const send = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const fail = (response: ServerResponse, status: number, error: string): void => send(response, status, { error });

/** True when nothing is left to say. */
function spoil(mishap: RunwayMishap, response: ServerResponse): boolean {
  if (mishap.is === 'hang') return true;
  if (mishap.is === 'cut') response.destroy();
  else if (mishap.is === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>');
  else if (mishap.is === 'cut_body') response.writeHead(200, { 'content-length': '4096' }).write('{"id":', () => response.destroy());
  else if (mishap.is === 'status') send(response, mishap.status, mishap.body ?? { error: 'simulated trouble' }, mishap.headers);
  else if (mishap.is === 'no_credit') fail(response, 400, 'You do not have enough credits to run this task.');
  else if (mishap.is === 'daily_limit') fail(response, 429, 'You have exceeded the daily limit of this model.');
  else if (mishap.is === 'moderated') fail(response, 400, 'The input was rejected by content moderation.');
  else return false;
  return true;
}

const RATIOS = new Set(['1280:720', '720:1280', '1104:832', '832:1104', '960:960', '1584:672']);
const MOST_PICTURE = 5 * 1024 * 1024;

/** The first thing that is wrong with an order. */
function faultOf({ model, promptImage, promptText, ratio, duration, seed }: RunwayRequest['body']): string | null {
  if (model !== 'gen4_turbo') return 'Validation of body failed: model';
  if (typeof promptImage !== 'string' || !/^data:image\/(jpeg|png);base64,[\w+/=]+$/.test(promptImage)) return 'promptImage';
  if (promptImage.length > MOST_PICTURE) return 'promptImage is too large';
  if (promptText !== undefined && (typeof promptText !== 'string' || promptText.length < 1 || promptText.length > 1000))
    return 'promptText';
  if (typeof ratio !== 'string' || !RATIOS.has(ratio)) return 'ratio';
  if (!Number.isInteger(duration) || Number(duration) < 2 || Number(duration) > 10) return 'duration';
  return Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) < 2 ** 32 ? null : 'seed';
}

function takeOrder({ body }: RunwayRequest, response: ServerResponse, house: House, mishap: RunwayMishap | null): void {
  const fault = faultOf(body);
  if (fault) {
    send(response, 400, { error: `Validation of body failed: ${fault}`, issues: [{ path: [fault] }] });
    return;
  }
  const id = `17f20503-0000-4000-8000-${String(house.tasks.size + 1).padStart(12, '0')}`;
  const seconds = Number(body['duration']);
  const looks = mishap?.is === 'task' ? [...mishap.looks] : ['PENDING', 'RUNNING'];
  house.tasks.set(id, { id, ratio: String(body['ratio']), seconds, mishap, looks, isDropped: false, late: 1 });
  house.simulator.bill.push({ task: id, credits: seconds * CREDITS_PER_SECOND });
  if (mishap?.is === 'cut_after') response.destroy();
  else send(response, 200, { id });
}

function shown(task: Task, { origin, simulator }: House): unknown {
  const { id, mishap, looks } = task;
  const is = mishap?.is;
  const told = { id, createdAt: '2026-11-21T10:00:00.000Z' };
  const status = mishap?.is === 'task' && mishap.endless ? looks[0] : looks.shift();
  if (status) return { ...told, status, ...(status === 'RUNNING' ? { progress: 0.5 } : {}) };
  if (mishap?.is === 'fails') {
    const line = simulator.bill.find((entry) => entry.task === id);
    if (line && !mishap.failureCode.startsWith('SAFETY')) line.credits = 0;
    return { ...told, status: 'FAILED', failure: 'The generation failed.', failureCode: mishap.failureCode };
  }
  if (is === 'cancelled_there') return { ...told, status: 'CANCELLED' };
  if (is === 'no_output') return { ...told, status: 'SUCCEEDED', output: [] };
  return {
    ...told,
    status: 'SUCCEEDED',
    output: [is === 'private_address' ? 'http://10.0.0.7/film.mp4' : `${origin}/films/${id}.mp4?_jwt=x`],
  };
}

/** `late_film` is there at the second look. */
async function serveFilm(request: RunwayRequest, response: ServerResponse, { tasks }: House): Promise<void> {
  const task = tasks.get(/\/films\/([^/?]+)\.mp4/.exec(request.path)?.[1] ?? '');
  const is = task?.mishap?.is;
  if (!task || is === 'dead_address') return fail(response, 403, 'The address has expired.');
  if (is === 'late_film' && task.late-- > 0) return fail(response, 503, 'Not yet.');
  const film = await testFilm(task.ratio, is === 'short_film' ? 1 : task.seconds);
  const bytes =
    is === 'no_film'
      ? Buffer.from('this is no film')
      : is === 'playlist'
        ? Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n')
        : is === 'half_film'
          ? film.subarray(0, film.length / 2)
          : film;
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': bytes.length }).end(bytes);
}
