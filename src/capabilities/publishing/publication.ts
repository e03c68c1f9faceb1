/** One thing to be said on one platform, as products see it. */
import type { PlatformName, PostContent, RefusalReason } from './platform.ts';

/**
 * `due` waits for its time; `leased` is in somebody's hands; `prepared` is uploaded; `armed` is about to be said; `called` was said
 * and is waited for; then an end. `unknown` may be live: a person looks and decides.
 */
export const STATES = ['due', 'leased', 'prepared', 'armed', 'called', 'confirmed', 'rejected', 'unknown', 'cancelled', 'missed'] as const;
export type PublicationState = (typeof STATES)[number];

export interface Publication {
  readonly id: number;
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly connectionId: number | null;
  readonly key: string;
  readonly state: PublicationState;
  readonly version: number;
  readonly post: PostContent;
  readonly dueAt: Date;
  readonly nextAttemptAt: Date;
  readonly calledAt: Date | null;
  readonly endedAt: Date | null;
  readonly platformPostId: string | null;
  readonly platformPostUrl: string | null;
  readonly outcome: PublicationOutcome | null;
  readonly tries: number;
  /** Bytes of a film that the platform has; null where nobody counts. */
  readonly sent: { readonly bytes: number; readonly total: number } | null;
}

export interface PublicationOutcome {
  /** `rights`: it may not be said any more (`PublicationGuard`); nothing was called. */
  readonly reason: RefusalReason | 'missed_window' | 'unknown' | 'gave_up' | 'rights';
  readonly code: string;
  readonly detail: string;
}

export interface NewPublication {
  readonly accountId: number;
  readonly platform: PlatformName;
  /** The account that posts; the one connected last when not given, looked up when it is due. */
  readonly connectionId?: number;
  /** The same key is the same publication: planning it again answers the first. */
  readonly key: string;
  readonly post: PostContent;
  readonly dueAt: Date;
  /** Later than this it is missed rather than late (7200). */
  readonly graceSeconds?: number;
  /** Said however late it is. */
  readonly catchUp?: boolean;
}

export interface PublicationChanges {
  readonly post?: PostContent;
  readonly dueAt?: Date;
  readonly connectionId?: number;
}

/** One line of the history of a publication. */
export interface Attempt {
  readonly at: Date;
  readonly phase: string;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly traceId: string | null;
  readonly detail: string | null;
}

/** Why something may not be said: `code` for programs (`RIGHTS_WITHDRAWN`), `detail` for people: who, without a sentence. */
export interface PublicationHalt {
  readonly code: string;
  readonly detail: string;
}

/** Asked before anything leaves the house, and again right before the one call; `now` is the time of the database. Null lets it pass. */
export type PublicationGuard = (publication: Publication, now: Date) => Promise<PublicationHalt | null>;
