/** Drill: a backup goes from a server to an embedded database and back; a restore that is killed has not happened. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { buildApp } from '../../src/app.ts';
import { registerPerson } from '../members.ts';
import { type Atelier, afterFile, freshDatabaseUrl, log, startAtelier } from '../support.ts';

const root = new URL('../..', import.meta.url).pathname;
const PASSWORD = 'une phrase assez longue';
const KEYS = { SECRET_KEY: 'k'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };
const noted = { safety: false, note: async () => undefined };

let source: Atelier;
let folder: string;
let archive: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-restore-'));
  afterFile(async () => rmSync(folder, { recursive: true, force: true }));
  source = await startAtelier({ environment: KEYS });
  for (const first_name of ['Awa', 'Binta', 'Coumba']) await registerPerson(source, { first_name });
  await sql`update kernel.email_logs set status = 'sent', sent_at = now()`.execute(source.database.db);
  await sql`delete from kernel.email_outgoing`.execute(source.database.db);
  archive = join(folder, 'studio.zip');
  await source.backups.makeAt(archive, PASSWORD);
}, 180_000);

async function hashes(db: Db): Promise<readonly unknown[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('kernel', 'identity', 'talent', 'images', 'video', 'library', 'publishing', 'webhooks', 'notifications', 'lists', 'generation')
      and tablename not in ('sessions', 'token_families', 'refresh_tokens', 'rate_limits', 'live_messages', 'migrations') order by 1`.execute(
    db,
  );
  const asked = tables.map(
    ({ name }) => sql`select ${name} as name,
      md5(coalesce(string_agg(t::text, E'\n' order by t::text collate "C"), '')) as hash from ${sql.raw(name)} t`,
  );
  return (await sql`${sql.join(asked, sql` union all `)} order by 1`.execute(db)).rows;
}

describe('T-465 a backup', { timeout: 300_000 }, () => {
  it('goes from a server to an embedded database and back, every row and file the same', async () => {
    const config = loadConfig({ ATELIER_DATA: join(folder, 'embedded'), DATABASE_URL: '', ATELIER_DEMO: '0', ...KEYS });
    const embedded = await buildApp(config, log);
    try {
      expect(embedded.database.kind).toBe('embedded');
      await embedded.backups.restore(archive, PASSWORD, noted);
      expect(await hashes(embedded.database.db)).toEqual(await hashes(source.database.db));
      await embedded.backups.makeAt(join(folder, 'embedded.zip'), PASSWORD);
    } finally {
      await embedded.close();
    }
    const back = await startAtelier({ environment: KEYS });
    await back.backups.restore(join(folder, 'embedded.zip'), PASSWORD, noted);
    expect(await hashes(back.database.db)).toEqual(await hashes(source.database.db));
    const { files } = await back.backups.review(archive, PASSWORD);
    expect(files).toMatchObject({ added: 0, gone: 0 });
    expect(files.archive).toBeGreaterThan(0);
  });

  it('that is killed while it comes back has not come back, and comes back afterwards', async () => {
    const url = await freshDatabaseUrl();
    const data = join(folder, 'killed');
    const environment = { ...process.env, ...KEYS, DATABASE_URL: url, ATELIER_DATA: data, ATELIER_DEMO: '0', BACKUP_PASSWORD: PASSWORD };
    const target: Database = await openDatabase({ databaseUrl: url, dataFolder: data, databasePoolSize: 4 }, log);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    try {
      const before = await hashes(target.db);
      // All rows are in when the numbers are set: there it waits for us, and dies.
      await other.query('begin; alter sequence identity.accounts_id_seq no cycle');
      const child = spawn(process.execPath, ['dist/main.js', 'restore', archive, '--yes', '--no-safety'], { cwd: root, env: environment });
      const ended = new Promise<string | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
      await expect.poll(() => isWaiting(target.db), { timeout: 120_000, interval: 50 }).toBe(true);
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      await other.query('rollback');
      expect(await hashes(target.db)).toEqual(before);

      expect(await run(['restore', archive, '--dry-run'], environment)).toMatchObject({
        code: 0,
        said: expect.stringContaining('identity.accounts'),
      });
      expect(await hashes(target.db)).toEqual(before);
      expect(await run(['restore', archive, '--yes', '--no-safety'], environment)).toMatchObject({ code: 0 });
      const written = (rows: readonly unknown[]) => rows.filter((row) => (row as { name: string }).name !== 'kernel.activity_logs');
      expect(written(await hashes(target.db))).toEqual(written(await hashes(source.database.db)));
      expect(await run(['restore', archive, '--yes'], { ...environment, BACKUP_PASSWORD: 'pas la bonne phrase' })).toMatchObject({
        code: 1,
      });
    } finally {
      await other.end();
      await target.close();
    }
  });
});

async function isWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where relation = 'identity.accounts_id_seq'::regclass and not granted`.execute(db);
  return rows.length > 0;
}

function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['dist/main.js', ...words], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, said })));
}
