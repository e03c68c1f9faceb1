/** The tables of assets and of the batches they were ordered in. */
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Asset, AssetFault, AssetOrder, AssetStatus, AssetType } from './asset.ts';

const ASSET = sql`
  a.id, a.project_id as "projectId", a.account_id::float8 as "accountId", a.type, a.status, a.origin, a.scene_id as "sceneId",
  a.batch_id as "batchId", nullif(a.request, 'null'::jsonb) as "order", a.file, a.thumbnail, a.media_type as "mediaType", a.bytes::float8 as bytes,
  a.width, a.height, a.seconds, coalesce(a.words, '[]') as words, a.motion, a.provider, a.model, a.cost_usd as "costUsd", a.notes, a.fault,
  a.original_name as "originalName", a.created_at as "createdAt", a.updated_at as "updatedAt", a.completed_at as "completedAt"`;
/** Of assets that stand for their order: what has failed is ordered anew. */
const STANDING = sql`status not in ('failed', 'cancelled')`;

export interface NewAsset {
  readonly id: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly type: AssetType;
  readonly origin: Asset['origin'];
  readonly sceneId: number | null;
  readonly batchId: string | null;
  readonly order: AssetOrder;
  readonly digest: string;
}

/**
 * False when the same order stands already. What was being bought for it when an earlier try failed or was cancelled is still so: it is
 * looked for, and not bought again.
 */
export async function insertAsset(tx: Tx, asset: NewAsset, now: Date): Promise<boolean> {
  const { id, projectId, accountId, type, origin, sceneId, batchId, order, digest } = asset;
  const { rows } = await sql`
    with before as (
      select buying_from, buying_since, buying_task from video.assets
      where project_id = ${projectId} and digest = ${digest} and status in ('failed', 'cancelled')
      order by created_at desc, id limit 1
    )
    insert into video.assets (id, project_id, account_id, type, origin, scene_id, batch_id, request, digest, created_at, updated_at,
      buying_from, buying_since, buying_task)
    select ${id}, ${projectId}::uuid, ${accountId}::bigint, ${type}, ${origin}, ${sceneId}::int, ${batchId}::text,
      ${JSON.stringify(order)}::jsonb, ${digest}, ${now}::timestamptz, ${now}::timestamptz,
      before.buying_from, before.buying_since, before.buying_task
    from (select 1) as one left join before on true
    on conflict (project_id, digest) where digest is not null and ${STANDING} do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function findAsset(db: Db, id: string): Promise<Asset | null> {
  const { rows } = await sql<Asset>`select ${ASSET} from video.assets a where a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function findAssets(db: Db, ids: readonly string[]): Promise<readonly Asset[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Asset>`select ${ASSET} from video.assets a where a.id = any(${ids}::text[])`.execute(db);
  return rows;
}

/** Held until the end of the transaction; null when it is gone. */
export async function lockAsset(tx: Tx, id: string): Promise<Asset | null> {
  const { rows } = await sql`select id from video.assets where id = ${id} for update`.execute(tx);
  return rows.length > 0 ? findAsset(tx, id) : null;
}

export async function findByDigest(db: Db, projectId: string, digest: string): Promise<Asset | null> {
  const { rows } = await sql<Asset>`
    select ${ASSET} from video.assets a where a.project_id = ${projectId} and a.digest = ${digest} and ${STANDING}`.execute(db);
  return rows[0] ?? null;
}

export interface AssetFilters {
  readonly projectId?: string;
  readonly type?: AssetType;
  readonly status?: AssetStatus;
  readonly batchId?: string;
}

/** Newest first; of a batch, in its order. */
export async function listAssets(db: Db, accountId: number, filters: AssetFilters, { size, offset }: PageAsked): Promise<PageOf<Asset>> {
  const { projectId, type, status, batchId } = filters;
  const conditions: RawBuilder<unknown>[] = [sql`a.account_id = ${accountId}`];
  if (projectId) conditions.push(sql`a.project_id = ${projectId}`);
  if (type) conditions.push(sql`a.type = ${type}`);
  if (status) conditions.push(sql`a.status = ${status}`);
  const from = batchId
    ? sql`video.assets a join video.asset_batches b on b.asset_id = a.id and b.batch_id = ${batchId}`
    : sql`video.assets a`;
  const order = batchId ? sql`b.position` : sql`a.created_at desc, a.id desc`;
  const where = sql.join(conditions, sql` and `);
  const [counted, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(db),
    sql<Asset>`select ${ASSET} from ${from} where ${where} order by ${order} limit ${size} offset ${offset}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

export async function insertBatch(tx: Tx, batchId: string, assetIds: readonly string[]): Promise<void> {
  await sql`insert into video.asset_batches (batch_id, position, asset_id)
    select ${batchId}, place, id from unnest(${assetIds}::text[]) with ordinality as given (id, place)`.execute(tx);
}

/** A person wants it, too: the pipeline does not take it away any more. */
export async function adoptAsset(tx: Tx, id: string): Promise<void> {
  await sql`update video.assets set origin = 'order' where id = ${id} and origin = 'pipeline' and status in ('pending', 'processing')`.execute(
    tx,
  );
}

/** Of the making: when it began, what was bought for it, how often it was tried. */
export interface Making {
  readonly status: AssetStatus;
  readonly startedAt: Date | null;
  readonly buyingFrom: string | null;
  readonly buyingSince: Date | null;
  readonly buyingTask: string | null;
  readonly tries: number;
}

/** From pending to processing; what was begun before goes on as it was. Null when it is gone or has ended. */
export async function beginAsset(tx: Tx, id: string, now: Date): Promise<{ readonly asset: Asset; readonly making: Making } | null> {
  const { rows } = await sql<Making>`
    update video.assets set status = 'processing', started_at = coalesce(started_at, ${now}), updated_at = ${now}
    where id = ${id} and status in ('pending', 'processing')
    returning status, started_at as "startedAt", buying_from as "buyingFrom", buying_since as "buyingSince",
      buying_task as "buyingTask", tries`.execute(tx);
  const [making] = rows;
  const asset = making ? await findAsset(tx, id) : null;
  return making && asset ? { asset, making } : null;
}

export async function statusOf(db: Db, id: string): Promise<AssetStatus | null> {
  const { rows } = await sql<{ status: AssetStatus }>`select status from video.assets where id = ${id}`.execute(db);
  return rows[0]?.status ?? null;
}

/** Committed before anything leaves. False when somebody else stands there already, or nobody wants it any more. */
export async function openPurchase(db: Db, id: string, provider: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update video.assets set buying_from = ${provider}, buying_since = ${now}, buying_task = null
    where id = ${id} and status = 'processing' and buying_from is null returning id`.execute(db);
  return rows.length > 0;
}

export async function keepTask(db: Db, id: string, task: string): Promise<void> {
  await sql`update video.assets set buying_task = ${task} where id = ${id}`.execute(db);
}

/** Nothing was bought, the provider says: it may be asked again. */
export async function closePurchase(db: Db, id: string): Promise<void> {
  await sql`update video.assets set buying_from = null, buying_since = null, buying_task = null where id = ${id} and status = 'processing'`.execute(
    db,
  );
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await sql`update video.assets set tries = tries + 1 where id = ${id} and status = 'processing'`.execute(tx);
}

/** What came of it. */
export interface Finished {
  readonly file: string | null;
  readonly thumbnail: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly words: Asset['words'];
  readonly motion: Asset['motion'];
  readonly provider: string;
  readonly model: string | null;
  readonly costUsd: number | null;
  readonly notes: Asset['notes'];
}

/** Null when it is gone, or was ended by somebody else. */
export async function completeAsset(tx: Tx, id: string, made: Finished, now: Date): Promise<Asset | null> {
  const { rows } = await sql`
    update video.assets set status = 'completed', file = ${made.file}, thumbnail = ${made.thumbnail}, media_type = ${made.mediaType},
      bytes = ${made.bytes}, width = ${made.width}, height = ${made.height}, seconds = ${made.seconds},
      words = ${JSON.stringify(made.words)}::jsonb, motion = ${made.motion ? JSON.stringify(made.motion) : null}::jsonb,
      provider = ${made.provider}, model = ${made.model}, cost_usd = ${made.costUsd}, notes = ${JSON.stringify(made.notes)}::jsonb,
      fault = null, updated_at = ${now}, completed_at = ${now}
    where id = ${id} and status = 'processing' returning id`.execute(tx);
  return rows.length > 0 ? findAsset(tx, id) : null;
}

export async function failAsset(tx: Tx, id: string, fault: AssetFault, now: Date): Promise<Asset | null> {
  const { rows } = await sql`
    update video.assets set status = 'failed', fault = ${JSON.stringify(fault)}::jsonb, updated_at = ${now}, completed_at = ${now}
    where id = ${id} and status in ('pending', 'processing') returning id`.execute(tx);
  return rows.length > 0 ? findAsset(tx, id) : null;
}

export async function cancelAssets(tx: Tx, projectId: string, now: Date): Promise<readonly Asset[]> {
  const { rows } = await sql<{ id: string }>`
    update video.assets set status = 'cancelled', updated_at = ${now}, completed_at = ${now}
    where project_id = ${projectId} and origin = 'pipeline' and status in ('pending', 'processing') returning id`.execute(tx);
  return findAssets(
    tx,
    rows.map(({ id }) => id),
  );
}

export interface OwnFile extends Pick<Finished, 'thumbnail' | 'width' | 'height' | 'seconds'> {
  readonly id: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly type: AssetType;
  readonly sceneId: number | null;
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly originalName: string;
}

/** A person's own file is whole from the beginning. */
export async function insertOwnFile(tx: Tx, own: OwnFile, now: Date): Promise<void> {
  await sql`
    insert into video.assets (id, project_id, account_id, type, status, origin, scene_id, request, file, thumbnail, media_type, bytes,
      width, height, seconds, original_name, created_at, updated_at, completed_at)
    values (${own.id}, ${own.projectId}, ${own.accountId}, ${own.type}, 'completed', 'upload', ${own.sceneId}, 'null'::jsonb, ${own.file},
      ${own.thumbnail}, ${own.mediaType}, ${own.bytes}, ${own.width}, ${own.height}, ${own.seconds}, ${own.originalName},
       ${now}, ${now}, ${now})`.execute(tx);
}

/** Of a clip that was rendered for its first download. False when another was faster. */
export async function keepFile(
  tx: Tx,
  id: string,
  file: { readonly name: string; readonly bytes: number; readonly mediaType: string },
): Promise<boolean> {
  const { rows } = await sql`
    update video.assets set file = ${file.name}, bytes = ${file.bytes}, media_type = ${file.mediaType}
    where id = ${id} and file is null returning id`.execute(tx);
  return rows.length > 0;
}

/** Whether a clip is made of this picture, or is to be. */
export async function isPictureOfClip(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    select id from video.assets where type = 'video' and ${STANDING} and (motion ->> 'assetId' = ${id}
      or (status <> 'completed' and request ->> 'imageAssetId' = ${id})) limit 1`.execute(db);
  return rows.length > 0;
}

export async function deleteAsset(tx: Tx, id: string): Promise<void> {
  await sql`delete from video.assets where id = ${id}`.execute(tx);
}

/** Names of all that is stored for a project. */
export async function filesOf(tx: Tx, projectId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select unnest(array[file, thumbnail]) as name from video.assets where project_id = ${projectId}`.execute(tx);
  return rows.flatMap(({ name }) => name ?? []);
}
