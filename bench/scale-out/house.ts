/** Web and worker processes of one studio on this machine, each under a name and a port of its own, to be ended and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, root } from '../lib.ts';

export type Signal = 'SIGTERM' | 'SIGKILL';

export interface Process {
  readonly name: string;
  readonly role: 'web' | 'worker';
  /** Origins of its doors; a worker has none. */
  readonly site: string;
  readonly video: string;
  /** Starts it again, and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it; answers when it is gone. */
  end(signal: Signal): Promise<void>;
}

export interface House {
  readonly web: readonly Process[];
  readonly workers: readonly Process[];
  close(): Promise<void>;
}

export const ADMIN = { ADMIN_EMAIL: 'drill@test.example', ADMIN_PASSWORD: 'longue-et-solide-7' } as const;
/** Every machine of a studio has the same. */
const KEYS = { SECRET_KEY: 'a secret key of the drill, of forty letters', ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64url') };
const UNCONFIGURED = { NODE_ENV: '', ATELIER_DEMO: '0', OPENROUTER_API_KEY: '', OPENAI_API_KEY: '' };

export interface Place {
  readonly databaseUrl: string;
  /** Of the store and of whoever is paid. */
  readonly environment: Readonly<Record<string, string>>;
  readonly webs: number;
  readonly workers: number;
}

export async function openHouse({ databaseUrl, environment, webs, workers }: Place): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-scale-'));
  const shared = {
    ...process.env,
    ...{ ...UNCONFIGURED, ...environment, ...ADMIN, ...KEYS, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    ...{ RATE_LIMIT_SCALE: '1000000', DATABASE_POOL_SIZE: '8', IMAGES_PORT: '0', DRAIN_SECONDS: '30' },
  };
  const make = async (role: Process['role'], n: number): Promise<Process> => {
    const [site, video, operations] = [await freePort(), await freePort(), await freePort()];
    // As on machines of their own: nothing but the database and the store is shared.
    const ports = { PORT: String(site), VIDEO_PORT: String(video), OPERATIONS_PORT: String(operations) };
    const env = { ...shared, ...ports, ATELIER_DATA: join(folder, `${role}-${n}`) };
    return processOf(`${role}-${n}`, role, env, { site, video, operations });
  };
  const all: Process[] = [];
  for (let n = 1; n <= webs; n += 1) all.push(await make('web', n));
  for (let n = 1; n <= workers; n += 1) all.push(await make('worker', n));
  // One after the other: the first brings the database up to date.
  for (const one of all) await one.start();
  return {
    web: all.filter(({ role }) => role === 'web'),
    workers: all.filter(({ role }) => role === 'worker'),
    close: async () => {
      await Promise.all(all.map((one) => one.end('SIGTERM')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Ports {
  readonly site: number;
  readonly video: number;
  readonly operations: number;
}

function processOf(name: string, role: Process['role'], env: NodeJS.ProcessEnv, { site, video, operations }: Ports): Process {
  let child: ChildProcess | null = null;
  const program = join(root, 'dist/main.js');
  return {
    ...{ name, role, site: `http://127.0.0.1:${site}`, video: `http://127.0.0.1:${video}` },
    start: async () => {
      // What it complains of is read when a drill fails.
      const log = openSync(join(tmpdir(), `atelier-scale-out-${name}.log`), 'a');
      const started = spawn(process.execPath, ['--max-old-space-size=1024', program, 'start', '--role', role], {
        ...{ env, stdio: ['ignore', log, 'inherit'] as const },
      });
      closeSync(log);
      child = started;
      await until(() => isReady(`http://127.0.0.1:${operations}/readyz`), started, name);
    },
    end: async (signal) => {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const exited = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill(signal);
      await exited;
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const PATIENCE_MS = 120_000;

async function until(test: () => Promise<boolean>, child: ChildProcess, name: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!(await test())) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`${name} did not start (exit ${child.exitCode})`);
    await sleep(50);
  }
}
