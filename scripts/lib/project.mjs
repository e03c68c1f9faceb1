// What the scripts share: where things are, and whether something changed since it was last done.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const CACHE = join(root, 'node_modules', '.cache', 'atelier');

/** Runs a command of node_modules/.bin (or node itself) to its end; rejects when it fails. */
export function run(command, args, { quiet = false, env = process.env } = {}) {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: root,
      env: { ...env, PATH: path },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command !== 'node',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}${output ? `\n${output}` : ''}`));
    });
  });
}

/** Does `work` only when the inputs differ from those of its last success. `paths` are files or folders of the project. */
export async function whenChanged(name, paths, work, isThere = () => true) {
  const stamp = join(CACHE, `${name}.json`);
  const before = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : { times: '', hash: '' };
  const files = paths.flatMap((path) => filesOf(join(root, path)));
  const times = digest(files.map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`));
  if (isThere() && before.times === times) return false;
  const hash = digest(files.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
  const needed = !isThere() || before.hash !== hash;
  if (needed) await work();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, JSON.stringify({ times, hash }));
  return needed;
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)));
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
