/** Market stalls: a striped awning on poles, a counter, heaps of fruit, spices, cloth and lanterns. */

import { between, pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { type Easel, screenX, screenY } from '../scene/easel.ts';
import { hazeAt } from '../scene/light.ts';
import { disc } from '../sky/sky.ts';
import { type Box, groundShadow, onWall, plaster, wallsOf } from './box.ts';
import { lantern } from './medina.ts';

const CLOTHS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [206, 66, 58],
    [246, 236, 220],
  ],
  [
    [44, 120, 140],
    [244, 232, 206],
  ],
  [
    [232, 162, 56],
    [250, 240, 220],
  ],
  [
    [92, 132, 74],
    [244, 236, 216],
  ],
  [
    [128, 76, 140],
    [244, 226, 206],
  ],
];
const GOODS: readonly [Rgb, ...Rgb[]] = [
  [232, 118, 40],
  [214, 58, 48],
  [240, 196, 60],
  [106, 150, 60],
  [150, 70, 120],
  [190, 92, 40],
  [222, 160, 70],
];

export function stall(easel: Easel, box: Box, random: Random): void {
  const { pen, light, camera } = easel;
  const haze = hazeAt(light, box.near);
  const [cloth, stripe] = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? [
    [206, 66, 58],
    [246, 236, 220],
  ];
  groundShadow(easel, { ...box, top: box.foot + 1.4 });
  const back = wallsOf(easel, { ...box, near: box.far - 0.1, top: box.foot + 2 }).front;
  plaster(easel, back, [120, 84, 60]);
  const counter = { ...box, near: box.near + 0.25, far: box.near + 1.3, top: box.foot + 0.85 };
  const { front, side } = wallsOf(easel, counter);
  for (const wall of side ? [side, front] : [front]) plaster(easel, wall, [156, 108, 70]);
  goods(easel, counter, random);
  pen.strokeStyle = css(onWall(light, { facing: 0.6, haze }, [110, 76, 50]));
  pen.lineWidth = Math.max(1, front.scale * 0.07);
  for (const x of [box.left, box.right]) {
    pen.beginPath();
    pen.moveTo(screenX(camera, x, box.near), screenY(camera, box.foot, box.near));
    pen.lineTo(screenX(camera, x, box.near), screenY(camera, box.top, box.near));
    pen.stroke();
  }
  awning(easel, box, cloth, stripe);
  if (random() < 0.75) lantern(easel, between(random, box.left + 0.4, box.right - 0.4), box.top - 0.42, box.near);
}

function goods(easel: Easel, { left, right, near, far, top }: Box, random: Random): void {
  const { pen, light, camera, sunSide } = easel;
  const haze = hazeAt(light, near);
  const heaps = Math.max(2, Math.round((right - left) / 0.75));
  for (let heap = 0; heap < heaps; heap += 1) {
    const colour = pick(random, GOODS);
    const isSpice = random() < 0.35;
    const x = left + ((heap + 0.5) / heaps) * (right - left);
    const z = (near + far) / 2;
    const scale = camera.focal / z;
    const [px, py] = [screenX(camera, x, z), screenY(camera, top, z)];
    if (isSpice) {
      const wash = pen.createLinearGradient(px - 0.3 * scale * -sunSide, 0, px - 0.3 * scale * sunSide, 0);
      wash.addColorStop(0, css(onWall(light, { facing: 1, haze }, colour)));
      wash.addColorStop(1, css(onWall(light, { facing: 0.15, haze }, colour)));
      pen.fillStyle = wash;
      pen.beginPath();
      pen.moveTo(px - 0.33 * scale, py + 2);
      pen.quadraticCurveTo(px - 0.06 * scale, py - 0.4 * scale, px, py - 0.44 * scale);
      pen.quadraticCurveTo(px + 0.06 * scale, py - 0.4 * scale, px + 0.33 * scale, py + 2);
      pen.fill();
      continue;
    }
    for (const [row, count] of [
      [0, 5],
      [1, 4],
      [2, 2],
    ] as const) {
      for (let fruit = 0; fruit < count; fruit += 1) {
        const fx = px + (fruit - (count - 1) / 2) * 0.135 * scale;
        const fy = py - (0.06 + row * 0.105) * scale;
        pen.fillStyle = css(onWall(light, { facing: 0.3, haze }, mix(colour, [60, 30, 30], 0.2)));
        disc(pen, fx, fy, 0.075 * scale);
        pen.fillStyle = css(onWall(light, { facing: 0.95, haze }, mix(colour, [255, 230, 160], 0.15 + 0.2 * random())));
        disc(pen, fx + sunSide * 0.018 * scale, fy - 0.018 * scale, 0.052 * scale);
      }
    }
  }
}

/** It slopes towards us and ends in scallops. */
function awning(easel: Easel, { left, right, near, far, top }: Box, cloth: Rgb, stripe: Rgb): void {
  const { pen, light, camera } = easel;
  const haze = hazeAt(light, near);
  const stripes = Math.max(5, Math.round((right - left) * 2.2));
  const at = (u: number, share: number): [number, number] => {
    const z = far + (near - 0.35 - far) * share;
    return [screenX(camera, left - 0.25 + (right - left + 0.5) * u, z), screenY(camera, top + 0.55 - 0.62 * share, z)];
  };
  for (let index = 0; index < stripes; index += 1) {
    const colour = index % 2 ? stripe : cloth;
    const [u0, u1] = [index / stripes, (index + 1) / stripes];
    pen.fillStyle = css(onWall(light, { facing: 0.84, haze }, colour));
    pen.beginPath();
    for (const point of [at(u0, 0), at(u1, 0), at(u1, 1), at(u0, 1)]) pen.lineTo(...point);
    pen.fill();
    const [ax, ay] = at(u0, 1);
    const [bx, by] = at(u1, 1);
    pen.fillStyle = css(onWall(light, { facing: 0.5, haze }, colour));
    pen.beginPath();
    pen.moveTo(ax, ay);
    pen.lineTo(bx, by);
    pen.quadraticCurveTo((ax + bx) / 2, ay + (bx - ax) * 1.15, ax, ay);
    pen.fill();
  }
}
