/**
 * Requests, tried again when that can help and harms nothing: after 408, 429, 5xx and lost connections, with the one idempotency key
 * that all tries of a call share, so that the server starts no work twice.
 */
import { ConnectionError, type ErrorDetails, RateLimitError, VideoApiError } from './errors.ts';

export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly fetch: typeof globalThis.fetch;
  /** Of one try, until its answer begins. */
  readonly timeoutMs: number;
  /** After the first try. */
  readonly retries: number;
  readonly language: string | null;
}

/** Of single calls. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** One of your own, when the intention outlives this process; else each call has a new one. */
  readonly idempotencyKey?: string;
}

export interface Sending extends RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** JSON, or a form with files. */
  readonly body?: unknown;
  readonly accept?: string;
  /** False: a lost answer is not followed by another try, because the server would do it twice. */
  readonly isRepeatable?: boolean;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;
/** A server that asks for more patience is not waited for: the caller is told. */
const MOST_PATIENCE_MS = 60_000;

export async function json<T>(connection: Connection, sending: Sending): Promise<T> {
  const reply = await send(connection, sending);
  if (reply.status === 204) return undefined as T;
  const text = await reply.text().catch((cause: unknown) => {
    throw lost(cause, false);
  });
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    const message = 'The server answered with something that is not JSON';
    throw new VideoApiError({ status: reply.status, code: 'UNREADABLE_ANSWER', message, requestId: idOf(reply), cause });
  }
}

/** Any answer of 2xx; everything else is thrown. */
export async function send(connection: Connection, sending: Sending): Promise<Response> {
  const key = sending.method === 'POST' ? (sending.idempotencyKey ?? newKey()) : null;
  for (let tries = 0; ; tries += 1) {
    const { reply, error } = await tryOnce(connection, sending, key);
    if (reply) return reply;
    const wait = waitBefore(tries, error);
    if (tries >= connection.retries || wait === null || !mayRepeat(sending, error)) throw error;
    await sleep(wait, sending.signal);
  }
}

type Try = { readonly reply: Response; readonly error?: never } | { readonly reply?: never; readonly error: VideoApiError };

async function tryOnce(connection: Connection, sending: Sending, key: string | null): Promise<Try> {
  sending.signal?.throwIfAborted();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(TIMED_OUT), sending.timeoutMs ?? connection.timeoutMs);
  const leave = (): void => stop.abort(sending.signal?.reason);
  sending.signal?.addEventListener('abort', leave, { once: true });
  try {
    const reply = await connection.fetch(addressOf(connection, sending), { ...formOf(connection, sending, key), signal: stop.signal });
    if (reply.ok) return { reply };
    return { error: await refusalOf(reply) };
  } catch (cause) {
    sending.signal?.throwIfAborted();
    sending.signal?.removeEventListener('abort', leave);
    return { error: lost(cause, stop.signal.reason === TIMED_OUT) };
  } finally {
    // The body of a good answer may still come: the caller's signal goes on to stop it, the clock does not.
    clearTimeout(timer);
  }
}

const TIMED_OUT = new Error('No answer in time');

function lost(cause: unknown, isLate: boolean): ConnectionError {
  if (isLate) return new ConnectionError({ code: 'TIMEOUT', message: 'The server did not answer in time', cause });
  return new ConnectionError({ code: 'CONNECTION_FAILED', message: 'The server cannot be reached', cause });
}

function addressOf({ baseUrl }: Connection, { path, query = {} }: Sending): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${baseUrl}${path}${search ? `?${search}` : ''}`;
}

function formOf({ apiKey, language }: Connection, { method = 'GET', body, accept = 'application/json' }: Sending, key: string | null) {
  const isForm = typeof FormData !== 'undefined' && body instanceof FormData;
  const headers: Record<string, string> = { authorization: `Bearer ${apiKey}`, accept };
  if (language) headers['accept-language'] = language;
  if (key) headers['idempotency-key'] = key;
  // The form says its own type, with the mark between its parts.
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  return { method, headers, ...(body === undefined ? {} : { body: isForm ? (body as FormData) : JSON.stringify(body) }) };
}

async function refusalOf(reply: Response): Promise<VideoApiError> {
  const text = await reply.text().catch(() => '');
  const facts = { status: reply.status, requestId: idOf(reply), ...told(text, reply) };
  return reply.status === 429 ? new RateLimitError({ ...facts, retryAfter: patienceAsked(reply) }) : new VideoApiError(facts);
}

/** `{error: {code, message, details}}`; what stands between may answer in words of its own. */
function told(text: string, { status }: Response): { readonly code: string; readonly message: string; readonly details: ErrorDetails } {
  const unknown = { code: `HTTP_${status}`, message: `The server answered with status ${status}`, details: {} };
  try {
    const { error } = JSON.parse(text) as { readonly error?: { code?: string; message?: string; details?: ErrorDetails } };
    return { code: error?.code ?? unknown.code, message: error?.message ?? unknown.message, details: error?.details ?? {} };
  } catch {
    return unknown;
  }
}

const idOf = (reply: Response): string | null => reply.headers.get('x-request-id');

/** Seconds. */
function patienceAsked(reply: Response): number | null {
  const after = reply.headers.get('retry-after');
  if (after === null) return null;
  const seconds = Number(after);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const wait = (Date.parse(after) - Date.now()) / 1000;
  return Number.isNaN(wait) ? null : Math.max(0, Math.ceil(wait));
}

/** Milliseconds; null when another try cannot help. */
function waitBefore(tries: number, error: VideoApiError): number | null {
  if (error.status !== 0 && error.status !== 408 && error.status !== 429 && error.status < 500) return null;
  const asked = error instanceof RateLimitError ? error.retryAfter : null;
  if (asked !== null) return asked * 1000 > MOST_PATIENCE_MS ? null : asked * 1000;
  // Up to a quarter less, so that many who wait do not return together.
  return Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (1 - Math.random() / 4);
}

/** 429 and 503 say that nothing was done. */
const mayRepeat = ({ isRepeatable = true }: Sending, { status }: VideoApiError): boolean =>
  isRepeatable || status === 429 || status === 503;

/** Anywhere, also where `crypto.randomUUID` is kept for secure pages. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `sdk-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Throws the signal's reason as soon as it is aborted. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
