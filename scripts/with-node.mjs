#!/usr/bin/env node
// Runs a command on Node 24. An older Node fetches the npm package `node` (which ships the binary) once, into
// .toolchain/, and runs the command with it; nobody installs Node by hand. Plain JavaScript that Node 18 can parse.
//   node scripts/with-node.mjs scripts/start.mjs --demo      a script, run by node
//   node scripts/with-node.mjs vitest run                    any command of node_modules/.bin
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '24.21.0';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function fetchNode() {
  const home = join(root, '.toolchain');
  const folder = join(home, `node-${VERSION}`);
  const binary = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(home, { recursive: true });
  const draft = mkdtempSync(join(home, 'draft-'));
  chmodSync(draft, 0o755); // another user of the same folder runs it too
  writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  // npm hands its own settings to children; a nested install must not inherit this project's.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_prefix|package_|lifecycle_)/.test(name)));
  process.stderr.write(`Node ${process.versions.node} is too old for Atelier: fetching Node ${VERSION} once…\n`);
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund', `node@${VERSION}`], {
    cwd: draft,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    process.stderr.write(
      `${install.stderr ?? ''}\nCould not fetch Node ${VERSION} from npm. Install Node 24 or later, then run the command again.\n`,
    );
    process.exit(1);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(binary)) throw error; // another process was first: use its copy
    rmSync(draft, { recursive: true, force: true });
  }
  return binary;
}

const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : fetchNode();
const [command, ...args] = process.argv.slice(2);
if (!command) {
  process.stderr.write('usage: node scripts/with-node.mjs COMMAND [ARGUMENT…]\n');
  process.exit(2);
}
const script = /\.m?[jt]s$/.test(command);
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const child = spawn(script ? node : command, script ? [command, ...args] : args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// Who ends npm ends its shell, which tells us nothing: the parent that is gone is the signal.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 200);
}
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 0)));
