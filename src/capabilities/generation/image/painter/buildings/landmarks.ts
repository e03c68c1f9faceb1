/** Single buildings that a picture is about: a castle, pyramids, a lighthouse. */

import type { Random } from '../../../random.ts';
import { css, type Rgb } from '../colour.ts';
import { type Easel, screenX, screenY } from '../scene/easel.ts';
import { hazeAt } from '../scene/light.ts';
import { halo } from '../sky/sky.ts';
import { type Box, glowing, onWall, plaster, quad, wallsOf } from './box.ts';
import { merlons } from './medina.ts';
import { panes } from './village.ts';

export function castle(easel: Easel, box: Box, random: Random): void {
  const stone: Rgb = [184, 174, 160];
  const wide = box.right - box.left;
  const parts: Box[] = [
    { ...box, left: box.left + wide * 0.1, right: box.right - wide * 0.1, top: box.foot + (box.top - box.foot) * 0.42 },
    ...[0, 0.22, 0.5, 0.78, 0.94].map((at, index) => ({
      ...box,
      left: box.left + wide * at,
      right: box.left + wide * (at + 0.12),
      near: box.near - 2,
      top: box.foot + (box.top - box.foot) * ([0.6, 0.82, 1, 0.74, 0.56][index] ?? 0.6),
    })),
  ];
  for (const [index, part] of parts.entries()) {
    const { front, side } = wallsOf(easel, part);
    for (const wall of side ? [side, front] : [front]) {
      plaster(easel, wall, stone);
      panes(easel, wall, random);
      merlons(easel, wall, stone, wall.wide / (index ? 4 : 14));
    }
    if (index > 0 && index % 2 === 1) spire(easel, part);
  }
}

function spire(easel: Easel, box: Box): void {
  const { pen, light } = easel;
  const { front } = wallsOf(easel, box);
  const roof: Rgb = [92, 96, 132];
  const [lx, ly] = front.at(-0.12, 1.02);
  const [rx, ry] = front.at(1.12, 1.02);
  const [mx, my] = front.at(0.5, 1 + (front.wide * 1.9) / front.tall);
  for (const [from, facing] of [
    [[lx, ly], easel.sunSide < 0 ? 0.95 : 0.2],
    [[rx, ry], easel.sunSide > 0 ? 0.95 : 0.2],
  ] as const) {
    pen.fillStyle = css(onWall(light, { ...front, facing }, roof));
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(mx, my);
    pen.lineTo((lx + rx) / 2, ly);
    pen.fill();
  }
}

export function pyramid(easel: Easel, box: Box): void {
  const { pen, camera, light, sunSide } = easel;
  const sand: Rgb = [222, 180, 120];
  const haze = hazeAt(light, box.near);
  const apex = [
    screenX(camera, (box.left + box.right) / 2, (box.near + box.far) / 2),
    screenY(camera, box.top, (box.near + box.far) / 2),
  ] as const;
  const split = box.left + (box.right - box.left) * 0.62;
  const ground = (x: number, z: number): [number, number] => [screenX(camera, x, z), screenY(camera, box.foot, z)];
  for (const [from, to, facing] of [
    [box.left, split, sunSide < 0 ? 0.98 : 0.22],
    [split, box.right, sunSide > 0 ? 0.98 : 0.14],
  ] as const) {
    pen.fillStyle = css(onWall(light, { facing, haze }, sand));
    pen.beginPath();
    for (const point of [ground(from, box.near), apex, ground(to, box.near)]) pen.lineTo(...point);
    pen.fill();
    for (let course = 1; course < 22; course += 1) {
      const share = course / 22;
      pen.strokeStyle = css(onWall(light, { facing: facing * 0.7, haze }, [160, 120, 76]), 0.28);
      pen.lineWidth = Math.max(0.5, easel.unit * 0.0012);
      pen.beginPath();
      for (const x of [from, to]) {
        const [gx, gy] = ground(x, box.near);
        pen.lineTo(gx + (apex[0] - gx) * share, gy + (apex[1] - gy) * share);
      }
      pen.stroke();
    }
  }
}

export function lighthouse(easel: Easel, box: Box): void {
  const { pen, light } = easel;
  const { front } = wallsOf(easel, { ...box, taper: 0.66 });
  for (let band = 0; band < 6; band += 1) {
    const wash = pen.createLinearGradient(...front.at(0, 0.5), ...front.at(1, 0.5));
    const colour: Rgb = band % 2 ? [206, 62, 54] : [246, 244, 240];
    wash.addColorStop(easel.sunSide < 0 ? 0 : 1, css(onWall(light, { ...front, facing: 1 }, colour)));
    wash.addColorStop(easel.sunSide < 0 ? 1 : 0, css(onWall(light, { ...front, facing: 0.05 }, colour)));
    pen.fillStyle = wash;
    quad(pen, front, 0, band / 6, 1, (band + 1) / 6);
    pen.fill();
  }
  pen.fillStyle = css(onWall(light, front, [60, 62, 70]));
  quad(pen, front, -0.12, 1, 1.12, 1.03);
  pen.fill();
  pen.fillStyle = css(glowing(light, front, [255, 236, 170]));
  quad(pen, front, 0.22, 1.03, 0.78, 1.13);
  pen.fill();
  pen.fillStyle = css(onWall(light, front, [150, 44, 40]));
  pen.beginPath();
  for (const point of [front.at(0.1, 1.13), front.at(0.5, 1.24), front.at(0.9, 1.13)]) pen.lineTo(...point);
  pen.fill();
  const [x, y] = front.at(0.5, 1.08);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, easel.unit * (0.04 + 0.1 * light.lamps), [255, 240, 190], 0.3 + 0.5 * light.lamps);
  pen.restore();
}
