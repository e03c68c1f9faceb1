/** Textures of hair: clouds of coils, combed lines, single strands. */
import { type Context, layer, type Sitter, wash } from './brush.ts';
import { alpha, mix } from './palette.ts';

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rounded mass with a soft, coiled edge. `smooth` from 0 (coiled) to 1. */
export function cloud(ctx: Context, sitter: Sitter, region: Region, smooth = 0): void {
  const { hair, random, lamp } = sitter;
  layer(ctx, () => {
    ctx.translate(region.x, region.y);
    ctx.fillStyle = wash(
      ctx,
      [lamp * region.width, -region.height],
      [-lamp * region.width, region.height],
      mix(hair.base, hair.light, 0.3),
      hair.base,
      hair.dark,
    );
    ctx.beginPath();
    ctx.ellipse(0, 0, region.width, region.height, 0, 0, Math.PI * 2);
    const bumps = Math.round((region.width + region.height) / 5);
    for (let i = 0; i < bumps * (1 - smooth); i++) {
      const angle = (i / bumps) * Math.PI * 2 + random() * 0.1;
      const radius = 9 + random() * 11;
      const [x, y] = [Math.cos(angle) * (region.width - 3), Math.sin(angle) * (region.height - 3)];
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, Math.PI * 2);
    }
    ctx.fill();
  });
  coils(ctx, sitter, { ...region, width: region.width + 6, height: region.height + 6 }, Math.round((region.width * region.height) / 40));
}

/** Small arcs that catch the lamp: the look of tightly coiled hair. */
export function coils(ctx: Context, { hair, random, lamp }: Sitter, region: Region, count: number): void {
  layer(ctx, () => {
    ctx.lineCap = 'round';
    for (let i = 0; i < count; i++) {
      const angle = random() * Math.PI * 2;
      const away = Math.sqrt(random());
      const [dx, dy] = [Math.cos(angle) * away, Math.sin(angle) * away];
      const lit = dx * lamp * 0.7 - dy * 0.7;
      ctx.strokeStyle = lit > random() - 0.3 ? alpha(hair.light, 0.2 + Math.max(0, lit) * 0.35) : alpha(hair.dark, 0.45);
      ctx.lineWidth = 1.4 + random() * 1.8;
      const start = random() * Math.PI * 2;
      ctx.beginPath();
      ctx.arc(region.x + dx * region.width, region.y + dy * region.height, 3 + random() * 6, start, start + 2.2 + random() * 2);
      ctx.stroke();
    }
  });
}

/** Combed lines over the skull: rows (braided), swept to one side, parted in the middle, or drawn back. */
export function flow(ctx: Context, sitter: Sitter, kind: 'rows' | 'swept' | 'parted' | 'back'): void {
  const { hair, random, lamp, turn } = sitter;
  if (kind === 'rows') {
    rows(ctx, sitter);
    return;
  }
  ctx.lineCap = 'round';
  for (let i = 0; i < 70; i++) {
    const share = i / 69 - 0.5;
    const lit = share * lamp > -0.1;
    ctx.strokeStyle = alpha(lit ? hair.light : hair.dark, 0.14 + random() * 0.3);
    ctx.lineWidth = 1.2 + random() * 2.6;
    ctx.beginPath();
    if (kind === 'swept') {
      ctx.moveTo(-lamp * 70 + share * 60, -190 + Math.abs(share) * 40);
      ctx.bezierCurveTo(share * 120, -230, lamp * 90 + share * 60, -190, lamp * (120 + share * 30), -60 - share * 120);
    } else if (kind === 'parted') {
      const side = share < 0 ? -1 : 1;
      ctx.moveTo(turn, -206 + random() * 84);
      ctx.bezierCurveTo(side * 50, -180 + random() * 40, side * 104, -130, side * (112 + random() * 22), 80);
    } else {
      ctx.moveTo(share * 230 + turn * 0.5, -76 - (1 - Math.abs(share) * 2) * 54);
      ctx.quadraticCurveTo(share * 190, -160, share * 50 + turn, -206);
    }
    ctx.stroke();
  }
}

function rows(ctx: Context, { hair, skin, turn, lamp }: Sitter): void {
  ctx.lineCap = 'round';
  for (let i = -6; i <= 6; i++) {
    const [x, top] = [i * 20 + turn * 0.6, -212 + Math.abs(i) * 4];
    const trace = (): void => {
      ctx.beginPath();
      ctx.moveTo(x * 1.08, -104 + Math.abs(i) ** 2 * 1.4);
      ctx.quadraticCurveTo(x * 1.02, -165, x * 0.62, top);
    };
    trace();
    ctx.strokeStyle = alpha(mix(skin.shade, hair.base, 0.25), 0.9);
    ctx.lineWidth = 3.5;
    ctx.translate(10, 0);
    trace();
    ctx.stroke();
    ctx.translate(-10, 0);
    trace();
    ctx.setLineDash([6, 5]);
    ctx.strokeStyle = alpha(mix(hair.light, '#a58a80', 0.3), i * lamp > -2 ? 0.8 : 0.45);
    ctx.lineWidth = 7;
    ctx.lineCap = 'butt';
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineCap = 'round';
  }
}

export interface Strand {
  readonly from: readonly [number, number];
  readonly bend: readonly [number, number];
  readonly to: readonly [number, number];
  readonly width: number;
}

/** One braid or loc: a dark rope with lit turns. */
export function strand(ctx: Context, { hair, lamp }: Sitter, { from, bend, to, width }: Strand): void {
  layer(ctx, () => {
    const trace = (shift: number): void => {
      ctx.beginPath();
      ctx.moveTo(from[0] + shift, from[1]);
      ctx.quadraticCurveTo(bend[0] + shift, bend[1], to[0] + shift, to[1]);
    };
    ctx.lineCap = 'round';
    trace(0);
    ctx.strokeStyle = hair.dark;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.strokeStyle = hair.base;
    ctx.lineWidth = width * 0.72;
    ctx.stroke();
    ctx.lineCap = 'butt';
    ctx.setLineDash([width * 0.42, width * 0.5]);
    trace(lamp * width * 0.14);
    ctx.strokeStyle = alpha(hair.light, 0.55);
    ctx.lineWidth = width * 0.4;
    ctx.stroke();
  });
}
