/** One exchange with a provider: bounded in time and size, redirects not followed (they would carry the key away). */
import { type Dispatcher, request } from 'undici';
import { type Fault, fault } from './outcome.ts';

export interface Exchange {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  /** Undefined when it was not JSON. */
  readonly body: unknown;
}

const MOST_BYTES = 1024 * 1024;

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A POST when given. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export async function exchange({ url, headers, body, signal }: Asked): Promise<Exchange | Fault> {
  try {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), method: 'POST' as const };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const reply = await request(url, { ...sent, signal, headers: { accept: 'application/json', ...type, ...headers } });
    const text = await readBody(reply.body);
    if (text === null) return fault('unusable', { mayBeCharged: true });
    return { status: reply.statusCode, headers: reply.headers, body: parsed(text) };
  } catch (error) {
    return faultOf(error, signal);
  }
}

export const isFault = (value: Exchange | Fault): value is Fault => 'outcome' in value;

/** Null when it is more than any answer may be. */
async function readBody(body: Dispatcher.ResponseData['body']): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) return null; // leaving the loop destroys the connection
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const NEVER_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|TLS|SSL/;

function faultOf(error: unknown, signal: AbortSignal): Fault {
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (signal.aborted) {
    const isLate = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
    return isLate ? fault('timeout', { isDown: true, mayBeCharged: true }) : fault('cancelled', { mayBeCharged: true });
  }
  if (code === 'UND_ERR_INVALID_ARG' || name === 'TypeError') return fault('failed');
  return fault('unreachable', { passing: true, isDown: true, mayBeCharged: !NEVER_CONNECTED.test(code) });
}
