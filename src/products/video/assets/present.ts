/** Assets as they stand on the wire. */
import { type Language, say } from '#kernel/message.ts';
import { secondsOf, secondsOrNull } from '../lists.ts';
import type { Asset, AssetOrder } from './asset.ts';
import type { Ordered } from './ordering.ts';
import { wordsOfAssetNote } from './words.ts';

export interface Reader {
  /** Origin that links begin with. */
  readonly publicUrl: string;
  readonly language: Language;
}

export function presentAsset(asset: Asset, { publicUrl, language }: Reader) {
  const address = `${publicUrl}/api/v1/assets/${asset.id}`;
  const isThere = asset.status === 'completed';
  return {
    ...{ id: asset.id, project_id: asset.projectId, type: asset.type, status: asset.status, origin: asset.origin },
    ...{ scene_id: asset.sceneId, batch_id: asset.batchId, prompt: promptOf(asset.order), parameters: parametersOf(asset.order) },
    ...{ url: isThere ? `${address}/download` : null, thumbnail_url: asset.thumbnail ? `${address}/thumbnail` : null },
    ...{ media_type: asset.mediaType, size_bytes: asset.bytes, width: asset.width, height: asset.height, duration: asset.seconds },
    ...{ words: asset.words, provider: asset.provider, model: asset.model, cost_usd: asset.costUsd },
    notes: asset.notes.map((note) => {
      const words = wordsOfAssetNote(note);
      return { ...note, message: words ? say(words.message, language, words.params) : note.code };
    }),
    error: asset.fault && { code: asset.fault.code, message: say(asset.fault.message, language) },
    ...{ original_name: asset.originalName, created_at: secondsOf(asset.createdAt), updated_at: secondsOf(asset.updatedAt) },
    completed_at: secondsOrNull(asset.completedAt),
  };
}

const promptOf = (order: AssetOrder | null): string | null => (order ? (order.type === 'voice' ? order.text : order.prompt) : null);

/** In the words of the wire. */
function parametersOf(order: AssetOrder | null): Readonly<Record<string, unknown>> | null {
  if (!order) return null;
  const { type: _type, ...rest } = order;
  const said = Object.entries(rest).filter(([name, value]) => name !== 'prompt' && name !== 'text' && value !== null && value !== '');
  return Object.fromEntries(said.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
}

/** As the document names it while there is something to wait for. */
export const statusOfBatch = (assets: readonly Asset[]): string =>
  assets.some(({ status }) => status === 'pending' || status === 'processing')
    ? 'processing'
    : assets.every(({ status }) => status === 'completed')
      ? 'completed'
      : 'failed';

const batchOf = ({ batchId, assets }: Ordered) => ({ batch_id: batchId, status: statusOfBatch(assets) });
const itemOf = ({ id, sceneId, status }: Asset) => ({ id, scene_id: sceneId, status });

export const imagesOf = (ordered: Ordered) => ({
  ...batchOf(ordered),
  images: ordered.assets.map((asset) => ({ ...itemOf(asset), prompt: promptOf(asset.order) ?? '' })),
});
export const segmentsOf = (ordered: Ordered) => ({
  ...batchOf(ordered),
  segments: ordered.assets.map((asset) => ({
    ...itemOf(asset),
    estimated_duration: asset.seconds ?? secondsToSay(promptOf(asset.order) ?? ''),
  })),
});
export const musicOf = (ordered: Ordered) => ({
  ...batchOf(ordered),
  id: ordered.assets[0]?.id ?? '',
  music: ordered.assets.map(itemOf),
});
export const clipsOf = (ordered: Ordered) => ({
  ...batchOf(ordered),
  clips: ordered.assets.map((asset) => ({
    ...itemOf(asset),
    image_asset_id: asset.order?.type === 'video' ? asset.order.imageAssetId : '',
  })),
});

const LETTERS_PER_SECOND = 14;
/** Before anybody has spoken: by the letters, as people speak. */
const secondsToSay = (text: string): number => Math.max(0.5, Math.round((text.length / LETTERS_PER_SECOND) * 10) / 10);
