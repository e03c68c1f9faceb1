/** Towers of the south, built of earth. */

import { pick, type Random } from '../../../random.ts';
import { css, type Rgb } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';
import { type Box, flatRoof, glowing, groundShadow, onWall, plaster, quad, wallsOf } from './box.ts';
import { LAMP, merlons } from './medina.ts';

const CLAY: readonly [Rgb, ...Rgb[]] = [
  [196, 126, 84],
  [184, 112, 74],
  [206, 140, 96],
];

/** A tower of rammed earth that narrows upwards, with rows of niches. */
export function kasbahTower(easel: Easel, upright: Box, random: Random): void {
  const box = { ...upright, taper: 0.82 };
  const colour = pick(random, CLAY);
  const { front, side } = wallsOf(easel, box);
  const { pen, light } = easel;
  groundShadow(easel, box);
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, colour);
    merlons(easel, wall, colour, wall.wide / 5);
    const dark = css(onWall(light, wall, [84, 50, 40], -0.15));
    const glow = css(glowing(light, wall, LAMP));
    const niches = Math.max(3, Math.min(9, Math.round(wall.wide / 1.1)));
    for (const [v, tall, wide] of [
      [0.86, 0.07, 0.4],
      [0.76, 0.05, 0.3],
      [0.52, 0.08, 0.26],
    ] as const) {
      for (let niche = 0; niche < niches; niche += v < 0.6 ? 2 : 1) {
        const u = (niche + 0.5) / niches;
        pen.fillStyle = v < 0.6 && random() < light.lamps * 0.6 ? glow : dark;
        quad(pen, wall, u - wide / niches / 2, v, u + wide / niches / 2, v + tall);
        pen.fill();
      }
    }
    pen.strokeStyle = dark;
    pen.lineWidth = Math.max(0.6, wall.scale * 0.07);
    pen.beginPath();
    for (let zig = 0; zig <= niches * 2; zig += 1) pen.lineTo(...wall.at(zig / (niches * 2), 0.66 + (zig % 2) * 0.05));
    pen.stroke();
  }
  flatRoof(easel, box, colour);
}
