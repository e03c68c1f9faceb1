/**
 * Forms of pages that are sent again because their answer was lost on the way are done once.
 *
 * A browser that can keep a form (src/islands/shared/unsent.ts) sends a name of its own with it, `_once`. The name is written down
 * before the work begins and gets its answer after it: sent again, the reader is led where the first answer led. When the process died
 * in between nobody knows whether it was done: the reader is told to look, the machine never tries again. What was refused may be sent
 * again under the same name. The cookie `arrived` tells the browser that an answer came, so that it forgets what it kept.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { failure } from '../failure.ts';
import { isUnsafe } from '../http/cross-site.ts';
import type { Door } from '../http/door.ts';
import { ownerOf } from '../http/guest.ts';
import { messages, say } from '../message.ts';
import { setFlash } from './flash.ts';

const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ARRIVED = 'arrived';
/** What a browser keeps unsent lives three days there; a name outlives it. */
const LIFE_MS = 7 * 86_400_000;
/** A refusal that may be another one at the next try: nothing was heard of the form itself. */
const NOT_HEARD = new Set([401, 403, 408, 425, 429]);

const m = messages({
  known: {
    fr: 'Cet envoi était déjà arrivé : rien n’a été fait deux fois.',
    en: 'This had already arrived: nothing was done twice.',
    ar: 'وصل هذا الإرسال من قبل: لم يُنفَّذ أي شيء مرتين.',
  },
  unknown: {
    fr: 'Cet envoi est arrivé une première fois, mais sa réponse s’est perdue. Regardez si c’est fait avant de recommencer.',
    en: 'This arrived once before, but its answer was lost. Look whether it is done before you do it again.',
    ar: 'وصل هذا الإرسال مرة أولى لكن الرد عليه ضاع. تحقق مما إذا كان قد نُفّذ قبل أن تعيده.',
  },
});

interface Sent {
  readonly owner: string;
  readonly once: string;
}
declare module 'fastify' {
  interface FastifyRequest {
    /** The form this request claimed, until it is answered. */
    sentForm: Sent | null;
  }
}

export interface SentFormTools {
  readonly db: Db;
  readonly clock: Clock;
  /** The cookie travels over HTTPS only. */
  readonly secure: boolean;
}

export function watchSentForms(door: Door, { db, clock, secure }: SentFormTools): void {
  door.decorateRequest('sentForm', null);
  door.addHook('preHandler', async (request, reply) => {
    const once = onceOf(request);
    if (!once) return undefined;
    const sent = { owner: ownerOf(request), once };
    if (await claim(db, sent, `${request.method} ${request.routeOptions.url ?? ''}`, clock.now())) {
      request.sentForm = sent;
      return undefined;
    }
    return repeat(db, sent, request, reply);
  });
  door.addHook('onSend', async (request, reply, payload) => {
    const once = onceOf(request);
    const wasHeard = reply.statusCode < 500 && !NOT_HEARD.has(reply.statusCode);
    if (once && wasHeard) reply.setCookie(ARRIVED, once, { path: '/', sameSite: 'lax', secure, maxAge: 600 });
    const sent = request.sentForm;
    if (!sent) return payload;
    // Who became somebody else by it (registered, signed in) needs the whole answer again, not only its address.
    const isKept = reply.statusCode < 400 && ownerOf(request) === sent.owner;
    await (isKept ? answer(db, sent, reply, clock.now()) : release(db, sent));
    return payload;
  });
}

/** Forgets old names; answers how many. For a daily job. */
export async function sweepSentForms(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LIFE_MS);
  const { numAffectedRows = 0n } = await sql`delete from kernel.sent_forms where started_at < ${before}`.execute(db);
  return Number(numAffectedRows);
}

function onceOf(request: FastifyRequest): string | null {
  if (!isUnsafe(request) || request.routeOptions.config.kind !== 'page') return null;
  const { _once: once } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  return typeof once === 'string' && NAME.test(once) ? once : null;
}

/** False when the name is taken. */
async function claim(db: Db, { owner, once }: Sent, route: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into kernel.sent_forms (owner, once, route, started_at) values (${owner}, ${once}, ${route}, ${now})
    on conflict do nothing returning once`.execute(db);
  return rows.length > 0;
}

async function repeat(db: Db, { owner, once }: Sent, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { rows } = await sql<{ answered: boolean; location: string | null }>`
    select answered_at is not null as answered, location from kernel.sent_forms
    where owner = ${owner} and once = ${once}`.execute(db);
  const [first] = rows;
  if (!first?.answered) throw failure.conflict('SENT_BEFORE', m.unknown);
  setFlash(reply, { kind: 'info', text: say(m.known, request.language) });
  return reply.redirect(first.location ?? '/', 303);
}

async function answer(db: Db, { owner, once }: Sent, reply: FastifyReply, now: Date): Promise<void> {
  const location = reply.getHeader('location');
  await sql`update kernel.sent_forms set answered_at = ${now}, location = ${typeof location === 'string' ? location : null}
    where owner = ${owner} and once = ${once}`.execute(db);
}

async function release(db: Db, { owner, once }: Sent): Promise<void> {
  await sql`delete from kernel.sent_forms where owner = ${owner} and once = ${once}`.execute(db);
}
