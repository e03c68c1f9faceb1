import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { systemClock } from '../clock.ts';
import type { Tx } from '../db/db.ts';
import { inTransaction } from '../db/transaction.ts';
import { placeOf, type Storage } from './blob.ts';
import { createFiles, type Files, shownName } from './files.ts';
import { createStorage } from './storage.ts';

const { db } = await freshDatabase();
const folders: string[] = [];
let folder: string;
let storage: Storage;
let files: Files;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-files-'));
  folders.push(folder);
  storage = createStorage({ storageUrl: null, dataFolder: folder }, pino({ level: 'silent' }));
  files = createFiles(storage, db, systemClock);
});
afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

const photo = (content: Buffer | Readable) => ({ folder: 'photos', extension: 'jpg', content, mediaType: 'image/jpeg' });
const age = (sha256: string): Promise<void> => utimes(join(folder, 'files', placeOf(sha256)), new Date(0), new Date(0));

describe('named files', () => {
  test('T-118 a saved file gets a random name and is found and read by it', async () => {
    const saved = await files.save(db, { ...photo(Buffer.from('pixels')), originalName: 'C:\\photos\\moi.jpg' });
    expect(saved.name).toMatch(/^photos\/[0-9a-f]{32}\.jpg$/);
    expect(saved).toMatchObject({ bytes: 6, mediaType: 'image/jpeg', originalName: 'moi.jpg' });
    const found = await files.find(db, saved.name);
    expect(found).toEqual(saved);
    expect(await text(await files.open(saved))).toBe('pixels');
    expect(await text(await files.open(saved, { start: 1, end: 3 }))).toBe('ixe');
  });

  test('a name that is given is kept, and saving it again replaces the content', async () => {
    const first = await files.save(db, { ...photo(Buffer.from('one')), name: 'qrcodes/MAM0002RAB.png' });
    const second = await files.save(db, { ...photo(Buffer.from('two!')), name: 'qrcodes/MAM0002RAB.png', mediaType: 'image/png' });
    expect(second.name).toBe(first.name);
    expect(await files.find(db, first.name)).toMatchObject({ bytes: 4, mediaType: 'image/png' });
  });

  test.each(['../etc/passwd', '/abs', 'photos/../../x', 'photos', 'photos/a b', ''])('the name "%s" is refused', async (name) => {
    await expect(files.save(db, { ...photo(Buffer.from('x')), name })).rejects.toThrow();
  });

  test('a transaction that rolls back leaves no row, and brings a removed one back', async () => {
    const kept = await files.save(db, photo(Buffer.from('kept')));
    const names: string[] = [];
    const work = async (tx: Tx): Promise<void> => {
      names.push((await files.save(tx, photo(Buffer.from('lost')))).name);
      await files.remove(tx, kept.name);
      throw new Error('changed my mind');
    };
    await expect(inTransaction(db, work)).rejects.toThrow('changed my mind');
    expect(await files.find(db, names[0] ?? '')).toBeNull();
    expect(await text(await files.open((await files.find(db, kept.name)) ?? kept))).toBe('kept');
  });

  test('a stream that breaks leaves neither row nor bytes', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('cut')) });
    await expect(files.save(db, { ...photo(broken), name: 'photos/broken.jpg' })).rejects.toThrow('cut');
    expect(await files.find(db, 'photos/broken.jpg')).toBeNull();
    expect(await Array.fromAsync(storage.list())).toEqual([]);
  });

  test('a shown name has no folders, controls or direction tricks', () => {
    expect(shownName('../../a/cv\u202Efdp.exe\n')).toBe('cvfdp.exe');
    expect(shownName(`${'é'.repeat(300)}.pdf`)).toHaveLength(255);
  });
});

describe('sweeping', () => {
  test('takes what no row refers to and is old enough, and nothing else', async () => {
    const kept = await files.save(db, photo(randomBytes(100)));
    const young = await storage.put(randomBytes(100));
    const orphan = await storage.put(randomBytes(100));
    const removed = await files.save(db, photo(randomBytes(100)));
    await files.remove(db, removed.name);
    for (const { sha256 } of [kept, orphan, removed]) await age(sha256);
    expect(await files.sweep(3600)).toBe(2);
    expect((await Array.fromAsync(storage.list(), (blob) => blob.sha256)).sort()).toEqual([kept.sha256, young.sha256].sort());
  });

  test('content that two names share stays until both are gone', async () => {
    const content = randomBytes(100);
    const [one, two] = [await files.save(db, photo(content)), await files.save(db, photo(content))];
    await files.remove(db, one.name);
    await age(one.sha256);
    expect(await files.sweep(0)).toBe(0);
    await files.remove(db, two.name);
    expect(await files.sweep(0)).toBe(1);
  });

  test('a file being saved in an open transaction is not swept', async () => {
    const content = randomBytes(100);
    const { sha256 } = await storage.put(content);
    await inTransaction(db, async (tx) => {
      await files.save(tx, photo(content));
      await age(sha256);
      expect(await files.sweep(0)).toBe(0);
    });
    expect(await files.sweep(0)).toBe(0);
    expect(await storage.has(sha256)).toBe(true);
  });

  test('saving and removing the same content while others sweep never loses a file that has a row', async () => {
    const content = randomBytes(1000);
    let sweeping = true;
    const sweepers = [1, 2].map(async () => {
      let swept = 0;
      while (sweeping) swept += await files.sweep(-60); // everything is old enough
      return swept;
    });
    for (let round = 0; round < 60; round++) {
      const saved = await files.save(db, photo(round % 2 ? content : Readable.from([content])));
      expect((await buffer(await files.open(saved))).equals(content)).toBe(true);
      await files.remove(db, saved.name);
    }
    sweeping = false;
    const swept = (await Promise.all(sweepers)).reduce((sum, count) => sum + count, 0);
    expect(swept).toBeGreaterThan(0);
  });
});
