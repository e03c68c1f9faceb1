/** What administrators choose about models. The environment stands behind it: what is set here goes first. */
import { Type } from 'typebox';
import { defineSetting } from '#kernel/settings.ts';

export const PROVIDER_CHOICES = ['auto', 'openrouter', 'openai', 'embedded'] as const;
export type ProviderChoice = (typeof PROVIDER_CHOICES)[number];

const optional = <const T extends 'openrouter_api_key' | 'openai_api_key'>(key: T, alias: string) =>
  defineSetting({
    key,
    aliases: [alias],
    schema: Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()]),
    fallback: null,
    secret: true,
  });
const modelName = Type.String({ minLength: 1, maxLength: 200 });

export const textSettings = {
  provider: defineSetting({
    key: 'text_provider',
    schema: Type.Enum([...PROVIDER_CHOICES]),
    fallback: 'auto',
  }),
  openrouterKey: optional('openrouter_api_key', 'OPENROUTER_API_KEY'),
  openaiKey: optional('openai_api_key', 'OPENAI_API_KEY'),
  /** By purpose; what is absent is asked of the documented model. */
  openrouterModels: defineSetting({
    key: 'openrouter_models',
    schema: Type.Object({
      cv_analysis: Type.Optional(modelName),
      matching: Type.Optional(modelName),
      script: Type.Optional(modelName),
      caption: Type.Optional(modelName),
    }),
    fallback: {},
  }),
  openaiModel: defineSetting({ key: 'openai_model', schema: Type.Union([modelName, Type.Null()]), fallback: null }),
  /** USD; null for none. */
  monthlyBudget: defineSetting({
    key: 'text_monthly_budget_usd',
    schema: Type.Union([Type.Number({ minimum: 0, maximum: 1_000_000 }), Type.Null()]),
    fallback: null,
  }),
  /** Whether OpenRouter may pass questions to hosts that keep them. */
  mayBeKept: defineSetting({ key: 'openrouter_prompts_may_be_kept', schema: Type.Boolean(), fallback: false }),
};
