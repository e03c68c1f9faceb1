/** Requests that no client of good faith makes: each is answered by its door, in its door's words, and none is a fault of ours. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor } from '#test/door.ts';
import { afterFile } from '#test/support.ts';
import { createVault } from '../vault.ts';
import { access } from './access.ts';
import { createDoor, type Door, statusOf } from './door.ts';
import { readableAddress } from './readable-address.ts';

const config = { access: access.public };
const hang = (door: Door): Door => {
  door.get<{ Params: { name: string } }>('/things/:name', { config }, async (request) => ({ name: request.params.name }));
  door.post('/things', { config }, async (request) => ({ body: request.body }));
  return door;
};
const door = hang(openTestDoor());

const form = (body: string, boundary = 'x') => ({
  method: 'POST' as const,
  url: '/things',
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: body,
});
const PART = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n';
const FILE = '--x\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhalf of a fi';

describe('defect: a broken multipart body was answered 500', () => {
  it.each([
    ['cut off in a field', `${PART}half of a`],
    ['cut off in a file', FILE],
    ['cut off in a header', '--x\r\ncontent-disp'],
    ['without an end', `${PART}value\r\n`],
    ['of another boundary', '--y\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--y--\r\n'],
  ])('%s', async (_what, body) => {
    const answer = await door.inject(form(body));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: 'BAD_REQUEST' });
  });

  it('without a boundary', async () => {
    const answer = await door.inject({ ...form(''), headers: { 'content-type': 'multipart/form-data' } });
    expect(answer.statusCode).toBe(400);
  });

  it('a whole one is read', async () => {
    expect((await door.inject(form(`${PART}value\r\n--x--\r\n`))).json()).toEqual({ body: { a: 'value' } });
  });
});

describe('defect: NUL and half surrogate pairs in texts were answered 500', () => {
  it.each([
    ['a value', { a: { b: ['x', 'y\0'] } }],
    ['a name', { 'a\0': 1 }],
    ['half a pair', { a: '\ud800' }],
    ['defect: a name that every object has', { a: { toString: 'x' } }],
  ])('in JSON: %s', async (_what, payload) => {
    const answer = await door.inject({ method: 'POST', url: '/things', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: 'VALIDATION_ERROR' });
  });

  it('in a form, in a query, and in a path', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await door.inject({ method: 'POST', url: '/things', headers, payload: 'a=%00' })).statusCode).toBe(400);
    expect((await door.inject(form(`${PART}a\0b\r\n--x--\r\n`))).statusCode).toBe(400);
    expect((await door.inject('/things/a?q=%00')).statusCode).toBe(400);
    expect((await door.inject('/things/a%00b')).json()).toEqual({ name: 'a%00b' });
  });

  it('a body without a bottom is malformed, and a pair is a letter', async () => {
    const headers = { 'content-type': 'application/json' };
    const payload = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await door.inject({ method: 'POST', url: '/things', headers, payload })).json()).toEqual({ error: 'BAD_REQUEST' });
    expect((await door.inject({ method: 'POST', url: '/things', payload: { a: '🎬' } })).json()).toEqual({ body: { a: '🎬' } });
  });
});

describe('defect: an address that cannot be decoded, or is long, was answered in the words of the framework', () => {
  it.each([
    ['/nowhere/%', '/nowhere/%25'],
    ['/nowhere/%zz', '/nowhere/%25zz'],
    ['/nowhere/%c3', '/nowhere/%25c3'],
    ['/nowhere/%00', '/nowhere/%2500'],
    ['/nowhere/%ed%a0%80', '/nowhere/%25ed%25a0%2580'],
    ['/nowhere/%C3%A9?q=%', '/nowhere/%C3%A9?q=%'],
  ])('%s', async (url, readable) => {
    expect(readableAddress(url)).toBe(readable);
    expect((await door.inject(url)).json()).toEqual({ error: 'NOT_FOUND' });
  });

  it('a long parameter reaches its route', async () => {
    const name = 'n'.repeat(5000);
    expect((await door.inject(`/things/${name}`)).json()).toEqual({ name });
  });
});

describe('defect: answers of the API said nothing to browsers', () => {
  it('are what they say they are, run nothing and are kept nowhere, also when they refuse', async () => {
    for (const url of ['/things/a', '/nowhere'])
      expect((await door.inject(url)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      });
    expect((await door.inject('/things/a')).headers['strict-transport-security']).toBeUndefined();
  });

  it('a browser that came over https comes back over https', async () => {
    const behind = hang(testDoor({ trustedProxies: 1 }));
    const { headers } = await behind.inject({ url: '/things/a', headers: { 'x-forwarded-proto': 'https' } });
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});

describe('defect: a body that comes a byte at a time held its connection for ever', () => {
  const slow = hang(testDoor({ bodyPatience: { windowMs: 100, leastBytes: 50 } }));
  let port = 0;
  beforeAll(async () => {
    await slow.listen({ host: '127.0.0.1', port: 0 });
    port = (slow.server.address() as { port: number }).port;
    afterFile(() => slow.close());
  });
  const open = async (type: string): Promise<ReturnType<typeof connect>> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined); // that it is cut is what is looked for
    await once(socket, 'connect');
    socket.write(`POST /things HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 5000\r\n\r\n{"a":"`);
    return socket;
  };

  it.each(['application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])('%s is cut', async (type) => {
    const socket = await open(type);
    const drip = setInterval(() => socket.write('a'), 20);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect(socket.bytesRead).toBe(0);
  });

  it('one that comes steadily is heard to its end', async () => {
    const socket = await open('application/json');
    for (let sent = 6; sent < 4998; sent += 96) {
      socket.write('a'.repeat(Math.min(96, 4998 - sent)));
      await pause(10);
    }
    socket.write('"}');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 200/);
    socket.destroy();
  });
});

function testDoor(more: Partial<Parameters<typeof createDoor>[0]>): Door {
  return createDoor({
    name: 'site',
    log: pino({ level: 'silent' }),
    trustedProxies: 0,
    signer: createVault([Buffer.alloc(32).toString('base64url')], 'a secret of the tests, 32 long at least'),
    secureCookies: false,
    authenticate: async () => null,
    renderFailure: (error, _request, reply) => reply.code(statusOf(error)).send({ error: error.code }),
    ...more,
  });
}
