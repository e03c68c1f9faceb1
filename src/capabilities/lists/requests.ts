/** The list that a form speaks of, for somebody who may use it. */
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { ListKind } from './kinds.ts';

/** Each list says who may: the handler asks it. */
export const listPage = { config: { access: access.signedIn, kind: 'page' } } as const;

/** Names the act whose report is due; the report itself stays in the database. */
export const ACT_COOKIE = 'list-act';

export interface ByList {
  readonly Params: { readonly list: string };
}
export type Kinds = ReadonlyMap<string, ListKind>;

export function kindOf(kinds: Kinds, { viewer }: FastifyRequest, key: string): ListKind {
  const kind = kinds.get(key);
  if (!kind) throw failure.notFound();
  if (!kind.access.allows(viewer)) throw failure.forbidden();
  return kind;
}
