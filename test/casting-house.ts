/** For tests: the casting pages with real people behind a real door. Who asks stands in the cookie `who`; the clock stands still. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createLists } from '#capabilities/lists/lists.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Role, Viewer } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { registerAssets } from '#kernel/page/assets.ts';
import { createEverywhere } from '#kernel/page/everywhere.tsx';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { registerPreferences } from '#kernel/page/preferences.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { type CastingTools, registerCasting } from '#products/talent/casting/casting.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { type CinemaRegistrationExtra, type CinemaTalent, createCinema } from '#products/talent/cinema/cinema.ts';
import { createCinemaSearch } from '#products/talent/cinema-search/cinema-search.ts';
import { createSiteFailures } from '#products/talent/failures.ts';
import { testViewer } from './door.ts';
import { type Visitor, visit } from './visitor.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';
const NAVIGATION = { rooms: [], account: [], footer: [], search: null, signIn: '/auth/login', signOut: '/auth/logout', register: null };

export interface CastingHouse {
  readonly db: Database['db'];
  readonly door: Door;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Somebody of Casablanca, with another address and paper each time. */
  person(input?: Readonly<Record<string, unknown>>, extra?: CinemaRegistrationExtra): Promise<CinemaTalent>;
  /** A browser of a new account of that role. */
  browser(role: Role, firstName?: string): Promise<Visitor & { readonly accountId: number }>;
  /** A browser of nobody. */
  stranger(): Visitor;
  close(): Promise<void>;
}

/** `furnish` adds what stands beside the casting pages: photos, for whoever wants to look at them. */
export async function openCastingHouse({ db }: Database, furnish?: (door: Door, tools: CastingTools) => void): Promise<CastingHouse> {
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atelier-casting-'));
  const clock = fixedClock('2025-10-26T15:30:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const audit = createAudit(db, clock, log);
  const limits = createLimits(db, clock);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), db, clock);
  const settings = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits, audit, config: settings });
  const catalogue = createCatalogue({ db });
  const mail = { send: async () => 0, look: async () => ({ siteName: 'Taalentio' }) };
  const search = createCinemaSearch({ db, clock, vault, catalogue, log });
  const cinema = createCinema({ db, clock, vault, files, mail, audit, catalogue, search, publicUrl: SITE, siteName: 'Taalentio' });
  const pages = createPages({ siteName: 'Taalentio', navigation: NAVIGATION });
  const accounts = new Map<string, Viewer>();
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: async (request) => accounts.get(request.cookies['who'] ?? '') ?? null,
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  registerAssets(door, { siteName: 'Taalentio' });
  registerPreferences(door);
  const lists = createLists({ db, clock, audit, pages });
  lists.routes(door);
  const tools = {
    db,
    clock,
    audit,
    limits,
    files,
    pages,
    lists,
    everywhere: createEverywhere(),
    catalogue,
    cinema,
    search,
    publicUrl: SITE,
  };
  registerCasting(door, tools);
  furnish?.(door, tools);
  await door.ready();

  let made = 0;
  return {
    ...{ db, door, clock, stranger: () => visit(door) },
    person: (input = {}, extra = {}) => {
      made += 1;
      const own = { email: `person${made}@example.com`, phone: `06 00 11 ${String(1000 + made).replace(/(..)$/, ' $1')}` };
      return cinema.register(null, { ...LEAST, ...own, ...input }, { letter: 'none', ...extra });
    },
    browser: async (role, firstName = 'Salma') => {
      made += 1;
      const person = { email: `account${made}@example.com`, passwordHash: null, firstName, lastName: 'B', role };
      const { id } = await db.transaction().execute((tx) => identity.createAccount(tx, person));
      accounts.set(String(id), testViewer(id, { role, name: firstName, credential: 'session', sessionId: `session-${id}` }));
      const visitor = visit(door);
      visitor.cookies.set('who', String(id));
      return { ...visitor, accountId: id };
    },
    close: async () => {
      await door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The least a form needs; Morocco is country 1, Casablanca city 2. */
const LEAST = {
  first_name: 'Sophia',
  last_name: 'Martinez',
  gender: 'F',
  date_of_birth: '1996-03-15',
  country_of_origin_id: '1',
  country_id: '1',
  city_id: '2',
  talent_types: ['Figurant'],
  terms: 'on',
  appearance_consent: 'on',
  is_public: 'on',
} as const;
