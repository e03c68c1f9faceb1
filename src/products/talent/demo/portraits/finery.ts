/** What makes a garment of the day a garment of the feast: embroidery, knotted buttons, a hood, a print. */
import { type Context, layer, type Sitter, wash } from './brush.ts';
import { alpha, mix } from './palette.ts';

/** The golden breast of a grand boubou. */
export function embroidery(ctx: Context, { cloth }: Sitter): void {
  layer(ctx, () => {
    ctx.strokeStyle = alpha(cloth.accent, 0.95);
    ctx.lineCap = 'round';
    for (const [grow, width] of [
      [0, 9],
      [17, 3],
      [28, 5],
      [42, 2.5],
    ] as const) {
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(-92 - grow, 226 + grow * 0.1);
      ctx.bezierCurveTo(-80 - grow, 290 + grow, -36, 300 + grow * 1.4, 0, 306 + grow * 1.6);
      ctx.bezierCurveTo(36, 300 + grow * 1.4, 80 + grow, 290 + grow, 92 + grow, 226 + grow * 0.1);
      ctx.stroke();
    }
    ctx.lineWidth = 3;
    for (let i = -3; i <= 3; i++) {
      const [x, y] = [i * 34, 356 - i * i * 5.4];
      ctx.beginPath();
      ctx.arc(x, y, 9, 0, Math.PI * 2);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x, y + 12);
      ctx.lineTo(x, y + 30);
      ctx.stroke();
    }
  });
}

/** The knotted buttons of a kaftan or djellaba, down the middle. */
export function placket(ctx: Context, { cloth }: Sitter): void {
  layer(ctx, () => {
    ctx.strokeStyle = cloth.accent;
    ctx.lineWidth = 5;
    for (const x of [-13, 13]) {
      ctx.beginPath();
      ctx.moveTo(x, 276);
      ctx.lineTo(x, 520);
      ctx.stroke();
    }
    ctx.fillStyle = mix(cloth.accent, '#fff6e2', 0.35);
    for (let y = 292; y < 480; y += 21) {
      ctx.beginPath();
      ctx.arc(0, y, 6.5, 0, Math.PI * 2);
      ctx.fill();
    }
  });
}

/** The hood lies folded on both sides of the neck. */
export function hood(ctx: Context, { cloth, lamp }: Sitter): void {
  for (const sign of [-1, 1]) {
    ctx.beginPath();
    ctx.moveTo(sign * 170, 262);
    ctx.bezierCurveTo(sign * 164, 176, sign * 96, 166, sign * 66, 196);
    ctx.bezierCurveTo(sign * 84, 220, sign * 78, 250, sign * 60, 286);
    ctx.closePath();
    ctx.fillStyle = wash(ctx, [sign * 60, 180], [sign * 160, 270], sign === lamp ? cloth.light : cloth.base, cloth.dark);
    ctx.fill();
  }
}

/** A printed cotton: medallions in two colours. */
export function waxPrint(ctx: Context, { cloth, random }: Sitter): void {
  const shift = random() * 40;
  for (let row = 0; row < 6; row++) {
    for (let column = -6; column <= 6; column++) {
      const [x, y] = [column * 62 + (row % 2) * 31 + shift, 236 + row * 52];
      for (const [radius, color] of [
        [24, cloth.accent],
        [17, cloth.dark],
        [11, mix(cloth.accent, '#fff2d6', 0.55)],
        [5, cloth.base],
      ] as const) {
        ctx.fillStyle = color;
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, Math.PI * 2);
        ctx.fill();
      }
      ctx.fillStyle = alpha(mix(cloth.accent, '#fff2d6', 0.4), 0.9);
      for (let petal = 0; petal < 6; petal++) {
        const angle = (petal / 6) * Math.PI * 2;
        ctx.beginPath();
        ctx.arc(x + Math.cos(angle) * 30, y + Math.sin(angle) * 30, 4, 0, Math.PI * 2);
        ctx.fill();
      }
    }
  }
}
