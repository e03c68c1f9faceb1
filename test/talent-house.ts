/** What the tests of the talent slices stand on: the real rooms on a fresh database, behind a real door. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { afterAll } from 'vitest';
import { createIdentity, type Identity } from '#capabilities/identity/identity.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import type { Letter } from '#kernel/mail/mail.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage, type Storage } from '#kernel/storage/storage.ts';
import { createVault, type Vault } from '#kernel/vault.ts';
import { type Catalogue, createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { registerCatalogueRoutes } from '#products/talent/catalogue/routes.ts';
import { createSiteFailures } from '#products/talent/failures.ts';
import {
  createMembers,
  type Member,
  type Members,
  type RegistrationExtra,
  type RegistrationInput,
} from '#products/talent/members/members.ts';
import { registerMemberRoutes } from '#products/talent/members/routes.ts';
import { freshDatabase } from './support.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';

export interface TalentHouse {
  readonly db: Db;
  readonly door: Door;
  readonly vault: Vault;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly identity: Identity;
  readonly files: Files;
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly members: Members;
  /** Every letter that was handed to the mail room, transactions that failed included. */
  readonly letters: Letter[];
  /** Registers somebody with the least a form needs; the password is `demo123` hashed beforehand. */
  person(input?: RegistrationInput, extra?: RegistrationExtra): Promise<Member>;
  /** A client signed in as that account; null is a stranger. `dialect` goes out as `API-Version`. */
  as(accountId: number | null, dialect?: 2 | 3): Promise<Client>;
}
export interface Client {
  get(url: string): Promise<LightMyRequestResponse>;
  put(url: string, body: object): Promise<LightMyRequestResponse>;
  post(url: string, body?: object): Promise<LightMyRequestResponse>;
  delete(url: string): Promise<LightMyRequestResponse>;
}

export async function openTalentHouse(): Promise<TalentHouse> {
  const { db } = await freshDatabase();
  const log = pino({ level: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atelier-talent-'));
  const clock = fixedClock('2025-10-26T15:30:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const audit = createAudit(db, clock, log);
  const storage = createStorage({ storageUrl: null, dataFolder: folder }, log);
  const files = createFiles(storage, db, clock);
  const settings = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits: createLimits(db, clock), audit, config: settings });
  const catalogue = createCatalogue({ db });
  const letters: Letter[] = [];
  const mail = { send: async (_db: Db, letter: Letter) => letters.push(letter), look: async () => ({ siteName: 'Taalentio' }) };
  const members = createMembers({
    db,
    clock,
    vault,
    identity,
    files,
    mail,
    audit,
    catalogue,
    publicUrl: SITE,
  });
  const sendFailure = (_failure: unknown, _request: unknown, reply: { type(t: string): { send(b: string): never } }): never =>
    reply.type('text/html').send('<!doctype html><title>page</title>');
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: (request) => identity.authenticate(request),
    renderFailure: createSiteFailures(() => ({ sendFailure: sendFailure as never })),
  });
  registerCatalogueRoutes(door, { catalogue });
  registerMemberRoutes(door, { db, clock, files, members, catalogue });
  await door.ready();
  afterAll(async () => {
    await door.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const passwordHash = await identity.hashDemoPassword('demo123');
  let made = 0;
  return {
    ...{ db, door, vault, clock, identity, files, storage, catalogue, members, letters },
    person: (input = {}, extra = {}) => {
      made += 1;
      return members.register(null, { ...LEAST, email: `person${made}@example.com`, ...input }, { passwordHash, ...extra });
    },
    as: async (accountId, dialect) => {
      const token = accountId === null ? null : (await identity.issueTokens({ id: accountId })).access_token;
      const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(dialect ? { 'api-version': String(dialect) } : {}) };
      return {
        get: (url) => door.inject({ method: 'GET', url, headers }),
        put: (url, body) => door.inject({ method: 'PUT', url, headers, payload: body }),
        post: (url, body) => door.inject({ method: 'POST', url, headers, ...(body ? { payload: body } : {}) }),
        delete: (url) => door.inject({ method: 'DELETE', url, headers }),
      };
    },
  };
}

/** The answers that the two documents print, by the name of their request (`v3.users.list`). */
export const documented = JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/spec/talent.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;

/** Ahmed of Rabat: Morocco is country 1, Rabat city 1. */
export const LEAST = {
  first_name: 'Ahmed',
  last_name: 'Benali',
  date_of_birth: '1990-05-15',
  gender: 'M',
  country_id: 1,
  residence_city_id: 1,
} as const;

/** Everything the documented example of a profile has. */
export const WHOLE = {
  ...LEAST,
  phone: '06 00 00 00 00',
  whatsapp: '+212 600-00-00-00',
  address: '123 Avenue Mohammed V, Rabat',
  education: 'Master en Informatique',
  languages: 'Français, Anglais, Arabe',
  availability: 'disponible_maintenant',
  work_time: 'Temps plein',
  work_mode: 'hybrid',
  rate_range: '50000-100000',
  years_experience: '8',
  bio: 'Développeur Full Stack passionné',
  portfolio_url: 'https://ahmedbenali.com',
  website: 'ahmedbenali.com',
  linkedin: 'https://linkedin.com/in/ahmedbenali',
  github: 'https://github.com/ahmedbenali',
  twitter: '@ahmedbenali',
  instagram: 'https://instagram.com/ahmed',
  talents: ['1', '2'],
  is_public: 'on',
} as const;

/**
 * Where a body departs from a documented example: keys, their order, JSON types. Lists are compared element by element with the
 * first documented one; null passes for any type, and a null in the example is what the document left out.
 */
export function departures(example: unknown, body: unknown, path = 'body', { extra = [] as readonly string[] } = {}): string[] {
  if (example === null || body === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(body)) return [`${path}: expected a list`];
    return body.flatMap((item, i) => (example.length ? departures(example[0], item, `${path}[${i}]`, { extra }) : []));
  }
  if (typeof example !== typeof body || Array.isArray(body)) return [`${path}: expected ${typeof example}, got ${JSON.stringify(body)}`];
  if (typeof example !== 'object' || path.endsWith('.categories')) return []; // an object keyed by data
  const [wanted, got] = [example as Record<string, unknown>, body as Record<string, unknown>];
  const shown = Object.keys(got).filter((key) => Object.hasOwn(wanted, key) || !extra.includes(key));
  const order =
    Object.keys(wanted).join() === shown.join() ? [] : [`${path}: keys ${shown.join()} instead of ${Object.keys(wanted).join()}`];
  return [...order, ...Object.keys(wanted).flatMap((key) => departures(wanted[key], got[key], `${path}.${key}`, { extra }))];
}
