import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MusicModelSimulator, startMusicModelSimulator } from '#simulators/music-model.ts';
import { type RememberingBooks, rememberingBooks } from '../test-books.ts';
import { createMusic, type Music, MusicFault, type MusicFaultFacts, type MusicOrder, type MusicPurchase } from './music.ts';
import { heard } from './test-ear.ts';

let models: MusicModelSimulator;
let folder: string;
let books: RememberingBooks;
beforeAll(async () => {
  models = await startMusicModelSimulator();
});
afterAll(() => models.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'music-'));
  books = rememberingBooks();
  models.requests.length = 0;
  models.bought.suno = 0;
  models.bought.elevenlabs = 0;
});
afterEach(() => rm(folder, { recursive: true }));

type Paid = 'suno' | 'elevenlabs';
interface Asked {
  readonly purchase?: MusicPurchase;
  readonly patienceMs?: number;
  readonly key?: string;
}
const order = (more: Partial<MusicOrder> = {}): MusicOrder => ({
  ...{ prompt: 'Upbeat corporate background music', tempo: 'medium', seconds: 5, seed: 1, signal: new AbortController().signal },
  ...more,
});

function buy(provider: Paid, more: Partial<MusicOrder> = {}, { purchase, patienceMs = 20_000, key }: Asked = {}): Promise<Music> {
  const place = { ...models[provider], ...(key === undefined ? {} : { key }) };
  const room = createMusic({ suno: null, elevenlabs: null, [provider]: place, patienceMs }, books);
  return room.makeMusic(order(more), { provider, folder, ...(purchase ? { purchase } : {}) });
}

const faultOf = async (making: Promise<Music>): Promise<{ readonly kind: string; readonly facts: MusicFaultFacts }> => {
  const error = await making.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MusicFault)) throw new Error(`no fault: ${String(error)}`);
  expect(error.message).not.toContain('Upbeat');
  // Nothing half done stays.
  expect(await readdir(folder)).toEqual([]);
  return error;
};

describe('ElevenLabs', () => {
  it('is asked for the length, and its music is brought to it and to level', async () => {
    const music = await buy('elevenlabs', { seconds: 5.5 });
    expect(music).toMatchObject({ seconds: 5.5, provider: 'elevenlabs', requestId: 'el-1', costUsd: null });
    expect(models.requests[0]).toMatchObject({ path: '/elevenlabs/v1/music?output_format=mp3_48000_192' });
    expect(models.requests[0]?.body).toMatchObject({ music_length_ms: 5500, force_instrumental: true });
    const ear = await heard(music.wav);
    expect(ear).toMatchObject({ frames: 264_000, rate: 48_000, channels: 2 });
    expect(Math.abs(ear.lufs + 16)).toBeLessThan(0.7);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('that is busy is asked again after the patience it asked for', async () => {
    models.misbehave({ is: 'busy', times: 2 });
    await buy('elevenlabs');
    expect(models.requests).toHaveLength(3);
    expect(models.bought.elevenlabs).toBe(1);
  });

  it.each([
    [{ is: 'no_credit' }, 'insufficient_credit', 1],
    [{ is: 'refused' }, 'refused', 1],
    [{ is: 'html' }, 'unreadable', 1],
    [{ is: 'no_music' }, 'unreadable', 1],
    [{ is: 'empty' }, 'unreadable', 1],
    [{ is: 'silent' }, 'unreadable', 1],
    [{ is: 'short' }, 'unreadable', 1],
    [{ is: 'cut' }, 'unreachable', 1],
    [{ is: 'cut_body' }, 'unreachable', 1],
    [{ is: 'status', status: 500, times: 3 }, 'unavailable', 3],
    [{ is: 'status', status: 504 }, 'timeout', 1],
    [{ is: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' }, times: 3 }, 'unavailable', 3],
  ] as const)('on a bad day (%o) is a fault of its kind (%s), asked %i times', async (mishap, kind, times) => {
    models.misbehave(mishap);
    expect((await faultOf(buy('elevenlabs'))).kind).toBe(kind);
    expect(models.requests).toHaveLength(times);
  });

  it('that does not answer in time may have charged, and is not asked again', async () => {
    models.misbehave({ is: 'hang' });
    expect(await faultOf(buy('elevenlabs', {}, { patienceMs: 80 }))).toMatchObject({ kind: 'timeout', facts: { mayBeCharged: true } });
    expect(models.requests).toHaveLength(1);
  });

  it('refuses a wrong key', async () => {
    expect((await faultOf(buy('elevenlabs', {}, { key: 'wrong' }))).kind).toBe('unauthorized');
  });
});

describe('a Suno gateway', () => {
  const memory = (before: string | null = null): MusicPurchase & { readonly kept: string[] } => {
    const kept: string[] = [];
    return { before, kept, keep: async (task) => void kept.push(task) };
  };

  it('is bought from once, asked until it is done, and continued to the length', async () => {
    models.misbehave({ is: 'processing', looks: 2 });
    const purchase = memory();
    const music = await buy('suno', { seconds: 12 }, { purchase });
    expect(music).toMatchObject({ provider: 'suno', requestId: 'task-1', costUsd: null });
    expect([models.bought.suno, purchase.kept]).toEqual([1, ['task-1']]);
    const ear = await heard(music.wav);
    expect(ear.frames).toBe(576_000);
    expect(ear.longestHush).toBeLessThan(0.3);
  });

  it('that is late keeps what was bought: the next try asks for it and buys nothing', async () => {
    models.misbehave({ is: 'processing', looks: 4 });
    const fault = await faultOf(buy('suno', {}, { patienceMs: 500 }));
    expect(fault).toMatchObject({ kind: 'timeout', facts: { task: 'task-1', isPassing: true, mayBeCharged: true } });
    const music = await buy('suno', {}, { purchase: memory(fault.facts.task) });
    expect([music.requestId, models.bought.suno]).toEqual(['task-1', 1]);
  });

  it('whose single answers are lost after the purchase is asked again, not bought from again', async () => {
    models.misbehave({ is: 'cut', at: /GET .*record-info/ });
    models.misbehave({ is: 'status', status: 502, at: /GET .*record-info/ });
    models.misbehave({ is: 'late_sound', at: /POST/ });
    await buy('suno');
    expect(models.bought.suno).toBe(1);
  });

  it.each([
    [{ is: 'no_credit' }, 'insufficient_credit'],
    [{ is: 'failed' }, 'unavailable'],
    [{ is: 'refused_late' }, 'refused'],
    [{ is: 'no_address' }, 'unreadable'],
    [{ is: 'private_address' }, 'unreadable'],
    [{ is: 'no_music' }, 'unreadable'],
    [{ is: 'html' }, 'unreadable'],
    [{ is: 'cut' }, 'unreachable'],
  ] as const)('on a bad day (%o) is a fault of its kind (%s), and bought from at most once', async (mishap, kind) => {
    models.misbehave(mishap);
    expect((await faultOf(buy('suno'))).kind).toBe(kind);
    expect(models.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('refuses a wrong key within a 200', async () => {
    expect((await faultOf(buy('suno', {}, { key: 'wrong' }))).kind).toBe('unauthorized');
  });

  it('is left when nobody waits any more, with the reason of whoever left', async () => {
    models.misbehave({ is: 'processing', looks: 1000 });
    const leaving = new AbortController();
    const gone = new Error('gone');
    const purchase: MusicPurchase = { before: null, keep: async () => leaving.abort(gone) };
    await expect(buy('suno', { signal: leaving.signal }, { purchase })).rejects.toBe(gone);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is not configured is a fault, and nothing leaves', async () => {
    const room = createMusic({ suno: null, elevenlabs: models.elevenlabs }, books);
    expect(room.providers()).toEqual(['elevenlabs', 'embedded']);
    expect((await faultOf(room.makeMusic(order(), { provider: 'suno', folder }))).kind).toBe('not_configured');
    expect([models.requests, books.purchases]).toEqual([[], []]);
  });
});
