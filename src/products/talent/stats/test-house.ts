/** For tests: the rooms that productions and statistics need, behind a real door with real pages, on a real database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createLists } from '#capabilities/lists/lists.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Role } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import { createUploads } from '#kernel/http/uploads.ts';
import { type BuiltFiles, builtFiles } from '#kernel/page/assets.ts';
import { createEverywhere } from '#kernel/page/everywhere.tsx';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import type { Cinema, ListedCinemaTalent } from '../cinema/cinema.ts';
import { createSiteFailures } from '../failures.ts';
import { createProductions, registerProductions } from '../productions/productions.ts';
import { registerStats } from './stats.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';
const NOW = '2025-10-26T15:30:00Z';
const NAVIGATION = {
  rooms: [],
  account: [],
  footer: [],
  search: null,
  signIn: '/auth/login',
  signOut: '/auth/logout',
  register: '/auth/register',
};

export type CinemaHouse = Awaited<ReturnType<typeof openCinemaHouse>>;

export async function openCinemaHouse({ db }: Pick<Database, 'db'>, built: BuiltFiles = builtFiles({})) {
  const log = pino({ level: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atelier-productions-'));
  const clock = fixedClock(NOW);
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const audit = createAudit(db, clock, log);
  const limits = createLimits(db, clock);
  const settings = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits, audit, config: settings });
  const pages = createPages({ siteName: 'Taalentio', files: built, navigation: NAVIGATION });
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: (request) => identity.authenticate(request),
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  const uploads = createUploads({ db, clock, limits });
  uploads.routes(door);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), db, clock);
  const rooms = { db, clock, audit, files, catalogue: createCatalogue({ db }) };
  const productions = createProductions(rooms);
  registerProductions(door, {
    ...rooms,
    pages,
    lists: createLists({ ...rooms, pages }),
    everywhere: createEverywhere(),
    uploads,
    publicUrl: SITE,
    productions,
  });
  registerStats(door, { ...rooms, pages, cinema: { cards: cardsOf } });

  let made = 0;
  /** What proves now who somebody is; it lasts an hour. */
  const token = async (id: number): Promise<string> => (await identity.issueTokens({ id })).access_token;
  /** Somebody with that role. */
  const account = async (role: Role): Promise<number> => {
    made += 1;
    const passwordHash = await identity.hashDemoPassword('demo123');
    const names = { email: `account${made}@example.com`, firstName: 'Adama', lastName: `Traoré ${made}` };
    const { id } = await db.transaction().execute((tx) => identity.createAccount(tx, { ...names, passwordHash, role }));
    return id;
  };
  /** The door as somebody who is signed in comes through it. */
  const doorOf = (id: number): Door => {
    const inject = async (options: InjectOptions) =>
      door.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${await token(id)}` } });
    return Object.assign(Object.create(door) as Door, { inject: inject as Door['inject'] });
  };
  const close = async (): Promise<void> => {
    await door.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, door, doorOf, clock, productions, account, token, close };
}

/** What the dashboard shows of people, without the room that keeps them. */
const cardsOf: Cinema['cards'] = async (db, ids) => {
  const { rows } = await sql<{ id: number; code: string; firstName: string; lastName: string; photoFile: string | null }>`
    select id, unique_code as code, first_name as "firstName", last_name as "lastName", photo_file as "photoFile"
    from talent.cinema_talents where id = any(${ids}::bigint[]) order by array_position(${ids}::bigint[], id)`.execute(db);
  return rows.map((row) => ({ ...row, age: 30, talentTypes: ['Figurant'], city: null, country: null }) as unknown as ListedCinemaTalent);
};

/** The example of the documents as the form sends it. */
export const MOROCCO_FILMS = {
  name: 'Morocco Films Production',
  description: 'Société de production leader au Maroc',
  specialization: 'Films, Séries, Documentaires',
  address: '123 Boulevard Mohammed V',
  city: 'Casablanca',
  country_id: '1',
  postal_code: '20000',
  phone: '0522 00 00 00',
  email: 'Info@MoroccoFilms.ma',
  website: 'moroccofilms.ma',
  facebook: 'https://facebook.com/moroccofilms',
  instagram: '@moroccofilms',
  linkedin: '@moroccofilms',
  twitter: '',
  founded_year: '2005',
  ceo: 'Youssef Alami',
  employees_count: '45',
  productions_count: '28',
  notable_productions: 'Le Grand Voyage (2020)\nNuits de Casablanca (2022)',
  services: 'Production\nPost-production\nDistribution\nLocation de matériel',
  equipment: 'Caméras RED, Sony, Drones DJI, Éclairage complet',
  studios: '2 studios de 500m² et 800m²',
  certifications: 'ISO 9001\nCCM Certifié',
  memberships: 'FIPCA\nChambre Marocaine des Producteurs',
  awards: 'Prix du Meilleur Film (2021)\nGrand Prix du Festival (2022)',
  is_active: '1',
};
