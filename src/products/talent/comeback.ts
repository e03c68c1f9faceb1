/**
 * Where somebody was when they were sent to register: kept an hour in this browser, offered again when they have their code. Only pages
 * of castings are gone back to.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'comeback';
const PLACES = /^\/castings\/[a-z0-9-]{1,80}\/apply$/;

export function rememberComeback(request: FastifyRequest, reply: FastifyReply, path: string): void {
  reply.setCookie(COOKIE, path, { path: '/', sameSite: 'lax', httpOnly: true, secure: request.protocol === 'https', maxAge: 3600 });
}

export function comebackOf(request: FastifyRequest): string | null {
  const path = request.cookies[COOKIE] ?? '';
  return PLACES.test(path) ? path : null;
}

export const forgetComeback = (reply: FastifyReply): void => void reply.clearCookie(COOKIE, { path: '/' });
