/** Names of assets: on the wire by chance, among their like by what they are made of. */
import { createHash } from 'node:crypto';
import { type IdPrefix, newId } from '../ids.ts';
import type { AssetOrder, AssetType } from './asset.ts';

const PREFIXES: Readonly<Record<AssetType, IdPrefix>> = { image: 'img', video: 'clip', voice: 'voice', music: 'music' };
export const newAssetId = (type: AssetType): string => newId(PREFIXES[type]);

/** What an order is made of, whatever the order in which it was said. */
export const digestOf = (order: AssetOrder): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(order).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex');
