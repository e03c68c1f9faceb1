/** Files that people bring: taken from the form or from a finished upload, looked at, then kept with their row. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { FormFile } from '#kernel/http/forms.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import { shownName } from '#kernel/storage/files.ts';
import type { AssetType } from './asset.ts';
import type { AssetOwner, AssetTools } from './assets.ts';
import { type Inspected, inspect } from './inspection.ts';
import { newAssetId } from './names.ts';
import { notify } from './notice.ts';
import { own as m } from './own-messages.ts';
import { findAsset, insertOwnFile } from './store.ts';

export interface OwnMedia extends Inspected {
  readonly originalName: string;
}

export interface SentFile {
  /** In the form itself; small ones. */
  readonly file: FormFile | null;
  /** Of an upload that is finished. */
  readonly uploadId: string | null;
  /** Whose uploads they are. */
  readonly owner: string;
  readonly type: AssetType | null;
}

/** Into the folder, which must be there until it is kept. Throws a `Failure` that names the field. */
export async function receiveOwnMedia(
  { db, uploads }: { readonly db: Db; readonly uploads: Pick<Uploads, 'copyTo'> },
  { file, uploadId, owner, type }: SentFile,
  folder: string,
  signal: AbortSignal,
): Promise<OwnMedia> {
  const path = join(folder, 'sent');
  if (!file && !uploadId) throw failure.field('file', m.missing, {}, 'required');
  if (file) await writeFile(path, file.content);
  const uploaded = file ? null : await uploads.copyTo(db, uploadId ?? '', owner, path);
  if (!file && !uploaded) throw failure.field('upload_id', m.uploadLost, {}, 'missing');
  const originalName = shownName(file?.originalName ?? uploaded?.originalName ?? '');
  return { ...(await inspect({ path, folder, signal, type })), originalName };
}

/** Answers its id. */
export async function keepOwnMedia(
  tools: Pick<AssetTools, 'files' | 'clock' | 'live'>,
  tx: Tx,
  { accountId, projectId }: AssetOwner,
  own: OwnMedia,
  sceneId: number | null,
): Promise<string> {
  const { type, content, thumbnail, width, height, seconds, originalName } = own;
  const { source, extension, mediaType } = content;
  const folder = 'films';
  const stored = await tools.files.save(tx, {
    ...{ folder, extension, mediaType, content: typeof source === 'string' ? createReadStream(source) : source },
    ...(originalName ? { originalName } : {}),
  });
  const small = thumbnail && (await tools.files.save(tx, { folder, extension: 'jpg', mediaType: 'image/jpeg', content: thumbnail }));
  const id = newAssetId(type);
  const file = { file: stored.name, bytes: stored.bytes, mediaType, thumbnail: small?.name ?? null };
  await insertOwnFile(tx, { ...file, id, projectId, accountId, type, sceneId, width, height, seconds, originalName }, tools.clock.now());
  const kept = await findAsset(tx, id);
  if (kept) await notify(tools, tx, kept);
  return id;
}
