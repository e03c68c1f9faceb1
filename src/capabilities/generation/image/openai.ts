/**
 * OpenAI's pictures on the wire, and servers that speak the same: some answer with the picture, some with its address, whatever
 * they are asked; `response_format` is never sent, for the gpt-image models refuse it.
 * https://platform.openai.com/docs/api-reference/images
 */

import { headerOf, idOf, recordOf, textOf } from '../json.ts';
import { bearer, below } from '../text/endpoint.ts';
import { fetchPicture } from './fetch.ts';
import { ImageFault } from './image.ts';
import { type Commission, type Delivery, PLAIN_DELIVERY, type Provider } from './provider.ts';
import { call, countOf, faultTold } from './wire.ts';

const provider = 'openai';
const QUALITIES = { standard: 'medium', hd: 'high' } as const;

export const openai: Provider = {
  name: provider,
  styles: new Set(),
  isResumable: false,
  make,
  async tryKey({ url, key }, model, signal) {
    const { json } = await call({ provider, url: below(url, 'models'), headers: bearer(key), signal });
    const listed = Array.isArray(json['data']) ? json['data'].map((entry) => textOf(recordOf(entry)['id'])) : [];
    return { credits: null, isModelKnown: listed.includes(model) };
  },
};

async function make({ place, model, wish, idempotencyKey, signal }: Commission): Promise<Delivery> {
  const answer = await call({
    provider,
    url: below(place.url, 'images/generations'),
    headers: { ...bearer(place.key), 'idempotency-key': idempotencyKey },
    body: {
      model: model.name,
      prompt: wish.prompt,
      n: 1,
      size: wish.frame?.name ?? 'auto',
      ...(model.hasQuality ? { quality: QUALITIES[wish.quality] } : {}),
    },
    signal,
  });
  const { json } = answer;
  if (json['error']) throw faultTold(provider, { ...answer, status: 400 });
  const requestId = idOf(headerOf(answer, 'x-request-id'));
  const image = recordOf(Array.isArray(json['data']) ? json['data'][0] : null);
  const [inside, address] = [textOf(image['b64_json']), textOf(image['url'])];
  if (!inside && !address) throw new ImageFault(provider, 'unreadable', { requestId, mayBeCharged: true });
  const usage = recordOf(json['usage']);
  return {
    ...PLAIN_DELIVERY,
    content: inside ? Buffer.from(inside, 'base64') : await fetchPicture(provider, place.url, address ?? '', signal),
    requestId,
    revisedPrompt: textOf(image['revised_prompt']),
    tokensIn: countOf(usage['input_tokens']),
    tokensOut: countOf(usage['output_tokens']),
  };
}
