/**
 * What films are made of: pictures, clips, voices and music, each made once.
 *
 * Hides providers, jobs, files and purchases. Words: an *order* says what an asset is made of, its *digest* names it, so that the same
 * order in the same project is the same asset; a *batch* is what one request ordered; to *take again* is to order another of the same;
 * a *purchase* is what was asked of a paid provider and may have been charged: it is never made twice by the machine (decision 0031).
 */

import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Projects } from '../projects/projects.ts';
import type { VideoTools } from '../tools.ts';
import type { Workshop } from '../workshop.ts';
import type { Asset, AssetOrder, AssetType } from './asset.ts';
import { MAKE, make } from './making.ts';
import { m } from './messages.ts';
import { digestOf, newAssetId } from './names.ts';
import { notify } from './notice.ts';
import { offerFor } from './offer.ts';
import { keepOwnMedia, type OwnMedia } from './own-media.ts';
import { project } from './projection.ts';
import * as store from './store.ts';

export * from './asset.ts';
export { type OwnMedia, receiveOwnMedia, type SentFile } from './own-media.ts';

export interface AssetOwner {
  readonly accountId: number;
  readonly projectId: string;
}
export interface PromiseOptions {
  readonly origin: 'pipeline' | 'order';
  readonly sceneId: number | null;
  readonly batchId?: string;
}

/** Heard in the transaction that ends an asset (completed, failed or cancelled). Throwing undoes both. */
export type AssetFollower = (tx: Tx, asset: Asset) => Promise<void>;
/** Whether something that has not ended needs the asset. */
export type AssetHolder = (tx: Tx, asset: Asset) => Promise<boolean>;

export interface Assets {
  /** The asset that is there under this order, whole or under way, or a new one with its job. One that failed is made anew. */
  promise(tx: Tx, owner: AssetOwner, order: AssetOrder, options: PromiseOptions): Promise<Asset>;
  /** Whether `promise` would find it (completed, or under way). */
  peek(db: Db, owner: AssetOwner, order: AssetOrder): Promise<Asset | null>;
  /** 404 for somebody else's. */
  get(accountId: number, id: string, db?: Db): Promise<Asset>;
  /** Those that exist, in any order. */
  findAll(db: Db, ids: readonly string[]): Promise<readonly Asset[]>;
  list(accountId: number, filters: store.AssetFilters, page: PageAsked): Promise<PageOf<Asset>>;
  /** 409 while a run or a render needs it. */
  remove(accountId: number, id: string): Promise<void>;
  /** What is pending or under way of the project, at the pipeline's order, becomes cancelled; its jobs stop within a second. */
  cancelOf(tx: Tx, projectId: string): Promise<void>;
  follow(follower: AssetFollower): void;
  /** A whole local copy of its file. Throws for one that has none. */
  copyOf(asset: Asset, signal: AbortSignal): Promise<string>;
  /** Who would make it now, and what it may cost at most (USD; null: nobody knows). */
  offerFor(order: AssetOrder): Promise<{ readonly provider: string; readonly mostUsd: number | null }>;

  /** Asked before an asset is removed. */
  hold(holder: AssetHolder): void;
  /** Another of the same: the next take that is not there yet. 409 for an own file. */
  takeAgain(tx: Tx, accountId: number, id: string): Promise<Asset>;
  /** Names what one request ordered, in its order: also what was there already. */
  keepBatch(tx: Tx, batchId: string, assets: readonly Asset[]): Promise<void>;
  /** A person's own file, looked at by `receiveOwnMedia`. */
  keepOwn(tx: Tx, owner: AssetOwner, own: OwnMedia, sceneId: number | null): Promise<Asset>;
  /** The name of the stored file of a finished asset; a clip that is a camera path is rendered for it, once. */
  fileOf(asset: Asset): Promise<string>;
  /** With a folder of its own, gone afterwards. */
  inFolder: Workshop['inFolder'];
}

export interface AssetTools
  extends Pick<VideoTools, 'config' | 'db' | 'clock' | 'log' | 'queue' | 'files' | 'uploads' | 'generation' | 'live'> {
  readonly projects: Projects;
  readonly workshop: Workshop;
  /** How long the making of one may take in all, milliseconds. */
  readonly patience?: Readonly<Partial<Record<AssetType, number>>>;
}

export function createAssets(tools: AssetTools): Assets {
  const { db, clock, queue, workshop } = tools;
  const followers: AssetFollower[] = [];
  const holders: AssetHolder[] = [isHeldHere];
  const tell = async (tx: Tx, asset: Asset): Promise<void> => {
    for (const follower of followers) await follower(tx, asset);
    await notify(tools, tx, asset);
  };
  queue.work(MAKE, (task, context) => make({ ...tools, tell }, task, context));
  tools.projects.beforeRemoval((tx, { id }) => store.filesOf(tx, id));
  tools.projects.judgePicturesBy(async (owner, id, use) => {
    const asset = await store.findAsset(db, id);
    const isOwn = asset?.accountId === owner.accountId && (owner.projectId === null || owner.projectId === asset.projectId);
    return isOwn && asset.status === 'completed' && (asset.type === 'image' || (use === 'scene' && asset.type === 'video'));
  });
  return {
    promise: (tx, owner, order, options) => promise(tools, tx, owner, order, options),
    peek: (on, { projectId }, order) => store.findByDigest(on, projectId, digestOf(order)),
    get: async (accountId, id, on = db) => ownedBy(accountId, await store.findAsset(on, id)),
    findAll: store.findAssets,
    list: (accountId, filters, page) => store.listAssets(db, accountId, filters, page),
    remove: (accountId, id) => inTransaction(db, (tx) => remove({ ...tools, holders, tell }, tx, accountId, id)),
    async cancelOf(tx, projectId) {
      for (const asset of await store.cancelAssets(tx, projectId, clock.now())) await tell(tx, asset);
    },
    follow: (follower) => void followers.push(follower),
    hold: (holder) => void holders.push(holder),
    async copyOf({ id, file }, signal) {
      if (file === null) throw new Error(`the asset ${id} has no file`);
      return workshop.copyOf(db, file, signal);
    },
    offerFor: (order) => offerFor(tools.generation, order),
    takeAgain: (tx, accountId, id) => takeAgain(tools, tx, accountId, id),
    keepBatch: (tx, batchId, assets) =>
      store.insertBatch(
        tx,
        batchId,
        assets.map(({ id }) => id),
      ),
    async keepOwn(tx, owner, own, sceneId) {
      const id = await keepOwnMedia(tools, tx, owner, own, sceneId);
      return ownedBy(owner.accountId, await store.findAsset(tx, id));
    },
    fileOf: async (asset) => asset.file ?? project(tools, asset),
    inFolder: workshop.inFolder,
  };
}

function ownedBy(accountId: number, asset: Asset | null): Asset {
  if (asset?.accountId !== accountId) throw failure.notFound(m.notFound);
  return asset;
}

/** One that stands may fail in the moment in which it is looked at. */
const MOST_LOOKS = 5;

type PromiseTools = Pick<AssetTools, 'clock' | 'queue' | 'live'>;

async function promise(tools: PromiseTools, tx: Tx, owner: AssetOwner, order: AssetOrder, options: PromiseOptions): Promise<Asset> {
  const digest = digestOf(order);
  const { origin, sceneId, batchId = null } = options;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const id = newAssetId(order.type);
    const asset = { ...owner, id, type: order.type, origin, sceneId, batchId, order, digest };
    if (await store.insertAsset(tx, asset, tools.clock.now())) {
      await tools.queue.enqueue(tx, MAKE, { id });
      const made = ownedBy(owner.accountId, await store.findAsset(tx, id));
      await notify(tools, tx, made);
      return made;
    }
    const found = await store.findByDigest(tx, owner.projectId, digest);
    if (found && origin === 'order') await store.adoptAsset(tx, found.id);
    if (found) return found;
  }
  throw new Error('an order that stands cannot be found');
}

const MOST_TAKES = 1000;

async function takeAgain(tools: PromiseTools, tx: Tx, accountId: number, id: string): Promise<Asset> {
  const { order, projectId, sceneId } = ownedBy(accountId, await store.lockAsset(tx, id));
  if (!order) throw failure.conflict('NOT_MADE_HERE', m.notMadeHere);
  for (let take = order.take + 1; take < order.take + MOST_TAKES; take += 1) {
    const next = { ...order, take };
    if (!(await store.findByDigest(tx, projectId, digestOf(next))))
      return promise(tools, tx, { accountId, projectId }, next, { origin: 'order', sceneId });
  }
  throw failure.conflict('TOO_MANY_TAKES', m.tooManyTakes);
}

/** A run waits for what it ordered; a clip is made of its picture. */
const isHeldHere: AssetHolder = async (tx, { id, origin, status }) =>
  (origin === 'pipeline' && (status === 'pending' || status === 'processing')) || (await store.isPictureOfClip(tx, id));

interface RemovalTools extends Pick<AssetTools, 'files'> {
  readonly holders: readonly AssetHolder[];
  readonly tell: AssetFollower;
}

/** Whoever waits for one that is under way hears that it is cancelled. */
async function remove({ files, holders, tell }: RemovalTools, tx: Tx, accountId: number, id: string): Promise<void> {
  const asset = ownedBy(accountId, await store.lockAsset(tx, id));
  for (const holds of holders) if (await holds(tx, asset)) throw failure.conflict('ASSET_IN_USE', m.inUse);
  if (asset.status === 'pending' || asset.status === 'processing') await tell(tx, { ...asset, status: 'cancelled' });
  for (const name of [asset.file, asset.thumbnail]) if (name) await files.remove(tx, name);
  await store.deleteAsset(tx, id);
}
