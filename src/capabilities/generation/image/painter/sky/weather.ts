/** What falls, drifts and flashes in front of everything: rain, snow, fog, blown sand, lightning. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import { layered, smooth } from '../noise.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import { halo } from './sky.ts';

export function paintWeather(easel: Easel): void {
  const has = (weather: (typeof easel.asked.weather)[number]): boolean => easel.asked.weather.includes(weather);
  if (has('fog')) mist(easel, mix(easel.light.haze, [255, 255, 255], 0.25), 0.62);
  if (has('sandstorm')) mist(easel, mix(easel.light.haze, [232, 176, 112], 0.6), 0.6);
  if (has('rain') || has('storm')) rain(easel);
  if (has('snow')) snow(easel);
}

export function paintLightning(easel: Easel): void {
  const { pen, unit, camera, light } = easel;
  const random = easel.random('lightning');
  const x = camera.middle - easel.sunSide * unit * between(random, 0.08, 0.28);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, camera.horizon - unit * 0.42, unit * 0.6, [170, 180, 255], 0.55);
  bolt(easel, x, camera.horizon - unit * 0.62, 1);
  pen.restore();

  function bolt(_: Easel, fromX: number, fromY: number, strength: number): void {
    const points: [number, number][] = [[fromX, fromY]];
    let [px, py] = [fromX, fromY];
    while (py < camera.horizon && points.length < 40) {
      px += between(random, -0.028, 0.028) * unit;
      py += between(random, 0.012, 0.04) * unit;
      points.push([px, py]);
      if (strength > 0.6 && random() < 0.16) bolt(easel, px, py, strength * 0.45);
      if (strength < 0.6 && points.length > 9) break;
    }
    for (const [width, opacity] of [
      [0.012, 0.18],
      [0.005, 0.5],
      [0.0022, 1],
    ] as const) {
      pen.strokeStyle = css(mix(light.sun, [225, 230, 255], 0.8), opacity * strength);
      pen.lineWidth = unit * width * strength;
      pen.lineJoin = 'round';
      pen.beginPath();
      for (const [index, [bx, by]] of points.entries()) index === 0 ? pen.moveTo(bx, by) : pen.lineTo(bx, by);
      pen.stroke();
    }
  }
}

/** Drifts of fog, thickest along the horizon, never with an edge. */
function mist(easel: Easel, colour: Rgb, most: number): void {
  const { pen, width, height, unit, camera } = easel;
  const cells = 90;
  const rows = Math.max(2, Math.round((cells * height) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('mist');
  for (let row = 0; row < rows; row += 1) {
    const up = (camera.horizon - ((row + 0.5) / rows) * height) / unit;
    const band = Math.exp(-((up / (up > 0 ? 0.3 : 0.42)) ** 2));
    for (let column = 0; column < cells; column += 1) {
      const x = (((column + 0.5) / cells) * width - camera.middle) / unit;
      const drift = 0.62 + 0.55 * layered(noise, x * 1.6, up * 5, 3);
      image.data.set([colour[0], colour[1], colour[2], 255 * most * band * smooth(0, 1.1, drift)], (row * cells + column) * 4);
    }
  }
  veil.putImageData(image, 0, 0);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, height);
}

function rain(easel: Easel): void {
  const { pen, width, height, unit, light } = easel;
  const random = easel.random('rain');
  const colour = mix(light.haze, [235, 242, 255], 0.6);
  pen.save();
  pen.lineCap = 'round';
  for (let index = 0; index < 1100; index += 1) {
    const x = easel.camera.middle + between(random, -1.8, 1.8) * unit;
    const y = easel.camera.horizon + between(random, -2.2, 2.2) * unit;
    const near = random() ** 2;
    if (x < -20 || x > width + 20 || y < -50 || y > height + 50) continue;
    const length = unit * (0.014 + 0.05 * near);
    pen.strokeStyle = css(colour, 0.13 + 0.25 * near);
    pen.lineWidth = Math.max(0.5, unit * (0.0007 + 0.0014 * near));
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - length * 0.2, y + length);
    pen.stroke();
  }
  pen.restore();
}

function snow(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('snow');
  for (let index = 0; index < 950; index += 1) {
    const x = easel.camera.middle + between(random, -1.8, 1.8) * unit;
    const y = easel.camera.horizon + between(random, -2.2, 2.2) * unit;
    const near = random() ** 5;
    const strength = between(random, 0.4, 0.95);
    if (x < -9 || x > width + 9 || y < -9 || y > height + 9) continue;
    const radius = Math.max(0.55, unit * (0.0013 + 0.0075 * near));
    if (near > 0.25) halo(pen, x, y, radius * 1.9, [255, 255, 255], strength * 0.8);
    else {
      pen.fillStyle = css([255, 255, 255], strength);
      pen.beginPath();
      pen.arc(x, y, radius, 0, Math.PI * 2);
      pen.fill();
    }
  }
}
