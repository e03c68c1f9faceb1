/** Hair that follows the skull, and the line where it meets the skin. */
import { type Context, layer, type Sitter, touch, wash } from './brush.ts';
import { tracePath } from './head.ts';
import { mix } from './palette.ts';
import { coils, flow } from './texture.ts';

interface Cap {
  /** How far the hair stands above the skull. */
  readonly rise: number;
  readonly hairline: number;
  readonly texture: 'coils' | 'rows' | 'swept' | 'parted' | 'back';
  readonly fringe?: boolean;
  /** How low the sides come. */
  readonly low?: number;
}

/** Hair that follows the skull down to the temples. */
export function cap(ctx: Context, sitter: Sitter, options: Cap): void {
  const { hair, lamp, turn } = sitter;
  layer(ctx, () => {
    traceCap(ctx, sitter, options);
    ctx.fillStyle = wash(ctx, [lamp * 140, -220], [-lamp * 140, 40], mix(hair.base, hair.light, 0.35), hair.base, hair.dark);
    ctx.fill();
    ctx.clip();
    if (options.texture === 'coils') coils(ctx, sitter, { x: 0, y: -120, width: 175, height: 120 }, 520);
    else flow(ctx, sitter, options.texture);
    touch(ctx, lamp * 54 + turn, -168, 74, 40, hair.light, 0.5);
    touch(ctx, -lamp * 120, -70, 60, 110, hair.dark, 0.7);
  });
  // The roots melt into the skin instead of ending in a cut edge.
  layer(ctx, () => {
    tracePath(ctx, sitter);
    ctx.clip();
    traceCap(ctx, sitter, options);
    ctx.rect(-400, -400, 800, 800);
    ctx.clip('evenodd');
    ctx.shadowColor = hair.base;
    ctx.shadowBlur = 13;
    traceCap(ctx, sitter, options);
    ctx.fillStyle = hair.base;
    ctx.fill();
  });
}

function traceCap(ctx: Context, sitter: Sitter, { rise, hairline, fringe, low = 8 }: Cap): void {
  const { face, turn } = sitter;
  const outer = face.cheek + Math.min(rise, 16) * 0.6;
  const inner = face.cheek - 13;
  const x = turn * 0.8;
  ctx.beginPath();
  const peak = -183 - rise;
  ctx.moveTo(-inner - 8, low);
  ctx.bezierCurveTo(-outer - 2, low - 14, -outer, -50, -outer - rise * 0.3, -86);
  ctx.bezierCurveTo(-outer - rise * 0.35, -150, -outer * 0.62, peak, 0, peak);
  ctx.bezierCurveTo(outer * 0.62, peak, outer + rise * 0.35, -150, outer + rise * 0.3, -86);
  ctx.bezierCurveTo(outer, -50, outer + 2, low - 14, inner + 8, low);
  ctx.bezierCurveTo(inner + 4, -36, inner - 4, -62, inner - 14, -76);
  ctx.bezierCurveTo(inner - 26, -96, 62 + x, hairline + 14, 44 + x, hairline + 2);
  if (fringe) for (let i = 2; i >= -2; i--) ctx.quadraticCurveTo(i * 22 + 11 + x, hairline + 26, i * 22 + x - 4, hairline + 4);
  else ctx.bezierCurveTo(20 + x, hairline - 7, -20 + x, hairline - 7, -44 + x, hairline + 2);
  ctx.bezierCurveTo(-62 + x, hairline + 14, -inner + 26, -96, -inner + 14, -76);
  ctx.bezierCurveTo(-inner + 4, -62, -inner - 4, -36, -inner - 8, low);
  ctx.closePath();
}
