/**
 * Blackbox AI on the wire: a chat whose answer is the address of a picture. It takes a prompt and nothing else; size, seed and
 * quality are ours to deal with. https://docs.blackbox.ai/api-reference/image
 */

import { headerOf, idOf, recordOf, textOf } from '../json.ts';
import { bearer, below } from '../text/endpoint.ts';
import { fetchPicture } from './fetch.ts';
import { ImageFault } from './image.ts';
import { type Commission, type Delivery, PLAIN_DELIVERY, type Provider } from './provider.ts';
import { call, countOf, faultTold, isRefusal } from './wire.ts';

const provider = 'blackbox';

export const blackbox: Provider = {
  name: provider,
  styles: new Set(),
  isResumable: false,
  make,
  async tryKey({ url, key }, model, signal) {
    const { json } = await call({ provider, url: below(url, 'models'), headers: bearer(key), signal });
    const listed = Array.isArray(json['data']) ? json['data'].map((entry) => textOf(recordOf(entry)['id'])) : null;
    return { credits: null, isModelKnown: listed ? listed.includes(model) : null };
  },
};

async function make({ place, model, wish, signal }: Commission): Promise<Delivery> {
  const answer = await call({
    provider,
    url: below(place.url, 'chat/completions'),
    headers: bearer(place.key),
    body: { model: model.name, messages: [{ role: 'user', content: wish.prompt }] },
    signal,
  });
  const { json } = answer;
  // As of chats elsewhere: what breaks after the start is told within a 200.
  if (json['error'] !== undefined) throw faultTold(provider, { ...answer, status: insideOf(json['error']) });
  const choice = recordOf(Array.isArray(json['choices']) ? json['choices'][0] : null);
  const message = recordOf(choice['message']);
  const said = textOf(message['content']) ?? '';
  const requestId = idOf(json['id']) ?? idOf(headerOf(answer, 'x-request-id'));
  const url = pictureIn(said);
  if (!url) throw new ImageFault(provider, isRefused(choice, message, said) ? 'refused' : 'unreadable', { requestId, mayBeCharged: true });
  const usage = recordOf(json['usage']);
  return {
    ...PLAIN_DELIVERY,
    content: await fetchPicture(provider, place.url, url, signal),
    requestId,
    servedModel: textOf(json['model']),
    tokensIn: countOf(usage['prompt_tokens']),
    tokensOut: countOf(usage['completion_tokens']),
  };
}

const insideOf = (error: unknown): number => {
  const code = Number(recordOf(error)['code']);
  return code >= 400 && code <= 599 ? code : 400;
};

/** Alone, in a sentence, or as Markdown. */
const pictureIn = (said: string): string | null =>
  /data:image\/[\w.+-]+;base64,[\w+/=]+/.exec(said)?.[0] ?? /https?:\/\/[^\s"'<>)\]]+/.exec(said)?.[0] ?? null;

const DECLINED = /\b(can(no|')t|can’t|unable to|not able to|won['’]t)\b.{0,60}\b(generate|create|make|produce|help|assist|fulfil)/is;

const isRefused = (choice: object, message: object, said: string): boolean =>
  recordOf(choice)['finish_reason'] === 'content_filter' ||
  textOf(recordOf(message)['refusal']) !== null ||
  isRefusal(said) ||
  DECLINED.test(said);
