/** Lists of the images API: `count, next, previous, results` on every one (C-168), pages of 20, at most 100 (`page_size`). */
import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { type PageAsked, type PageOf, readPage } from '#kernel/http/pagination.ts';

const address = Type.Union([Type.String(), Type.Null()]);
export const listOf = <S extends TSchema>(item: S) =>
  Type.Object({ count: Type.Integer(), next: address, previous: address, results: Type.Array(item) });

export const pageOf = (request: FastifyRequest): PageAsked =>
  readPage(request.query as Readonly<Record<string, unknown>>, { sizeNames: ['page_size'] });

/** `publicUrl` is the origin that the links begin with. */
export function listAnswer<T, Wire>(
  request: FastifyRequest,
  publicUrl: string,
  asked: PageAsked,
  { total, rows }: PageOf<T>,
  present: (row: T) => Wire,
) {
  const pages = Math.ceil(total / asked.size);
  const linkTo = (page: number): string => {
    const url = new URL(request.url, publicUrl);
    url.searchParams.set('page', String(page));
    return url.href;
  };
  return {
    count: total,
    next: asked.page < pages ? linkTo(asked.page + 1) : null,
    previous: asked.page > 1 && pages > 0 ? linkTo(Math.min(asked.page - 1, pages)) : null,
    results: rows.map(present),
  };
}

/** `2024-01-15T10:30:00Z`, as the document prints times. */
export const secondsOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');
