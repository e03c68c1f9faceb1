/** OpenAI on the wire, and every server that speaks the same: their limits by name, and whether a key and a model are known. */
import { bearer, below, type Endpoint } from './endpoint.ts';
import { askedJson, type KeyReport } from './key-report.ts';
import { OPENAI_MODELS } from './models.ts';

export interface OpenaiFacts {
  readonly url: string;
  readonly key: string | null;
  /** The administrator's or the installation's model; null for ours. */
  readonly model: string | null;
}

/** Null while something is missing: a key (a server of this machine needs none), or the name of a model. */
export function openai({ url, key, model }: OpenaiFacts): Endpoint | null {
  const isLocal = isLoopback(url);
  const models = model ? [model] : isOpenaiItself(url) ? OPENAI_MODELS : [];
  if ((!key && !isLocal) || models.length === 0) return null;
  return {
    provider: 'openai',
    url: below(url, 'chat/completions'),
    headers: bearer(key),
    models,
    // Servers of one's own read the older name, and some take no notice of the newer one.
    limitName: isOpenaiItself(url) ? 'max_completion_tokens' : 'max_tokens',
    // These take a temperature only when they do not think; older names do not know the word.
    extrasOf: (name, effort) => (isOpenaiItself(url) && THINKS.test(name) && effort !== 'unsaid' ? { reasoning_effort: effort } : {}),
    isFree: isLocal,
  };
}

const THINKS = /^(gpt-([5-9]|\d\d)|o\d)/;

const isOpenaiItself = (url: string): boolean => new URL(url).hostname === 'api.openai.com';

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** With the key, or without one for a server of this machine. */
export async function reportOfOpenaiKey({ url, key, model }: OpenaiFacts): Promise<KeyReport> {
  const reply = await askedJson(below(url, 'models'), bearer(key));
  if (reply.outcome !== 'answered') return { provider: 'openai', outcome: reply.outcome };
  const list = (reply.body as { data?: readonly Listed[] } | undefined)?.data ?? [];
  const wanted = model ?? (isOpenaiItself(url) ? (OPENAI_MODELS[0] ?? null) : null);
  const found = list.find(({ id }) => id === wanted);
  return {
    provider: 'openai',
    outcome: 'answered',
    models: list.length,
    model: wanted,
    isModelKnown: found !== undefined,
    shutsDownOn: dayOf(found?.shutdown_date),
  };
}

interface Listed {
  readonly id?: string;
  readonly shutdown_date?: unknown;
}

/** A date in words or in seconds since 1970; null when none is announced. */
function dayOf(value: unknown): Date | null {
  const at = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
}
