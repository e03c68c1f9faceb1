/**
 * The talent API speaks two documented dialects on the same paths. This module alone decides which one a request gets
 * and knows what differs between them; use-cases never see a dialect.
 *
 * Order: header `API-Version` (or `?api_version=`), what the session remembers from its sign-in body, an anonymous
 * `per_page`, the setting TALENT_API_DEFAULT.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Door } from '#kernel/http/door.ts';
import { type PageAsked, type PageOf, pageCount } from '#kernel/http/pagination.ts';
import { type Message, say } from '#kernel/message.ts';

export type Dialect = 2 | 3;

declare module 'fastify' {
  interface FastifyInstance {
    talentDialect?: Dialect;
  }
}

/** Gives a door its default dialect; without it the newest one is spoken. */
export const setDefaultDialect = (door: Door, dialect: Dialect): void => void door.decorate('talentDialect', dialect);

export function dialectOf(request: FastifyRequest): Dialect {
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  return (
    readDialect(request.headers['api-version'] ?? query?.['api_version']) ??
    readDialect(request.viewer?.memory['dialect']) ??
    (!request.viewer && query?.['per_page'] !== undefined ? 2 : undefined) ??
    request.server.talentDialect ??
    3
  );
}

/** `2`, `v2`, `2.0` → 2. Anything else is as if nothing was said. */
function readDialect(value: unknown): Dialect | undefined {
  const [, digit] = /^v?([23])(?:\.\d+)?$/i.exec(String(value ?? '').trim()) ?? [];
  return digit === '2' ? 2 : digit === '3' ? 3 : undefined;
}

/** The words of the documents: v2 prints French, v3 English. */
export const wordsOf = (dialect: Dialect, message: Message): string => say(message, dialect === 2 ? 'fr' : 'en');

/** `2025-10-15T10:30:00` in v3, with a `Z` in v2; both UTC. */
export const wireDate = (date: Date, dialect: Dialect): string => `${date.toISOString().slice(0, 19)}${dialect === 2 ? 'Z' : ''}`;

/** The counters of a page under the names of both documents. */
export function wirePage<T>({ total }: PageOf<T>, { page, size }: PageAsked): Readonly<Record<string, number>> {
  const pages = pageCount(total, size);
  return { total, page, limit: size, total_pages: pages, per_page: size, pages };
}

/** The names of `wirePage`, for response schemas. */
export const PAGE_COUNTERS = ['total', 'page', 'limit', 'total_pages', 'per_page', 'pages'] as const;

/** The body as the schema of its dialect lets it out: a field that the schema does not name stays inside. */
export const serialise = (reply: FastifyReply, schema: TSchema, body: object): string =>
  reply.serializeInput(body as Record<string, unknown>, schema as unknown as Record<string, unknown>);

export const sendJson = (reply: FastifyReply, json: string | Buffer): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json);
