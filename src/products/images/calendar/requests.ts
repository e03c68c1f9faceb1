/** What the pages of publications share: their zone, and how they say no. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { isTimeZone } from '#kernel/wall-time.ts';

export const ROOT = '/publications';
export const ownPage = { config: { access: access.signedIn, kind: 'page' } } as const;

export const ZONE_COOKIE = 'tz';

/** Whose clocks the pages show. The browser says its zone once, by a cookie (islands/calendar.ts); UTC until then. */
interface Zone {
  readonly name: string;
  /** Whether the browser or the person has said it. */
  readonly isKnown: boolean;
}

export function zoneOf(request: FastifyRequest): Zone {
  const said = request.cookies[ZONE_COOKIE];
  return said && isTimeZone(said) ? { name: said, isKnown: true } : { name: 'UTC', isKnown: false };
}

/** Goes on to where the refusal can be read: what the form asked for was not done. */
export function refused(request: FastifyRequest, reply: FastifyReply, to: string, refusal: Failure): FastifyReply {
  const [first] = Object.values(refusal.fields);
  const text = first ? say(first.message, request.language, first.params) : say(refusal.text, request.language, refusal.params);
  setFlash(reply, { kind: 'danger', text });
  return reply.redirect(to, 303);
}
