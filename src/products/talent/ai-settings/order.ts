/** The order in which providers are asked for pictures: as the page shows it, and as its buttons send it. */
import type { ImageProviderName, ImageState } from '#capabilities/generation/generation.ts';
import { failure } from '#kernel/failure.ts';
import { type Answers, textOf } from '../profile-form/profile-form.tsx';
import { providers, words } from './labels.ts';

export type Order = readonly ImageProviderName[];

/** What stands behind the embedded painter is never asked: it counts as left out. */
export function orderOf({ chain, providers }: Pick<ImageState, 'chain' | 'providers'>): {
  readonly inside: Order;
  readonly outside: Order;
} {
  const all = providers.map(({ name }) => name);
  const end = chain?.indexOf('embedded') ?? -1;
  const inside = chain === null ? all : (end < 0 ? chain : chain.slice(0, end)).filter((name) => name !== 'embedded');
  return { inside, outside: all.filter((name) => !inside.includes(name)) };
}

/** The same with the one at `index` and the next exchanged. */
export const exchanged = (order: Order, index: number): Order => [
  ...order.slice(0, index),
  ...order.slice(index, index + 2).reverse(),
  ...order.slice(index + 2),
];

export const AUTOMATIC = 'auto';
const NOBODY = 'none';

/** A button carries the whole order it leads to: pressing it twice moves nothing twice. */
export const written = (order: Order): string => order.join(' ') || NOBODY;

const isProvider = (name: string): name is ImageProviderName => Object.hasOwn(providers, name);

/** Null for the automatic order. The embedded painter is the last without being named. */
export function readOrder(answers: Answers): ImageProviderName[] | null {
  const sent = textOf(answers, 'order').trim();
  if (sent === AUTOMATIC) return null;
  const names = sent === NOBODY ? [] : sent.split(/\s+/);
  if (!names.every(isProvider) || new Set(names).size < names.length) throw failure.field('order', words.badOrder, {}, 'enum');
  return names;
}
