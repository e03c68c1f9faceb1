/**
 * Files that are wholly there or not at all, also after a power cut: written beside their place under a draft name,
 * flushed, renamed, and the folder flushed too (a rename is only durable once its folder is).
 */
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

export interface Draft {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes the content under a draft name in `folder` (same file system as its final place) and flushes it. Leaves nothing behind on failure. */
export async function writeDraft(folder: string, content: Buffer | Readable): Promise<Draft> {
  await makeFolder(folder);
  const path = join(folder, `${randomBytes(16).toString('hex')}.draft`);
  const handle = await open(path, 'wx', 0o640);
  try {
    const written = await copyInto(handle, content);
    await handle.sync();
    await handle.close();
    return { path, ...written };
  } catch (error) {
    await handle.close().catch(() => undefined); // it may be closed already; the first error is the one to tell
    await rm(path, { force: true });
    throw error;
  }
}

async function copyInto(handle: FileHandle, content: Buffer | Readable): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
    const chunk: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
    hash.update(chunk);
    for (let done = 0; done < chunk.length; ) done += (await handle.write(chunk, done)).bytesWritten;
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Puts a draft in its place, over whatever is there. Who holds the old file open keeps reading the old content. */
export async function settleDraft(draft: Draft, target: string): Promise<void> {
  await makeFolder(dirname(target));
  await rename(draft.path, target);
  await syncFolder(dirname(target));
}

export async function writeFileDurably(target: string, content: Buffer): Promise<void> {
  const draft = await writeDraft(dirname(target), content);
  await settleDraft(draft, target);
}

const flushedFolders = new Set<string>();
const LEVELS = 3; // files/aa/bb: the folders this program makes below the data folder

/** Makes the folder and flushes those above it, once per process: another process may have made it a moment ago, unflushed. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined && flushedFolders.has(folder)) return;
  let path = folder;
  for (let level = 0; level < LEVELS || (first !== undefined && path.length >= first.length); level++) {
    path = dirname(path);
    await syncFolder(path).catch(ignoreForeign);
  }
  flushedFolders.add(folder);
}

/** A folder above the data folder may not be ours to read: then it was there before us, and needs no flush. */
function ignoreForeign(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!['EACCES', 'EPERM'].includes(code)) throw error;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
