/** What is chosen, as an administrator may see it: no secret in it. */
import type { Choices, ChoiceTools } from './choices.ts';
import { OPENROUTER_MODELS } from './models.ts';
import { isLoopback, openai } from './openai.ts';
import type { TextProviderName, TextPurpose } from './question.ts';
import { type ProviderChoice, textSettings } from './settings.ts';

export interface KeyState {
  readonly source: 'setting' | 'environment' | null;
  /** Whether the environment gives one, used or not. */
  readonly isInEnvironment: boolean;
  /** The last four characters; null without a key, or for one so short that they would tell it. */
  readonly ending: string | null;
}

export interface TextState {
  readonly choice: ProviderChoice;
  /** Who would be asked now. */
  readonly asked: TextProviderName | null;
  readonly keys: Readonly<Record<TextProviderName, KeyState>>;
  readonly addresses: Readonly<Record<TextProviderName, string>>;
  /** A server of this machine needs no key. */
  readonly isOpenaiLocal: boolean;
  readonly openrouterModels: Readonly<Partial<Record<TextPurpose, string>>>;
  readonly documentedModels: Readonly<Record<TextPurpose, readonly string[]>>;
  readonly openaiModel: string | null;
  /** What is asked of the OpenAI server while no model is set here; null when nothing is known. */
  readonly otherOpenaiModel: string | null;
  /** USD; null for none. */
  readonly monthlyBudget: number | null;
  readonly mayBeKept: boolean;
}

export async function readState({ settings, config }: ChoiceTools, choices: Choices): Promise<TextState> {
  const given = config.generation;
  const [choice, asked, openrouterKey, openaiKey, openrouterModels, openaiModel, monthlyBudget, mayBeKept] = await Promise.all([
    settings.get(textSettings.provider),
    choices.endpointFor('matching'),
    settings.get(textSettings.openrouterKey),
    settings.get(textSettings.openaiKey),
    settings.get(textSettings.openrouterModels),
    settings.get(textSettings.openaiModel),
    settings.get(textSettings.monthlyBudget),
    settings.get(textSettings.mayBeKept),
  ]);
  return {
    ...{ choice, openrouterModels, openaiModel, monthlyBudget, mayBeKept },
    asked: asked?.provider ?? null,
    keys: { openrouter: keyState(openrouterKey, given.openrouterApiKey), openai: keyState(openaiKey, given.openaiApiKey) },
    addresses: { openrouter: given.openrouterUrl, openai: given.openaiUrl },
    isOpenaiLocal: isLoopback(given.openaiUrl),
    documentedModels: OPENROUTER_MODELS,
    otherOpenaiModel: given.openaiModel ?? openai({ url: given.openaiUrl, key: 'any', model: null })?.models[0] ?? null,
  };
}

const SHORTEST_TOLD = 16;

export function keyState(set: string | null, environment: string | null): KeyState {
  const key = set ?? environment;
  const source = set !== null ? 'setting' : environment !== null ? 'environment' : null;
  return { source, isInEnvironment: environment !== null, ending: key && key.length >= SHORTEST_TOLD ? key.slice(-4) : null };
}
