/** Eyes, brows, nose, mouth, beard and what is worn on the face. */
import { brushLine, type Context, curve, layer, type Sitter, touch, wash } from './brush.ts';
import { EYE_LINE, MOUTH_LINE, NOSE_BASE } from './head.ts';
import { alpha, mix } from './palette.ts';

export function paintFeatures(ctx: Context, sitter: Sitter): void {
  paintNose(ctx, sitter);
  paintMouth(ctx, sitter);
  for (const sign of [-1, 1] as const) {
    paintEye(ctx, sitter, sign);
    paintBrow(ctx, sitter, sign);
  }
}

/** Draws in the frame of one eye: x grows outwards, whichever the side. */
function atEye(ctx: Context, { turn, own }: Sitter, sign: 1 | -1, paint: () => void): void {
  layer(ctx, () => {
    ctx.translate(sign * (55 + own.apart) + turn * 0.75, EYE_LINE);
    ctx.scale(sign * own.eye * (1 - (sign * turn) / 200), own.eye);
    paint();
  });
}

function paintEye(ctx: Context, sitter: Sitter, sign: 1 | -1): void {
  const { skin, traits } = sitter;
  const open = traits.smile ? 12.5 : 14.5;
  const tilt = traits.feminine ? -4 : -2;
  atEye(ctx, sitter, sign, () => {
    const almond = (): void => {
      ctx.beginPath();
      ctx.moveTo(-31, 5);
      ctx.bezierCurveTo(-20, -open, 12, -open - 5, 32, tilt);
      ctx.bezierCurveTo(18, open * 0.72, -14, open * 0.9, -31, 5);
      ctx.closePath();
    };
    almond();
    layer(ctx, () => {
      ctx.fillStyle = wash(ctx, [0, -14], [0, 14], mix('#efe6dc', skin.shade, 0.38), mix('#f6efe6', skin.base, 0.1));
      ctx.fill();
      ctx.clip();
      paintIris(ctx, sitter, sign);
      touch(ctx, 0, -open - 2, 40, 11, '#1a0f10', 0.6);
    });
    // The upper lid is the strongest line of a face; the lower one is barely there.
    brushLine(ctx, curve(-33, 6, -20, -open - 2, 12, -open - 8, 35, tilt - 1), traits.feminine ? 7 : 5.5, '#1b1011');
    brushLine(ctx, curve(-22, 9, -8, open * 0.95, 14, open * 0.7, 31, tilt + 2), 2.2, alpha(skin.deep, 0.55));
    brushLine(ctx, curve(-30, -6, -18, -open - 13, 12, -open - 17, 34, tilt - 11), 3, alpha(skin.deep, 0.6));
    if (traits.feminine) {
      brushLine(ctx, curve(22, -9, 30, -9, 37, -11, 43, -17), 4.5, '#1b1011');
      brushLine(ctx, curve(28, -5, 35, -6, 40, -7, 45, -11), 3.5, '#1b1011');
    }
  });
}

function paintIris(ctx: Context, { lamp }: Sitter, sign: 1 | -1): void {
  const radius = 12.4;
  const iris = ctx.createRadialGradient(1, 2, 2, 1, -2, radius);
  iris.addColorStop(0, '#5c3620');
  iris.addColorStop(0.7, '#33190f');
  iris.addColorStop(1, '#160a08');
  ctx.fillStyle = iris;
  ctx.beginPath();
  ctx.arc(1, -2, radius, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = '#0b0606';
  ctx.beginPath();
  ctx.arc(1, -2, 5.4, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = 'rgba(255,250,240,0.92)';
  ctx.beginPath();
  ctx.arc(1 + lamp * sign * 4, -6.4, 3.1, 0, Math.PI * 2);
  ctx.fill();
}

function paintBrow(ctx: Context, sitter: Sitter, sign: 1 | -1): void {
  const { traits, hair, skin, own } = sitter;
  const thick = traits.feminine ? 8.5 : 13;
  const color = mix(traits.hairColor === 'grey' ? '#77706b' : hair.dark, skin.deep, 0.35);
  const lift = traits.smile ? -3 : 0;
  atEye(ctx, sitter, sign, () => {
    brushLine(
      ctx,
      curve(-32, -27 + lift, -16, -41 + lift - own.arch * 0.4, 14, -45 + lift - own.arch, 43, -27 + lift),
      thick,
      alpha(color, 0.92),
    );
    brushLine(ctx, curve(-36, -22 + lift, -30, -31 + lift, -20, -36 + lift, -4, -38 + lift), thick * 0.9, alpha(color, 0.7));
  });
}

function paintNose(ctx: Context, sitter: Sitter): void {
  const { skin, lamp, turn, traits, own } = sitter;
  const tip = NOSE_BASE + own.nose;
  const wing = traits.nose === 'wide' ? 33 : traits.nose === 'narrow' ? 24 : 28;
  const x = turn * 1.25;
  touch(ctx, x - lamp * 17, 34, 17, 50, skin.shade, 0.72);
  touch(ctx, x - lamp * wing * 0.8, tip - 8, 20, 20, skin.shade, 0.8);
  touch(ctx, x + lamp * 3, 18, 9, 52, skin.light, 0.75);
  touch(ctx, x + lamp * 2, tip - 18, 17, 14, skin.light, 0.8);
  touch(ctx, x + lamp * 4, tip - 21, 8, 7, skin.glow, 0.8);
  touch(ctx, x, tip + 10, 36, 11, skin.deep, 0.5);
  const line = alpha(skin.deep, 0.85);
  for (const sign of [-1, 1] as const) {
    brushLine(
      ctx,
      curve(x + sign * wing, tip - 18, x + sign * (wing + 9), tip - 6, x + sign * (wing + 5), tip + 5, x + sign * (wing - 8), tip + 2),
      4.6,
      alpha(skin.deep, 0.6),
    );
    brushLine(
      ctx,
      curve(x + sign * (wing - 5), tip + 2, x + sign * (wing - 11), tip - 5, x + sign * 10, tip - 3, x + sign * 6, tip + 5),
      6.5,
      line,
    );
  }
  brushLine(ctx, curve(x - 9, tip + 5, x - 4, tip + 9, x + 4, tip + 9, x + 9, tip + 5), 3, alpha(skin.deep, 0.6));
}

function paintMouth(ctx: Context, sitter: Sitter): void {
  const { skin, traits, turn, lamp, own } = sitter;
  const x = turn * 1.05;
  const wide = (traits.smile ? 51 : 45) + own.mouth;
  const corner = traits.smile ? -7 : -1;
  const full = traits.lips === 'full' ? 1.2 : traits.lips === 'thin' ? 0.78 : 1;
  const color = traits.lipstick ?? (traits.feminine ? mix(skin.lips, '#8e2f3c', 0.3) : mix(skin.lips, skin.shade, 0.35));
  layer(ctx, () => {
    ctx.translate(x, MOUTH_LINE);
    ctx.fillStyle = wash(ctx, [0, -16 * full], [0, 4], mix(color, skin.deep, 0.2), mix(color, skin.deep, 0.5));
    ctx.beginPath();
    ctx.moveTo(-wide, corner);
    ctx.bezierCurveTo(-wide * 0.6, -8 * full, -16, -18 * full, -7, -16 * full);
    ctx.quadraticCurveTo(0, -12 * full, 7, -16 * full);
    ctx.bezierCurveTo(16, -18 * full, wide * 0.6, -8 * full, wide, corner);
    ctx.bezierCurveTo(wide * 0.5, 6 - corner * 0.4, -wide * 0.5, 6 - corner * 0.4, -wide, corner);
    ctx.fill();
    ctx.fillStyle = wash(ctx, [0, 0], [0, 22 * full], mix(color, skin.light, 0.14), mix(color, skin.deep, 0.3));
    ctx.beginPath();
    ctx.moveTo(-wide * 0.94, corner + 1);
    ctx.bezierCurveTo(-wide * 0.5, 4 - corner * 0.4, wide * 0.5, 4 - corner * 0.4, wide * 0.94, corner + 1);
    ctx.bezierCurveTo(wide * 0.55, 27 * full, -wide * 0.55, 27 * full, -wide * 0.94, corner + 1);
    ctx.fill();
    touch(ctx, lamp * 8, 11 * full, 22, 5.5, mix(skin.glow, '#ffffff', 0.25), 0.42);
    touch(ctx, 0, 29 * full, 34, 9, skin.deep, 0.42);
    const seam = traits.smile ? 7 : 4;
    brushLine(
      ctx,
      curve(-wide - 3, corner - 1, -wide * 0.45, seam, wide * 0.45, seam, wide + 3, corner - 1),
      4.4,
      mix(skin.deep, '#120607', 0.4),
    );
    for (const sign of [-1, 1]) touch(ctx, sign * (wide + 4), corner, 10, 8, skin.deep, 0.34);
  });
  if (!traits.smile) return;
  for (const sign of [-1, 1]) {
    touch(ctx, x + sign * 60, 92, 12, 26, skin.deep, 0.24);
    touch(ctx, x + sign * 76, 62, 26, 20, skin.light, 0.35); // a smile lifts the cheeks
  }
}
