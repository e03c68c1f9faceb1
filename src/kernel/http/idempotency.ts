/**
 * `Idempotency-Key`: a request that is sent again, because its answer was lost on the way, starts nothing twice.
 *
 * For every POST that starts work. A client that makes up a key (1 to 255 visible characters of ASCII, new for every intention) gets
 * for 24 hours: the stored answer to the same request, with the header `Idempotent-Replayed: true`; 409 `IDEMPOTENCY_KEY_REUSED` for
 * another request under the same key. Without the header the work is simply done.
 *
 * The answer is written in the transaction of the work: both are kept or neither is, also when the process dies in between, and a
 * failure leaves nothing behind, so that the client may try again. A second request that comes meanwhile waits for the first.
 * A key belongs to the account and the route; the route is the same on every door that it hangs on.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import { failure } from '../failure.ts';
import { messages } from '../message.ts';
import { requireViewer } from './access.ts';

/** For the schema of the route (`headers`), so that the reference names the header. */
export const REPEATABLE = Type.Object(
  {
    'idempotency-key': Type.Optional(
      Type.String({ description: 'New for every intention: sent again within 24 hours, it starts nothing twice' }),
    ),
  },
  { additionalProperties: true },
);

export interface Repeatable<T extends object> {
  /** Before the work, never before an answer that is only repeated: what counts requests. */
  readonly admit?: () => Promise<void>;
  /** Everything in `tx`; may run more than once. Answers what can be written as JSON. */
  readonly work: (tx: Tx) => Promise<T>;
}

const LIFE_MS = 24 * 3_600_000;

const m = messages({
  key: {
    fr: 'Une clé d’idempotence compte de 1 à 255 caractères ASCII visibles, sans espace.',
    en: 'An idempotency key has 1 to 255 visible ASCII characters, without spaces.',
    ar: 'يتكون مفتاح عدم التكرار من 1 إلى 255 حرف ASCII مرئيًا، دون مسافات.',
  },
  reused: {
    fr: 'Cette clé d’idempotence a déjà servi pour une autre demande. Utilisez une nouvelle clé.',
    en: 'This idempotency key was used for another request. Use a new key.',
    ar: 'استُخدم مفتاح عدم التكرار هذا لطلب آخر. استخدم مفتاحًا جديدًا.',
  },
});

/** What `work` answers, or what it answered to the same request before. The status is the route's own. */
export async function answerOnce<T extends object>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  request: FastifyRequest,
  reply: FastifyReply,
  { admit, work }: Repeatable<T>,
): Promise<T> {
  const name = nameOf(request);
  if (!name) {
    await admit?.();
    return inTransaction(db, work);
  }
  const before = await findAnswer<T>(db, name, clock.now());
  if (before) return repeated(before, reply);
  await admit?.();
  const { isRepeat, answer } = await inTransaction(db, async (tx) => {
    const now = clock.now();
    if (!(await claim(tx, name, now))) return { isRepeat: true, answer: await findAnswer<T>(tx, name, now) };
    const made = await work(tx);
    await keep(tx, name, made);
    return { isRepeat: false, answer: { value: made } };
  });
  if (!answer) throw new Error('the answer under a key that is taken cannot be found');
  return isRepeat ? repeated(answer, reply) : answer.value;
}

/** Forgets answers of more than a day ago; says how many. For a daily job. */
export async function sweepAnswers(db: Db, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from kernel.repeatable_answers where expires_at <= ${now}`.execute(db);
  return Number(numAffectedRows);
}

interface Name {
  readonly accountId: number;
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

function nameOf(request: FastifyRequest): Name | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) throw failure.field('Idempotency-Key', m.key, {}, 'format');
  const { accountId } = requireViewer(request);
  return { accountId, route: `${request.method} ${request.routeOptions.url ?? ''}`, key, fingerprint: fingerprintOf(request) };
}

/** The order of keys in a JSON body means nothing; files count by what they contain. */
function fingerprintOf({ params, query, body, formFiles }: FastifyRequest): string {
  const files = Object.entries(formFiles).map(([field, { content }]) => [field, createHash('sha256').update(content).digest('hex')]);
  const asked = JSON.stringify([params, query, body, Object.fromEntries(files)], (_name, value: unknown) => sorted(value));
  return createHash('sha256').update(asked).digest('hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function repeated<T>({ value }: Answer<T>, reply: FastifyReply): T {
  reply.header('idempotent-replayed', 'true');
  return value;
}

interface Answer<T> {
  readonly value: T;
}

/** Null when nothing was answered under this name; throws when something else was. */
async function findAnswer<T>(db: Db, { accountId, route, key, fingerprint }: Name, now: Date): Promise<Answer<T> | null> {
  const { rows } = await sql<{ fingerprint: string; answer: T }>`
    select fingerprint, answer from kernel.repeatable_answers
    where account_id = ${accountId} and route = ${route} and key = ${key} and expires_at > ${now}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  if (row.fingerprint !== fingerprint) throw failure.conflict('IDEMPOTENCY_KEY_REUSED', m.reused);
  return { value: row.answer };
}

/** False when somebody else's work under this name is done; waits for it when it is under way. */
async function claim(tx: Tx, { accountId, route, key, fingerprint }: Name, now: Date): Promise<boolean> {
  const expiry = new Date(now.getTime() + LIFE_MS);
  const { rows } = await sql`
    insert into kernel.repeatable_answers as r (account_id, route, key, fingerprint, expires_at)
    values (${accountId}, ${route}, ${key}, ${fingerprint}, ${expiry})
    on conflict (account_id, route, key) do update
      set fingerprint = excluded.fingerprint, answer = null, expires_at = excluded.expires_at where r.expires_at <= ${now}
    returning key`.execute(tx);
  return rows.length > 0;
}

const keep = <T>(tx: Tx, { accountId, route, key }: Name, answer: T) =>
  sql`update kernel.repeatable_answers set answer = ${JSON.stringify(answer)}::jsonb
    where account_id = ${accountId} and route = ${route} and key = ${key}`.execute(tx);
