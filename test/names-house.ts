/** For tests: both kinds of people with all that hangs on them, on a real database behind a real door; jobs are done by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { createIdentity } from '#capabilities/identity/identity.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Viewer } from '#kernel/http/access.ts';
import { createDoor } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Letter } from '#kernel/mail/mail.ts';
import { readBuiltFiles } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { testNavigation } from '#kernel/page/test-page.tsx';
import { createSettings } from '#kernel/settings.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { createBadges } from '#products/talent/badges/badges.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { type CinemaRegistrationExtra, type CinemaTalent, countCinema, createCinema } from '#products/talent/cinema/cinema.ts';
import { createCinemaSearch } from '#products/talent/cinema-search/cinema-search.ts';
import { createSiteFailures } from '#products/talent/failures.ts';
import { createMembers, type Member, type RegistrationExtra } from '#products/talent/members/members.ts';
import { sweepNames } from '#products/talent/names/check.ts';
import { askForNameCheck, type NameTools, registerNames } from '#products/talent/names/names.ts';
import type { PeopleNews } from '#products/talent/people-news.ts';
import { createPresence } from '#products/talent/presence/presence.ts';
import { createProjects } from '#products/talent/projects/projects.ts';
import { testViewer } from './door.ts';
import { recordNotices } from './told.ts';
import { type Visitor, visit } from './visitor.ts';

const SITE = 'https://studio.example';
const SECRET = 'a secret of the tests, longer than thirty-two characters';

export type NamesHouse = Awaited<ReturnType<typeof openNamesHouse>>;
type Input = Readonly<Record<string, unknown>>;

export async function openNamesHouse({ db }: Database) {
  const rooms = openRooms(db);
  const { clock, vault, identity, work, letters } = rooms;
  const pages = createPages({ siteName: 'Taalentio', files: readBuiltFiles(), navigation: testNavigation });
  const viewers = new Map<string, Viewer>();
  const door = createDoor({
    ...{ name: 'site', log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }), trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: async (request) => viewers.get(request.cookies['who'] ?? '') ?? null,
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  const tools: NameTools = { ...rooms.tools, pages };
  registerNames(door, tools);
  await door.ready();
  const passwordHash = await identity.hashDemoPassword('demo123');
  let made = 0;
  return {
    ...rooms,
    ...{ db, door, clock, tools, letters, work, sweep: () => sweepNames(tools) },
    /** A member of the platform; their name is looked at when `work` is done. */
    member(input: Input = {}, extra: RegistrationExtra = {}): Promise<Member> {
      made += 1;
      const least = { first_name: 'Awa', last_name: 'Diop', gender: 'F', date_of_birth: '1994-06-01', country_id: 1, residence_city_id: 2 };
      return rooms.members.register(
        null,
        { ...least, residence_country_id: 1, email: `m${made}@example.com`, ...input },
        { passwordHash, ...extra },
      );
    },
    /** Somebody of the CINEMA module. */
    talent(input: Input = {}, extra: CinemaRegistrationExtra = {}): Promise<CinemaTalent> {
      made += 1;
      const least = { first_name: 'Awa', last_name: 'Diop', gender: 'F', date_of_birth: '1994-06-01', country_of_origin_id: 1, city_id: 2 };
      const more = { talent_types: ['Figurant'], terms: 'on', email: `c${made}@example.com` };
      return rooms.cinema.register(null, { ...least, ...more, ...input }, extra);
    },
    async browser(role: Viewer['role'] = 'admin', language = 'fr'): Promise<Visitor & { readonly accountId: number }> {
      made += 1;
      const person = { email: `${role}${made}@example.com`, passwordHash: null, firstName: 'Salma', lastName: 'Alaoui', role };
      const account = await inTransaction(db, (tx) => identity.createAccount(tx, person));
      viewers.set(`who${account.id}`, testViewer(account.id, { role, credential: 'session', name: 'Salma Alaoui', email: account.email }));
      const visitor = visit(door, language);
      visitor.cookies.set('who', `who${account.id}`);
      return { ...visitor, accountId: account.id };
    },
    stranger: () => visit(door),
    async close() {
      await door.close();
      rmSync(rooms.folder, { recursive: true, force: true });
    },
  };
}

function openRooms(db: Db) {
  const log = pino({ level: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'atelier-names-'));
  const clock = fixedClock('2025-10-26T15:30:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], SECRET);
  const audit = createAudit(db, clock, log);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), db, clock);
  const config = { demo: false, production: false, admin: { email: null, password: null }, publicUrl: { site: SITE }, secretKey: SECRET };
  const identity = createIdentity({ db, vault, clock, limits: createLimits(db, clock), audit, config });
  const catalogue = createCatalogue({ db, countCinema });
  const letters: Letter[] = [];
  const mail = { send: async (_db: Db, letter: Letter) => letters.push(letter), look: async () => ({ siteName: 'Taalentio' }) };
  const { queue, work } = queueByHand();
  const untold = async () => undefined;
  const news: PeopleNews = { named: (tx, kind, id) => askForNameCheck(queue, tx, kind, id), cvSent: untold, joined: untold, gone: untold };
  const { notices, told } = recordNotices();
  const shared = { db, clock, vault, audit, files, mail, notices, catalogue, publicUrl: SITE, siteName: 'Taalentio', news };
  const members = createMembers({ ...shared, identity });
  const search = createCinemaSearch({ db, clock, vault, catalogue, log });
  const cinema = createCinema({ ...shared, search });
  const badges = createBadges({ db, clock, vault, files, siteName: 'Taalentio' });
  const projects = createProjects({ ...shared, queue, badges, cinema });
  const presence = createPresence({ ...shared, badges, projects });
  const settings = createSettings({ db, vault, clock });
  const tools = { ...shared, log, queue, settings, identity, members, cinema, projects, presence, library: { absorb: untold } };
  return { folder, clock, vault, identity, files, settings, members, cinema, badges, projects, presence, letters, told, tools, work };
}

/** A request of that account, as the rules see it. */
export const requestOf = (accountId: number, role: Viewer['role'] = 'admin'): FastifyRequest =>
  ({
    viewer: testViewer(accountId, { role }),
    language: 'fr',
    ip: '127.0.0.1',
    headers: {},
    method: 'POST',
    url: '/',
  }) as unknown as FastifyRequest;

/** Jobs wait until somebody does them; those of transactions that failed are among them, so whoever works must look first. */
function queueByHand() {
  let waiting: { readonly name: string; readonly data: unknown }[] = [];
  const handlers = new Map<string, (data: unknown) => Promise<void>>();
  const queue: Queue = {
    enqueue: async (_db, job, data) => void waiting.push({ name: job.name, data }),
    work: (job, handler) => {
      const context = { id: 'x', signal: new AbortController().signal, attempt: 1, isLast: false };
      handlers.set(job.name, (data) => handler(job.read(data), context));
    },
    schedule: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    figures: async () => [],
    plans: async () => ({ running: false, plans: [] }),
    replace: async () => 0,
  };
  /** Does what waits, or the named job that comes by itself; answers how many. */
  const work = async (name = 'names.check'): Promise<number> => {
    const due = waiting.filter((job) => job.name === name);
    waiting = waiting.filter((job) => job.name !== name);
    for (const { data } of due) await handlers.get(name)?.(data);
    if (due.length === 0 && name !== 'names.check') await handlers.get(name)?.(null);
    return due.length;
  };
  return { queue, work };
}

/** The pairs as they are kept: who, what was said, why. */
export const pairsIn = async (db: Db): Promise<readonly { pair: string; status: string; verdict: string | null; reasons: string[] }[]> =>
  (
    await sql<{ pair: string; status: string; verdict: string | null; reasons: string[] }>`
      select pair, status, verdict, reasons from talent.name_tracking_matches where kind = 'duplicate' and pair is not null order by id`.execute(
      db,
    )
  ).rows;
