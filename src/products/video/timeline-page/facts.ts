/** What the editor must know of the assets of a timeline, and of those that could be added. */
import { pagesOf } from '#capabilities/media/media.ts';
import type { Asset } from '../assets/assets.ts';
import type { FilmTools } from '../rooms.ts';
import type { Timeline } from '../timelines/timelines.ts';

export interface Facts {
  /** Those of the clips, whatever became of them. */
  readonly used: ReadonlyMap<string, Asset>;
  /** Finished ones of the project, the newest first. */
  readonly ready: readonly Asset[];
}

const DRAWER = { page: 1, size: 100, offset: 0 };

export async function factsOf(
  { assets, db }: Pick<FilmTools, 'assets' | 'db'>,
  { accountId, projectId, tracks }: Timeline,
): Promise<Facts> {
  const ids = [...new Set(tracks.flatMap(({ clips }) => clips.map(({ assetId }) => assetId)))];
  const [used, { rows }] = await Promise.all([assets.findAll(db, ids), assets.list(accountId, { projectId, status: 'completed' }, DRAWER)]);
  return { used: new Map(used.filter((asset) => asset.accountId === accountId).map((asset) => [asset.id, asset])), ready: rows };
}

const fileOf = (id: string): string => `/api/v1/assets/${id}/download`;
export const thumbnailOf = ({ id, type }: Asset): string | null =>
  type === 'image' || type === 'video' ? `/api/v1/assets/${id}/thumbnail` : null;

/** As the island takes it. */
export const assetForEditor = (asset: Asset, name: string) => ({
  ...{ id: asset.id, type: asset.type, name, seconds: asset.seconds },
  src: asset.status === 'completed' ? fileOf(asset.id) : null,
  thumbnail: asset.status === 'completed' ? thumbnailOf(asset) : null,
  still: asset.motion && { src: fileOf(asset.motion.assetId), motion: asset.motion.motion },
  pages: pagesOf(asset.words),
});
