/**
 * The process of the embedded server: started, told to stop, never forced. Its lock file `postmaster.pid` is read, never
 * removed: it is how PostgreSQL makes sure that nothing of a killed server still writes.
 */
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Cluster, serverEnvironment } from './cluster.ts';
import { DatabaseError } from './database-error.ts';
import { programIn } from './programs.ts';
import { sqlStateOf } from './transaction.ts';

const run = promisify(execFile);

export interface ServerLock {
  readonly pid: number;
  readonly port: number;
}

/** What the lock file says; null when there is none, or not a whole one yet. */
export function readLock(folder: string): ServerLock | null {
  try {
    const [pid, , , port] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid && port ? { pid, port } : null;
  } catch (error) {
    if (sqlStateOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** One attempt to run the server; `failure` says why it ended, null as long as it runs. */
export interface Attempt {
  readonly failure: () => AttemptFailure | null;
}
export interface AttemptFailure {
  readonly reason: string;
  /** Another server, or what is left of one, holds the folder: it is worth waiting. */
  readonly isLocked: boolean;
}

const MEGABYTE = 1024 * 1024;
/** A sixteenth of the machine's memory, within reason: a million people are then read from memory, and a small machine keeps its own. */
const sharedMegabytes = Math.round(Math.min(1024, Math.max(128, totalmem() / MEGABYTE / 16)));

const SETTINGS = [
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=200',
  `shared_buffers=${sharedMegabytes}MB`,
  'work_mem=16MB', // a bitmap of a million people stays exact
  'random_page_cost=1.1', // solid-state disks
  'jit=off',
  // After a crash: one call for the whole file system instead of one for each of a thousand files, three times as quick.
  ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
  'cluster_name=atelier',
  // Its log: one file for each day of the week, in its own folder.
  'logging_collector=on',
  'log_directory=log',
  'log_filename=postgresql-%a.log',
  'log_rotation_age=1d',
  'log_truncate_on_rotation=on',
  'log_line_prefix=%m [%p] %d ',
];
/** For tests: a power cut may take everything. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export function startPostmaster({ folder, programs, runAs }: Cluster, endpoint: readonly string[], isDurable: boolean): Attempt {
  const settings = [...SETTINGS, ...endpoint, ...(isDurable ? [] : CARELESS)].flatMap((setting) => ['-c', setting]);
  const server = spawn(programIn(programs, 'postgres'), ['-D', folder, ...settings], {
    ...runAs,
    ...serverEnvironment(),
    cwd: folder,
    // A session of its own: Ctrl-C at the terminal reaches Atelier alone, which stops the server when it has finished.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let failure: AttemptFailure | null = null;
  let complaint = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  const fail = (why: string): void => {
    const reason = [why, complaint.trim(), lastLines(folder)].filter(Boolean).join('\n');
    failure ??= { reason, isLocked: /lock file .* (already exists|is empty)|is still in use/.test(complaint) };
  };
  server.once('error', (error) => fail(`PostgreSQL did not start: ${error.message}`));
  server.once('close', (code, signal) => fail(`PostgreSQL ended (${signal ?? `exit code ${code}`})`));
  server.unref();
  const { stderr } = server;
  if ('unref' in stderr && typeof stderr.unref === 'function') stderr.unref();
  return { failure: () => failure };
}

/** What it wrote last, for a message to people. */
function lastLines(folder: string): string {
  try {
    const log = join(folder, 'log');
    const [newest] = readdirSync(log)
      .map((name) => ({ path: join(log, name), time: statSync(join(log, name)).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    return newest ? `${newest.path}:\n${readFileSync(newest.path, 'utf8').trimEnd().split('\n').slice(-5).join('\n')}` : '';
  } catch (error) {
    if (sqlStateOf(error) === 'ENOENT') return ''; // it never came as far as a log
    throw error;
  }
}

/** Fast shutdown: sessions end, everything is written, nothing is left to recover. Ends when the lock file is gone. */
export async function stopPostmaster({ folder, programs, runAs }: Cluster, patienceMs = 30_000): Promise<void> {
  const lock = readLock(folder);
  if (!lock) return;
  if (process.platform === 'win32') {
    await run(programIn(programs, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', folder], { ...runAs, windowsHide: true });
    return;
  }
  process.kill(lock.pid, 'SIGINT');
  const limit = Date.now() + patienceMs;
  while (readLock(folder)?.pid === lock.pid) {
    if (Date.now() > limit)
      throw new DatabaseError(`The embedded PostgreSQL (process ${lock.pid}) has not stopped in ${patienceMs / 1000} s`);
    await sleep(10);
  }
}
