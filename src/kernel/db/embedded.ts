/**
 * The supervisor of the embedded PostgreSQL. Several processes of one installation share one server: the first starts it,
 * the others adopt it, the last to leave stops it. A server that was orphaned by `kill -9` is adopted; one that was killed is
 * started again and recovers by itself. Its lock file is never touched: waiting is what makes that safe.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Cluster, prepareCluster, USER } from './cluster.ts';

const DATABASE = 'atelier';
/** Held shared by every process that uses the server, so that the last one can tell. */
const PRESENCE_LOCK = 7_203_114_552;
const PATIENCE_MS = 20_000;

export interface EmbeddedServer {
  readonly url: string;
  /** Leaves; stops the server when nobody else is there. */
  release(): Promise<void>;
}

/** Starts or adopts the server; when it dies later (out of memory, somebody's kill) it is started again. */
export async function openEmbedded(dataFolder: string, log: Logger, options: readonly string[] = []): Promise<EmbeddedServer> {
  const cluster = await prepareCluster(dataFolder);
  const come = (): Promise<pg.Client> => enterOrStart(cluster, logFile(dataFolder), options);
  let leaving = false;
  let presence = await come();
  const watch = (): void => {
    presence.once('end', () => {
      if (leaving) return;
      log.error('the embedded PostgreSQL went away: starting it again');
      come().then(
        (client) => {
          presence = client;
          watch();
        },
        (error: unknown) => log.fatal({ err: error }, 'the embedded PostgreSQL could not be started again'),
      );
    });
  };
  watch();
  return {
    url: urlOf(cluster, DATABASE),
    release: () => {
      leaving = true;
      return leave(presence, cluster, log);
    },
  };
}

async function enterOrStart(cluster: Cluster, log: string, options: readonly string[]): Promise<pg.Client> {
  const limit = Date.now() + PATIENCE_MS;
  let starting = false;
  for (;;) {
    const client = await enter(cluster);
    if (client) return client;
    if (Date.now() > limit) throw new Error(`The embedded PostgreSQL did not answer within ${PATIENCE_MS / 1000} s; its log is ${log}`);
    // The lock file of a server that is dying makes an attempt exit at once: it is repeated, the file is left alone.
    if (!starting) {
      starting = true;
      startServer(cluster, log, options, () => {
        starting = false;
      });
    }
    await pause(25);
  }
}

/** A connection that marks this process as present, or null when no server of this cluster answers yet. */
async function enter(cluster: Cluster): Promise<pg.Client | null> {
  let client: pg.Client | null = null;
  try {
    await ensureDatabase(cluster);
    client = new pg.Client({ connectionString: urlOf(cluster, DATABASE), application_name: 'atelier presence', keepAlive: true });
    client.on('error', () => undefined); // the server went away; the pools notice by themselves
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== cluster.folder) throw new Error(`another server answers for ${cluster.folder}`);
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    return client;
  } catch (error) {
    await client?.end().catch(() => undefined);
    if (error instanceof Error && 'code' in error && NOT_YET.has(String(error.code))) return null;
    if (error instanceof Error && /terminated|ended|closed/i.test(error.message)) return null;
    throw error;
  }
}
/** No socket, nobody listening, connection cut, starting up or shutting down, admin shutdown. */
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006']);

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, 'postgres'), application_name: 'atelier presence' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`).catch(ignoreDuplicate);
  } finally {
    await client.end();
  }
}
/** Another process was first: 42P04 duplicate_database, or 23505 when both were at it. */
function ignoreDuplicate(error: unknown): void {
  if (error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505')) return;
  throw error;
}

/** In a process group of its own, so that Ctrl-C at the terminal reaches Atelier alone, which stops the server when it is done. */
function startServer(
  { folder, programs, socketFolder, runAs }: Cluster,
  log: string,
  options: readonly string[],
  onExit: () => void,
): void {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    'shared_buffers=128MB',
    'jit=off',
    'log_min_messages=warning',
    'idle_in_transaction_session_timeout=60000',
    ...options,
  ];
  const output = openSync(log, 'a');
  const server = spawn(join(programs, 'postgres'), ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...runAs,
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  closeSync(output);
  server.once('exit', onExit);
  server.once('error', onExit);
  server.unref();
}

async function leave(presence: pg.Client, cluster: Cluster, log: Logger): Promise<void> {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
    const { rows } = await presence.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [PRESENCE_LOCK]);
    if (rows[0]?.alone) await stopServer(cluster);
  } catch (error) {
    log.debug({ err: error }, 'the embedded PostgreSQL was already gone');
  } finally {
    await presence.end().catch(() => undefined);
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written, nothing is left to recover. */
async function stopServer({ folder }: Cluster): Promise<void> {
  const pid = postmasterOf(folder);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  const limit = Date.now() + 10_000;
  while (postmasterOf(folder) === pid && Date.now() < limit) await pause(10);
}

function postmasterOf(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]) || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function logFile(dataFolder: string): string {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  return join(dataFolder, 'logs', 'postgres.log');
}
const urlOf = ({ socketFolder }: Cluster, database: string): string =>
  `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
