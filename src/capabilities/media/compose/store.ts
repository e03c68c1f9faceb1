/** What was encoded before, by its name. Files come whole or not at all; their time says when they were last used. */
import { copyFile, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilmPlan } from './compose.ts';

export interface FilmStore {
  find(name: string): Promise<string | null>;
  /** Moves a finished file in; answers where it is now. */
  keep(file: string, name: string): Promise<string>;
  note(name: string, text: string): Promise<void>;
  noted(name: string): Promise<string | null>;
  forget(names: readonly string[]): Promise<void>;
}

export async function openStore(folder: string): Promise<FilmStore> {
  await mkdir(folder, { recursive: true });
  const place = (name: string): string => join(folder, name);
  return {
    async find(name) {
      const file = place(name);
      const there = await stat(file).catch(() => null);
      if (!there || there.size === 0) return null;
      const now = new Date();
      // Gone between the two: somebody tidied, so it is not there.
      return utimes(file, now, now).then(
        () => file,
        () => null,
      );
    },
    async keep(file, name) {
      await moveFile(file, place(name));
      return place(name);
    },
    async note(name, text) {
      const draft = place(`${name}.${process.pid}.part`);
      await writeFile(draft, text);
      await rename(draft, place(name));
    },
    noted: (name) => readFile(place(name), 'utf8').catch(() => null),
    async forget(names) {
      await Promise.all(names.map((name) => rm(place(name), { force: true })));
    },
  };
}

/** Also from another disk. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const draft = `${to}.${process.pid}.part`;
    await copyFile(from, draft);
    await rename(draft, to);
    await rm(from, { force: true });
  }
}

/** Becomes the film when it was looked at. */
export const partOf = ({ output }: Pick<FilmPlan, 'output'>): string => `${output.file}.part`;
