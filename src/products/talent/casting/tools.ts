/** What the casting slice is given, and the small manners its routes share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access, isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { type Message, type Params, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';

export interface CastingTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity'>;
  readonly limits: Pick<Limits, 'take'>;
  readonly files: Files;
  readonly pages: Pages;
  readonly catalogue: Catalogue;
  readonly cinema: Pick<Cinema, 'list' | 'listByIds' | 'cards'>;
  readonly search: Pick<CinemaSearch, 'readFilters' | 'facets' | 'where'>;
  /** Origin of the site, for the links that clients get. */
  readonly publicUrl: string;
}

export const castingPage = { config: { access: access.casting, kind: 'page' } } as const;

export interface ById {
  readonly Params: { readonly id: string };
}
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export const isCasting = (viewer: Viewer | null): boolean => viewer?.role === 'casting' || isAdmin(viewer);

export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw failure.unauthenticated();
  return request.viewer;
}

export const isId = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

export function idOf(request: FastifyRequest): number {
  const { id } = request.params as ById['Params'];
  if (!isId(id)) throw failure.notFound();
  return Number(id);
}

/** Ids of an address or a form: `ids=1,2` or `ids=1&ids=2`; what is no id is left out, twice the same is once. */
export function idsOf(value: Query[string], most = 100): readonly number[] {
  const texts = [value ?? []].flat().flatMap((text) => text.split(','));
  return [...new Set(texts.map((text) => text.trim()).filter(isId))].map(Number).slice(0, most);
}

/** A field of the form that was sent, trimmed; empty when it was not. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const value = ((request.body ?? {}) as FormBody)[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Says what was done and goes on. */
export function done(request: FastifyRequest, reply: FastifyReply, to: string, message: Message, params: Params = {}): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(message, request.language, params) });
  return reply.redirect(to, 303);
}

/** Where a form came from, when it is one of our pages; nobody is sent elsewhere. */
export const backTo = (text: string, fallback: string): string => (/^\/(cinema|casting)\/[^\\]*$/.test(text) ? text : fallback);
