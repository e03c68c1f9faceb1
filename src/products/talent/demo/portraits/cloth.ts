/** How cloth on a head is lit and folded. */
import { brushLine, type Context, type Sitter, wash } from './brush.ts';
import { alpha, mix } from './palette.ts';

type Point = readonly [number, number];

export const accentWash = (ctx: Context, { cloth, lamp }: Sitter): CanvasGradient =>
  wash(ctx, [lamp * 150, -240], [-lamp * 150, 160], mix(cloth.accent, '#fff3dd', 0.24), cloth.accent, mix(cloth.accent, '#160c1c', 0.48));

/** A fold: a soft shadow with a lit edge beside it, both thinning out at their ends. */
export function fold(ctx: Context, { cloth }: Sitter, points: readonly [Point, Point, Point, Point], width: number): void {
  const moved = (shift: number): [Point, Point, Point, Point] =>
    points.map(([x, y]) => [x + shift, y] as const) as [Point, Point, Point, Point];
  for (const grow of [2.6, 1.5, 0.7]) brushLine(ctx, points, width * grow, alpha(mix(cloth.accent, '#160c1c', 0.6), 0.17));
  brushLine(ctx, moved(-width * 1.1), width * 0.9, alpha(mix(cloth.accent, '#fff6e6', 0.45), 0.4));
}
