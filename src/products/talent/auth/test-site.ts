/** For tests: a site door with nothing but signing in, on a real database, and a browser without scripts to walk through its pages. */
import { createHmac } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { createIdentity, type Identity, type NewAccount } from '#capabilities/identity/identity.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { access } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { builtFiles } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { createVault } from '#kernel/vault.ts';
import { createSiteFailures } from '../failures.ts';
import { registerAuth } from './auth.ts';

export const PASSWORD = 'neuf chameaux bleus';

export interface Site {
  readonly door: Door;
  readonly identity: Identity;
  readonly database: Database;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Somebody who can sign in with `PASSWORD`. */
  person(change?: Partial<NewAccount>): Promise<{ id: number; email: string }>;
  browser(headers?: Readonly<Record<string, string>>): Browser;
  /** Somebody in front of a browser where they signed in through the page. */
  signedIn(headers?: Readonly<Record<string, string>>): Promise<{ id: number; email: string; browser: Browser }>;
}

export async function openSite(database: Database): Promise<Site> {
  const { db } = database;
  const clock = fixedClock('2026-03-01T10:00:00Z');
  const log = pino({ level: 'silent' });
  const secretKey = 'a secret of the tests, long enough to pass';
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], secretKey);
  const config = {
    demo: false,
    production: false,
    admin: { email: null, password: null },
    publicUrl: { site: 'http://localhost:5004' },
    secretKey,
  };
  const audit = createAudit(db, clock, log);
  const identity = createIdentity({ db, vault, clock, limits: createLimits(db, clock), audit, config });
  const navigation = {
    rooms: [],
    account: [],
    footer: [],
    search: null,
    signIn: '/auth/login',
    signOut: '/auth/logout',
    register: '/auth/register',
  };
  const pages = createPages({ siteName: () => 'Taalentio', files: builtFiles({}), navigation });
  const door = createDoor({
    name: 'site',
    log,
    trustedProxies: 0,
    signer: vault,
    secureCookies: false,
    authenticate: identity.authenticate,
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  const who = async (id: number): Promise<object> => {
    const account = await identity.find(db, id);
    return {
      id,
      email: account?.email,
      unique_code: account?.code,
      first_name: account?.firstName,
      last_name: account?.lastName,
      is_admin: false,
      role: account?.role,
    };
  };
  const people = { loginUser: who, me: async (id: number) => ({ ...(await who(id)), talents: [], social_media: {} }) };
  registerAuth(door, { db, clock, identity, audit, pages, people, siteName: 'Taalentio' });
  door.get('/private', { config: { access: access.signedIn, kind: 'page' } }, async (request, reply) =>
    pages.send(request, reply, { title: 'private', body: request.viewer?.email ?? '' }),
  );
  door.get('/api/v1/private', { config: { access: access.signedIn } }, async () => ({ success: true }));
  const passwordHash = await identity.hashPassword(PASSWORD);
  const person: Site['person'] = (change = {}) =>
    db.transaction().execute((tx) =>
      identity.createAccount(tx, {
        email: `p${Math.random().toString(36).slice(2)}@example.com`,
        ...{ passwordHash, firstName: 'Aïcha', lastName: 'Benali' },
        ...change,
      }),
    );
  const browser: Site['browser'] = (headers = {}) => createBrowser(door, headers);
  const signedIn: Site['signedIn'] = async (headers = {}) => {
    const { id, email } = await person();
    const own = browser(headers);
    await own.get('/auth/login');
    const { statusCode } = await own.submit('/auth/login', { identifier: email, password: PASSWORD });
    if (statusCode !== 303) throw new Error(`${email} could not sign in: ${statusCode}`);
    return { id, email, browser: own };
  };
  return { door, identity, database, clock, person, browser, signedIn };
}

export interface Browser {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  /** Sends the form of the page that was last shown: its hidden fields and what is typed. */
  submit(action: string, typed?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** Keeps cookies and the hidden fields of the last page, as a browser without scripts does. */
function createBrowser(door: Door, always: Readonly<Record<string, string>>): Browser {
  const cookies = new Map<string, string>();
  let page = '';
  const note = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    if (String(answer.headers['content-type']).startsWith('text/html')) page = answer.body;
    return answer;
  };
  const headers = () => ({ ...always, cookie: [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ') });
  return {
    cookies,
    get: async (url, extra = {}) => note(await door.inject({ url, headers: { ...headers(), ...extra } })),
    submit: async (action, typed = {}) => {
      const form = new RegExp(`<form[^>]*action="${action}".*?</form>`, 's').exec(page)?.[0] ?? page;
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]);
      const payload = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      return note(await door.inject({ method: 'POST', url: action, payload, headers: { ...headers(), ...type } }));
    },
  };
}

/** An authenticator application, written from RFC 6238 and not from ours: the code of a base32 secret at a time. */
export function authenticatorCode(secret: string, now: Date): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.from(
    Math.floor(now.getTime() / 30_000)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) % 16;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
