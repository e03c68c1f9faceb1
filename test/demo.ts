/**
 * The demonstration for tests: seeded once a run, by the first test that wants it, then copied: seconds for the first, a moment for the others.
 */
import { cpSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './global-setup.ts';

/** A database with the demo people in it, to be cloned, and their files put into `dataFolder`. `seed` makes them on an empty studio. */
export async function copyDemo(dataFolder: string, seed: (databaseUrl: string, folder: string) => Promise<void>): Promise<string> {
  const { url, template, demoFolder } = inject('testServer');
  const [ready, making] = [`${template}_demo`, `${template}_making`];
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    // Workers that want it at the same moment wait for the first.
    await admin.query('select pg_advisory_lock(hashtext($1))', [ready]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [ready]);
    if (!rowCount) {
      await admin.query(`create database ${making} template ${template}`);
      await seed(withDatabase(url, making), demoFolder);
      await admin.query(`alter database ${making} rename to ${ready}`);
    }
  } finally {
    await admin.end();
  }
  cpSync(demoFolder, dataFolder, { recursive: true });
  return ready;
}
