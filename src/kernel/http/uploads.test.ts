import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { fixedClock } from '../clock.ts';
import { inTransaction } from '../db/transaction.ts';
import { say } from '../message.ts';
import { createVault } from '../vault.ts';
import type { Viewer } from './access.ts';
import { createDoor, type Door, statusOf } from './door.ts';
import { createLimits } from './rate-limit.ts';
import { createUploads } from './uploads.ts';

const { db } = await freshDatabase();
const clock = fixedClock(new Date());
const limits = createLimits(db, clock);
const vault = createVault([Buffer.alloc(32, 1).toString('base64url')], 'k'.repeat(40));
const uploads = createUploads({ db, clock, limits });

const viewerOf = (accountId: number): Viewer => ({
  accountId,
  role: 'user',
  email: 'a@b.c',
  name: 'A',
  code: null,
  language: null,
  credential: 'token',
  sessionId: null,
  mustChangePassword: false,
  memory: {},
});

/** A door as a second process would open it on the same database. */
function openDoor(): Door {
  const door = createDoor({
    name: 'site',
    log: pino({ level: 'silent' }),
    trustedProxies: 1,
    signer: vault,
    secureCookies: false,
    authenticate: async (request) => (request.headers['x-account'] ? viewerOf(Number(request.headers['x-account'])) : null),
    renderFailure: (failure, _request, reply) => {
      const fields = Object.entries(failure.fields).map(([name, { message, params }]) => [name, say(message, 'en', params)]);
      if (failure.retryAfter) reply.header('retry-after', failure.retryAfter);
      return reply.code(statusOf(failure)).send({ code: failure.code, fields: Object.fromEntries(fields) });
    },
  });
  uploads.routes(door);
  return door;
}
const door = openDoor();
let port: number;
beforeAll(async () => {
  await door.listen({ host: '127.0.0.1', port: 0 });
  port = (door.server.address() as AddressInfo).port;
});
afterAll(() => door.close());

const TUS = { 'tus-resumable': '1.0.0' };
const ME = { ...TUS, 'x-account': '7' };
const OWNER = 'account:7';
const encode = (text: string): string => Buffer.from(text).toString('base64');
const metadata = (purpose: string): string =>
  `filename ${encode('Awa à Dakar.jpg')},filetype ${encode('image/jpeg')},purpose ${encode(purpose)}`;

const ask = (options: InjectOptions, at = door): Promise<Response> => at.inject(options);
const create = (length: number, purpose = 'photo', headers: Record<string, string> = ME): Promise<Response> =>
  ask({ method: 'POST', url: '/uploads', headers: { ...headers, 'upload-length': String(length), 'upload-metadata': metadata(purpose) } });
const patch = (url: string, offset: number, payload: Buffer, at = door, headers: Record<string, string> = ME): Promise<Response> =>
  ask(
    {
      method: 'PATCH',
      url,
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      payload,
    },
    at,
  );
const head = (url: string, headers: Record<string, string> = ME): Promise<Response> => ask({ method: 'HEAD', url, headers });
const location = (response: Response): string => String(response.headers.location);
const idOf = (url: string): string => url.slice('/uploads/'.length);

describe('resumable uploads', () => {
  test('a file comes in pieces, through two processes, and is claimed once', async () => {
    const content = randomBytes(900_000);
    const created = await create(content.length);
    expect(created.statusCode).toBe(201);
    const url = location(created);
    expect(url).toMatch(/^\/uploads\/[0-9a-f]{32}$/);
    expect(new Date(String(created.headers['upload-expires'])).getTime()).toBeGreaterThan(clock.now().getTime() + 86_000_000);
    expect(await uploads.claim(db, idOf(url), OWNER)).toBeNull();

    const first = await patch(url, 0, content.subarray(0, 300_000));
    expect([first.statusCode, first.headers['upload-offset'], first.headers['tus-resumable']]).toEqual([204, '300000', '1.0.0']);
    const asked = await head(url);
    expect(asked.headers).toMatchObject({
      'upload-offset': '300000',
      'upload-length': '900000',
      'upload-metadata': metadata('photo'),
      'cache-control': 'no-store',
    });
    const other = openDoor();
    expect((await patch(url, 300_000, content.subarray(300_000), other)).headers['upload-offset']).toBe('900000');
    await other.close();

    expect(await uploads.claim(db, idOf(url), 'account:8')).toBeNull();
    const claimed = await uploads.claim(db, idOf(url), OWNER);
    expect(claimed).toMatchObject({ originalName: 'Awa à Dakar.jpg', declaredType: 'image/jpeg', purpose: 'photo' });
    expect(claimed?.content.equals(content)).toBe(true);
    expect(await uploads.claim(db, idOf(url), OWNER)).toBeNull();
    expect((await head(url)).statusCode).toBe(404);
  });

  test('a claim whose transaction rolls back can be made again', async () => {
    const url = location(await create(3));
    await patch(url, 0, Buffer.from('abc'));
    const failing = inTransaction(db, async (tx) => {
      expect((await uploads.claim(tx, idOf(url), OWNER))?.content.toString()).toBe('abc');
      throw new Error('the form was wrong');
    });
    await expect(failing).rejects.toThrow('the form was wrong');
    const claims = await Promise.all([1, 2, 3].map(() => uploads.claim(db, idOf(url), OWNER)));
    expect(claims.filter((claim) => claim?.content.toString() === 'abc')).toHaveLength(1);
    expect(claims.filter((claim) => claim === null)).toHaveLength(2);
  });

  test('creation can carry the first bytes', async () => {
    const headers = { ...ME, 'upload-length': '5', 'upload-metadata': metadata('cv'), 'content-type': 'application/offset+octet-stream' };
    const created = await ask({ method: 'POST', url: '/uploads', headers, payload: Buffer.from('hel') });
    expect([created.statusCode, created.headers['upload-offset']]).toEqual([201, '3']);
    await patch(location(created), 3, Buffer.from('lo'));
    expect((await uploads.claim(db, idOf(location(created)), OWNER))?.content.toString()).toBe('hello');
  });

  test('a connection cut in the middle keeps what came; the rest follows', async () => {
    const content = randomBytes(1_000_000);
    const url = location(await create(content.length));
    const headers = { ...ME, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': content.length };
    const cut = httpRequest({ port, path: url, method: 'PATCH', headers });
    const closed = new Promise((resolve) => cut.on('error', resolve).on('close', resolve));
    cut.write(content.subarray(0, 700_000), () => setTimeout(() => cut.destroy(), 100));
    await closed;
    let offset = 0;
    for (let tries = 0; offset < 700_000 && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      offset = Number((await head(url)).headers['upload-offset']);
    }
    expect(offset).toBe(700_000);
    expect((await patch(url, offset, content.subarray(offset))).statusCode).toBe(204);
    expect((await uploads.claim(db, idOf(url), OWNER))?.content.equals(content)).toBe(true);
  });

  test('of many pieces sent at once for the same place, one is taken', async () => {
    const url = location(await create(1000));
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => patch(url, 0, Buffer.alloc(500, i))));
    const codes = answers.map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 204)).toHaveLength(1);
    expect(codes.filter((code) => code === 409)).toHaveLength(7);
    expect((await head(url)).headers['upload-offset']).toBe('500');
  });

  test('a wrong place, a wrong kind of body and too many bytes are refused, and nothing is added', async () => {
    const url = location(await create(10));
    await patch(url, 0, Buffer.from('abc'));
    const wrong = await patch(url, 5, Buffer.from('x'));
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([409, 'OFFSET_MISMATCH']);
    expect(
      (await ask({ method: 'PATCH', url, headers: { ...ME, 'upload-offset': '3', 'content-type': 'application/json' }, payload: '{}' }))
        .statusCode,
    ).toBe(415);
    expect((await patch(url, 3, Buffer.alloc(8))).statusCode).toBe(413);
    expect((await head(url)).headers['upload-offset']).toBe('3');
  });

  test('a refusal reaches a client that is still sending, on a real connection', async () => {
    const url = location(await create(100));
    const headers = { ...ME, 'upload-offset': '50', 'content-type': 'application/offset+octet-stream' };
    const response = await fetch(`http://127.0.0.1:${port}${url}`, { method: 'PATCH', headers, body: randomBytes(3_000_000) });
    expect(response.status).toBe(409);
  });

  test('T-114 T-116 a file that will be too large is refused before a byte is sent, by its field', async () => {
    const photo = await create(6 * 1024 * 1024);
    expect(photo.statusCode).toBe(413);
    expect(photo.json<{ fields: unknown }>().fields).toEqual({ photo: 'The file is too large (at most 5 MB)' });
    expect((await create(6 * 1024 * 1024, 'cv')).statusCode).toBe(201);
    expect((await create(11 * 1024 * 1024, 'cv')).json<{ fields: unknown }>().fields).toHaveProperty('cv');
  });

  test.each([
    ['no purpose', { 'upload-length': '5' }],
    ['an unknown purpose', { 'upload-length': '5', 'upload-metadata': metadata('constructor') }],
    ['no length', { 'upload-metadata': metadata('photo') }],
    ['a deferred length', { 'upload-defer-length': '1', 'upload-metadata': metadata('photo') }],
    ['an empty file', { 'upload-length': '0', 'upload-metadata': metadata('photo') }],
    ['a negative length', { 'upload-length': '-5', 'upload-metadata': metadata('photo') }],
  ])('%s is refused', async (_name, headers: Record<string, string>) => {
    expect((await ask({ method: 'POST', url: '/uploads', headers: { ...ME, ...headers } })).statusCode).toBe(400);
  });

  test('another version of the protocol is told which one is spoken', async () => {
    const answer = await ask({ method: 'POST', url: '/uploads', headers: { ...ME, 'tus-resumable': '0.2.2' } });
    expect([answer.statusCode, answer.headers['tus-version']]).toEqual([412, '1.0.0']);
    const options = await ask({ method: 'OPTIONS', url: '/uploads' });
    expect(options.headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,termination,expiration',
      'tus-max-size': '524288000',
    });
  });

  test('a stranger’s upload belongs to his browser', async () => {
    const created = await create(3, 'photo', TUS);
    const cookie = String(created.headers['set-cookie']);
    expect(cookie).toMatch(/^atelier_guest=[0-9a-f]{32}\.[\w%-]+; .*HttpOnly/);
    const mine = { ...TUS, cookie: cookie.split(';')[0] ?? '' };
    const url = location(created);
    expect((await patch(url, 0, Buffer.from('abc'), door, TUS)).statusCode).toBe(404);
    expect((await patch(url, 0, Buffer.from('abc'), door, ME)).statusCode).toBe(404);
    expect(
      (await patch(url, 0, Buffer.from('abc'), door, { ...mine, cookie: mine.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }))
        .statusCode,
    ).toBe(404);
    expect((await patch(url, 0, Buffer.from('abc'), door, mine)).statusCode).toBe(204);
    const owner = `guest:${/atelier_guest=([0-9a-f]{32})/.exec(cookie)?.[1]}`;
    expect((await uploads.claim(db, idOf(url), owner))?.content.toString()).toBe('abc');
  });

  test('termination forgets it, also by way of POST', async () => {
    const [one, two] = [location(await create(3)), location(await create(3))];
    expect((await ask({ method: 'DELETE', url: one, headers: { ...TUS, 'x-account': '8' } })).statusCode).toBe(404);
    expect((await ask({ method: 'DELETE', url: one, headers: ME })).statusCode).toBe(204);
    expect((await ask({ method: 'POST', url: two, headers: { ...ME, 'x-http-method-override': 'DELETE' } })).statusCode).toBe(204);
    for (const url of [one, two]) expect((await head(url)).statusCode).toBe(404);
  });

  test('a day without a piece ends it', async () => {
    const [left, kept] = [location(await create(3)), location(await create(3))];
    clock.advance(23 * 3600);
    await patch(kept, 0, Buffer.from('a'));
    clock.advance(2 * 3600);
    expect((await head(left)).statusCode).toBe(404);
    expect((await head(kept)).statusCode).toBe(200);
    expect(await uploads.sweep()).toBeGreaterThan(0);
    expect((await head(kept)).statusCode).toBe(200);
  });

  test('one owner, and one address, start only so many', async () => {
    const from = { ...TUS, 'x-account': '99', 'x-forwarded-for': '198.51.100.9' };
    const codes: number[] = [];
    for (let i = 0; i < 62; i++) codes.push((await create(1, 'photo', from)).statusCode);
    expect(codes.filter((code) => code === 201)).toHaveLength(60);
    expect(codes.slice(60)).toEqual([429, 429]);
    await limits.take({ name: 'uploads-megabytes', limit: 4096, windowSeconds: 86_400 }, '198.51.100.10', 4094);
    const refused = await create(3_000_000, 'photo', { ...TUS, 'x-account': '100', 'x-forwarded-for': '198.51.100.10' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(80_000);
  });
});
