/**
 * Files on this machine while something is made of them: stored files come here as whole local copies, named by their content, and
 * what the render engine keeps between renders stays here. All of it may be deleted at any time; a process makes it again.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Db } from '#kernel/db/db.ts';
import type { Files } from '#kernel/storage/files.ts';

export interface Workshop {
  /** Of the render engine: stretches and sound. */
  readonly stretches: string;
  /** The path of a whole local copy; the same content is copied once. Throws when there is no such file. */
  copyOf(db: Db, file: string, signal: AbortSignal): Promise<string>;
  /** With a folder of its own, gone afterwards. */
  inFolder<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** Removes folders of processes that died, copies unused for a day, stretches unused for a week or beyond `mostBytes`. Answers how many. */
  tidy(now?: Date): Promise<number>;
}

const DAY_MS = 86_400_000;
const MOST_BYTES = 20_000_000_000;

export function createWorkshop({ files, dataFolder, mostBytes = MOST_BYTES }: WorkshopTools): Workshop {
  const home = join(dataFolder, 'workshop');
  const [copies, stretches, benches] = [join(home, 'copies'), join(home, 'stretches'), join(home, 'benches')];
  return {
    stretches,
    async copyOf(db, name, signal) {
      const file = await files.find(db, name);
      if (!file) throw new Error(`the file ${name} is gone`);
      const path = join(copies, `${file.sha256}${/\.\w+$/.exec(name)?.[0] ?? ''}`);
      if (await isWhole(path, file.bytes)) return path;
      await mkdir(copies, { recursive: true });
      const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}.part`;
      try {
        await pipeline(await files.open(file), createWriteStream(draft), { signal });
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
      return path;
    },
    async inFolder(work) {
      await mkdir(benches, { recursive: true });
      const folder = await mkdtemp(join(benches, `${process.pid}-`));
      try {
        return await work(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async tidy(now = new Date()) {
      const old = (days: number) => (entry: Entry) => now.getTime() - entry.usedAt > days * DAY_MS;
      const gone = [...(await entriesOf(benches)).filter(old(1)), ...(await entriesOf(copies)).filter(old(1))];
      const kept = (await entriesOf(stretches)).sort((one, other) => other.usedAt - one.usedAt);
      let room = mostBytes;
      const surplus = kept.filter((entry) => {
        room -= entry.bytes;
        return room < 0 || old(7)(entry);
      });
      for (const { path } of [...gone, ...surplus]) await rm(path, { recursive: true, force: true });
      return gone.length + surplus.length;
    },
  };
}

export interface WorkshopTools {
  readonly files: Pick<Files, 'find' | 'open'>;
  readonly dataFolder: string;
  readonly mostBytes?: number;
}

interface Entry {
  readonly path: string;
  readonly usedAt: number;
  readonly bytes: number;
}

/** Its time says when it was last used. */
async function isWhole(path: string, bytes: number): Promise<boolean> {
  const there = await stat(path).catch(() => null);
  if (there?.size !== bytes) return false;
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

async function entriesOf(folder: string): Promise<readonly Entry[] & Entry[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const there = await stat(path).catch(() => null);
      return there ? [{ path, usedAt: there.mtimeMs, bytes: there.size }] : [];
    }),
  );
  return found.flat();
}
