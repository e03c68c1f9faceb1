/** What a restore would do: table by table, file by file, and what would not be readable afterwards. */
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Archive } from './archive.ts';
import { fileEntry, type KeyName, type KeyRing, missingKeys, schemaOf } from './manifest.ts';
import { refusals as m } from './messages.ts';
import { AUDIT, isSameLineage, nameOf, readLineage, readTables, unhurried } from './tables.ts';

export interface TableDifference {
  readonly name: string;
  readonly here: number;
  readonly archive: number;
}
export interface Review {
  readonly takenAt: Date;
  readonly program: string;
  readonly schema: 'same' | 'older';
  readonly missingKeys: readonly KeyName[];
  /** Columns of the archive that nobody could decrypt without them. */
  readonly unreadable: readonly string[];
  /** Those of both, in the order of their names. */
  readonly tables: readonly TableDifference[];
  readonly jobs: number;
  readonly files: {
    readonly archive: number;
    readonly bytes: number;
    /** In the archive, and not here. */
    readonly added: number;
    /** Here, and not in the archive: swept a day after. */
    readonly gone: number;
    /** Lost before the archive was made. */
    readonly missing: number;
  };
}

/** Throws for an archive of a newer program. */
export async function reviewOf(db: Db, files: Pick<Files, 'blobs'>, keys: KeyRing, { manifest, files: hashes }: Archive): Promise<Review> {
  const schema = schemaOf(manifest);
  if (schema === 'newer') throw failure.field('archive', m.newer, { version: manifest.program }, 'newer');
  const lost = missingKeys(manifest, keys);
  const keepsLogs = schema === 'same' && isSameLineage(manifest.lineage, await readHere(db));
  const inArchive = new Set(hashes);
  let [held, gone] = [0, 0];
  for await (const { sha256 } of files.blobs.list()) {
    if (inArchive.has(sha256)) held++;
    else gone++;
  }
  return {
    takenAt: new Date(manifest.takenAt),
    program: manifest.program,
    schema,
    missingKeys: lost,
    unreadable: lost.includes('ENCRYPTION_KEY') ? encryptedColumns(manifest) : [],
    tables: await differences(db, manifest, keepsLogs),
    jobs: manifest.jobs.rows,
    files: {
      archive: hashes.length,
      bytes: manifest.files.bytes,
      added: hashes.length - held,
      gone,
      missing: manifest.files.missing.length,
    },
  };
}

/** As the archive says it: in Greenwich. */
const readHere = (db: Db) =>
  inTransaction(db, async (tx) => {
    await unhurried(tx);
    return readLineage(tx);
  });

/** By the names that the house gives them. */
const ENCRYPTED = /(?:_encrypted|^sealed)$/;
const encryptedColumns = ({ tables }: Archive['manifest']): readonly string[] =>
  tables.flatMap(({ name, rows, columns }) =>
    rows > 0 ? columns.filter((column) => ENCRYPTED.test(column.name)).map((column) => `${name}.${column.name}`) : [],
  );

async function differences(db: Db, { tables: parts }: Archive['manifest'], keepsLogs: boolean): Promise<readonly TableDifference[]> {
  const here = await countRows(db);
  const archive = new Map(parts.map(({ name, rows }) => [name, rows]));
  if (keepsLogs) for (const name of AUDIT) archive.set(name, here.get(name) ?? 0);
  return [...new Set([...here.keys(), ...archive.keys()])]
    .sort()
    .map((name) => ({ name, here: here.get(name) ?? 0, archive: archive.get(name) ?? 0 }));
}

async function countRows(db: Db): Promise<ReadonlyMap<string, number>> {
  const tables = (await readTables(db)).filter(({ isSaved }) => isSaved);
  const counts = tables.map(({ name }) => sql`select ${name} as name, (select count(*) from ${sql.raw(nameOf(name))}) as rows`);
  const { rows } = await sql<{ name: string; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return new Map(rows.map((row) => [row.name, row.rows]));
}

/** Says early what would be lost, unless whoever restores has accepted it. */
export function checkKeys({ missingKeys: keys, unreadable }: Review, isAccepted: boolean): void {
  if (keys.length === 0 || isAccepted) return;
  const columns = unreadable.join(', ') || '—';
  throw failure.field('keys', m.otherKeys, { keys: keys.join(', '), columns }, 'keys');
}

/** Under their own hash, before any row names them; those that were not here before are noted in `placed` while it goes on. */
export async function placeFiles({ blobs }: Pick<Files, 'blobs'>, archive: Archive, placed: string[]): Promise<void> {
  for (const sha256 of archive.files) {
    if (!(await blobs.has(sha256))) placed.push(sha256);
    const stored = await blobs.put(Readable.from(archive.read(fileEntry(sha256)), { objectMode: false }));
    if (stored.sha256 !== sha256) throw failure.field('archive', m.damaged, { part: fileEntry(sha256) }, 'damaged');
  }
}
