/**
 * The names of models and what they cost, as of 21 November 2026. Names age: when a documented one is no longer known to the
 * provider, the next of its line is asked; administrators put any other name before all of them.
 */
import type { TextPurpose } from './question.ts';

/**
 * OpenRouter, by purpose; the documented name first. Google withdrew Gemini 2.0 Flash on 1 June 2026 and Gemini 2.5 Flash on
 * 12 November 2026; `openrouter/free` is OpenRouter's own choice among the models without a price.
 */
export const OPENROUTER_MODELS: Readonly<Record<TextPurpose, readonly string[]>> = {
  cv_analysis: ['google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite'],
  matching: ['google/gemini-2.0-flash-001:free', 'openrouter/free'],
  script: ['google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite'],
  caption: ['google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite'],
};

/** OpenAI itself; a server of one's own has names of its own. */
export const OPENAI_MODELS: readonly string[] = ['gpt-6-luna'];

/** USD for a million tokens in and out: what is reckoned when the provider does not tell the cost. */
const PRICES: Readonly<Record<string, readonly [into: number, out: number]>> = {
  'google/gemini-2.5-flash': [0.3, 2.5],
  'openrouter/free': [0, 0],
  'gpt-6-luna': [0.1, 0.5],
  'gpt-6-sol': [2, 10],
  'gpt-5.6-luna': [0.2, 1.2],
};

/** USD; null when nobody knows. */
export function priceOf(model: string, tokensIn: number, tokensOut: number): number | null {
  const price = model.endsWith(':free') ? ([0, 0] as const) : PRICES[model];
  return price ? (tokensIn * price[0] + tokensOut * price[1]) / 1_000_000 : null;
}
