import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { registerAssets } from './assets.ts';
import { ISLANDS } from './islands.tsx';
import { openTestSite } from './test-page.tsx';

function builtFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  writeFileSync(join(folder, 'studio-a1.css'), 'body{}');
  writeFileSync(join(folder, 'studio-a1.css.br'), brotliCompressSync('body{}'));
  writeFileSync(join(folder, 'mark.svg'), '<svg/>');
  return folder;
}

const site = () => openTestSite((door) => registerAssets(door, { siteName: () => 'Taalentio', folder: builtFolder() }));

describe('built files', () => {
  it('are kept for ever, and sent as they were compressed at build', async () => {
    const door = site();
    const plain = await door.inject({ url: '/assets/studio-a1.css' });
    expect(plain.statusCode).toBe(200);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const small = await door.inject({ url: '/assets/studio-a1.css', headers: { 'accept-encoding': 'br, gzip' } });
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css; charset=utf-8' });
    expect((await door.inject({ method: 'HEAD', url: '/assets/studio-a1.css' })).statusCode).toBe(200);
  });

  it('open nothing beside their folder', async () => {
    const door = site();
    for (const url of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/.vite/manifest.json',
      '/assets/nothing.css',
      '/assets/',
    ]) {
      expect((await door.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  it('come with what browsers ask for by themselves', async () => {
    const door = site();
    expect((await door.inject({ url: '/favicon.svg' })).headers['content-type']).toContain('image/svg+xml');
    expect((await door.inject({ url: '/manifest.webmanifest' })).json()).toMatchObject({ name: 'Taalentio', display: 'standalone' });
  });
});

it('has a script for every island, and an island for every script', () => {
  const scripts = readdirSync(join(packageRoot, 'src', 'islands')).filter((name) => /^[a-z-]+\.tsx?$/.test(name));
  expect(scripts.map((name) => name.replace(/\.tsx?$/, '')).sort()).toEqual([...ISLANDS].sort());
});
