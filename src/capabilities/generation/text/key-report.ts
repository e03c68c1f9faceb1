/** What a provider says about a key when it is tried: nothing is asked of a model, so nothing is charged. */
import { readReply } from './chat-client.ts';
import { exchange, isFault } from './http.ts';
import type { FailedOutcome } from './outcome.ts';

export type KeyReport =
  | {
      readonly provider: 'openrouter';
      readonly outcome: 'answered';
      readonly usedUsd: number | null;
      /** Null: no limit was set for this key. */
      readonly limitUsd: number | null;
      readonly remainingUsd: number | null;
      readonly isFreeTier: boolean;
    }
  | {
      readonly provider: 'openai';
      readonly outcome: 'answered';
      readonly models: number;
      /** The one that would be asked; null while none is named. */
      readonly model: string | null;
      readonly isModelKnown: boolean;
      readonly shutsDownOn: Date | null;
    }
  | { readonly provider: 'openrouter' | 'openai'; readonly outcome: FailedOutcome | 'missing' };

const PATIENCE_MS = 10_000;

type Reply = { readonly outcome: 'answered'; readonly body: unknown } | { readonly outcome: FailedOutcome };

export async function askedJson(url: string, headers: Readonly<Record<string, string>>): Promise<Reply> {
  const reply = await exchange({ url, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (isFault(reply)) return { outcome: reply.outcome };
  const isWell = reply.status === 200 && typeof reply.body === 'object' && reply.body !== null && !('error' in reply.body);
  if (isWell) return { outcome: 'answered', body: reply.body };
  // The errors of these addresses have the shape of all others.
  const { outcome } = readReply(reply, new Date());
  return { outcome: outcome === 'answered' ? 'failed' : outcome };
}
