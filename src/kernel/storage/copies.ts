/**
 * Smaller copies of blobs, made once and kept on the disk of this machine under the hash of what they are made of. They can always be
 * made again: nothing is synced, and a copy that cannot be written is only made once more. A copy goes when its original has gone, and
 * the least used go when all together are over the budget.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, opendir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeOf } from './blob.ts';

export interface Copies {
  /** `label` says what kind of copy it is: `320.avif`. */
  get(sha256: string, label: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** `isGone` answers which of these originals exist no more; answers how many copies went. */
  tidy(gone: (hashes: readonly string[]) => Promise<readonly string[]>): Promise<number>;
}

const BUDGET_BYTES = 1024 ** 3;
const LABEL = /^[a-z0-9-]+\.[a-z0-9]+$/;
/** The date of use is written at most this often. */
const DAY_MS = 86_400_000;
const BATCH = 500;

export function createCopies(root: string, budgetBytes = BUDGET_BYTES): Copies {
  const underWay = new Map<string, Promise<Buffer>>();
  return {
    async get(sha256, label, make) {
      if (!LABEL.test(label)) throw new Error('A copy is labelled like a file: 320.avif');
      const path = join(root, `${placeOf(sha256)}.${label}`);
      const other = underWay.get(path);
      if (other) return other;
      const found = findOrMake(path, make).finally(() => underWay.delete(path));
      underWay.set(path, found);
      return found;
    },
    async tidy(gone) {
      const all = await listCopies(root);
      const lost = new Set<string>();
      const hashes = [...new Set(all.map(({ sha256 }) => sha256))];
      for (let from = 0; from < hashes.length; from += BATCH)
        for (const hash of await gone(hashes.slice(from, from + BATCH))) lost.add(hash);
      const [orphans, others] = [all.filter(({ sha256 }) => lost.has(sha256)), all.filter(({ sha256 }) => !lost.has(sha256))];
      let held = others.reduce((sum, { bytes }) => sum + bytes, 0);
      const tooMany = others
        .sort((one, other) => one.usedAt - other.usedAt)
        .filter(({ bytes }) => {
          const isOver = held > budgetBytes;
          if (isOver) held -= bytes;
          return isOver;
        });
      for (const { path } of [...orphans, ...tooMany]) await rm(path, { force: true });
      return orphans.length + tooMany.length;
    },
  };
}

async function findOrMake(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = await readKept(path);
  if (kept) return kept;
  const made = await make();
  await write(path, made).catch(() => undefined); // a full disk: it is made again next time
  return made;
}

/** Null when it is not there, or was cut short by a crash. */
async function readKept(path: string): Promise<Buffer | null> {
  const found = await stat(path).catch(() => null);
  if (!found || found.size === 0) return null;
  const now = new Date();
  if (now.getTime() - found.mtimeMs > DAY_MS) await utimes(path, now, now).catch(() => undefined); // removed meanwhile
  return readFile(path).catch(() => null);
}

/** Under another name first: who reads it never sees half of it. */
async function write(path: string, content: Buffer): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, content);
  await rename(draft, path);
}

interface Copy {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly usedAt: number;
}

async function listCopies(root: string): Promise<Copy[]> {
  const copies: Copy[] = [];
  const folder = await opendir(root, { recursive: true }).catch(() => null); // nothing was copied yet
  if (!folder) return copies;
  for await (const entry of folder) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null); // removed meanwhile
    if (found) copies.push({ path, sha256: entry.name.slice(0, 64), bytes: found.size, usedAt: found.mtimeMs });
  }
  return copies;
}
