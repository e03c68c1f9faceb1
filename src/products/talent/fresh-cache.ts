/**
 * Answers kept in memory only as long as they are exactly what the database would say now.
 *
 * Each transaction that changes a watched table adds to `talent.list_versions` and commits both together, so two equal
 * sums mean the same data. Reading the sum is one tiny query; requests that arrive while one is under way share the next.
 */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { shareReads } from '#kernel/shared-read.ts';

export interface FreshCache<T> {
  /** The kept value of `key`, or what `load` finds now. `load` must read through the same database, outside a transaction. */
  get(key: string, load: () => Promise<T>): Promise<T>;
}

export interface FreshCacheOptions<T> {
  /** The sum of the changes that make kept values wrong. */
  readonly version: () => Promise<number>;
  readonly sizeOf: (value: T) => number;
  /** The least recently used values go when the sizes add up to more. */
  readonly capacity: number;
}

interface Kept<T> {
  readonly version: number;
  readonly value: Promise<T>;
  size: number;
}

export function createFreshCache<T>({ version, sizeOf, capacity }: FreshCacheOptions<T>): FreshCache<T> {
  const kept = new Map<string, Kept<T>>(); // in order of use
  let held = 0;
  const forget = (key: string, entry: Kept<T>): void => {
    if (kept.get(key) !== entry) return;
    kept.delete(key);
    held -= entry.size;
  };
  const keep = (key: string, entry: Kept<T>): void => {
    const old = kept.get(key);
    if (old) forget(key, old);
    kept.set(key, entry);
    entry.value.then(
      (value) => {
        if (kept.get(key) !== entry) return;
        entry.size = sizeOf(value);
        held += entry.size;
        for (const [oldKey, oldEntry] of kept) if (held > capacity) forget(oldKey, oldEntry);
      },
      () => forget(key, entry), // a failure is the caller's to see, never to keep
    );
  };
  return {
    async get(key, load) {
      // The version is read before the data: data that is newer than its label is only read once more, never kept too long.
      const now = await version();
      const found = kept.get(key);
      if (found?.version === now) {
        kept.delete(key);
        kept.set(key, found);
        return found.value;
      }
      const entry: Kept<T> = { version: now, value: load(), size: 0 };
      keep(key, entry);
      return entry.value;
    },
  };
}

/** `people` and `cinema` depend on the catalogue too: names of places are in their lists. */
export type Watched = 'catalogue' | 'people' | 'cinema';
/** From, and up to but not including: the slots that the triggers of the migrations count in. */
const SLOTS: Readonly<Record<Watched, readonly [from: number, below: number]>> = {
  people: [0, 2000],
  catalogue: [1000, 2000],
  cinema: [1000, 3000],
};

export async function readVersion(db: Db, watch: Watched): Promise<number> {
  const [from, below] = SLOTS[watch];
  const watched = sql`slot >= ${from} and slot < ${below}`;
  const { rows } = await sql<{ version: number }>`
    select coalesce(sum(version), 0)::bigint as version from talent.list_versions where ${watched}`.execute(db);
  return Number(rows[0]?.version ?? 0);
}

/** Reads a sum of changes; callers that come while a read is under way wait together for the next one. */
export const createVersionReader = (db: Db, watch: Watched): (() => Promise<number>) => shareReads(() => readVersion(db, watch));
