// npm start: installs and builds what changed, then runs the studio. Arguments go to the program (`npm start -- --role worker`).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { build, install } from './lib/build.mjs';
import { PROGRAM_FLAGS, root } from './lib/project.mjs';
import { ensureFfmpeg } from './lib/system.mjs';

/** The program ends with it when another version was installed. */
const RESTART_CODE = 75;

const args = process.argv.slice(2);
await prepare();
const settings = join(root, '.env');
const environment = existsSync(settings) ? [`--env-file=${settings}`] : [];
let program = run();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal));

async function prepare() {
  try {
    await install();
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function run() {
  const child = spawn(process.execPath, [...environment, ...PROGRAM_FLAGS, join(root, 'dist/main.js'), ...args], { stdio: 'inherit' });
  child.on('exit', async (code, signal) => {
    if (code !== RESTART_CODE) process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 0));
    await prepare();
    program = run();
  });
  return child;
}

const command = args.find((word, place) => !word.startsWith('-') && args[place - 1] !== '--role') ?? 'start';
if (command === 'start') ensureFfmpeg();
