/**
 * Requests to addresses that people give us: webhooks, feeds, pictures. Nothing inside our own walls can be reached
 * with them (server-side request forgery).
 *
 * Hides name resolution, redirects and limits. Every address a name resolves to must be public, the connection goes to
 * the very address that was checked (a second, different answer of the name server changes nothing), and each
 * redirect is checked like the first request. `allowLoopback` is for demo mode and tests.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, type RequestInit, type Response as UndiciResponse, fetch as undiciFetch } from 'undici';
import { kindOfAddress } from './outbound-address.ts';

export type OutboundProblem =
  | 'bad-url' // not http(s), user names inside, a number written in a way that hides an address, a port not allowed
  | 'private-address'
  | 'unknown-host'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects';

export class OutboundError extends Error {
  readonly problem: OutboundProblem;
  constructor(problem: OutboundProblem, detail: string, cause?: unknown) {
    super(`${problem}: ${detail}`, cause === undefined ? {} : { cause });
    this.name = 'OutboundError';
    this.problem = problem;
  }
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface OutboundOptions {
  readonly allowLoopback: boolean;
  /** From the call to the last byte of the answer, redirects included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** Ports that may be reached; every one when not given. */
  readonly ports?: readonly number[];
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
}

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

export interface Outbound {
  /** Throws `OutboundError`; an answer with an error status is an answer. */
  fetch(url: string | URL, init?: OutboundRequest): Promise<Response>;
  /** Whether the address may be called at this moment, without calling it; throws `OutboundError`. For forms. */
  check(url: string | URL): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MEGABYTE = 1024 * 1024;

export function createOutbound(options: OutboundOptions): Outbound {
  const { timeoutMs = 15_000, maxBytes = 10 * MEGABYTE, maxRedirects = 3 } = options;
  const resolve = checkedResolver(options);
  const dispatcher = new Agent({
    connect: { lookup: pinnedLookup(resolve), timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const check = async (given: string | URL): Promise<void> => {
    await resolve(hostOf(checkedUrl(given, options.ports)));
  };
  return {
    check,
    async fetch(given, init = {}) {
      const limit = AbortSignal.timeout(timeoutMs);
      const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
      let url = checkedUrl(given, options.ports);
      let request: OutboundRequest = init;
      for (let hops = 0; ; hops++) {
        const response = await send(url, request, { dispatcher, signal, resolve });
        const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
        if (location === null) return capped(response, maxBytes, limit);
        await response.body?.cancel();
        if (hops >= maxRedirects) throw new OutboundError('too-many-redirects', `more than ${maxRedirects}`);
        const next = checkedUrl(resolveLocation(location, url), options.ports);
        request = redirected(request, response.status, next.origin === url.origin);
        url = next;
      }
    },
  };
}

/** `url` when its form hides nothing; the host is judged when its name is resolved. */
function checkedUrl(given: string | URL, ports: readonly number[] | undefined): URL {
  if (!URL.canParse(String(given))) throw new OutboundError('bad-url', 'not an address');
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundError('bad-url', `${url.protocol} is not http`);
  if (url.username || url.password) throw new OutboundError('bad-url', 'a user name in the address');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (ports && !ports.includes(port)) throw new OutboundError('bad-url', `port ${port} is not allowed`);
  // http://2130706433, http://0x7f.1, http://0177.0.0.1: URL turns them into dotted form. Nobody writes them honestly.
  if (isIP(url.hostname) === 4 && typeof given === 'string' && !given.includes(url.hostname)) {
    throw new OutboundError('bad-url', 'an IP address in disguise');
  }
  url.hash = '';
  return url;
}

function resolveLocation(location: string, base: URL): string {
  if (URL.canParse(location)) return location; // kept as written: a disguised host must not be normalised first
  if (!URL.canParse(location, base)) throw new OutboundError('bad-url', 'a redirect to something that is no address');
  return new URL(location, base).href;
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>;

/** All addresses of a host; throws when even one of them is not public: an attacker may put both kinds under one name. */
function checkedResolver({ allowLoopback, resolve = resolveAll }: OutboundOptions): Resolver {
  return async (host) => {
    const family = isIP(host);
    const found = family ? [{ address: host, family }] : await resolve(host);
    if (found.length === 0) throw new OutboundError('unknown-host', host);
    for (const { address } of found) {
      const kind = kindOfAddress(address);
      if (kind === 'public' || (kind === 'loopback' && allowLoopback)) continue;
      throw new OutboundError('private-address', `${host} is inside a private network`);
    }
    return found;
  };
}

const resolveAll: Resolver = (host) =>
  systemLookup(host, { all: true }).catch((error: unknown) => {
    throw new OutboundError('unknown-host', host, error);
  });

/** The lookup of each new connection: resolves once, checks, and hands over exactly what was checked. */
const pinnedLookup =
  (resolve: Resolver): LookupFunction =>
  (host, { all, family }, callback) => {
    resolve(host).then(
      (found) => {
        const wanted = family === 4 || family === 6 ? found.filter((entry) => entry.family === family) : found;
        const [first] = wanted;
        if (!first) callback(new OutboundError('unknown-host', host), '', 0);
        else if (all) callback(null, [...wanted]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };

interface Sending {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly resolve: Resolver;
}

async function send(url: URL, { method = 'GET', headers = {}, body }: OutboundRequest, tools: Sending): Promise<UndiciResponse> {
  // An address that is a number is connected to without a lookup: it is judged here.
  if (isIP(hostOf(url))) await tools.resolve(hostOf(url));
  const init: RequestInit = { method, headers, redirect: 'manual', dispatcher: tools.dispatcher, signal: tools.signal };
  try {
    return await undiciFetch(url, body === undefined ? init : { ...init, body });
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutboundError) return cause;
    if (cause.name === 'TimeoutError' || ('code' in cause && /TIMEOUT|ETIMEDOUT/.test(String(cause.code)))) {
      return new OutboundError('timeout', 'no answer in time', error);
    }
    if (cause.name === 'AbortError') return cause;
  }
  return new OutboundError('unreachable', 'the connection failed', error);
}

/** What a browser would send to the next address: credentials stay at their origin, 303 (and 301, 302 after POST) turns into GET. */
function redirected(request: OutboundRequest, status: number, sameOrigin: boolean): OutboundRequest {
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => sameOrigin || !/^(authorization|cookie|proxy-authorization|host)$/i.test(name),
  );
  const { method = 'GET', body: _, ...rest } = request;
  const toGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  if (!toGet) return { ...request, headers: Object.fromEntries(headers) };
  return { ...rest, method: 'GET', headers: Object.fromEntries(headers.filter(([name]) => !/^content-/i.test(name))) };
}

/** The answer as the platform's own `Response`, cut with an error past `maxBytes`. */
function capped(response: UndiciResponse, maxBytes: number, limit: AbortSignal): Response {
  const { status, statusText } = response;
  const headers = new Headers([...response.headers]);
  const tooLarge = (): OutboundError => new OutboundError('too-large', `more than ${maxBytes} bytes`);
  if (!response.body) return new Response(null, { status, statusText, headers });
  let bytes = 0;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes > maxBytes) throw tooLarge();
        controller.enqueue(value);
      } catch (error) {
        await reader.cancel().catch(() => undefined); // it failed already
        controller.error(limit.aborted ? new OutboundError('timeout', 'the answer took too long', error) : problemOf(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status, statusText, headers });
}
