/** Covered heads: hijab, veil, gele, headwrap, turban and cap, each with its own fall of cloth. */
import { brushLine, type Context, layer, type Sitter, touch, wash } from './brush.ts';
import { cap } from './hair.ts';
import { alpha, mix } from './palette.ts';

type Point = readonly [number, number];

export function paintHeadwearBehind(ctx: Context, sitter: Sitter): void {
  const { hair } = sitter.traits;
  if (hair === 'hijab' || hair === 'veil') drape(ctx, sitter, hair === 'veil' ? 196 : 150);
}

export function paintHeadwear(ctx: Context, sitter: Sitter): void {
  const painters: Partial<Record<Sitter['traits']['hair'], (ctx: Context, sitter: Sitter) => void>> = { hijab: paintHijab, veil: paintVeil, gele: paintGele, headwrap: paintHeadwrap, turban: paintTurban, cap: paintCap };
  painters[sitter.traits.hair]?.(ctx, sitter);
}

const accentWash = (ctx: Context, { cloth, lamp }: Sitter): CanvasGradient =>
  wash(ctx, [lamp * 150, -240], [-lamp * 150, 160], mix(cloth.accent, '#fff3dd', 0.24), cloth.accent, mix(cloth.accent, '#160c1c', 0.48));

/** A fold: a soft shadow with a lit edge beside it, both thinning out at their ends. */
function fold(ctx: Context, { cloth }: Sitter, points: readonly [Point, Point, Point, Point], width: number): void {
  const moved = (shift: number): [Point, Point, Point, Point] => points.map(([x, y]) => [x + shift, y] as const) as [Point, Point, Point, Point];
  for (const grow of [2.6, 1.5, 0.7]) brushLine(ctx, points, width * grow, alpha(mix(cloth.accent, '#160c1c', 0.6), 0.17));
  brushLine(ctx, moved(-width * 1.1), width * 0.9, alpha(mix(cloth.accent, '#fff6e6', 0.45), 0.4));
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
    for (const [a, b, c, d] of [[-118, -140, -96, -60], [122, 140, 104, 30]] as const) fold(ctx, sitter, [[a * 0.55, -196], [a, -120], [b, 20], [c * 1.2, 150 + d]], 9);
    fold(ctx, sitter, [[-126, 60], [-96, 170], [-30, 206], [40, 226]], 10);
    fold(ctx, sitter, [[132, 70], [110, 170], [60, 210], [-40, 250]], 12);
    fold(ctx, sitter, [[110, 120], [70, 200], [-20, 236], [-150, 246]], 9);
    fold(ctx, sitter, [[-140, 120], [-110, 200], [-70, 250], [20, 286]], 9);
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
    fold(ctx, sitter, [[-60, -214], [-160, -120], [-150, 60], [-180, 320]], 10);
    fold(ctx, sitter, [[60, -214], [166, -120], [150, 60], [200, 320]], 10);
    fold(ctx, sitter, [[20, -200], [130, -150], [146, -20], [160, 200]], 6);
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

/** The Yoruba and Igbo head tie: stiff pleats that open like a fan above the forehead. */
function paintGele(ctx: Context, sitter: Sitter): void {
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
      ctx.fillStyle = wash(ctx, [x - 40, y], [x + 60, y + 40], mix(cloth.accent, '#fff3dd', 0.34), cloth.accent, mix(cloth.accent, '#160c1c', 0.5));
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
      fold(ctx, sitter, [[-wide, y + 30 + slant], [-wide * 0.5, y - 10 + slant], [wide * 0.5, y - 14 - slant], [wide, y + 24 - slant]], 5);
    }
  });
}

function paintHeadwrap(ctx: Context, sitter: Sitter): void {
  const { turn, lamp, cloth } = sitter;
  layer(ctx, () => {
    ctx.beginPath();
    ctx.ellipse(turn - lamp * 12, -186, 146, 112, -0.12 * lamp, 0, Math.PI * 2);
    ctx.fillStyle = accentWash(ctx, sitter);
    ctx.fill();
    ctx.clip();
    for (let i = 0; i < 7; i++) fold(ctx, sitter, [[-150 + i * 44, -100], [-130 + i * 40, -200], [-40 + i * 14, -270], [turn + lamp * 40, -300]], 8);
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

function paintTurban(ctx: Context, sitter: Sitter): void {
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
      fold(ctx, sitter, [[-160, y + 46 + slant], [-70, y - 6 + slant * 0.5], [70, y - 6 - slant * 0.5], [160, y + 46 - slant]], 8);
    }
    touch(ctx, lamp * 60, -220, 90, 50, '#fff6e6', 0.3);
    touch(ctx, -lamp * 120, -120, 80, 90, mix(cloth.accent, '#160c1c', 0.7), 0.55);
  });
  band(ctx, sitter, -160, -84, lamp * 10);
  touch(ctx, turn, -92, 96, 14, sitter.skin.deep, 0.45);
}

/** A kufi: a soft round cap with an embroidered rim. */
function paintCap(ctx: Context, sitter: Sitter): void {
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
