// npm run dev: the studio, rebuilt and restarted on every change of the sources.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, install } from './lib/build.mjs';
import { root } from './lib/project.mjs';

await install();
let program = null;
let pending = null;

async function restart() {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  if (program) await new Promise((resolve) => program.once('exit', resolve).kill('SIGTERM'));
  program = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js')], { stdio: 'inherit' });
}

await restart();
for (const folder of ['src', 'migrations']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, 150);
  });
}
process.on('SIGINT', () => program?.once('exit', () => process.exit(0)).kill('SIGTERM'));
