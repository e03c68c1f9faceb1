import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunwaySimulator, startRunwaySimulator } from '#simulators/runway.ts';
import { type RememberingBooks, rememberingBooks } from '../test-books.ts';
import { ClipFault, type ClipOrder, type ClipPurchase, createClips, type MadeClip } from './clips.ts';

let runway: RunwaySimulator;
let home: string;
let picture: string;
let folder: string;
let books: RememberingBooks;
beforeAll(async () => {
  runway = await startRunwaySimulator();
  home = await mkdtemp(join(tmpdir(), 'runway-'));
  picture = join(home, 'picture.png');
  await sharp({ create: { width: 896, height: 512, channels: 3, background: '#336699' } })
    .png()
    .toFile(picture);
});
afterAll(async () => {
  await runway.close();
  await rm(home, { recursive: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(home, 'clips-'));
  books = rememberingBooks();
  runway.requests.length = 0;
  runway.bill.length = 0;
  runway.dropped.length = 0;
});
afterEach(() => runway.forget());

interface Asked {
  readonly purchase?: ClipPurchase;
  readonly patienceMs?: number;
  readonly key?: string;
}
const order = (more: Partial<ClipOrder> = {}): ClipOrder => ({
  ...{ picture, prompt: 'The sea moves slowly', seconds: 2, width: 1920, height: 1080, seed: 7, provider: 'runway' },
  ...{ signal: new AbortController().signal, ...more },
});
const clipsAt = ({ key = runway.key, patienceMs = 20_000 }: Asked = {}) =>
  createClips({ runway: { url: runway.url, key, patienceMs, paceMs: 5 } }, books);
const buy = (more: Partial<ClipOrder> = {}, asked: Asked = {}): Promise<MadeClip> =>
  clipsAt(asked).makeClip(order(more), { folder, ...(asked.purchase ? { purchase: asked.purchase } : {}) });
const posts = () => runway.requests.filter(({ method }) => method === 'POST').length;
const credits = () => runway.bill.reduce((sum, line) => sum + line.credits, 0);

function memory(more: Partial<ClipPurchase> = {}): ClipPurchase & { readonly kept: string[] } {
  const kept: string[] = [];
  return { before: null, kept, keep: async (task) => void kept.push(task), ...more };
}

async function faultOf(making: Promise<MadeClip>): Promise<ClipFault> {
  const error = await making.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ClipFault)) throw new Error(`no fault: ${String(error)}`);
  expect(error.message).not.toContain('sea');
  // Nothing half done stays.
  expect(await readdir(folder)).toEqual([]);
  return error;
}

describe('V-048 Runway', () => {
  it('is asked in its own words, waited for, paid once, and its film is whole', async () => {
    runway.misbehave({ is: 'task', looks: ['PENDING', 'THROTTLED', 'RUNNING', 'RUNNING'] });
    const purchase = memory();
    const clip = await buy({ seconds: 3.2, width: 1080, height: 1920 }, { purchase });
    if (clip.kind !== 'file') throw new Error('no file');
    expect(clip).toMatchObject({ provider: 'runway', model: 'gen4_turbo', seconds: 4, width: 720, height: 1280, costUsd: 0.2, notes: [] });
    expect((await stat(clip.mp4)).size).toBeGreaterThan(10_000);
    const [{ body, headers } = { body: {} as Readonly<Record<string, unknown>>, headers: {} }] = runway.requests;
    expect(headers).toMatchObject({ 'x-runway-version': '2024-11-06', authorization: `Bearer ${runway.key}` });
    expect(body).toMatchObject({ model: 'gen4_turbo', ratio: '720:1280', duration: 4, seed: 7, promptText: 'The sea moves slowly' });
    const sent = await sharp(Buffer.from(String(body['promptImage']).split(',')[1] ?? '', 'base64')).metadata();
    expect([sent.format, sent.width, sent.height]).toEqual(['jpeg', 720, 1280]);
    expect([purchase.kept, posts(), credits()]).toEqual([[clip.requestId], 1, 20]);
    expect(books.purchases).toMatchObject([{ purpose: 'clip', provider: 'runway', model: 'gen4_turbo', mostUsd: 0.2 }]);
  });

  it('has the task kept before anybody waits for it', async () => {
    const purchase = memory({
      keep: async () => {
        expect(runway.requests.map(({ method }) => method)).toEqual(['POST']);
      },
    });
    await buy({}, { purchase });
    expect(posts()).toBe(1);
  });

  it('says what it cannot do as asked', async () => {
    const clip = await buy({ seconds: 14, prompt: 'a'.repeat(1500), width: 2560, height: 1080 });
    expect(clip).toMatchObject({ seconds: 10, width: 1584, height: 672, costUsd: 0.5 });
    expect(clip.notes.map(({ code }) => code)).toEqual(['shorter_than_asked', 'prompt_shortened']);
    expect(String(runway.requests[0]?.body['promptText'])).toHaveLength(1000);
  });

  it('that is late keeps what was bought: the next try fetches it and buys nothing', async () => {
    runway.misbehave({ is: 'task', looks: ['RUNNING'], endless: true });
    const first = memory();
    const fault = await faultOf(buy({}, { purchase: first, patienceMs: 80 }));
    expect(fault).toMatchObject({ kind: 'timeout', facts: { task: first.kept[0], isPassing: true, mayBeCharged: true } });
    expect(posts()).toBe(1);
    const again = memory({ before: (await buy({}, { purchase: first })).requestId });
    books.purchases.length = 0;
    const clip = await buy({}, { purchase: again });
    expect([clip.requestId, again.kept, posts()]).toEqual([again.before, [], 2]);
    // It was paid with the first.
    expect(books.purchases).toMatchObject([{ mostUsd: 0 }]);
  });

  it('whose single answers are lost after the purchase is asked again, not bought from again', async () => {
    runway.misbehave({ is: 'cut', at: /GET .*tasks/ });
    runway.misbehave({ is: 'status', status: 502, at: /GET .*tasks/ });
    runway.misbehave({ is: 'status', status: 429, at: /GET .*tasks/ });
    runway.misbehave({ is: 'html', at: /GET .*tasks/ });
    runway.misbehave({ is: 'late_film', at: /POST/ });
    await buy();
    expect([posts(), credits()]).toEqual([1, 10]);
  });

  it('that took nothing (429, 503) is asked again after the patience it asked for', async () => {
    runway.misbehave({ is: 'status', status: 429, headers: { 'retry-after-ms': '5' } });
    runway.misbehave({ is: 'status', status: 503, headers: {} });
    await buy();
    expect([posts(), runway.bill.length]).toEqual([3, 1]);
  });

  it.each([
    [{ is: 'cut_after' }, 10],
    [{ is: 'cut' }, 0],
    [{ is: 'cut_body' }, 0],
    [{ is: 'html' }, 0],
    [{ is: 'status', status: 500 }, 0],
    [{ is: 'status', status: 504 }, 0],
  ] as const)('whose answer to an order is lost (%o) may have been paid: nobody knows, nothing is bought again', async (mishap, paid) => {
    runway.misbehave(mishap);
    expect(await faultOf(buy())).toMatchObject({ kind: 'lost', facts: { task: null, isPassing: false, mayBeCharged: true } });
    expect([posts(), credits()]).toEqual([1, paid]);
  });

  it('was being asked when the process died: lost, and nothing leaves', async () => {
    expect(await faultOf(buy({}, { purchase: memory({ hadBegun: true }) }))).toMatchObject({ kind: 'lost' });
    expect([runway.requests, books.purchases]).toEqual([[], []]);
  });

  it('that has forgotten the task, or whose film is gone, has lost what was bought', async () => {
    expect(await faultOf(buy({}, { purchase: memory({ before: 'gone' }) }))).toMatchObject({ kind: 'lost', facts: { task: null } });
    runway.misbehave({ is: 'dead_address' });
    expect(await faultOf(buy())).toMatchObject({ kind: 'lost', facts: { httpStatus: 403 } });
    expect(posts()).toBe(1);
  });

  it.each([
    [{ is: 'no_credit' }, 'insufficient_credit', false],
    [{ is: 'moderated' }, 'refused', false],
    [{ is: 'status', status: 422, body: { error: 'Validation of body failed' } }, 'bad_request', false],
    [{ is: 'daily_limit', times: 3 }, 'rate_limited', true],
    [{ is: 'fails', failureCode: 'SAFETY.INPUT.TEXT' }, 'refused', false],
    [{ is: 'fails', failureCode: 'INPUT_PREPROCESSING.SAFETY.TEXT' }, 'refused', false],
    [{ is: 'fails', failureCode: 'INTERNAL.BAD_OUTPUT.CODE01' }, 'unavailable', true],
    [{ is: 'fails', failureCode: 'ASSET.INVALID' }, 'bad_request', false],
    [{ is: 'cancelled_there' }, 'unavailable', false],
    [{ is: 'no_output' }, 'unreadable', false],
    [{ is: 'private_address' }, 'unreadable', false],
    [{ is: 'no_film' }, 'unreadable', false],
    [{ is: 'half_film' }, 'unreadable', false],
    [{ is: 'short_film' }, 'unreadable', false],
    [{ is: 'playlist' }, 'unreadable', false],
  ] as const)('on a bad day (%o) is a fault of its kind (%s)', async (mishap, kind, isPassing) => {
    runway.misbehave(mishap);
    expect(await faultOf(buy())).toMatchObject({ kind, facts: { isPassing } });
    expect(runway.bill.length).toBeLessThanOrEqual(1);
  });

  it('refuses a wrong key; one that is missing is said, and nothing leaves', async () => {
    expect((await faultOf(buy({}, { key: 'wrong' }))).kind).toBe('unauthorized');
    runway.requests.length = 0;
    const without = createClips({ runway: null }, books);
    expect((await faultOf(without.makeClip(order(), { folder }))).kind).toBe('not_configured');
    expect(runway.requests).toEqual([]);
  });

  it('that does not exist is unreachable, and nothing was paid', async () => {
    const nowhere = createClips({ runway: { url: 'http://127.0.0.1:9', key: 'key', patienceMs: 300 } }, books);
    const fault = await faultOf(nowhere.makeClip(order(), { folder }));
    expect(fault).toMatchObject({ kind: 'unreachable', facts: { isPassing: true, mayBeCharged: false } });
  });

  it('is left when nobody waits any more; the task stays bought until somebody drops it', async () => {
    runway.misbehave({ is: 'task', looks: ['RUNNING'], endless: true });
    const leaving = new AbortController();
    const gone = new Error('gone');
    const purchase = memory();
    const keep = async (task: string): Promise<void> => {
      await purchase.keep(task);
      leaving.abort(gone);
    };
    await expect(buy({ signal: leaving.signal }, { purchase: { before: null, keep } })).rejects.toBe(gone);
    expect([await readdir(folder), runway.dropped]).toEqual([[], []]);
    const [task = ''] = purchase.kept;
    expect(await clipsAt().drop(task)).toBe(true);
    expect(runway.dropped).toEqual([task]);
    expect(await clipsAt().drop(task)).toBe(false);
  });

  it('is offered with its price when it has a key, else the embedded camera is, free of charge', async () => {
    const withKey = clipsAt();
    const without = createClips({ runway: null }, books);
    expect([null, 'runway', 'embedded', 'pika'].map((name) => withKey.offer(name).provider)).toEqual([
      ...['runway', 'runway', 'embedded', 'embedded'],
    ]);
    expect([withKey.offer(null).usdPerSecond, without.offer('runway')]).toEqual([0.05, { provider: 'embedded', usdPerSecond: 0 }]);
    expect(await without.makeClip(order({ provider: null }), { folder })).toMatchObject({
      kind: 'motion',
      provider: 'embedded',
      costUsd: 0,
    });
  });
});
