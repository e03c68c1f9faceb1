// What the scripts share: where things are, how commands are run, and whether something changed since it was last done.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const CACHE = join(root, '.cache', 'scripts');

/** npm hands its own settings to children; an npm inside must not take this project's for its own. */
const withoutNpm = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(config_prefix|package_|lifecycle_)/.test(name)));

/** Runs a command of node_modules/.bin (or node itself) to its end; rejects with what it wrote when it fails. */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: root,
      env: { ...withoutNpm(env), PATH: path },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command !== 'node',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (output += part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}${output ? `\n${output}` : ''}`));
    });
  });
}

/** The content of a file, or null when there is none. */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Does the work while no other process of this folder does it. */
export async function alone(name, work) {
  const lock = join(CACHE, `${name}.lock`);
  mkdirSync(CACHE, { recursive: true });
  while (!take(lock)) await sleep(100);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = Number(readIfThere(lock));
  // Empty: its owner is about to write its number. Dead: it was killed at work.
  if (owner && !isAlive(owner)) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Does `work` only when the inputs differ from those of its last success. Dates and sizes are compared first, contents when those
 * differ. `paths` are files or folders of the project; answers whether the work was done.
 */
export async function whenChanged(name, { paths, isInput = () => true, isThere }, work) {
  const stamp = join(CACHE, `${name}.json`);
  const read = () => JSON.parse(readIfThere(stamp) ?? '{}');
  const files = paths.flatMap((path) => filesOf(join(root, path))).filter(({ path }) => isInput(path));
  const times = digest(files.map(({ path, time, size }) => `${path.slice(root.length)} ${time} ${size}`));
  if (isThere() && read().times === times) return false;
  return alone(name, async () => {
    const hash = digest(files.flatMap(({ path }) => [path.slice(root.length), readFileSync(path)]));
    const isNeeded = !isThere() || read().hash !== hash; // read again: another process may have done it meanwhile
    if (isNeeded) await work();
    writeFileSync(stamp, JSON.stringify({ times, hash }));
    return isNeeded;
  });
}

function filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [{ path, time: stat.mtimeMs, size: stat.size }];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/**
 * How the program is run. The heap is bounded well above what the studio needs: with several gigabytes allowed, V8 collects so late that
 * an export keeps two hundred megabytes of what it no longer uses, and a nursery that may grow never shrinks again (130 MB after a start).
 * Stacks are put into the places of the sources when they are told (src/kernel/stack.ts).
 */
export const PROGRAM_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=1024'];
