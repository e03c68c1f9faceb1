/** The client for JavaScript as people get it: compiled, in the `node_modules` of a folder of its own, and programs that use it. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..', '..');
export const PYTHON_SDK = join(ROOT, 'sdk', 'python');

export type VideoSdk = typeof import('../../packages/video-sdk/src/video-sdk.ts');

export interface BuiltSdk {
  /** Programs written here find `@iafactory/video-sdk`. */
  readonly folder: string;
  readonly sdk: VideoSdk;
  remove(): Promise<void>;
}

export async function buildSdk(): Promise<BuiltSdk> {
  const folder = await mkdtemp(join(tmpdir(), 'video-sdk-'));
  const home = join(folder, 'node_modules', '@iafactory', 'video-sdk');
  await cp(join(ROOT, 'packages', 'video-sdk', 'package.json'), join(home, 'package.json'));
  const built = await run(process.execPath, [join(ROOT, 'packages', 'video-sdk', 'build.mjs'), join(home, 'dist')]);
  if (built.status !== 0) throw new Error(`the client does not compile:\n${built.stdout}${built.stderr}`);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const sdk = (await import(pathToFileURL(join(home, 'dist', 'video-sdk.js')).href)) as VideoSdk;
  return { folder, sdk, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MOST_MS = 280_000;

/** Never throws for what the program does. */
export const run = (program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((done) => {
    const env = { ...process.env, ...environment };
    execFile(program, args, { env, timeout: MOST_MS, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      done({ status: error ? (typeof error.code === 'number' ? error.code : 1) : 0, stdout, stderr });
    });
  });
