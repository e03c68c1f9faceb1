/** What the pages of films share: their addresses, whose film it is, forms that do their work once. */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import { isTimeZone } from '#kernel/wall-time.ts';
import type { Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';

export const ROOT = '/films';
export const NEW = `${ROOT}/new`;
export const VOICES = `${ROOT}/voices`;
export const RENDERS = `${ROOT}/renders`;
export const AT = `${ROOT}/:id`;

export const filmPage = { config: { access: access.signedIn, kind: 'page' } } as const;

export interface OfFilm {
  readonly Params: { readonly id: string; readonly scene?: string };
}
export const addressOf = (id: string): string => `${ROOT}/${id}`;
export const sceneAddress = (id: string, scene: number): string => `${ROOT}/${id}/scenes/${scene}`;

/** The film of the address; 404 for what is no name of one, and for somebody else's. */
export async function ownFilm({ projects }: Pick<FilmTools, 'projects'>, request: FastifyRequest): Promise<Project> {
  const { id } = request.params as OfFilm['Params'];
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw failure.notFound();
  return projects.get(requireViewer(request).accountId, id);
}

export const newOnce = (): string => randomUUID();

/** The form carries the key of its intention: sent twice, it does its work once (`answerOnce`). */
export function onceFrom(request: FastifyRequest): void {
  const once = fieldOf(request, 'once');
  if (/^[\da-f-]{36}$/.test(once)) request.headers['idempotency-key'] = once;
}

export const firstOf = (size: number): PageAsked => ({ page: 1, size, offset: 0 });

/** Whose clocks the pages show: the browser says its zone once, by a cookie; UTC until then. */
export function zoneOf(request: FastifyRequest): { readonly name: string; readonly isKnown: boolean } {
  const said = request.cookies['tz'];
  return said && isTimeZone(said) ? { name: said, isKnown: true } : { name: 'UTC', isKnown: false };
}

/** Media, by the API that hangs on this very site. */
export const media = {
  thumbnail: (asset: string): string => `/api/v1/assets/${asset}/thumbnail?w=320`,
  asset: (asset: string): string => `/api/v1/assets/${asset}/download`,
  video: (video: string): string => `/api/v1/videos/${video}/download`,
  poster: (video: string): string => `/api/v1/videos/${video}/thumbnail`,
  captions: (video: string, kind: 'srt' | 'vtt'): string => `/api/v1/videos/${video}/captions.${kind}`,
} as const;
