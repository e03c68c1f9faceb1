/** Logos of companies that do not exist: a ground, a mark, a shape that means something on a set. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { skia } from '#kernel/heavy.ts';
import type { DemoProduction } from './productions.ts';

const SIDE = 512;
const CENTRE = SIDE / 2;
type Paint = (context: SKRSContext2D, mark: string, ground: string) => void;

export function drawLogo([ground, mark, motif]: DemoProduction['logo']): Promise<Buffer> {
  const canvas = skia().createCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(0, 0, SIDE, SIDE, 96);
  context.fill();
  MOTIFS[motif](context, mark, ground);
  return canvas.encode('png');
}

const disc = (context: SKRSContext2D, x: number, y: number, radius: number, color: string): void => {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
};
const around = (count: number, draw: (angle: number) => void): void => {
  for (let i = 0; i < count; i++) draw((i / count) * 2 * Math.PI - Math.PI / 2);
};

const MOTIFS: Readonly<Record<DemoProduction['logo'][2], Paint>> = {
  reel: (context, mark, ground) => {
    disc(context, CENTRE, CENTRE, 170, mark);
    around(5, (angle) => disc(context, CENTRE + Math.cos(angle) * 98, CENTRE + Math.sin(angle) * 98, 40, ground));
    disc(context, CENTRE, CENTRE, 24, ground);
  },
  sun: (context, mark) => {
    disc(context, CENTRE, CENTRE, 92, mark);
    context.strokeStyle = mark;
    context.lineWidth = 26;
    context.lineCap = 'round';
    around(12, (angle) => {
      context.beginPath();
      context.moveTo(CENTRE + Math.cos(angle) * 128, CENTRE + Math.sin(angle) * 128);
      context.lineTo(CENTRE + Math.cos(angle) * 172, CENTRE + Math.sin(angle) * 172);
      context.stroke();
    });
  },
  dune: (context, mark) => {
    disc(context, 348, 168, 52, mark);
    context.fillStyle = mark;
    context.beginPath();
    context.moveTo(60, 400);
    context.quadraticCurveTo(170, 210, 250, 290);
    context.quadraticCurveTo(330, 220, 452, 400);
    context.closePath();
    context.fill();
  },
  wave: (context, mark) => {
    context.strokeStyle = mark;
    context.lineWidth = 40;
    context.lineCap = 'round';
    for (const y of [180, 270, 360]) {
      context.beginPath();
      context.moveTo(84, y);
      context.bezierCurveTo(160, y - 80, 220, y + 80, 300, y);
      context.bezierCurveTo(350, y - 50, 390, y - 20, 428, y + 10);
      context.stroke();
    }
  },
  baobab: (context, mark) => {
    context.fillStyle = mark;
    context.fillRect(CENTRE - 38, 236, 76, 180);
    for (const [x, y, radius] of [
      [150, 190, 58],
      [236, 132, 68],
      [326, 150, 62],
      [372, 214, 48],
      [256, 208, 74],
    ] as const)
      disc(context, x, y, radius, mark);
  },
  star: (context, mark) => {
    context.fillStyle = mark;
    context.beginPath();
    for (let i = 0; i < 10; i++) {
      const [radius, angle] = [i % 2 ? 74 : 180, (i / 10) * 2 * Math.PI - Math.PI / 2];
      context.lineTo(CENTRE + Math.cos(angle) * radius, CENTRE + Math.sin(angle) * radius);
    }
    context.closePath();
    context.fill();
  },
};
