/**
 * What is bought besides words and pictures: it stands in the log of calls before it leaves, and within the budget of the month.
 * Whoever dies in between leaves a call without an outcome, whose reserve stays counted.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Settings } from '#kernel/settings.ts';
import { noteIntent, settle } from './calls.ts';
import type { FailedOutcome } from './text/outcome.ts';
import { textSettings } from './text/settings.ts';

export interface Purchase {
  readonly purpose: 'voice' | 'music' | 'clip';
  readonly provider: string;
  readonly model: string;
  /** The most it may cost, USD; null when nobody knows. */
  readonly mostUsd: number | null;
  /** The account that asked. */
  readonly by: number | null;
  readonly signal: AbortSignal;
  /** What is thrown when the budget of the month leaves no room. */
  noRoom(): Error;
}

/** What came with the goods. */
export interface Receipt {
  readonly requestId: string | null;
  /** Null when nobody told. */
  readonly costUsd: number | null;
}

export interface Books {
  /** Throws what `work` throws. */
  buy<T extends Receipt>(purchase: Purchase, work: () => Promise<T>): Promise<T>;
}

export interface BookTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
}

export function createBooks({ db, clock, log, settings }: BookTools): Books {
  return {
    async buy({ purpose, provider, model, mostUsd, by, signal, noRoom }, work) {
      const budget = await settings.get(textSettings.monthlyBudget);
      const who = { questionId: randomUUID(), tryNumber: 1, isRepair: false, purpose, provider, model } as const;
      const id = await noteIntent(db, { ...who, mostUsd, accountId: by, at: clock.now() }, budget);
      if (id === null) throw noRoom();
      const started = performance.now();
      const told = { servedModel: null, tokensIn: null, tokensOut: null };
      const latency = (): number => Math.round(performance.now() - started);
      // A log that fails costs nobody what they bought.
      const close = (settlement: Parameters<typeof settle>[2]): Promise<void> =>
        settle(db, id, settlement).catch((err: unknown) => log.error({ err }, 'a call could not be settled'));
      try {
        const goods = await work();
        const { requestId, costUsd } = goods;
        const paid = { requestId, costUsd, keepsReserve: costUsd === null };
        await close({ ...told, ...paid, outcome: 'answered', httpStatus: 200, code: null, latencyMs: latency() });
        return goods;
      } catch (error) {
        const { kind, facts } = faultIn(error);
        const { httpStatus, code, requestId, mayBeCharged } = facts;
        const outcome = signal.aborted ? 'cancelled' : (OUTCOMES[kind] ?? 'failed');
        const fate = { httpStatus, code, requestId, costUsd: null, keepsReserve: mayBeCharged };
        await close({ ...told, ...fate, outcome, latencyMs: latency() });
        throw error;
      }
    },
  };
}

const OUTCOMES: Readonly<Record<string, FailedOutcome>> = {
  unauthorized: 'unauthorized',
  refused: 'refused',
  rate_limited: 'rate_limited',
  quota_exceeded: 'quota',
  insufficient_credit: 'quota',
  unreachable: 'unreachable',
  timeout: 'timeout',
  unreadable: 'unusable',
};

interface FaultFacts {
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly mayBeCharged: boolean;
}

/** Faults of voices and music say what is known; of anything else nobody knows whether it was charged. */
function faultIn(error: unknown): { readonly kind: string; readonly facts: FaultFacts } {
  if (error instanceof Error && 'kind' in error && 'facts' in error) return { kind: String(error.kind), facts: error.facts as FaultFacts };
  return { kind: '', facts: { httpStatus: null, code: null, requestId: null, mayBeCharged: true } };
}
