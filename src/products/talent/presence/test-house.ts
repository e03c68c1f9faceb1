/** For tests: presence, badges and projects on a real database behind a real door, with a clock that obeys. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { createAudit } from '#kernel/audit.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Role, Viewer } from '#kernel/http/access.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import type { BuiltFiles } from '#kernel/page/assets.ts';
import { builtFiles } from '#kernel/page/assets.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { createPages, type Pages } from '#kernel/page/page.tsx';
import { testNavigation } from '#kernel/page/test-page.tsx';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { recordNotices } from '#test/told.ts';
import { type Badges, createBadges, registerBadges } from '../badges/badges.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { codeAliases } from '../codes.ts';
import { createSiteFailures } from '../failures.ts';
import { createProjects, type Project, type Projects } from '../projects/projects.ts';
import { createPresence, type Presence, type PresencePageTools, registerPresence } from './presence.ts';

export interface Person {
  readonly talentId: number;
  readonly code: string;
}
export interface Member extends Person {
  readonly assignmentId: number;
  readonly projectCode: string;
}

export interface PresenceHouse {
  readonly db: Db;
  readonly door: Door;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly files: Files;
  readonly badges: Badges;
  readonly projects: Projects;
  readonly presence: Presence;
  readonly tools: PresencePageTools;
  person(facts?: { readonly firstName?: string; readonly lastName?: string; readonly photoFile?: string }): Promise<Person>;
  /** Of Morocco: the day starts at four, Casablanca time. */
  project(facts?: Readonly<Record<string, unknown>>): Promise<Project>;
  assign(project: Project, person: Person, days?: { readonly from: string; readonly to: string }): Promise<Member>;
  /** A project with so many people. */
  set(count: number): Promise<{ readonly project: Project; readonly members: readonly Member[] }>;
  /** The text of the badge of an assignment. */
  payload(member: Member): Promise<string>;
  /** Calls the API as an account of that role; null is a stranger. */
  call(role: Role | null, method: 'GET' | 'POST', url: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The cookie of somebody of that role, for browsers. */
  readonly cookies: Readonly<Record<Role, string>>;
}
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
  json<T = Readonly<Record<string, unknown>>>(): T;
}

const ROLES = ['user', 'presence', 'casting', 'admin', 'super_admin'] as const;
/** 07:30 in Morocco, which was an hour ahead of UTC that week. */
export const MORNING = '2025-10-27T06:30:00Z';

export async function openPresenceHouse(
  db: Db,
  {
    built = builtFiles({}),
    addPages = () => undefined,
  }: { built?: BuiltFiles; addPages?: (door: Door, tools: PresencePageTools) => void } = {},
): Promise<PresenceHouse> {
  const log = pino({ level: 'silent' });
  const clock = fixedClock(MORNING);
  const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-presence-'));
  const files = createFiles(createStorage({ storageUrl: null, dataFolder }, log), db, clock);
  const audit = createAudit(db, clock, log);
  const badges = createBadges({ db, clock, vault, files, siteName: 'Taalentio' });
  const projects = openProjects(db, clock, audit, badges);
  const accounts = await makeAccounts(db);
  const pages: Pages = createPages({ siteName: 'Taalentio', files: built, navigation: testNavigation });
  const tools = { db, clock, audit, files, badges, projects, pages };
  const presence = createPresence(tools);
  const door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false },
    authenticate: async ({ cookies }) => viewerOf(cookies['who'], accounts),
    renderFailure: createSiteFailures(() => pages),
  });
  watchFlashes(door, vault, false);
  registerBadges(door, { db, audit, pages, badges });
  registerPresence(door, { ...tools, presence });
  addPages(door, { ...tools, presence });
  await door.ready();
  const people = createPeople(db, projects);
  return {
    ...{ db, door, clock, files, badges, projects, presence, tools: { ...tools, presence }, ...people },
    cookies: Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, string>,
    async payload({ assignmentId }) {
      const badge = await badges.current(db, assignmentId);
      return badge ? badges.payload(db, badge) : '';
    },
    async call(role, method, url, body, headers = {}) {
      const cookie = role ? { cookie: `who=${role}; lang=fr` } : {};
      const reply = await door.inject({ method, url, headers: { ...cookie, ...headers }, ...(body ? { payload: body } : {}) });
      return { status: reply.statusCode, body: reply.body, raw: reply.rawPayload, headers: reply.headers, json: () => reply.json() };
    },
  };
}

function openProjects(db: Db, clock: ReturnType<typeof fixedClock>, audit: ReturnType<typeof createAudit>, badges: Badges): Projects {
  const cinema = {
    idOfCode: async (from: Db, code: string) => {
      const { rows } = await sql<{ id: number }>`
        select id from talent.cinema_talents where unique_code = any(${codeAliases(code)}::text[])`.execute(from);
      return rows[0]?.id ?? null;
    },
    mailboxOf: async () => null,
  };
  const queue = { enqueue: async () => undefined, work: () => undefined };
  const mail = { send: async () => 1 } as never;
  const catalogue = createCatalogue({ db });
  return createProjects({
    db,
    clock,
    audit,
    queue,
    mail,
    notices: recordNotices().notices,
    catalogue,
    badges,
    cinema,
    publicUrl: 'https://studio.example',
  });
}

async function makeAccounts(db: Db): Promise<ReadonlyMap<string, Viewer>> {
  const accounts = new Map<string, Viewer>();
  for (const role of ROLES) {
    const email = `${role}@studio.example`;
    const { rows } = await sql<{ id: number }>`
      insert into identity.accounts (email, username, password_hash, role, first_name, last_name)
      values (${email}, ${role}, 'x', ${role}, 'Salma', 'Alaoui') returning id`.execute(db);
    accounts.set(role, {
      ...{ accountId: rows[0]?.id ?? 0, role, email, name: 'Salma Alaoui', code: null, language: null },
      ...{ credential: 'session', sessionId: `session ${role}`, mustChangePassword: false, memory: {} },
    });
  }
  return accounts;
}

const viewerOf = (who: string | undefined, accounts: ReadonlyMap<string, Viewer>): Viewer | null => accounts.get(who ?? '') ?? null;

function createPeople(db: Db, projects: Projects): Pick<PresenceHouse, 'person' | 'project' | 'assign' | 'set'> {
  let made = 0;
  const person: PresenceHouse['person'] = async ({ firstName = 'Sophia', lastName, photoFile = null } = {}) => {
    made += 1;
    const code = `MACAS${String(made).padStart(4, '0')}F`;
    const { rows } = await sql<{ id: number }>`
      insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, photo_file)
      values (${code}, ${firstName}, ${lastName ?? `Martinez ${made}`}, 'F', '1995-01-01', 1, ${photoFile}) returning id`.execute(db);
    const talentId = rows[0]?.id ?? 0;
    await sql`insert into talent.cinema_details (talent_id) values (${talentId})`.execute(db);
    return { talentId, code };
  };
  const project: PresenceHouse['project'] = (facts = {}) =>
    projects.create(null, { name: `Le Dernier Voyage ${randomUUID().slice(0, 4)}`, production_type: 'Film', country_id: 1, ...facts });
  const assign: PresenceHouse['assign'] = async (of, { talentId, code }, days) => {
    const booking = days ? { state: 'booked', ...days } : { state: 'none' };
    const made_ = await projects.assign(null, of.id, {
      talent_id: talentId,
      talent_type: 'Figurant',
      role_description: 'Passante',
      ...booking,
    });
    return { talentId, code, assignmentId: made_.id, projectCode: made_.projectCode };
  };
  const set: PresenceHouse['set'] = async (count) => {
    const of = await project();
    const members: Member[] = [];
    for (let index = 0; index < count; index++) members.push(await assign(of, await person()));
    return { project: of, members };
  };
  return { person, project, assign, set };
}
