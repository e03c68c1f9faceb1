/** What the painters share: the sheet, the sitter as they see them, and soft light. Coordinates are centred on the face. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Skin } from './palette.ts';
import type { PortraitTraits } from './traits.ts';

export type Context = SKRSContext2D;

export interface Sitter {
  readonly traits: PortraitTraits;
  readonly skin: Skin;
  readonly random: () => number;
  /** Half width of the face at the cheekbones, jaw and chin; height of the chin below the centre. */
  readonly face: { readonly cheek: number; readonly jaw: number; readonly chin: number; readonly bottom: number };
  /** -1 lit from the left, 1 from the right. */
  readonly lamp: -1 | 1;
  /** Small departures from the average face: size and distance of the eyes, arch of the brows, length of the nose, width of the mouth. */
  readonly own: { readonly eye: number; readonly apart: number; readonly arch: number; readonly nose: number; readonly mouth: number };
  /** How far the head is turned, in pixels at the tip of the nose. */
  readonly turn: number;
  readonly hair: { readonly base: string; readonly dark: string; readonly light: string };
  readonly cloth: { readonly base: string; readonly dark: string; readonly light: string; readonly accent: string };
}

/** Runs a painter with its own state, so that nothing leaks to the next. */
export function layer(ctx: Context, paint: () => void, options: { blend?: GlobalCompositeOperation; opacity?: number } = {}): void {
  ctx.save();
  if (options.blend) ctx.globalCompositeOperation = options.blend;
  if (options.opacity !== undefined) ctx.globalAlpha = options.opacity;
  paint();
  ctx.restore();
}

/** A soft elliptic touch of light or shadow. */
export function touch(ctx: Context, x: number, y: number, width: number, height: number, color: string, strength: number): void {
  layer(ctx, () => {
    ctx.translate(x, y);
    ctx.scale(width, height);
    const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, 1);
    gradient.addColorStop(0, withAlpha(color, strength));
    gradient.addColorStop(0.5, withAlpha(color, strength * 0.5));
    gradient.addColorStop(1, withAlpha(color, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(-1, -1, 2, 2);
  });
}

const withAlpha = (color: string, opacity: number): string =>
  `${color}${Math.round(Math.max(0, Math.min(1, opacity)) * 255)
    .toString(16)
    .padStart(2, '0')}`;

/** A vertical or slanted two-colour wash. */
export function wash(
  ctx: Context,
  from: readonly [number, number],
  to: readonly [number, number],
  ...colors: readonly string[]
): CanvasGradient {
  const gradient = ctx.createLinearGradient(from[0], from[1], to[0], to[1]);
  for (const [index, color] of colors.entries()) gradient.addColorStop(index / Math.max(1, colors.length - 1), color);
  return gradient;
}

export type Point = readonly [x: number, y: number];
export type Curve = readonly [from: Point, bend: Point, otherBend: Point, to: Point];

/** Eight numbers as the four points of a Bézier curve. */
export const curve = (...n: readonly [number, number, number, number, number, number, number, number]): Curve => [
  [n[0], n[1]],
  [n[2], n[3]],
  [n[4], n[5]],
  [n[6], n[7]],
];

/** A stroke that swells and thins: the line of a brush, not of a pen. */
export function brushLine(ctx: Context, [start, c1, c2, end]: Curve, width: number, color: string): void {
  const at = (t: number): [number, number] => {
    const s = 1 - t;
    const weight = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t] as const;
    const sum = (axis: 0 | 1): number => weight[0] * start[axis] + weight[1] * c1[axis] + weight[2] * c2[axis] + weight[3] * end[axis];
    return [sum(0), sum(1)];
  };
  ctx.fillStyle = color;
  ctx.beginPath();
  const steps = 14;
  const edge = (t: number, side: number): void => {
    const [x, y] = at(t);
    const [ax, ay] = at(Math.max(0, t - 0.02));
    const [bx, by] = at(Math.min(1, t + 0.02));
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = (width / 2) * Math.sin(Math.PI * Math.min(1, Math.max(0.02, t))) ** 0.6 * side;
    ctx.lineTo(x - ((by - ay) / length) * half, y + ((bx - ax) / length) * half);
  };
  for (let i = 0; i <= steps; i++) edge(i / steps, 1);
  for (let i = steps; i >= 0; i--) edge(i / steps, -1);
  ctx.closePath();
  ctx.fill();
}
