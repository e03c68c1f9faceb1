/**
 * The cross-site rule of the APIs, which take no token as documented: an unsafe request that rides on a
 * session cookie must come from our own pages. Every browser tells on itself (`Sec-Fetch-Site`, or `Origin` on
 * every unsafe request), so a request that carries neither comes from a program, where a victim's cookie
 * cannot be borrowed; the documented Python and curl clients keep working.
 */
import type { FastifyRequest } from 'fastify';
import { failure } from '../failure.ts';
import { messages } from '../message.ts';

const m = messages({
  crossSite: {
    fr: 'Requête refusée : elle vient d’un autre site',
    en: 'Request refused: it comes from another site',
    ar: 'تم رفض الطلب: مصدره موقع آخر',
  },
});

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
export const isUnsafe = (request: FastifyRequest): boolean => !SAFE.has(request.method);

/** Throws 403 for an unsafe API request that rides on a session cookie from another site or as a plain form. */
export function requireSameOrigin(request: FastifyRequest): void {
  if (!isUnsafe(request) || request.viewer?.credential !== 'session') return;
  if (!comesFromUs(request) || !hasApiBody(request)) throw failure.forbidden(m.crossSite, 'CROSS_SITE');
}

/** True unless the browser says that another site made this request. */
export function comesFromUs(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** JSON and multipart cannot be sent by another site without a preflight or an `Origin`; a plain form can. */
function hasApiBody(request: FastifyRequest): boolean {
  const type = request.headers['content-type'];
  return type === undefined || /^(application\/([\w.+-]+\+)?json|multipart\/form-data|application\/offset\+octet-stream)\b/i.test(type);
}
