/**
 * Named files: a row in `kernel.files` that points at a blob.
 *
 * Hides where bytes are and when they may go. Words: a *name* is what an address shows (`photos/ab12….jpg`, served as
 * `/static/uploads/<name>`); removing a file removes its row, and `sweep` later deletes the blobs no row refers to.
 *
 * Saving and sweeping meet in Postgres: who saves holds a shared advisory lock on the content until the row is
 * committed; who sweeps deletes under the exclusive one, after looking for rows again. So a blob that is being saved
 * anew, by any process, is never taken away between its arrival and its row.
 */
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import type { ByteRange, Staged, Storage } from './blob.ts';

export interface StoredFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly originalName: string | null;
  readonly createdAt: Date;
}

export interface NewFile {
  /** First part of the name: `photos`, `cvs`, `qrcodes`… */
  readonly folder: string;
  /** Without a dot: `jpg`. */
  readonly extension: string;
  readonly content: Buffer | Readable;
  readonly mediaType: string;
  readonly originalName?: string;
  /** Instead of a random name in `folder`; a file of that name is replaced. */
  readonly name?: string;
}

export interface Files {
  /** The blob is durable before the row is written, in the caller's transaction when `db` is one. */
  save(db: Db, file: NewFile): Promise<StoredFile>;
  find(db: Db, name: string): Promise<StoredFile | null>;
  open(file: StoredFile, range?: ByteRange): Promise<Readable>;
  /** A smaller copy of it, made once on this machine; `label` says which: `320.avif`. */
  copy(file: StoredFile, label: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** The row only: a reader that has the file open is not disturbed, and a rollback brings it back. */
  remove(db: Db, name: string): Promise<void>;
  /** For a backup and its restore: every blob by its hash, with its size. */
  readonly blobs: Pick<Storage, 'open' | 'has' | 'put' | 'list'>;
  /** Deletes those of these blobs that no row refers to; answers how many. */
  discard(hashes: readonly string[]): Promise<number>;
  /** Deletes blobs without a row that were stored longer ago than this, and leftovers of interrupted writes. Returns how many blobs. */
  sweep(olderThanSeconds: number): Promise<number>;
}

type FileRow = {
  name: string;
  sha256: string;
  bytes: number;
  media_type: string;
  original_name: string | null;
  created_at: Date;
};
type FileTables = { 'kernel.files': FileRow };

export function createFiles(storage: Storage, db: Db, clock: Clock): Files {
  return {
    async save(db, file) {
      const row = { ...rowOf(file), created_at: clock.now() };
      const staged = await storage.stage(file.content);
      try {
        return await inTransaction(db, (tx) => publishAs(tx, staged, row));
      } finally {
        await staged.discard();
      }
    },
    async find(db, name) {
      const row = await tables(db).selectFrom('kernel.files').selectAll().where('name', '=', name).executeTakeFirst();
      return row ? fileOf(row) : null;
    },
    open: (file, range) => storage.open(file.sha256, range),
    copy: (file, label, make) => storage.copies.get(file.sha256, label, make),
    async remove(db, name) {
      await tables(db).deleteFrom('kernel.files').where('name', '=', name).execute();
    },
    blobs: storage,
    async discard(hashes) {
      let removed = 0;
      for (const sha256 of hashes) if (await removeUnreferenced(storage, db, sha256)) removed++;
      return removed;
    },
    sweep: (olderThanSeconds) => sweep(storage, db, new Date(clock.now().getTime() - olderThanSeconds * 1000)),
  };
}

const tables = (db: Db) => db.withTables<FileTables>();

const fileOf = (row: FileRow): StoredFile => ({
  name: row.name,
  sha256: row.sha256,
  bytes: row.bytes,
  mediaType: row.media_type,
  originalName: row.original_name,
  createdAt: row.created_at,
});

function rowOf(file: NewFile): Pick<FileRow, 'name' | 'media_type' | 'original_name'> {
  return {
    name: file.name ?? `${file.folder}/${randomBytes(16).toString('hex')}.${file.extension}`,
    media_type: file.mediaType,
    original_name: file.originalName === undefined ? null : shownName(file.originalName),
  };
}

/** The name a person gave, fit to be shown and stored: no folders, no control or direction characters, at most 255 characters. */
export function shownName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return last
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 255)
    .toWellFormed();
}

async function publishAs(tx: Tx, staged: Staged, row: Omit<FileRow, 'sha256' | 'bytes'>): Promise<StoredFile> {
  await sql`select pg_advisory_xact_lock_shared(${lockKey(staged.sha256)}::bigint)`.execute(tx);
  await staged.publish();
  const saved = { ...row, sha256: staged.sha256, bytes: staged.bytes };
  const { name: _, ...changes } = saved;
  await tables(tx)
    .insertInto('kernel.files')
    .values(saved)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(changes))
    .execute();
  return fileOf(saved);
}

/** Advisory locks are named by 64 bits: the first of the hash. Two contents that share them only wait for each other. */
const lockKey = (sha256: string): string => BigInt.asIntN(64, BigInt(`0x${sha256.slice(0, 16)}`)).toString();

/** Held alone by whoever saves or restores all files: nothing is swept away under their hands. Advisory, for a transaction. */
export const FILES_LOCK = 7_203_114_552;

const BATCH = 500;

async function sweep(storage: Storage, db: Db, cutoff: Date): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const settle = async (): Promise<void> => {
    for (const sha256 of await unreferenced(db, batch)) if (await removeUnreferenced(storage, db, sha256)) removed++;
    batch = [];
  };
  for await (const blob of storage.list()) {
    if (blob.storedAt >= cutoff) continue;
    if (batch.push(blob.sha256) >= BATCH) await settle();
  }
  await settle();
  await storage.copies.tidy((hashes) => unreferenced(db, hashes));
  // A draft older than a day belongs to a process that died: the slowest upload is cut long before.
  await storage.tidy(new Date(Math.min(cutoff.getTime(), Date.now() - 86_400_000)));
  return removed;
}

async function unreferenced(db: Db, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const rows = await tables(db).selectFrom('kernel.files').select('sha256').distinct().where('sha256', 'in', hashes).execute();
  const referenced = new Set(rows.map((row) => row.sha256));
  return hashes.filter((sha256) => !referenced.has(sha256));
}

const removeUnreferenced = (storage: Storage, db: Db, sha256: string): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const locked = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockKey(sha256)}::bigint)
      and pg_try_advisory_xact_lock_shared(${FILES_LOCK}) as got`.execute(tx);
    if (!locked.rows[0]?.got) return false; // somebody is saving this very content, or everything
    if ((await unreferenced(tx, [sha256])).length === 0) return false;
    await storage.remove(sha256);
    return true;
  });
