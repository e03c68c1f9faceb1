/**
 * Migrations: `migrations/NNNN-name.sql`, plain SQL, applied in order, once each, every one in its own transaction.
 * Safe when many processes start together: one applies, the others wait and find it done. A file is frozen once applied:
 * `kernel.migrations` keeps its checksum, and a file that changed or disappeared is refused with its name.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { packageRoot } from '../package-root.ts';
import { DatabaseError } from './database-error.ts';
import type { Db, Tx } from './db.ts';

/** The advisory lock all processes of one database agree on. */
const LOCK = 7_203_114_551;

export interface MigrationFile {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, whatever the line ends of the checkout. */
  readonly checksum: string;
}

export function migrationFiles(folder: string = join(packageRoot, 'migrations')): readonly MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const odd = names.filter((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  if (odd.length) throw new DatabaseError(`A migration is named NNNN-name.sql: ${odd.join(', ')}`);
  const twice = names.filter((name, i) => names[i - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice.length) throw new DatabaseError(`Two migrations have the same number: ${twice.join(', ')}`);
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/** Applies what is missing and returns the names applied by this call, in order. */
export async function migrate(db: Db, files: readonly MigrationFile[] = migrationFiles()): Promise<readonly string[]> {
  if ((await pendingMigrations(db, files)).length === 0) return [];
  const done: string[] = [];
  // The list is read again under the lock for every file: another process may be applying the same ones.
  for (let name = await applyNext(db, files); name !== null; name = await applyNext(db, files)) done.push(name);
  return done;
}

/** What is missing, in the caller's transaction: a restore brings an older archive up to date before it counts. */
export async function applyMigrations(tx: Tx, files: readonly MigrationFile[] = migrationFiles()): Promise<void> {
  for (const file of missingFrom(files, await appliedTo(tx))) await apply(tx, file);
}

/** The names that `migrate` would apply. */
export async function pendingMigrations(db: Db, files: readonly MigrationFile[] = migrationFiles()): Promise<readonly string[]> {
  return missingFrom(files, await appliedTo(db)).map((file) => file.name);
}

const applyNext = (db: Db, files: readonly MigrationFile[]): Promise<string | null> =>
  db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await sql`set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`.execute(tx);
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
      const [file] = missingFrom(files, await appliedTo(tx));
      if (!file) return null;
      await apply(tx, file);
      return file.name;
    });

async function apply(tx: Tx, file: MigrationFile): Promise<void> {
  try {
    await sql.raw(file.text).execute(tx);
  } catch (error) {
    throw new DatabaseError(`${file.name}: ${error instanceof Error ? error.message : String(error)}${placeOf(error, file.text)}`, {
      cause: error,
    });
  }
  await sql`create schema if not exists kernel`.execute(tx);
  await sql`
    create table if not exists kernel.migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`.execute(tx);
  await sql`insert into kernel.migrations (name, checksum) values (${file.name}, ${file.checksum})`.execute(tx);
}

/** ` (line 12)` when the server said where in the file it stumbled. */
function placeOf(error: unknown, text: string): string {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isInteger(position) ? ` (line ${text.slice(0, position).split('\n').length})` : '';
}

async function appliedTo(db: Db): Promise<ReadonlyMap<string, string>> {
  // Asked of the catalogue's tables: `to_regclass` may answer from a session's memory that another process made stale.
  const { rows: tables } = await sql`select from pg_catalog.pg_tables where schemaname = 'kernel' and tablename = 'migrations'`.execute(db);
  if (!tables.length) return new Map();
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from kernel.migrations`.execute(db);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function missingFrom(files: readonly MigrationFile[], applied: ReadonlyMap<string, string>): readonly MigrationFile[] {
  const changed = files.filter(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum).map(({ name }) => name);
  if (changed.length)
    throw new DatabaseError(`Migrations were changed after they were applied; restore them and write a new one: ${changed.join(', ')}`);
  const known = new Set(files.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length)
    throw new DatabaseError(`The database was migrated by a newer Atelier; update this program. It does not know: ${unknown.join(', ')}`);
  return files.filter(({ name }) => !applied.has(name));
}
