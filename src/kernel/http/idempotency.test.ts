import type { LightMyRequestResponse as Response } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { fixedClock } from '../clock.ts';
import type { Tx } from '../db/db.ts';
import { failure } from '../failure.ts';
import { createVault } from '../vault.ts';
import { access, type Viewer } from './access.ts';
import { createDoor, type Door, statusOf } from './door.ts';
import { answerOnce, sweepAnswers } from './idempotency.ts';

const { db } = await freshDatabase();
const clock = fixedClock('2026-03-01T10:00:00Z');
const vault = createVault([Buffer.alloc(32, 1).toString('base64url')], 'k'.repeat(40));
await sql`create table public.works (id serial primary key, account int, what text)`.execute(db);
await sql`insert into identity.accounts (username, email) values ('awa', 'awa@example.com'), ('bo', 'bo@example.com')`.execute(db);

const manners = { role: 'user', email: '', name: '', code: null, language: null, credential: 'token', sessionId: null } as const;
const viewerOf = (accountId: number): Viewer => ({ accountId, ...manners, mustChangePassword: false, memory: {} });

/** Two doors are two processes: what they know of each other is in the database. */
function openDoor(work: (tx: Tx, account: number, what: string) => Promise<{ id: number }>): Door {
  const door = createDoor({
    name: 'site',
    log: pino({ level: 'silent' }),
    trustedProxies: 1,
    signer: vault,
    secureCookies: false,
    authenticate: async ({ headers }) => (headers['x-account'] ? viewerOf(Number(headers['x-account'])) : null),
    renderFailure: (error, _request, reply) => reply.code(statusOf(error)).send({ code: error.code, fields: Object.keys(error.fields) }),
  });
  for (const path of ['/works', '/others/:id'])
    door.post<{ Body: { what: string } }>(path, { config: { access: access.signedIn } }, async (request, reply) => {
      const { accountId } = request.viewer as Viewer;
      const made = await answerOnce({ db, clock }, request, reply, {
        admit: async () => {
          admitted += 1;
        },
        work: (tx) => work(tx, accountId, request.body.what),
      });
      return reply.code(202).send(made);
    });
  return door;
}

async function doIt(tx: Tx, account: number, what: string): Promise<{ id: number }> {
  const { rows } = await sql<{ id: number }>`insert into public.works (account, what) values (${account}, ${what}) returning id`.execute(
    tx,
  );
  if (what === 'fails') throw failure.conflict('NO', undefined);
  return { id: rows[0]?.id ?? 0 };
}

const [door, other] = [openDoor(doIt), openDoor(doIt)];
let admitted = 0;
const post = (key: string | null, payload: object, { on = door, account = 1, url = '/works' } = {}): Promise<Response> =>
  on.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'x-account': String(account), ...(key === null ? {} : { 'idempotency-key': key }) },
  });
const count = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from public.works`.execute(db)).rows[0]?.n ?? 0;

describe('a request that is sent again', () => {
  beforeEach(async () => {
    await sql`truncate public.works, kernel.repeatable_answers`.execute(db);
    admitted = 0;
  });

  it('gets the answer of the first, on every door, and starts nothing', async () => {
    const first = await post('k1', { what: 'a', more: { x: 1, y: [2] } });
    const again = await post('k1', { more: { y: [2], x: 1 }, what: 'a' }, { on: other });
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([202, 202, first.json()]);
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect([await count(), admitted]).toEqual([1, 1]);
  });

  it('is refused when it asks for something else under the same key', async () => {
    await post('k1', { what: 'a' });
    const answer = await post('k1', { what: 'b' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    await post('k2', { what: 'a' }, { url: '/others/1' });
    expect((await post('k2', { what: 'a' }, { url: '/others/2' })).statusCode).toBe(409);
    expect(await count()).toBe(2);
  });

  it('is another one for another account, another route, and without a key', async () => {
    await post('k1', { what: 'a' });
    await post('k1', { what: 'a' }, { account: 2 });
    await post('k1', { what: 'a' }, { url: '/others/1' });
    await post(null, { what: 'a' });
    await post(null, { what: 'a' });
    expect([await count(), admitted]).toEqual([5, 5]);
  });

  it('starts one work when twenty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post('k1', { what: 'a' }, { on: n % 2 ? door : other })));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    expect(await count()).toBe(1);
  });

  it('is tried anew after a failure, which keeps nothing', async () => {
    expect((await post('k1', { what: 'fails' })).statusCode).toBe(409);
    expect(await count()).toBe(0);
    expect((await post('k1', { what: 'a' })).statusCode).toBe(202);
  });

  it('is forgotten after a day', async () => {
    await post('k1', { what: 'a' });
    clock.advance(24 * 3600 + 1);
    expect((await post('k1', { what: 'b' })).statusCode).toBe(202);
    expect(await sweepAnswers(db, clock.now())).toBe(0);
    clock.advance(24 * 3600 + 1);
    expect(await sweepAnswers(db, clock.now())).toBe(1);
  });

  it.each(['', 'two words', 'é', 'x'.repeat(256)])('is refused with the key %j', async (key) => {
    const answer = await post(key, { what: 'a' });
    expect([answer.statusCode, answer.json<{ fields: string[] }>().fields]).toEqual([400, ['Idempotency-Key']]);
    expect(await count()).toBe(0);
  });
});
