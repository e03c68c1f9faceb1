/** Where the people of a prompt stand, walk or sit, and the shadows that hold them to the ground. */

import { between } from '../../../random.ts';
import { css } from '../colour.ts';
import type { Relief } from '../land/relief.ts';
import type { Foothold, Standing } from '../land/terrain.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import type { Folk } from '../scene/scene.ts';
import { drawFigure } from './figure.ts';
import { type Sitter, sitterOf } from './sitter.ts';

const TALL: Readonly<Record<Folk, number>> = { person: 1.72, woman: 1.66, man: 1.78, girl: 1.32, boy: 1.28, elder: 1.62 };

export function peopleOn(easel: Easel, relief: Relief): Standing[] {
  const { people } = easel.asked;
  if (!people || people.isPortrait) return [];
  const random = easel.random('people');
  const isCrowd = people.count > 8;
  const isRiding = people.pose === 'ride';
  if (isRiding && easel.asked.things.some(({ name }) => name === 'horse' || name === 'camel')) return [];
  const first = standingAt(easel) * between(random, 0.96, 1.06);
  const lane = laneOf(easel);
  return Array.from({ length: people.count }, (_, index): Standing => {
    const z = isCrowd ? first * (1 + 2.6 * random() ** 1.3) : first + (people.count > 2 ? between(random, 0, 1.6) : 0);
    const spread = isCrowd
      ? between(random, -1, 1) * Math.min(lane, 0.5 * z)
      : (index - (people.count - 1) / 2) * (people.count === 2 ? 0.66 : 0.95) - easel.sunSide * 0.9;
    const sitter = sitterOf(people, index, easel.random(`person ${index}`));
    const flip = isCrowd ? random() < 0.5 : index % 2 === 1;
    const place = dry(relief, spread, z);
    return { ...place, paint: (at) => figureAt(easel, at, sitter, flip) };
  });
}

/** Metres away: where level ground lies a third of the composition below the horizon, in wide pictures somewhat less. */
export const standingAt = ({ camera, unit, height }: Easel): number =>
  Math.max(4.6, ((camera.eye - 1) * camera.focal) / Math.min(0.33 * unit, (height - camera.horizon) * 0.84));

/** Half the metres between walls or stalls, where a crowd has room. */
function laneOf({ weightOf }: Easel): number {
  if (weightOf('market') > 0) return 1.5;
  if (weightOf('medina', 'street') > 0.2) return 2.6;
  return weightOf('city') > 0.3 ? 6.5 : Number.POSITIVE_INFINITY;
}

/** Nobody stands on the water: nearer, until there is land. */
export function dry(relief: Relief, x: number, z: number): { x: number; z: number } {
  for (let near = z; near > 3.4; near *= 0.94) if (relief.height((x * near) / z, near) > 0.02) return { x: (x * near) / z, z: near };
  return { x, z };
}

export function figureAt(easel: Easel, at: Foothold, sitter: Sitter, flip: boolean): void {
  const tall = TALL[sitter.folk] * at.scale;
  if (tall < 3) return;
  shadow(easel, at.x, at.y, tall * 0.16, tall, at.haze);
  const { canvas, pen } = sheet(tall * 1.1, tall * 1.2);
  pen.translate(canvas.width / 2, tall * 1.08);
  pen.scale(flip ? -tall : tall, tall);
  drawFigure({ pen, light: easel.light, sunSide: flip ? (easel.sunSide === 1 ? -1 : 1) : easel.sunSide, haze: at.haze }, sitter);
  easel.pen.drawImage(canvas, at.x - canvas.width / 2, at.y - tall * 1.08);
}

/** Dark where it touches the ground, and drawn out away from a low sun. */
export function shadow(easel: Easel, x: number, y: number, half: number, tall: number, haze = 0): void {
  const { pen, light, sunSide } = easel;
  const strength = (1 - haze) * (light.disc > 0.3 ? 0.42 : 0.26);
  const reach = half + (light.disc > 0.3 ? tall * (light.altitude < 0.3 ? 0.75 : 0.3) : 0);
  pen.save();
  pen.translate(x - sunSide * (reach - half) * 0.5, y);
  pen.scale(reach, Math.max(1, half * 0.3));
  const wash = pen.createRadialGradient(sunSide * 0.3, 0, 0, 0, 0, 1);
  wash.addColorStop(0, css([10, 10, 28], strength));
  wash.addColorStop(0.55, css([10, 10, 28], strength * 0.6));
  wash.addColorStop(1, css([10, 10, 28], 0));
  pen.fillStyle = wash;
  pen.fillRect(-1, -1, 2, 2);
  pen.restore();
}
