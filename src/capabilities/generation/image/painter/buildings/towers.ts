/** The modern city: towers and blocks with windows that are lit at night. */

import { between, pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import type { Easel } from '../scene/easel.ts';
import { halo } from '../sky/sky.ts';
import { type Box, flatRoof, glowing, groundShadow, onWall, plaster, quad, type Wall, wallsOf } from './box.ts';

const GLASS: readonly [Rgb, ...Rgb[]] = [
  [104, 132, 158],
  [86, 110, 140],
  [128, 146, 160],
  [74, 92, 118],
];
const STONE: readonly [Rgb, ...Rgb[]] = [
  [206, 198, 184],
  [186, 166, 144],
  [220, 214, 204],
  [168, 122, 98],
];
const WARM: readonly [Rgb, ...Rgb[]] = [
  [255, 214, 140],
  [255, 236, 190],
  [255, 190, 110],
  [214, 232, 255],
];
const NEON: readonly [Rgb, ...Rgb[]] = [
  [255, 60, 170],
  [60, 220, 255],
  [150, 90, 255],
  [255, 170, 60],
  [80, 255, 180],
];

export function tower(easel: Easel, box: Box, random: Random): void {
  const isGlass = box.top - box.foot > 34 || random() < 0.2;
  const colour = pick(random, isGlass ? GLASS : STONE);
  const { front, side } = wallsOf(easel, box);
  if (box.near < 160) groundShadow(easel, box);
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, colour);
    windows(easel, wall, random, isGlass);
  }
  flatRoof(easel, box, mix(colour, [90, 90, 96], 0.5));
  if (box.top - box.foot > 60 && random() < 0.4) mast(easel, box);
  if (easel.light.lamps > 0.5 && (easel.asked.moods.includes('neon') || random() < 0.12)) neonSign(easel, front, random);
  if (easel.light.lamps > 0.5 && easel.asked.moods.includes('neon') && side) neonSign(easel, side, random);
}

function windows(easel: Easel, wall: Wall, random: Random, isGlass: boolean): void {
  const { pen, light } = easel;
  const storeys = Math.max(2, Math.min(46, Math.round(wall.tall / 3.4)));
  const across = Math.max(2, Math.min(26, Math.round(wall.wide / (isGlass ? 2.6 : 3.2))));
  if ((wall.tall / storeys) * wall.scale < 1.6) return;
  const [wide, tall] = isGlass ? [0.84, 0.72] : [0.46, 0.54];
  const dark = mix([38, 48, 66], light.zenith, 0.35);
  const share = light.lamps * (isGlass ? 0.36 : 0.34);
  const isStreet = wall.scale > 5;
  if (isStreet) shops(easel, wall, random);
  for (let storey = isStreet ? 1 : 0; storey < storeys; storey += 1) {
    const v = (storey + 0.24) / storeys;
    const busy = random() < 0.3 ? 1.6 : 0.85;
    for (let column = 0; column < across; column += 1) {
      const u = (column + (1 - wide) / 2) / across;
      const isLit = random() < share * busy;
      const shine = isGlass
        ? mix(dark, light.middle, 0.2 + 0.75 * v + between(random, -0.12, 0.12))
        : mix(dark, light.horizon, 0.24 * random());
      const colour = isLit
        ? glowing(light, wall, mix(pick(random, WARM), [60, 50, 60], 0.3 * random()))
        : onWall(light, { ...wall, facing: 0.5 + 0.4 * wall.facing }, shine);
      pen.fillStyle = css(colour);
      quad(pen, wall, u, v, u + wide / across, v + tall / storeys);
      pen.fill();
    }
  }
}

/** At street level: windows of shops with a sign above each. */
function shops(easel: Easel, wall: Wall, random: Random): void {
  const { pen, light } = easel;
  const tall = 3.6 / wall.tall;
  const count = Math.max(1, Math.round(wall.wide / 5.5));
  pen.fillStyle = css(onWall(light, wall, [52, 48, 54]));
  quad(pen, wall, 0, 0, 1, tall);
  pen.fill();
  for (let shop = 0; shop < count; shop += 1) {
    const [from, to] = [(shop + 0.08) / count, (shop + 0.92) / count];
    const glow = mix(pick(random, WARM), pick(random, NEON), 0.18);
    pen.fillStyle = css(
      light.lamps > 0.4
        ? glowing(light, wall, mix(glow, [90, 70, 60], 0.35))
        : onWall(light, wall, mix([70, 84, 100], light.horizon, 0.25)),
    );
    quad(pen, wall, from, tall * 0.08, to, tall * 0.66);
    pen.fill();
    const sign = pick(random, NEON);
    pen.fillStyle = css(
      light.lamps > 0.4 ? glowing(light, wall, mix(sign, [30, 20, 40], 0.25)) : onWall(light, wall, mix(sign, [120, 110, 110], 0.6)),
    );
    quad(pen, wall, from, tall * 0.72, to, tall * 0.92);
    pen.fill();
  }
}

function mast(easel: Easel, box: Box): void {
  const { pen, light } = easel;
  const { front } = wallsOf(easel, box);
  const [x, y] = front.at(0.5, 1);
  const [, up] = front.at(0.5, 1.16);
  pen.strokeStyle = css(onWall(light, front, [120, 124, 132]));
  pen.lineWidth = Math.max(1, front.scale * 0.5);
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x, up);
  pen.stroke();
  if (light.lamps > 0.4) halo(pen, x, up, Math.max(3, front.scale * 2.5), [255, 60, 60], 0.9);
}

function neonSign(easel: Easel, wall: Wall, random: Random): void {
  const { pen } = easel;
  const colour = pick(random, NEON);
  const u = between(random, 0.1, 0.75);
  const v = between(random, 0.12, 0.5);
  const [wide, tall] = random() < 0.6 ? [0.12, 0.3] : [0.4, 0.08];
  const [x, y] = wall.at(u + wide / 2, v + tall / 2);
  const size = Math.max(4, wall.tall * tall * wall.scale);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, size * 1.3, colour, 0.5);
  pen.restore();
  pen.fillStyle = css(glowing(easel.light, wall, mix(colour, [20, 10, 30], 0.62)));
  quad(pen, wall, u, v, u + wide, v + tall);
  pen.fill();
  pen.strokeStyle = css(glowing(easel.light, wall, mix(colour, [255, 255, 255], 0.35)));
  pen.lineWidth = Math.max(1, wall.scale * 0.24);
  pen.stroke();
  const bars = 4;
  for (let bar = 0; bar < bars; bar += 1) {
    pen.fillStyle = css(glowing(easel.light, wall, mix(colour, [255, 255, 255], 0.5)));
    const low = v + tall * ((bar + 0.2) / bars);
    quad(pen, wall, u + wide * 0.2, low, u + wide * between(random, 0.5, 0.82), low + (tall / bars) * 0.5);
    pen.fill();
  }
}
