import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MissingBlob, placeOf, type Storage } from './blob.ts';
import { createStorage } from './storage.ts';

const log = pino({ level: 'silent' });
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const DAY_AGO = new Date(Date.now() - 86_400_000);

let folder: string;
let storage: Storage;
const pathOf = (sha256: string): string => join(folder, 'files', placeOf(sha256));
const drafts = (): Promise<string[]> => readdir(join(folder, 'files', 'drafts'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-disk-'));
  storage = createStorage({ storageUrl: null, dataFolder: folder }, log);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('blobs on disk', () => {
  test('come back as they were, whole and in part, from buffers and streams', async () => {
    const content = randomBytes(300_000);
    const fromBuffer = await storage.put(content);
    const fromStream = await storage.put(Readable.from([content.subarray(0, 1000), content.subarray(1000)]));
    expect(fromBuffer).toEqual({ sha256: sha(content), bytes: 300_000 });
    expect(fromStream).toEqual(fromBuffer);
    expect((await buffer(await storage.open(fromBuffer.sha256))).equals(content)).toBe(true);
    expect(await buffer(await storage.open(fromBuffer.sha256, { start: 5, end: 9 }))).toEqual(content.subarray(5, 10));
    expect(await Array.fromAsync(storage.list(), (blob) => blob.sha256)).toEqual([fromBuffer.sha256]);
    expect(await drafts()).toEqual([]);
  });

  test('the same content put by many at once is one blob, and its date is renewed', async () => {
    const content = randomBytes(50_000);
    await Promise.all(Array.from({ length: 20 }, () => storage.put(content)));
    expect(await Array.fromAsync(storage.list())).toHaveLength(1);
    await utimes(pathOf(sha(content)), DAY_AGO, DAY_AGO);
    await storage.put(content);
    expect((await stat(pathOf(sha(content)))).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  });

  test('staged content is visible to nobody until it is published', async () => {
    const staged = await storage.stage(Buffer.from('soon'));
    expect(await storage.has(staged.sha256)).toBe(false);
    await staged.publish();
    await staged.publish(); // a transaction that is tried again publishes again
    await staged.discard();
    expect(await text(await storage.open(staged.sha256))).toBe('soon');
  });

  test('a source that breaks leaves nothing behind', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('the line went dead');
      })(),
    );
    await expect(storage.put(broken)).rejects.toThrow('the line went dead');
    expect(await drafts()).toEqual([]);
    expect(await Array.fromAsync(storage.list())).toEqual([]);
  });

  test('a missing blob is said so, and only hashes are names', async () => {
    await expect(storage.open('0'.repeat(64))).rejects.toBeInstanceOf(MissingBlob);
    await expect(storage.open('../../etc/passwd')).rejects.toThrow(/64 hexadecimal/);
    await storage.remove('0'.repeat(64));
  });

  test('a copy the disk spoilt is mended by putting the content again', async () => {
    const { sha256 } = await storage.put(Buffer.from('whole'));
    await writeFile(pathOf(sha256), 'spoilt');
    await storage.put(Buffer.from('whole'));
    expect(await text(await storage.open(sha256))).toBe('whole');
  });

  test('tidying removes old drafts and leaves those of today', async () => {
    const [old, fresh] = [await storage.stage(Buffer.from('old')), await storage.stage(Buffer.from('fresh'))];
    const [oldDraft = ''] = (
      await Promise.all((await drafts()).map(async (name) => ({ name, size: (await stat(join(folder, 'files/drafts', name))).size })))
    )
      .filter(({ size }) => size === old.bytes)
      .map(({ name }) => name);
    await utimes(join(folder, 'files/drafts', oldDraft), DAY_AGO, DAY_AGO);
    expect(await storage.tidy(new Date(Date.now() - 1000))).toBe(1);
    await fresh.publish();
    await expect(old.publish()).rejects.toBeInstanceOf(MissingBlob);
  });
});

const CHILD = `
import { createStorage } from './src/kernel/storage/storage.ts';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
const storage = createStorage({ storageUrl: null, dataFolder: process.argv[1] }, pino({ level: 'silent' }));
const size = Number(process.argv[2]);
process.on('SIGXFSZ', () => undefined);
for (let i = 0; i < 2000; i++) {
  try {
    const { sha256 } = await storage.put(randomBytes(size));
    process.stdout.write(sha256 + '\\n');
  } catch (error) {
    process.stdout.write('refused ' + error.kind + ' ' + error.text.en + '\\n');
    process.exit(0);
  }
}`;

describe('bad days of the machine', () => {
  test('a disk that takes no more refuses in words and keeps no garbage', async () => {
    const script = `ulimit -f 64; exec "${process.execPath}" --input-type=module -e "$0" "$1" 400000`; // 64 blocks: 32 or 64 KB
    const child = spawn('sh', ['-c', script, CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(await text(child.stdout)).toMatch(/^refused unavailable The storage is full/);
    expect(await drafts()).toEqual([]);
    expect(await Array.fromAsync(storage.list())).toEqual([]);
  });

  test('kill -9 in the middle: what was acknowledged is whole, nothing else is seen', async () => {
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, folder, '200000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      child.stdout.on('data', (piece: Buffer) => {
        printed += piece.toString();
        if (printed.split('\n').length > 10) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const acknowledged = printed.split('\n').slice(0, -1);
      expect(acknowledged.length).toBeGreaterThanOrEqual(10);
      for (const sha256 of acknowledged) expect(sha(await buffer(await storage.open(sha256)))).toBe(sha256);
      for await (const blob of storage.list()) expect(sha(await buffer(await storage.open(blob.sha256)))).toBe(blob.sha256);
    }
  }, 20_000);
});
