/** Connections to PostgreSQL: how values come back, how long a statement may take, what happens when one is lost. */
import pg from 'pg';
import type { Logger } from 'pino';

const SESSION = [
  `set timezone to 'UTC'`,
  `set statement_timeout to '30s'`,
  `set lock_timeout to '15s'`,
  `set idle_in_transaction_session_timeout to '60s'`,
].join('; ');

export function createPool(url: string, size: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'atelier',
    max: size,
    types: { getTypeParser },
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Set by a query, not by start-up parameters: a proxy such as PgBouncer refuses those.
    onConnect: async (client) => {
      await client.query(SESSION);
    },
  });
  // A server that goes away says so to idle connections; unheard, that would end the process.
  pool.on('error', (error) => log.debug({ err: error }, 'an idle database connection was lost'));
  // Nor may a connection that is lost between two statements of a transaction: the next statement fails and tells.
  pool.on('connect', (client) => client.on('error', (error) => log.debug({ err: error }, 'a database connection was lost')));
  return pool;
}

type Parser = (text: string) => unknown;

const asNumber: Parser = Number;
const asText: Parser = (text) => text;
/** A timestamp without a zone was written in UTC: every session runs in UTC. */
const asUtc: Parser = (text) => new Date(`${text.replace(' ', 'T')}Z`);

const TEXT_ARRAY = 1009 as pg.CustomTypesConfig extends { getTypeParser(id: infer Id, format?: string): unknown } ? Id : never;
const listOf =
  (parse: Parser): Parser =>
  (text) =>
    (pg.types.getTypeParser(TEXT_ARRAY)(text) as (string | null)[]).map((item) => (item === null ? null : parse(item)));

const { INT8, NUMERIC, DATE, TIMESTAMP } = pg.types.builtins;
const PARSERS: ReadonlyMap<number, Parser> = new Map([
  [INT8, asNumber],
  [NUMERIC, asNumber],
  [DATE, asText],
  [TIMESTAMP, asUtc],
  [1016, listOf(asNumber)], // bigint[]
  [1231, listOf(asNumber)], // numeric[]
  [1182, listOf(asText)], // date[]
  [1115, listOf(asUtc)], // timestamp[]
]);

function getTypeParser(type: number, format?: 'text' | 'binary'): Parser {
  const own = format === 'binary' ? undefined : PARSERS.get(type);
  return own ?? (pg.types.getTypeParser(type, format ?? 'text') as Parser);
}
