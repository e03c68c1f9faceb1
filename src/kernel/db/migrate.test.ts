import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { afterFile, freshDatabase, freshDatabaseUrl, log } from '#test/support.ts';
import { openDatabase } from './connect.ts';
import type { Db } from './db.ts';
import { type MigrationFile, migrate, migrationFiles, pendingMigrations } from './migrate.ts';

const file = (name: string, text: string): MigrationFile => ({ name, text, checksum: createHash('sha256').update(text).digest('hex') });
const SLOW = [
  file('0001-first.sql', 'create table public.first (id int); select pg_sleep(0.1);'),
  file('0002-second.sql', 'create table public.second (id int); insert into public.second values (1); select pg_sleep(0.1);'),
  file('0003-third.sql', 'alter table public.second add column name text; insert into public.first values (1);'),
];

/** A database nobody has migrated yet. */
async function emptyDatabase(pools: number): Promise<readonly Db[]> {
  const url = await freshDatabaseUrl();
  const opened = await Promise.all(
    Array.from({ length: pools }, () => openDatabase({ databaseUrl: url, dataFolder: '', databasePoolSize: 2 }, log)),
  );
  afterFile(async () => void (await Promise.all(opened.map((database) => database.close()))));
  const databases = opened.map(({ db }) => db);
  if (databases[0]) await sql`drop table kernel.migrations`.execute(databases[0]);
  return databases;
}

describe('migrations', () => {
  test('of this program are all applied to the template, and applying them again does nothing', async () => {
    const { db } = await freshDatabase();
    expect(await pendingMigrations(db)).toEqual([]);
    expect(await migrate(db)).toEqual([]);
  });

  test('are applied once when four processes start together', async () => {
    const databases = await emptyDatabase(4);
    const applied = await Promise.all(databases.map((db) => migrate(db, SLOW)));
    expect(applied.flat().sort()).toEqual(SLOW.map(({ name }) => name));
    const [db] = databases;
    if (!db) throw new Error('no database');
    const { rows } = await sql`select (select count(*) from public.first) as first, (select count(*) from public.second) as second`.execute(
      db,
    );
    expect(rows).toEqual([{ first: 1, second: 1 }]);
  });

  test('T-062 leave nothing of a file that fails, keep those before it, and say the line', async () => {
    const [db] = await emptyDatabase(1);
    if (!db) throw new Error('no database');
    const broken = file('0002-broken.sql', 'create table public.half (id int);\n\nselect * from nowhere;\n');
    await expect(migrate(db, [SLOW[0] ?? broken, broken])).rejects.toThrow(/0002-broken\.sql: .*nowhere.*\(line 3\)/);
    const { rows } = await sql`select to_regclass('public.half') as half, (select array_agg(name) from kernel.migrations) as names`.execute(
      db,
    );
    expect(rows).toEqual([{ half: null, names: ['0001-first.sql'] }]);
  });

  test('refuse a file that changed after it was applied, and a database newer than the program', async () => {
    const [db] = await emptyDatabase(1);
    if (!db) throw new Error('no database');
    await migrate(db, SLOW);
    const [first, second, third] = SLOW;
    if (!first || !second || !third) throw new Error('no files');
    await expect(migrate(db, [first, file(second.name, `${second.text} `), third])).rejects.toThrow(/changed after.*0002-second\.sql/);
    await expect(migrate(db, [first, second])).rejects.toThrow(/newer Atelier.*0003-third\.sql/);
  });

  test('are named in order and never share a number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'atelier-migrations-'));
    try {
      writeFileSync(join(folder, '0002-b.sql'), 'select 1;\r\n');
      writeFileSync(join(folder, '0001-a.sql'), 'select 1;\n');
      const [a, b] = migrationFiles(folder);
      expect([a?.name, b?.name]).toEqual(['0001-a.sql', '0002-b.sql']);
      expect(a?.checksum).toBe(b?.checksum); // line ends of a checkout do not matter
      writeFileSync(join(folder, '0002-c.sql'), '');
      expect(() => migrationFiles(folder)).toThrow(/same number: 0002-c\.sql/);
      writeFileSync(join(folder, 'notes.sql'), '');
      expect(() => migrationFiles(folder)).toThrow(/notes\.sql/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
