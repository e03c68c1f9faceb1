/** Beards, glasses and jewels. */
import { brushLine, type Context, curve, layer, type Sitter, touch, wash } from './brush.ts';
import { EYE_LINE, MOUTH_LINE, tracePath } from './head.ts';
import { alpha, mix } from './palette.ts';
import { coils } from './texture.ts';

export function paintBeard(ctx: Context, sitter: Sitter): void {
  const { traits, hair, turn, face } = sitter;
  const kind = traits.beard;
  if (!kind) return;
  const opacity = kind === 'stubble' ? 0.34 : kind === 'short' ? 0.78 : 0.94;
  layer(ctx, () => {
    tracePath(ctx, sitter, kind === 'full' ? 12 : kind === 'stubble' ? 0 : 4);
    ctx.clip();
    if (kind === 'goatee' || kind === 'moustache') return;
    traceBeard(ctx, sitter);
    ctx.fillStyle = wash(ctx, [0, 0], [0, 80], alpha(hair.base, 0), alpha(hair.base, opacity));
    ctx.fill('evenodd');
    ctx.clip('evenodd');
    if (kind !== 'stubble') coils(ctx, sitter, { x: turn * 0.5, y: 118, width: 118, height: 84 }, kind === 'full' ? 330 : 200);
    touch(ctx, -sitter.lamp * 90, 120, 70, 90, hair.dark, 0.5);
  });
  if (kind === 'goatee') {
    layer(ctx, () => {
      ctx.fillStyle = alpha(hair.base, 0.86);
      ctx.beginPath();
      ctx.ellipse(turn, face.bottom - 14, 34, 25, 0, 0, Math.PI * 2);
      ctx.fill();
      ctx.clip();
      coils(ctx, sitter, { x: turn, y: face.bottom - 12, width: 36, height: 28 }, 60);
    });
  }
  const strength = kind === 'stubble' ? 0.34 : 0.86;
  const width = kind === 'stubble' ? 13 : 19;
  for (const sign of [-1, 1])
    brushLine(
      ctx,
      curve(turn + sign * -4, 92, turn + sign * 22, 88, turn + sign * 50, 94, turn + sign * 62, 126),
      width,
      alpha(hair.base, strength),
    );
}

/** From the sideburns along the jaw, leaving the lips and the cheeks free. */
function traceBeard(ctx: Context, { face, turn }: Sitter): void {
  const wide = face.cheek + 20;
  ctx.beginPath();
  ctx.moveTo(-wide, -6);
  ctx.lineTo(-wide, 230);
  ctx.lineTo(wide, 230);
  ctx.lineTo(wide, -6);
  ctx.bezierCurveTo(face.cheek - 14, 40, face.cheek - 24, 78, 66 + turn, 92);
  ctx.bezierCurveTo(50 + turn, 80, 24 + turn, 82, turn, 84);
  ctx.bezierCurveTo(-24 + turn, 82, -50 + turn, 80, -66 + turn, 92);
  ctx.bezierCurveTo(-face.cheek + 24, 78, -face.cheek + 14, 40, -wide, -6);
  ctx.closePath();
  ctx.ellipse(turn * 1.05, MOUTH_LINE + 3, 50, 20, 0, 0, Math.PI * 2);
}

export function paintGlasses(ctx: Context, { traits, turn, face, lamp }: Sitter): void {
  if (!traits.glasses) return;
  const round = traits.glasses === 'round';
  layer(ctx, () => {
    ctx.strokeStyle = round ? '#8a5a22' : '#1d1517';
    ctx.lineWidth = round ? 5 : 8;
    ctx.lineJoin = 'round';
    for (const sign of [-1, 1]) {
      const [x, wide] = [sign * 57 + turn * 0.85, (round ? 41 : 45) * (1 - (sign * turn) / 260)];
      ctx.beginPath();
      if (round) ctx.ellipse(x, EYE_LINE + 1, wide, 40, 0, 0, Math.PI * 2);
      else ctx.roundRect(x - wide, EYE_LINE - 30, wide * 2, 62, 17);
      ctx.fillStyle = wash(
        ctx,
        [x - wide, -40],
        [x + wide, 40],
        'rgba(255,255,255,0.16)',
        'rgba(255,255,255,0.02)',
        'rgba(255,255,255,0.09)',
      );
      ctx.fill();
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x + sign * wide, EYE_LINE - 6);
      ctx.lineTo(sign * (face.cheek + 4), EYE_LINE - 10);
      ctx.stroke();
    }
    ctx.beginPath();
    ctx.moveTo(turn * 0.85 - 15, EYE_LINE - 4);
    ctx.quadraticCurveTo(turn * 0.95, EYE_LINE - 14, turn * 0.85 + 15, EYE_LINE - 4);
    ctx.stroke();
    for (const sign of [-1, 1]) paintGlint(ctx, sign * 57 + turn + lamp * 18);
  });
}

/** The lamp in a lens. */
function paintGlint(ctx: Context, x: number): void {
  ctx.strokeStyle = 'rgba(255,255,255,0.35)';
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(x - 8, EYE_LINE - 24);
  ctx.lineTo(x + 8, EYE_LINE - 8);
  ctx.stroke();
}

export function paintJewels(ctx: Context, sitter: Sitter): void {
  const { traits, face, turn, cloth } = sitter;
  const gold = '#e3ad45';
  if (!traits.earrings) return;
  for (const sign of [-1, 1] as const) {
    const x = sign * (face.cheek + 9) * (1 - (sign * turn) / 420);
    layer(ctx, () => {
      ctx.strokeStyle = wash(ctx, [x - 20, 40], [x + 20, 110], '#f9dd90', gold, '#8f5d17');
      ctx.fillStyle = wash(ctx, [x - 12, 44], [x + 12, 100], '#f9dd90', gold, '#8f5d17');
      ctx.lineWidth = 6;
      ctx.beginPath();
      if (traits.earrings === 'hoops') {
        ctx.ellipse(x, 88, 22, 34, 0, 0, Math.PI * 2);
        ctx.stroke();
      } else if (traits.earrings === 'studs') {
        ctx.arc(x - sign * 2, 50, 8, 0, Math.PI * 2);
        ctx.fill();
      } else if (traits.earrings === 'drops') {
        ctx.moveTo(x, 48);
        ctx.bezierCurveTo(x + 18, 84, x + 12, 106, x, 106);
        ctx.bezierCurveTo(x - 12, 106, x - 18, 84, x, 48);
        ctx.fill();
      } else {
        for (const [index, y] of [54, 72, 92, 112].entries()) {
          ctx.fillStyle = index % 2 ? cloth.accent : mix(cloth.accent, '#fff3d8', 0.6);
          ctx.beginPath();
          ctx.arc(x, y, 8 + index, 0, Math.PI * 2);
          ctx.fill();
        }
      }
    });
  }
}
