/** A browser without scripts, for tests of pages: keeps cookies, reads the token of the last form, follows nothing by itself. */
import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Door } from '#kernel/http/door.ts';

export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
  readonly type: string;
}
export type SentFields = Readonly<Record<string, string | readonly string[]>>;

export interface Visitor {
  open(url: string): Promise<LightMyRequestResponse>;
  /** Sends a form with the token of the page that was opened last; multipart when there are files. */
  send(url: string, fields: SentFields, files?: Readonly<Record<string, SentFile>>): Promise<LightMyRequestResponse>;
  /** The address that the last answer leads to. */
  next(): Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
}

/** What a page says, as one reads it: where a long address may break is no part of it. */
export const wordsOf = (body: string): string => body.replaceAll('<wbr/>', '');

export function visit(door: Door, language = 'fr'): Visitor {
  const cookies = new Map([['lang', language]]);
  let token = '';
  let location = '';
  const ask = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await door.inject({ ...options, headers: { ...options.headers, cookie, accept: 'text/html' } });
    for (const { name, value } of reply.cookies) cookies.set(name, value);
    token = /name="_csrf" value="([^"]+)"/.exec(reply.body)?.[1] ?? token;
    location = String(reply.headers['location'] ?? '');
    return reply;
  };
  const open = (url: string): Promise<LightMyRequestResponse> => ask({ method: 'GET', url });
  return {
    cookies,
    open,
    next: () => open(location),
    send: (url, fields, files) => ask({ method: 'POST', url, ...bodyOf({ _csrf: token, ...fields }, files) }),
  };
}

function bodyOf(fields: SentFields, files: Readonly<Record<string, SentFile>> | undefined): Pick<InjectOptions, 'payload' | 'headers'> {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string]));
  if (!files) return { payload: new URLSearchParams(pairs).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const boundary = `----atelier${randomBytes(8).toString('hex')}`;
  const part = (head: string, content: Buffer | string): Buffer[] => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ];
  const parts = [
    ...pairs.flatMap(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, value)),
    ...Object.entries(files).flatMap(([field, { name, content, type }]) =>
      part(`Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
