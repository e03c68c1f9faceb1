/** Hair that falls behind the face and hair that frames it; covered heads are handed to the headwear painter. */
import { brushLine, type Context, layer, type Sitter, touch, wash } from './brush.ts';
import { cap } from './cap.ts';
import { tracePath } from './head.ts';
import { paintHeadwear, paintHeadwearBehind } from './headwear.ts';
import { alpha, mix } from './palette.ts';
import { cloud, strand } from './texture.ts';

type Painter = (ctx: Context, sitter: Sitter) => void;

const BEHIND: Partial<Record<Sitter['traits']['hair'], Painter>> = {
  afro: (ctx, s) => cloud(ctx, s, { x: 0, y: -92, width: 190, height: 172 }),
  curls: (ctx, s) => {
    if (!s.traits.feminine) return cloud(ctx, s, { x: 0, y: -112, width: 146, height: 112 });
    cloud(ctx, s, { x: 0, y: -60, width: 158, height: 150 });
    cloud(ctx, s, { x: -104, y: 70, width: 66, height: 120 });
    cloud(ctx, s, { x: 104, y: 70, width: 66, height: 120 });
  },
  puff: (ctx, s) => cloud(ctx, s, { x: s.turn, y: -232, width: 104, height: 84 }),
  bun: (ctx, s) => {
    cloud(ctx, s, { x: s.turn * 2, y: -206, width: 58, height: 46 }, 0.25);
  },
  waves: (ctx, s) => mane(ctx, s, 300),
  'box-braids': (ctx, s) => fall(ctx, s, { count: 26, width: 15, length: 380, spread: 172 }),
  locs: (ctx, s) => fall(ctx, s, { count: 17, width: 23, length: 235, spread: 168 }),
};

const FRONT: Record<Sitter['traits']['hair'], Painter> = {
  bald: (ctx, s) => {
    touch(ctx, s.lamp * 34 + s.turn, -140, 44, 24, s.skin.glow, 0.5);
    layer(ctx, () => {
      tracePath(ctx, s);
      ctx.clip();
      for (const sign of [-1, 1]) touch(ctx, sign * s.face.cheek, -60, 40, 70, s.hair.dark, 0.5);
    });
  },
  short: (ctx, s) => cap(ctx, s, { rise: 12, hairline: -122, texture: 'coils' }),
  afro: (ctx, s) => cap(ctx, s, { rise: 34, hairline: -114, texture: 'coils', low: -14 }),
  curls: (ctx, s) =>
    cap(
      ctx,
      s,
      s.traits.feminine
        ? { rise: 40, hairline: -104, texture: 'coils', fringe: true }
        : { rise: 26, hairline: -110, texture: 'coils', low: 0 },
    ),
  puff: (ctx, s) => cap(ctx, s, { rise: 8, hairline: -124, texture: 'back' }),
  bun: (ctx, s) => cap(ctx, s, { rise: 12, hairline: -122, texture: 'parted' }),
  waves: (ctx, s) => cap(ctx, s, { rise: 30, hairline: -118, texture: 'parted', low: 78 }),
  'side-part': (ctx, s) => quiff(ctx, s),
  cornrows: (ctx, s) => cap(ctx, s, { rise: 8, hairline: -124, texture: 'rows' }),
  'box-braids': (ctx, s) => {
    cap(ctx, s, { rise: 16, hairline: -122, texture: 'rows' });
    frontStrands(ctx, s, 15, 330);
  },
  locs: (ctx, s) => {
    cap(ctx, s, { rise: 26, hairline: -116, texture: 'rows' });
    frontStrands(ctx, s, 22, 190);
  },
  hijab: paintHeadwear,
  gele: paintHeadwear,
  headwrap: paintHeadwear,
  turban: paintHeadwear,
  cap: paintHeadwear,
  veil: paintHeadwear,
};

export function paintHairBehind(ctx: Context, sitter: Sitter): void {
  (BEHIND[sitter.traits.hair] ?? paintHeadwearBehind)(ctx, sitter);
}

export function paintHairInFront(ctx: Context, sitter: Sitter): void {
  FRONT[sitter.traits.hair](ctx, sitter);
}

/** Short hair with a full, wavy top. */
function quiff(ctx: Context, sitter: Sitter): void {
  const { lamp, turn } = sitter;
  cap(ctx, sitter, { rise: 14, hairline: -118, texture: 'swept' });
  for (let i = 0; i < 9; i++) {
    const share = i / 8;
    const x = lamp * (-74 + share * 150) + turn;
    lock(
      ctx,
      sitter,
      [x - lamp * 16, -108 - Math.sin(share * Math.PI) * 12],
      [x - lamp * 36, -196 - Math.sin(share * Math.PI) * 34],
      [x + lamp * 34, -206 - Math.sin(share * Math.PI) * 20],
      [x + lamp * 44, -122 - Math.sin(share * Math.PI) * 40],
    );
  }
}

type Point = readonly [number, number];

/** One wave of hair, lit along its back. */
function lock(ctx: Context, { hair, random }: Sitter, from: Point, rise: Point, fall: Point, to: Point): void {
  brushLine(ctx, [from, rise, fall, to], 40, hair.dark);
  brushLine(ctx, [from, rise, fall, to], 32, hair.base);
  for (let i = 0; i < 4; i++) {
    const shift = (i - 1.5) * 6;
    brushLine(
      ctx,
      [
        [from[0] + shift, from[1]],
        [rise[0] + shift, rise[1]],
        [fall[0] + shift, fall[1] + shift],
        [to[0] + shift, to[1]],
      ],
      2 + random() * 2,
      alpha(hair.light, 0.3 + random() * 0.3),
    );
  }
}

/** Long loose hair behind the shoulders. */
function mane(ctx: Context, { hair, random, lamp }: Sitter, length: number): void {
  layer(ctx, () => {
    ctx.fillStyle = wash(ctx, [lamp * 160, -160], [-lamp * 160, 240], mix(hair.base, hair.light, 0.3), hair.base, hair.dark);
    ctx.beginPath();
    ctx.moveTo(0, -214);
    ctx.bezierCurveTo(110, -214, 160, -120, 152, 0);
    ctx.bezierCurveTo(146, 90, 200, 150, 176, length);
    ctx.lineTo(-176, length);
    ctx.bezierCurveTo(-200, 150, -146, 90, -152, 0);
    ctx.bezierCurveTo(-160, -120, -110, -214, 0, -214);
    ctx.fill();
    ctx.clip();
    ctx.lineCap = 'round';
    for (let i = 0; i < 60; i++) {
      const side = i % 2 ? 1 : -1;
      const x = side * (96 + random() * 70);
      ctx.strokeStyle = alpha(side === lamp ? hair.light : hair.dark, 0.15 + random() * 0.3);
      ctx.lineWidth = 1.5 + random() * 5;
      ctx.beginPath();
      ctx.moveTo(x * 0.8, -130);
      ctx.bezierCurveTo(x * 1.12, 0, x * 0.86, 90, x * (1 + random() * 0.2), length);
      ctx.stroke();
    }
  });
}

interface Fall {
  readonly count: number;
  readonly width: number;
  readonly length: number;
  readonly spread: number;
}

/** Braids or locs that hang behind the neck and shoulders. */
function fall(ctx: Context, sitter: Sitter, { count, width, length, spread }: Fall): void {
  const { random } = sitter;
  cloud(ctx, sitter, { x: 0, y: -66, width: 128, height: 128 }, 1);
  for (let i = 0; i < count; i++) {
    const share = i / (count - 1) - 0.5;
    const x = share * 2 * spread * (0.9 + random() * 0.15);
    strand(ctx, sitter, {
      from: [share * 190, -150],
      bend: [x * 1.06, 10],
      to: [x * (0.98 + random() * 0.1), length - 150 + random() * 40 - Math.abs(share) * 60],
      width,
    });
  }
}

function frontStrands(ctx: Context, sitter: Sitter, width: number, length: number): void {
  const { face, random } = sitter;
  for (const sign of [-1, 1]) {
    for (let i = 0; i < 3; i++) {
      const x = sign * (face.cheek + 4 + i * width * 0.72);
      strand(ctx, sitter, {
        from: [sign * (66 + i * 10), -168 + i * 8],
        bend: [x + sign * 12, -40],
        to: [x + sign * (6 + random() * 8), length - 40 - i * 26],
        width,
      });
    }
  }
}
