/** Covered heads: hijab, veil, gele, headwrap, turban and cap, each with its own fall of cloth. */
import { type Context, curve, layer, type Sitter, touch } from './brush.ts';
import { cap } from './cap.ts';
import { accentWash, fold } from './cloth.ts';
import { mix } from './palette.ts';
import { paintCap, paintGele, paintHeadwrap, paintTurban } from './wraps.ts';

export function paintHeadwearBehind(ctx: Context, sitter: Sitter): void {
  const { hair } = sitter.traits;
  if (hair === 'hijab' || hair === 'veil') drape(ctx, sitter, hair === 'veil' ? 196 : 150);
}

export function paintHeadwear(ctx: Context, sitter: Sitter): void {
  const painters: Partial<Record<Sitter['traits']['hair'], (ctx: Context, sitter: Sitter) => void>> = {
    hijab: paintHijab,
    veil: paintVeil,
    gele: paintGele,
    headwrap: paintHeadwrap,
    turban: paintTurban,
    cap: paintCap,
  };
  painters[sitter.traits.hair]?.(ctx, sitter);
}

function drape(ctx: Context, sitter: Sitter, wide: number): void {
  layer(ctx, () => {
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.beginPath();
    ctx.moveTo(0, -222);
    ctx.bezierCurveTo(120, -222, wide, -120, wide - 6, 0);
    ctx.bezierCurveTo(wide, 120, wide + 60, 220, wide + 80, 460);
    ctx.lineTo(-wide - 80, 460);
    ctx.bezierCurveTo(-wide - 60, 220, -wide, 120, -wide + 6, 0);
    ctx.bezierCurveTo(-wide, -120, -120, -222, 0, -222);
    ctx.fill();
  });
}

function paintHijab(ctx: Context, sitter: Sitter): void {
  const { face, turn, lamp, cloth } = sitter;
  const inner = face.cheek - 9;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(0, -212);
    ctx.bezierCurveTo(96, -212, 150, -130, 150, -20);
    ctx.bezierCurveTo(150, 90, 150, 160, 210, 230);
    ctx.bezierCurveTo(120, 330, -120, 330, -210, 230);
    ctx.bezierCurveTo(-150, 160, -150, 90, -150, -20);
    ctx.bezierCurveTo(-150, -130, -96, -212, 0, -212);
    // The opening for the face.
    const x = turn * 0.6;
    ctx.moveTo(x, -128);
    ctx.bezierCurveTo(-70 + x, -128, -inner, -84, -inner + x * 0.4, -10);
    ctx.bezierCurveTo(-inner + 4, 92, -62, face.bottom + 9, x, face.bottom + 9);
    ctx.bezierCurveTo(62, face.bottom + 9, inner - 4, 92, inner + x * 0.4, -10);
    ctx.bezierCurveTo(inner, -84, 70 + x, -128, x, -128);
    ctx.closePath();
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill('evenodd');
    ctx.clip('evenodd');
    touch(ctx, -lamp * 140, 20, 80, 240, mix(cloth.accent, '#160c1c', 0.7), 0.5);
    touch(ctx, lamp * 70, -180, 80, 46, '#fff6e6', 0.26);
    for (const [a, b, c, d] of [
      [-118, -140, -96, -60],
      [122, 140, 104, 30],
    ] as const)
      fold(ctx, sitter, curve(a * 0.55, -196, a, -120, b, 20, c * 1.2, 150 + d), 9);
    fold(ctx, sitter, curve(-126, 60, -96, 170, -30, 206, 40, 226), 10);
    fold(ctx, sitter, curve(132, 70, 110, 170, 60, 210, -40, 250), 12);
    fold(ctx, sitter, curve(110, 120, 70, 200, -20, 236, -150, 246), 9);
    fold(ctx, sitter, curve(-140, 120, -110, 200, -70, 250, 20, 286), 9);
  });
  // The shadow the cloth throws on the forehead and cheeks.
  touch(ctx, turn * 0.6, -122, 96, 16, sitter.skin.deep, 0.5);
}

function paintVeil(ctx: Context, sitter: Sitter): void {
  const { cloth } = sitter;
  cap(ctx, sitter, { rise: 12, hairline: -118, texture: 'parted', low: 10 });
  layer(ctx, () => {
    ctx.beginPath();
    ctx.moveTo(0, -226);
    ctx.bezierCurveTo(112, -226, 178, -130, 182, 0);
    ctx.bezierCurveTo(186, 130, 230, 190, 276, 300);
    ctx.lineTo(150, 420);
    ctx.bezierCurveTo(170, 250, 120, 160, 128, 20);
    ctx.bezierCurveTo(132, -90, 74, -158, 0, -160);
    ctx.bezierCurveTo(-74, -158, -132, -90, -128, 20);
    ctx.bezierCurveTo(-120, 160, -170, 250, -110, 420);
    ctx.lineTo(-276, 300);
    ctx.bezierCurveTo(-230, 190, -186, 130, -182, 0);
    ctx.bezierCurveTo(-178, -130, -112, -226, 0, -226);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    fold(ctx, sitter, curve(-60, -214, -160, -120, -150, 60, -180, 320), 10);
    fold(ctx, sitter, curve(60, -214, 166, -120, 150, 60, 200, 320), 10);
    fold(ctx, sitter, curve(20, -200, 130, -150, 146, -20, 160, 200), 6);
    ctx.strokeStyle = cloth.light;
    ctx.lineWidth = 5;
    ctx.setLineDash([10, 7]);
    ctx.beginPath();
    ctx.moveTo(124, 60);
    ctx.bezierCurveTo(134, -90, 74, -152, 0, -153);
    ctx.bezierCurveTo(-74, -152, -134, -90, -124, 60);
    ctx.stroke();
  });
}
