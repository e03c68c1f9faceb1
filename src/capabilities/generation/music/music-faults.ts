/** What can go wrong with an order of music, as one kind of fault each. */
import type { MusicOrder, MusicProviderName } from './order.ts';

export type MusicFaultKind =
  | 'bad_order' // what was asked cannot be made by anybody
  | 'not_configured'
  | 'unauthorized'
  | 'refused' // for what it would contain
  | 'bad_request'
  | 'rate_limited'
  | 'insufficient_credit'
  | 'unreachable'
  | 'unavailable'
  | 'timeout'
  | 'unreadable'; // something came that is no whole piece of music

export interface MusicFaultFacts {
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  /** What was bought and may still come: give it back as `purchase.before`. */
  readonly task: string | null;
  readonly retryAfterMs: number | null;
  /** Another try may go better, and costs nothing twice. */
  readonly isPassing: boolean;
  readonly mayBeCharged: boolean;
}

const NO_FACTS: MusicFaultFacts = {
  httpStatus: null,
  code: null,
  requestId: null,
  task: null,
  retryAfterMs: null,
  isPassing: false,
  mayBeCharged: false,
};

/** Neither keys nor prompts nor words of the provider are in its message: only its code. */
export class MusicFault extends Error {
  readonly provider: MusicProviderName;
  readonly kind: MusicFaultKind;
  readonly facts: MusicFaultFacts;
  constructor(provider: MusicProviderName, kind: MusicFaultKind, facts: Partial<MusicFaultFacts> = {}) {
    super(`${provider}: ${[kind, facts.httpStatus, facts.code].filter(Boolean).join(' ')}`);
    this.name = 'MusicFault';
    this.provider = provider;
    this.kind = kind;
    this.facts = { ...NO_FACTS, ...facts };
  }
}

const SHORTEST = 3;
const LONGEST = 900;
const SLOWEST = 40;
const FASTEST = 220;

/** The order, when it can be made; throws otherwise. */
export function ordered(order: MusicOrder, provider: MusicProviderName): MusicOrder {
  const { seconds, seed, tempo } = order;
  const refuse = (code: string): never => {
    throw new MusicFault(provider, 'bad_order', { code });
  };
  if (!(seconds >= SHORTEST && seconds <= LONGEST)) refuse('seconds');
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) refuse('seed');
  if (typeof tempo === 'number' && !(tempo >= SLOWEST && tempo <= FASTEST)) refuse('tempo');
  return order;
}
