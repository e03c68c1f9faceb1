/**
 * The token every page form carries (`_csrf` field or `x-csrf-token` header): signed for the session, or for the
 * guest cookie of somebody who is not signed in, so a token taken from one browser is worth nothing in another.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { failure } from '../failure.ts';
import { messages } from '../message.ts';
import type { Signer } from '../vault.ts';
import { comesFromUs, isUnsafe } from './cross-site.ts';
import type { Door } from './door.ts';
import { guestOf } from './guest.ts';

const m = messages({
  expired: {
    fr: 'Le formulaire a expiré. Rechargez la page et envoyez-le de nouveau.',
    en: 'The form has expired. Reload the page and send it again.',
    ar: 'انتهت صلاحية النموذج. أعد تحميل الصفحة ثم أرسله مجددًا.',
  },
});

declare module 'fastify' {
  interface FastifyRequest {
    csrf: { token(): string; check(): void };
  }
}

/** Gives every request its token and the check of it; the door calls the check on page routes. */
export function watchCsrf(door: Door, signer: Signer): void {
  door.decorateRequest('csrf');
  door.addHook('onRequest', async (request) => {
    const bearer = (): string => request.viewer?.sessionId ?? guestOf(request);
    request.csrf = {
      token: () => {
        const nonce = randomBytes(9).toString('base64url');
        return `${nonce}.${signer.sign('csrf', `${nonce}.${bearer()}`)}`;
      },
      check: () => {
        if (!isUnsafe(request)) return;
        const [nonce = '', signature = ''] = sentToken(request).split('.');
        if (!comesFromUs(request) || !signer.verify('csrf', `${nonce}.${bearer()}`, signature)) throw failure.forbidden(m.expired, 'CSRF');
      },
    };
  });
}

/** The token to put into a form of this request's page. */
export const csrfToken = (request: FastifyRequest): string => request.csrf.token();

function sentToken(request: FastifyRequest): string {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const body = request.body as Readonly<Record<string, unknown>> | null | undefined;
  const field = body?.['_csrf'];
  return typeof field === 'string' ? field : '';
}
