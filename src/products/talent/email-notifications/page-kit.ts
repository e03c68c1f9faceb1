/** What every page about letters uses. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { access } from '#kernel/http/access.ts';
import { type Message, type Params, say } from '#kernel/message.ts';
import { type Flash, setFlash } from '#kernel/page/flash.ts';

export const PAGE = '/admin/settings/email-notifications';
export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;

/** Says what was done and goes on. */
export function done(
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  [message, params]: readonly [Message, Params?],
  kind: Flash['kind'] = 'success',
): FastifyReply {
  setFlash(reply, { kind, text: say(message, request.language, params) });
  return reply.redirect(to, 303);
}
