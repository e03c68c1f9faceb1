/** Copies come whole and once; what nobody needs goes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Db } from '#kernel/db/db.ts';
import type { StoredFile } from '#kernel/storage/files.ts';
import { afterFile } from '#test/support.ts';
import { createWorkshop } from './workshop.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-workshop-'));
afterFile(async () => rmSync(dataFolder, { recursive: true, force: true }));
const home = join(dataFolder, 'workshop');
const db = {} as Db;
const signal = new AbortController().signal;
const content = Buffer.from('a lighthouse');
const stored: StoredFile = {
  ...{ name: 'assets/a.png', sha256: 'ab'.repeat(32), bytes: content.length, mediaType: 'image/png' },
  ...{ originalName: null, createdAt: new Date() },
};
let opened = 0;
const files = {
  find: async (_db: Db, name: string) => (name === stored.name ? stored : null),
  open: async () => {
    opened += 1;
    return Readable.from([content.subarray(0, 4), content.subarray(4)]);
  },
};
const workshop = createWorkshop({ files, dataFolder, mostBytes: 100 });

it('copies a stored file once, and once more when the copy is not whole', async () => {
  const [one, two] = await Promise.all([workshop.copyOf(db, stored.name, signal), workshop.copyOf(db, stored.name, signal)]);
  expect(two).toBe(one);
  expect(one).toMatch(/\.png$/);
  expect(readFileSync(one)).toEqual(content);
  const before = opened;
  await workshop.copyOf(db, stored.name, signal);
  expect(opened).toBe(before);
  await writeFile(one, 'cut');
  await workshop.copyOf(db, stored.name, signal);
  expect(readFileSync(one)).toEqual(content);
  expect(readdirSync(join(home, 'copies'))).toHaveLength(1);
  await expect(workshop.copyOf(db, 'assets/none.png', signal)).rejects.toThrow('gone');
});

it('leaves nothing of a folder, whatever happens in it', async () => {
  const place = await workshop.inFolder(async (folder) => {
    await writeFile(join(folder, 'film.mp4'), 'x');
    return folder;
  });
  await expect(workshop.inFolder(() => Promise.reject(new Error('enough')))).rejects.toThrow('enough');
  expect(place.startsWith(home)).toBe(true);
  expect(readdirSync(join(home, 'benches'))).toEqual([]);
});

it('tidies what was not used for long, and the oldest stretches when there are too many', async () => {
  const ago = async (path: string, days: number, bytes: number): Promise<void> => {
    await writeFile(path, Buffer.alloc(bytes));
    const at = new Date(Date.now() - days * 86_400_000);
    await utimes(path, at, at);
  };
  await mkdir(workshop.stretches, { recursive: true });
  await ago(join(workshop.stretches, 'new.mp4'), 0, 60);
  await ago(join(workshop.stretches, 'surplus.mp4'), 1, 60);
  await ago(join(workshop.stretches, 'old.mp4'), 8, 1);
  await ago(join(home, 'copies', 'old.png'), 2, 1);
  expect(await workshop.tidy()).toBe(3);
  expect(readdirSync(workshop.stretches)).toEqual(['new.mp4']);
  expect(readdirSync(join(home, 'copies'))).toHaveLength(1);
});
