import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { Failure } from '#kernel/failure.ts';
import { createQueue } from '#kernel/jobs/queue.ts';
import { createOutbound } from '#kernel/outbound.ts';
import { createVault } from '#kernel/vault.ts';
import { type ReceiverAnswer, startWebhookReceiver, type WebhookReceiver } from '#simulators/webhook-receiver.ts';
import { eventually } from '#test/eventually.ts';
import { afterFile, freshDatabase, log } from '#test/support.ts';
import { createDelivery, deliver } from './deliver.ts';
import { signDelivery } from './signature.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

const EVENTS = ['image.generated', 'post.failed'] as const;
const SECRET = 'my-webhook-secret';
const vault = createVault(['fw3Nv-YNr6UnH8xuCSgkHdZJU8wRBWKjEzvVnA2BCJM='], 'k'.repeat(40));
// The queue waits by its own clock: tries that are put off must not be due already.
const clock = fixedClock(new Date());
const PAGE = { page: 1, size: 20, offset: 0 };

let db: Db;
let hooks: Webhooks;
let guarded: Webhooks;
let promises: ReturnType<typeof createQueue>;
let receiver: WebhookReceiver;
let accountId = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  db = database.db;
  const queue = createQueue(database, log);
  promises = queue;
  hooks = createWebhooks({ config: { demo: true }, db, clock, vault, queue });
  // Another installation, where loopback is as private as the rest; it works on no job.
  guarded = createWebhooks({ config: { demo: false }, db, clock, vault, queue: createQueueThatOnlyPromises(queue) });
  await queue.start({ work: true });
  afterFile(() => queue.stop());
  const { rows } = await sql<{ id: number }>`insert into identity.accounts (email, username, role) values ('a@example.com', 'a', 'user')
    returning id`.execute(db);
  accountId = rows[0]?.id ?? 0;
});

// One for each test: what is still under way of an earlier one must not take the answers of the next.
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(() => receiver.close());

const createQueueThatOnlyPromises = (queue: ReturnType<typeof createQueue>) => ({
  ...queue,
  enqueue: queue.enqueue.bind(queue),
  work: () => undefined,
});
const emit = (event: string, data: Record<string, unknown>) =>
  db.transaction().execute((tx) => hooks.emit(tx, { product: 'images', accountId, event, data }));
const latest = async (id: string) => (await hooks.deliveries('images', accountId, id, PAGE)).rows[0];
const open = (secret?: string) =>
  hooks.create('images', accountId, { url: receiver.url, events: EVENTS, ...(secret ? { secret } : {}) }, EVENTS);

describe('signatures', () => {
  const happened = new Date('2024-12-01T12:00:00.500Z');
  const event = { id: 'e5c0', event: 'project.completed', at: happened, data: { prénom: 'Zoë', n: 1 } };
  const hmac = (text: string, encoding: 'hex' | 'base64', key: string | Buffer) => createHmac('sha256', key).update(text).digest(encoding);

  it('sign the documented text inside the body, and the body in the headers', () => {
    const { body, headers } = signDelivery(event, SECRET, new Date('2024-12-01T12:00:07Z'));
    const read = JSON.parse(body) as { event: string; timestamp: string; data: object; signature: string };
    expect(read).toMatchObject({ event: 'project.completed', timestamp: '2024-12-01T12:00:00Z', data: { prénom: 'Zoë', n: 1 } });
    expect(read.signature).toBe(`sha256=${hmac(`${read.event}.${read.timestamp}.${JSON.stringify(read.data)}`, 'hex', SECRET)}`);
    expect(headers['x-atelier-signature']).toBe(`sha256=${hmac(body, 'hex', SECRET)}`);
    expect(headers['webhook-timestamp']).toBe('1733054407');
    expect(headers['webhook-signature']).toBe(`v1,${hmac(`e5c0.1733054407.${body}`, 'base64', SECRET)}`);
  });

  it('use the decoded key of a Standard Webhooks secret', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const { body, headers } = signDelivery(event, secret, happened);
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    expect(headers['webhook-signature']).toBe(`v1,${hmac(`e5c0.1733054400.${body}`, 'base64', key)}`);
  });
});

describe('deliveries', () => {
  it('I-084 I-086 reach whoever listens to the event, signed, and are in the log', async () => {
    const { endpoint, secret } = await open();
    expect(secret).toMatch(/^whsec_/);
    await emit('image.generated', { id: 7 });
    await emit('image.validated', { id: 8 });
    await eventually(() => receiver.received.length).toBe(1);
    expect(JSON.parse(receiver.received[0]?.raw ?? '')).toMatchObject({ event: 'image.generated', data: { id: 7 } });
    await eventually(async () => latest(endpoint.id)).toMatchObject({ state: 'delivered', httpStatus: 200, tries: 1, detail: 'merci' });
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('reach each endpoint in the order of what happened when they are due together, while one that is silent keeps nobody waiting', async () => {
    const queue = { ...createQueueThatOnlyPromises(promises), enqueue: async () => undefined };
    const quiet = createWebhooks({ config: { demo: true }, db, clock, vault, queue });
    const [other, silent] = [await startWebhookReceiver(), await startWebhookReceiver()];
    silent.answers(...Array.from({ length: 30 }, () => 'hang' as const));
    const endpoints: string[] = [];
    for (const { url } of [silent, receiver, other]) {
      const { endpoint } = await quiet.create('images', accountId, { url, events: EVENTS }, EVENTS);
      endpoints.push(endpoint.id);
    }
    for (let n = 0; n < 30; n += 1) {
      clock.advance(1);
      const event = { product: 'images', accountId, event: 'image.generated', data: { n } } as const;
      await db.transaction().execute((tx) => quiet.emit(tx, event));
    }
    const { rows } = await sql<{ id: string }>`select id from webhooks.deliveries where endpoint_id = any(${endpoints}::text[])
      order by md5(id::text)`.execute(db);
    const outbound = createOutbound({ allowLoopback: true });
    const send = createDelivery({ db, outbound, decrypt: vault.decrypt, now: clock.now, again: async () => undefined });
    const sent = rows.map(({ id }) => send(id, new AbortController().signal));
    const numbers = (each: WebhookReceiver) => each.received.map(({ raw }) => (JSON.parse(raw) as { data: { n: number } }).data.n);
    const all = Array.from({ length: 30 }, (_, n) => n);
    for (const each of [receiver, other]) await eventually(() => numbers(each)).toEqual(all);
    expect(silent.received).toHaveLength(1);
    await Promise.all([silent.close(), other.close()]);
    await Promise.all(sent);
    const left = await quiet.deliveries('images', accountId, endpoints[0] ?? '', { ...PAGE, size: 40 });
    expect(left.rows.filter(({ tries }) => tries > 0)).toHaveLength(1);
    for (const id of endpoints) await quiet.remove('images', accountId, id);
  });

  it('belong to the transaction of what happened', async () => {
    const { endpoint } = await open();
    const undone = db.transaction().execute(async (tx) => {
      await hooks.emit(tx, { product: 'images', accountId, event: 'image.generated', data: {} });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await hooks.deliveries('images', accountId, endpoint.id, PAGE)).total).toBe(0);
    await hooks.remove('images', accountId, endpoint.id);
  });

  it.each<[string, ReceiverAnswer, number | null]>([
    ['an error', 500, 500],
    ['a redirect, which is not followed', { redirect: 'http://169.254.169.254/' }, null],
    ['a cut connection', 'cut', null],
  ])('are tried again after %s', async (_name, answer, status) => {
    const { endpoint } = await open();
    receiver.answers(answer);
    await emit('image.generated', {});
    await eventually(async () => latest(endpoint.id)).toMatchObject({ state: 'pending', tries: 1, httpStatus: status });
    const { nextTryAt } = (await latest(endpoint.id)) ?? {};
    expect(nextTryAt?.getTime()).toBeGreaterThan(clock.now().getTime());
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('are given up within two days, with nine pauses that grow', async () => {
    const { endpoint } = await open();
    receiver.answers(...Array.from({ length: 11 }, () => 500));
    await emit('image.generated', {});
    await eventually(async () => latest(endpoint.id)).toMatchObject({ tries: 1 });
    const { id = '' } = (await latest(endpoint.id)) ?? {};
    const pauses: number[] = [];
    const tools = { db, outbound: createOutbound({ allowLoopback: true }), decrypt: vault.decrypt, now: clock.now };
    for (let tries = 2; tries <= 10; tries += 1) {
      await deliver({ ...tools, again: async (_tx, _id, at) => void pauses.push(at.getTime() - clock.now().getTime()) }, id);
    }
    expect(await latest(endpoint.id)).toMatchObject({ state: 'failed', tries: 10, nextTryAt: null });
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses).toHaveLength(8);
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(48);
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('stop for good when the receiver says 410', async () => {
    const { endpoint } = await open();
    receiver.answers(410);
    await emit('image.generated', {});
    await eventually(async () => hooks.get('images', accountId, endpoint.id)).toMatchObject({ isActive: false, disabledReason: 'gone' });
    const before = receiver.received.length;
    await emit('image.generated', {});
    expect((await hooks.deliveries('images', accountId, endpoint.id, PAGE)).total).toBe(1);
    expect(receiver.received).toHaveLength(before);
    expect(await hooks.change('images', accountId, endpoint.id, { isActive: true }, EVENTS)).toMatchObject({ disabledReason: null });
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('stop after a day without one success, and say so', async () => {
    const { endpoint } = await open();
    receiver.answers(500);
    await emit('image.generated', {});
    await eventually(async () => latest(endpoint.id)).toMatchObject({ tries: 1 });
    clock.advance(25 * 3600);
    // The first event may be tried again meanwhile.
    receiver.answers(500, 500, 500, 500);
    await emit('image.generated', {});
    await eventually(async () => hooks.get('images', accountId, endpoint.id)).toMatchObject({ isActive: false, disabledReason: 'failing' });
    await eventually(async () => latest(endpoint.id)).toMatchObject({ state: 'failed' });
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('are sent again by hand with the same event id, and pinged', async () => {
    const { endpoint } = await open(SECRET);
    const ping = await hooks.test('images', accountId, endpoint.id);
    expect(ping).toMatchObject({ event: 'ping', state: 'delivered' });
    const again = await hooks.redeliver('images', accountId, endpoint.id, ping.id);
    expect(again.eventId).toBe(ping.eventId);
    expect(again.id).not.toBe(ping.id);
    const delivered = async () =>
      (await hooks.deliveries('images', accountId, endpoint.id, PAGE)).rows.filter((row) => row.state === 'delivered');
    await eventually(async () => (await delivered()).length).toBe(2);
    const ids = receiver.received.slice(-2).map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ping.eventId, ping.eventId]);
    receiver.answers(503);
    expect(await hooks.test('images', accountId, endpoint.id)).toMatchObject({ state: 'failed', httpStatus: 503, nextTryAt: null });
    await hooks.remove('images', accountId, endpoint.id);
  });

  it('forget what is older than thirty days', async () => {
    const { endpoint } = await open();
    await emit('image.generated', {});
    await eventually(async () => latest(endpoint.id)).toMatchObject({ state: 'delivered' });
    clock.advance(31 * 86_400);
    expect(await hooks.sweep()).toBeGreaterThan(0);
    expect((await hooks.deliveries('images', accountId, endpoint.id, PAGE)).total).toBe(0);
    await hooks.remove('images', accountId, endpoint.id);
  });
});

describe('endpoints', () => {
  const refused = async (work: Promise<unknown>): Promise<readonly string[]> => {
    const error: unknown = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof Failure ? Object.keys(error.fields).sort() : ['no failure'];
  };

  it.each([
    'http://127.0.0.1:9/hook',
    'http://[::1]/hook',
    'http://10.1.2.3/hook',
    'http://169.254.169.254/latest/meta-data',
    'http://2130706433/',
    'ftp://example.com/',
    'https://user:pass@example.com/',
    'nonsense',
    '',
  ])('refuse %s', async (url) => {
    expect(await refused(guarded.create('images', accountId, { url, events: EVENTS }, EVENTS))).toEqual(['url']);
  });

  it('name every fault at once', async () => {
    const wrong = { url: '', events: ['image.generated', 'nothing.such'], secret: 'short' };
    expect(await refused(hooks.create('images', accountId, wrong, EVENTS))).toEqual(['events', 'secret', 'url']);
  });

  it('are invisible to others, their secret to everybody', async () => {
    const { endpoint } = await open(SECRET);
    await expect(hooks.get('images', accountId + 1, endpoint.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(hooks.get('video', accountId, endpoint.id)).rejects.toMatchObject({ kind: 'not-found' });
    const { rows } = await sql<{ all: string }>`select e::text as all from webhooks.endpoints e where id = ${endpoint.id}`.execute(db);
    expect(rows[0]?.all).not.toContain(SECRET);
    expect(JSON.stringify(await hooks.list('images', accountId))).not.toContain(SECRET);
    await hooks.remove('images', accountId, endpoint.id);
  });
});
