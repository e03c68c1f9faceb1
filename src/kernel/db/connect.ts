/**
 * The database of this installation: the server named by `DATABASE_URL`, or an embedded PostgreSQL under the data folder.
 *
 * Hides which of the two it is, how long to wait for it, how types come back and how a lost connection is mended.
 * Rows: bigint and numeric are numbers, `date` is 'YYYY-MM-DD', timestamps are `Date`. Sessions run in UTC with time limits.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { DatabaseError } from './database-error.ts';
import type { Db, NoTables } from './db.ts';
import { openEmbedded } from './embedded.ts';
import { createListener } from './listen.ts';
import { createPool } from './pool.ts';
import { sqlStateOf } from './transaction.ts';

export interface Database {
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Good for any other client of the same database; may hold a password: never log it. */
  readonly url: string;
  /**
   * Hears what is notified on `channel`, on one connection shared by all channels that reconnects by itself.
   * What is said while it is away is not heard: a payload is a hint to look, never the only copy of a fact.
   */
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
  /** Tells every listener when the transaction of `db` commits; at most 7,999 bytes. */
  notify(db: Db, channel: string, payload: string): Promise<void>;
  /** Ends every connection; the last process out stops an embedded server. */
  close(): Promise<void>;
}

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataFolder' | 'databasePoolSize'>;

const OLDEST_VERSION = 15;
const PATIENCE_SECONDS = 30;

export async function openDatabase(config: DatabaseConfig, log: Logger): Promise<Database> {
  const embedded = config.databaseUrl === null ? await openEmbedded({ dataFolder: config.dataFolder, log }) : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const pool = createPool(url, config.databasePoolSize, log);
  const listener = createListener(url, log);
  const db: Db = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await listener.close();
    await db.destroy();
    if (!pool.ended) await pool.end(); // Kysely ends only a pool it has used
    await embedded?.close();
  };
  const database: Database = {
    db,
    kind: embedded ? 'embedded' : 'server',
    url,
    listen: (channel, handler) => listener.listen(channel, handler),
    notify,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
  try {
    await checkServer(pool, log);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(db);
}

/** Waits for a server that is still coming up, then makes sure it is one we can live with. */
async function checkServer(pool: pg.Pool, log: Logger): Promise<void> {
  const limit = Date.now() + PATIENCE_SECONDS * 1000;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return requireUsable(await readTraits(pool));
    } catch (error) {
      if (!isComingUp(error) || Date.now() > limit) throw explained(error);
      if (attempt === 1) log.warn({ err: error }, 'the database does not answer yet: trying again for half a minute');
      await sleep(Math.min(100 * attempt, 1000));
    }
  }
}

interface Traits {
  readonly version: number;
  readonly encoding: string;
}

async function readTraits(pool: pg.Pool): Promise<Traits> {
  const { rows } = await pool.query<Traits>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
  );
  const [traits] = rows;
  if (!traits) throw new DatabaseError('The database server did not say what it is');
  return traits;
}

function requireUsable({ version, encoding }: Traits): void {
  if (version < OLDEST_VERSION)
    throw new DatabaseError(`DATABASE_URL: the server is PostgreSQL ${version}; Atelier needs ${OLDEST_VERSION} or later`);
  if (encoding !== 'UTF8')
    throw new DatabaseError(
      `DATABASE_URL: the database is encoded in ${encoding}; create one in UTF8: create database atelier encoding 'UTF8' template template0`,
    );
}

const COMING_UP = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', '57P03', '53300']);
const isComingUp = (error: unknown): boolean => COMING_UP.has(sqlStateOf(error));

const ADVICE: Readonly<Record<string, string>> = {
  '28P01': 'the user or the password is wrong',
  '28000': 'the server refuses this user or this address (pg_hba.conf)',
  '3D000': 'the database does not exist; create it: create database NAME encoding UTF8 template template0',
  ECONNREFUSED: 'nothing answers at that address',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'the host name is unknown',
  ETIMEDOUT: 'the server cannot be reached',
};

function explained(error: unknown): unknown {
  const advice = ADVICE[sqlStateOf(error)];
  return advice ? new DatabaseError(`DATABASE_URL: ${advice}`, { cause: error }) : error;
}
