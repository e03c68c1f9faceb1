/**
 * One PostgreSQL for the whole run with a migrated template; each test file clones it. Embedded, without fsync (nothing here
 * survives anyway), or the server named by TEST_DATABASE_URL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { openEmbedded } from '#kernel/db/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';

const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const silent = pino({ level: 'silent' });

export async function setup(): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `atelier_test_${process.pid}_${Date.now().toString(36)}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const database = await openDatabase({ databaseUrl: withDatabase(server.url, template), dataFolder: '', databasePoolSize: 2 }, silent);
  await migrate(database.db);
  await database.close();
  process.env['ATELIER_TEST_SERVER'] = server.url;
  process.env['ATELIER_TEST_TEMPLATE'] = template;
  return async () => {
    await server.cleanUp(admin, template);
    await admin.end();
    await server.close();
  };
}

interface TestServer {
  readonly url: string;
  cleanUp(admin: pg.Client, template: string): Promise<void>;
  close(): Promise<void>;
}

async function openServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { url, cleanUp: dropClones, close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'atelier-test-'));
  const embedded = await openEmbedded(folder, silent, QUICK);
  return {
    url: embedded.url,
    cleanUp: async () => undefined, // the folder goes, and everything with it
    close: async () => {
      await embedded.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dropClones(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname = $1 or datname like $2', [template, `${template}\\_%`]);
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
