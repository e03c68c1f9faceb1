import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Copies, createCopies } from './copies.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const none = async (): Promise<readonly string[]> => [];

describe('copies of blobs', () => {
  let root: string;
  let copies: Copies;
  let made: string[];
  const ask = (name: string, label = '320.avif', size = 10): Promise<Buffer> =>
    copies.get(hash(name), label, async () => {
      made.push(`${name} ${label}`);
      return Buffer.alloc(size, name);
    });
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'copies-')), 'small');
    folders.push(root);
    copies = createCopies(root, 100);
    made = [];
  });
  const files = (): readonly string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it('are made once, also when two ask at the same time and after a restart', async () => {
    const [one, other] = await Promise.all([ask('a'), ask('a')]);
    expect(one.equals(other)).toBe(true);
    copies = createCopies(root, 100);
    expect((await ask('a')).equals(one)).toBe(true);
    await ask('a', '320.webp');
    expect(made).toEqual(['a 320.avif', 'a 320.webp']);
    expect(files().toSorted()).toEqual([`${hash('a')}.320.avif`, `${hash('a')}.320.webp`]);
  });

  it('go with their original, and the least used beyond the budget', async () => {
    expect(await copies.tidy(none)).toBe(0);
    for (const name of ['gone', 'old', 'young']) await ask(name, '96.webp', 60);
    const path = readdirSync(root, { recursive: true, withFileTypes: true }).find(({ name }) => name.startsWith(hash('old')));
    utimesSync(join(path?.parentPath ?? '', path?.name ?? ''), 1, 1);
    expect(await copies.tidy(async (hashes) => hashes.filter((each) => each === hash('gone')))).toBe(2);
    expect(files()).toEqual([`${hash('young')}.96.webp`]);
    await ask('young', '96.webp', 60);
    expect(made).toHaveLength(3);
  });

  it('never leave their folder', async () => {
    await expect(copies.get('../../etc/passwd', '320.avif', async () => Buffer.alloc(1))).rejects.toThrow('64 hexadecimal');
    await expect(copies.get(hash('a'), '../x', async () => Buffer.alloc(1))).rejects.toThrow('labelled');
  });
});
