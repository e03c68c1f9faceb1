/** Country buildings: gabled houses, round huts with straw roofs. */

import { between, pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { clamp } from '../noise.ts';
import { type Easel, screenX, screenY } from '../scene/easel.ts';
import { hazeAt } from '../scene/light.ts';
import { halo } from '../sky/sky.ts';
import { type Box, glowing, groundShadow, onWall, plaster, quad, type Wall, wallsOf } from './box.ts';

const WALLS: readonly [Rgb, ...Rgb[]] = [
  [238, 228, 208],
  [222, 204, 176],
  [206, 182, 156],
  [240, 236, 228],
];
const ROOFS: readonly [Rgb, ...Rgb[]] = [
  [176, 86, 60],
  [150, 76, 58],
  [120, 92, 84],
  [188, 104, 66],
];
const LAMP: Rgb = [255, 208, 128];
const SNOW: Rgb = [242, 246, 252];

export function cottage(easel: Easel, box: Box, random: Random): void {
  const { pen, light, camera } = easel;
  const isWhite = easel.asked.season === 'winter' || easel.asked.weather.includes('snow');
  const colour = pick(random, WALLS);
  const roof = isWhite ? SNOW : pick(random, ROOFS);
  groundShadow(easel, box);
  const { front, side } = wallsOf(easel, box);
  const rise = (box.right - box.left) * 0.5;
  const middle = (box.left + box.right) / 2;
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, colour);
    panes(easel, wall, random);
  }
  const ridge = (z: number): [number, number] => [screenX(camera, middle, z), screenY(camera, box.top + rise, z)];
  const eaves = (x: number, z: number): [number, number] => [screenX(camera, x, z), screenY(camera, box.top - 0.25, z)];
  const over = (box.right - box.left) * 0.08;
  const isLeft = middle < 0;
  const slope = isLeft ? box.right + over : box.left - over;
  pen.fillStyle = css(onWall(light, front, colour, 0.02));
  pen.beginPath();
  for (const point of [front.at(0, 1), ridge(box.near), front.at(1, 1)]) pen.lineTo(...point);
  pen.fill();
  if (side) {
    pen.fillStyle = css(onWall(light, { ...side, facing: clamp(side.facing + 0.1) }, roof));
    pen.beginPath();
    for (const point of [ridge(box.near - 0.3), eaves(slope, box.near - 0.3), eaves(slope, box.far), ridge(box.far)]) pen.lineTo(...point);
    pen.fill();
  }
  pen.strokeStyle = css(onWall(light, front, mix(roof, [60, 40, 40], 0.25)));
  pen.lineWidth = Math.max(1, front.scale * 0.28);
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const point of [eaves(box.left - over, box.near - 0.3), ridge(box.near - 0.3), eaves(box.right + over, box.near - 0.3)])
    pen.lineTo(...point);
  pen.stroke();
  if (random() < 0.5) smoke(easel, ridge(box.near), front, random);
}

export function panes(easel: Easel, wall: Wall, random: Random): void {
  const { pen, light } = easel;
  if (wall.wide * wall.scale < 9) return;
  const across = Math.max(1, Math.round(wall.wide / 2.8));
  for (let column = 0; column < across; column += 1) {
    const u = (column + 0.5) / across;
    const isDoor = !wall.isSide && column === 0;
    const [wide, v, tall] = isDoor ? [1 / wall.wide, 0, 2.1 / wall.tall] : [0.95 / wall.wide, 0.38, 1.1 / wall.tall];
    pen.fillStyle = css(onWall(light, wall, [250, 246, 236], 0.1));
    quad(pen, wall, u - wide * 0.66, v, u + wide * 0.66, v + tall * 1.1);
    pen.fill();
    pen.fillStyle = css(
      isDoor
        ? onWall(light, wall, [126, 78, 50])
        : random() < light.lamps * 0.85
          ? glowing(light, wall, LAMP)
          : onWall(light, wall, [78, 96, 122]),
    );
    quad(pen, wall, u - wide / 2, v, u + wide / 2, v + tall);
    pen.fill();
  }
}

function smoke({ pen, light }: Easel, [x, y]: [number, number], wall: Wall, random: Random): void {
  for (let puff = 0; puff < 9; puff += 1) {
    const rise = puff * wall.scale * 0.6;
    halo(
      pen,
      x + between(random, -0.3, 0.3) * wall.scale + rise * 0.25,
      y - rise,
      wall.scale * (0.5 + puff * 0.16),
      mix(light.haze, [240, 240, 244], 0.4),
      0.2 * (1 - puff / 10),
    );
  }
}

/** A round hut; x and z of its middle. */
export function hut(easel: Easel, box: Box, random: Random): void {
  const { pen, light, camera, sunSide } = easel;
  const haze = hazeAt(light, box.near);
  groundShadow(easel, box);
  const [left, right] = [screenX(camera, box.left, box.near), screenX(camera, box.right, box.near)];
  const [foot, top] = [screenY(camera, box.foot, box.near), screenY(camera, box.top, box.near)];
  const peak = screenY(camera, box.top + (box.right - box.left) * 0.62, box.near);
  const tone = (colour: Rgb, facing: number): string => css(onWall(light, { facing, haze }, colour));
  const round = (colour: Rgb): CanvasGradient => {
    const wash = pen.createLinearGradient(left, 0, right, 0);
    wash.addColorStop(sunSide < 0 ? 0 : 1, tone(colour, 0.95));
    wash.addColorStop(0.5, tone(colour, 0.55));
    wash.addColorStop(sunSide < 0 ? 1 : 0, tone(colour, 0.05));
    return wash;
  };
  pen.fillStyle = round(
    pick(random, [
      [190, 126, 84],
      [206, 160, 112],
      [176, 110, 78],
    ]),
  );
  const bulge = (right - left) * 0.06;
  pen.beginPath();
  pen.moveTo(left, top);
  pen.lineTo(left, foot);
  pen.quadraticCurveTo((left + right) / 2, foot + bulge * 2, right, foot);
  pen.lineTo(right, top);
  pen.fill();
  const middle = (left + right) / 2;
  const wide = (right - left) * 0.11;
  pen.fillStyle = light.lamps > 0.4 ? css(glowing(light, { haze }, LAMP)) : tone([56, 40, 34], 0.1);
  pen.fillRect(middle - wide, top + (foot - top) * 0.28, wide * 2, (foot - top) * 0.78);
  thatch(easel, { left, right, top, peak, haze }, round(STRAW), random);
}

const STRAW: Rgb = [196, 160, 92];

interface Roof {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly peak: number;
  readonly haze: number;
}

function thatch({ pen, light }: Easel, { left, right, top, peak, haze }: Roof, wash: CanvasGradient, random: Random): void {
  const middle = (left + right) / 2;
  const eave = (right - left) * 0.16;
  pen.fillStyle = wash;
  pen.beginPath();
  pen.moveTo(left - eave, top + eave * 0.7);
  pen.quadraticCurveTo(middle - eave * 0.5, top - (top - peak) * 0.45, middle, peak);
  pen.quadraticCurveTo(middle + eave * 0.5, top - (top - peak) * 0.45, right + eave, top + eave * 0.7);
  pen.quadraticCurveTo(middle, top + eave * 1.7, left - eave, top + eave * 0.7);
  pen.fill();
  for (let stalk = 0; stalk < 26; stalk += 1) {
    const share = (stalk + random()) / 26;
    pen.strokeStyle = css(onWall(light, { facing: random(), haze }, mix(STRAW, [110, 80, 40], random() * 0.6)), 0.55);
    pen.lineWidth = Math.max(0.5, (right - left) * 0.008);
    pen.beginPath();
    pen.moveTo(middle, peak);
    pen.quadraticCurveTo(
      middle + (share - 0.5) * eave * 2,
      (peak + top) / 2,
      left - eave + share * (right - left + eave * 2),
      top + eave * (0.7 + 0.9 * Math.sin(share * Math.PI) * 0.55),
    );
    pen.stroke();
  }
}
type CanvasGradient = ReturnType<Easel['pen']['createLinearGradient']>;
