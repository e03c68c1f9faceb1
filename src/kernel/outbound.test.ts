import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbound, type OutboundOptions } from './outbound.ts';
import { kindOfAddress } from './outbound-address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
async function serve(listener: RequestListener): Promise<{ port: number; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.headers.host} ${request.url}`);
    listener(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, requests };
}
/** Names as the attacker's name server gives them. */
const names = (table: Record<string, string[]>): Pick<OutboundOptions, 'resolve'> => ({
  resolve: async (host) => (table[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
const problem = (name: string) => expect.objectContaining({ name: 'OutboundError', problem: name });

describe('addresses', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '41.248.0.1',
    '99.255.255.255',
    '100.63.255.255',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '198.17.0.1',
    '198.20.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4007::200e',
    '2400:cb00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ])('%s is public', (address) => {
    expect(kindOfAddress(address)).toBe('public');
  });
  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::10.0.0.1',
    '::8.8.8.8',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:ffff:192.168.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::808:808',
    '2002:a00:1::',
    '2002:c0a8:101::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:2::1',
    '2001:10::1',
    '2001:db8::1',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '5f00::1',
    '4000::1',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(kindOfAddress(address)).toBe('private');
  });
  test.each(['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '0:0:0:0:0:0:0:1'])(
    '%s is loopback',
    (address) => {
      expect(kindOfAddress(address)).toBe('loopback');
    },
  );
});

describe('addresses that are refused before any connection', () => {
  const outbound = createOutbound({ allowLoopback: false, ports: [80, 443], ...names({ 'ok.test': ['93.184.216.34'] }) });
  test.each([
    ['ftp://ok.test/', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['gopher://ok.test/', 'bad-url'],
    ['//ok.test/', 'bad-url'],
    ['http://user@ok.test/', 'bad-url'],
    ['http://user:secret@ok.test/', 'bad-url'],
    ['http://ok.test:22/', 'bad-url'],
    ['http://2130706433/', 'bad-url'],
    ['http://134744072/', 'bad-url'],
    ['http://0177.0.0.1/', 'bad-url'],
    ['http://0x7f.0.0.1/', 'bad-url'],
    ['http://0x7f000001/', 'bad-url'],
    ['http://127.1/', 'bad-url'],
    ['http://①②⑦.⓪.⓪.①/', 'bad-url'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://127.0.0.1./', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::ffff:169.254.169.254]/', 'private-address'],
    ['http://[fe80::1]/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://0.0.0.0/', 'private-address'],
    ['http://nowhere.test/', 'unknown-host'],
  ])('%s: %s', async (url, expected) => {
    await expect(outbound.check(url)).rejects.toEqual(problem(expected));
    await expect(outbound.fetch(url)).rejects.toEqual(problem(expected));
  });
  test('a public address passes the check', async () => {
    await outbound.check('https://ok.test/hook?x=1');
  });
});

describe('requests', () => {
  test('a name with one private address among public ones is refused', async () => {
    const outbound = createOutbound({ allowLoopback: false, ...names({ 'mixed.test': ['93.184.216.34', '10.0.0.5'] }) });
    await expect(outbound.fetch('http://mixed.test/')).rejects.toEqual(problem('private-address'));
  });

  test('the real name server’s answer for localhost is refused', async () => {
    const { port, requests } = await serve((_request, response) => response.end('secret'));
    await expect(createOutbound({ allowLoopback: false }).fetch(`http://localhost:${port}/`)).rejects.toEqual(problem('private-address'));
    expect(requests).toEqual([]);
  });

  test('a name whose answer changes after the check does not get through', async () => {
    const { port, requests } = await serve((_request, response) => response.end('secret'));
    let asked = 0;
    const rebinding = async () => [{ address: ++asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }];
    const outbound = createOutbound({ allowLoopback: false, resolve: rebinding });
    await outbound.check(`http://rebind.test:${port}/`);
    await expect(outbound.fetch(`http://rebind.test:${port}/`)).rejects.toEqual(problem('private-address'));
    expect(requests).toEqual([]);
  });

  test('the connection goes to the address that was checked, under the name that was asked for', async () => {
    const { port, requests } = await serve((_request, response) => response.setHeader('x-a', '1').end('hello'));
    let asked = 0;
    const resolve = async () => [{ address: '127.0.0.1', family: ++asked && 4 }];
    const response = await createOutbound({ allowLoopback: true, resolve }).fetch(`http://hook.test:${port}/in?x=1`, {
      method: 'POST',
      body: '{}',
    });
    expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([200, '1', 'hello']);
    expect(requests).toEqual([`POST hook.test:${port} /in?x=1`]);
    expect(asked).toBe(1);
  });

  test('a redirect inside is refused like a first request', async () => {
    for (const location of [
      'http://169.254.169.254/latest/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
      'http://2852039166/',
      'http://u:p@127.0.0.1/',
    ]) {
      const { port } = await serve((_request, response) => response.writeHead(302, { location }).end());
      const outbound = createOutbound({ allowLoopback: true });
      await expect(outbound.fetch(`http://127.0.0.1:${port}/`), location).rejects.toEqual(
        expect.objectContaining({ name: 'OutboundError' }),
      );
    }
  });

  test('three redirects are followed, a fourth is not', async () => {
    const { port } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end('there');
    });
    const outbound = createOutbound({ allowLoopback: true });
    expect(await (await outbound.fetch(`http://127.0.0.1:${port}/3`)).text()).toBe('there');
    await expect(outbound.fetch(`http://127.0.0.1:${port}/4`)).rejects.toEqual(problem('too-many-redirects'));
  });

  test('credentials stay at their origin and a POST that is sent on becomes a GET', async () => {
    const seen: unknown[] = [];
    const target = await serve((request, response) => {
      seen.push(request.method, request.headers.authorization, request.headers['content-type'], request.headers['x-kept']);
      response.end();
    });
    const source = await serve((_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${target.port}/` }).end());
    const headers = { authorization: 'Bearer x', 'content-type': 'text/plain', 'x-kept': 'yes' };
    await createOutbound({ allowLoopback: true }).fetch(`http://127.0.0.1:${source.port}/`, { method: 'POST', headers, body: 'b' });
    expect(seen).toEqual(['GET', undefined, undefined, 'yes']);
  });

  test('an answer that is too large or too slow is cut', async () => {
    const large = await serve((_request, response) => response.end(Buffer.alloc(2000)));
    const small = createOutbound({ allowLoopback: true, maxBytes: 1000 });
    await expect((await small.fetch(`http://127.0.0.1:${large.port}/`)).arrayBuffer()).rejects.toEqual(problem('too-large'));
    const silent = await serve(() => undefined);
    const impatient = createOutbound({ allowLoopback: true, timeoutMs: 200 });
    await expect(impatient.fetch(`http://127.0.0.1:${silent.port}/`)).rejects.toEqual(problem('timeout'));
    const dripping = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect((await impatient.fetch(`http://127.0.0.1:${dripping.port}/`)).text()).rejects.toEqual(problem('timeout'));
  });

  test('nobody listening is told as such; an empty answer has no body', async () => {
    const gone = await serve((_request, response) => response.writeHead(204).end());
    const outbound = createOutbound({ allowLoopback: true });
    expect((await outbound.fetch(`http://127.0.0.1:${gone.port}/`)).body).toBeNull();
    await expect(outbound.fetch('http://127.0.0.1:9/')).rejects.toEqual(problem('unreachable'));
  });
});
