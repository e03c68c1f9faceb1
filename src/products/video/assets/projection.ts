/**
 * The file of a clip that is a camera path over its picture: rendered small when somebody downloads it for the first time, then kept.
 * Films are never made of it; they show the picture itself.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { composeFilm } from '#capabilities/media/media.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { Asset } from './asset.ts';
import type { AssetTools } from './assets.ts';
import { m } from './messages.ts';
import { findAsset, keepFile } from './store.ts';

type Tools = Pick<AssetTools, 'db' | 'files' | 'workshop'>;

const LONGEST_SIDE = 960;
const FPS = 30;
const PATIENCE_MS = 120_000;

/** Those under way in this process: two downloads at once wait for one render. */
const underWay = new Map<string, Promise<string>>();

/** The name of the stored file. */
export function project(tools: Tools, asset: Asset): Promise<string> {
  const before = underWay.get(asset.id);
  if (before) return before;
  const rendering = render(tools, asset).finally(() => underWay.delete(asset.id));
  underWay.set(asset.id, rendering);
  return rendering;
}

async function render({ db, files, workshop }: Tools, { id, motion, width, height, seconds }: Asset): Promise<string> {
  const picture = motion && (await findAsset(db, motion.assetId));
  if (!motion || !picture?.file) throw failure.conflict('PICTURE_GONE', m.pictureGone);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const file = await workshop.copyOf(db, picture.file, signal);
  return workshop.inFolder(async (folder) => {
    const mp4 = join(folder, 'clip.mp4');
    const shot = {
      source: { kind: 'picture', file },
      seconds: wholeFrames(seconds ?? 5),
      motion: motion.motion,
      transitionIn: null,
    } as const;
    await composeFilm(
      {
        ...{ ...sizeOf(width ?? 1280, height ?? 720), fps: FPS, background: '#000000', shots: [shot] },
        ...{ voice: [], music: [], captions: [], captionStyle: null, output: { file: mp4, codec: 'h264', quality: 'standard' } },
      },
      { signal, cacheFolder: workshop.stretches, temporaryFolder: folder },
    );
    return inTransaction(db, async (tx) => {
      const saved = await files.save(tx, { folder: 'films', extension: 'mp4', mediaType: 'video/mp4', content: createReadStream(mp4) });
      if (await keepFile(tx, id, saved)) return saved.name;
      // Another process was faster, or it was deleted meanwhile.
      await files.remove(tx, saved.name);
      const there = await findAsset(tx, id);
      if (!there?.file) throw failure.notFound(m.notFound);
      return there.file;
    });
  });
}

const wholeFrames = (seconds: number): number => Math.max(1, Math.round(seconds * FPS)) / FPS;

/** Even sides, as encoders want them. */
function sizeOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const even = (side: number): number => Math.max(2, Math.round((side * scale) / 2) * 2);
  return { width: even(width), height: even(height) };
}
