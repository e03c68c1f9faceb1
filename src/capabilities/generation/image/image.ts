/**
 * Pictures from a prompt: one order, one picture of exactly the size that was asked.
 *
 * Words: an *order* is what a person wants to see; a *seed* chooses among the pictures that fit: the same order with the same seed
 * is the same picture where the provider can promise it; a *provider* paints for money outside, the *embedded* painter here; a
 * *note* says what of the order was dropped or adapted. The providers of the chain are asked one after the other until one
 * delivers, and the embedded painter is always the last; only a refusal for safety is never taken to another.
 */
import type { Message } from '#kernel/message.ts';
import type { Setting, Time, Weather } from './painter/scene/scene.ts';

export const IMAGE_STYLES = ['realistic', 'artistic', 'anime', 'digital_art'] as const;
export type ImageStyle = (typeof IMAGE_STYLES)[number];

/** In the order in which they are asked when nothing else is set. */
export const IMAGE_PROVIDERS = ['blackbox', 'openai', 'stability', 'replicate'] as const;
export type ImageProviderName = (typeof IMAGE_PROVIDERS)[number];

export interface ImageOrder {
  readonly prompt: string;
  readonly style: ImageStyle;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly quality: 'standard' | 'hd';
  /** 0 to 2³² − 1. */
  readonly seed: number;
  /** What is not to be seen. */
  readonly negativePrompt?: string;
  /** Asked first and alone, then the embedded painter; the chain that is set when not given. */
  readonly provider?: ImageProviderName | 'embedded';
  /** Aborting it makes the order throw its reason; what was bought under an `orderKey` is kept for whoever makes it again. */
  readonly signal?: AbortSignal;
  /**
   * Names the order across restarts: a picture that is being made for it outside is fetched; where nobody can fetch it, the next of the
   * chain is asked. It is never bought again.
   */
  readonly orderKey?: string;
  /** The account that asked. */
  readonly by?: number;
  /** For all providers together, milliseconds; then the embedded painter paints. 120 000 when not given. */
  readonly timeoutMs?: number;
}

export interface PaintedImage {
  /** A whole PNG with the prompt, the model and the seed in its text chunks. */
  readonly png: Buffer;
  readonly provider: ImageProviderName | 'embedded';
  /** What really made it: `atelier-painter-1`, `gpt-image-2`. */
  readonly model: string;
  /** The order's own, unless a note says otherwise. */
  readonly seed: number;
  /**
   * Passes over the picture. Of a diffusion model: the steps that it was told to take; null when the provider does not say. Of the
   * embedded painter: the sheets that it really painted for this picture (sky, far and near layers, drawn things…), counted.
   */
  readonly steps: number | null;
  /**
   * How closely the prompt is followed. Of a diffusion model: the guidance that it was told; null when it takes none. Of the
   * embedded painter, 0 to 10: the share of the words that mean something which it understood (7.5: three of four).
   */
  readonly guidanceScale: number | null;
  /** The provider's number of the request or prediction. */
  readonly requestId: string | null;
  /** Null when nobody told and nobody knows. */
  readonly costUsd: number | null;
  /** What the provider made of the prompt. */
  readonly revisedPrompt: string | null;
  readonly notes: readonly ImageNote[];
  /** Who was asked before, and why the picture is not theirs. */
  readonly fellBackFrom: readonly FellBack[];
}

export interface FellBack {
  readonly provider: ImageProviderName;
  readonly why: ImageFaultKind;
}

/** Plain data, for `metadata`; `wordsOfNote` says it to people. Sizes as `1536×1024`. */
export type ImageNote =
  | { readonly code: 'seed_not_supported' | 'quality_not_supported' | 'style_as_words' | 'avoid_as_words' | 'avoid_not_supported' }
  | { readonly code: 'seed_changed'; readonly seed: number }
  | { readonly code: 'prompt_shortened'; readonly sent: number; readonly of: number }
  /** Cut from the middle, then brought to the size that was asked. */
  | { readonly code: 'cropped' | 'resized'; readonly from: string; readonly to: string }
  | { readonly code: 'model_replaced'; readonly asked: string }
  | {
      readonly code: 'understood';
      readonly places: readonly Setting[];
      readonly things: readonly string[];
      readonly people: number;
      /** Null when the seed chose it. */
      readonly time: Time | null;
      readonly weather: readonly Weather[];
      readonly words: number;
      readonly of: number;
    };

export type ImageFaultKind =
  | 'not_configured'
  | 'unauthorized'
  | 'refused' // for safety: never taken to another provider
  | 'bad_request'
  | 'unknown_model'
  | 'rate_limited'
  | 'insufficient_credit'
  | 'over_budget' // of the month, ours
  | 'lost_purchase' // asked for by a process that died: perhaps charged, never asked for again
  | 'unreachable'
  | 'unavailable'
  | 'timeout'
  | 'unreadable'; // something came that is no whole picture

/** Neither keys nor prompts nor words of the provider are in its message: only its code. */
export class ImageFault extends Error {
  readonly provider: ImageProviderName;
  readonly kind: ImageFaultKind;
  readonly facts: FaultFacts;
  constructor(provider: ImageProviderName, kind: ImageFaultKind, facts: Partial<FaultFacts> = {}) {
    super(`${provider}: ${[kind, facts.httpStatus, facts.code].filter(Boolean).join(' ')}`);
    this.name = 'ImageFault';
    this.provider = provider;
    this.kind = kind;
    this.facts = { ...NO_FACTS, ...facts };
  }
}

export interface FaultFacts {
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** Another try at the same provider may go better, and costs nothing twice. */
  readonly isPassing: boolean;
  /** The provider itself is ill: not this order, not this key. */
  readonly isDown: boolean;
  readonly mayBeCharged: boolean;
}

const NO_FACTS: FaultFacts = {
  httpStatus: null,
  code: null,
  requestId: null,
  retryAfterMs: null,
  isPassing: false,
  isDown: false,
  mayBeCharged: false,
};

/** A provider refused the order for safety: `reason` tells the person what to do. The order has failed for good. */
export class ImageRefusal extends Error {
  readonly provider: ImageProviderName;
  readonly reason: Message;
  constructor(provider: ImageProviderName, reason: Message) {
    super(`${provider} refused the picture for safety`);
    this.name = 'ImageRefusal';
    this.provider = provider;
    this.reason = reason;
  }
}
