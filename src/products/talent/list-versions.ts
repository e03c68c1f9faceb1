/**
 * Versions of what lists show, for answers that are kept in memory (`#kernel/fresh-cache.ts`).
 *
 * Each transaction that changes a watched table adds to `talent.list_versions` and commits both together, so two equal
 * sums mean the same data. Reading the sum is one tiny query; requests that arrive while one is under way share the next.
 */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { shareReads } from '#kernel/shared-read.ts';

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
