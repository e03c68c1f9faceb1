/** Where a question goes and what the place is called: what the two providers fill in, and the client sends to. */
import type { TextProviderName } from './question.ts';

/**
 * Thinking is charged, slow, and spends the limit meant for the answer: none is asked for. Models that cannot do without are asked
 * for little; `unsaid` is for those that do not know the word.
 */
export type Thinking = 'none' | 'low' | 'unsaid';

export interface Endpoint {
  readonly provider: TextProviderName;
  /** Of the chat completions. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked in this order, the next one only when the one before is not known there. */
  readonly models: readonly string[];
  /** The name that the limit of tokens has there. */
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
  /** What only this provider reads: its preferences, and how much a model is to think before it answers. */
  extrasOf(model: string, thinking: Thinking): Readonly<Record<string, unknown>>;
  /** A machine of one's own: costs nothing. */
  readonly isFree: boolean;
}

export const bearer = (key: string | null): Readonly<Record<string, string>> => (key ? { authorization: `Bearer ${key}` } : {});

/** `https://host/v1/` and `https://host/v1` mean the same. */
export const below = (base: string, path: string): string => `${base.replace(/\/+$/, '')}/${path}`;
