import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberingBooks } from '../test-books.ts';
import { createMusic, type MusicOrder } from './music.ts';
import { heard } from './test-ear.ts';

const room = createMusic({ suno: null, elevenlabs: null }, rememberingBooks());
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'music-'));
});
afterEach(() => rm(folder, { recursive: true }));

const make = (more: Partial<MusicOrder> = {}) =>
  room.makeMusic(
    { prompt: 'Upbeat corporate background music', seconds: 10, seed: 5, signal: new AbortController().signal, ...more },
    { provider: 'embedded', folder },
  );

describe('composed music', () => {
  it.each([
    { style: 'corporate', seconds: 15 },
    { style: 'electro', seconds: 8.5 },
    { style: 'ambient', seconds: 12 },
  ])('is exactly as long as asked, at its level, without a hole or a cut end: %o', async (wish) => {
    const music = await make(wish);
    expect(music).toMatchObject({ ...wish, provider: 'embedded', requestId: null, costUsd: 0 });
    const ear = await heard(music.wav);
    expect(ear).toMatchObject({ rate: 48_000, channels: 2, frames: wish.seconds * 48_000 });
    expect(Math.abs(ear.lufs + 16)).toBeLessThan(0.7);
    expect(ear.peak).toBeLessThanOrEqual(-1.5);
    expect(ear.firstSound).toBeLessThan(1);
    expect(ear.longestHush).toBeLessThan(0.5);
    expect(ear.lastPeak).toBeLessThan(0.002);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is the same file for the same order, and another for another seed', async () => {
    const [first, second, other] = [await make({ seconds: 5 }), await make({ seconds: 5 }), await make({ seconds: 5, seed: 6 })];
    const [a, b, c] = [await heard(first.wav), await heard(second.wav), await heard(other.wav)];
    expect(a.bytes.equals(b.bytes)).toBe(true);
    expect(a.bytes.equals(c.bytes)).toBe(false);
  });

  it('ends as loud as it began when it is a loop', async () => {
    const ear = await heard((await make({ seconds: 6, loop: true, style: 'electro' })).wav);
    expect(ear.frames).toBe(288_000);
    expect(ear.lastPeak).toBeGreaterThan(0.002);
  });

  it('stops with the reason of whoever left, in its middle, and leaves nothing', async () => {
    const leaving = new AbortController();
    const gone = new Error('gone');
    const making = make({ seconds: 600, signal: leaving.signal });
    await expect.poll(() => readdir(folder), { timeout: 20_000 }).not.toEqual([]);
    leaving.abort(gone);
    await expect(making).rejects.toBe(gone);
    expect(await readdir(folder)).toEqual([]);
    expect((await make({ seconds: 4 })).seconds).toBe(4);
  });

  it.each([{ seconds: 2 }, { seconds: Number.NaN }, { seconds: 901 }, { seed: -1 }, { seed: 1.5 }, { tempo: 10 }])(
    'is not made of an order that cannot be: %o',
    async (more) => {
      await expect(make(more)).rejects.toMatchObject({ name: 'MusicFault', kind: 'bad_order', facts: { code: Object.keys(more)[0] } });
    },
  );
});
