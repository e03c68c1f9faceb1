/** The uploads folder of the former application. Files come through the same checks as those that people send today. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { prepareDocument, preparePhoto } from '#capabilities/media/media.ts';
import { Failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';

export interface PreparedFile {
  readonly content: Buffer;
  readonly extension: string;
  readonly mediaType: string;
  readonly originalName?: string;
}
/** A file that a row of theirs names. `column`: `users.photo_filename`; each file of a gallery has its own: `….gallery_photos.0`. */
export interface FileRef {
  readonly column: string;
  readonly kind: 'photo' | 'document';
  readonly name: string;
}
export interface OldFile {
  readonly ref: FileRef;
  readonly file: PreparedFile | null;
  readonly problem: string | null;
}

export interface OldUploads {
  read(ref: FileRef): Promise<OldFile>;
}

/** Far above what is accepted: such a file is not even read. */
const TOO_LARGE = 64 * 1024 * 1024;

/** Without a folder every file is told as missing, and comes with a later run. */
export async function openUploads(folder: string | null): Promise<OldUploads> {
  const places = folder === null ? null : await placesUnder(folder);
  return {
    async read(ref) {
      const nothing = (problem: string): OldFile => ({ ref, file: null, problem });
      if (places === null) return nothing('no uploads folder was given');
      const path = find(places, ref.name);
      if (path === null) return nothing('the file is not in the uploads folder');
      try {
        if ((await stat(path)).size > TOO_LARGE) return nothing('the file is larger than 64 MB');
        const content = await readFile(path);
        const file = ref.kind === 'photo' ? await preparePhoto(content, 'file') : await prepareDocument(content, basename(path), 'file');
        return { ref, file, problem: null };
      } catch (error) {
        if (error instanceof Failure) return nothing(inWords(error));
        throw error;
      }
    },
  };
}

interface Places {
  readonly byPath: ReadonlyMap<string, string>;
  /** Null: the name is in several folders. */
  readonly byName: ReadonlyMap<string, string | null>;
}

async function placesUnder(folder: string): Promise<Places> {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    byPath.set(path.slice(folder.length).replace(/^\/+/, ''), path);
    byName.set(entry.name, byName.has(entry.name) ? null : path);
  }
  return { byPath, byName };
}

/** By the path under the folder, with or without what stood before it (`/static/uploads/photos/a.jpg`); else by its name alone. */
function find({ byPath, byName }: Places, name: string): string | null {
  const parts = name.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return null;
  for (let start = 0; start < parts.length; start += 1) {
    const path = byPath.get(parts.slice(start).join('/'));
    if (path) return path;
  }
  return byName.get(parts.at(-1) ?? '') ?? null;
}

const inWords = ({ text, params, fields }: Failure): string => {
  const [field] = Object.values(fields);
  return field ? say(field.message, 'en', field.params) : say(text, 'en', params);
};
