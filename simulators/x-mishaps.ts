/** The bad days of X, as they look on the wire. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export const X_PHASES = [
  ...(['token', 'me', 'upload', 'alt_text', 'tweet', 'reply', 'timeline', 'lookup'] as const),
  ...(['film_initialize', 'film_append', 'film_finalize', 'film_status'] as const),
] as const;
export type XPhase = (typeof X_PHASES)[number];

export interface XMishap {
  readonly phase: XPhase;
  readonly is:
    | 'status'
    /** No answer, ever. */
    | 'hang'
    /** The connection is cut. */
    | 'reset'
    /** A page of a proxy, with 200; half a JSON, with 200. */
    | 'html'
    | 'garbage'
    | 'rate_limited'
    | 'usage_capped'
    /** 401, and the token's whole family is dead. */
    | 'dead_token'
    /** The right answer, `seconds` later. */
    | 'slow';
  /** Whether what was asked for is done: not at all (when not given), before the mishap, or `seconds` after it. */
  readonly done?: 'never' | 'before' | 'late';
  readonly status?: number;
  readonly seconds?: number;
  /** 1 when not given. */
  readonly times?: number;
}

export interface XAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const problem = (status: number, title: string, detail: string, type = 'about:blank'): XAnswer => ({
  status,
  body: { title, type, status, detail },
  headers: { 'content-type': 'application/problem+json' },
});
export const invalid = (message: string, parameters: object = {}): XAnswer => ({
  status: 400,
  body: {
    errors: [{ parameters, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: 'https://api.twitter.com/2/problems/invalid-request',
  },
});

export function say(response: ServerResponse, { status, body, headers = {} }: XAnswer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
}

/** `act` does what was asked for; `kill` ends the family of the token that came. */
export async function spoil(mishap: XMishap, response: ServerResponse, act: () => Promise<XAnswer>, kill: () => void): Promise<void> {
  const milliseconds = (mishap.seconds ?? 0) * 1000;
  if (mishap.is === 'slow') {
    await sleep(milliseconds, undefined, { ref: false });
    return say(response, await act());
  }
  if (mishap.done === 'before') await act();
  if (mishap.done === 'late') setTimeout(() => void act(), milliseconds).unref();
  switch (mishap.is) {
    case 'status':
      return say(response, badStatus(mishap.status ?? 500));
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Something went wrong, try again.</body></html>');
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"id":"19');
      return;
    case 'rate_limited':
      return say(response, rateLimited(Math.ceil(Date.now() / 1000) + (mishap.seconds ?? 60)));
    case 'usage_capped':
      return say(response, usageCapped());
    case 'dead_token':
      kill();
      return say(response, problem(401, 'Unauthorized', 'Unauthorized'));
  }
}

const badStatus = (status: number): XAnswer =>
  status === 400 ? invalid('Something about this request is wrong.') : problem(status, 'Internal Server Error', 'Over capacity');

/** `reset` in epoch seconds; X sends no Retry-After. */
export const rateLimited = (reset: number): XAnswer => ({
  ...problem(429, 'Too Many Requests', 'Too Many Requests'),
  headers: { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(reset) },
});

const usageCapped = (): XAnswer => ({
  status: 429,
  body: {
    account_id: 1,
    product_name: 'standard-basic',
    title: 'UsageCapExceeded',
    period: 'Monthly',
    scope: 'Product',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: 'https://api.twitter.com/2/problems/usage-capped',
  },
});
