/**
 * A stranger's own random name, kept in a signed cookie: it ties forms, drafts and uploads to one browser
 * before anybody has signed in. Made on first need, never on plain page views.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Signer } from '../vault.ts';
import type { Door } from './door.ts';

export const GUEST_COOKIE = 'atelier_guest';
const NAME = /^[0-9a-f]{32}$/;

declare module 'fastify' {
  interface FastifyRequest {
    guest: { name: string | null; fresh: boolean };
  }
}

/** Reads the guest cookie of every request and sends the one made during it. `secure` marks it for HTTPS only. */
export function watchGuests(door: Door, signer: Signer, secure: boolean): void {
  door.decorateRequest('guest');
  door.addHook('onRequest', async (request) => {
    const [name = '', signature = ''] = (request.cookies[GUEST_COOKIE] ?? '').split('.');
    const known = NAME.test(name) && signer.verify('guest', name, signature);
    request.guest = { name: known ? name : null, fresh: false };
  });
  door.addHook('onSend', async (request, reply) => {
    if (!request.guest?.fresh || !request.guest.name) return;
    const value = `${request.guest.name}.${signer.sign('guest', request.guest.name)}`;
    reply.setCookie(GUEST_COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 });
  });
}

/** The guest name of this browser; a new one is made, and sent as a cookie, when it has none. */
export function guestOf(request: FastifyRequest): string {
  if (!request.guest.name) request.guest = { name: randomBytes(16).toString('hex'), fresh: true };
  return request.guest.name ?? '';
}

/** Whose drafts and uploads these are: the account when signed in, else this browser. */
export const ownerOf = (request: FastifyRequest): string =>
  request.viewer ? `account:${request.viewer.accountId}` : `guest:${guestOf(request)}`;
