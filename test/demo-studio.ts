/** The built studio in demo mode, as a process of its own on free ports: for pictures and recordings that must see the real thing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PATIENCE_MS = 600_000;

export interface DemoStudio {
  readonly site: string;
  readonly images: string;
  readonly video: string;
  close(): Promise<void>;
}

/** Needs a build (`npm run build`). */
export async function openDemoStudio(): Promise<DemoStudio> {
  const [site, images, video] = await Promise.all([freePort(), freePort(), freePort()]);
  const folder = mkdtempSync(join(tmpdir(), 'atelier-demo-'));
  const environment = {
    PORT: String(site),
    IMAGES_PORT: String(images),
    VIDEO_PORT: String(video),
    RATE_LIMIT_SCALE: '1000',
    LOG_LEVEL: 'error',
  };
  const studio = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
    env: { ...process.env, ...environment, ATELIER_DATA: folder, ATELIER_DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => studio.once('exit', () => resolve()));
  const address = (port: number): string => `http://localhost:${port}`;
  try {
    await answering(`${address(site)}/readyz`, () => studio.exitCode !== null);
  } catch (error) {
    studio.kill('SIGTERM');
    throw error;
  }
  return {
    site: address(site),
    images: address(images),
    video: address(video),
    async close() {
      studio.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(url: string, isOver: () => boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (isOver()) throw new Error('The studio ended before it was ready');
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} never answered`);
}
