/** What subscribers of a project are told of its assets, as it happens. */
import type { Tx } from '#kernel/db/db.ts';
import type { Live } from '#kernel/http/live.ts';
import type { Asset } from './asset.ts';

/** Heard when the transaction commits. */
export const notify = ({ live }: { readonly live: Pick<Live, 'publish'> }, tx: Tx, asset: Asset): Promise<void> =>
  live.publish(tx, `project:${asset.projectId}`, {
    ...{ type: 'asset', asset_id: asset.id, asset_type: asset.type, scene_id: asset.sceneId, status: asset.status },
  });
