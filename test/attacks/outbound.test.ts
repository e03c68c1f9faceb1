/** Addresses that lead inside our own walls, where a person may type one that we call. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe } from 'vitest';
import { createOutbound, type Outbound, OutboundError } from '#kernel/outbound.ts';
import { afterFile } from '#test/support.ts';
import { type Attempt, attack } from './attack.ts';
import { type Attacker, type House, openHouse } from './house.ts';
import { faultOf } from './wire-errors.ts';

const V4 = [
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
].concat(['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255']);
const DISGUISED = [
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.1',
  '127.0.1',
  '0',
  '0x0',
  '3232235777',
  '0xa9fea9fe',
].concat([
  '2852039166',
  '0251.0376.0251.0376',
  '169.254.43518',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  'localhost.',
]);
const V6 = [
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
]
  .concat([
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:a9fe:a9fe::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
  ])
  .concat(['100::1', '::127.0.0.1', '0:0:0:0:0:ffff:7f00:0001', '0000::0001', '3fff::1', '5f00::1']);
const TARGETS: readonly string[] = [
  ...[...V4, ...DISGUISED].flatMap((host) => [`http://${host}/`, `https://${host}:8443/hook`]),
  ...V6.map((host) => `http://[${host}]/`),
  ...['http://user@127.0.0.1/', 'http://93.184.215.14@127.0.0.1/', 'http://127.0.0.1#@93.184.215.14/', 'http://127.0.0.1\\@93.184.215.14/'],
  ...['file:///etc/passwd', 'gopher://127.0.0.1:5432/_', 'ftp://127.0.0.1/', 'data:text/html,x', 'javascript:alert(1)', '//127.0.0.1/'],
  ...[
    'http:127.0.0.1',
    'http:/127.0.0.1',
    'http:///127.0.0.1',
    ' http://127.0.0.1 ',
    'http://127.0.0.1\t/',
    'http://[::1%25lo]/',
    'http://0/',
  ],
];

let house: House;
let user: Attacker;
beforeAll(async () => {
  // No demonstration: there, this machine may call itself.
  house = await openHouse({ demo: false });
  user = await house.attacker('user');
}, 120_000);

describe('addresses', () => {
  attack('SSRF: webhooks of both APIs refuse every way to write a private address', async (attempt) => {
    for (const url of TARGETS) {
      await refuses(attempt, 'images', '/api/webhooks', { url, events: ['image.generated'] });
      await refuses(attempt, 'video', '/api/v1/webhooks', { url, events: ['project.completed'] });
    }
  });

  attack('SSRF: an endpoint that was good cannot be turned to a private address', async (attempt) => {
    const made = await user.ask('images', {
      method: 'POST',
      url: '/api/webhooks',
      payload: { url: 'https://93.184.215.14/', events: ['image.generated'] },
    });
    const { id } = made.json<{ id?: number }>();
    attempt.demand(made.statusCode === 201, `a good address was answered ${made.statusCode} ${made.body}`);
    for (const url of TARGETS) {
      await house.written();
      const answer = await user.ask('images', { method: 'PATCH', url: `/api/webhooks/${id}`, payload: { url } });
      attempt.demand(
        answer.statusCode === 400 && (await house.written()).length === 0,
        () => `PATCH to ${url} was answered ${answer.statusCode}`,
      );
    }
  });

  attack('SSRF: redirects and names that lead inside are not followed', async (attempt) => {
    const { port } = (await redirector()).address() as AddressInfo;
    const loopback = createOutbound({ allowLoopback: true, timeoutMs: 5_000 });
    for (const url of TARGETS.filter((target) => !/127\.|localhost|\[|0x7f|017|2130706433|127。|①/i.test(target))) {
      const from = `http://127.0.0.1:${port}/?to=${encodeURIComponent(url.trim())}`;
      attempt.demand(await isRefused(loopback, from), `a redirect to ${url} was followed`);
    }
    for (const address of [...V4, ...V6]) {
      const named = createOutbound({
        allowLoopback: false,
        timeoutMs: 2_000,
        resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      });
      attempt.demand(await isRefused(named, 'http://hook.example/'), `a name that means ${address} was called`);
      const both = async () => [
        { address: '93.184.215.14', family: 4 },
        { address, family: address.includes(':') ? 6 : 4 },
      ];
      const mixed = createOutbound({ allowLoopback: false, timeoutMs: 2_000, resolve: both });
      attempt.demand(await isRefused(mixed, 'http://hook.example/'), `a name that also means ${address} was called`);
    }
  });

  attack('SSRF: a name that changes its mind between the check and the call reaches nobody', async (attempt) => {
    const server = await redirector();
    const { port } = server.address() as AddressInfo;
    let reached = 0;
    server.on('request', () => reached++);
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? '93.184.215.14' : '127.0.0.1', family: 4 }];
    const outbound = createOutbound({ allowLoopback: false, timeoutMs: 2_000, resolve });
    const url = `http://rebind.example:${port}/`;
    await outbound.check(url);
    attempt.demand(await isRefused(outbound, url), 'the second answer of the name server was called');
    attempt.demand(reached === 0, 'this machine was reached');
  });
});

async function refuses(attempt: Attempt, door: 'images' | 'video', path: string, payload: object): Promise<void> {
  await house.written();
  const answer = await user.ask(door, { method: 'POST', url: path, payload });
  const written = await house.written();
  const fault = faultOf(door, answer);
  const told = `${door} ${JSON.stringify(payload)} was answered ${answer.statusCode}`;
  attempt.demand(
    answer.statusCode === 400 && fault === null && written.length === 0,
    `${told}${fault ? `: ${fault}` : ''} ${written.join(', ')}`,
  );
}

const isRefused = async (outbound: Outbound, url: string): Promise<boolean> => {
  try {
    await outbound.fetch(url);
    return false;
  } catch (error) {
    return error instanceof OutboundError && ['private-address', 'bad-url', 'unknown-host'].includes(error.problem);
  }
};

/** Sends on to what `?to=` says, as it is written. */
async function redirector(): Promise<Server> {
  const server = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://here').searchParams.get('to') ?? '';
    response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(async () => void server.close());
  return server;
}
