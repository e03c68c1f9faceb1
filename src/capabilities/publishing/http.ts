/**
 * One request to a platform, and what can be said of it: an answer, or a fault that knows whether anything left.
 * No retries here, no redirects: whether a request may be made again is decided by those who know what it does.
 */
import { Agent, type RequestInit, type Response as UndiciResponse, fetch as undiciFetch } from 'undici';
import { CallFault, type PlatformAnswer, type PlatformRequest } from './platform.ts';

const PATIENCE_MS = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** Before any byte of ours was written: the name, the connection, the handshake. */
const UNSENT =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

// Connections are not kept: on one that the platform has just closed, nobody can tell whether a request was read.
const dispatcher = new Agent({ keepAliveTimeout: 1, keepAliveMaxTimeout: 1, pipelining: 0, connect: { timeout: 10_000 } });

/** Throws `CallFault`. */
export async function callPlatform(request: PlatformRequest, signal?: AbortSignal): Promise<PlatformAnswer> {
  const limit = AbortSignal.timeout(request.timeoutMs ?? PATIENCE_MS);
  try {
    const init = { method: request.method, redirect: 'manual', dispatcher } as const;
    const response = await undiciFetch(request.url, {
      ...init,
      ...(await written(request)),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const text = await readText(response);
    return { status: response.status, headers: response.headers as unknown as Headers, json: parsed(text), text };
  } catch (error) {
    throw faultOf(error);
  }
}

/** Node's own `FormData` is not undici's, which would write `[object FormData]`: a form is put into bytes here. */
async function written({ body, headers = {} }: PlatformRequest): Promise<Pick<RequestInit, 'body' | 'headers' | 'duplex'>> {
  if (body === undefined) return { headers };
  if (typeof body === 'object' && 'pieces' in body)
    return { headers: { ...headers, 'content-length': String(body.bytes) }, body: body.pieces(), duplex: 'half' };
  if (!(body instanceof FormData)) return { headers, body };
  const form = new Response(body);
  return {
    headers: { ...headers, 'content-type': form.headers.get('content-type') ?? '' },
    body: new Uint8Array(await form.arrayBuffer()),
  };
}

async function readText(response: UndiciResponse): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) throw new CallFault(`an answer of more than ${MAX_BYTES} bytes`, false);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function faultOf(error: unknown): CallFault {
  if (error instanceof CallFault) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (UNSENT.test(code)) return new CallFault(`not reached (${code})`, true, error);
    if (cause.name === 'TimeoutError') return new CallFault('no answer in time', false, error);
    if (code) return new CallFault(`the connection broke (${code})`, false, error);
  }
  return new CallFault(error instanceof Error && error.name === 'AbortError' ? 'interrupted' : 'the connection broke', false, error);
}
