import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { enter, enterAs, openLiveStudio, revoked } from '#test/live.ts';
import { freshDatabase } from '#test/support.ts';

describe('live connections', () => {
  it('say who they are first, and hear only what is open to them', async () => {
    const { url } = await openLiveStudio(await freshDatabase());
    const client = await enter(url);
    client.send({ type: 'subscribe', channel: 'project:7' });
    client.send({ type: 'auth', token: 'token-7' });
    client.send({ type: 'subscribe', channel: 'project:8' });
    client.send({ type: 'subscribe' });
    client.send('no JSON');
    client.send('null');
    await expect
      .poll(() => client.heard.map(({ type, code }) => code ?? type))
      .toEqual(['AUTH_REQUIRED', 'auth_ok', 'FORBIDDEN', 'BAD_MESSAGE', 'BAD_MESSAGE', 'BAD_MESSAGE']);
  });

  it('are closed for a wrong token, or none in time', async () => {
    const { url } = await openLiveStudio(await freshDatabase(), { authMs: 100 });
    const wrong = await enter(url);
    wrong.send({ type: 'auth', token: 'Bearer nonsense' });
    expect(await wrong.closed).toBe(4401);
    expect(wrong.heard).toMatchObject([{ type: 'error', code: 'AUTH_FAILED' }]);
    expect(await (await enter(url)).closed).toBe(4401);
  });

  it('are known by their cookie on our own pages, and not on another site', async () => {
    const { url } = await openLiveStudio(await freshDatabase());
    const ours = await enter(url, { cookie: 'who=7', origin: url.replace('ws:', 'http:').replace('/ws', '') });
    ours.send({ type: 'subscribe', channel: 'project:7' });
    ours.send({ type: 'auth' });
    await eventually(() => ours.heard.map(({ type }) => type)).toEqual(['subscribed', 'auth_ok']);
    const theirs = await enter(url, { cookie: 'who=7', origin: 'https://evil.example' });
    theirs.send({ type: 'subscribe', channel: 'project:7' });
    await eventually(() => theirs.heard).toMatchObject([{ code: 'AUTH_REQUIRED' }]);
    theirs.send({ type: 'auth', token: 'token-7' });
    await eventually(() => theirs.heard[1]).toEqual({ type: 'auth_ok' });
  });

  it('end when the session does', async () => {
    const { url } = await openLiveStudio(await freshDatabase(), { heartbeatMs: 50 });
    const client = await enterAs(url, 7);
    revoked.add(7);
    expect(await client.closed).toBe(4401);
    expect(client.heard.at(-1)).toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('are bounded: for one account, for strangers of one address, in channels and in talk', async () => {
    const bounds = { connectionsPerViewer: 2, strangersPerAddress: 3, subscriptionsPerConnection: 1 };
    const { url } = await openLiveStudio(await freshDatabase(), bounds, { maySubscribe: async () => true });
    const [first] = [await enterAs(url, 7), await enterAs(url, 7)];
    const third = await enter(url);
    third.send({ type: 'auth', token: 'token-7' });
    expect(await third.closed).toBe(4429);
    first?.send({ type: 'subscribe', channel: 'another' });
    await eventually(() => first?.heard.at(-1)).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
    const strangers = [await enter(url), await enter(url), await enter(url), await enter(url)];
    expect(await strangers[3]?.closed).toBe(4429);
    for (let i = 0; i < 301; i++) first?.send({ type: 'ping' });
    expect(await first?.closed).toBe(1008);
  });

  it('are closed with the door', async () => {
    const { url, door } = await openLiveStudio(await freshDatabase());
    const client = await enterAs(url, 7);
    const started = performance.now();
    await door.close();
    expect(await client.closed).toBe(1001);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('answer a plain request with 404', async () => {
    const { url } = await openLiveStudio(await freshDatabase());
    expect((await fetch(url.replace('ws:', 'http:'))).status).toBe(404);
  });
});

/** A client that shakes hands, subscribes and then neither reads nor answers. */
async function enterRaw(url: string): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  const headers = ['Host: 127.0.0.1', 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', 'Cookie: who=7'];
  socket.write(`GET /ws HTTP/1.1\r\n${headers.join('\r\n')}\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`);
  await once(socket, 'data');
  const text = Buffer.from(JSON.stringify({ type: 'subscribe', channel: 'project:7' }));
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]));
  await once(socket, 'data');
  return socket;
}

describe('live connections that are gone', () => {
  it('are noticed by their silence', async () => {
    const { url } = await openLiveStudio(await freshDatabase(), { heartbeatMs: 100 });
    const socket = await enterRaw(url);
    socket.resume();
    await once(socket, 'close');
  });

  it('are cut when they do not read, and cost the others nothing', async () => {
    const database = await freshDatabase();
    const { url, live } = await openLiveStudio(database, { unsentBytes: 100_000 });
    const [slow, other] = [await enterRaw(url), await enterAs(url, 7)];
    slow.pause();
    const closed = once(slow, 'close');
    const heavy = 'x'.repeat(250_000);
    for (let i = 0; i < 80; i++) await live.publish(database.db, 'project:7', { type: 'heavy', heavy });
    await eventually(() => other.heard.length).toBe(82);
    slow.resume();
    await closed;
  });
});
