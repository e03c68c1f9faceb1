/** Outer space: clouds of gas, many stars, a planet with its air and perhaps its rings. */

import { between } from '../../../random.ts';
import { css, fromHue, mix, type Rgb, scaled } from '../colour.ts';
import { clamp, crested, layered, smooth } from '../noise.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import { disc, halo } from '../sky/sky.ts';

export function paintSpace(easel: Easel): void {
  const { pen, width, height } = easel;
  pen.fillStyle = css([6, 6, 18]);
  pen.fillRect(0, 0, width, height);
  nebula(easel);
  farStars(easel);
  planet(easel);
}

function coloursOf(easel: Easel): readonly [Rgb, Rgb, Rgb] {
  const [first, second] = easel.asked.palette.map(({ colour }) => colour);
  const hue = easel.random('nebula hue')();
  return [
    first ?? fromHue(0.55 + hue * 0.35, 0.75, 0.5),
    second ?? first ?? fromHue(0.85 + hue * 0.25, 0.8, 0.55),
    fromHue(0.08 + hue * 0.2, 0.85, 0.6),
  ];
}

function nebula(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const cells = 240;
  const rows = Math.max(1, Math.round((cells * height) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('nebula');
  const [cool, warm, hot] = coloursOf(easel);
  for (let row = 0; row < rows; row += 1) {
    const y = (((row + 0.5) / rows) * height - height / 2) / unit;
    for (let column = 0; column < cells; column += 1) {
      const x = (((column + 0.5) / cells) * width - width / 2) / unit;
      const wx = layered(noise, x * 1.4, y * 1.4, 3);
      const wy = layered(noise, x * 1.4 + 8, y * 1.4 + 3, 3);
      const gas = smooth(-0.5, 0.7, layered(noise, x * 1.6 + wx, y * 1.6 + wy, 5));
      const wisps = crested(noise, x * 2.2 + wx * 1.4, y * 2.2 + wy * 1.4, 4) ** 4;
      const band = Math.exp(-(((y - x * 0.5 * easel.sunSide + wx * 0.2) / 0.36) ** 2));
      const strength = clamp((gas * 0.85 + wisps * 0.5) * (0.34 + 0.8 * band));
      const colour = mix(mix(cool, warm, clamp(0.5 + wx * 0.9)), hot, clamp(wisps * band * 1.1));
      image.data.set([colour[0] * strength + 6, colour[1] * strength + 6, colour[2] * strength + 18, 255], (row * cells + column) * 4);
    }
  }
  veil.putImageData(image, 0, 0);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, height);
}

function farStars(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('far stars');
  for (let index = 0; index < 3400; index += 1) {
    const x = width / 2 + between(random, -1.75, 1.75) * unit;
    const y = height / 2 + between(random, -1.75, 1.75) * unit;
    const size = random() ** 9;
    const warmth = random();
    if (x < -9 || x > width + 9 || y < -9 || y > height + 9) continue;
    const colour: Rgb = warmth < 0.25 ? [255, 208, 170] : warmth > 0.7 ? [176, 204, 255] : [255, 255, 255];
    pen.fillStyle = css(colour, 0.35 + 0.65 * random());
    disc(pen, x, y, Math.max(0.45, unit * (0.0006 + 0.0026 * size)));
    if (size > 0.5) {
      pen.save();
      pen.globalCompositeOperation = 'screen';
      halo(pen, x, y, unit * 0.022 * size, colour, 0.8);
      pen.fillStyle = css(colour, 0.5);
      pen.fillRect(x - unit * 0.016 * size, y - 0.5, unit * 0.032 * size, 1);
      pen.fillRect(x - 0.5, y - unit * 0.016 * size, 1, unit * 0.032 * size);
      pen.restore();
    }
  }
}

function planet(easel: Easel): void {
  const { pen, width, height, unit, sunSide } = easel;
  const random = easel.random('planet');
  const radius = unit * between(random, 0.17, 0.25);
  const x = width / 2 - sunSide * Math.min(unit * 0.24, width * 0.26);
  const y = height / 2 + Math.min(unit * 0.2, height * 0.24);
  const hue = random();
  const isBanded = random() < 0.5;
  const [land, second] = [fromHue(hue, 0.5, 0.52), fromHue(hue + 0.11, 0.55, 0.4)];
  const air = fromHue(hue + 0.5, 0.8, 0.7);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, radius * 1.5, air, 0.34);
  pen.restore();
  const rings = random() < 0.55;
  if (rings) ring(easel, { x, y, radius, colour: mix(land, [255, 240, 214], 0.4) }, true);
  const canvas = globeOf(easel, Math.round(Math.min(2 * radius, 300)), { land, second, air, isBanded });
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, x - radius, y - radius, radius * 2, radius * 2);
  if (rings) ring(easel, { x, y, radius, colour: mix(land, [255, 240, 214], 0.4) }, false);
}

interface Surface {
  readonly land: Rgb;
  readonly second: Rgb;
  readonly air: Rgb;
  readonly isBanded: boolean;
}

function globeOf(easel: Easel, cells: number, { land, second, air, isBanded }: Surface): ReturnType<typeof sheet>['canvas'] {
  const { sunSide } = easel;
  const { canvas, pen: globe } = sheet(cells, cells);
  const image = globe.createImageData(cells, cells);
  const noise = easel.noise('planet');
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const dx = ((column + 0.5) / cells) * 2 - 1;
      const dy = ((row + 0.5) / cells) * 2 - 1;
      const flat = dx * dx + dy * dy;
      if (flat > 1) continue;
      const dz = Math.sqrt(1 - flat);
      const facing = clamp((dx * sunSide * 0.82 - dy * 0.35 + dz * 0.42) * 1.1);
      const u = dx / (0.6 + 0.4 * dz);
      const swirl = isBanded ? layered(noise, u * 0.9, dy * 6 + 0.5 * noise(u * 2, dy * 3), 4) : layered(noise, u * 2.2, dy * 2.2, 5);
      const cloud = smooth(0.25, 0.6, layered(noise, u * 3 + 40, dy * 4.5, 4));
      const base = mix(mix(land, second, clamp(0.5 + swirl)), [255, 252, 246], isBanded ? 0 : cloud * 0.75);
      const colour = mix(scaled(base, 0.04 + 1.05 * facing), air, (1 - dz) ** 2.5 * (0.15 + 0.85 * facing));
      image.data.set([colour[0], colour[1], colour[2], 255 * smooth(1, 0.975, flat)], (row * cells + column) * 4);
    }
  }
  globe.putImageData(image, 0, 0);
  return canvas;
}

function ring({ pen }: Easel, { x, y, radius, colour }: { x: number; y: number; radius: number; colour: Rgb }, isBehind: boolean): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(-0.32);
  pen.scale(1, 0.24);
  for (let band = 0; band < 16; band += 1) {
    pen.strokeStyle = css(mix(colour, [60, 50, 60], (band % 5) / 8), 0.15 + 0.4 * Math.abs(Math.sin(band * 1.9)));
    pen.lineWidth = radius * 0.045;
    pen.beginPath();
    pen.arc(0, 0, radius * (1.32 + band * 0.045), isBehind ? Math.PI : 0, isBehind ? Math.PI * 2 : Math.PI);
    pen.stroke();
  }
  pen.restore();
}
