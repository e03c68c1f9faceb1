/** Stability AI on the wire: a form in, JSON with the picture out. Ratios, not pixels. https://platform.stability.ai/docs/api-reference (v2beta) */
import { randomUUID } from 'node:crypto';
import { headerOf, idOf, textOf } from '../json.ts';
import { bearer, below } from '../text/endpoint.ts';
import { ImageFault, type ImageStyle } from './image.ts';
import { type Commission, type Delivery, PLAIN_DELIVERY, type Provider } from './provider.ts';
import { call, countOf } from './wire.ts';

const provider = 'stability';
const PRESETS: Readonly<Partial<Record<ImageStyle, string>>> = { realistic: 'photographic', anime: 'anime', digital_art: 'digital-art' };

export const stability: Provider = {
  name: provider,
  styles: new Set(Object.keys(PRESETS) as ImageStyle[]),
  isResumable: false,
  make,
  async tryKey({ url, key }, _model, signal) {
    const { json } = await call({ provider, url: below(url, 'v1/user/balance'), headers: bearer(key), signal });
    return { credits: typeof json['credits'] === 'number' ? json['credits'] : null, isModelKnown: null };
  },
};

/** As multipart/form-data: the names and the boundary are ours, a value may be any text. */
function formOf(fields: Readonly<Record<string, string>>): { readonly type: string; readonly body: Buffer } {
  const boundary = `atelier-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'utf8') };
}

/** `sd3.5-large` and its kin share one address. */
const isSd3 = (name: string): boolean => /^sd3\./.test(name);

async function make({ place, model, wish, signal }: Commission): Promise<Delivery> {
  const { type, body } = formOf({
    prompt: wish.prompt,
    ...(wish.negativePrompt ? { negative_prompt: wish.negativePrompt } : {}),
    aspect_ratio: wish.frame?.name ?? '1:1',
    seed: String(wish.seed ?? 0),
    output_format: 'png',
    ...(isSd3(model.name) ? { model: model.name } : {}),
    ...(PRESETS[wish.style] ? { style_preset: PRESETS[wish.style] } : {}),
  });
  const url = below(place.url, `v2beta/stable-image/generate/${isSd3(model.name) ? 'sd3' : encodeURIComponent(model.name)}`);
  const answer = await call({ provider, url, headers: { ...bearer(place.key), 'content-type': type }, body, signal });
  const { json } = answer;
  const requestId = idOf(headerOf(answer, 'x-request-id'));
  // What was filtered is a blurred picture, and not charged.
  if (json['finish_reason'] === 'CONTENT_FILTERED') throw new ImageFault(provider, 'refused', { httpStatus: answer.status, requestId });
  const image = textOf(json['image']);
  if (!image) throw new ImageFault(provider, 'unreadable', { requestId, mayBeCharged: true });
  return { ...PLAIN_DELIVERY, content: Buffer.from(image, 'base64'), requestId, seed: countOf(json['seed']) ?? wish.seed };
}
