/** Makes an archive: one moment of the database, then every file that this moment refers to, then the manifest. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { CARRIED_QUERY } from '#kernel/jobs/carried.ts';
import { settleDraft, writeDraft } from '#kernel/storage/durable.ts';
import { FILES_LOCK, type Files } from '#kernel/storage/files.ts';
import { type Packer, packArchive } from './archive.ts';
import { linesOf, linesOfQuery } from './dump.ts';
import { FORMAT, fileEntry, fingerprintsOf, JOBS, type KeyRing, MANIFEST, type Manifest, tableEntry } from './manifest.ts';
import { refusals as m } from './messages.ts';
import { MIGRATIONS, readLineage, readSequences, readTables, unhurried } from './tables.ts';

export interface TakingTools {
  readonly database: Pick<Database, 'db' | 'kind'>;
  readonly files: Pick<Files, 'blobs'>;
  readonly keys: KeyRing;
  /** Of the program. */
  readonly version: string;
}

/** One backup or restore at a time in all processes, and nothing is swept meanwhile. Throws 409 BACKUP_BUSY. */
export function alone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${FILES_LOCK}) as got`.execute(tx);
      if (!rows[0]?.got) throw failure.conflict('BACKUP_BUSY', m.busy);
      return work();
    });
}

/** Writes the archive under its name, whole or not at all. To be called `alone`. */
export async function take(tools: TakingTools, folder: string, name: string, password: string, now: Date): Promise<Manifest> {
  let manifest: Manifest | null = null;
  const content: Readable = packArchive(password, async (packer) => {
    manifest = await fill(tools, packer, now);
  });
  const draft = await writeDraft(folder, content);
  await settleDraft(draft, join(folder, name));
  if (!manifest) throw new Error('an archive ended without its manifest');
  return manifest;
}

async function fill({ database, files, keys, version }: TakingTools, packer: Packer, now: Date): Promise<Manifest> {
  const { db, kind } = database;
  const snapshot = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await unhurried(tx);
      const tables: Manifest['tables'] = [];
      for (const table of (await readTables(tx)).filter(({ isSaved }) => isSaved)) {
        const written = await packer.add(tableEntry(table.name), linesOf(tx, table));
        tables.push({ name: table.name, columns: table.columns.map((column) => ({ ...column })), ...written });
      }
      const jobs = await packer.add(JOBS, linesOfQuery(tx, CARRIED_QUERY, 4));
      const { rows: migrations } = await sql<{ name: string; checksum: string }>`
        select name, checksum from ${sql.raw(MIGRATIONS)} order by name`.execute(tx);
      const { rows: hashes } = await sql<{ sha256: string }>`select distinct sha256 from kernel.files order by 1`.execute(tx);
      const { rows: server } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(tx);
      const lineage = await readLineage(tx);
      const sequences = (await readSequences(tx)).map((sequence) => ({ ...sequence }));
      const said = { version: server[0]?.version ?? '', kind };
      return { tables, jobs, migrations, sequences, lineage, database: said, hashes: hashes.map(({ sha256 }) => sha256).sort() };
    });
  const { hashes, ...facts } = snapshot;
  const head = { format: FORMAT, program: version, takenAt: now.toISOString(), keys: fingerprintsOf(keys) } as const;
  const manifest: Manifest = { ...head, ...facts, files: await addFiles(files, packer, hashes) };
  await packer.add(MANIFEST, bytesOf(JSON.stringify(manifest)));
  return manifest;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function addFiles({ blobs }: TakingTools['files'], packer: Packer, hashes: readonly string[]): Promise<Manifest['files']> {
  const names = createHash('sha256');
  const missing: string[] = [];
  let [count, bytes] = [0, 0];
  for (const sha256 of hashes) {
    if (!(await blobs.has(sha256))) {
      missing.push(sha256); // lost before: said in the manifest, and no reason to save nothing
      continue;
    }
    const written = await packer.add(fileEntry(sha256), await blobs.open(sha256), true);
    if (written.sha256 !== sha256) throw new Error(`the storage gives another content for the file ${sha256}`);
    names.update(sha256);
    count++;
    bytes += written.bytes;
  }
  return { count, bytes, sha256: names.digest('hex'), missing };
}
