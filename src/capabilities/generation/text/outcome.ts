/** What can become of one try, and what it means for whoever asked. */
import type { EmbeddedWhy } from './question.ts';

/** The words of the log of calls. */
export type Outcome =
  | 'answered'
  | 'unusable' // said something else than was asked
  | 'cut_short' // ran out of tokens
  | 'refused' // by the model, or by the provider's moderation
  | 'unreachable'
  | 'timeout'
  | 'rate_limited'
  | 'quota'
  | 'unauthorized'
  | 'unknown_model'
  | 'failed'
  | 'cancelled'; // by whoever asked

export type FailedOutcome = Exclude<Outcome, 'answered'>;

export const WHY: Readonly<Record<Exclude<FailedOutcome, 'cancelled'>, EmbeddedWhy>> = {
  unusable: 'unusable',
  cut_short: 'unusable',
  refused: 'refused',
  unreachable: 'unreachable',
  timeout: 'timeout',
  rate_limited: 'rate_limited',
  quota: 'quota',
  unauthorized: 'unauthorized',
  unknown_model: 'failed',
  failed: 'failed',
};

/** What the provider told beside its answer or its error. */
export interface Told {
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly servedModel: string | null;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly costUsd: number | null;
}

export interface Fault {
  readonly outcome: FailedOutcome;
  /** Another try may go better. */
  readonly passing: boolean;
  /** How long the provider asked to wait. */
  readonly patienceMs: number | null;
  /** The provider itself is ill: not this question, not this key. */
  readonly isDown: boolean;
  /** It may have been worked on, and charged, though no answer came. */
  readonly mayBeCharged: boolean;
  /** What a wrong request was told: read for the parameter at fault, never written down. */
  readonly complaint: string | null;
}

export type Result = (Told & { readonly outcome: 'answered'; readonly text: string }) | (Told & Fault);

export const NOTHING_TOLD: Told = {
  httpStatus: null,
  code: null,
  requestId: null,
  servedModel: null,
  tokensIn: null,
  tokensOut: null,
  costUsd: null,
};

export const fault = (outcome: FailedOutcome, more: Partial<Fault> = {}): Fault => ({
  outcome,
  passing: false,
  patienceMs: null,
  isDown: false,
  mayBeCharged: false,
  complaint: null,
  ...more,
});
