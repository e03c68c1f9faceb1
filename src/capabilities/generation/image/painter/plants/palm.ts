/** A palm: a bowed trunk with rings, and full fronds that hang. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { clamp } from '../noise.ts';
import { lit } from '../scene/light.ts';
import type { Gardener } from './sprites.ts';

export function palm(gardener: Gardener): void {
  const { pen, light, random, sunSide } = gardener;
  const lean = between(random, -0.13, 0.13);
  const bark: Rgb = [142, 112, 82];
  const rings = 26;
  for (let ring = 0; ring < rings; ring += 1) {
    const rise = ring / rings;
    const x = lean * rise * rise;
    const width = 0.03 - 0.012 * rise + (ring === 0 ? 0.006 : 0);
    const wash = pen.createLinearGradient(x - width, 0, x + width, 0);
    wash.addColorStop(sunSide < 0 ? 0 : 1, css(lit(light, bark, 0.95)));
    wash.addColorStop(sunSide < 0 ? 1 : 0, css(lit(light, mix(bark, [60, 40, 40], 0.4), 0.1)));
    pen.fillStyle = wash;
    pen.beginPath();
    pen.moveTo(x - width * 1.12, -rise * 0.72);
    pen.lineTo(x + width * 1.12, -rise * 0.72);
    pen.lineTo(x + width * 0.9, -(rise + 1.35 / rings) * 0.72);
    pen.lineTo(x - width * 0.9, -(rise + 1.35 / rings) * 0.72);
    pen.fill();
  }
  const count = 19;
  // The far fronds first, then the sides, the near ones last.
  const fronds = Array.from({ length: count }, (_, index) => {
    const turn = Math.PI * (1.22 - (1.44 * index) / (count - 1)) + between(random, -0.06, 0.06);
    return { turn, reach: between(random, 0.27, 0.35), hang: between(random, 0.12, 0.24), order: random() };
  }).sort((a, b) => a.order - b.order);
  for (const [index, each] of fronds.entries()) frond(gardener, [lean, -0.71], each, index / count);
  pen.fillStyle = css(lit(light, [128, 96, 50], 0.5));
  for (let fruit = 0; fruit < 5; fruit += 1) {
    pen.beginPath();
    pen.arc(lean + between(random, -0.025, 0.025), -0.7 + between(random, -0.004, 0.022), 0.012, 0, Math.PI * 2);
    pen.fill();
  }
}

interface Frond {
  readonly turn: number;
  readonly reach: number;
  readonly hang: number;
}

function frond(
  { pen, light, random, sunSide, detail }: Gardener,
  [x, y]: readonly [number, number],
  { turn, reach, hang }: Frond,
  near: number,
): void {
  const green: Rgb = mix([76, 124, 54], [142, 158, 66], random() * 0.5);
  const along = (share: number): [number, number] => [
    x + Math.cos(turn) * reach * share,
    y - Math.sin(turn) * reach * share * 0.86 + hang * share * share * 1.3,
  ];
  const tone = clamp(0.3 + Math.cos(turn) * sunSide * 0.3 + Math.sin(turn) * 0.24 + near * 0.2);
  const steps = detail < 0.5 ? 7 : detail < 1 ? 13 : 22;
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps;
    const [px, py] = along(share);
    const [qx, qy] = along(Math.max(0, share - 0.12));
    const length = reach * 0.34 * Math.sin(Math.PI * (0.16 + 0.8 * share)) + 0.02;
    const heading = Math.atan2(py - qy, px - qx);
    for (const side of [-1, 1]) {
      const open = heading + side * (0.95 - 0.45 * share);
      const shine = clamp(tone + side * sunSide * 0.1 + between(random, -0.12, 0.14));
      pen.fillStyle = css(lit(light, mix(green, [214, 206, 96], shine * 0.24), shine));
      leaflet(pen, [px, py], heading, open, length, (reach / steps) * 0.85);
    }
  }
  pen.strokeStyle = css(lit(light, [168, 172, 84], tone));
  pen.lineWidth = 0.0045;
  pen.beginPath();
  pen.moveTo(x, y);
  for (let step = 1; step <= 8; step += 1) pen.lineTo(...along(step / 8));
  pen.stroke();
}

function leaflet(
  pen: Gardener['pen'],
  [px, py]: readonly [number, number],
  heading: number,
  open: number,
  length: number,
  thick: number,
): void {
  const [tx, ty] = [px + Math.cos(open) * length, py + Math.sin(open) * length + length * 0.42];
  pen.beginPath();
  pen.moveTo(px - Math.cos(heading) * thick, py - Math.sin(heading) * thick);
  pen.quadraticCurveTo(px + Math.cos(open) * length * 0.5, py + Math.sin(open) * length * 0.5, tx, ty);
  pen.quadraticCurveTo(
    px + Math.cos(open) * length * 0.45,
    py + Math.sin(open) * length * 0.5 + thick,
    px + Math.cos(heading) * thick,
    py + Math.sin(heading) * thick,
  );
  pen.fill();
}
