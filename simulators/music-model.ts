/**
 * A double of ElevenLabs' music and of a Suno gateway over real HTTP: refuses what they refuse in their own words, answers with
 * tones that can be heard, keeps what it was sent and what was bought, and has bad days on demand.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tone } from './music-tone.ts';

/** `times` is 1 when not given; `at` chooses among requests by `POST /v1/…`, else the next one is hit. */
export type MusicMishap = { readonly times?: number; readonly at?: RegExp } & (
  | { readonly is: 'status'; readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** No answer; none, and the connection gone; half of one; a page of a gateway. */
  | { readonly is: 'hang' | 'cut' | 'cut_body' | 'html' }
  /** Of ElevenLabs, in its words. */
  | { readonly is: 'no_credit' | 'busy' | 'refused' }
  /** A task that fails, is refused late, goes on for so many looks, or is ready with nothing in it. */
  | { readonly is: 'failed' | 'refused_late' | 'no_address' }
  | { readonly is: 'processing'; readonly looks: number }
  /** What is delivered: no music, nothing, silence, too short, an address inside our walls, later than said. */
  | { readonly is: 'no_music' | 'empty' | 'silent' | 'short' | 'private_address' | 'late_sound' }
);

export interface MusicRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface MusicModelSimulator {
  readonly elevenlabs: { readonly url: string; readonly key: string };
  readonly suno: { readonly url: string; readonly key: string };
  /** As in the environment of an installation that asks both. */
  readonly environment: Readonly<Record<string, string>>;
  readonly requests: MusicRequest[];
  readonly bought: { elevenlabs: number; suno: number };
  /** Seconds of what Suno delivers. */
  sunoSeconds: number;
  misbehave(mishap: MusicMishap): void;
  close(): Promise<void>;
}

interface Task {
  looks: number;
  readonly mishap: MusicMishap | null;
}
interface House {
  readonly simulator: MusicModelSimulator;
  readonly origin: string;
  readonly tasks: Map<string, Task>;
  readonly mishaps: { readonly mishap: MusicMishap; left: number }[];
  lateSounds: number;
}

export async function startMusicModelSimulator(): Promise<MusicModelSimulator> {
  const server = createServer((request, response) => {
    serve(request, response, house).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const elevenlabs = { url: `${origin}/elevenlabs`, key: 'sk_simulated_elevenlabs' };
  const suno = { url: `${origin}/suno`, key: 'simulated-suno-key' };
  const mishaps: House['mishaps'] = [];
  const simulator: MusicModelSimulator = {
    elevenlabs,
    suno,
    environment: { ELEVENLABS_URL: elevenlabs.url, ELEVENLABS_API_KEY: elevenlabs.key, SUNO_URL: suno.url, SUNO_API_KEY: suno.key },
    requests: [],
    bought: { elevenlabs: 0, suno: 0 },
    sunoSeconds: 8,
    misbehave: (mishap) => void mishaps.push({ mishap, left: mishap.times ?? 1 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const house: House = { simulator, origin, tasks: new Map(), mishaps, lateSounds: 0 };
  return simulator;
}

async function serve(incoming: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  let text = '';
  for await (const piece of incoming.setEncoding('utf8')) text += String(piece);
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  const request: MusicRequest = { method: incoming.method ?? 'GET', path: incoming.url ?? '', headers: incoming.headers, body };
  house.simulator.requests.push(request);
  const hit = house.mishaps.find(({ mishap: { at }, left }) => left > 0 && (!at || at.test(`${request.method} ${request.path}`)));
  if (hit) hit.left -= 1;
  const mishap = hit?.mishap ?? null;
  if (mishap && spoil(mishap, response)) return;
  if (request.path.startsWith('/elevenlabs/')) return answerElevenlabs(request, response, house, mishap);
  if (request.path.startsWith('/suno/')) return answerSuno(request, response, house, mishap);
  if (request.path.startsWith('/files/')) return serveFile(request, response, house);
  response.writeHead(404).end();
}

/** True when nothing is left to say. */
function spoil(mishap: MusicMishap, response: ServerResponse): boolean {
  if (mishap.is === 'hang') return true;
  if (mishap.is === 'cut') response.destroy();
  else if (mishap.is === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>');
  else if (mishap.is === 'cut_body') response.writeHead(200, { 'content-length': '4096' }).write('half', () => response.destroy());
  else if (mishap.is === 'status') send(response, mishap.status, mishap.body ?? { message: 'simulated trouble' }, mishap.headers);
  else return false;
  return true;
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function answerElevenlabs(
  request: MusicRequest,
  response: ServerResponse,
  { simulator }: House,
  mishap: MusicMishap | null,
): Promise<void> {
  const fail = (status: number, code: string, headers = {}): void =>
    send(response, status, { detail: { status: code, message: code } }, headers);
  if (request.headers['xi-api-key'] !== simulator.elevenlabs.key) return fail(401, 'invalid_api_key');
  if (request.method !== 'POST' || !request.path.startsWith('/elevenlabs/v1/music?')) return fail(404, 'not_found');
  if (mishap?.is === 'no_credit') return fail(401, 'quota_exceeded');
  if (mishap?.is === 'busy') return fail(429, 'system_busy', { 'retry-after-ms': '5' });
  if (mishap?.is === 'refused') return fail(400, 'bad_prompt');
  const { prompt, music_length_ms: length } = request.body;
  const isRight = typeof prompt === 'string' && prompt !== '' && Number(length) >= 3000 && Number(length) <= 600_000;
  if (!isRight) return send(response, 422, { detail: [{ loc: ['body', 'music_length_ms'], msg: 'value is not valid' }] });
  simulator.bought.elevenlabs += 1;
  const sound = soundFor(mishap, Number(length) / 1000);
  response.writeHead(200, { 'content-type': 'audio/mpeg', 'request-id': `el-${simulator.bought.elevenlabs}` }).end(sound);
}

function soundFor(mishap: MusicMishap | null, seconds: number): Buffer {
  if (mishap?.is === 'no_music') return Buffer.from('this is no music at all');
  if (mishap?.is === 'empty') return Buffer.alloc(0);
  if (mishap?.is === 'short') return tone(0.4, 1);
  return tone(seconds, mishap?.is === 'silent' ? 0 : 1);
}

/** Refusals come within a 200, as gateways do it. */
async function answerSuno(request: MusicRequest, response: ServerResponse, house: House, mishap: MusicMishap | null): Promise<void> {
  const { simulator, tasks, origin } = house;
  if (request.headers.authorization !== `Bearer ${simulator.suno.key}`)
    return send(response, 200, { code: 401, msg: 'unauthorized', data: null });
  if (request.method === 'POST' && request.path === '/suno/api/v1/generate') {
    if (mishap?.is === 'no_credit') return send(response, 200, { code: 429, msg: 'The current credits are insufficient', data: null });
    if (typeof request.body['prompt'] !== 'string') return send(response, 200, { code: 400, msg: 'prompt is required', data: null });
    simulator.bought.suno += 1;
    const id = `task-${simulator.bought.suno}`;
    tasks.set(id, { looks: mishap?.is === 'processing' ? mishap.looks : 1, mishap });
    return send(response, 200, { code: 200, msg: 'success', data: { taskId: id } });
  }
  const id = new URL(request.path, origin).searchParams.get('taskId') ?? '';
  const task = tasks.get(id);
  if (!task) return send(response, 404, { code: 404, msg: 'no such task' });
  send(response, 200, { code: 200, msg: 'success', data: shown(id, task, house) });
}

function shown(taskId: string, task: Task, house: House): unknown {
  if (task.looks-- > 0) return { taskId, status: 'PENDING', response: null };
  if (task.mishap?.is === 'failed') return { taskId, status: 'GENERATE_AUDIO_FAILED', errorMessage: 'internal error' };
  if (task.mishap?.is === 'refused_late')
    return { taskId, status: 'SENSITIVE_WORD_ERROR', errorMessage: 'prompt contains prohibited words' };
  if (task.mishap?.is === 'no_address') return { taskId, status: 'SUCCESS', response: { sunoData: [] } };
  if (task.mishap?.is === 'late_sound') house.lateSounds = 1;
  const audioUrl = task.mishap?.is === 'private_address' ? 'http://10.0.0.7/song.mp3' : `${house.origin}/files/${taskId}.mp3`;
  return { taskId, status: 'SUCCESS', response: { sunoData: [{ id: 'a', audioUrl, duration: house.simulator.sunoSeconds }] } };
}

async function serveFile(request: MusicRequest, response: ServerResponse, house: House): Promise<void> {
  const task = house.tasks.get(/([^/]+)\.mp3$/.exec(request.path)?.[1] ?? '');
  if (!task) return void response.writeHead(404).end();
  if (house.lateSounds-- > 0) return void response.writeHead(503).end();
  response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(soundFor(task.mishap, house.simulator.sunoSeconds));
}
