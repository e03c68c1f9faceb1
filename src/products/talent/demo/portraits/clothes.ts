/** Shoulders dressed for the day: from a T-shirt to an embroidered boubou. */
import { brushLine, type Context, curve, layer, type Sitter, touch, wash } from './brush.ts';
import { embroidery, hood, placket, waxPrint } from './finery.ts';
import { alpha, mix } from './palette.ts';

type Painter = (ctx: Context, sitter: Sitter) => void;

const DRESS: Record<Sitter['traits']['clothes'], Painter> = {
  tee: (ctx, s) => {
    garment(ctx, s, { neck: 74, drop: 262 });
    collarLine(ctx, s, 74, 262, 9);
  },
  'roll-neck': (ctx, s) => {
    garment(ctx, s, { neck: 84, drop: 216 });
    rollNeck(ctx, s);
  },
  shirt: (ctx, s) => {
    garment(ctx, s, { neck: 70, drop: 300 });
    shirtCollar(ctx, s, s.cloth.light);
  },
  blazer: (ctx, s) => {
    garment(ctx, { ...s, cloth: { ...s.cloth, base: '#f1ece4', light: '#ffffff', dark: '#bdb3ad' } }, { neck: 72, drop: 300 });
    lapels(ctx, s);
    shirtCollar(ctx, s, '#ffffff');
  },
  boubou: (ctx, s) => {
    garment(ctx, s, { neck: 92, drop: 286 });
    embroidery(ctx, s);
  },
  kaftan: (ctx, s) => {
    garment(ctx, s, { neck: 72, drop: 268 });
    placket(ctx, s);
  },
  djellaba: (ctx, s) => {
    hood(ctx, s);
    garment(ctx, s, { neck: 88, drop: 276 });
    placket(ctx, s);
  },
  wax: (ctx, s) => {
    garment(ctx, s, { neck: 108, drop: 268, print: true });
    collarLine(ctx, s, 108, 268, 10);
  },
};

export function paintClothes(ctx: Context, sitter: Sitter): void {
  // A slender neck, not a long one.
  layer(ctx, () => {
    ctx.translate(0, -12);
    DRESS[sitter.traits.clothes](ctx, sitter);
  });
}

interface Garment {
  /** Half width of the neckline and how low it goes. */
  readonly neck: number;
  readonly drop: number;
  readonly print?: boolean;
}

function traceGarment(ctx: Context, { traits }: Sitter, { neck, drop }: Garment): void {
  const wide = traits.feminine ? 262 : 300;
  const slope = traits.feminine ? 246 : 234;
  ctx.beginPath();
  ctx.moveTo(-neck, slope - 14);
  ctx.bezierCurveTo(-neck * 0.95, drop - 6, -neck * 0.45, drop + 10, 0, drop + 10);
  ctx.bezierCurveTo(neck * 0.45, drop + 10, neck * 0.95, drop - 6, neck, slope - 14);
  ctx.bezierCurveTo(neck + 60, slope + 8, wide - 50, slope + 14, wide - 4, slope + 74);
  ctx.bezierCurveTo(wide + 26, slope + 120, wide + 36, 430, wide + 40, 520);
  ctx.lineTo(-wide - 40, 520);
  ctx.bezierCurveTo(-wide - 36, 430, -wide - 26, slope + 120, -wide + 4, slope + 74);
  ctx.bezierCurveTo(-wide + 50, slope + 14, -neck - 60, slope + 8, -neck, slope - 14);
  ctx.closePath();
}

function garment(ctx: Context, sitter: Sitter, shape: Garment): void {
  const { cloth, lamp } = sitter;
  layer(ctx, () => {
    traceGarment(ctx, sitter, shape);
    ctx.fillStyle = wash(ctx, [lamp * 260, 230], [-lamp * 260, 460], cloth.light, cloth.base, cloth.dark);
    ctx.fill();
    ctx.clip();
    if (shape.print) waxPrint(ctx, sitter);
    touch(ctx, lamp * 170, 286, 120, 60, mix(cloth.light, '#fff8ec', 0.4), 0.5);
    touch(ctx, -lamp * 220, 400, 150, 190, mix(cloth.dark, '#0d0712', 0.4), 0.62);
    touch(ctx, 0, 250, 120, 44, mix(cloth.dark, '#0d0712', 0.4), 0.4);
    folds(ctx, sitter);
  });
}

function folds(ctx: Context, { cloth }: Sitter): void {
  for (const sign of [-1, 1]) {
    for (const [x, y, reach] of [
      [120, 300, 40],
      [176, 330, 22],
      [76, 350, 30],
    ] as const) {
      const [far, low] = [sign * (x + reach), y + 190];
      for (const width of [26, 15, 7])
        brushLine(ctx, curve(sign * x, y, sign * (x - 4), y + 60, far, y + 110, far, low), width, alpha(cloth.dark, 0.16));
      brushLine(
        ctx,
        curve(sign * (x + 16), y + 8, sign * (x + 12), y + 66, far + sign * 16, y + 120, far + sign * 16, low),
        12,
        alpha(cloth.light, 0.22),
      );
    }
  }
}

function collarLine(ctx: Context, { cloth, traits }: Sitter, neck: number, drop: number, width: number): void {
  const slope = traits.feminine ? 246 : 234;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-neck, slope - 14);
    ctx.bezierCurveTo(-neck * 0.95, drop - 6, -neck * 0.45, drop + 10, 0, drop + 10);
    ctx.bezierCurveTo(neck * 0.45, drop + 10, neck * 0.95, drop - 6, neck, slope - 14);
    ctx.strokeStyle = traits.clothes === 'wax' ? cloth.accent : mix(cloth.base, cloth.dark, 0.35);
    ctx.lineWidth = width;
    ctx.stroke();
  });
}

function rollNeck(ctx: Context, { cloth, lamp, traits }: Sitter): void {
  const wide = traits.feminine ? 66 : 80;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, 168);
    ctx.quadraticCurveTo(0, 206, wide, 168);
    ctx.lineTo(wide + 16, 244);
    ctx.quadraticCurveTo(0, 292, -wide - 16, 244);
    ctx.closePath();
    ctx.fillStyle = wash(ctx, [lamp * 90, 170], [-lamp * 90, 240], cloth.light, cloth.base, cloth.dark);
    ctx.fill();
    ctx.clip();
    ctx.strokeStyle = alpha(cloth.dark, 0.35);
    ctx.lineWidth = 3;
    for (let x = -90; x <= 90; x += 11) {
      ctx.beginPath();
      ctx.moveTo(x, 160);
      ctx.lineTo(x * 1.15, 290);
      ctx.stroke();
    }
    touch(ctx, 0, 172, 90, 20, mix(cloth.dark, '#0d0712', 0.5), 0.6);
  });
}

function shirtCollar(ctx: Context, { cloth, lamp, skin }: Sitter, color: string): void {
  touch(ctx, 0, 268, 44, 40, skin.deep, 0.35);
  for (const sign of [-1, 1]) {
    layer(ctx, () => {
      ctx.beginPath();
      ctx.moveTo(sign * 70, 206);
      ctx.quadraticCurveTo(sign * 52, 262, sign * 8, 306);
      ctx.lineTo(sign * 62, 330);
      ctx.quadraticCurveTo(sign * 100, 282, sign * 98, 226);
      ctx.closePath();
      ctx.fillStyle = wash(
        ctx,
        [sign * 90, 210],
        [sign * 20, 330],
        sign === lamp ? mix(color, '#ffffff', 0.3) : mix(color, cloth.dark, 0.22),
        mix(color, cloth.dark, 0.1),
      );
      ctx.fill();
      ctx.strokeStyle = alpha(cloth.dark, 0.35);
      ctx.lineWidth = 2;
      ctx.stroke();
    });
  }
}

function lapels(ctx: Context, sitter: Sitter): void {
  const { cloth, lamp } = sitter;
  for (const sign of [-1, 1]) {
    layer(ctx, () => {
      traceGarment(ctx, sitter, { neck: 92, drop: 320 });
      ctx.clip();
      ctx.beginPath();
      ctx.moveTo(sign * 92, 216);
      ctx.lineTo(sign * 20, 520);
      ctx.lineTo(sign * 400, 520);
      ctx.lineTo(sign * 400, 216);
      ctx.closePath();
      ctx.fillStyle = wash(ctx, [lamp * 260, 230], [-lamp * 260, 460], cloth.light, cloth.base, cloth.dark);
      ctx.fill();
      ctx.beginPath();
      ctx.moveTo(sign * 94, 222);
      ctx.lineTo(sign * 22, 520);
      ctx.lineTo(sign * 70, 470);
      ctx.lineTo(sign * 136, 372);
      ctx.lineTo(sign * 112, 356);
      ctx.lineTo(sign * 150, 322);
      ctx.closePath();
      ctx.fillStyle = mix(cloth.base, sign === lamp ? cloth.light : cloth.dark, 0.4);
      ctx.fill();
      ctx.strokeStyle = alpha(cloth.dark, 0.5);
      ctx.lineWidth = 2;
      ctx.stroke();
    });
  }
}
