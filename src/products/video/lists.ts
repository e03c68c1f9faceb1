/** Lists of the video API: `items, total, page, limit, pages`, ten at a time, at most a hundred (video-api.md, "Lister les Projets"). */
import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { type PageAsked, type PageOf, readPage } from '#kernel/http/pagination.ts';

export const listOf = <S extends TSchema>(item: S) =>
  Type.Object({
    items: Type.Array(item),
    total: Type.Integer(),
    page: Type.Integer(),
    limit: Type.Integer(),
    pages: Type.Integer({ description: 'How many pages there are' }),
  });

export const PAGE_QUERY = {
  page: Type.Optional(Type.String({ description: 'Page, from 1' })),
  limit: Type.Optional(Type.String({ description: 'How many of them; 10 when not given, at most 100' })),
};

export const pageOf = (request: FastifyRequest, size = 10): PageAsked =>
  readPage(request.query as Readonly<Record<string, unknown>>, { sizeNames: ['limit'], defaultSize: size });

export function listAnswer<T, Wire>({ page, size }: PageAsked, { total, rows }: PageOf<T>, present: (row: T) => Wire) {
  return { items: rows.map(present), total, page, limit: size, pages: Math.ceil(total / size) };
}

/** `2024-12-01T10:00:00Z`, as the document prints times. */
export const secondsOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
export const secondsOrNull = (at: Date | null): string | null => (at ? secondsOf(at) : null);
