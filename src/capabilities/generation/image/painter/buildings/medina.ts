/** North African towns: whitewashed or ochre houses with flat roofs, arcades, minarets, domes, lanterns. */

import { pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { type Easel, screenX, screenY } from '../scene/easel.ts';
import { hazeAt } from '../scene/light.ts';
import { halo } from '../sky/sky.ts';
import { arch, type Box, flatRoof, glowing, groundShadow, onWall, plaster, quad, type Wall, wallsOf } from './box.ts';

export const LAMP: Rgb = [255, 196, 110];
const DOORS: readonly [Rgb, ...Rgb[]] = [
  [46, 96, 140],
  [112, 66, 40],
  [48, 120, 96],
  [138, 84, 46],
];
export const OCHRE: readonly [Rgb, ...Rgb[]] = [
  [224, 178, 134],
  [212, 154, 112],
  [232, 196, 158],
  [218, 140, 104],
];
export const WHITE: readonly [Rgb, ...Rgb[]] = [
  [244, 240, 232],
  [234, 228, 216],
  [226, 234, 242],
];

export function house(easel: Easel, box: Box, random: Random, colours: readonly [Rgb, ...Rgb[]]): void {
  const colour = pick(random, colours);
  groundShadow(easel, box);
  flatRoof(easel, box, mix(colour, [190, 150, 120], 0.3));
  const { front, side } = wallsOf(easel, box);
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, colour);
    openings(easel, wall, random);
    parapet(easel, wall, colour);
  }
}

function openings(easel: Easel, wall: Wall, random: Random): void {
  const { pen, light } = easel;
  if (wall.wide * wall.scale < 7) return;
  const across = Math.max(1, Math.min(6, Math.round(wall.wide / 3.2)));
  const storeys = Math.max(1, Math.round(wall.tall / 3.4));
  for (let storey = 0; storey < storeys; storey += 1) {
    for (let column = 0; column < across; column += 1) {
      const u = (column + 0.5) / across;
      const isDoor = storey === 0 && column === Math.floor(across / 2);
      if (!isDoor && random() < 0.3) continue;
      const isLit = random() < light.lamps * 0.55;
      const [wide, tall] = isDoor ? [1.25 / wall.wide, 2.3 / wall.tall] : [0.8 / wall.wide, 1.25 / wall.tall];
      const v = isDoor ? 0 : (storey + 0.42) / storeys;
      pen.fillStyle = css(onWall(light, wall, [250, 240, 222], 0.1));
      arch(pen, wall, u, v - (isDoor ? 0 : 0.012), wide * 1.4, tall * 1.16);
      pen.fill();
      pen.fillStyle = css(
        isLit
          ? glowing(light, wall, LAMP)
          : isDoor
            ? onWall(light, wall, pick(random, DOORS), -0.1)
            : onWall(light, wall, [52, 50, 62], -0.2),
      );
      arch(pen, wall, u, v, wide, tall);
      pen.fill();
    }
  }
}

function parapet(easel: Easel, wall: Wall, colour: Rgb): void {
  const { pen, light } = easel;
  pen.fillStyle = css(onWall(light, wall, mix(colour, [255, 250, 240], 0.25), 0.12));
  quad(pen, wall, -0.01, 1 - 0.28 / wall.tall, 1.01, 1 + 0.1 / wall.tall);
  pen.fill();
}

/** Steps or teeth along the top of a wall. */
export function merlons(easel: Easel, wall: Wall, colour: Rgb, every = 1): void {
  const { pen, light } = easel;
  const count = Math.max(3, Math.min(40, Math.round(wall.wide / every)));
  const tall = (every * 0.75) / wall.tall;
  pen.fillStyle = css(onWall(light, wall, colour));
  for (let tooth = 0; tooth < count; tooth += 1) {
    const u = tooth / count;
    pen.beginPath();
    for (const [du, dv] of [
      [0, 0],
      [0, 0.5],
      [0.2, 0.5],
      [0.2, 1],
      [0.5, 1],
      [0.5, 0.5],
      [0.7, 0.5],
      [0.7, 0],
    ] as const)
      pen.lineTo(...wall.at(u + du / count, 1 + dv * tall - 0.002));
    pen.fill();
  }
}

/** A white hall with a row of pointed arches. */
export function arcade(easel: Easel, box: Box): void {
  const { pen, light } = easel;
  const { front, side } = wallsOf(easel, box);
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, [240, 236, 226]);
    merlons(easel, wall, [240, 236, 226], wall.wide / 26);
    pen.fillStyle = css(onWall(light, wall, [60, 140, 128], 0.1));
    quad(pen, wall, 0, 0.86, 1, 0.91);
    pen.fill();
    for (let bay = 0; bay < 9; bay += 1) {
      const isGate = bay === 4 && !wall.isSide;
      pen.fillStyle = css(onWall(light, wall, [206, 178, 120], 0.05));
      arch(pen, wall, (bay + 0.5) / 9, 0, 0.086, isGate ? 0.84 : 0.68);
      pen.fill();
      pen.fillStyle = css(
        light.lamps > 0.1
          ? glowing(light, wall, mix(LAMP, [70, 56, 60], 0.65 - 0.5 * light.lamps))
          : onWall(light, wall, [84, 78, 84], -0.2),
      );
      arch(pen, wall, (bay + 0.5) / 9, 0, 0.066, isGate ? 0.76 : 0.58);
      pen.fill();
    }
  }
}

/** A square tower with a lantern, as they stand from Marrakesh to Tlemcen. */
export function minaret(easel: Easel, box: Box, random: Random): void {
  const colour = pick(random, OCHRE);
  const { front, side } = wallsOf(easel, box);
  const tile: Rgb = [54, 136, 122];
  for (const wall of side ? [side, front] : [front]) {
    plaster(easel, wall, colour);
    merlons(easel, wall, colour, wall.wide / 6);
    const { pen, light } = easel;
    pen.fillStyle = css(onWall(light, wall, tile, 0.1));
    quad(pen, wall, 0, 0.9, 1, 0.955);
    pen.fill();
    for (let row = 0; row < 3; row += 1) {
      for (const u of [0.3, 0.7]) {
        pen.fillStyle = css(onWall(light, wall, mix(colour, [90, 60, 50], 0.3)));
        arch(pen, wall, u, 0.28 + row * 0.2, 0.3, 0.13);
        pen.fill();
        pen.fillStyle = css(light.lamps > 0.4 ? glowing(light, wall, LAMP) : onWall(light, wall, [60, 46, 48], -0.1));
        arch(pen, wall, u, 0.29 + row * 0.2, 0.16, 0.1);
        pen.fill();
      }
    }
  }
  const inset = (box.right - box.left) * 0.27;
  const lantern: Box = {
    left: box.left + inset,
    right: box.right - inset,
    near: box.near + inset,
    far: box.far - inset,
    foot: box.top,
    top: box.top + (box.top - box.foot) * 0.17,
  };
  const small = wallsOf(easel, lantern);
  for (const wall of small.side ? [small.side, small.front] : [small.front]) plaster(easel, wall, colour);
  dome(
    easel,
    { x: (box.left + box.right) / 2, z: lantern.near, foot: lantern.top, radius: (lantern.right - lantern.left) * 0.5 },
    mix(colour, [255, 244, 220], 0.3),
  );
}

export function dome(easel: Easel, { x, z, foot, radius }: { x: number; z: number; foot: number; radius: number }, colour: Rgb): void {
  const { pen, camera, light, sunSide } = easel;
  const px = screenX(camera, x, z);
  const py = screenY(camera, foot, z);
  const size = (radius * camera.focal) / z;
  const haze = hazeAt(light, z);
  const wash = pen.createLinearGradient(px + sunSide * size, py - size, px - sunSide * size, py);
  wash.addColorStop(0, css(onWall(light, { facing: 1, haze }, mix(colour, [255, 255, 250], 0.2))));
  wash.addColorStop(0.45, css(onWall(light, { facing: 0.62, haze }, colour)));
  wash.addColorStop(1, css(onWall(light, { facing: 0.05, haze }, colour)));
  pen.fillStyle = wash;
  pen.beginPath();
  pen.moveTo(px - size, py + 1);
  pen.bezierCurveTo(px - size * 1.15, py - size * 0.75, px - size * 0.5, py - size * 1.1, px, py - size * 1.32);
  pen.bezierCurveTo(px + size * 0.5, py - size * 1.1, px + size * 1.15, py - size * 0.75, px + size, py + 1);
  pen.fill();
  pen.strokeStyle = css(onWall(light, { facing: 0.9, haze }, [226, 186, 92]));
  pen.lineWidth = Math.max(0.8, size * 0.07);
  pen.beginPath();
  pen.moveTo(px, py - size * 1.28);
  pen.lineTo(px, py - size * 1.95);
  pen.stroke();
  for (const [up, ball] of [
    [1.45, 0.12],
    [1.66, 0.09],
    [1.82, 0.06],
  ] as const) {
    pen.fillStyle = css(onWall(light, { facing: 0.9, haze }, [226, 186, 92]));
    pen.beginPath();
    pen.arc(px, py - size * up, size * ball, 0, Math.PI * 2);
    pen.fill();
  }
}

/** A lantern that hangs over a lane. */
export function lantern(easel: Easel, x: number, y: number, z: number): void {
  const { pen, camera, light } = easel;
  const px = screenX(camera, x, z);
  const py = screenY(camera, y, z);
  const size = (0.24 * camera.focal) / z;
  pen.fillStyle = css([70, 50, 36]);
  pen.fillRect(px - size * 0.08, py - size * 5, size * 0.16, size * 4.4);
  pen.fillStyle = css(mix(LAMP, [255, 255, 230], 0.2 + 0.5 * light.lamps));
  pen.beginPath();
  for (const [dx, dy] of [
    [0, -1.2],
    [0.7, -0.3],
    [0.5, 0.8],
    [0, 1.25],
    [-0.5, 0.8],
    [-0.7, -0.3],
  ] as const)
    pen.lineTo(px + dx * size, py + dy * size);
  pen.fill();
  pen.strokeStyle = css([92, 62, 36]);
  pen.lineWidth = Math.max(0.6, size * 0.14);
  pen.stroke();
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, px, py, size * (6 + 12 * light.lamps), LAMP, (0.28 + 0.35 * light.lamps) * Math.min(1, 9 / z));
  pen.restore();
}
