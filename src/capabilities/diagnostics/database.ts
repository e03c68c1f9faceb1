/** The database as an operator wants to know it: how large, how busy, what slows it down. Reads statistics only; nothing is locked. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';

export interface TableFigures {
  readonly name: string;
  /** With its indexes. */
  readonly bytes: number;
  /** As the server estimates them. */
  readonly rows: number;
  /** Waiting to be vacuumed. */
  readonly dead: number;
}
export interface DatabaseFigures {
  readonly version: string;
  readonly bytes: number;
  readonly connections: { readonly used: number; readonly most: number };
  /** The largest first. */
  readonly tables: readonly TableFigures[];
  readonly tableCount: number;
  /** Foreign keys of large tables that no index begins with: `talent.bookings (project_id)`. */
  readonly unindexed: readonly string[];
  /** Of the oldest transaction that is open; 0 when there is none. */
  readonly oldestTransactionSeconds: number;
  /** How far the clock of the database is ahead of this machine's, as well as one question can tell. */
  readonly skewMs: number;
  /** One question and its answer. */
  readonly answerMs: number;
}

const LARGEST = 12;
/** Below that a table is read as quickly without an index. */
const LARGE_ROWS = 5000;

export async function readDatabase(db: Db): Promise<DatabaseFigures> {
  const sent = Date.now();
  const { rows: clocks } = await sql<{ at: number }>`select extract(epoch from clock_timestamp()) * 1000 as at`.execute(db);
  const heard = Date.now();
  const { rows: facts } = await sql<{ version: string; bytes: number; used: number; most: number; oldest: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as used,
      current_setting('max_connections')::int as most,
      coalesce((select extract(epoch from max(clock_timestamp() - xact_start)) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'), 0)::float8 as oldest`.execute(
    db,
  );
  const { rows: tables } = await sql<TableFigures>`
    select schemaname || '.' || relname as name, pg_total_relation_size(relid) as bytes, n_live_tup as rows, n_dead_tup as dead
    from pg_stat_user_tables order by 2 desc, 1`.execute(db);
  const { rows: unindexed } = await sql<{ name: string }>`
    select k.conrelid::regclass::text || ' (' || string_agg(a.attname, ', ' order by u.place) || ')' as name
    from pg_constraint k
    cross join unnest(k.conkey) with ordinality u(number, place)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number
    join pg_stat_user_tables t on t.relid = k.conrelid and t.n_live_tup > ${LARGE_ROWS}
    where k.contype = 'f' and not exists (
      select from pg_index i where i.indrelid = k.conrelid and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
    group by k.oid, k.conrelid order by 1`.execute(db);
  const [fact] = facts;
  return {
    version: fact?.version ?? '',
    bytes: fact?.bytes ?? 0,
    connections: { used: fact?.used ?? 0, most: fact?.most ?? 0 },
    tables: tables.slice(0, LARGEST),
    tableCount: tables.length,
    unindexed: unindexed.map(({ name }) => name),
    oldestTransactionSeconds: Math.round(fact?.oldest ?? 0),
    skewMs: Math.round((clocks[0]?.at ?? heard) - (sent + heard) / 2),
    answerMs: heard - sent,
  };
}

export interface QueueAge {
  /** Of the job that could have begun the longest ago and has not; 0 when none waits. */
  readonly oldestSeconds: number;
  readonly waiting: number;
  /** Failed at every try. */
  readonly dead: number;
}
export async function readQueueAge(db: Db): Promise<QueueAge> {
  const { rows: tables } = await sql`select from pg_tables where schemaname = 'jobs' and tablename = 'job'`.execute(db);
  // Migrated, and never started.
  if (tables.length === 0) return { oldestSeconds: 0, waiting: 0, dead: 0 };
  const { rows } = await sql<{ oldest: number; waiting: number; dead: number }>`
    select coalesce(extract(epoch from now() - min(start_after) filter (where name <> 'dead-letters')), 0)::float8 as oldest,
      count(*) filter (where name <> 'dead-letters') as waiting, count(*) filter (where name = 'dead-letters') as dead
    from jobs.job where state in ('created', 'retry') and start_after <= now()`.execute(db);
  const [found] = rows;
  return { oldestSeconds: Math.max(0, Math.round(found?.oldest ?? 0)), waiting: found?.waiting ?? 0, dead: found?.dead ?? 0 };
}
