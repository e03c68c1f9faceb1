// npm run gallery: builds, starts a studio of its own in demo mode (free ports, a folder that goes away again), prepares what pages
// show, takes a picture of every page in four looks, writes one page with all of them, and stops what it started.
// `npm run gallery -- [folder] [part of a page's name]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, install } from './lib/build.mjs';
import { PROGRAM_FLAGS, root, run } from './lib/project.mjs';
import { ensureTestPrograms } from './lib/system.mjs';

const [folder = 'test-results/pictures', ...part] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'atelier-gallery-'));
let studio;
try {
  await install();
  await build();
  const browser = ensureTestPrograms();
  const site = await start();
  await run('node', ['test/pictures.ts', site, folder, ...part], { env: { ...process.env, CHROMIUM_PATH: browser } });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await stop();
  rmSync(data, { recursive: true, force: true });
}

async function start() {
  const [port, images, video] = await Promise.all([freePort(), freePort(), freePort()]);
  const env = { ...process.env, ATELIER_DATA: data, ATELIER_DEMO: '1', DATABASE_URL: '', RATE_LIMIT_SCALE: '1000' };
  Object.assign(env, { PORT: port, IMAGES_PORT: images, VIDEO_PORT: video });
  let said = '';
  studio = spawn(process.execPath, [...PROGRAM_FLAGS, join(root, 'dist/main.js'), 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [studio.stdout, studio.stderr]) stream.on('data', (part) => (said = (said + part).slice(-4_000)));
  const site = `http://localhost:${port}`;
  while (!(await isReady(site))) {
    if (studio.exitCode !== null) throw new Error(`The studio ended before it was ready.\n${said}`);
    await sleep(200);
  }
  return site;
}

async function isReady(site) {
  try {
    return (await fetch(`${site}/readyz`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function stop() {
  if (!studio || studio.exitCode !== null) return;
  studio.kill('SIGTERM');
  await new Promise((resolve) => studio.once('exit', resolve));
}
