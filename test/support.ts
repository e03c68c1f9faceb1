/**
 * What tests stand on: a database of their own, cloned from the migrated template, and the whole studio composed on it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { type Config, loadConfig } from '#config';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import type { Role } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { App } from '../src/app.ts';
import { copyDemo } from './demo.ts';
import { withDatabase } from './global-setup.ts';

export const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

/** The address of a clone of the migrated template (or of another database): a few hundredths of a second. */
export async function freshDatabaseUrl(source = inject('testServer').template): Promise<string> {
  const { url, template, isEmbedded } = inject('testServer');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${source}${isEmbedded ? ' strategy file_copy' : ''}`);
  } finally {
    await admin.end();
  }
  return withDatabase(url, name);
}

/** A clone of the migrated template for this test file; closed after the file. */
export async function freshDatabase(): Promise<Database> {
  const database = await openDatabase({ databaseUrl: await freshDatabaseUrl(), dataFolder: '', databasePoolSize: 10 }, log);
  afterFile(() => database.close());
  return database;
}

let endings: (() => Promise<void>)[] = [];

/** What is done when the test file is over, the latest first: a hook can be asked for from anywhere, also inside another. */
export function afterFile(end: () => Promise<void>): void {
  endings.unshift(end);
}

/** Called by test/setup.ts after every file. */
export async function endFile(): Promise<void> {
  const due = endings;
  endings = [];
  for (const end of due) await end();
}

export interface StartOptions {
  /** Opens the site on a free port of this machine: `atelier.url`. */
  readonly listen?: boolean;
  /** Works on jobs (mail…). */
  readonly work?: boolean;
  /** The demo people, with the documented accounts. */
  readonly demo?: boolean;
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Atelier extends App {
  readonly config: Config;
  /** Address of the site when it listens. */
  readonly url: string;
  /** Somebody who is signed in on a door by session cookie. */
  as(role: Role): Promise<Caller>;
  /** Signs in with a password, as a client of the API does. */
  signIn(identifier: string, password: string): Promise<Caller>;
}
export interface Caller {
  readonly accountId: number;
  readonly cookie: string;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export const PASSWORD = 'longue-et-solide-7';

/** The whole studio on a database of its own; closed after the test file. */
export async function startAtelier(options: StartOptions = {}): Promise<Atelier> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-studio-'));
  // Loaded here: a test of one room does not wait for all of them.
  const { buildApp } = await import('../src/app.ts');
  const configFor = (folder: string, databaseUrl: string): Config =>
    loadConfig({
      ATELIER_DATA: folder,
      DATABASE_URL: databaseUrl,
      ATELIER_DEMO: options.demo ? '1' : '0',
      RATE_LIMIT_SCALE: '1000',
      ...options.environment,
    });
  const seed = async (databaseUrl: string, folder: string): Promise<void> => {
    const app = await buildApp(configFor(folder, databaseUrl), log, systemClock);
    await app.prepare().finally(() => app.close());
  };
  // A clock of one's own, or other settings, get a demonstration of their own.
  const isShared = options.demo && !options.clock && !options.environment;
  const source = isShared ? await copyDemo(dataFolder, seed) : undefined;
  const config = configFor(dataFolder, await freshDatabaseUrl(source));
  const app = await buildApp(config, log, options.clock ?? systemClock);
  afterFile(async () => {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  if (options.demo) await app.prepare();
  const url = options.listen ? await app.doors.site.listen({ host: '127.0.0.1', port: 0 }) : '';
  if (options.work) await app.work();
  const signIn = (identifier: string, password: string): Promise<Caller> => signInOn(app.doors.site, identifier, password);
  const as = async (role: Role): Promise<Caller> => {
    const email = `${role}-${randomBytes(4).toString('hex')}@test.example`;
    const passwordHash = await app.identity.hashPassword(PASSWORD);
    await app.database.db
      .transaction()
      .execute((tx) => app.identity.createAccount(tx, { email, passwordHash, role, firstName: 'Test', lastName: role }));
    return signIn(email, PASSWORD);
  };
  return { ...app, config, url, as, signIn };
}

/** Another process of the same studio comes and goes, whatever its role. */
export async function startBeside({ config }: Atelier): Promise<void> {
  const { buildApp } = await import('../src/app.ts');
  const app = await buildApp(config, log, systemClock);
  await app.close();
}

async function signInOn(door: Door, identifier: string, password: string): Promise<Caller> {
  const answer = await door.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { identifier, password } });
  if (answer.statusCode !== 200) throw new Error(`${identifier} could not sign in: ${answer.statusCode} ${answer.body}`);
  const session = answer.cookies.find(({ name }) => name === 'atelier_session');
  const cookie = `atelier_session=${session?.value ?? ''}`;
  return {
    accountId: answer.json<{ user: { id: number } }>().user.id,
    cookie,
    inject: (request) => door.inject({ ...request, headers: { cookie, ...request.headers } }),
  };
}
