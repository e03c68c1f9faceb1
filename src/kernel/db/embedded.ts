/**
 * The supervisor of the embedded PostgreSQL. All processes of one installation (studio, workers, commands) share one server:
 * the first starts it, the others find it, the last to leave stops it. Presence is a shared lock held in the server itself,
 * so a killed process is no longer present, and an orphaned server is simply found by the next. A server that dies is started
 * again by whoever notices; it recovers from its log.
 */
import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Cluster, prepareCluster } from './cluster.ts';
import { DatabaseError } from './database-error.ts';
import { type Endpoint, prepareEndpoint } from './endpoint.ts';
import { type Attempt, startPostmaster, stopPostmaster } from './postmaster.ts';
import { sqlStateOf } from './transaction.ts';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly log: Logger;
  /** False only for tests: quick, and gone with the first power cut. */
  readonly isDurable?: boolean;
  /** How long to wait for what is left of a killed server (15 s). */
  readonly lockPatienceMs?: number;
}

export interface EmbeddedServer {
  readonly url: string;
  /** Leaves; the last one stops the server. */
  close(): Promise<void>;
}

const DATABASE = 'atelier';
/** In the database `postgres`: held shared by who is present, alone by who is stopping the server. */
const PRESENCE_LOCK = 7_203_114_552;
const START_PATIENCE_MS = 180_000; // recovery after a crash reads its log again

export async function openEmbedded({
  dataFolder,
  log,
  isDurable = true,
  lockPatienceMs = 15_000,
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = await prepareCluster(dataFolder, isDurable, log);
  const house: House = { cluster, endpoint: await prepareEndpoint(cluster), isDurable, lockPatienceMs };
  const first = await enter(house);
  await makeDatabase(first);
  const presence = keepPresent(house, first, log);
  return { url: house.endpoint.urlOf(DATABASE), close: presence.end };
}

/** Stays present until `end`: a server that is gone is started again, and the pools find it at the same place. */
function keepPresent(house: House, first: pg.Client, log: Logger): { end(): Promise<void> } {
  let presence: pg.Client | null = null;
  let returning: Promise<void> = Promise.resolve();
  let ending: Promise<void> | null = null;
  const settle = (client: pg.Client): void => {
    presence = client;
    client.once('end', () => {
      presence = null;
      if (!ending) returning = comeBack();
    });
  };
  const comeBack = async (): Promise<void> => {
    log.error('the embedded PostgreSQL is gone: starting it again');
    for (let wait = 100; !ending; wait = Math.min(wait * 2, 5_000)) {
      try {
        settle(await enter(house));
        log.info('the embedded PostgreSQL is back');
        return;
      } catch (error) {
        log.error({ err: error }, 'the embedded PostgreSQL could not be started again yet');
        await sleep(wait);
      }
    }
  };
  const end = async (): Promise<void> => {
    await returning;
    if (presence) await leave(presence, house.cluster, log);
  };
  settle(first);
  return {
    end: () => {
      ending ??= end();
      return ending;
    },
  };
}

interface House {
  readonly cluster: Cluster;
  readonly endpoint: Endpoint;
  readonly isDurable: boolean;
  readonly lockPatienceMs: number;
}

/** Comes in, starting the server when nobody answers. Its lock is only ever waited for. */
async function enter({ cluster, endpoint, isDurable, lockPatienceMs }: House): Promise<pg.Client> {
  const begun = Date.now();
  let lockedSince: number | null = null;
  let attempt: Attempt | null = null;
  for (;;) {
    const answer = await knock(cluster, endpoint);
    if (answer instanceof pg.Client) return answer;
    const failure = attempt?.failure() ?? null;
    if (failure && !failure.isLocked) throw new DatabaseError(failure.reason);
    if (failure) lockedSince ??= Date.now();
    const isLockedForLong = lockedSince !== null && answer === 'nobody' && Date.now() - lockedSince > lockPatienceMs;
    if (isLockedForLong || Date.now() - begun > START_PATIENCE_MS) throw new DatabaseError(explainSilence(cluster, failure?.reason));
    if (answer === 'nobody' && (!attempt || failure)) attempt = startPostmaster(cluster, endpoint.settings, isDurable);
    if (answer === 'busy') lockedSince = null;
    await sleep(failure ? 200 : answer === 'busy' ? 50 : 15);
  }
}

const explainSilence = ({ folder }: Cluster, reason = 'it does not answer'): string =>
  `The embedded PostgreSQL in ${folder} cannot be opened: ${reason}\nIf another process holds it, end that process and start again.`;

/** `nobody`: no server listens. `busy`: one is coming up, going down, or about to be stopped. */
async function knock(cluster: Cluster, endpoint: Endpoint): Promise<pg.Client | 'nobody' | 'busy'> {
  const client = new pg.Client({
    connectionString: endpoint.urlOf('postgres'),
    application_name: 'atelier presence',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', ignoreLoss);
  try {
    await client.connect();
    if (await isPresent(client, cluster)) return client;
    await client.end();
    return 'busy';
  } catch (error) {
    await client.end().catch(ignoreLoss);
    const code = sqlStateOf(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody';
    if (BUSY.has(code) || (error instanceof Error && /terminat|timeout/i.test(error.message))) return 'busy';
    throw error;
  }
}
/** Shut down, crashed, starting; too many connections; a connection cut while we spoke. */
const BUSY = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNRESET', 'EPIPE']);

/** The `end` that follows is what counts; a client without this handler would end the process. */
const ignoreLoss = (): undefined => undefined;

/** False when somebody is about to stop the server. */
async function isPresent(client: pg.Client, { folder }: Cluster): Promise<boolean> {
  const { rows } = await client.query<{ folder: string; present: boolean }>(
    `select current_setting('data_directory') as folder, pg_try_advisory_lock_shared($1) as present`,
    [PRESENCE_LOCK],
  );
  const [answer] = rows;
  if (answer && realpathSync(answer.folder) !== folder)
    throw new DatabaseError(`The server of ${answer.folder} answers where that of ${folder} should`);
  return answer?.present === true;
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (!['42P04', '23505', '55006'].includes(sqlStateOf(error))) throw error; // another process makes it now
    await sleep(50);
    await makeDatabase(client);
  }
}

/** Whoever gets the lock alone is the last: newcomers are kept waiting until the server is down, then start it afresh. */
async function leave(presence: pg.Client, cluster: Cluster, log: Logger): Promise<void> {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [PRESENCE_LOCK]);
    if (rows[0]?.last) await stopPostmaster(cluster);
  } catch (error) {
    log.warn({ err: error }, 'the embedded PostgreSQL could not be left in order');
  }
  await presence.end().catch(ignoreLoss);
}
