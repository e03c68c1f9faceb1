/** The shape of a film: hook, context, developments, contrast, call; and how many scenes its length has room for. */
import { pick, type Random } from '../../random.ts';
import type { Aspect } from '../say/kinds.ts';
import type { Tongue } from './tongue.ts';

export type Role = Aspect | 'context' | 'audience' | 'contrast' | 'call' | 'farewell' | 'own';

const SCENE_SECONDS = 6.9;
const FEW = 5;

/** 30 s have five scenes, 60 s nine, 120 s seventeen. */
export const sceneCount = (seconds: number, { rate }: Pick<Tongue, 'rate'>): number =>
  Math.max(1, Math.round(seconds <= 30 ? seconds / 6 : (seconds + 3) / (SCENE_SECONDS + (rate < 2.3 ? -0.3 : 0.15))));

const MIDDLE: readonly Aspect[] = ['what', 'now', 'who', 'how', 'example', 'benefit'];
const FIRST_TO_KEEP: readonly Aspect[] = ['what', 'how', 'example', 'benefit', 'now', 'who'];

export interface ShapeWish {
  readonly scenes: number;
  readonly hasAudience: boolean;
  /** There is no room for whole sentences in every scene. */
  readonly isTight: boolean;
  /** Scenes that the person's own sentences take. */
  readonly own: number;
  readonly random: Random;
}

export function shapeOf({ scenes, hasAudience, isTight, own, random }: ShapeWish): Role[] {
  const mine = Array.from({ length: Math.min(own, Math.max(1, scenes - 2)) }, (): Role => 'own');
  const room = scenes - mine.length;
  if (room <= 1) return (['hook', ...mine] as const).slice(0, Math.max(1, scenes));
  if (room === 2) return ['hook', ...mine, 'farewell'];
  if (room === 3) return ['hook', ...mine, 'what', isTight ? 'farewell' : 'next'];
  if (room === 4) {
    const told: Role = hasAudience ? 'audience' : pick(random, ['what', 'how', 'example', 'benefit'] as const);
    return ['hook', ...mine, told, pick(random, ['pitfall', 'contrast'] as const), 'next'];
  }
  const opening: Role[] = ['hook', ...(hasAudience ? (['audience'] as const) : []), ...(room >= 8 ? (['context'] as const) : []), ...mine];
  const pitfalls = Array.from({ length: room > 24 ? 3 : room > 13 ? 2 : 1 }, (): Role => 'pitfall');
  const closing: Role[] =
    room === FEW
      ? [pick(random, ['pitfall', 'contrast'] as const), 'next']
      : [...pitfalls, ...(room >= 9 ? (['contrast'] as const) : []), 'next', 'call'];
  return [...opening, ...middleOf(scenes - opening.length - closing.length, random), ...closing];
}

/** In the order in which one explains, and each aspect as often as there is room. */
function middleOf(count: number, random: Random): Aspect[] {
  const often = new Map<Aspect, number>();
  const order = count < 4 ? [FIRST_TO_KEEP[0] ?? 'what', ...shuffled(FIRST_TO_KEEP.slice(1, 4), random)] : FIRST_TO_KEEP;
  for (let index = 0; index < count; index += 1) {
    const aspect = order[index % order.length] ?? 'what';
    often.set(aspect, (often.get(aspect) ?? 0) + 1);
  }
  return MIDDLE.flatMap((aspect) => Array.from({ length: often.get(aspect) ?? 0 }, () => aspect));
}

export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const cards = [...all];
  for (let index = cards.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [cards[index], cards[other]] = [cards[other] as T, cards[index] as T];
  }
  return cards;
}
