/** What the routes of the pages share: who may open them, and the texts of a form. */
import type { FastifyRequest } from 'fastify';
import { access } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';

export const presencePage = { config: { access: access.presence, kind: 'page' } } as const;

/** A field that was sent twice says what it said first. */
export const textsOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries((request.body ?? {}) as FormBody).map(([name, value]) => [name, typeof value === 'string' ? value : value?.[0]]),
  );
