/** What a provider fills in, and the chain uses: everything else (retries, budget, log, falling back) is the same for all. */

import type { ImageFaultKind, ImageProviderName, ImageStyle } from './image.ts';
import type { ImageModel } from './models.ts';
import type { Purchase } from './purchases.ts';
import type { Wish } from './wish.ts';

/** Where a provider is, and the key to it. */
export interface Place {
  readonly url: string;
  /** Null: a server of this machine that wants none. */
  readonly key: string | null;
  /** A machine of one's own: costs nothing. */
  readonly isFree: boolean;
}

export interface Commission {
  readonly place: Place;
  readonly model: ImageModel;
  readonly wish: Wish;
  /** One for all tries of an order. */
  readonly idempotencyKey: string;
  /** The end of the time for this provider, or of the interest. */
  readonly signal: AbortSignal;
  /** Of whoever ordered. */
  readonly interest: AbortSignal | undefined;
  /** How long this provider has in all. */
  readonly patienceMs: number;
  /** For providers that work on after they have answered. */
  readonly purchase: Purchase;
}

export interface Delivery {
  /** Of a picture, in whatever form. */
  readonly content: Buffer;
  readonly requestId: string | null;
  /** When it is another than was asked. */
  readonly servedModel: string | null;
  readonly revisedPrompt: string | null;
  readonly seed: number | null;
  readonly steps: number | null;
  readonly guidanceScale: number | null;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
}

export const PLAIN_DELIVERY = {
  requestId: null,
  servedModel: null,
  revisedPrompt: null,
  seed: null,
  steps: null,
  guidanceScale: null,
  tokensIn: null,
  tokensOut: null,
} as const;

/** What a provider says about a key when it is tried: no picture is made, so nothing is charged. */
export type ImageKeyReport =
  | {
      readonly provider: ImageProviderName;
      readonly outcome: 'answered';
      /** In the provider's own unit; null when it does not say. */
      readonly credits: number | null;
      /** The one that would be asked, and whether it is known there; null when the provider does not say. */
      readonly model: string;
      readonly isModelKnown: boolean | null;
    }
  | { readonly provider: ImageProviderName; readonly outcome: ImageFaultKind | 'missing' };

export interface Provider {
  readonly name: ImageProviderName;
  /** Styles that have a parameter. */
  readonly styles: ReadonlySet<ImageStyle>;
  /** A picture under way is found again by its purchase. */
  readonly isResumable: boolean;
  /** Throws `ImageFault`. */
  make(commission: Commission): Promise<Delivery>;
  /** Throws `ImageFault`. */
  tryKey(
    place: Place,
    model: string,
    signal: AbortSignal,
  ): Promise<Pick<Extract<ImageKeyReport, { outcome: 'answered' }>, 'credits' | 'isModelKnown'>>;
}
