// npm run dev: the studio, rebuilt and restarted on every change of the sources. Arguments go to the program.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build, install } from './lib/build.mjs';
import { PROGRAM_FLAGS, root } from './lib/project.mjs';

const settings = join(root, '.env');
let program = null;
let isChanged = true;
let isWorking = false;
let isEnding = false;

/** One turn at a time; a change during a turn asks for another. */
async function turn() {
  if (isWorking) return;
  isWorking = true;
  while (isChanged && !isEnding) {
    isChanged = false;
    try {
      await install();
      await build();
      await stop();
      start();
    } catch (error) {
      process.stderr.write(`${error.message}\nWaiting for the next change.\n`);
    }
  }
  isWorking = false;
}

function start() {
  const environment = existsSync(settings) ? [`--env-file=${settings}`] : [];
  const child = spawn(process.execPath, [...environment, ...PROGRAM_FLAGS, join(root, 'dist/main.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  program = child;
  child.on('exit', () => {
    if (program === child) program = null;
  });
}

async function stop() {
  if (!program) return;
  const child = program;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

let pause = null;
for (const path of ['src', 'migrations', 'vite.config.ts', 'package-lock.json']) {
  watch(join(root, path), { recursive: true }, () => {
    isChanged = true;
    clearTimeout(pause);
    pause = setTimeout(turn, 150);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    isEnding = true;
    await stop();
    process.exit(0);
  });
}
await turn();
