/** The files that a timeline needs, brought to this machine. */

import type { Db } from '#kernel/db/db.ts';
import { Failure } from '#kernel/failure.ts';
import type { Asset, Assets } from '../assets/assets.ts';
import type { Material, Materials, TimelineDraft } from '../timelines/timelines.ts';
import { m } from './messages.ts';

const KINDS = { image: 'picture', video: 'clip', voice: 'sound', music: 'sound' } as const;

export interface Brought {
  readonly materials: Materials;
  /** Whether anything of it was made by a machine. */
  readonly madeWithAi: boolean;
}

/** `onFile` is told of each one. Throws `Failure` invalid for what is gone. */
export async function bring(
  assets: Pick<Assets, 'findAll' | 'copyOf'>,
  db: Db,
  { tracks, config }: TimelineDraft,
  signal: AbortSignal,
  onFile: () => void,
): Promise<Brought> {
  const named = tracks.flatMap(({ clips }) => clips.map(({ assetId }) => assetId));
  const ids = [...new Set([...named, ...(config.brand ? [config.brand.assetId] : [])])];
  const found = new Map((await assets.findAll(db, ids)).map((asset) => [asset.id, asset]));
  const materials = new Map<string, Material>();
  for (const id of ids) {
    const asset = found.get(id);
    if (!asset) throw gone(id);
    materials.set(id, await materialOf(assets, db, asset, signal));
    onFile();
  }
  return { materials, madeWithAi: [...found.values()].some(({ origin }) => origin !== 'upload') };
}

/** An embedded clip is its picture with a motion. */
async function materialOf(assets: Pick<Assets, 'findAll' | 'copyOf'>, db: Db, asset: Asset, signal: AbortSignal): Promise<Material> {
  if (asset.motion) {
    const [picture] = await assets.findAll(db, [asset.motion.assetId]);
    if (!picture?.file) throw gone(asset.motion.assetId);
    return { kind: 'picture', file: await assets.copyOf(picture, signal), motion: asset.motion.motion };
  }
  if (asset.file === null) throw gone(asset.id);
  return { kind: KINDS[asset.type], file: await assets.copyOf(asset, signal), words: asset.words };
}

const gone = (asset: string): Failure =>
  new Failure('invalid', { code: 'ASSET_GONE', message: m.assetGone, params: { asset }, fields: {} });
