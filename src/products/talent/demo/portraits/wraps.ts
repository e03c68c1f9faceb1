/** Heads wrapped in cloth: gele, headwrap, turban, and the embroidered cap. */
import { type Context, curve, layer, type Sitter, touch, wash } from './brush.ts';
import { cap } from './cap.ts';
import { accentWash, fold } from './cloth.ts';
import { alpha, mix } from './palette.ts';

/** The Yoruba and Igbo head tie: stiff pleats that open like a fan above the forehead. */
export function paintGele(ctx: Context, sitter: Sitter): void {
  const { turn, lamp, cloth } = sitter;
  const lean = lamp * 30;
  const pleats = 13;
  layer(ctx, () => {
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.beginPath();
    ctx.ellipse(turn + lean * 0.4, -188, 148, 84, 0, 0, Math.PI * 2);
    ctx.fill();
  });
  for (let i = 0; i < pleats; i++) {
    const share = i / (pleats - 1) - 0.5;
    const [x, y] = [lean + share * 400, -306 + share * share * 400 + (i % 2) * 12];
    layer(ctx, () => {
      ctx.beginPath();
      ctx.moveTo(share * 200 + turn, -112);
      ctx.bezierCurveTo(share * 330, -170, x - 40, y + 40, x - 26, y);
      ctx.quadraticCurveTo(x + 18, y - 26, x + 46, y + 12);
      ctx.bezierCurveTo(x + 44, y + 70, share * 320 + 50, -160, share * 200 + 34 + turn, -108);
      ctx.closePath();
      ctx.fillStyle = wash(
        ctx,
        [x - 40, y],
        [x + 60, y + 40],
        mix(cloth.accent, '#fff3dd', 0.34),
        cloth.accent,
        mix(cloth.accent, '#160c1c', 0.5),
      );
      ctx.fill();
      ctx.strokeStyle = alpha(mix(cloth.accent, '#fff8ea', 0.7), 0.55);
      ctx.lineWidth = 2.4;
      ctx.stroke();
    });
  }
  band(ctx, sitter, -176, -92, 10);
  band(ctx, sitter, -150, -78, -12);
}

/** A strip of cloth wound around the brow. */
function band(ctx: Context, sitter: Sitter, top: number, bottom: number, slant: number): void {
  const { face, turn } = sitter;
  const wide = face.cheek + 12;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, bottom + 26 + slant);
    ctx.bezierCurveTo(-wide * 0.7, bottom - 22 + slant, wide * 0.5 + turn, bottom - 26 - slant, wide, bottom + 22 - slant);
    ctx.bezierCurveTo(wide + 8, (top + bottom) / 2, wide * 0.8, top + 8 - slant, wide * 0.5, top - 14 - slant);
    ctx.bezierCurveTo(0, top - 36, -wide * 0.7, top - 16 + slant, -wide - 2, (top + bottom) / 2 + slant);
    ctx.closePath();
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (const share of [0.3, 0.55, 0.8]) {
      const y = bottom + (top - bottom) * share;
      fold(ctx, sitter, curve(-wide, y + 30 + slant, -wide * 0.5, y - 10 + slant, wide * 0.5, y - 14 - slant, wide, y + 24 - slant), 5);
    }
  });
}

export function paintHeadwrap(ctx: Context, sitter: Sitter): void {
  const { turn, lamp, cloth } = sitter;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.ellipse(turn - lamp * 12, -186, 146, 112, -0.12 * lamp, 0, Math.PI * 2);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (let i = 0; i < 7; i++)
      fold(ctx, sitter, curve(-150 + i * 44, -100, -130 + i * 40, -200, -40 + i * 14, -270, turn + lamp * 40, -300), 8);
    ctx.fillStyle = alpha(mix(cloth.accent, '#fff6e0', 0.6), 0.75);
    for (let i = 0; i < 26; i++) {
      const angle = sitter.random() * Math.PI * 2;
      ctx.beginPath();
      ctx.arc(turn + Math.cos(angle) * 130 * sitter.random(), -190 + Math.sin(angle) * 96 * sitter.random(), 6, 0, Math.PI * 2);
      ctx.fill();
    }
  });
  layer(ctx, () => {
    ctx.translate(turn + lamp * 62, -246);
    ctx.fillStyle = accentWash(ctx, sitter);
    for (const angle of [-0.9, -0.2, 0.6]) {
      ctx.beginPath();
      ctx.ellipse(Math.sin(angle) * 40, -Math.cos(angle) * 30, 26, 46, angle, 0, Math.PI * 2);
      ctx.fill();
      ctx.strokeStyle = alpha('#160c1c', 0.25);
      ctx.lineWidth = 3;
      ctx.stroke();
    }
  });
  band(ctx, sitter, -158, -88, lamp * 8);
}

export function paintTurban(ctx: Context, sitter: Sitter): void {
  const { lamp, turn, cloth } = sitter;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.ellipse(turn - lamp * 8, -164, 148, 92, 0, 0, Math.PI * 2);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (let i = 0; i < 8; i++) {
      const y = -262 + i * 24;
      const slant = (i % 2 ? 30 : -34) * lamp;
      fold(ctx, sitter, curve(-160, y + 46 + slant, -70, y - 6 + slant * 0.5, 70, y - 6 - slant * 0.5, 160, y + 46 - slant), 8);
    }
    touch(ctx, lamp * 60, -220, 90, 50, '#fff6e6', 0.3);
    touch(ctx, -lamp * 120, -120, 80, 90, mix(cloth.accent, '#160c1c', 0.7), 0.55);
  });
  band(ctx, sitter, -160, -84, lamp * 10);
  touch(ctx, turn, -92, 96, 14, sitter.skin.deep, 0.45);
}

/** A kufi: a soft round cap with an embroidered rim. */
export function paintCap(ctx: Context, sitter: Sitter): void {
  const { face, turn, cloth } = sitter;
  cap(ctx, sitter, { rise: 6, hairline: -116, texture: 'coils' });
  const wide = face.cheek + 6;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(-wide, -96);
    ctx.bezierCurveTo(-wide - 4, -170, -wide + 20, -232, 0 + turn, -236);
    ctx.bezierCurveTo(wide - 20, -232, wide + 4, -170, wide, -96);
    ctx.bezierCurveTo(wide * 0.5, -134, -wide * 0.5, -134, -wide, -96);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    ctx.strokeStyle = alpha(mix(cloth.accent, '#fff3d8', 0.75), 0.8);
    ctx.lineWidth = 4;
    for (const rise of [0, 34]) {
      ctx.beginPath();
      ctx.moveTo(-wide, -104 - rise);
      ctx.bezierCurveTo(-wide * 0.5, -142 - rise, wide * 0.5, -142 - rise, wide, -104 - rise);
      ctx.stroke();
    }
    ctx.lineWidth = 3;
    for (let i = -7; i <= 7; i++) {
      const [x, y] = [i * 17 + turn * 0.5, -150 + (i * i) / 1.9];
      ctx.beginPath();
      ctx.moveTo(x, y - 9);
      ctx.lineTo(x + 7, y + 2);
      ctx.lineTo(x, y + 13);
      ctx.lineTo(x - 7, y + 2);
      ctx.closePath();
      ctx.stroke();
    }
  });
  touch(ctx, turn, -100, 100, 12, sitter.skin.deep, 0.4);
}
