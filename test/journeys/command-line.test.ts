/** The program as people run it: built, in processes of its own, on the embedded database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '#kernel/package-root.ts';

const dataFolder = mkdtempSync(join(tmpdir(), `atelier-test-${process.pid}-commands-`));
const program = join(packageRoot, 'dist/main.js');
/** Without demo people: they take their time to draw. */
const EMPTY = { ATELIER_DEMO: '0', HOST: '127.0.0.1' };
const children = new Set<ChildProcess>();

beforeAll(async () => {
  const built = await finish(start([join(packageRoot, 'scripts/build.mjs')]));
  expect(built).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const settings = {
    PATH,
    HOME,
    ATELIER_DATA: dataFolder,
    IMAGES_PORT: '0',
    VIDEO_PORT: '0',
    LOG_LEVEL: 'warn',
    ATELIER_FETCH_VOICES: '0',
    ...EMPTY,
  };
  const child = spawn(process.execPath, words, { env: { ...settings, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

function finish(child: ChildProcess): Promise<Outcome> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

const run = (words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Outcome> =>
  finish(start([program, ...words], environment));

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

describe('the command line', () => {
  test('says what it can do, and what it does not know', async () => {
    const [help, dance, option] = await Promise.all([run(['help']), run(['dance']), run(['start', '--dance'])]);
    expect(help).toMatchObject({ code: 0, output: expect.stringContaining('atelier COMMAND') });
    expect(dance).toMatchObject({ code: 2, output: expect.stringContaining('There is no command "dance"') });
    expect(option).toMatchObject({ code: 2, output: expect.stringContaining('--dance') });
  });

  test('names every wrong setting, without a stack', async () => {
    const { code, output } = await run(['start'], { PORT: 'abc', DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(code).toBe(2);
    expect(output).toMatch(/PORT: .*\n.*DATABASE_URL: /);
    expect(output).not.toMatch(/hunter2|\n\s+at /);
  });

  test('says in one line that the database server does not answer as it should', async () => {
    const { code, output } = await run(['migrate'], { DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:5432/nowhere' });
    expect(code).toBe(1);
    expect(output).toMatch(/^DATABASE_URL: /);
    expect(output).not.toMatch(/hunter2|\n\s+at /);
  }, 60_000);

  test('opens the studio, lets commands work beside it, and ends in good order at Ctrl-C', async () => {
    const PORT = String(await freePort());
    const studio = start([program, 'start'], { PORT });
    const ended = finish(studio);
    const url = `http://127.0.0.1:${PORT}`;
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 60_000, interval: 100 });
    expect(await (await fetch(`${url}/`)).text()).toContain('<html');

    const [migrated, examined, second, admin] = await Promise.all([
      run(['migrate']),
      run(['doctor']),
      run(['start'], { PORT }),
      run(['admin', '--email', 'boss@example.org']),
    ]);
    expect(migrated).toEqual({ code: 0, output: 'The database is up to date\n' });
    expect(examined).toMatchObject({ code: 0, output: expect.stringMatching(/✓ Database +PostgreSQL 18\.\d+ \(embedded\)/) });
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${PORT} is taken`) });
    const [, password] = /Password for the first sign-in, within a day: (\S+)/.exec(admin.output) ?? [];
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'boss@example.org', password }),
    });
    expect(answer.status).toBe(200);

    // A terminal and npm both pass Ctrl-C on: it comes several times and is meant once.
    for (const _ of [1, 2, 3]) studio.kill('SIGINT');
    const begun = Date.now();
    expect(await ended).toMatchObject({ code: 0, output: expect.stringContaining('Atelier is open') });
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
  }, 120_000);
});
