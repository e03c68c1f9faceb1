/** What people read about a picture: who refused it and what to do, what was adapted. */
import type { Message, Params } from '#kernel/message.ts';
import type { ImageNote, ImageProviderName } from './image.ts';
import { advice, notes } from './messages.ts';

export const PROVIDER_NAMES: Readonly<Record<ImageProviderName, string>> = {
  blackbox: 'Blackbox AI',
  openai: 'OpenAI',
  stability: 'Stability AI',
  replicate: 'Replicate',
};

export function refusalBy(provider: ImageProviderName): Message {
  const name = PROVIDER_NAMES[provider];
  return { fr: `${name} ${advice.refused.fr}`, en: `${name} ${advice.refused.en}`, ar: `${name} ${advice.refused.ar}` };
}

export const wordsOfNote = ({ code, ...rest }: ImageNote): { readonly message: Message; readonly params: Params } => ({
  message: notes[code],
  params: Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'string' || typeof value === 'number')) as Params,
});
