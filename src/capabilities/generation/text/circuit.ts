/**
 * Spares people the wait for a provider that is down: after three questions in a row that found it so, it is left alone for a
 * minute, then one question tries again. Known to this process only: the others find out as fast.
 */
import type { Clock } from '#kernel/clock.ts';
import type { EmbeddedWhy, TextProviderName } from './question.ts';

const FAILURES = 3;
const REST_MS = 60_000;

export interface Circuit {
  /** Null when it may be asked, else why it is left alone. */
  restOf(provider: TextProviderName): EmbeddedWhy | null;
  isUp(provider: TextProviderName): void;
  isDown(provider: TextProviderName, why: EmbeddedWhy): void;
}

interface Health {
  readonly failures: number;
  readonly restsUntil: number;
  readonly why: EmbeddedWhy;
}

export function createCircuit(clock: Clock): Circuit {
  const healths = new Map<TextProviderName, Health>();
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
  };
}
