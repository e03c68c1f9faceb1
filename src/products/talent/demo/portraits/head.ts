/** Neck, ears and the modelling of the face: planes of light and shadow before any feature is drawn. */
import { type Context, layer, type Sitter, touch, wash } from './brush.ts';
import { mix } from './palette.ts';

export const EYE_LINE = -4;
export const NOSE_BASE = 72;
export const MOUTH_LINE = 112;

/** The outline of the face; the side away from us is a little narrower. */
export function tracePath(ctx: Context, sitter: Sitter, grow = 0): void {
  const { cheek, jaw, chin, bottom } = sitter.face;
  const side = (sign: 1 | -1): number => sign * (1 - (sign * sitter.turn) / 420);
  const [r, l] = [side(1), side(-1)];
  const top = -178 - grow;
  const [c, j, h, b] = [cheek + grow, jaw + grow, chin + grow, bottom + grow];
  ctx.beginPath();
  ctx.moveTo(0, top);
  ctx.bezierCurveTo(74 * r, top, (c - 2) * r, -128, c * r, -46);
  ctx.bezierCurveTo((c + 3) * r, 2, (c - 1) * r, 36, (j + 10) * r, 74);
  ctx.bezierCurveTo((j + 1) * r, 112, (h + 26) * r, b - 12, h * r * 0.62, b - 3);
  ctx.bezierCurveTo(h * r * 0.3, b + 3, h * l * 0.3, b + 3, h * l * 0.62, b - 3);
  ctx.bezierCurveTo((h + 26) * l, b - 12, (j + 1) * l, 112, (j + 10) * l, 74);
  ctx.bezierCurveTo((c - 1) * l, 36, (c + 3) * l, 2, c * l, -46);
  ctx.bezierCurveTo((c - 2) * l, -128, 74 * l, top, 0, top);
  ctx.closePath();
}

export function paintNeck(ctx: Context, sitter: Sitter): void {
  const { skin, lamp, traits } = sitter;
  const wide = traits.feminine ? 58 : 72;
  const base = wash(ctx, [-90 * -lamp, 120], [90 * -lamp, 330], mix(skin.base, skin.shade, 0.25), skin.shade);
  layer(ctx, () => {
    ctx.fillStyle = base;
    ctx.beginPath();
    ctx.moveTo(-wide, 80);
    ctx.bezierCurveTo(-wide, 190, -wide - 6, 216, -wide - 62, 248);
    ctx.bezierCurveTo(-190, 276, -240, 330, -250, 460);
    ctx.lineTo(250, 460);
    ctx.bezierCurveTo(240, 330, 190, 276, wide + 62, 248);
    ctx.bezierCurveTo(wide + 6, 216, wide, 190, wide, 80);
    ctx.closePath();
    ctx.fill();
    ctx.clip();
    touch(ctx, -lamp * 4, 166, wide * 1.6, 66, skin.deep, 0.85); // the chin's shadow
    touch(ctx, -lamp * wide, 200, 60, 150, skin.deep, 0.55);
    touch(ctx, lamp * wide * 0.55, 220, 34, 110, skin.light, 0.55);
    touch(ctx, lamp * 66, 292, 90, 22, skin.light, 0.5); // collar bones
    touch(ctx, -lamp * 66, 294, 90, 18, skin.base, 0.5);
    touch(ctx, 0, 286, 16, 26, skin.deep, 0.4);
  });
}

export function paintEars(ctx: Context, sitter: Sitter): void {
  const { skin, face, lamp, turn } = sitter;
  for (const sign of [-1, 1] as const) {
    const hidden = sign * turn > 0 ? 0.72 : 1.08;
    const lit = sign === lamp;
    layer(ctx, () => {
      ctx.translate(sign * (face.cheek - 3) * (1 - (sign * turn) / 420), 2);
      ctx.scale(sign * hidden, 1);
      ctx.fillStyle = wash(ctx, [0, -40], [10, 50], lit ? skin.light : skin.base, lit ? skin.base : skin.shade);
      ctx.beginPath();
      ctx.moveTo(-4, -32);
      ctx.bezierCurveTo(16, -46, 30, -24, 25, 4);
      ctx.bezierCurveTo(22, 26, 14, 30, 12, 44);
      ctx.bezierCurveTo(8, 56, -4, 50, -6, 40);
      ctx.closePath();
      ctx.fill();
      ctx.clip();
      touch(ctx, 8, 2, 10, 28, skin.deep, 0.55);
      touch(ctx, 20, -20, 8, 18, lit ? skin.glow : skin.light, 0.5);
    });
  }
}

export function paintFace(ctx: Context, sitter: Sitter): void {
  const { skin, lamp, face, turn } = sitter;
  tracePath(ctx, sitter);
  layer(ctx, () => {
    ctx.fillStyle = wash(
      ctx,
      [lamp * face.cheek, -120],
      [-lamp * face.cheek, 130],
      mix(skin.light, skin.base, 0.35),
      skin.base,
      mix(skin.base, skin.shade, 0.75),
    );
    ctx.fill();
    ctx.clip();
    // The side away from the lamp, and the hollow under the cheekbone.
    touch(ctx, -lamp * (face.cheek + 8), 10, 92, 230, skin.deep, 0.62);
    touch(ctx, -lamp * 84, 72, 44, 66, skin.shade, 0.75);
    touch(ctx, lamp * 100, 82, 36, 60, skin.shade, 0.4);
    touch(ctx, 0, face.bottom + 8, 110, 40, skin.shade, 0.55);
    touch(ctx, 0, -178, 150, 60, skin.shade, 0.4);
    // Forehead, cheekbones and chin catch the light.
    touch(ctx, lamp * 30 + turn, -92, 84, 58, skin.light, 0.62);
    touch(ctx, lamp * 38 + turn, -100, 40, 30, skin.glow, 0.34);
    touch(ctx, lamp * 70 + turn * 0.6, 34, 46, 32, skin.light, 0.7);
    touch(ctx, lamp * 74 + turn * 0.6, 28, 24, 15, skin.glow, 0.42);
    touch(ctx, -lamp * 62 + turn * 0.6, 34, 38, 26, skin.light, 0.38);
    touch(ctx, turn + lamp * 4, face.bottom - 20, 30, 18, skin.light, 0.5);
    // Blood under the skin.
    touch(ctx, lamp * 66 + turn, 52, 46, 34, skin.lips, 0.22);
    touch(ctx, -lamp * 60 + turn, 52, 42, 34, skin.lips, 0.22);
    paintSockets(ctx, sitter);
    if (sitter.traits.age === 'senior') paintAge(ctx, sitter);
  });
}

function paintSockets(ctx: Context, { skin, turn, lamp }: Sitter): void {
  for (const sign of [-1, 1] as const) {
    touch(ctx, sign * 54 + turn * 0.7, EYE_LINE - 10, 46, 27, skin.shade, sign === lamp ? 0.5 : 0.72);
    touch(ctx, sign * 28 + turn, EYE_LINE - 8, 18, 26, skin.shade, sign === lamp ? 0.4 : 0.75);
    touch(ctx, sign * 56 + turn * 0.7, EYE_LINE + 25, 34, 9, skin.shade, 0.35);
  }
}

function paintAge(ctx: Context, { skin, turn }: Sitter): void {
  layer(ctx, () => {
    ctx.lineCap = 'round';
    ctx.strokeStyle = skin.shade;
    ctx.globalAlpha = 0.5;
    for (const sign of [-1, 1] as const) {
      ctx.lineWidth = 2.6;
      ctx.beginPath();
      ctx.moveTo(sign * 32 + turn, 64);
      ctx.quadraticCurveTo(sign * 52 + turn, 84, sign * 52 + turn * 0.8, 110);
      ctx.stroke();
      ctx.lineWidth = 1.8;
      for (const [rise, reach] of [
        [-8, 104],
        [0, 107],
        [9, 104],
      ] as const) {
        ctx.beginPath();
        ctx.moveTo(sign * 90 + turn * 0.5, EYE_LINE + 2 + rise * 0.4);
        ctx.lineTo(sign * reach + turn * 0.3, EYE_LINE + rise);
        ctx.stroke();
      }
    }
    ctx.lineWidth = 2;
    for (const y of [-92, -112]) {
      ctx.beginPath();
      ctx.moveTo(-48 + turn, y + 4);
      ctx.quadraticCurveTo(turn, y - 4, 48 + turn, y + 4);
      ctx.stroke();
    }
  });
}
