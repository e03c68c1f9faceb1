/** For tests: projects and badges on a real database behind a real door, people of the CINEMA module without their whole slice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { createLists } from '#capabilities/lists/lists.ts';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { ROLES, type Role, type Viewer } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createLimits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { createMail } from '#kernel/mail/mail.ts';
import type { Language } from '#kernel/message.ts';
import { readBuiltFiles } from '#kernel/page/assets.ts';
import { createEverywhere } from '#kernel/page/everywhere.tsx';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages } from '#kernel/page/page.tsx';
import { testNavigation } from '#kernel/page/test-page.tsx';
import { createSettings } from '#kernel/settings.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { type Badges, createBadges } from '#products/talent/badges/badges.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { codeAliases } from '#products/talent/codes.ts';
import { createSiteFailures } from '#products/talent/failures.ts';
import type { ProjectTools } from '#products/talent/projects/projects.ts';
import { createProjects, type Project, type Projects, registerProjects } from '#products/talent/projects/projects.ts';
import { afterFile, freshDatabase, log } from './support.ts';
import { recordNotices, type Told } from './told.ts';
import { type Visitor, visit } from './visitor.ts';

export const SITE = 'https://studio.example';

export interface Person {
  readonly id: number;
  readonly code: string;
}
export interface PersonFacts {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string | null;
  readonly language?: Language;
  readonly isPublic?: boolean;
  readonly isActive?: boolean;
  readonly accountId?: number;
}
export type Who = Role | `${Role}:${number}`;

export interface House {
  readonly db: Db;
  readonly door: Door;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly projects: Projects;
  readonly badges: Badges;
  readonly tools: ProjectTools;
  person(facts?: PersonFacts): Promise<Person>;
  account(role?: Role): Promise<number>;
  production(facts?: Readonly<Record<string, unknown>>): Promise<number>;
  /** Of Morocco, in November 2025, unless said otherwise. */
  project(facts?: Readonly<Record<string, unknown>>): Promise<Project>;
  /** A request of somebody, as the rules see it. */
  request(who: Who | null): FastifyRequest;
  /** What people were told. */
  readonly told: readonly Told[];
  /** A browser of somebody; null is a stranger. */
  visitor(who: Who | null, language?: Language): Visitor;
  /** Does the waiting jobs of that name, one try each; answers how many. */
  work(job: string, options?: { readonly isLast?: boolean }): Promise<number>;
}

export async function openHouse(): Promise<House> {
  const { db } = await freshDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-projects-'));
  afterFile(async () => rmSync(dataFolder, { recursive: true, force: true }));
  const clock = fixedClock('2025-10-26T15:30:00Z');
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
  const audit = createAudit(db, clock, log);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder }, log), db, clock);
  const { queue, work } = queueByHand();
  const config = { dataFolder, siteName: 'Taalentio', mail: { smtpUrl: null, sendgridApiKey: null, sender: 'studio@example.org' } };
  const mail = createMail({ config, db, queue, vault, clock, log, settings: createSettings({ db, vault, clock }) });
  const badges = createBadges({ db, clock, vault, files, siteName: 'Taalentio' });
  const catalogue = createCatalogue({ db });
  const cinema = cinemaOf(vault);
  const { notices, told } = recordNotices();
  const tools = { db, clock, audit, queue, mail, notices, catalogue, badges, cinema, publicUrl: SITE, siteName: 'Taalentio' };
  const projects = createProjects(tools);
  const made = makers(db, vault, projects);
  const accounts = new Map(await Promise.all(ROLES.map(async (role) => [role, await made.account(role)] as const)));
  const shown = {
    db,
    clock,
    audit,
    badges,
    limits: createLimits(db, clock),
    catalogue,
    productions: productionsOf(db),
    search: searchOf(db),
    projects,
  };
  const door = await openDoor(vault, accounts, shown);
  return {
    ...{ db, door, clock, projects, badges, tools, work, told },
    ...made,
    request: requestOf(accounts),
    visitor: visitorOf(door),
  };
}

type Shown = Omit<Parameters<typeof registerProjects>[1], 'pages' | 'lists' | 'everywhere'> &
  Pick<Parameters<typeof createLists>[0], 'audit'>;
async function openDoor(vault: ReturnType<typeof createVault>, accounts: Accounts, shown: Shown): Promise<Door> {
  const pages = createPages({ siteName: 'Taalentio', files: readBuiltFiles(), navigation: testNavigation });
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: async (request) => viewerOf(accounts, request.cookies['who']),
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  registerProjects(door, { ...shown, pages, lists: createLists({ ...shown, pages }), everywhere: createEverywhere() });
  await door.ready();
  afterFile(async () => void (await door.close()));
  return door;
}

const productionsOf = (db: Db): Shown['productions'] => ({
  choices: async () => (await sql<{ id: number; name: string }>`select id, name from talent.productions`.execute(db)).rows,
});

function makers(db: Db, vault: ReturnType<typeof createVault>, projects: Projects) {
  let made = 0;
  const person: House['person'] = async (facts = {}) => {
    made += 1;
    const code = `MACAS${String(made).padStart(4, '0')}F`;
    const { firstName = 'Sophia', lastName = `Martinez ${made}`, email = `p${made}@example.com`, language = 'fr' } = facts;
    const { rows } = await sql<{ id: number }>`
      insert into talent.cinema_talents (account_id, unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, is_public, is_active)
      values (${facts.accountId ?? null}, ${code}, ${firstName}, ${lastName}, 'F', '1995-01-01', 1, ${facts.isPublic ?? false}, ${facts.isActive ?? true})
      returning id`.execute(db);
    const id = rows[0]?.id ?? 0;
    const sealed = email === null ? null : vault.encrypt(email);
    await sql`insert into talent.cinema_details (talent_id, email_encrypted, language) values (${id}, ${sealed}, ${language})`.execute(db);
    return { id, code };
  };
  const account: House['account'] = async (role = 'user') => {
    made += 1;
    const { rows } = await sql<{ id: number }>`
      insert into identity.accounts (email, username, password_hash, role, first_name, last_name)
      values (${`a${made}@example.com`}, ${`a${made}`}, 'x', ${role}, 'Salma', 'Alaoui') returning id`.execute(db);
    return rows[0]?.id ?? 0;
  };
  const production: House['production'] = async (facts = {}) => {
    made += 1;
    const values = Object.entries({ name: `Atlas Productions ${made}`, country_id: 2, ...facts });
    const { rows } = await sql<{ id: number }>`
      insert into talent.productions (${sql.join(values.map(([column]) => sql.ref(column)))})
      values (${sql.join(values.map(([, value]) => sql`${value}`))}) returning id`.execute(db);
    return rows[0]?.id ?? 0;
  };
  const project: House['project'] = (facts = {}) => {
    made += 1;
    const dates = { start_date: '2025-11-03', end_date: '2025-11-28' };
    return projects.create(null, { name: `Le Dernier Voyage ${made}`, production_type: 'Film', country_id: 1, ...dates, ...facts });
  };
  return { person, account, production, project };
}

const cinemaOf = (vault: ReturnType<typeof createVault>): ProjectTools['cinema'] => ({
  idOfCode: async (db, code) => {
    const { rows } = await sql<{ id: number }>`
      select id from talent.cinema_talents where unique_code = any(${codeAliases(code)}::text[])`.execute(db);
    return rows[0]?.id ?? null;
  },
  mailboxOf: async (db, id) => {
    const { rows } = await sql<{ email: string | null; name: string; language: Language }>`
      select d.email_encrypted as email, t.first_name || ' ' || t.last_name as name, d.language
      from talent.cinema_talents t join talent.cinema_details d on d.talent_id = t.id where t.id = ${id}`.execute(db);
    const [row] = rows;
    return row?.email ? { ...row, email: vault.decrypt(row.email) } : null;
  },
});

/** Whoever has these letters in their name or code. */
const searchOf = (db: Db) => ({
  find: async ({ search = '' }: { readonly search?: string }) => {
    const { rows } = await sql<{ id: number }>`
      select id from talent.cinema_talents where search_text like talent.search_pattern(${search}) order by id`.execute(db);
    return { ids: rows.map(({ id }) => id), total: rows.length };
  },
});

type Accounts = ReadonlyMap<Role, number>;

/** `admin`, or `user:12` for the account 12. */
function viewerOf(accounts: Accounts, who: string | undefined): Viewer | null {
  if (!who) return null;
  const [role = 'user', id] = who.split(':') as [Role, string?];
  const accountId = id === undefined ? (accounts.get(role) ?? 0) : Number(id);
  return {
    ...{ accountId, role, email: `${who}@example.com`, name: 'Salma Alaoui', code: null, language: null },
    ...{ credential: 'session', sessionId: `session ${who}`, mustChangePassword: false, memory: {} },
  };
}

const requestOf =
  (accounts: Accounts): House['request'] =>
  (who) =>
    ({ viewer: viewerOf(accounts, who ?? undefined), ip: '127.0.0.1', headers: {}, method: 'POST', url: '/' }) as unknown as FastifyRequest;

const visitorOf =
  (door: Door): House['visitor'] =>
  (who, language = 'fr') => {
    const visitor = visit(door, language);
    if (who) visitor.cookies.set('who', who);
    return visitor;
  };

interface Waiting {
  readonly name: string;
  readonly data: unknown;
}
/** Jobs of rolled back transactions are among them: whoever works must look before acting. */
function queueByHand(): { queue: Queue; work: House['work'] } {
  const waiting: Waiting[] = [];
  const handlers = new Map<string, (data: unknown, isLast: boolean) => Promise<void>>();
  const queue: Queue = {
    enqueue: async (_db, job, data) => void waiting.push({ name: job.name, data }),
    work: (job, handler) => {
      handlers.set(job.name, (data, isLast) =>
        handler(job.read(data), { id: 'x', signal: new AbortController().signal, attempt: 1, isLast }),
      );
    },
    schedule: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    figures: async () => [],
    plans: async () => ({ running: false, plans: [] }),
    replace: async () => 0,
  };
  const work: House['work'] = async (name, { isLast = false } = {}) => {
    const due = waiting.filter((job) => job.name === name);
    waiting.splice(0, waiting.length, ...waiting.filter((job) => job.name !== name));
    for (const { data } of due) await handlers.get(name)?.(data, isLast);
    return due.length;
  };
  return { queue, work };
}
