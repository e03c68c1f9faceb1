/** What administrators choose about pictures. The environment stands behind the keys: what is set here goes first. */
import { Type } from 'typebox';
import { defineSetting } from '#kernel/settings.ts';
import { IMAGE_PROVIDERS } from './image.ts';

const key = (name: string, alias: string) =>
  defineSetting({
    key: name,
    aliases: [alias],
    schema: Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()]),
    fallback: null,
    secret: true,
  });
const modelName = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

/** The key of OpenAI is the one of `textSettings`, and so is the budget of the month. */
export const imageSettings = {
  /**
   * Who is asked, in this order; null for everybody who has a key. The embedded painter is always the last, also when it is not
   * named; what stands behind it is never asked.
   */
  chain: defineSetting({
    key: 'image_provider_chain',
    schema: Type.Union([Type.Array(Type.Enum([...IMAGE_PROVIDERS, 'embedded']), { maxItems: 5, uniqueItems: true }), Type.Null()]),
    fallback: null,
  }),
  /** By provider, a name of theirs or one of the logical names (`dalle3`); what is absent is asked of our own choice. */
  models: defineSetting({
    key: 'image_models',
    schema: Type.Object({ blackbox: modelName, openai: modelName, stability: modelName, replicate: modelName }),
    fallback: {},
  }),
  blackboxKey: key('blackbox_api_key', 'BLACKBOX_API_KEY'),
  stabilityKey: key('stability_api_key', 'STABILITY_API_KEY'),
  replicateToken: key('replicate_api_token', 'REPLICATE_API_TOKEN'),
};
