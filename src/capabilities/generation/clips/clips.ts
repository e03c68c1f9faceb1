/**
 * A still picture becomes a moving one: a clip bought from Runway, or a camera that moves over the picture here.
 *
 * Hides the provider, its tasks and prices, and how the camera finds its way. Words: the *interest* is where a picture is most worth
 * looking at; a *move* is what the camera does to it; a *task* is what Runway was asked to make, kept before anybody waits for it, so
 * that a clip is fetched and never bought again. The embedded camera is told apart by its kind: a motion, not a file.
 */
import { mkdir } from 'node:fs/promises';
import type { Books } from '../books.ts';
import { pathOver } from './camera/camera.ts';
import { requireOrder } from './faults.ts';
import type { ClipMaking, ClipOrder, ClipProviderName, MadeClip, MotionClip } from './order.ts';
import { buyClip, dropTask, type Runway } from './runway/runway.ts';
import { RUNWAY_USD_PER_SECOND } from './runway/shape.ts';

export { ClipFault, wordsOfClipFault } from './faults.ts';
export type { ClipMaking, ClipOrder, ClipPurchase, MadeClip } from './order.ts';
export type { Runway } from './runway/runway.ts';

export interface ClipOffer {
  readonly provider: ClipProviderName;
  /** Null when nobody knows. */
  readonly usdPerSecond: number | null;
}

export interface Clips {
  /** Throws `ClipFault`, or the reason of the order's signal. Never takes another provider than the one asked. */
  makeClip(order: ClipOrder, making: ClipMaking): Promise<MadeClip>;
  /** Who would make it now: the embedded camera in place of a provider that has no key, or that nobody here knows. */
  offer(provider: string | null): ClipOffer;
  /** Tells Runway that nobody wants this task any more; false when it could not be told. For what a person cancelled. */
  drop(task: string): Promise<boolean>;
}

export interface ClipFacts {
  /** `RUNWAY_URL` and `RUNWAY_API_KEY`; null when nothing is configured. */
  readonly runway: Runway | null;
}

export function createClips({ runway }: ClipFacts, books: Books): Clips {
  const offer = (provider: string | null): ClipOffer =>
    runway && (provider === null || provider === 'runway')
      ? { provider: 'runway', usdPerSecond: RUNWAY_USD_PER_SECOND }
      : { provider: 'embedded', usdPerSecond: 0 };
  return {
    offer,
    async makeClip(order, { folder, purchase }) {
      const provider = order.provider ?? offer(null).provider;
      requireOrder(order, provider);
      order.signal.throwIfAborted();
      if (provider === 'embedded') return moving(order);
      await mkdir(folder, { recursive: true });
      return buyClip({ order, runway, folder, purchase: purchase ?? FORGETFUL, books });
    },
    drop: async (task) => (runway ? dropTask(runway, task) : false),
  };
}

const FORGETFUL = { before: null, keep: () => Promise.resolve() } as const;

async function moving(order: ClipOrder): Promise<MotionClip> {
  const path = await pathOver(order);
  order.signal.throwIfAborted();
  return { kind: 'motion', ...path, seconds: order.seconds, provider: 'embedded', model: null, requestId: null, costUsd: 0, notes: [] };
}
