/** What every maker is given, and what comes of it. */
import type { Asset, AssetOrder } from './asset.ts';
import type { AssetTools } from './assets.ts';
import type { Finished, Making } from './store.ts';

export interface Bench extends Pick<AssetTools, 'db' | 'clock' | 'log' | 'generation' | 'files' | 'workshop'> {
  readonly asset: Asset;
  readonly making: Making;
  /** Of its own, gone afterwards. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Whether the signal says that nobody wants it any more, and not that a process stops. */
  isUnwanted(): boolean;
}

export interface Content {
  /** Bytes, or the path of a file. */
  readonly source: Buffer | string;
  readonly extension: string;
  readonly mediaType: string;
}

export interface Product extends Omit<Finished, 'file' | 'thumbnail' | 'mediaType' | 'bytes'> {
  /** Null: nothing is stored before somebody downloads it. */
  readonly content: Content | null;
  readonly thumbnail: Buffer | null;
}

/** What a product does without, when nothing else is said. */
export const PLAIN = { width: null, height: null, seconds: null, words: [], motion: null, model: null, thumbnail: null } as const;

export type OrderOf<Type extends AssetOrder['type']> = Extract<AssetOrder, { readonly type: Type }>;

export function orderOf<Type extends AssetOrder['type']>({ asset }: Bench, type: Type): OrderOf<Type> {
  if (asset.order?.type !== type) throw new Error(`the asset ${asset.id} has no order of its type`);
  return asset.order as OrderOf<Type>;
}

export type Note = Asset['notes'][number];
/** `code` for programs; what else it says is for its words. */
export const noteOf = (code: string, provider: string, more: object = {}): Note => ({ code, ...{ provider, ...more } });

const SEEDS = 2 ** 32;
/** Far enough apart that no take of one scene is the first of another. */
const STRIDE = 1_000_003;
/** Another take is another seed. */
export const seedOf = ({ seed, take }: Pick<AssetOrder & { seed: number }, 'seed' | 'take'>): number =>
  (((seed + take * STRIDE) % SEEDS) + SEEDS) % SEEDS;
