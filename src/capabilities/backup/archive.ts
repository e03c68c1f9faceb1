/**
 * The ZIP around it all: AES-256 (WinZip's AE format, read by 7-Zip and the like with the same password), entries without end to their size,
 * written and read as streams.
 */
import { createHash, type Hash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { ReadableStream as WebStream } from 'node:stream/web';
import { BlobReader, configure, type FileEntry, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { Failure, failure } from '#kernel/failure.ts';
import { ENTRY, fileEntry, JOBS, MANIFEST, type Manifest, readManifest, tableEntry } from './manifest.ts';
import { refusals as m } from './messages.ts';

configure({ useWebWorkers: false });

export interface Written {
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
}
export interface Packer {
  /** `isPacked`: photos and films are small already. */
  add(name: string, content: AsyncIterable<Uint8Array>, isPacked?: boolean): Promise<Written>;
}

/** The archive as a stream; what `fill` throws ends it. */
export function packArchive(password: string, fill: (packer: Packer) => Promise<void>): Readable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { password, encryptionStrength: 3, zip64: true, bufferedWrite: false, useCompressionStream: true });
  const write = async (): Promise<void> => {
    await fill({
      async add(name, content, isPacked = false) {
        const tally = createTally();
        const source = WebStream.from(tally.watch(content)) as ReadableStream<Uint8Array>;
        await zip.add(name, source, { level: isPacked ? 0 : 6 });
        return tally.end();
      },
    });
    await zip.close();
  };
  const stream = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
  write().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

interface Tally {
  watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  end(): Written;
}
function createTally(): Tally {
  const hash: Hash = createHash('sha256');
  let [bytes, rows] = [0, 0];
  return {
    async *watch(content) {
      for await (const piece of content) {
        hash.update(piece);
        bytes += piece.length;
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++;
        yield piece;
      }
    },
    end: () => ({ bytes, rows, sha256: hash.digest('hex') }),
  };
}

export interface Archive {
  readonly manifest: Manifest;
  /** Hashes of the files in it. */
  readonly files: readonly string[];
  read(name: string): AsyncGenerator<Uint8Array>;
  /** Reads everything and compares it with the manifest; throws the failure that says what is wrong. Nothing is written. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** Throws a failure of the field `password` or `archive`. */
export async function openArchive(path: string, password: string): Promise<Archive> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(path)), { password });
  try {
    const entries = await readEntries(zip);
    const manifest = await openManifest(entries);
    const archive: Archive = {
      manifest,
      files: [...entries.keys()].filter((name) => name.startsWith('files/')).map((name) => name.slice('files/'.length)),
      read: (name) => contentOf(requireEntry(entries, name)),
      verify: () => verify(archive, entries),
      close: () => zip.close(),
    };
    return archive;
  } catch (error) {
    await zip.close();
    throw error;
  }
}

type Entries = ReadonlyMap<string, FileEntry>;

const damaged = (part: string): Failure => failure.field('archive', m.damaged, { part }, 'damaged');

async function readEntries(zip: ZipReader<unknown>): Promise<Entries> {
  const list = await zip.getEntries().catch(() => {
    throw failure.field('archive', m.noArchive, {}, 'format');
  });
  const entries = new Map<string, FileEntry>();
  for (const entry of list) {
    // A foreign name is refused before anything is read: no path of an archive ever meets the disk.
    if (entry.directory || !ENTRY.test(entry.filename) || !entry.encrypted || entries.has(entry.filename))
      throw failure.field('archive', m.foreign, { name: entry.filename.slice(0, 100) }, 'foreign');
    entries.set(entry.filename, entry);
  }
  return entries;
}

function requireEntry(entries: Entries, name: string): FileEntry {
  const entry = entries.get(name);
  if (!entry) throw damaged(name);
  return entry;
}

const LARGEST_MANIFEST = 64 * 1024 * 1024;

async function openManifest(entries: Entries): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (!entry) throw failure.field('archive', m.noArchive, {}, 'format');
  if (entry.uncompressedSize > LARGEST_MANIFEST) throw damaged(MANIFEST);
  const pieces: Uint8Array[] = [];
  for await (const piece of contentOf(entry)) pieces.push(piece);
  const manifest = readManifest(Buffer.concat(pieces).toString('utf8'));
  if (!manifest) throw failure.field('archive', m.otherFormat, {}, 'format');
  return manifest;
}

async function* contentOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  let problem: unknown;
  const done = entry.getData(writable).catch(async (error: unknown) => {
    problem = error;
    await writable.abort(error).catch(() => undefined); // it is broken already
  });
  try {
    for await (const piece of readable) yield piece;
  } catch (error) {
    throw inWords(problem ?? error, entry.filename);
  }
  await done;
  if (problem) throw inWords(problem, entry.filename);
}

function inWords(error: unknown, part: string): Error {
  if (error instanceof Failure) return error;
  const isPassword = error instanceof Error && /password/i.test(error.message);
  return isPassword ? failure.field('password', m.wrongPassword, {}, 'wrong') : damaged(part);
}

async function verify({ manifest, files, read }: Archive, entries: Entries): Promise<void> {
  const { tables, jobs } = manifest;
  const parts = [...tables.map((table) => ({ ...table, entry: tableEntry(table.name) })), { ...jobs, entry: JOBS }];
  if (entries.size !== parts.length + files.length + 1) throw damaged(MANIFEST);
  for (const { entry, rows, bytes, sha256 } of parts) {
    const found = await tallyOf(read(entry));
    if (found.sha256 !== sha256 || found.rows !== rows || found.bytes !== bytes) throw damaged(entry);
  }
  const names = createHash('sha256');
  let bytes = 0;
  for (const sha256 of [...files].sort()) {
    const found = await tallyOf(read(fileEntry(sha256)));
    if (found.sha256 !== sha256) throw damaged(fileEntry(sha256));
    names.update(sha256);
    bytes += found.bytes;
  }
  const { count, bytes: expected, sha256 } = manifest.files;
  if (files.length !== count || bytes !== expected || names.digest('hex') !== sha256) throw damaged('files');
}

async function tallyOf(content: AsyncIterable<Uint8Array>): Promise<Written> {
  const tally = createTally();
  for await (const _ of tally.watch(content));
  return tally.end();
}
