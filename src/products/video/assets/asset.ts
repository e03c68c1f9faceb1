/** A picture, a clip, a voice or a piece of music of a project. */
import type { Motion } from '#capabilities/media/media.ts';

export const ASSET_TYPES = ['image', 'video', 'voice', 'music'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];
export const ASSET_STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

/**
 * What an asset is made of; the same order in the same project is the same asset. `provider` is a name of the documents (`openai`,
 * `dalle3`, `runway`, `elevenlabs`, `suno`, `embedded`); null takes what is configured. One more `take` is another of the same.
 */
export type AssetOrder =
  | {
      readonly type: 'image';
      readonly prompt: string;
      readonly negativePrompt: string;
      readonly style: string;
      readonly width: number;
      readonly height: number;
      readonly quality: 'standard' | 'hd';
      readonly seed: number;
      readonly provider: string | null;
      readonly take: number;
    }
  | {
      readonly type: 'voice';
      readonly text: string;
      readonly language: string;
      readonly voiceId: string;
      readonly previousText: string;
      readonly nextText: string;
      readonly stability: number | null;
      readonly similarityBoost: number | null;
      readonly format: 'wav' | 'mp3';
      readonly provider: string | null;
      readonly take: number;
    }
  | {
      readonly type: 'music';
      readonly prompt: string;
      readonly style: string;
      readonly tempo: 'slow' | 'medium' | 'fast' | null;
      readonly seconds: number;
      readonly seed: number;
      readonly provider: string | null;
      readonly take: number;
    }
  | {
      readonly type: 'video';
      /** The picture that is set in motion. */
      readonly imageAssetId: string;
      readonly prompt: string;
      readonly seconds: number;
      readonly width: number;
      readonly height: number;
      readonly seed: number;
      readonly provider: string | null;
      readonly take: number;
    };

export interface AssetWord {
  readonly text: string;
  /** Seconds from the start of the asset. */
  readonly from: number;
  readonly until: number;
}

/** `code` for programs, `message` for people, in the languages of the studio. */
export interface AssetFault {
  readonly code: string;
  readonly message: { readonly fr: string; readonly en: string; readonly ar: string };
}

export interface Asset {
  readonly id: string;
  readonly projectId: string;
  readonly accountId: number;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly origin: 'pipeline' | 'order' | 'upload';
  readonly sceneId: number | null;
  readonly batchId: string | null;
  /** Null for an own file. */
  readonly order: AssetOrder | null;
  /** In `kernel/storage`; null before it is made, and of a clip that is a picture with a camera path until somebody downloads it. */
  readonly file: string | null;
  readonly thumbnail: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Of voices, music and clips. */
  readonly seconds: number | null;
  /** Of a voice. */
  readonly words: readonly AssetWord[];
  /** Of an embedded clip: the picture, and how the camera moves over it. */
  readonly motion: { readonly assetId: string; readonly motion: Motion } | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly costUsd: number | null;
  readonly notes: readonly { readonly code: string }[];
  readonly fault: AssetFault | null;
  readonly originalName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly completedAt: Date | null;
}
