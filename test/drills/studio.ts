/** The built program as one process on a data folder of its own: started, killed, started again, looked at, as drills need it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLock } from '#kernel/db/postmaster.ts';
import { freePort, root } from '../../bench/lib.ts';
import { type Doors, type Origins, signIn } from './writers.ts';

/** Whatever this machine has configured, the program under test starts as a demo of its own. */
const UNCONFIGURED = { DATABASE_URL: '', SECRET_KEY: '', ENCRYPTION_KEY: '', ADMIN_EMAIL: '', NODE_ENV: '', ATELIER_DEMO: '1' };
/** What it complains of is read when a drill fails. */
const LOG = join(tmpdir(), 'atelier-drill.log');
const START_MS = 180_000;

export const VICTIMS = ['everything', 'program', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Place {
  readonly dataFolder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The built program, when it is not that of this folder. */
  readonly program?: string;
}

export interface Studio {
  /** An administrator is signed in at each. */
  readonly doors: Doors;
  readonly dataFolder: string;
  /** From its start, or from the death of its database, until it answered. */
  readonly seconds: number;
  readonly pid: number;
  /** False when its process ended by itself. */
  isAlive(): boolean;
  /** SIGKILL, as a power cut or the kernel out of memory would. */
  kill(victim: Victim): Promise<void>;
  /** As a release does. */
  end(): Promise<void>;
  /** The program lives and starts its database server again by itself: answers itself with the seconds that it took. */
  untilBack(): Promise<Studio>;
  /** Signed in anew: after some troubles, proofs of before are over. */
  signedIn(): Promise<Studio>;
  /** What `atelier doctor` finds wrong. */
  wrongs(): Promise<readonly string[]>;
}

export async function startStudio({ dataFolder, environment = {}, program = join(root, 'dist/main.js') }: Place): Promise<Studio> {
  const begun = performance.now();
  const [site, images, video] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...{ ...process.env, ...UNCONFIGURED, ATELIER_DATA: dataFolder },
    ...{ PORT: String(site), IMAGES_PORT: String(images), VIDEO_PORT: String(video) },
    ...{ RATE_LIMIT_SCALE: '1000000', ATELIER_FETCH_VOICES: '0', LOG_LEVEL: 'error', ...environment },
  };
  const log = openSync(LOG, 'a');
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', log, 'inherit'] });
  closeSync(log);
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  const origins = { site: at(site), images: at(images), video: at(video) };
  const seconds = await secondsUntilReady(origins, child, begun);
  return studioOf({ child, env, program, dataFolder }, await signIn(origins), seconds);
}

interface Running {
  readonly child: ChildProcess;
  readonly env: NodeJS.ProcessEnv;
  readonly program: string;
  readonly dataFolder: string;
}

function studioOf(running: Running, doors: Doors, seconds: number): Studio {
  const { child, env, program, dataFolder } = running;
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!isAlive()) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exited;
  };
  return {
    ...{ doors, dataFolder, seconds, pid: child.pid ?? 0, isAlive },
    kill: async (victim) => {
      if (victim !== 'program') process.kill(postmasterOf(dataFolder), 'SIGKILL');
      if (victim !== 'database') await end('SIGKILL');
    },
    end: () => end('SIGTERM'),
    untilBack: async () => studioOf(running, doors, await secondsUntilReady(doors, child, performance.now())),
    signedIn: async () => studioOf(running, await signIn(doors), seconds),
    wrongs: () => wrongsOf(program, env),
  };
}

async function secondsUntilReady({ site }: Origins, child: ChildProcess, begun: number): Promise<number> {
  const isReady = (): Promise<boolean> =>
    fetch(`${site}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const limit = Date.now() + START_MS;
  while (!(await isReady())) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`the studio did not start (exit ${child.exitCode})`);
    await sleep(30);
  }
  return (performance.now() - begun) / 1000;
}

function postmasterOf(dataFolder: string): number {
  const lock = readLock(join(dataFolder, 'postgres'));
  if (!lock) throw new Error(`no database server works under ${dataFolder}`);
  return lock.pid;
}

/** Programs that only make more possible (`–`) are not what drills are about. */
function wrongsOf(program: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'doctor'], { env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      const wrong = stdout.split('\n').filter((line) => line.startsWith('✗'));
      resolve(error && wrong.length === 0 ? [`doctor ended with ${error.code}: ${stderr.slice(-500)}`] : wrong);
    });
  });
}
