/**
 * A word said once, on the page after an act: « Profil enregistré ». It travels in a signed cookie over the redirect
 * and is gone when it was read, so a reload does not say it again.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from '../http/door.ts';
import type { Signer } from '../vault.ts';

export interface Flash {
  readonly kind: 'success' | 'info' | 'warning' | 'danger';
  /** Already in the reader's language. */
  readonly text: string;
}

const COOKIE = 'flash';
const SCOPE = 'flash';
const KINDS: readonly string[] = ['success', 'info', 'warning', 'danger'] satisfies readonly Flash['kind'][];
/** A cookie holds 4 KB with its signature; three sentences are plenty. */
const MAX_FLASHES = 3;
const MAX_TEXT = 400;

declare module 'fastify' {
  interface FastifyRequest {
    flashes: { sent: Flash[]; set(flash: Flash): void; take(): readonly Flash[] };
  }
}

/** Gives every request its flashes. `secure` marks the cookie for HTTPS only. */
export function watchFlashes(door: Door, signer: Signer, secure: boolean): void {
  door.decorateRequest('flashes');
  door.addHook('onRequest', async (request, reply) => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    const sent: Flash[] = [];
    request.flashes = {
      sent,
      set: (flash) => {
        sent.push({ kind: flash.kind, text: flash.text.slice(0, MAX_TEXT) });
        const payload = Buffer.from(JSON.stringify(sent.slice(-MAX_FLASHES))).toString('base64url');
        reply.setCookie(COOKIE, `${payload}.${signer.sign(SCOPE, payload)}`, { ...options, maxAge: 600 });
      },
      take: () => {
        const cookie = request.cookies[COOKIE];
        if (cookie !== undefined || sent.length > 0) reply.clearCookie(COOKIE, options);
        return [...(cookie === undefined ? [] : readCookie(cookie, signer)), ...sent.splice(0)];
      },
    };
  });
}

/** Says `text` on the next page this reader sees. */
export const setFlash = (reply: FastifyReply, flash: Flash): void => reply.request.flashes.set(flash);

/** Whether this request brought something to be said. */
export const hasFlash = (request: FastifyRequest): boolean => request.cookies?.[COOKIE] !== undefined;

/** What is to be said now; forgotten as it is read. Empty before the door got as far as reading the cookies. */
export const takeFlashes = (request: FastifyRequest): readonly Flash[] => request.flashes?.take() ?? [];

function readCookie(cookie: string, signer: Signer): readonly Flash[] {
  const [payload = '', signature = ''] = cookie.split('.');
  if (!signer.verify(SCOPE, payload, signature)) return [];
  const list: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return Array.isArray(list) ? list.filter(isFlash) : [];
}

const isFlash = (value: unknown): value is Flash =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  'text' in value &&
  KINDS.includes(String(value.kind)) &&
  typeof value.text === 'string';
