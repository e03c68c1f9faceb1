/**
 * Answers bought from models, each with an embedded sibling that is used when no model is configured or none answers.
 *
 * Hides providers, keys, time-outs, retries, the shape of what models say, the log of calls and what they cost. Words: a *question*
 * is one call with the schema of its answer; the *embedded* answer is computed here, by the caller's own rules, and said to be so;
 * *why* tells what made us use it.
 */
import type { Logger } from 'pino';
import type { Static, TSchema } from 'typebox';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Settings } from '#kernel/settings.ts';

export type TextProviderName = 'openrouter' | 'openai';

/** Why the embedded answer was given: nothing configured, or what went wrong with the provider. */
export type EmbeddedWhy =
  | 'not_configured'
  | 'unreachable'
  | 'timeout'
  | 'rate_limited'
  | 'quota'
  | 'refused'
  | 'unauthorized'
  | 'unusable'
  | 'failed';

export interface TextQuestion<S extends TSchema> {
  /** What it is for: `cv_analysis`, `matching`… chooses the documented model and is written in the log of calls. */
  readonly purpose: 'cv_analysis' | 'matching' | 'script';
  readonly system: string;
  /** Without names, contacts, documents: the caller redacts. */
  readonly prompt: string;
  /** What the answer must be; anything else is repaired once, then refused. */
  readonly schema: S;
  readonly maxTokens: number;
  /** In all, repairs and retries included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** The account that asked. */
  readonly by?: number;
}

export type TextAnswer<T> =
  | { readonly by: 'model'; readonly provider: TextProviderName; readonly model: string; readonly value: T }
  | { readonly by: 'embedded'; readonly why: EmbeddedWhy };

export interface Generation {
  /** Never throws for what a provider does; `embedded` says that the caller's own answer counts, and why. */
  askText<S extends TSchema>(question: TextQuestion<S>): Promise<TextAnswer<Static<S>>>;
  /** Whether a model would be asked at all. */
  hasTextModel(): Promise<boolean>;
}

export interface GenerationTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Settings;
  readonly config: Pick<Config, 'generation'>;
}

export const createGeneration = (_tools: GenerationTools): Generation => ({
  askText: async () => ({ by: 'embedded', why: 'not_configured' }),
  hasTextModel: async () => false,
});
