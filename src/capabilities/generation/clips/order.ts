/** What is ordered, and what is handed over: the words of everybody in this room. */
import type { Motion } from '#capabilities/media/media.ts';

export const CLIP_PROVIDERS = ['runway', 'embedded'] as const;
export type ClipProviderName = (typeof CLIP_PROVIDERS)[number];

export interface ClipOrder {
  /** Path of a PNG, JPEG or WebP on this machine. */
  readonly picture: string;
  /** What is to happen in it; of no use to the embedded camera. */
  readonly prompt: string;
  /** 0.5 to 600. */
  readonly seconds: number;
  /** Of the film, in pixels. */
  readonly width: number;
  readonly height: number;
  /** 0 to 2³² − 1. */
  readonly seed: number;
  /** Null: Runway when it has a key, else what is embedded. */
  readonly provider: ClipProviderName | null;
  /** Aborting it rejects with its reason, and leaves no file. What was bought stays bought: see `drop`. */
  readonly signal: AbortSignal;
  /** The account that asked, for the log of what is bought. */
  readonly by?: number;
}

/** What was bought for an order and is not there yet: kept by whoever runs the order, so that nothing is bought twice. */
export interface ClipPurchase {
  /** The task of an earlier try; null when there was none. */
  readonly before: string | null;
  /** An earlier try had begun to buy, and its task never came: nothing is bought again, the fault is `lost`. */
  readonly hadBegun?: boolean;
  /** Called as soon as the provider has accepted; awaited before anything else happens. */
  keep(task: string): Promise<void>;
}

export interface ClipMaking {
  /** Made when it is not there. */
  readonly folder: string;
  readonly purchase?: ClipPurchase;
}

/** Things to be said of a clip that is good all the same. */
export interface ClipNote {
  readonly code: 'shorter_than_asked' | 'prompt_shortened';
}

/** What the camera does: towards the interest, away from it, along the picture to it or from it, or nothing that could be seen. */
export type CameraMove = 'push_in' | 'pull_out' | 'pan' | 'tilt';

/** The picture itself, and how the camera moves over it; whoever renders needs no file. */
export interface MotionClip {
  readonly kind: 'motion';
  readonly motion: Motion;
  readonly move: CameraMove;
  /** Where the picture is most worth looking at, in fractions of it once it has the form of the film. */
  readonly interest: { readonly x: number; readonly y: number };
  readonly seconds: number;
  readonly provider: 'embedded';
  readonly model: null;
  readonly requestId: null;
  readonly costUsd: 0;
  readonly notes: readonly ClipNote[];
}

export interface FileClip {
  readonly kind: 'file';
  /** In the folder that was given, without sound. */
  readonly mp4: string;
  /** As it really is; the provider has lengths and sizes of its own. */
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly provider: 'runway';
  readonly model: string;
  readonly requestId: string;
  /** USD, by the list of prices: nobody tells on the wire. */
  readonly costUsd: number;
  readonly notes: readonly ClipNote[];
}

export type MadeClip = MotionClip | FileClip;
