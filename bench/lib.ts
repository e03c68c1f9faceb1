/** What every bench shares: a studio started as people start it, rounds that alternate with the peer, and the results page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';

export const root = new URL('..', import.meta.url).pathname;

/** As scripts/lib/project.mjs runs the program. */
const PROGRAM_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

/** Whatever this machine has configured, the program under test starts as a demo of its own. */
const UNCONFIGURED = { DATABASE_URL: '', SECRET_KEY: '', ENCRYPTION_KEY: '', ADMIN_EMAIL: '', NODE_ENV: '', ATELIER_DEMO: '1' };
export interface Studio {
  readonly url: string;
  readonly dataFolder: string;
  /** Of its process now. */
  pid(): number;
  /** The same data, a process that did not seed them. Answers the milliseconds from its start to its first 200. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

/** A free port of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the built program in demo mode on an empty data folder and waits for its first 200. */
export async function startStudio(environment: Readonly<Record<string, string>> = {}): Promise<Studio> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    ...UNCONFIGURED,
    ATELIER_DATA: dataFolder,
    PORT: String(port),
    IMAGES_PORT: '0',
    VIDEO_PORT: '0',
    LOG_LEVEL: 'error',
    ATELIER_FETCH_VOICES: '0',
    ...environment,
  };
  const url = `http://127.0.0.1:${port}`;
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [...PROGRAM_FLAGS, join(root, 'dist/main.js'), 'start'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // The first start writes the demo people.
    await until(async () => (await fetch(`${url}/readyz`)).ok, 180_000).catch((error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    });
    return child;
  };
  let child = await launch();
  return {
    url,
    dataFolder,
    pid: () => child.pid ?? 0,
    restart: async () => {
      await end(child);
      const begun = performance.now();
      child = await launch();
      return performance.now() - begun;
    },
    stop: async () => {
      await end(child);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A plain script, of this folder or of any, as a child process that answers on `url`; the peer of a bench. */
export async function startPeer(
  script: string,
  arguments_: readonly string[],
): Promise<{ url: string; readyAfterMs: number; stop(): Promise<void> }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [resolve(root, 'bench', script), String(port), ...arguments_], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(url)).ok, 20_000);
  return { url, readyAfterMs: performance.now() - begun, stop: () => end(child) };
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

async function until(test: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const limit = Date.now() + milliseconds;
  while (Date.now() < limit) {
    if (await test().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not ready after ${milliseconds} ms`);
}

/** Requests per second under `connections` keep-alive connections; throws when an answer was not 2xx. */
export async function requestRate(
  url: string,
  headers: Readonly<Record<string, string>>,
  seconds: number,
  connections = 50,
): Promise<number> {
  const result = await autocannon({ url, headers: { ...headers }, duration: seconds, connections });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return result.requests.average;
}

export const median = (values: readonly number[]): number => percentile(values, 50);
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Replaces the section of one bench in RESULTS.md; the script writes its own figures, nobody copies them. */
export function writeResults(title: string, lines: readonly string[]): void {
  const file = join(root, 'bench/RESULTS.md');
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const section = [`## ${title}`, '', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · ${machine}`, '', ...lines, ''].join(
    '\n',
  );
  const old = readFileSync(file, 'utf8');
  const pattern = new RegExp(`## ${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n[\\s\\S]*?(?=\\n## |$)`);
  writeFileSync(file, pattern.test(old) ? old.replace(pattern, section) : `${old.trimEnd()}\n\n${section}`);
}
