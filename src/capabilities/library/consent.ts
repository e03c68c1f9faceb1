/** What a person was asked, and what they answered. */
import type { PlatformName } from '#capabilities/publishing/publishing.ts';
import type { Language } from '#kernel/message.ts';
import type { Person } from './medium.ts';

/** Making a production known; the house's posts on social networks; newspapers and broadcasters. */
export const PURPOSES = ['promo', 'social', 'press'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type ConsentState = 'asked' | 'given' | 'refused';
/** A click on the page of the letter; a paper that was signed; the scan of it, on file. */
export type Evidence = 'click' | 'form' | 'document';

/** The part that the rules read. */
export interface ConsentTerms {
  readonly id: number;
  readonly personId: number;
  /** One medium; or what is made for one project; or, both null, everything with this person. */
  readonly mediumId: number | null;
  readonly origin: string | null;
  readonly purposes: readonly Purpose[];
  /** Null is every one. */
  readonly platforms: readonly PlatformName[] | null;
  readonly startsAt: Date;
  /** Not included any more; null holds until it is withdrawn. */
  readonly endsAt: Date | null;
  readonly state: ConsentState;
  readonly withdrawnAt: Date | null;
}

export interface Consent extends ConsentTerms {
  readonly person: Person;
  readonly originTitle: string;
  readonly territory: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string;
  readonly evidence: Evidence | null;
  readonly hasDocument: boolean;
  readonly textVersion: string;
  readonly language: Language;
  readonly askedBy: number | null;
  readonly askedAt: Date;
  readonly letterId: number | null;
  readonly answeredAt: Date | null;
}

/** How a consent reads today. */
export type ConsentLook = 'asked' | 'refused' | 'withdrawn' | 'expired' | 'ahead' | 'given';
export function lookOf({ state, withdrawnAt, startsAt, endsAt }: ConsentTerms, now: Date): ConsentLook {
  if (withdrawnAt) return 'withdrawn';
  if (state !== 'given') return state;
  if (endsAt && endsAt <= now) return 'expired';
  return startsAt > now ? 'ahead' : 'given';
}
