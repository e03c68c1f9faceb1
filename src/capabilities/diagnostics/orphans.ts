/** Files that no row names, and rows whose file is gone. Every file of the storage is listed: for a page that was asked for, or the command line. */
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Files } from '#kernel/storage/files.ts';

export interface Orphans {
  readonly files: number;
  /** Without a row. */
  readonly unnamed: {
    readonly count: number;
    readonly bytes: number /** Stored more than a day ago: a sweep removes them. */;
    readonly old: number;
  };
  /** Names whose content is nowhere, the first of them, and how many there are. */
  readonly lost: { readonly count: number; readonly names: readonly string[] };
}

/** A file that was just written may belong to a transaction still open: a day is far beyond any. */
export const OLD_SECONDS = 86_400;
const MOST_NAMED = 20;

export async function findOrphans(db: Db, files: Pick<Files, 'blobs'>, clock: Clock): Promise<Orphans> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from kernel.files order by name`.execute(db);
  const named = new Set(rows.map(({ sha256 }) => sha256));
  const limit = clock.now().getTime() - OLD_SECONDS * 1000;
  const there = new Set<string>();
  let [count, bytes, old] = [0, 0, 0];
  for await (const blob of files.blobs.list()) {
    there.add(blob.sha256);
    if (named.has(blob.sha256)) continue;
    count++;
    bytes += blob.bytes;
    if (blob.storedAt.getTime() < limit) old++;
  }
  const lost = rows.filter(({ sha256 }) => !there.has(sha256)).map(({ name }) => name);
  return { files: there.size, unnamed: { count, bytes, old }, lost: { count: lost.length, names: lost.slice(0, MOST_NAMED) } };
}
