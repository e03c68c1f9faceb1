/** What the relief alone cannot show: a waterfall over its cliff, the fire and smoke of a volcano, lamps along a street. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { layered } from '../noise.ts';
import { type Easel, screenX, screenY } from '../scene/easel.ts';
import { hazeAt, lit } from '../scene/light.ts';
import { disc, halo } from '../sky/sky.ts';
import type { Relief } from './relief.ts';
import type { Standing } from './terrain.ts';

export function wondersOf(easel: Easel, relief: Relief): Standing[] {
  const { weightOf, light } = easel;
  const found: Standing[] = [];
  if (relief.shape.fall > 0) found.push({ x: 0, z: 150, paint: () => waterfall(easel, relief) });
  if (relief.shape.volcano > 0) found.push(eruption(easel, relief));
  if (light.lamps > 0.5 && weightOf('city', 'road', 'street', 'harbour') > 0.2 && weightOf('medina') === 0)
    found.push(...streetLamps(easel, relief));
  return found;
}

function waterfall(easel: Easel, relief: Relief): void {
  const { pen, camera, light, unit } = easel;
  const z = 150;
  const noise = easel.noise('fall');
  const random = easel.random('fall');
  const foot = Math.max(0, relief.height(0, z)) - 2;
  const haze = hazeAt(light, z);
  const x = (metres: number): number => screenX(camera, metres, z);
  const y = (metres: number): number => screenY(camera, foot + metres, z);
  const top = (metres: number): number =>
    46 + 9 * layered(noise, metres / 30, 1, 3) * Math.min(1, Math.abs(metres) / 9) - Math.abs(metres) * 0.12;
  const rock: Rgb = [110, 104, 100];
  for (let column = -110; column < 110; column += 0.8) {
    const tone = 0.42 + 0.4 * noise(column / 7, 4) + 0.12 * noise(column / 2.2, 9);
    const wash = pen.createLinearGradient(0, y(top(column)), 0, y(0));
    wash.addColorStop(0, css(mix(lit(light, mix(rock, [84, 112, 58], 0.7), 0.9), light.haze, haze)));
    wash.addColorStop(0.14, css(mix(lit(light, rock, tone + 0.1), light.haze, haze)));
    wash.addColorStop(1, css(mix(lit(light, mix(rock, [70, 84, 52], 0.45), tone - 0.15), light.haze, haze)));
    pen.fillStyle = wash;
    pen.fillRect(x(column), y(top(column)), x(column + 1) - x(column), y(0) - y(top(column)) + 2);
  }
  const white = mix(light.key, [1, 1, 1], 0.4);
  for (let strand = 0; strand < 90; strand += 1) {
    const at = between(random, -7, 7) * (0.75 + 0.25 * random());
    const wide = between(random, 0.3, 1.1);
    const wash = pen.createLinearGradient(0, y(top(0) + 1), 0, y(0));
    const bright: Rgb = [225 * white[0], 238 * white[1], 250 * white[2]];
    wash.addColorStop(0, css(bright, 0.7));
    wash.addColorStop(between(random, 0.25, 0.7), css(bright, between(random, 0.25, 0.6)));
    wash.addColorStop(1, css(bright, 0.85));
    pen.fillStyle = wash;
    pen.fillRect(x(at), y(top(0) + 0.6), Math.max(0.6, x(at + wide) - x(at)), y(0) - y(top(0) + 0.6) + 1);
  }
  for (let puff = 0; puff < 16; puff += 1)
    halo(pen, x(between(random, -12, 12)), y(between(random, -1, 6)), unit * between(random, 0.03, 0.08), [244, 248, 252], 0.3);
}

function eruption(easel: Easel, relief: Relief): Standing {
  const peak = { x: 0, z: 5200, y: 0 };
  for (let angle = -0.24; angle <= 0.24; angle += 0.01) {
    const height = relief.height(angle * 5200, 5200);
    if (height > peak.y) Object.assign(peak, { x: angle * 5200, y: height });
  }
  // The crater is broad: its middle, not its highest edge.
  const rim = [-600, 600].map((dx) => relief.height(peak.x + dx, 5200));
  const x = peak.x + ((rim[1] ?? 0) - (rim[0] ?? 0)) * 0.4;
  const { camera } = easel;
  // Painted when its near flank stands already, at the height of its crater.
  return { x, z: 2500, paint: () => plume(easel, screenX(camera, x, 5200), screenY(camera, peak.y - 70, 5200), camera.focal / 5200) };
}

function plume(easel: Easel, x: number, y: number, scale: number): void {
  const { pen, unit, light, sunSide } = easel;
  const random = easel.random('plume');
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, unit * 0.24, [255, 96, 40], 0.75);
  pen.restore();
  for (let puff = 0; puff < 70; puff += 1) {
    const rise = (puff / 70) ** 0.9;
    const size = unit * (0.012 + 0.075 * rise) * between(random, 0.7, 1.25);
    const px = x + sunSide * -0.16 * unit * rise * rise + between(random, -1, 1) * size * 0.9;
    const colour = mix(mix([255, 130, 60], light.middle, Math.min(1, rise * 3.4)), [70, 62, 70], 0.35 + 0.3 * random());
    halo(pen, px, y - unit * 0.42 * rise, size * 1.6, colour, 0.62 * (1 - rise * 0.8));
  }
  pen.save();
  pen.globalCompositeOperation = 'screen';
  for (let stream = 0; stream < 6; stream += 1) {
    let [px, py] = [x + between(random, -0.02, 0.02) * unit, y + unit * 0.002];
    const lean = between(random, -0.7, 0.7);
    pen.lineCap = 'round';
    for (let step = 0; step < 22; step += 1) {
      const share = step / 22;
      const [nx, ny] = [px + (lean + between(random, -0.7, 0.7)) * unit * 0.006, py + unit * 0.0095];
      pen.strokeStyle = css(mix([255, 214, 120], [255, 60, 20], share), 0.95 * (1 - share));
      pen.lineWidth = Math.max(0.8, scale * 46 * (1 - share * 0.5) * between(random, 0.5, 1));
      pen.beginPath();
      pen.moveTo(px, py);
      pen.lineTo(nx, ny);
      pen.stroke();
      [px, py] = [nx, ny];
    }
  }
  for (let spark = 0; spark < 60; spark += 1) {
    pen.fillStyle = css([255, 180, 90], random());
    disc(pen, x + between(random, -0.07, 0.07) * unit, y - random() * unit * 0.16, unit * 0.0014);
  }
  pen.restore();
}

function streetLamps(easel: Easel, relief: Relief): Standing[] {
  const half = easel.weightOf('road') > 0 && easel.weightOf('city') === 0 ? 4.2 : 6.4;
  return [-1, 1].flatMap((side) =>
    Array.from({ length: 9 }, (_, index): Standing => {
      const z = 11 + index * 13 + (side > 0 ? 5 : 0);
      const x = side * half + (easel.weightOf('road') > 0 ? relief.winding(z) : 0);
      return {
        x,
        z,
        paint: ({ x: px, y: py, scale }) => {
          const { pen, light } = easel;
          pen.strokeStyle = css(lit(light, [62, 62, 72], 0.5));
          pen.lineWidth = Math.max(0.8, scale * 0.14);
          pen.lineCap = 'round';
          pen.beginPath();
          pen.moveTo(px, py);
          pen.lineTo(px, py - scale * 5.4);
          pen.quadraticCurveTo(px, py - scale * 6.1, px - side * scale * 1.1, py - scale * 6);
          pen.stroke();
          pen.fillStyle = css([255, 240, 200]);
          disc(pen, px - side * scale * 1.15, py - scale * 5.9, Math.max(0.8, scale * 0.2));
          pen.save();
          pen.globalCompositeOperation = 'screen';
          halo(pen, px - side * scale * 1.15, py - scale * 5.9, scale * 2.6, [255, 206, 130], 0.6);
          pen.translate(px - side * scale * 1.15, py);
          pen.scale(1, 0.22);
          halo(pen, 0, 0, scale * 3.6, [255, 196, 110], 0.4);
          pen.restore();
        },
      };
    }),
  );
}
