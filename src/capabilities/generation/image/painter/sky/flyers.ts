/** What crosses the sky: birds far away, and balloons when they are asked for. */

import { between } from '../../../random.ts';
import { css, fromHue, mix, type Rgb, scaled } from '../colour.ts';
import type { Easel, Pen } from '../scene/easel.ts';
import { lit } from '../scene/light.ts';

export function paintBirds(easel: Easel): void {
  const { pen, unit, camera, light, asked } = easel;
  const random = easel.random('birds');
  if (
    light.stars > 0.3 ||
    asked.weather.some((weather) => weather === 'storm' || weather === 'fog' || weather === 'sandstorm') ||
    random() < 0.4
  )
    return;
  const x = camera.middle - easel.sunSide * unit * between(random, 0.08, 0.3);
  const y = camera.horizon - unit * between(random, 0.14, 0.34);
  pen.strokeStyle = css(mix(light.zenith, [30, 30, 44], 0.72), 0.8);
  pen.lineCap = 'round';
  for (let bird = 0; bird < 9; bird += 1) {
    const [px, py] = [x + between(random, -0.14, 0.14) * unit, y + between(random, -0.06, 0.06) * unit];
    const span = unit * between(random, 0.006, 0.013);
    const lift = between(random, 0.25, 0.7) * span;
    pen.lineWidth = Math.max(0.7, span * 0.16);
    pen.beginPath();
    pen.moveTo(px - span, py - lift);
    pen.quadraticCurveTo(px - span * 0.35, py - lift * 1.1, px, py);
    pen.quadraticCurveTo(px + span * 0.35, py - lift * 1.1, px + span, py - lift);
    pen.stroke();
  }
}

export function paintBalloons(easel: Easel): void {
  const asked = easel.asked.things.find(({ name }) => name === 'balloonride');
  if (!asked) return;
  const { unit, camera } = easel;
  const random = easel.random('balloons');
  const count = Math.max(3, asked.count);
  for (let index = 0; index < count; index += 1) {
    const size = unit * (index === count - 1 ? 0.11 : between(random, 0.025, 0.065));
    const x = camera.middle + (index === count - 1 ? -easel.sunSide * 0.16 : between(random, -0.42, 0.42)) * unit;
    const y = camera.horizon - unit * (index === count - 1 ? 0.3 : between(random, 0.1, 0.44));
    balloon(easel, { x, y, size }, asked.colour ?? fromHue(random(), 0.72, 0.52), fromHue(random(), 0.7, 0.6));
  }
}

function balloon({ pen, light, sunSide }: Easel, { x, y, size }: { x: number; y: number; size: number }, first: Rgb, second: Rgb): void {
  const gores = 9;
  for (let gore = 0; gore < gores; gore += 1) {
    const from = Math.cos(Math.PI * (1 - gore / gores));
    const to = Math.cos(Math.PI * (1 - (gore + 1) / gores));
    const facing = 0.5 + 0.5 * sunSide * ((from + to) / 2);
    pen.fillStyle = css(lit(light, gore % 2 ? first : second, 0.2 + 0.8 * facing));
    pen.beginPath();
    side(pen, x, y, size, from, true);
    side(pen, x, y, size, to, false);
    pen.fill();
  }
  pen.strokeStyle = css(lit(light, [70, 50, 40], 0.5));
  pen.lineWidth = Math.max(0.6, size * 0.02);
  pen.beginPath();
  for (const dx of [-0.13, 0.13]) {
    pen.moveTo(x + dx * size * 1.6, y + size * 1.18);
    pen.lineTo(x + dx * size, y + size * 1.55);
  }
  pen.stroke();
  pen.fillStyle = css(scaled(lit(light, [150, 100, 60], 0.6), 1));
  pen.fillRect(x - size * 0.16, y + size * 1.5, size * 0.32, size * 0.24);
}

/** One seam of the envelope, from the crown to the mouth. */
function side(pen: Pen, x: number, y: number, size: number, across: number, isFirst: boolean): void {
  const points = [
    [x, y - size],
    [x + across * size * 1.02, y - size * 0.95],
    [x + across * size * 1.05, y + size * 0.25],
    [x + across * size * 0.22, y + size * 1.2],
  ] as const;
  const [crown, upper, lower, mouth] = points;
  if (isFirst) {
    pen.moveTo(...crown);
    pen.bezierCurveTo(...upper, ...lower, ...mouth);
  } else {
    pen.lineTo(...mouth);
    pen.bezierCurveTo(...lower, ...upper, ...crown);
  }
}
