/** What stands in rooms. */

import { between, pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';
import { halo } from '../sky/sky.ts';

/** Where the back wall meets the floor, and the middle part of the wall. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly top: number;
}

/** How bright it is inside: lamps replace the day. */
export function inside({ light }: Easel): number {
  return light.lamps > 0.5 ? 0.5 : light.altitude < 0.3 ? 0.78 : 0.92;
}

export function sofa(easel: Easel, { foot }: Frame, random: Random): void {
  const { pen, width, unit, sunSide } = easel;
  const colour = pick<Rgb>(random, [
    [70, 110, 126],
    [176, 98, 72],
    [96, 108, 78],
    [126, 84, 110],
  ]);
  const x = width / 2 - sunSide * Math.min(unit * 0.2, width * 0.2);
  const [half, y] = [unit * 0.25, foot + unit * 0.1];
  const dim = inside(easel);
  halo(pen, x, y + unit * 0.035, half * 1.25, [10, 8, 16], 0.4);
  const block = (dx: number, dy: number, w: number, h: number, tone: number): void => {
    const wash = pen.createLinearGradient(0, y + dy, 0, y + dy + h);
    wash.addColorStop(0, css(scaled(mix(colour, [255, 240, 220], 0.16), dim * tone)));
    wash.addColorStop(1, css(scaled(colour, dim * tone * 0.62)));
    pen.fillStyle = wash;
    pen.beginPath();
    pen.roundRect(x + dx, y + dy, w, h, unit * 0.028);
    pen.fill();
  };
  block(-half, -unit * 0.2, half * 2, unit * 0.2, 0.86);
  for (const side of [-1, 0]) block(side * half * 0.86, -unit * 0.085, half * 0.86, unit * 0.08, 1.05);
  block(-half * 0.9, -unit * 0.035, half * 1.8, unit * 0.075, 0.8);
  for (const side of [-1, 1]) block(side > 0 ? half * 0.84 : -half * 1.08, -unit * 0.13, half * 0.24, unit * 0.17, 0.95);
  for (const [dx, tint] of [
    [-0.6, [232, 186, 96]],
    [0.42, [230, 222, 204]],
  ] as const) {
    pen.save();
    pen.translate(x + dx * half, y - unit * 0.1);
    pen.rotate(dx * 0.3);
    pen.fillStyle = css(scaled(tint, dim));
    pen.beginPath();
    pen.roundRect(-unit * 0.045, -unit * 0.045, unit * 0.09, unit * 0.08, unit * 0.018);
    pen.fill();
    pen.restore();
  }
}

const SPINES: readonly [Rgb, ...Rgb[]] = [
  [156, 52, 48],
  [44, 78, 110],
  [198, 152, 76],
  [64, 96, 70],
  [112, 70, 96],
  [218, 200, 168],
  [90, 64, 52],
];

function book(easel: Easel, px: number, y: number, wide: number, tall: number, random: Random): void {
  const { pen, unit } = easel;
  const dim = inside(easel);
  const colour = mix(pick(random, SPINES), [30, 22, 24], random() * 0.25);
  const wash = pen.createLinearGradient(px, 0, px + wide, 0);
  wash.addColorStop(0, css(scaled(colour, dim * 0.7)));
  wash.addColorStop(0.4, css(scaled(colour, dim * 1.12)));
  wash.addColorStop(1, css(scaled(colour, dim * 0.6)));
  pen.fillStyle = wash;
  pen.fillRect(px, y - tall, wide * 0.95, tall);
  pen.fillStyle = css(scaled([230, 196, 120], dim), 0.6);
  pen.fillRect(px + wide * 0.15, y - tall * 0.82, wide * 0.62, unit * 0.003);
}

export function shelves(easel: Easel, { foot }: Frame, random: Random): void {
  const { pen, width, unit } = easel;
  const dim = inside(easel);
  const shelf = unit * 0.135;
  for (let row = 0; row < 6; row += 1) {
    const y = foot - row * shelf - unit * 0.02;
    pen.fillStyle = css(scaled([66, 42, 30], dim));
    pen.fillRect(0, y - shelf, width, shelf);
    for (let x = -1.6 * unit; x < 1.6 * unit; ) {
      const wide = unit * between(random, 0.011, 0.03);
      const tall = shelf * between(random, 0.6, 0.86);
      const gap = random() < 0.05;
      const px = width / 2 + x;
      if (!gap && px > -wide && px < width) {
        book(easel, px, y, wide, tall, random);
      }
      x += wide;
    }
    pen.fillStyle = css(scaled([120, 78, 50], dim));
    pen.fillRect(0, y - unit * 0.002, width, unit * 0.014);
  }
  for (let post = -4; post <= 4; post += 1) {
    pen.fillStyle = css(scaled([104, 66, 42], dim));
    pen.fillRect(width / 2 + post * unit * 0.42 - unit * 0.21, 0, unit * 0.026, foot);
  }
}

export function tables(easel: Easel, { foot }: Frame): void {
  const { pen, width, unit } = easel;
  const dim = inside(easel);
  for (const [dx, down, size] of [
    [-0.3, 0.06, 0.8],
    [0.32, 0.09, 0.95],
    [-0.02, 0.2, 1.25],
  ] as const) {
    const x = width / 2 + dx * Math.min(unit, width);
    const y = foot + down * unit;
    const half = unit * 0.1 * size;
    halo(pen, x, y + unit * 0.03, half * 1.2, [10, 8, 14], 0.4);
    pen.fillStyle = css(scaled([50, 44, 46], dim));
    pen.fillRect(x - half * 0.06, y - half * 0.95, half * 0.12, half);
    pen.fillStyle = css(scaled([172, 122, 80], dim));
    pen.beginPath();
    pen.ellipse(x, y - half * 0.95, half, half * 0.26, 0, 0, Math.PI * 2);
    pen.fill();
    pen.fillStyle = css(scaled([246, 242, 234], dim));
    pen.beginPath();
    pen.ellipse(x - half * 0.3, y - half * 1.02, half * 0.2, half * 0.16, 0, 0, Math.PI * 2);
    pen.fill();
    halo(pen, x + half * 0.35, y - half * 1.12, half * 0.5, [255, 200, 120], 0.5 * (1.2 - dim));
  }
}

export function lampsOf(easel: Easel, { foot }: Frame, place: string): void {
  const { pen, width, unit, light } = easel;
  const glow = 0.25 + 0.6 * light.lamps;
  for (const dx of place === 'cafe' ? [-0.36, 0, 0.36] : [-easel.sunSide * 0.4]) {
    const x = width / 2 + dx * Math.min(unit, width);
    const y = foot - unit * 0.5;
    pen.fillStyle = css([40, 34, 34]);
    pen.fillRect(x - unit * 0.003, 0, unit * 0.006, y);
    pen.fillStyle = css(mix([214, 160, 96], [255, 236, 190], light.lamps));
    pen.beginPath();
    pen.moveTo(x - unit * 0.022, y - unit * 0.05);
    pen.lineTo(x + unit * 0.022, y - unit * 0.05);
    pen.lineTo(x + unit * 0.065, y + unit * 0.02);
    pen.lineTo(x - unit * 0.065, y + unit * 0.02);
    pen.fill();
    pen.save();
    pen.globalCompositeOperation = 'screen';
    halo(pen, x, y + unit * 0.02, unit * 0.42, [255, 196, 116], glow);
    pen.restore();
  }
}

export function plant(easel: Easel, { foot }: Frame, random: Random): void {
  const { pen, width, unit, sunSide } = easel;
  const dim = inside(easel);
  const x = width / 2 + sunSide * Math.min(unit * 0.43, width * 0.43);
  const y = foot + unit * 0.06;
  halo(pen, x, y, unit * 0.09, [10, 8, 14], 0.4);
  for (let leaf = 0; leaf < 17; leaf += 1) {
    const turn = -Math.PI / 2 + between(random, -1.15, 1.15);
    const reach = unit * between(random, 0.12, 0.24);
    const [tx, ty] = [x + Math.cos(turn) * reach, y - unit * 0.08 + Math.sin(turn) * reach];
    pen.fillStyle = css(scaled(mix([44, 96, 62], [120, 156, 76], random()), dim));
    pen.beginPath();
    pen.moveTo(x, y - unit * 0.07);
    pen.quadraticCurveTo((x + tx) / 2 - unit * 0.028, (y + ty) / 2 - unit * 0.09, tx, ty);
    pen.quadraticCurveTo((x + tx) / 2 + unit * 0.028, (y + ty) / 2 - unit * 0.03, x, y - unit * 0.07);
    pen.fill();
  }
  pen.fillStyle = css(scaled([190, 110, 76], dim));
  pen.beginPath();
  pen.moveTo(x - unit * 0.05, y - unit * 0.085);
  pen.lineTo(x + unit * 0.05, y - unit * 0.085);
  pen.lineTo(x + unit * 0.036, y + unit * 0.012);
  pen.lineTo(x - unit * 0.036, y + unit * 0.012);
  pen.fill();
}

/** A reading table with open books under a lamp of green glass. */
export function desk(easel: Easel, { foot }: Frame): void {
  const { pen, width, unit, sunSide } = easel;
  const dim = inside(easel);
  const x = width / 2 + sunSide * unit * 0.04;
  const y = foot + unit * 0.12;
  const half = unit * 0.25;
  halo(pen, x, y + unit * 0.1, half * 1.2, [10, 8, 14], 0.45);
  for (const side of [-1, 1]) {
    pen.fillStyle = css(scaled([82, 50, 34], dim));
    pen.fillRect(x + side * half * 0.86 - unit * 0.014, y, unit * 0.028, unit * 0.14);
  }
  const top = pen.createLinearGradient(0, y - unit * 0.03, 0, y + unit * 0.03);
  top.addColorStop(0, css(scaled([168, 108, 70], dim)));
  top.addColorStop(1, css(scaled([112, 68, 44], dim)));
  pen.fillStyle = top;
  pen.beginPath();
  pen.roundRect(x - half, y - unit * 0.025, half * 2, unit * 0.05, unit * 0.008);
  pen.fill();
  for (const [dx, colour] of [
    [-0.5, [240, 232, 212]],
    [0.2, [232, 222, 200]],
  ] as const) {
    pen.fillStyle = css(scaled(colour, dim * 1.05));
    for (const page of [-1, 1]) {
      pen.beginPath();
      pen.moveTo(x + dx * half, y - unit * 0.024);
      pen.quadraticCurveTo(x + dx * half + page * unit * 0.03, y - unit * 0.05, x + dx * half + page * unit * 0.062, y - unit * 0.032);
      pen.lineTo(x + dx * half + page * unit * 0.062, y - unit * 0.02);
      pen.fill();
    }
  }
  deskLamp(easel, x + half * 0.62, y);
}

function deskLamp(easel: Easel, lamp: number, y: number): void {
  const { pen, unit } = easel;
  const dim = inside(easel);
  pen.fillStyle = css(scaled([196, 156, 84], dim));
  pen.fillRect(lamp - unit * 0.005, y - unit * 0.15, unit * 0.01, unit * 0.13);
  pen.fillRect(lamp - unit * 0.035, y - unit * 0.034, unit * 0.07, unit * 0.012);
  pen.fillStyle = css([34, 122, 84]);
  pen.beginPath();
  pen.ellipse(lamp, y - unit * 0.145, unit * 0.075, unit * 0.034, 0, Math.PI, Math.PI * 2);
  pen.fill();
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, lamp, y - unit * 0.12, unit * 0.26, [255, 206, 120], 0.8);
  pen.restore();
}
