/** For tests: what those of identity live in: a real database, a real door with the smallest routes, and a clock that obeys. */
import type { FastifyRequest } from 'fastify';
import pino from 'pino';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { access } from '#kernel/http/access.ts';
import { createDoor, type Door, statusOf } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createVault } from '#kernel/vault.ts';
import { type Account, createIdentity, type Identity, type NewAccount } from './identity.ts';
import { tablesOf } from './store.ts';

/** A password and its cost-12 hash, so that a test need not spend the time of making one. */
export const PASSWORD = 'neuf chameaux bleus';
export const HASH = '$2b$12$IYa7WuStDULzORwxCPDBxez49IpOSEhAE946ckM44xKR28I2DEBza';
const SECRET = 'a secret of the tests, long enough to pass';

export interface House {
  readonly database: Database;
  readonly identity: Identity;
  readonly door: Door;
  readonly clock: ReturnType<typeof fixedClock>;
  /** A person who can sign in with `PASSWORD`. */
  person(change?: Partial<NewAccount>): Promise<Account>;
  signIn(body: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): ReturnType<House['post']>;
  post(url: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The value of the session cookie that an answer set. */
  cookieOf(answer: Answer): string;
  securityEvents(): Promise<readonly string[]>;
}
interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly Readonly<Record<string, unknown>>[];
}

export interface HouseOptions {
  readonly database: Database;
  readonly clock?: House['clock'];
  readonly demo?: boolean;
  readonly production?: boolean;
  readonly admin?: { readonly email: string | null; readonly password: string | null };
  readonly site?: string;
  readonly secretKey?: string;
}

/** `{ database: await freshDatabase() }`; give another house to live in the same database by the same clock. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { database, clock = fixedClock('2026-03-01T10:00:00Z') } = options;
  const log = pino({ level: 'silent' });
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const config = {
    demo: options.demo ?? false,
    production: options.production ?? false,
    admin: options.admin ?? { email: null, password: null },
    publicUrl: { site: options.site ?? 'https://studio.example' },
    secretKey: options.secretKey ?? SECRET,
  };
  const identity = createIdentity({
    db: database.db,
    vault,
    clock,
    limits: createLimits(database.db, clock),
    audit: createAudit(database.db, clock, log),
    config,
    normalizeCode: (text) => [
      text
        .trim()
        .toUpperCase()
        .replace(/^([A-Z]{5})0+(\d{4})/, '$1$2'),
    ],
  });
  const door = createDoor({
    name: 'site',
    log,
    trustedProxies: 0,
    signer: vault,
    secureCookies: true,
    authenticate: (request) => identity.authenticate(request),
    renderFailure: (error, _request, reply) =>
      reply
        .code(statusOf(error))
        .headers(error.retryAfter === undefined ? {} : { 'retry-after': error.retryAfter })
        .send({ code: error.code, fields: Object.keys(error.fields) }),
  });
  layRoutes(door, identity);
  const sent = async (answer: Awaited<ReturnType<Door['inject']>>): Promise<Answer> => ({
    status: answer.statusCode,
    json: answer.body ? (JSON.parse(answer.body) as Record<string, unknown>) : {},
    headers: answer.headers,
    cookies: answer.cookies as unknown as Record<string, unknown>[],
  });
  const post: House['post'] = async (url, body, headers = {}) => sent(await door.inject({ method: 'POST', url, payload: body, headers }));
  return {
    database,
    identity,
    door,
    clock,
    person: (change = {}) =>
      database.db.transaction().execute((tx) =>
        identity.createAccount(tx, {
          email: `p${Math.random().toString(36).slice(2)}@example.com`,
          ...{ passwordHash: HASH, firstName: 'Aïcha', lastName: 'Benali' },
          ...change,
        }),
      ),
    signIn: (body, headers) => post('/sign-in', body, headers),
    post,
    get: async (url, headers = {}) => sent(await door.inject({ url, headers })),
    cookieOf: (answer) => String(answer.cookies.find(({ name }) => name === 'atelier_session')?.['value'] ?? ''),
    securityEvents: async () => {
      const logs = database.db.withTables<{ 'kernel.security_logs': { id: number; event_type: string } }>();
      return (await logs.selectFrom('kernel.security_logs').select('event_type').orderBy('id').execute()).map((row) => row.event_type);
    },
  };
}

function layRoutes(door: Door, identity: Identity): void {
  const open = { config: { access: access.public } };
  const bodyOf = (request: FastifyRequest) => request.body as { identifier: string; password: string; totp?: string };
  door.post('/sign-in', open, async (request, reply) => {
    const account = await identity.signIn(request, bodyOf(request));
    await identity.openSession(request, reply, account, { dialect: 3 });
    const tokens = await identity.issueTokens(account, { sessionId: request.viewer?.sessionId ?? null });
    return { id: account.id, session: request.viewer?.sessionId, ...tokens };
  });
  door.post('/sign-out', open, async (request, reply) => {
    await identity.closeSession(request, reply);
    return {};
  });
  door.post('/refresh', open, async (request) => ({
    ...(await identity.refreshTokens((request.body as { token: string }).token, request)),
  }));
  door.post('/password', { config: { access: access.signedIn } }, async (request) => {
    await identity.changePassword(request, request.viewer?.accountId ?? 0, request.body as { current: string; next: string });
    return {};
  });
  door.get('/me', { config: { access: access.signedIn } }, async (request) => ({ ...request.viewer }));
}

export const cookie = (value: string): Record<string, string> => ({ cookie: `atelier_session=${value}` });
export const bearer = (token: unknown): Record<string, string> => ({ authorization: `Bearer ${String(token)}` });

/** Direct writes that no use-case offers: an old hash, a moved date. */
export const tables = (house: House) => tablesOf(house.database.db);
