/** Jobs that travel with a backup: what was promised and not done yet. */

import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import type { Db } from '../db/db.ts';

export interface CarriedJob {
  readonly name: string;
  /** JSON. */
  readonly data: string | null;
  readonly key: string | null;
  readonly startAfter: string;
}

/** Chores come back by their schedule. */
const CHORES = `name like 'housekeeping/%' or name like 'backup/%' or name like '\\_\\_pgboss\\_\\_%' or name = 'dead-letters'`;
/** c0…c3: name, data, key, start. */
export const CARRIED_QUERY = `select name::text as c0, data::text as c1, singleton_key::text as c2, start_after::text as c3 from jobs.job
  where state in ('created', 'retry', 'active') and not (${CHORES}) order by name collate "C", created_on, id`;

/** Puts these in the place of all that wait, in the caller's transaction; answers how many. Queues must stand. */
export async function replaceJobs(
  boss: PgBoss,
  tx: Db,
  known: ReadonlySet<string>,
  batches: AsyncIterable<readonly CarriedJob[]>,
): Promise<number> {
  await sql`delete from jobs.job where state in ('created', 'retry', 'active') and not (${sql.raw(CHORES)})`.execute(tx);
  let count = 0;
  for await (const batch of batches) {
    for (const [name, jobs] of Map.groupBy(batch, (job) => job.name)) {
      // A job that nobody does any more would wait for ever.
      if (!known.has(name)) continue;
      const inserts = jobs.map(({ data, key, startAfter }) => ({
        ...(data === null ? {} : { data: JSON.parse(data) as object }),
        ...(key === null ? {} : { singletonKey: key }),
        startAfter: new Date(startAfter),
      }));
      await boss.insert(name, inserts, { db: fromKysely(tx) });
      count += inserts.length;
    }
  }
  return count;
}
