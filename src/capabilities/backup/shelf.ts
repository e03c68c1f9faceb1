/** The folder of archives on this machine. Names are made here and only such names are looked for: no path can be smuggled in. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const KINDS = ['manual', 'scheduled', 'safety', 'uploaded'] as const;
/** `safety`: made before a restore. */
export type BackupKind = (typeof KINDS)[number];

export interface Kept {
  readonly name: string;
  readonly kind: BackupKind;
  readonly bytes: number;
  readonly at: Date;
}

const NAME = /^atelier-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(manual|scheduled|safety|uploaded)-[0-9a-f]{6}\.zip$/;

/** `atelier-20261121-235809-manual-1f0c9a.zip`: when it was made, in UTC. */
export function newName(kind: BackupKind, now: Date): string {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).replace(/[-:]/g, '').split('T');
  return `atelier-${day}-${time}-${kind}-${randomBytes(3).toString('hex')}.zip`;
}

/** Newest first. */
export async function listKept(folder: string): Promise<readonly Kept[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await Promise.all((await readdir(folder)).map((name) => findKept(folder, name)));
  return kept.flatMap((one) => one ?? []).sort((one, other) => other.at.getTime() - one.at.getTime() || other.name.localeCompare(one.name));
}

export async function findKept(folder: string, name: string): Promise<Kept | null> {
  const [, year, month, day, hour, minute, second, kind] = NAME.exec(name) ?? [];
  if (!kind) return null;
  const found = await stat(join(folder, name)).catch(() => null); // removed meanwhile
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return found?.isFile() ? { name, kind: kind as BackupKind, bytes: found.size, at } : null;
}

export const removeKept = (folder: string, { name }: Kept): Promise<void> => rm(join(folder, name), { force: true });

/** A file that arrived, on the same file system. */
export async function adopt(folder: string, path: string, now: Date): Promise<string> {
  const name = newName('uploaded', now);
  await rename(path, join(folder, name));
  return name;
}

/** What a process that died was writing: no archive takes a day. */
export async function removeDrafts(folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = name.endsWith('.draft') ? await stat(path).catch(() => null) : null; // settled meanwhile
    if (found && now.getTime() - found.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
const DAY_MS = 86_400_000;

/** The newest `count` of a kind stay. */
export async function keepNewest(folder: string, kind: BackupKind, count: number): Promise<void> {
  const old = (await listKept(folder)).filter((kept) => kept.kind === kind).slice(count);
  for (const kept of old) await removeKept(folder, kept);
}
