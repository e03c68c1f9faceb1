/** What a film may cost and how long it may take, before there is a project to ask the pipeline about. */
import type { AssetOrder } from '../assets/assets.ts';
import type { FilmTools } from '../rooms.ts';
import { ratioOf } from './wizard-form.ts';

export interface Quote {
  /** Of the montage alone, or of everything that is still to be made. */
  readonly seconds: number;
  readonly isWhole: boolean;
  /** At most, USD; null when somebody does not tell. */
  readonly mostUsd: number | null;
  readonly providers: readonly string[];
}

/** About as long as a scene lasts. */
const SCENE_SECONDS = 6;
const SIDES = { '16:9': [1792, 1024], '9:16': [1024, 1792], '1:1': [1024, 1024], '4:5': [1024, 1280] } as const;

interface Wish {
  readonly prompt: string;
  readonly duration: string;
  readonly ratio: string;
  readonly image_style: string;
  readonly language: string;
  readonly voice: string;
  readonly music: string;
}

export async function quoteFor({ assets, renders }: Pick<FilmTools, 'assets' | 'renders'>, wish: Wish): Promise<Quote> {
  const length = Math.min(600, Math.max(5, Number(wish.duration) || 30));
  const orders = ordersOf(wish, length);
  const [seconds, ...offers] = await Promise.all([
    renders.estimateSeconds(length),
    ...orders.map(async ({ order, count }) => ({ ...(await assets.offerFor(order)), count })),
  ]);
  const costs = offers.map(({ mostUsd, count }) => (mostUsd === null ? null : mostUsd * count));
  return {
    ...{ seconds, isWhole: false },
    mostUsd: costs.some((cost) => cost === null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    providers: [...new Set(offers.map(({ provider }) => provider))],
  };
}

/** One of each kind stands for all of its kind. */
function ordersOf(wish: Wish, length: number): readonly { readonly order: AssetOrder; readonly count: number }[] {
  const scenes = Math.max(1, Math.round(length / SCENE_SECONDS));
  const [width, height] = SIDES[ratioOf(wish.ratio)];
  const common = { provider: null, take: 0 } as const;
  const language = wish.language || 'fr';
  const look = { negativePrompt: '', style: wish.image_style, width, height, quality: 'standard', seed: 1 } as const;
  const image: AssetOrder = { ...common, ...look, type: 'image', prompt: wish.prompt || 'film' };
  const spoken = { language, voiceId: wish.voice || 'thomas', text: 'x'.repeat(SCENE_SECONDS * 15), previousText: '', nextText: '' };
  const voice: AssetOrder = { ...common, ...spoken, type: 'voice', stability: null, similarityBoost: null, format: 'wav' };
  const style = wish.music === 'auto' ? '' : wish.music;
  const music: AssetOrder = { ...common, type: 'music', prompt: wish.prompt || 'film', style, tempo: null, seconds: length, seed: 1 };
  return [
    { order: image, count: scenes },
    ...(wish.voice === 'none' ? [] : [{ order: voice, count: scenes }]),
    ...(wish.music === 'none' ? [] : [{ order: music, count: 1 }]),
  ];
}
