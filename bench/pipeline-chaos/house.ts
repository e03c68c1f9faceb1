/** The studio of the drill: a door that nobody kills, and workers that everybody may. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, root } from '../lib.ts';

export interface Workshop {
  /** Answers when it works on jobs. */
  startWorker(): Promise<ChildProcess>;
  /** Of the video API, signed in. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const ADMIN = { ADMIN_EMAIL: 'drill@test.example', ADMIN_PASSWORD: 'longue-et-solide-7' } as const;
/** Whatever this machine has configured, the program starts with what the drill gives it. */
const UNCONFIGURED = { SECRET_KEY: '', ENCRYPTION_KEY: '', NODE_ENV: '', ATELIER_DEMO: '0', OPENROUTER_API_KEY: '', OPENAI_API_KEY: '' };

export interface Place {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The built program. */
  readonly program?: string;
}

export async function openWorkshop({ databaseUrl, dataFolder, environment, program }: Place): Promise<Workshop> {
  const port = await freePort();
  const env = {
    ...process.env,
    ...UNCONFIGURED,
    ...environment,
    ...ADMIN,
    ...{ DATABASE_URL: databaseUrl, ATELIER_DATA: dataFolder, RATE_LIMIT_SCALE: '1000000', LOG_LEVEL: 'info', HOST: '127.0.0.1' },
    ...{ PORT: '0', IMAGES_PORT: '0', VIDEO_PORT: String(port), DATABASE_POOL_SIZE: '6' },
  };
  const launch = (role: 'web' | 'worker'): ChildProcess =>
    spawn(process.execPath, [program ?? join(root, 'dist/main.js'), 'start', '--role', role], {
      ...{ env, stdio: ['ignore', 'pipe', 'inherit'] as const },
    });
  const door = launch('web');
  door.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/readyz`)).ok, door);
  const token = await signIn(url);
  return {
    startWorker: async () => {
      for (let tries = 1; ; tries += 1) {
        const worker = launch('worker');
        // A machine with too much to do may not get it started in the time that its parts are given.
        if ((await said(worker, 'Working on jobs')) || tries >= MOST_TRIES) return worker;
      }
    },
    ask: (method, path, body) => ask(url, token, method, path, body),
    close: () => ended(door, 'SIGTERM'),
  };
}

const PATIENCE_MS = 120_000;

async function until(test: () => Promise<boolean>, child: ChildProcess): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!(await test().catch(() => false))) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`the studio did not start (exit ${child.exitCode})`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const MOST_TRIES = 10;

/** False when it ended before it said so. Everything it says is read: a full pipe would stop it. */
function said(child: ChildProcess, words: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => line.includes(words) && resolve(true));
    child.once('exit', () => resolve(false));
  });
}

export const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

async function signIn(url: string): Promise<string> {
  const body = JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
  const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`nobody could sign in: ${answer.status}`);
  return token;
}

async function ask(url: string, token: string, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const told = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(told)}`);
  return told;
}
