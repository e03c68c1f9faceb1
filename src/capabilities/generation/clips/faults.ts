/** What can go wrong with an order of a clip, as one kind of fault each. */
import type { Message } from '#kernel/message.ts';
import { faults } from './messages.ts';
import type { ClipOrder, ClipProviderName } from './order.ts';

export type ClipFaultKind =
  | 'bad_order' // what was asked cannot be made by anybody
  | 'bad_picture'
  | 'not_configured'
  | 'unauthorized'
  | 'refused' // for what it shows, or would show
  | 'bad_request'
  | 'rate_limited'
  | 'insufficient_credit'
  | 'unreachable'
  | 'unavailable'
  | 'timeout'
  | 'lost' // nobody knows whether it was bought, or what was bought is gone
  | 'unreadable' // something came that is no whole clip
  | 'no_ffmpeg';

export interface ClipFaultFacts {
  readonly httpStatus: number | null;
  /** A word of the provider, never a sentence. */
  readonly code: string | null;
  readonly requestId: string | null;
  /** What was bought and may still come: give it back as `purchase.before`. */
  readonly task: string | null;
  readonly retryAfterMs: number | null;
  /** Another try may go better, and costs nothing twice. */
  readonly isPassing: boolean;
  readonly mayBeCharged: boolean;
}

const NO_FACTS: ClipFaultFacts = {
  httpStatus: null,
  code: null,
  requestId: null,
  task: null,
  retryAfterMs: null,
  isPassing: false,
  mayBeCharged: false,
};

/** `wordsOfClipFault` says it to people. Neither keys nor prompts nor sentences of the provider are in its message. */
export class ClipFault extends Error {
  readonly provider: ClipProviderName;
  readonly kind: ClipFaultKind;
  readonly facts: ClipFaultFacts;
  constructor(provider: ClipProviderName, kind: ClipFaultKind, facts: Partial<ClipFaultFacts> = {}) {
    super(`${provider}: ${[kind, facts.httpStatus, facts.code].filter(Boolean).join(' ')}`);
    this.name = 'ClipFault';
    this.provider = provider;
    this.kind = kind;
    this.facts = { ...NO_FACTS, ...facts };
  }
}

export const wordsOfClipFault = ({ kind }: Pick<ClipFault, 'kind'>): Message => faults[kind];

const SHORTEST = 0.5;
const LONGEST = 600;
const SMALLEST = 16;
const LARGEST = 8192;

/** Throws `bad_order` with the name of the first field that is wrong. */
export function requireOrder({ seconds, width, height, seed }: ClipOrder, provider: ClipProviderName): void {
  const isSide = (side: number): boolean => Number.isInteger(side) && side >= SMALLEST && side <= LARGEST;
  const wrong = [
    ['seconds', seconds >= SHORTEST && seconds <= LONGEST],
    ['width', isSide(width)],
    ['height', isSide(height)],
    ['seed', Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32],
  ].find(([, isRight]) => !isRight);
  if (wrong) throw new ClipFault(provider, 'bad_order', { code: String(wrong[0]) });
}
