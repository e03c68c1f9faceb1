/** `/admin/settings/ai/images`: the page, the order of asking, the model of each provider; and where its keys are. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ImageProviderName, imageSettings, textSettings } from '#capabilities/generation/generation.ts';
import { failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import { type Change, change } from '../setting-changes.ts';
import { AI_IMAGES, adminPage } from './addresses.ts';
import type { AiSettingsTools } from './ai-settings.ts';
import { MODEL_FIELDS, readOneModel } from './fields.ts';
import { SHARED_IMAGE_KEYS } from './image-cards.tsx';
import { ImagesPage } from './image-page.tsx';
import { type ImageProvider, wordsOfImageReport } from './image-words.ts';
import { type OfProvider, providerOf, registerKeyRoutes } from './key-routes.tsx';
import type { Keyring } from './keyring.ts';
import { keys as keyWords, providers } from './labels.ts';
import { m } from './messages.ts';
import { readOrder } from './order.ts';
import type { RefusedForm } from './refused-form.ts';
import { saveForm } from './saving.ts';

export function registerImageRoutes(door: Door, tools: AiSettingsTools): void {
  const keys = imageKeys(tools);

  door.get(AI_IMAGES, adminPage, async (request, reply) => showImages(tools, request, reply));

  door.post(`${AI_IMAGES}/order`, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => [change(imageSettings.chain, readOrder(typed))];
    return saveForm(tools, keys, request, reply, { form: 'order', fields: ['order'], read });
  });

  door.post<OfProvider>(`${AI_IMAGES}/:provider/model`, adminPage, async (request, reply) => {
    const provider = providerOf(keys, request);
    const read = async (typed: Answers): Promise<readonly Change[]> => {
      const model = readOneModel(typed);
      const { [provider]: _before, ...others } = await tools.settings.get(imageSettings.models);
      return [change(imageSettings.models, model === null ? others : { ...others, [provider]: model })];
    };
    return saveForm(tools, keys, request, reply, { form: `${provider}-model`, fields: MODEL_FIELDS, read });
  });

  registerKeyRoutes(door, tools, keys);
}

const imageKeys = (tools: AiSettingsTools): Keyring<ImageProviderName> => ({
  address: AI_IMAGES,
  names: providers,
  settings: {
    blackbox: imageSettings.blackboxKey,
    openai: textSettings.openaiKey,
    stability: imageSettings.stabilityKey,
    replicate: imageSettings.replicateToken,
  },
  afterRemoval: keyWords.afterRemoval,
  shared: SHARED_IMAGE_KEYS,
  keyOf: async (provider) => (await providerIn(tools, provider)).key,
  async tryKey(provider, language) {
    const [report, state] = await Promise.all([tools.generation.desk.tryImageKey(provider), providerIn(tools, provider)]);
    return wordsOfImageReport(report, state, language);
  },
  show: (request, reply, refused) => showImages(tools, request, reply, refused),
});

async function providerIn({ generation }: AiSettingsTools, name: ImageProviderName): Promise<ImageProvider> {
  const found = (await generation.desk.imageState()).providers.find((each) => each.name === name);
  if (!found) throw failure.notFound();
  return found;
}

/** Shows the page, with a refused form in it. */
async function showImages(
  { generation: { desk }, pages, settings }: AiSettingsTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null = null,
): Promise<FastifyReply> {
  const [state, models, figures, { monthlyBudget: budget, isOpenaiLocal }] = await Promise.all([
    ...([desk.imageState(), settings.get(imageSettings.models), desk.figures(), desk.state()] as const),
  ]);
  const body = <ImagesPage {...{ state, models, figures, budget, isOpenaiLocal, refused }} />;
  const status = refused ? statusOf(refused.refusal) : 200;
  return pages.send(request, reply, { title: say(m.title, request.language), body, status });
}
