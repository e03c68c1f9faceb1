/**
 * How a project goes on, as it happens: over the WebSocket, which is opened again when it breaks, or by asking every now and then where
 * there is none. Ends by itself with the project's work.
 */
import { VideoApiError } from './errors.ts';
import { type Connection, json, sleep } from './http.ts';
import type { PipelineStatus } from './types.ts';
import { isPassing } from './wait.ts';

export interface Progress {
  readonly projectId: string;
  /** 0 to 100, counted by the server. */
  readonly percentage: number;
  /** `script_writing`, `image_generation`…; null between steps. */
  readonly step: string | null;
  /** `scripting`, `generating`, `rendering`, `completed`, `failed`, `cancelled`… */
  readonly status: string | null;
  /** Why it failed, where that was told. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface ProgressOptions {
  /** Told once, when nothing more will come: a wrong key, a project that is not there. */
  readonly onError?: (error: unknown) => void;
  /** Told once, with the last state, when the work has ended. */
  readonly onEnd?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Where there is no WebSocket. */
  readonly pollMs?: number;
}

export type Unsubscribe = () => void;

const ENDS = new Set(['completed', 'failed', 'cancelled']);
const POLL_MS = 2000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Connections that never opened, one after the other, until it is asked instead. */
const MOST_FAILURES = 3;
const PING_MS = 25_000;
/** Without a word for so long, a connection is dead though nobody said so. */
const DEAF_MS = 60_000;

export function followProject(
  connection: Connection,
  projectId: string,
  callback: (progress: Progress) => void,
  options: ProgressOptions = {},
): Unsubscribe {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  options.signal?.addEventListener('abort', end, { once: true });
  if (options.signal?.aborted) end();
  const follower = createFollower(projectId, callback);
  const way: Way = { connection, projectId, follower, signal: stop.signal, pollMs: options.pollMs ?? POLL_MS };
  follow(way)
    .then(
      (last) => last && options.onEnd?.(last),
      (error: unknown) => stop.signal.aborted || options.onError?.(error),
    )
    .finally(() => options.signal?.removeEventListener('abort', end))
    .catch(throwLater);
  return end;
}

/** What the caller's own functions throw is theirs to see. */
const throwLater = (error: unknown): void =>
  void setTimeout(() => {
    throw error;
  });

interface Way {
  readonly connection: Connection;
  readonly projectId: string;
  readonly follower: Follower;
  readonly signal: AbortSignal;
  readonly pollMs: number;
}

/** The last state of what has ended; null when nobody listens any more. */
async function follow(way: Way): Promise<Progress | null> {
  const Socket = globalThis.WebSocket;
  let failures = 0;
  while (typeof Socket === 'function' && failures < MOST_FAILURES) {
    const heard = await listen(new Socket(liveAddress(way.connection)), way);
    if (way.signal.aborted) return null;
    if (heard.end) return heard.end;
    failures = heard.wasOpen ? 0 : failures + 1;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (1 - Math.random() / 4);
    if (failures < MOST_FAILURES && !(await rest(wait, way.signal))) return null;
  }
  return poll(way);
}

/** `/ws` stands beside the API, not below it. */
export const liveAddress = ({ baseUrl }: Pick<Connection, 'baseUrl'>): string =>
  `${baseUrl.replace(/^http/, 'ws').replace(/\/api\/v\d+$/, '')}/ws`;

interface Follower {
  /** The last state when the work has ended with it. */
  tell(message: LiveMessage): Progress | null;
}

interface LiveMessage {
  readonly type?: string;
  readonly channel?: string;
  readonly progress?: number;
  readonly step?: string | null;
  readonly status?: string;
  readonly error?: { readonly code: string; readonly message: string } | null;
  readonly code?: string;
  readonly message?: string;
}

/** Nothing is told twice, and of what is missing the last is kept. */
function createFollower(projectId: string, callback: (progress: Progress) => void): Follower {
  let last: Progress = { projectId, percentage: 0, step: null, status: null, error: null };
  let told = '';
  return {
    tell({ type, progress, step, status, error }) {
      const ended = type && ENDS.has(type) ? type : (status ?? last.status);
      const isDone = ended === 'completed';
      last = {
        projectId,
        percentage: isDone ? 100 : (progress ?? last.percentage),
        step: ended && ENDS.has(ended) ? null : step === undefined ? last.step : step,
        status: ended,
        error: error ? { code: error.code, message: error.message } : null,
      };
      const words = JSON.stringify(last);
      if (words !== told) callback(last);
      told = words;
      return ended && ENDS.has(ended) ? last : null;
    },
  };
}

interface Heard {
  readonly end: Progress | null;
  readonly wasOpen: boolean;
}

/** One connection from its beginning to its end. */
function listen(socket: WebSocket, { connection, projectId, follower, signal }: Way): Promise<Heard> {
  const channel = `project:${projectId}`;
  let wasOpen = false;
  let heardAt = Date.now();
  return new Promise((resolve, reject) => {
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const beat = setInterval(() => {
      if (Date.now() - heardAt > DEAF_MS) socket.close();
      else if (socket.readyState === socket.OPEN) say({ type: 'ping' });
    }, PING_MS);
    const close = (): void => socket.close();
    const over = (settle: () => void): void => {
      clearInterval(beat);
      signal.removeEventListener('abort', close);
      socket.close();
      settle();
    };
    signal.addEventListener('abort', close, { once: true });
    if (signal.aborted) close();
    socket.onopen = () => {
      say({ type: 'auth', token: `Bearer ${connection.apiKey}` });
      say({ type: 'subscribe', channel });
    };
    socket.onmessage = ({ data }: MessageEvent) => {
      heardAt = Date.now();
      const message = parse(data);
      if (message.type === 'subscribed') wasOpen = true;
      const refusal = refusalIn(message);
      if (refusal) over(() => reject(refusal));
      if (refusal || message.channel !== channel || !TELLING.has(message.type ?? '')) return;
      try {
        const end = follower.tell(message);
        if (end) over(() => resolve({ end, wasOpen }));
      } catch (error) {
        over(() => reject(error));
      }
    };
    // Says nothing about the cause; `onclose` follows.
    socket.onerror = () => undefined;
    socket.onclose = () => over(() => resolve({ end: null, wasOpen }));
  });
}

/** `step` tells of one step alone, with a status of its own. */
const TELLING = new Set(['progress', 'completed', 'failed', 'cancelled']);

function parse(data: unknown): LiveMessage {
  try {
    return JSON.parse(String(data)) as LiveMessage;
  } catch {
    return {};
  }
}

/** What another connection would be refused, too. */
const REFUSALS: Readonly<Record<string, number>> = { AUTH_FAILED: 401, AUTH_REQUIRED: 401, SESSION_ENDED: 401, FORBIDDEN: 404 };

function refusalIn({ type, code = '', message = '' }: LiveMessage): VideoApiError | null {
  const status = type === 'error' ? REFUSALS[code] : undefined;
  return status === undefined ? null : new VideoApiError({ status, code, message });
}

async function poll({ connection, projectId, follower, signal, pollMs }: Way): Promise<Progress | null> {
  const path = `/projects/${encodeURIComponent(projectId)}/status`;
  while (!signal.aborted) {
    try {
      const { progress, status, current_step: step } = await json<PipelineStatus>(connection, { path, signal });
      const end = follower.tell({ type: 'progress', progress, status, step: step?.name ?? null });
      if (end) return end;
    } catch (error) {
      if (signal.aborted) return null;
      if (!isPassing(error)) throw error;
    }
    if (!(await rest(pollMs, signal))) return null;
  }
  return null;
}

/** False when nobody listens any more. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  sleep(milliseconds, signal).then(
    () => true,
    () => false,
  );
