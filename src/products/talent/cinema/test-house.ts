/** For tests: CINEMA people behind a real door, on a real database, with a clock that stands still and letters that stay here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyRequest, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Role } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import type { Letter } from '#kernel/mail/mail.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { createCinemaSearch } from '../cinema-search/cinema-search.ts';
import { createSiteFailures } from '../failures.ts';
import { type Cinema, type CinemaRegistrationExtra, type CinemaTalent, countCinema, createCinema } from './cinema.ts';
import { registerCinemaRoutes } from './routes.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';

export interface CinemaHouse {
  readonly db: Database['db'];
  readonly door: Door;
  readonly cinema: Cinema;
  readonly files: Files;
  readonly catalogue: ReturnType<typeof createCatalogue>;
  /** Every letter that was handed to the mail room, transactions that failed included. */
  readonly letters: Letter[];
  /** Sophia of Casablanca, with another address and paper each time. */
  person(input?: Readonly<Record<string, unknown>>, extra?: CinemaRegistrationExtra): Promise<CinemaTalent>;
  /** The number of a new account. */
  account(role?: Role): Promise<number>;
  /** What a use-case is given when that account asks. */
  asking(accountId: number | null, role?: Role): FastifyRequest;
  get(url: string, accountId?: number | null, dialect?: 2 | 3): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export async function openCinemaHouse({ db }: Database): Promise<CinemaHouse> {
  const log = pino({ level: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atelier-cinema-'));
  const clock = fixedClock('2025-10-26T15:30:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const audit = createAudit(db, clock, log);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), db, clock);
  const settings = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits: createLimits(db, clock), audit, config: settings });
  const catalogue = createCatalogue({ db, countCinema });
  const letters: Letter[] = [];
  const mail = { send: async (_db: unknown, letter: Letter) => letters.push(letter), look: async () => ({ siteName: 'Taalentio' }) };
  const search = createCinemaSearch({ db, clock, vault, catalogue, log });
  const cinema = createCinema({ db, clock, vault, files, mail, audit, catalogue, search, publicUrl: SITE, siteName: 'Taalentio' });
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: (request) => identity.authenticate(request),
    renderFailure: createSiteFailures(() => {
      throw new Error('there is no page here');
    }),
  });
  registerCinemaRoutes(door, { db, clock, files, cinema, search });
  await door.ready();

  let made = 0;
  return {
    ...{ db, door, cinema, files, catalogue, letters },
    person: (input = {}, extra = {}) => {
      made += 1;
      return cinema.register(
        null,
        { ...SOPHIA, email: `person${made}@example.com`, id_document_number: `AB${100000 + made}`, ...input },
        extra,
      );
    },
    account: async (role = 'user') => {
      made += 1;
      const person = { email: `account${made}@example.com`, passwordHash: null, firstName: 'A', lastName: 'B', role };
      return db.transaction().execute(async (tx) => (await identity.createAccount(tx, person)).id);
    },
    asking: (accountId, role = 'user') => {
      const viewer = accountId === null ? null : { accountId, role, email: '', name: '', code: null };
      return { viewer, language: 'fr', headers: {}, ip: '127.0.0.1', method: 'POST', url: '/' } as unknown as FastifyRequest;
    },
    get: async (url, accountId = null, dialect = 3) => {
      const token = accountId === null ? null : (await identity.issueTokens({ id: accountId })).access_token;
      const headers = { 'api-version': String(dialect), ...(token ? { authorization: `Bearer ${token}` } : {}) };
      return door.inject({ method: 'GET', url, headers });
    },
    close: async () => {
      await door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The documented example: Morocco is country 1, Casablanca city 2. */
export const SOPHIA = {
  first_name: 'Sophia',
  last_name: 'Martinez',
  gender: 'F',
  date_of_birth: '1996-03-15',
  phone: '06 00 11 12 22',
  whatsapp: '+212 600-111-222',
  website: 'sophiamartinez.com',
  facebook: 'https://facebook.com/sophiamartinez',
  instagram: '@sophiamartinez',
  tiktok: '@sophiamartinez',
  id_document_type: 'Passeport',
  id_document_number: 'AB123456',
  country_of_origin_id: '1',
  city_id: '2',
  ethnicities: ['Africaine', 'Arabe'],
  talent_types: ['Actrice Principale', 'Mannequin'],
  languages: ['fr', 'Arabe', 'en'],
  other_talents: 'Chant, Danse moderne, Équitation',
  height: '170',
  weight: '58',
  eye_color: 'marron',
  hair_color: 'Noir',
  hair_type: 'Ondules',
  skin_tone: 'medium',
  build: 'Athletique',
  years_of_experience: '8',
  previous_productions: 'Casablanca Nights (Film, 2022), Desert Dreams (Série TV, 2021)',
  bio: 'Comédienne à Casablanca.',
  is_public: 'on',
  terms: 'on',
  appearance_consent: 'on',
} as const;
