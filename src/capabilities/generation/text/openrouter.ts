/** OpenRouter on the wire: its headers, its preferences, and what its key may still spend. https://openrouter.ai/docs */
import { bearer, below, type Endpoint } from './endpoint.ts';
import { askedJson, type KeyReport } from './key-report.ts';
import { OPENROUTER_MODELS } from './models.ts';
import type { TextPurpose } from './question.ts';

export interface OpenrouterFacts {
  readonly url: string;
  readonly key: string;
  readonly purpose: TextPurpose;
  /** The administrator's model; null for the documented one. */
  readonly model: string | null;
  /** Address of this site, told to OpenRouter as the documents say. */
  readonly site: string;
  /** Whether hosts that keep what they read may be asked. */
  readonly mayBeKept: boolean;
}

export const openrouter = ({ url, key, purpose, model, site, mayBeKept }: OpenrouterFacts): Endpoint => ({
  provider: 'openrouter',
  url: below(url, 'chat/completions'),
  headers: { ...bearer(key), ...namesOf(purpose, site) },
  models: model ? [model] : OPENROUTER_MODELS[purpose],
  limitName: 'max_tokens',
  extrasOf: (_model, effort) => ({
    ...(mayBeKept ? {} : { provider: { data_collection: 'deny' } }),
    ...(effort === 'unsaid' ? {} : { reasoning: { effort, exclude: true } }),
  }),
  isFree: false,
});

/** The documents give each service headers of its own. */
const namesOf = (purpose: TextPurpose, site: string): Readonly<Record<string, string>> =>
  purpose === 'matching' ? { 'HTTP-Referer': 'https://taalentio.com', 'X-Title': 'taalentio.com - AI Matching' } : { 'HTTP-Referer': site };

export async function reportOfOpenrouterKey(url: string, key: string): Promise<KeyReport> {
  const reply = await askedJson(below(url, 'key'), bearer(key));
  if (reply.outcome !== 'answered') return { provider: 'openrouter', outcome: reply.outcome };
  const data = (reply.body as { data?: Record<string, unknown> } | undefined)?.data ?? {};
  const amount = (name: string): number | null => (typeof data[name] === 'number' ? data[name] : null);
  return {
    provider: 'openrouter',
    outcome: 'answered',
    usedUsd: amount('usage'),
    limitUsd: amount('limit'),
    remainingUsd: amount('limit_remaining'),
    isFreeTier: data['is_free_tier'] === true,
  };
}
