/**
 * The file behind a platform store: a journal, one JSON object a line, written before the platform answers, so that a killed process
 * forgets nothing it promised. Pictures are files of their own beside it, read when they are shown.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulatedAccount, SimulatedPost } from './platform-store.ts';

export type Entry =
  | { readonly account: SimulatedAccount }
  /** Replaces what may change of the post with its id. */
  | { readonly post: SimulatedPost }
  | { readonly note: readonly [key: string, value: unknown] }
  /** One thing inside a note; null takes it away. */
  | { readonly part: readonly [key: string, path: readonly string[], value: unknown] };

export interface Contents {
  keepContent(sha256: string, content: Buffer): void;
  contentOf(sha256: string): Buffer | null;
}

export interface Journal extends Contents {
  write(entry: Entry): void;
  close(): void;
}

export interface Replayed {
  readonly lines: number;
  /** False when a crash cut off the last line, which counts for nothing. */
  readonly isWhole: boolean;
}

export function replay(file: string, hear: (entry: Entry) => void): Replayed {
  if (!existsSync(file)) return { lines: 0, isWhole: true };
  const { contentOf } = contentsIn(folderOf(file));
  const lines = readFileSync(file, 'utf8').split('\n');
  const rest = lines.pop();
  for (const line of lines) hear(entryOf(line, contentOf));
  return { lines: lines.length, isWhole: rest === '' };
}

function entryOf(line: string, contentOf: Contents['contentOf']): Entry {
  const entry = JSON.parse(line) as Entry;
  if ('post' in entry) return { post: { ...entry.post, media: entry.post.media.map((media) => readLater(media, contentOf)) } };
  // Looking into everything takes as long as all the rest: only where there is a picture.
  if (!line.includes('"base64"')) return entry;
  return JSON.parse(line, (_name, value: unknown) => (isPicture(value) ? readLater(value, contentOf) : value)) as Entry;
}

export function openJournal(file: string): Journal {
  const contents = contentsIn(folderOf(file));
  const handle = openSync(file, 'a', 0o600);
  return {
    ...contents,
    write: (entry) => void writeSync(handle, lineOf(entry, contents)),
    close: () => closeSync(handle),
  };
}

/** In the place of everything that was written: for a journal that has become long. */
export function rewrite(file: string, entries: readonly Entry[]): void {
  const contents = contentsIn(folderOf(file));
  writeFileSync(`${file}.new`, entries.map((entry) => lineOf(entry, contents)).join(''), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function createMemory(): Journal {
  const held = new Map<string, Buffer>();
  return {
    write: () => undefined,
    keepContent: (sha256, content) => void held.set(sha256, content),
    contentOf: (sha256) => held.get(sha256) ?? null,
    close: () => undefined,
  };
}

const folderOf = (file: string): string => `${file}.media`;

const contentsIn = (folder: string): Contents => ({
  keepContent: (sha256, content) => {
    const place = join(folder, sha256);
    if (existsSync(place)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${place}.new`, content, { mode: 0o600 });
    renameSync(`${place}.new`, place);
  },
  contentOf: (sha256) => (existsSync(join(folder, sha256)) ? readFileSync(join(folder, sha256)) : null),
});

const lineOf = (entry: Entry, contents: Contents): string => `${JSON.stringify(withoutContent(entry, contents))}\n`;

interface Picture {
  readonly sha256: string;
  readonly base64: string | null;
}
const LATER = 'in its file';
const isPicture = (value: unknown): value is Picture =>
  typeof value === 'object' && value !== null && 'sha256' in value && Object.hasOwn(value, 'base64');

/** The same picture, its content read from its file when somebody asks for it. */
export function readLater<T extends Picture>(picture: T, contentOf: Contents['contentOf']): T {
  if (Object.getOwnPropertyDescriptor(picture, 'base64')?.value === null) return picture;
  const get = (): string | null => contentOf(picture.sha256)?.toString('base64') ?? null;
  return Object.defineProperty({ ...picture, base64: LATER }, 'base64', { get, enumerable: true, configurable: true });
}

/** A copy whose pictures are elsewhere: put into `contents`, when they are not there yet and some are given. */
export function withoutContent(value: unknown, contents: Contents | null): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutContent(item, contents));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    // Not through the property of one that is read later, which would read the file.
    const descriptor = name === 'base64' && isPicture(value) ? Object.getOwnPropertyDescriptor(value, name) : null;
    if (!descriptor) copy[name] = withoutContent(value[name as keyof typeof value], contents);
    else copy[name] = descriptor.value === null ? null : LATER;
    if (contents && isPicture(value) && typeof descriptor?.value === 'string' && descriptor.value !== LATER)
      contents.keepContent(value.sha256, Buffer.from(descriptor.value, 'base64'));
  }
  return copy;
}
