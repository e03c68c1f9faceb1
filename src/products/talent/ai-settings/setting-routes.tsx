/** `/admin/settings/ai`: the page, who answers, which models; and where its keys are. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TextProviderName, textSettings } from '#capabilities/generation/generation.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { AI_MATCH_AUTO_EMAIL, AI_RERANK } from '../matching/matching.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import { type Change, change } from '../setting-changes.ts';
import { AI_SETTINGS, adminPage } from './addresses.ts';
import type { AiSettingsTools } from './ai-settings.ts';
import { CHOICE_FIELDS, MODEL_FIELDS, OPENROUTER_FIELDS, readChoices, readOneModel, readOpenrouterModels } from './fields.ts';
import { registerKeyRoutes } from './key-routes.tsx';
import { PROVIDER_NAMES, SHARED_KEYS, wordsOf } from './key-words.ts';
import type { Keyring } from './keyring.ts';
import { m } from './messages.ts';
import type { RefusedForm } from './refused-form.ts';
import { saveForm } from './saving.ts';
import { SettingsPage } from './settings-page.tsx';

const CALLS_SHOWN = 50;

export function registerSettingRoutes(door: Door, tools: AiSettingsTools): void {
  const keys = textKeys(tools);

  door.get(AI_SETTINGS, adminPage, async (request, reply) => showSettings(tools, request, reply));

  door.post(AI_SETTINGS, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => {
      const { provider, budget, mayBeKept, rerank, autoEmail } = readChoices(typed);
      return [
        change(textSettings.provider, provider),
        change(textSettings.monthlyBudget, budget),
        change(textSettings.mayBeKept, mayBeKept),
        change(AI_RERANK, rerank),
        change(AI_MATCH_AUTO_EMAIL, autoEmail),
      ];
    };
    return saveForm(tools, keys, request, reply, { form: 'choices', fields: CHOICE_FIELDS, read });
  });

  door.post(`${AI_SETTINGS}/openrouter/models`, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => [change(textSettings.openrouterModels, readOpenrouterModels(typed))];
    return saveForm(tools, keys, request, reply, { form: 'openrouter', fields: OPENROUTER_FIELDS, read });
  });

  door.post(`${AI_SETTINGS}/openai/models`, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => [change(textSettings.openaiModel, readOneModel(typed))];
    return saveForm(tools, keys, request, reply, { form: 'openai', fields: MODEL_FIELDS, read });
  });

  registerKeyRoutes(door, tools, keys);
}

const textKeys = (tools: AiSettingsTools): Keyring<TextProviderName> => ({
  address: AI_SETTINGS,
  names: PROVIDER_NAMES,
  settings: { openrouter: textSettings.openrouterKey, openai: textSettings.openaiKey },
  afterRemoval: m.afterRemoval,
  shared: SHARED_KEYS,
  keyOf: async (provider) => (await tools.generation.desk.state()).keys[provider],
  tryKey: async (provider, language) => wordsOf(await tools.generation.desk.tryKey(provider), language),
  show: (request, reply, refused) => showSettings(tools, request, reply, refused),
});

/** Shows the page, with a refused form in it. */
async function showSettings(
  { generation, pages, settings }: AiSettingsTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null = null,
): Promise<FastifyReply> {
  const asked = readPage(request.query as Record<string, unknown>, { sizeNames: [], defaultSize: CALLS_SHOWN });
  const { desk } = generation;
  const [state, figures, latest, rerank, autoEmail] = await Promise.all([
    ...([desk.state(), desk.figures(), desk.calls(asked), settings.get(AI_RERANK), settings.get(AI_MATCH_AUTO_EMAIL)] as const),
  ]);
  const shown = { ...latest, page: asked.page, pages: pageCount(latest.total, asked.size), size: asked.size };
  const body = <SettingsPage matching={{ rerank, autoEmail }} state={state} figures={figures} latest={shown} refused={refused} />;
  const status = refused ? statusOf(refused.refusal) : 200;
  return pages.send(request, reply, { title: say(m.title, request.language), body, status });
}
