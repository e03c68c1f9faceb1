/** An empty database beside that of the studio, for what comes from elsewhere; dropped with the server of the tests. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './global-setup.ts';

export async function emptyDatabaseUrl(): Promise<string> {
  const { url, template } = inject('testServer');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
  } finally {
    await admin.end();
  }
  return withDatabase(url, name);
}
