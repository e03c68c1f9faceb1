/**
 * Spares people the wait for a provider that is down: after three questions in a row that found it so, it is left alone for a
 * minute, then one question tries again. Known to this process only: the others find out as fast.
 */
import type { Clock } from '#kernel/clock.ts';

const FAILURES = 3;
const REST_MS = 60_000;
const LONGEST_REST_MS = 600_000;

export interface Circuit<Name extends string, Why> {
  /** Null when it may be asked, else why it is left alone. */
  restOf(provider: Name): Why | null;
  isUp(provider: Name): void;
  isDown(provider: Name, why: Why): void;
  /** It asked to be left alone for this long: ten minutes of it are granted. */
  rest(provider: Name, why: Why, ms: number): void;
}

interface Health<Why> {
  readonly failures: number;
  readonly restsUntil: number;
  readonly why: Why;
}

export function createCircuit<Name extends string, Why>(clock: Clock): Circuit<Name, Why> {
  const healths = new Map<Name, Health<Why>>();
  return {
    restOf(provider) {
      const health = healths.get(provider);
      if (!health || health.failures < FAILURES) return null;
      const now = clock.now().getTime();
      if (now < health.restsUntil) return health.why;
      // Whoever comes first after the rest tries for all; the others go on without it until that is known.
      healths.set(provider, { ...health, restsUntil: now + REST_MS });
      return null;
    },
    isUp: (provider) => void healths.delete(provider),
    isDown: (provider, why) => {
      const failures = (healths.get(provider)?.failures ?? 0) + 1;
      healths.set(provider, { failures, why, restsUntil: clock.now().getTime() + REST_MS });
    },
    rest: (provider, why, ms) => {
      healths.set(provider, { failures: FAILURES, why, restsUntil: clock.now().getTime() + Math.min(ms, LONGEST_REST_MS) });
    },
  };
}
