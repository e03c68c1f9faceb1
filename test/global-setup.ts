/**
 * One PostgreSQL for the whole run, with a migrated template that each test file clones: the server of TEST_DATABASE_URL, or an
 * embedded one that lives in the temporary folder as long as the run.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#kernel/db/connect.ts';
import { openEmbedded } from '#kernel/db/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { readLock } from '#kernel/db/postmaster.ts';
import { sqlStateOf } from '#kernel/db/transaction.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: TestServer;
  }
}
export interface TestServer {
  /** Of a database that may create others. */
  readonly url: string;
  readonly template: string;
  /** Embedded servers do not sync: a copy of the template's files is quickest there. */
  readonly isEmbedded: boolean;
  /** Where the files of the demonstration lie, once the first test that wants it has made it (test/demo.ts). */
  readonly demoFolder: string;
}

const log = pino({ level: 'silent' });

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = server.isEmbedded ? 'template_app' : `atelier_test_${Math.floor(Date.now() / 1000)}_${randomBytes(4).toString('hex')}`;
  try {
    if (!server.isEmbedded) await dropDatabases(server.url, isLeftOver);
    await query(server.url, `create database ${template} encoding 'UTF8' template template0`);
    const database = await openDatabase({ databaseUrl: withDatabase(server.url, template), dataFolder: '', databasePoolSize: 2 }, log);
    await migrate(database.db).finally(() => database.close());
  } catch (error) {
    await server.close();
    throw error;
  }
  const demoFolder = mkdtempSync(join(tmpdir(), `atelier-test-${process.pid}-demo-`));
  project.provide('testServer', { url: server.url, template, isEmbedded: server.isEmbedded, demoFolder });
  return async () => {
    rmSync(demoFolder, { recursive: true, force: true });
    if (!server.isEmbedded) await dropDatabases(server.url, (name) => name.startsWith(template));
    await server.close();
  };
}

interface Server {
  readonly url: string;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

async function openServer(): Promise<Server> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { url, isEmbedded: false, close: async () => undefined };
  sweepFolders();
  const folder = mkdtempSync(join(tmpdir(), `atelier-test-${process.pid}-`));
  const server = await openEmbedded({ dataFolder: folder, log, isDurable: false });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, isEmbedded: true, close };
}

/** A run that was killed leaves its folder, and its server running in it. */
function sweepFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const run = /^atelier-test-(\d+)-/.exec(name)?.[1];
    if (!run || isAlive(Number(run))) continue;
    const folder = join(tmpdir(), name);
    try {
      const lock = readLock(join(folder, 'postgres'));
      if (lock) process.kill(lock.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      if (!['EPERM', 'EACCES', 'ESRCH'].includes(sqlStateOf(error))) throw error; // somebody else's, or it is already gone
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return sqlStateOf(error) === 'EPERM';
  }
}

const LEFT_OVER_SECONDS = 6 * 3600;
const isLeftOver = (name: string): boolean => {
  const born = Number(/^atelier_test_(\d+)_/.exec(name)?.[1]);
  return born < Date.now() / 1000 - LEFT_OVER_SECONDS;
};

async function dropDatabases(url: string, isMeant: (name: string) => boolean): Promise<void> {
  const names = await query<{ datname: string }>(url, `select datname from pg_database where datname like 'atelier\\_test\\_%'`);
  for (const { datname } of names.filter((row) => isMeant(row.datname)))
    await query(url, `drop database if exists ${datname} with (force)`);
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** The same server, another database. */
export function withDatabase(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
