/** What came out is looked at before anybody sees it. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFilm } from './verify.ts';

const run = promisify(execFile);
const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', signal: new AbortController().signal, onChild: () => undefined };
const expected = { width: 320, height: 180, frames: 24, rate: 24, hasSound: true, hasCaptions: false };
let folder = '';
const at = (name: string): string => join(folder, name);

async function film(name: string, picture: string, sound: string): Promise<string> {
  const inputs = ['-f', 'lavfi', '-i', `${picture}:s=320x180:r=24:d=1`, '-f', 'lavfi', '-i', sound];
  await run('ffmpeg', ['-v', 'error', ...inputs, '-pix_fmt', 'yuv420p', '-t', '1', '-movflags', '+faststart', at(name)]);
  return at(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a film that is as expected passes; one that is cut short does not, though its index says it is whole', async () => {
  const good = await film('good.mp4', 'color=c=white', 'sine=f=300:r=48000:d=1');
  expect(await verifyFilm(tools, good, expected)).toBe((await stat(good)).size);
  await copyFile(good, at('cut.mp4'));
  await truncate(at('cut.mp4'), Math.round((await stat(good)).size * 0.7));
  await expect(verifyFilm(tools, at('cut.mp4'), expected)).rejects.toMatchObject({ code: 'notTheFilm' });
  await expect(verifyFilm(tools, good, { ...expected, frames: 25 })).rejects.toThrow('24 frames of 25');
  await expect(verifyFilm(tools, good, { ...expected, width: 640 })).rejects.toThrow('320 × 180');
  await expect(verifyFilm(tools, good, { ...expected, hasCaptions: true })).rejects.toThrow('no captions');
});

test('a black film and a silent one are refused', async () => {
  const black = await film('black.mp4', 'color=c=black', 'sine=f=300:r=48000:d=1');
  await expect(verifyFilm(tools, black, expected)).rejects.toThrow('it is black');
  const silent = await film('silent.mp4', 'color=c=white', 'anullsrc=r=48000:d=1');
  await expect(verifyFilm(tools, silent, expected)).rejects.toThrow('it is silent');
});
