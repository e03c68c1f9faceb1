/** One request becomes a batch: what is there already is found, what is missing is promised, all in one transaction. */
import type { Tx } from '#kernel/db/db.ts';
import { newId } from '../ids.ts';
import type { Asset, AssetOrder } from './asset.ts';
import type { AssetOwner, Assets } from './assets.ts';

export interface Ordered {
  readonly batchId: string;
  /** In the order of the request. */
  readonly assets: readonly Asset[];
}
export interface Item {
  readonly sceneId: number | null;
  readonly order: AssetOrder;
}

export async function orderAll(assets: Assets, tx: Tx, owner: AssetOwner, items: readonly Item[]): Promise<Ordered> {
  const batchId = newId('batch');
  const promised: Asset[] = [];
  for (const { order, sceneId } of items) promised.push(await assets.promise(tx, owner, order, { origin: 'order', sceneId, batchId }));
  await assets.keepBatch(tx, batchId, promised);
  return { batchId, assets: promised };
}
