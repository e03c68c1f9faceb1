/** Where a question goes, by what is set and what the environment gives; and the key of each provider, tried. */
import type { Config } from '#config';
import type { Settings } from '#kernel/settings.ts';
import type { Endpoint } from './endpoint.ts';
import type { KeyReport } from './key-report.ts';
import { isLoopback, type OpenaiFacts, openai, reportOfOpenaiKey } from './openai.ts';
import { openrouter, reportOfOpenrouterKey } from './openrouter.ts';
import type { TextProviderName, TextPurpose } from './question.ts';
import { textSettings } from './settings.ts';

export interface Choices {
  /** Null: nobody is to be asked. */
  endpointFor(purpose: TextPurpose): Promise<Endpoint | null>;
  /** Tries the key in use. */
  tryKey(provider: TextProviderName): Promise<KeyReport>;
}

export interface ChoiceTools {
  readonly settings: Settings;
  readonly config: Pick<Config, 'generation' | 'publicUrl'>;
}

export function createChoices(tools: ChoiceTools): Choices {
  const { settings, config } = tools;
  const { openrouterUrl, openrouterApiKey } = config.generation;
  const openrouterKey = async (): Promise<string | null> => (await settings.get(textSettings.openrouterKey)) ?? openrouterApiKey;
  return {
    async endpointFor(purpose) {
      const choice = await settings.get(textSettings.provider);
      if (choice === 'embedded') return null;
      const key = choice === 'openai' ? null : await openrouterKey();
      if (key !== null) return openrouterEndpoint(tools, key, purpose);
      return choice === 'openrouter' ? null : openai(await openaiFacts(tools));
    },
    async tryKey(provider) {
      if (provider === 'openrouter') {
        const key = await openrouterKey();
        return key === null ? { provider, outcome: 'missing' } : reportOfOpenrouterKey(openrouterUrl, key);
      }
      const facts = await openaiFacts(tools);
      return facts.key === null && !isLoopback(facts.url) ? { provider, outcome: 'missing' } : reportOfOpenaiKey(facts);
    },
  };
}

async function openrouterEndpoint({ settings, config }: ChoiceTools, key: string, purpose: TextPurpose): Promise<Endpoint> {
  const [models, mayBeKept] = await Promise.all([settings.get(textSettings.openrouterModels), settings.get(textSettings.mayBeKept)]);
  const model = models[purpose] ?? null;
  return openrouter({ url: config.generation.openrouterUrl, key, purpose, model, site: config.publicUrl.site, mayBeKept });
}

async function openaiFacts({ settings, config }: ChoiceTools): Promise<OpenaiFacts> {
  const { openaiUrl: url, openaiApiKey, openaiModel } = config.generation;
  const [key, model] = await Promise.all([settings.get(textSettings.openaiKey), settings.get(textSettings.openaiModel)]);
  return { url, key: key ?? openaiApiKey, model: model ?? openaiModel };
}
