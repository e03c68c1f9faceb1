/** For tests: a site door with this room, the cinema room and uploads, on a fresh database; walked through by browsers without scripts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Role } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import type { Letter } from '#kernel/mail/mail.ts';
import { builtFiles } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { type Cinema, createCinema } from '../cinema/cinema.ts';
import { createCinemaSearch } from '../cinema-search/cinema-search.ts';
import { createSiteFailures } from '../failures.ts';
import { createSocialCards } from '../social-cards.ts';
import { registerCinemaRegistration } from './cinema-registration.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';
const log = pino({ level: 'silent' });

/** A browser without scripts that keeps its cookies. */
interface Cookies {
  readonly cookies: Map<string, string>;
}
export interface House<Browser extends Cookies> {
  readonly db: Db;
  readonly door: Door;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly cinema: Cinema;
  readonly letters: Letter[];
  sweep(): Promise<number>;
  /** A browser; with a role it belongs to somebody of that role who is signed in. */
  visitor(role?: Role): Promise<Browser & { readonly accountId: number | null }>;
  close(): Promise<void>;
}

export async function openHouse<Browser extends Cookies>(db: Db, visit: (door: Door) => Browser): Promise<House<Browser>> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-cinema-registration-'));
  const clock = fixedClock('2026-03-01T08:00:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const [audit, limits] = [createAudit(db, clock, log), createLimits(db, clock)];
  const stored = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), db, clock);
  const config = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits, audit, config });
  const catalogue = createCatalogue({ db });
  const search = createCinemaSearch({ db, vault, clock, catalogue, log });
  const letters: Letter[] = [];
  const mail = { send: async (_db: Db, letter: Letter) => letters.push(letter), look: async () => ({ siteName: 'Taalentio' }) };
  const site = { publicUrl: SITE, siteName: 'Taalentio' };
  const cinema = createCinema({ db, clock, vault, files: stored, mail, audit, catalogue, search, ...site });
  const uploads = createUploads({ db, clock, limits });
  const pages = createPages({ siteName: site.siteName, files: builtFiles({}), navigation: NAVIGATION });
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: (request) => {
      const token = request.cookies['bearer'];
      if (token) request.headers.authorization = `Bearer ${token}`;
      return identity.authenticate(request);
    },
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  uploads.routes(door);
  const tools = {
    db,
    clock,
    vault,
    audit,
    limits,
    files: stored,
    uploads,
    pages,
    catalogue,
    cinema,
    cards: createSocialCards({ db, files: stored, ...site }),
    ...site,
  };
  const { sweep } = registerCinemaRegistration(door, { ...tools, config: { rateLimitScale: 100 } });
  const close = async (): Promise<void> => {
    await door.close();
    await search.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const visitor: House<Browser>['visitor'] = async (role) => {
    const browser = visit(door);
    if (!role) return { ...browser, accountId: null };
    const who = { email: `${role}-${crypto.randomUUID()}@example.com`, passwordHash: 'x', role, firstName: 'Test', lastName: role };
    const { id } = await db.transaction().execute((tx) => identity.createAccount(tx, who));
    browser.cookies.set('bearer', (await identity.issueTokens({ id })).access_token);
    return { ...browser, accountId: id };
  };
  return { db, door, clock, cinema, letters, sweep, visitor, close };
}

const NAVIGATION = {
  ...{ rooms: [], account: [], footer: [], search: null },
  ...{ signIn: '/auth/login', signOut: '/auth/logout', register: '/auth/register' },
};
