/** What is ordered, and what is handed over: the words of everybody in this room. */

export interface MusicOrder {
  readonly prompt: string;
  /** The name of a style, or any words. */
  readonly style?: string;
  /** Beats a minute when it is a number: kept exactly. */
  readonly tempo?: 'slow' | 'medium' | 'fast' | number;
  /** 3 to 900. */
  readonly seconds: number;
  /** 0 to 2³² − 1. */
  readonly seed: number;
  /** The account that asked, for the log of what is bought. */
  readonly by?: number;
  /** Aborting it rejects with its reason, within two seconds, and leaves no file. */
  readonly signal: AbortSignal;
  /** The end leads into the beginning; the tempo is then what makes whole bars of it. */
  readonly loop?: boolean;
}

export interface Music {
  /** In the folder that was given. */
  readonly wav: string;
  readonly seconds: number;
  /** Of bought music 0: nobody says. */
  readonly bpm: number;
  readonly style: string;
  readonly provider: string;
  readonly requestId: string | null;
  /** USD; null when nobody told and nobody knows. */
  readonly costUsd: number | null;
}

export const MUSIC_PROVIDERS = ['suno', 'elevenlabs', 'embedded'] as const;
export type MusicProviderName = (typeof MUSIC_PROVIDERS)[number];

export interface MusicPlace {
  readonly url: string;
  readonly key: string;
}

/** What was bought for an order and is not there yet: kept by whoever runs the order, so that nothing is bought twice. */
export interface MusicPurchase {
  /** The task of an earlier try; null when there was none. */
  readonly before: string | null;
  /** Called as soon as the provider has accepted; awaited before anything else happens. */
  keep(task: string): Promise<void>;
}
