/** What the pages of pictures are given, and the small manners that they share. */
import type { FastifyRequest } from 'fastify';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import { access } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { safePath } from '#kernel/page/preferences.ts';
import type { Pictures } from '../pictures/pictures.ts';

export interface StudioTools {
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly pictures: Pictures;
  readonly publishing: Pick<Publishing, 'platform'>;
  readonly generation: Pick<Generation, 'desk'>;
}

export type Picture = Awaited<ReturnType<Pictures['get']>>;

export const ROOT = '/studio';
export const REVIEW = `${ROOT}/review`;
export const GALLERY = `${ROOT}/gallery`;
export const STATISTICS = `${ROOT}/statistics`;
/** Of the slice `webhooks`. */
export const WEBHOOKS = `${ROOT}/webhooks`;
export const addressOf = (id: number): string => `${ROOT}/images/${id}`;

export const studioPage = { config: { access: access.signedIn, kind: 'page' } } as const;

/** What an address or a form says under a name, as a list; what is empty is left out. */
export const listOf = (values: FormBody, name: string): readonly string[] =>
  [values[name] ?? []]
    .flat()
    .map((text) => text.trim())
    .filter(Boolean);
export const textOf = (values: FormBody, name: string): string => listOf(values, name)[0] ?? '';

export const queryOf = (request: FastifyRequest): FormBody => request.query as FormBody;
export const bodyOf = (request: FastifyRequest): FormBody => (request.body ?? {}) as FormBody;

/** Where a form wants to go back to; never to another site. */
export const backOf = (values: FormBody, otherwise: string): string => {
  const [path = '', place] = textOf(values, 'back').split('#');
  const hash = place && /^[\w-]+$/.test(place) ? `#${place}` : '';
  return path ? safePath(path) + hash : otherwise;
};
