/** Who would be asked for a picture first, and the most it may cost. Nothing leaves. */
import type { ImageOrder, ImageProviderName } from './image.ts';
import { modelOf, priceOf } from './models.ts';
import type { Places } from './places.ts';
import { wishFor } from './wish.ts';

export interface ImageOffer {
  readonly provider: ImageProviderName | 'embedded';
  /** USD; null when nobody knows. */
  readonly mostUsd: number | null;
}

/** What is set without a key is passed over, as it is when the picture is made. */
export async function offerImage(places: Places, order: ImageOrder): Promise<ImageOffer> {
  const chain = await places.chain(order.provider);
  const first = chain.find((each) => !('missing' in each));
  if (!first || 'missing' in first) return { provider: 'embedded', mostUsd: 0 };
  const { provider, place, models } = first;
  const [name = ''] = models;
  const { quality, frame } = wishFor(order, modelOf(provider.name, name), provider.styles);
  return { provider: provider.name, mostUsd: place.isFree ? 0 : priceOf(name, quality, frame) };
}
