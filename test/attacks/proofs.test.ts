/** Who one is: sessions, tokens, forms of other sites, and what a failed sign-in tells. */
import { createHmac, randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe } from 'vitest';
import { routesOf } from '#kernel/http/door.ts';
import { PASSWORD } from '#test/support.ts';
import { attack } from './attack.ts';
import { type Attacker, DOORS, type DoorName, type House, openHouse } from './house.ts';

let house: House;
let [user, admin]: Attacker[] = [];
let passwordHash = '';
beforeAll(async () => {
  house = await openHouse({ demo: false });
  [user, admin] = [await house.attacker('user'), await house.attacker('super_admin')];
  passwordHash = await house.atelier.identity.hashPassword(PASSWORD);
}, 120_000);

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://localhost.evil.example' },
  { origin: 'http://localhost:1' },
];

describe('proofs', () => {
  attack('CSRF: every unsafe route of the site, from other origins with a session cookie', async (attempt) => {
    const routes = routesOf(house.atelier.doors.site).filter(({ method }) => !SAFE.includes(method));
    for (const [index, { method, url, kind }] of routes.entries()) {
      const path = url.replace(/:\w+/g, '1').replace('*', 'x');
      // In the short form each route meets two of the origins, the next one other two.
      for (const headers of FOREIGN.filter((_, at) => attempt.depth > 1 || (at + index) % FOREIGN.length < 2)) {
        await house.written();
        const body = kind === 'page' ? form({ _csrf: 'x', a: '1' }) : { payload: {}, headers: { 'content-type': 'application/json' } };
        const tus = path.startsWith('/uploads') ? { 'tus-resumable': '1.0.0' } : {};
        const answer = await admin?.ask('site', {
          method: method as 'POST',
          url: path,
          ...body,
          headers: { ...body.headers, ...headers, ...tus },
        });
        const written = await house.written();
        const isRefused = answer?.statusCode === 403 && written.length === 0;
        attempt.demand(isRefused, () => `${method} ${url} from ${JSON.stringify(headers)}: ${answer?.statusCode} ${written.join(', ')}`);
      }
    }
  });

  attack('CSRF: a form without a token, or as plain text, with a session cookie', async (attempt) => {
    for (const { method, url, kind } of routesOf(house.atelier.doors.site)) {
      if (SAFE.includes(method)) continue;
      const path = url.replace(/:\w+/g, '1');
      const plain = {
        payload: '{"a":1}',
        headers: { 'content-type': 'text/plain', ...(path.startsWith('/uploads') ? { 'tus-resumable': '1.0.0' } : {}) },
      };
      const answer = await admin?.ask('site', { method: method as 'POST', url: path, ...(kind === 'page' ? form({ a: '1' }) : plain) });
      const isRefused = answer !== undefined && [403, 415].includes(answer.statusCode);
      attempt.demand(isRefused, () => `${method} ${url}: ${answer?.statusCode}`);
    }
  });

  attack('session fixation: no cookie that was brought along is worth anything after signing in', async (attempt) => {
    const brought = ['a'.repeat(43), '', user?.cookie.split('=')[1] ?? '', '../../x', "' or 1=1 --", '0'];
    const owner = await somebody();
    for (const value of brought) {
      const cookie = `atelier_session=${value}`;
      const payload = { identifier: owner, password: PASSWORD };
      const answer = await house.stranger.ask('site', { method: 'POST', url: '/api/v1/auth/login', headers: { cookie }, payload });
      const given = answer.cookies.find(({ name }) => name === 'atelier_session');
      if (answer.statusCode !== 200) {
        attempt.demand(answer.statusCode === 403, `signing in with ${cookie} was answered ${answer.statusCode}`);
        continue;
      }
      attempt.demand(given !== undefined && given.value !== value && given.value.length >= 32, `signing in with ${cookie} kept it`);
      attempt.demand(given?.httpOnly === true && given.sameSite === 'Lax', 'the session cookie can be read or sent along');
      const before = await house.stranger.ask('site', { url: '/api/v1/webhooks', headers: { cookie } });
      attempt.demand(before.statusCode === 401 || value === user?.cookie.split('=')[1], `${cookie} opens something afterwards`);
    }
    const leaver = await house.attacker('user');
    await leaver.ask('site', { method: 'POST', url: '/api/v1/auth/logout', payload: {} });
    attempt.demand((await leaver.ask('site', { url: '/api/v1/webhooks' })).statusCode === 401, 'a session outlives signing out');
  });

  attack('JWT confusion: algorithms, keys, uses, times and families', async (attempt) => {
    const tokens = await forged(user?.token ?? '');
    for (const [what, token] of Object.entries(tokens))
      for (const door of DOORS) {
        const answer = await withToken(door, token);
        attempt.demand(answer.statusCode === 401, `${door} took a token ${what}: ${answer.statusCode}`);
      }
    for (const door of DOORS)
      attempt.demand((await withToken(door, user?.token ?? '')).statusCode === 200, `${door} refuses the right token`);
    // A token says who it is by its family alone.
    const sub = await sign({ ...claimsOf(user?.token ?? ''), sub: String(admin?.accountId) });
    const me = await house.stranger.ask('site', { url: `/api/v1/users/${admin?.accountId}`, headers: { authorization: `Bearer ${sub}` } });
    attempt.demand(me.statusCode !== 200, 'a token with another subject speaks for it');
  });

  attack('enumeration: a wrong password and a name that nobody has are answered alike', async (attempt) => {
    const ways: readonly (readonly [DoorName, string, string])[] = [
      ['site', '/api/v1/auth/login', 'identifier'],
      ['images', '/api/auth/login', 'username'],
      ['video', '/api/v1/auth/login', 'email'],
    ];
    for (const [door, url, field] of ways) {
      const ask = async (name: string): Promise<{ seen: string; ms: number }> => {
        const start = performance.now();
        const { statusCode, body } = await house.stranger.ask(door, {
          method: 'POST',
          url,
          payload: { [field]: name, password: `${PASSWORD}!` },
        });
        return { seen: `${statusCode} ${body.replaceAll(name, '')}`, ms: performance.now() - start };
      };
      const [known, unknown]: number[][] = [[], []];
      for (let round = 0; round < 2 * Math.min(attempt.depth, 3); round++) {
        const there = await ask(await somebody());
        const nobody = await ask(`nobody-${round}-${door}@test.example`);
        attempt.demand(there.seen === nobody.seen, `${door} tells them apart: ${there.seen} / ${nobody.seen}`);
        known?.push(there.ms);
        unknown?.push(nobody.ms);
      }
      // Without a hash to compute an answer comes fifty times sooner: far from what a busy machine blurs.
      const [fast, slow] = [Math.min(...(unknown ?? [])), Math.min(...(known ?? []))];
      attempt.demand(fast > slow / 3 && slow > fast / 3, `${door} takes ${slow.toFixed(0)} ms for somebody, ${fast.toFixed(0)} for nobody`);
    }
  });
});

/** The address of a new account, whose password is `PASSWORD`. */
async function somebody(): Promise<string> {
  const { database, identity } = house.atelier;
  const email = `somebody-${randomBytes(5).toString('hex')}@test.example`;
  const account = { email, passwordHash, role: 'user' as const, firstName: 'Some', lastName: 'Body' };
  await database.db.transaction().execute((tx) => identity.createAccount(tx, account));
  return email;
}

const form = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
});

const PATHS: Readonly<Record<DoorName, string>> = { site: '/api/v1/webhooks', images: '/api/webhooks', video: '/api/v1/webhooks' };
const withToken = (door: DoorName, token: string): Promise<LightMyRequestResponse> =>
  house.stranger.ask(door, { url: PATHS[door], headers: { authorization: `Bearer ${token}` } });

const decode = (part = ''): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string): JWTPayload => decode(token.split('.')[1]);

/** With the right key: what is refused then is refused for what it says. */
function sign(claims: JWTPayload, header: Record<string, unknown> = {}, key?: Uint8Array): Promise<string> {
  const secret = createHmac('sha256', house.atelier.config.secretKey).update('atelier/tokens/1').digest();
  return new SignJWT(claims)
    .setProtectedHeader({ ...(decode(user?.token.split('.')[0]) as { alg: string }), ...header })
    .sign(key ?? secret);
}

async function forged(token: string): Promise<Readonly<Record<string, string>>> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const [header, claims] = [decode(head), claimsOf(token)];
  const unsigned = (alg: string): string => `${encode({ ...header, alg })}.${body}.`;
  const hour = Math.floor(Date.now() / 1000) + 3600;
  const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
  const weak = (text: string): Promise<string> => sign(claims, {}, new TextEncoder().encode(text.padEnd(32, '\0')));
  const refresh = await house.atelier.identity.issueTokens({ id: user?.accountId ?? 0 }, { door: 'video' });
  return {
    'without an algorithm (none)': unsigned('none'),
    'without an algorithm (None)': unsigned('None'),
    'without an algorithm (nOnE) but signed': `${encode({ ...header, alg: 'nOnE' })}.${body}.${signature}`,
    'without a signature': `${head}.${body}.`,
    'without its last part': `${head}.${body}`,
    'that says RS256': `${encode({ ...header, alg: 'RS256' })}.${body}.${signature}`,
    'signed with HS512': await sign(claims, { alg: 'HS512' }),
    'signed with nothing': await weak(''),
    'signed with a word': await weak('secret'),
    'of another key id': await sign(claims, { kid: 'other' }),
    'whose key id is a path': await sign(claims, { kid: '../../../../dev/null' }, new Uint8Array(32)),
    'whose key id is a statement': await sign(claims, { kid: "' union select 'a' --" }),
    'that brings its key': await sign(claims, { jwk: { kty: 'oct', k: encode('a') } }, new TextEncoder().encode('a'.repeat(32))),
    'that says where its key is': await sign(claims, { jku: 'http://127.0.0.1/keys', x5u: 'http://127.0.0.1/' }, new Uint8Array(32)),
    'with a critical extension': `${encode({ ...header, crit: ['exp'] })}.${body}.${signature}`,
    'that is over': await sign({ ...claims, exp: hour - 7200 }),
    'that never ends': await sign(without('exp')),
    'that is not yet': await sign({ ...claims, nbf: hour }),
    'without a use': await sign(without('use')),
    'for refreshing': refresh.refresh_token,
    'for another use': await sign({ ...claims, use: 'challenge' }),
    'of another issuer': await sign({ ...claims, iss: 'other' }),
    'for another audience': await sign({ ...claims, aud: 'atelier' }),
    'without a family': await sign(without('fam')),
    'of a family that is none': await sign({ ...claims, fam: '00000000-0000-4000-8000-000000000000' }),
    'of a family that is a statement': await sign({ ...claims, fam: "' or 1=1 --" }),
    'of a family that is an object': await sign({ ...claims, fam: { a: 1 } }),
    'with other claims': `${head}.${encode({ ...claims, sub: '999999' })}.${signature}`,
    'with something behind': `${token}.${signature}`,
    'that is a key of the API': 'ak_live_0000000000000000000000000000000000000000',
    'that is nothing': 'null',
  };
}
