/**
 * How the site door says that something went wrong: the documented JSON of the talent API in the dialect of the
 * request, an HTML page for people on pages.
 */
import type { FastifyRequest } from 'fastify';
import type { Failure } from '#kernel/failure.ts';
import { type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { type Dialect, dialectOf } from './dialect.ts';

/** `pages` is asked for late: it is made with a door that already needs this function. */
export const createSiteFailures =
  (pages: () => Pick<Pages, 'sendFailure'>): RenderFailure =>
  (failure, request, reply) => {
    if (failure.retryAfter !== undefined) reply.header('retry-after', String(failure.retryAfter));
    if (wantsPage(request)) return pages().sendFailure(failure, request, reply);
    const dialect = dialectOf(request);
    return reply.code(wireStatus(failure, dialect)).send(wireFailure(failure, request, dialect));
  };

/** Pages, and anything outside the APIs that a browser opens (a missing page, a private file). */
function wantsPage(request: FastifyRequest): boolean {
  if (request.routeOptions.config?.kind === 'page') return true;
  const isApi = /^\/api(\/|$)/.test(request.url);
  return !isApi && /text\/html/.test(request.headers.accept ?? '');
}

/** `{success, error, code, details}`: the sentence in the language of the dialect, the details in the reader's. */
export function wireFailure(
  failure: Failure,
  request: Pick<FastifyRequest, 'language'>,
  dialect: Dialect,
): Readonly<Record<string, unknown>> {
  const fields = Object.entries(failure.fields);
  const details = Object.fromEntries(fields.map(([name, error]) => [name, say(error.message, request.language, error.params)]));
  return {
    success: false,
    error: say(failure.text, dialect === 2 ? 'fr' : 'en', failure.params),
    code: wireCode(failure, dialect),
    ...(fields.length ? { details } : {}),
  };
}

/** v2 separates a body it cannot read (400) from fields at fault (422); v3 answers 400 to both. */
const wireStatus = (failure: Failure, dialect: Dialect): number =>
  dialect === 2 && failure.kind === 'invalid' && failure.code === 'VALIDATION_ERROR' ? 422 : statusOf(failure);

const V2_CODES: Readonly<Record<string, string>> = { AUTH_REQUIRED: 'UNAUTHORIZED' };
const V3_CODES: Readonly<Record<string, string>> = { BAD_REQUEST: 'VALIDATION_ERROR' };
const wireCode = (failure: Failure, dialect: Dialect): string => (dialect === 2 ? V2_CODES : V3_CODES)[failure.code] ?? failure.code;
