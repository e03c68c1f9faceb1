/** Who would make an order now, and the most it may cost: what the rooms of the providers know, nothing invented. */
import { type Generation, imageProviderNamed } from '#capabilities/generation/generation.ts';
import type { AssetOrder } from './asset.ts';

export interface AssetOffer {
  readonly provider: string;
  /** USD; null: nobody knows. */
  readonly mostUsd: number | null;
}

export async function offerFor(generation: Generation, order: AssetOrder): Promise<AssetOffer> {
  if (order.type === 'image') {
    const { prompt, width, height, quality, seed } = order;
    const provider = order.provider === null ? null : (imageProviderNamed(order.provider) ?? 'embedded');
    return generation.offerImage({ prompt, width, height, quality, seed, style: 'realistic', ...(provider ? { provider } : {}) });
  }
  if (order.type === 'voice') {
    const { text, language, voiceId: voice, provider } = order;
    const asked = { text, language, voice };
    const isNamed = provider === 'elevenlabs' || provider === 'embedded';
    return generation.voices.offer(isNamed ? { ...asked, provider } : asked);
  }
  if (order.type === 'music') {
    const able = generation.music.providers();
    const provider = able.find((name) => order.provider === null || name === order.provider) ?? 'embedded';
    return { provider, mostUsd: provider === 'embedded' ? 0 : null };
  }
  const { provider, usdPerSecond } = generation.clips.offer(order.provider);
  return { provider, mostUsd: usdPerSecond === null ? null : usdPerSecond * Math.ceil(order.seconds) };
}
