import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { access } from './access.ts';
import { createDoor, type Door, stopAccepting } from './door.ts';

const route = { config: { access: access.public, internal: true, anonymous: true } };
const PATIENCE_MS = 60_000;
const ASK = 'GET /slow HTTP/1.1\r\nHost: studio\r\n\r\n';
const ASK_ONCE = 'GET /slow HTTP/1.1\r\nHost: studio\r\nConnection: close\r\n\r\n';

let open: Door | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

/** A door whose only answer waits until it is released. */
async function openDoor() {
  let isLeaving = false;
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const door = createDoor({
    ...{ name: 'site', log: pino({ level: 'silent' }), trustedProxies: 0, secureCookies: false },
    signer: { sign: () => '', verify: () => null } as never,
    authenticate: async () => null,
    renderFailure: (_error, _request, reply) => reply.code(500).send('no'),
    isLeaving: () => isLeaving,
  });
  door.get('/slow', route, async () => {
    asked.resolve();
    await released.promise;
    return 'answered';
  });
  open = door;
  await door.listen({ host: '127.0.0.1', port: 0 });
  const { port } = door.server.address() as AddressInfo;
  return {
    door,
    asked: asked.promise,
    release: () => released.resolve(),
    leave: (idleMs = PATIENCE_MS) => {
      isLeaving = true;
      return stopAccepting(door, { idleMs, busyMs: PATIENCE_MS });
    },
    closed: () => expect.poll(() => door.server.listening, { timeout: PATIENCE_MS }).toBe(false),
    knock: async (): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    },
  };
}

/** Everything that comes until the other side ends. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket) text += String(part);
  return text;
}

describe('the end of a listener', () => {
  it('answers what was asked before, and says that the connection ends', async () => {
    const house = await openDoor();
    const socket = await house.knock();
    socket.write(ASK);
    await house.asked;
    const left = house.leave();
    await house.closed();
    house.release();
    const answer = await heard(socket);
    await left;
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toMatch(/answered$/);
  });

  it('answers whoever asks over a connection that was open before', async () => {
    const house = await openDoor();
    house.release();
    const socket = await house.knock();
    const left = house.leave();
    await house.closed();
    socket.write(ASK);
    expect(await heard(socket)).toMatch(/^HTTP\/1\.1 200 /);
    await left;
  });

  it('refuses connections, so that a client goes elsewhere', async () => {
    const house = await openDoor();
    await house.leave();
    await expect(house.knock()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('answers everybody who was let in until the last moment', async () => {
    const house = await openDoor();
    house.release();
    const knocking: Promise<string>[] = [];
    const knockAndAsk = async (): Promise<string> => {
      const socket = await house.knock().catch(() => null);
      if (!socket) return 'refused';
      socket.write(ASK_ONCE);
      return (await heard(socket)).slice(0, 12);
    };
    for (let n = 0; n < 40; n += 1) knocking.push(knockAndAsk());
    await sleep(5);
    const left = house.leave();
    for (let n = 0; n < 40; n += 1) knocking.push(knockAndAsk());
    const outcomes = new Set(await Promise.all(knocking));
    await left;
    expect([...outcomes].filter((outcome) => outcome !== 'refused')).toEqual(['HTTP/1.1 200']);
  });

  it('lets go of connections that nobody uses', async () => {
    const house = await openDoor();
    const socket = await house.knock();
    const ended = heard(socket);
    await house.leave(50);
    expect(await ended).toBe('');
  });
});
