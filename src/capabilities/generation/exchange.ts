/** One exchange with a provider: bounded in time and size, redirects not followed (they would carry the key away). */
import { type Dispatcher, request } from 'undici';

export interface Exchange {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly bytes: Buffer;
}

/** What became of an exchange without an answer: only what never connected cannot have been charged. */
export interface Lost {
  readonly lost: 'too_large' | 'never_connected' | 'broken' | 'timeout' | 'cancelled' | 'bad_address';
}

export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method?: 'DELETE';
  /** A POST when given: bytes as they are, under the type that the headers say, anything else as JSON. */
  readonly body?: unknown;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

export async function exchange({ url, method, headers, body, mostBytes, signal }: Sent): Promise<Exchange | Lost> {
  try {
    const reply = await request(url, { ...formOf(body), ...(method ? { method } : {}), signal, headers: { ...typeOf(body), ...headers } });
    const bytes = await readBody(reply.body, mostBytes);
    return bytes ? { status: reply.statusCode, headers: reply.headers, bytes } : { lost: 'too_large' };
  } catch (error) {
    return { lost: lossOf(error, signal) };
  }
}

export const isLost = (value: Exchange | Lost): value is Lost => 'lost' in value;

/** Undefined when it was not JSON. */
export function jsonOf({ bytes }: Exchange): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const formOf = (body: unknown): { readonly method?: 'POST'; readonly body?: string | Buffer } => {
  if (body === undefined) return {};
  return { method: 'POST', body: Buffer.isBuffer(body) ? body : JSON.stringify(body) };
};
const typeOf = (body: unknown): Readonly<Record<string, string>> =>
  body === undefined || Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' };

/** Null when it is more than any answer may be. */
async function readBody(body: Dispatcher.ResponseData['body'], mostBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) return null; // leaving the loop destroys the connection
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const NEVER_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|TLS|SSL/;

function lossOf(error: unknown, signal: AbortSignal): Lost['lost'] {
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (signal.aborted) return signal.reason instanceof Error && signal.reason.name === 'TimeoutError' ? 'timeout' : 'cancelled';
  if (code === 'UND_ERR_INVALID_ARG' || name === 'TypeError') return 'bad_address';
  return NEVER_CONNECTED.test(code) ? 'never_connected' : 'broken';
}
