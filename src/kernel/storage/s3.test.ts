import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type S3Simulator, startS3Simulator } from '#simulators/s3.ts';
import { signatureOf } from '#simulators/s3-signature.ts';
import { MissingBlob, placeOf, type StorageBackend } from './blob.ts';
import { s3Storage } from './s3.ts';
import { readS3Target } from './s3-client.ts';
import { createStorage } from './storage.ts';

const log = pino({ level: 'silent' });
const patience = { tries: 4, firstWaitMs: 2, silenceMs: 300 };
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let store: S3Simulator;
let folder: string;
let storage: StorageBackend;
const put = async (content: Buffer | Readable): Promise<string> => {
  const staged = await storage.stage(content);
  await staged.publish();
  await staged.discard();
  return staged.sha256;
};

beforeEach(async () => {
  store = await startS3Simulator({ pageSize: 2 });
  folder = await mkdtemp(join(tmpdir(), 'atelier-s3-'));
  storage = s3Storage(readS3Target(store.storageUrl), folder, log, patience);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test('the simulator computes the signature of the published example', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
  };
  const signature = signatureOf({ method: 'GET', target: '/test.txt', headers }, 'host;range;x-amz-content-sha256;x-amz-date', {
    day: '20130524',
    timestamp: '20130524T000000Z',
    region: 'us-east-1',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  });
  expect(signature).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

describe('blobs in an S3-compatible store', () => {
  test('come back as they were, whole and in part', async () => {
    const content = randomBytes(100_000);
    const sha256 = await put(content);
    expect(sha256).toBe(sha(content));
    expect([...store.objects.keys()]).toEqual([placeOf(sha256)]);
    expect(await buffer(await storage.open(sha256))).toEqual(content);
    expect(await buffer(await storage.open(sha256, { start: 10, end: 19 }))).toEqual(content.subarray(10, 20));
    expect(await storage.has(sha256)).toBe(true);
    await storage.remove(sha256);
    expect(await storage.has(sha256)).toBe(false);
    await expect(storage.open(sha256)).rejects.toBeInstanceOf(MissingBlob);
  });

  test('a large stream goes in parts and leaves no draft', async () => {
    // Sixteen megabytes take longer than the silence that the other tests wait for.
    storage = s3Storage(readS3Target(store.storageUrl), folder, log);
    const content = randomBytes(33 * 1024 * 1024);
    const pieces = Array.from({ length: 33 }, (_, i) => content.subarray(i * 1024 * 1024, (i + 1) * 1024 * 1024));
    const sha256 = await put(Readable.from(pieces));
    expect(store.requests.filter((line) => line.includes('partNumber='))).toHaveLength(3);
    expect(store.objects.get(placeOf(sha256))?.content.equals(content)).toBe(true);
    expect(store.uploads.size).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  test('an empty blob is a blob', async () => {
    const sha256 = await put(Buffer.alloc(0));
    expect(await buffer(await storage.open(sha256))).toHaveLength(0);
  });

  test('server errors, cut connections and silence are tried again', async () => {
    store.misbehave({ method: 'PUT', status: 503, code: 'SlowDown', times: 2 });
    store.misbehave({ method: 'PUT', cut: true });
    const sha256 = await put(Buffer.from('patience'));
    expect(store.requests).toHaveLength(4);
    store.misbehave({ method: 'GET', delayMs: 600 });
    expect((await buffer(await storage.open(sha256))).toString()).toBe('patience');
  });

  test('a download cut half-way goes on where it stopped', async () => {
    const content = randomBytes(300_000);
    const sha256 = await put(content);
    store.misbehave({ method: 'GET', cut: 100_000 });
    store.misbehave({ method: 'GET', cut: 50_000 });
    expect((await buffer(await storage.open(sha256))).equals(content)).toBe(true);
    expect(store.requests.filter((line) => line.startsWith('GET'))).toHaveLength(3);
  });

  test('bytes spoilt on the way back are an error, not a file', async () => {
    const sha256 = await put(Buffer.from('the truth'));
    store.misbehave({ method: 'GET', corrupt: true });
    await expect(storage.open(sha256).then(buffer)).rejects.toThrow(/other bytes/);
  });

  test('a failed multipart upload is aborted', async () => {
    store.misbehave({ method: 'PUT', target: 'partNumber=2', status: 500, times: 99 });
    await expect(put(Readable.from([randomBytes(20 * 1024 * 1024)]))).rejects.toThrow(/500/);
    expect(store.uploads.size).toBe(0);
    expect(store.objects.size).toBe(0);
    expect(await readdir(folder)).toHaveLength(1); // the draft belongs to who staged it: Files discards it
  });

  test('a wrong secret is refused at once, by the signature', async () => {
    const wrong = s3Storage({ ...readS3Target(store.storageUrl), secretAccessKey: 'guess' }, folder, log, patience);
    await expect((await wrong.stage(Buffer.from('x'))).publish()).rejects.toThrow(/403 SignatureDoesNotMatch/);
    expect(store.requests).toHaveLength(1);
  });

  test('the listing spans pages and tells foreign objects apart', async () => {
    const hashes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => put(Buffer.from(text))));
    store.objects.set('zz/readme.txt', { content: Buffer.from('not ours'), at: new Date() });
    const listed = await Array.fromAsync(storage.list());
    expect(listed.map((blob) => blob.sha256).sort()).toEqual([...hashes].sort());
    expect(listed[0]?.storedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('tidying aborts uploads nobody finished', async () => {
    store.uploads.set('old', { key: 'aa/bb/x', at: new Date(Date.now() - 90_000_000), parts: new Map() });
    store.uploads.set('new', { key: 'aa/bb/y', at: new Date(), parts: new Map() });
    expect(await storage.tidy(new Date(Date.now() - 86_400_000))).toBe(1);
    expect([...store.uploads.keys()]).toEqual(['new']);
  });

  test('a store that never answers is told to the person as such', async () => {
    const failing = createStorage({ storageUrl: 's3://K:S@127.0.0.1:9/b?secure=0', dataFolder: folder }, log);
    await expect(failing.put(Buffer.from('x'))).rejects.toMatchObject({
      kind: 'unavailable',
      text: { en: expect.stringContaining('does not answer') },
    });
  }, 15_000);
});

test('the address carries key, secret, bucket, prefix and region', () => {
  expect(readS3Target('s3://AK:a%2Fb%2Bc@s3.example:9000/box/in/here?region=eu-west-1')).toEqual({
    origin: 'https://s3.example:9000',
    bucket: 'box',
    prefix: 'in/here/',
    region: 'eu-west-1',
    accessKeyId: 'AK',
    secretAccessKey: 'a/b+c',
  });
  expect(() => readS3Target('s3://s3.example/box')).toThrow(/STORAGE_URL/);
});
