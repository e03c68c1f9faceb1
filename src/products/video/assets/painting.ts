/** A picture that was ordered: painted by whom the order names or whoever is asked here, with its small copy. */
import { IMAGE_STYLES, type ImageStyle, imageProviderNamed, type PaintedImage } from '#capabilities/generation/generation.ts';
import { photoVariant } from '#capabilities/media/media.ts';
import { digestOf } from './names.ts';
import { type Bench, type Note, noteOf, type OrderOf, orderOf, PLAIN, type Product, seedOf } from './product.ts';

export const THUMBNAIL_WIDTH = 480;

export async function paint(bench: Bench): Promise<Product> {
  const { generation, asset, signal } = bench;
  const order = orderOf(bench, 'image');
  const { width, height, quality, negativePrompt } = order;
  const provider = order.provider === null ? null : (imageProviderNamed(order.provider) ?? 'embedded');
  const painted = await generation.paintImage({
    ...{
      ...lookOf(order),
      width,
      height,
      quality,
      negativePrompt,
      signal,
      seed: seedOf(order),
      by: asset.accountId,
      orderKey: orderKeyOf(asset.projectId, order),
    },
    ...(provider ? { provider } : {}),
  });
  return {
    ...{ ...PLAIN, width, height, provider: painted.provider, model: painted.model, costUsd: painted.costUsd },
    content: { source: painted.png, extension: 'png', mediaType: 'image/png' },
    thumbnail: await photoVariant(painted.png, THUMBNAIL_WIDTH, 'jpeg'),
    notes: notesOf(painted, order),
  };
}

/** Of the order, not of the asset: one that failed and is ordered anew is the same purchase. */
const orderKeyOf = (projectId: string, order: OrderOf<'image'>): string => `${projectId} ${digestOf(order)}`;

/** The document's two styles are of a provider's model that is gone: they are asked for in words. */
const MANNERS: Readonly<Record<string, string>> = { vivid: 'vivid colours, dramatic light', natural: 'natural colours, soft light' };

function lookOf({ prompt, style }: OrderOf<'image'>): { readonly prompt: string; readonly style: ImageStyle } {
  const manner = MANNERS[style];
  if (manner) return { prompt: `${prompt}, ${manner}`, style: 'realistic' };
  return { prompt, style: IMAGE_STYLES.find((known) => known === style) ?? 'realistic' };
}

function notesOf({ provider, notes, fellBackFrom }: PaintedImage, order: OrderOf<'image'>): readonly Note[] {
  const asked = fellBackFrom.map(({ provider: other, why }) =>
    why === 'lost_purchase' || why === 'not_configured' ? noteOf(why, other) : noteOf('fell_back', other, { why }),
  );
  const isUnknown = order.provider !== null && imageProviderNamed(order.provider) === null;
  return [...asked, ...(isUnknown && provider === 'embedded' ? [noteOf('not_configured', order.provider ?? '')] : []), ...notes];
}
