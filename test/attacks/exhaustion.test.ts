/** What is too much: expressions that never end, bodies too large and too slow, floods of the live connection. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'undici';
import { beforeAll, describe } from 'vitest';
import { afterFile } from '#test/support.ts';
import { type Attempt, attack } from './attack.ts';
import { expressionsOf, isQuick } from './expressions.ts';
import { type Attacker, DOORS, type DoorName, type House, openHouse } from './house.ts';
import { faultOf, formAt } from './wire-errors.ts';

let house: House;
let user: Attacker;
const ports = new Map<DoorName, number>();
/** Opened before everything else: what is slow is cut while the rest is tried. */
let slow: readonly SlowBody[] = [];

beforeAll(async () => {
  house = await openHouse({ demo: false });
  user = await house.attacker('user');
  for (const door of DOORS) ports.set(door, Number(new URL(await house.atelier.doors[door].listen({ host: '127.0.0.1', port: 0 })).port));
  slow = await openSlowBodies();
}, 120_000);

describe('too much', () => {
  attack('ReDoS: every regular expression of the program, against what makes such expressions slow', async (attempt) => {
    const expressions = await expressionsOf();
    if (expressions.length < 100) attempt.found(`only ${expressions.length} expressions were read`);
    // In the short form a quarter of them, another one for another seed.
    for (const [index, { where, source, flags }] of expressions.entries()) {
      if (attempt.depth === 1 && (index + attempt.seed) % 4 > 0) continue;
      const slowest = isQuick(source, flags);
      attempt.demand(slowest === null, () => `${where}: /${source}/${flags} is stuck on ${JSON.stringify(slowest?.slice(0, 60))}…`);
    }
  });

  attack('oversize: bodies, fields, names, headers and addresses beyond every limit', async (attempt) => {
    const json = { 'content-type': 'application/json' };
    const long = 'x'.repeat(1024 * 1024);
    for (const door of DOORS) {
      const login = door === 'images' ? '/api/auth/login' : '/api/v1/auth/login';
      const tried = [
        { payload: JSON.stringify({ identifier: `${long}x` }), headers: json },
        { payload: `{"identifier":${'['.repeat(400_000)}`, headers: json },
        { payload: JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, at]))), headers: json },
        { payload: `a=${'x'.repeat(300 * 1024)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { payload: '&a=1'.repeat(60_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { payload: parts(300), headers: { 'content-type': 'multipart/form-data; boundary=x' } },
        { payload: parts(1, 'n'.repeat(200_000)), headers: { 'content-type': 'multipart/form-data; boundary=x' } },
        { payload: parts(1, 'a', 'v'.repeat(100_000)), headers: { 'content-type': 'multipart/form-data; boundary=x' } },
        { payload: parts(6, 'f"; filename="a', 'v'), headers: { 'content-type': 'multipart/form-data; boundary=x' } },
        {
          payload: parts(1, 'f"; filename="a', 'v'.repeat(13 * 1024 * 1024)),
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        },
        {
          payload: `--x\r\n${'content-disposition: form-data; name="a"\r\n'.repeat(3000)}\r\n1\r\n--x--`,
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        },
      ];
      for (const [index, request] of tried.entries()) {
        const answer = await house.stranger.ask(door, { method: 'POST', url: login, ...request });
        const fault = faultOf(formAt(door, login), answer);
        attempt.demand(answer.statusCode >= 400 && fault === null, `${door} body ${index + 1} was answered ${answer.statusCode}: ${fault}`);
      }
      for (const url of [
        `/api/v1/users/${'9'.repeat(15_000)}`,
        `/api/v1/talents?${'a=1&'.repeat(4_000)}`,
        `/${'a/'.repeat(5_000)}`,
        `/api/${'%25'.repeat(4_000)}`,
      ]) {
        const answer = await house.stranger.ask(door, { url });
        const fault = faultOf(formAt(door, url), answer);
        attempt.demand(fault === null, `${door} ${url.slice(0, 40)}… was answered ${answer.statusCode}: ${fault}`);
      }
    }
    attempt.demand((await house.stranger.ask('site', { url: '/readyz' })).statusCode === 200, 'the studio is not ready afterwards');
  });

  attack('live connections: floods, giants, junk and other sites', async (attempt) => {
    const url = `ws://127.0.0.1:${ports.get('site')}/ws`;
    const many = await Promise.all(Array.from({ length: 80 }, () => join(url)));
    const open = many.filter(({ readyState }) => readyState === WebSocket.OPEN);
    attempt.demand(open.length <= 50, `${open.length} strangers of one address were let in`);
    for (const socket of many) socket.close();
    await said(attempt, url, 'a flood of messages', (socket) => {
      for (let sent = 0; sent < 2_000; sent++) socket.send('{"type":"ping"}');
    });
    await said(attempt, url, 'a message of a megabyte', (socket) => socket.send('x'.repeat(1024 * 1024)));
    await said(attempt, url, 'a false token', (socket) => socket.send('{"type":"auth","token":"x"}'));
    for (const junk of [
      '',
      '{',
      'null',
      '[]',
      '{"type":null}',
      '{"type":"subscribe","channel":{}}',
      '{"type":"subscribe","channel":"project:\\u0000"}',
      '\u0000',
    ]) {
      const socket = await join(url, { cookie: user.cookie });
      socket.send(junk);
      socket.send('{"type":"ping"}');
      attempt.demand(await hears(socket, 'pong'), `after ${JSON.stringify(junk)} nothing is answered`);
      socket.close();
    }
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1']) {
      const socket = await join(url, { cookie: user.cookie, origin });
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"auth"}');
      attempt.demand(!(await hears(socket, 'auth_ok')), `a page of ${origin} speaks with the cookie of its reader`);
      socket.close();
    }
  });

  attack('slow bodies: one byte at a time is cut, at every door', async (attempt) => {
    const limit = AbortSignal.timeout(60_000);
    for (const { what, closed } of slow)
      attempt.demand(await Promise.race([closed, aborted(limit)]), `${what} is still open after a minute`);
  });
});

interface SlowBody {
  readonly what: string;
  readonly closed: Promise<true>;
}

async function openSlowBodies(): Promise<readonly SlowBody[]> {
  const kinds = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/offset+octet-stream',
  ];
  const heads = ['content-length: 900000', 'transfer-encoding: chunked'];
  const wanted = DOORS.flatMap((door) => kinds.flatMap((kind) => heads.map((head) => ({ door, kind, head }))));
  return Promise.all(
    wanted.map(async ({ door, kind, head }) => {
      const socket = connect(ports.get(door) ?? 0, '127.0.0.1');
      socket.on('error', () => undefined); // to be cut is what is looked for
      await once(socket, 'connect');
      const url = kind.includes('offset') ? '/uploads' : door === 'images' ? '/api/auth/login' : '/api/v1/auth/login';
      const tus = `tus-resumable: 1.0.0\r\nupload-length: 900000\r\nupload-metadata: purpose ${Buffer.from('photo').toString('base64')}\r\n`;
      socket.write(`POST ${url} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${kind}\r\n${url === '/uploads' ? tus : ''}${head}\r\n\r\n`);
      const piece = head.includes('chunked') ? '1\r\na\r\n' : 'a';
      const drip = setInterval(() => socket.write(piece), 500);
      afterFile(async () => stop(socket, drip));
      const closed = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
      void closed.then(() => clearInterval(drip));
      return { what: `${door} ${kind}, ${head}`, closed };
    }),
  );
}

function stop(socket: Socket, drip: NodeJS.Timeout): void {
  clearInterval(drip);
  socket.destroy();
}

const aborted = (signal: AbortSignal): Promise<false> =>
  new Promise((resolve) => (signal.aborted ? resolve(false) : signal.addEventListener('abort', () => resolve(false))));

const parts = (count: number, name = 'a', value = '1'): string =>
  `${`--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`.repeat(count)}--x--\r\n`;

const gone = (socket: WebSocket): Promise<true> =>
  new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve(true);
    else socket.addEventListener('close', () => resolve(true));
  });

/** Open and not sent away at once, or refused. */
async function join(url: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers });
  const opened = new Promise<void>((resolve) => {
    socket.addEventListener('open', () => setTimeout(resolve, 50));
    socket.addEventListener('error', () => resolve());
  });
  await Promise.race([opened, gone(socket)]);
  return socket;
}

async function said(attempt: Attempt, url: string, what: string, say: (socket: WebSocket) => void): Promise<void> {
  const socket = await join(url);
  say(socket);
  attempt.demand(await Promise.race([gone(socket), aborted(AbortSignal.timeout(10_000))]), `${what} is endured`);
  if (socket.readyState === WebSocket.OPEN) socket.close();
}

function hears(socket: WebSocket, type: string): Promise<boolean> {
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(false);
  const heard = new Promise<boolean>((resolve) =>
    socket.addEventListener('message', ({ data }) => String(data).includes(`"${type}"`) && resolve(true)),
  );
  return Promise.race([heard, gone(socket).then(() => false), aborted(AbortSignal.timeout(3_000))]);
}
