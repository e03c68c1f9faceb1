/** Blobs on the disk of this machine, under `files/aa/bb/<sha256>`; drafts wait in `files/drafts`, on the same file system. */
import { access, open, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { blobAt, MissingBlob, placeOf, type StorageBackend, type StoredBlob } from './blob.ts';
import { settleDraft, writeDraft } from './durable.ts';

export function diskStorage(root: string): StorageBackend {
  const drafts = join(root, 'drafts');
  const pathOf = (sha256: string): string => join(root, placeOf(sha256));
  return {
    async stage(content) {
      const draft = await writeDraft(drafts, content);
      return {
        sha256: draft.sha256,
        bytes: draft.bytes,
        // Always over what is there: the date is renewed, and a copy that the disk spoilt is mended by the way.
        publish: async () => {
          if (await exists(draft.path)) await settleDraft(draft, pathOf(draft.sha256));
          else if (!(await exists(pathOf(draft.sha256)))) throw new MissingBlob(draft.sha256);
        },
        discard: () => rm(draft.path, { force: true }),
      };
    },
    async open(sha256, range) {
      const handle = await open(pathOf(sha256), 'r').catch((error: unknown) => {
        throw isMissing(error) ? new MissingBlob(sha256) : error;
      });
      return handle.createReadStream(range ?? {});
    },
    has: (sha256) => exists(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listBlobs(root),
    tidy: (olderThan) => tidyFolder(drafts, olderThan),
  };
}

async function* listBlobs(root: string): AsyncGenerator<StoredBlob> {
  for await (const { path } of walk(root, 3)) {
    const sha256 = blobAt(path);
    const found = sha256 ? await stat(path).catch(() => null) : null; // swept by another process meanwhile
    if (sha256 && found) yield { sha256, bytes: found.size, storedAt: found.mtime };
  }
}

/** The files exactly `depth` levels down. */
async function* walk(folder: string, depth: number): AsyncGenerator<{ path: string }> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (depth > 1 && entry.isDirectory()) yield* walk(path, depth - 1);
    else if (depth === 1 && entry.isFile()) yield { path };
  }
}

/** Deletes files of a folder of drafts last touched before `olderThan`. */
export async function tidyFolder(folder: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for await (const { path } of walk(folder, 1)) {
    const found = await stat(path).catch(() => null); // settled or discarded meanwhile
    if (!found || found.mtime >= olderThan) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
