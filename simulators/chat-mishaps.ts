/** The bad days of a model provider, as they look on the wire. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A bad moment of the chat completions; `times` is 1 when not given. */
export type ChatMishap = { readonly times?: number } & (
  | { readonly is: 'status'; readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly is: 'rate_limited'; readonly headers?: Readonly<Record<string, string>>; readonly message?: string }
  /** After a while, byte by byte, in the middle of the answer, before any answer. */
  | { readonly is: 'hang' | 'slow_body' | 'cut_body' | 'cut' }
  /** 200 all the same. */
  | { readonly is: 'error_in_200' | 'error_in_choice' | 'length' | 'refusal' | 'content_filter' | 'not_json' | 'huge' | 'no_choices' }
  | { readonly is: 'insufficient_quota' | 'no_credits' | 'moderated' | 'no_schema' | 'redirect' }
);

/** The two speak alike but for their errors. */
export interface Dialect {
  readonly key: string;
  error(status: number, message: string, code?: string, param?: string): unknown;
  readonly unknownModel: readonly [status: number, message: (model: string) => string, code: string];
}

export type Send = (status: number, body: unknown, headers?: Readonly<Record<string, string>>) => void;

/** True when nothing is left to say. */
export async function spoil(mishap: ChatMishap, response: ServerResponse, send: Send, dialect: Dialect): Promise<boolean> {
  const json = { 'content-type': 'application/json' };
  switch (mishap.is) {
    case 'status':
      send(mishap.status, dialect.error(mishap.status, mishap.message ?? 'simulated trouble'), mishap.headers);
      return true;
    case 'rate_limited':
      send(429, dialect.error(429, mishap.message ?? 'Rate limit exceeded', 'rate_limit_exceeded'), mishap.headers);
      return true;
    case 'insufficient_quota':
      send(429, {
        error: { message: 'You exceeded your current quota.', type: 'insufficient_quota', code: 'insufficient_quota', param: null },
      });
      return true;
    case 'no_credits':
      send(402, dialect.error(402, 'Insufficient credits. Add more using https://openrouter.ai/settings/credits'));
      return true;
    case 'moderated':
      send(403, { error: { code: 403, message: 'Your input was flagged', metadata: { reasons: ['violence'], flagged_input: '…' } } });
      return true;
    case 'no_schema':
      send(400, dialect.error(400, "'response_format' of type 'json_schema' is not supported", 'unsupported_parameter', 'response_format'));
      return true;
    case 'redirect':
      send(302, {}, { location: 'http://127.0.0.1:9/elsewhere' });
      return true;
    case 'error_in_200':
      send(200, { id: 'gen-failed', error: { code: 502, message: 'Provider returned error' } });
      return true;
    case 'not_json':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>');
      return true;
    case 'no_choices':
      send(200, { id: 'gen-empty', choices: [] });
      return true;
    case 'huge':
      response.writeHead(200, json).end(`{"choices":[{"message":{"content":"${'a'.repeat(2_000_000)}"}}]}`);
      return true;
    case 'cut':
      response.destroy();
      return true;
    case 'cut_body':
      response.writeHead(200, { ...json, 'content-length': '4096' }).write('{"id":"gen-cut","choices":[');
      await sleep(20);
      response.destroy();
      return true;
    case 'hang':
      return true;
    case 'slow_body':
      response.writeHead(200, json);
      for (let piece = 0; piece < 600 && !response.destroyed; piece++) {
        response.write(' ');
        await sleep(50);
      }
      return true;
    default:
      return false;
  }
}
