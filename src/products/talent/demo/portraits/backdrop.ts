/** The poster behind and the air in front: a low sun, a textile motif, then grain and a gentle vignette. */
import { type Context, layer, type Sitter, touch, wash } from './brush.ts';
import { alpha, BACKDROPS } from './palette.ts';

type Motif = (ctx: Context, side: number) => void;

export function paintBackdrop(ctx: Context, sitter: Sitter, side: number): void {
  const colors = BACKDROPS[sitter.traits.backdrop % BACKDROPS.length] ?? BACKDROPS[0];
  if (!colors) return;
  ctx.fillStyle = wash(ctx, [0, 0], [0, side], colors.top, colors.bottom);
  ctx.fillRect(0, 0, side, side);
  layer(ctx, () => {
    ctx.strokeStyle = alpha(colors.motif, 0.75);
    ctx.fillStyle = alpha(colors.motif, 0.6);
    const motif = MOTIFS[Math.floor(sitter.random() * MOTIFS.length)];
    motif?.(ctx, side);
  });
  const x = side / 2 + sitter.lamp * 36;
  ctx.fillStyle = wash(ctx, [0, 90], [0, 640], colors.disc, alpha(colors.disc, 0.35));
  ctx.beginPath();
  ctx.arc(x, 350, 292, 0, Math.PI * 2);
  ctx.fill();
  touch(ctx, side / 2 + sitter.lamp * 260, 150, 460, 420, '#fff4dc', 0.34);
}

const MOTIFS: readonly Motif[] = [
  // Bogolan: rows of chevrons.
  (ctx, side) => {
    ctx.lineWidth = 9;
    for (let y = 30; y < side; y += 62) {
      ctx.beginPath();
      for (let step = 0; step * 30 <= side + 30; step++) ctx.lineTo(step * 30, y + (step % 2 ? 18 : 0));
      ctx.stroke();
    }
  },
  // Kente: woven blocks.
  (ctx, side) => {
    const cell = 66;
    for (let row = 0; row * cell < side; row++) {
      for (let column = 0; column * cell < side; column++) {
        const flat = (row + column) % 2 === 0;
        for (let bar = 0; bar < 3; bar++)
          ctx.fillRect(column * cell + (flat ? 8 : 8 + bar * 18), row * cell + (flat ? 8 + bar * 18 : 8), flat ? 50 : 9, flat ? 9 : 50);
      }
    }
  },
  // Zellige: eight-pointed stars.
  (ctx, side) => {
    ctx.lineWidth = 4;
    for (let y = 50; y < side + 50; y += 100) {
      for (let x = 50; x < side + 50; x += 100) {
        for (const turn of [0, Math.PI / 4]) {
          ctx.beginPath();
          for (let i = 0; i <= 4; i++) ctx.lineTo(x + Math.cos(turn + (i * Math.PI) / 2) * 44, y + Math.sin(turn + (i * Math.PI) / 2) * 44);
          ctx.stroke();
        }
      }
    }
  },
  // Indigo: concentric arcs like resist-dyed cloth.
  (ctx, side) => {
    ctx.lineWidth = 5;
    for (let y = 0; y < side + 80; y += 80) {
      for (let x = (y / 80) % 2 ? 0 : 80; x < side + 160; x += 160) {
        for (const radius of [26, 44, 62, 80]) {
          ctx.beginPath();
          ctx.arc(x, y, radius, Math.PI, 0);
          ctx.stroke();
        }
      }
    }
  },
];

export function paintFinish(ctx: Context, { random }: Sitter, side: number): void {
  const vignette = ctx.createRadialGradient(side / 2, side * 0.45, side * 0.36, side / 2, side / 2, side * 0.78);
  vignette.addColorStop(0, 'rgba(20,8,24,0)');
  vignette.addColorStop(1, 'rgba(20,8,24,0.42)');
  ctx.fillStyle = vignette;
  ctx.fillRect(0, 0, side, side);
  layer(ctx, () => {
    for (let i = 0; i < 700; i++) {
      ctx.fillStyle = random() < 0.5 ? 'rgba(255,244,220,0.05)' : 'rgba(20,8,20,0.05)';
      ctx.fillRect(random() * side, random() * side, 1.5, 1.5);
    }
  });
}
