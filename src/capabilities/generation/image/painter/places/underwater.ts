/** Under water: light that falls in shafts, a sandy bed with corals and weed, fish in the distance, bubbles. */

import { between, pick } from '../../../random.ts';
import { css, fromHue, mix, type Rgb, scaled } from '../colour.ts';
import { clamp, crested, layered, smooth } from '../noise.ts';
import { type Easel, type Pen, sheet } from '../scene/easel.ts';
import { disc, halo } from '../sky/sky.ts';

export function paintUnderwater(easel: Easel): void {
  const { pen, width, height, light } = easel;
  const tint = easel.asked.palette[0]?.colour;
  const dim = light.stars > 0.5 ? 0.42 : light.altitude < 0.3 ? 0.8 : 1;
  const top: Rgb = scaled(tint ? mix([120, 226, 232], tint, 0.5) : [126, 230, 232], dim);
  const deep: Rgb = scaled(tint ? mix([8, 56, 104], tint, 0.4) : [8, 56, 108], dim);
  const wash = pen.createLinearGradient(0, 0, 0, height);
  wash.addColorStop(0, css(top));
  wash.addColorStop(0.35, css(mix(top, deep, 0.52)));
  wash.addColorStop(1, css(deep));
  pen.fillStyle = wash;
  pen.fillRect(0, 0, width, height);
  shafts(easel, top);
  shoal(easel, deep);
  rocks(easel, deep);
  bed(easel, deep, dim);
  reef(easel, deep, dim);
  bubbles(easel);
}

function shafts(easel: Easel, colour: Rgb): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('shafts');
  pen.save();
  pen.globalCompositeOperation = 'screen';
  const source = width / 2 + easel.sunSide * unit * 0.2;
  halo(pen, source, -unit * 0.05, unit * 0.6, [255, 255, 240], 0.55);
  for (let shaft = 0; shaft < 15; shaft += 1) {
    const at = source + between(random, -0.6, 0.6) * unit;
    const lean = between(random, -0.1, 0.1) * unit + (at - source) * 0.8;
    const wide = between(random, 0.01, 0.05) * unit;
    const reach = height * between(random, 0.55, 0.95);
    const fade = pen.createLinearGradient(0, 0, 0, reach);
    fade.addColorStop(0, css(mix(colour, [255, 255, 255], 0.5), 0.26));
    fade.addColorStop(1, css(colour, 0));
    pen.fillStyle = fade;
    pen.beginPath();
    pen.moveTo(at - wide * 0.4, 0);
    pen.lineTo(at + wide * 0.4, 0);
    pen.lineTo(at + lean + wide * 1.8, reach);
    pen.lineTo(at + lean - wide * 1.8, reach);
    pen.fill();
  }
  pen.restore();
}

function shoal(easel: Easel, deep: Rgb): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('shoal');
  for (let fish = 0; fish < 60; fish += 1) {
    const along = between(random, -0.3, 0.3);
    const x = width / 2 - easel.sunSide * unit * 0.16 + along * unit;
    const y = height * 0.36 + (along * along * 0.9 + between(random, -0.09, 0.09)) * unit;
    const size = unit * between(random, 0.007, 0.016);
    pen.fillStyle = css(mix(deep, [190, 230, 240], between(random, 0.1, 0.5)), 0.8);
    pen.beginPath();
    pen.ellipse(x, y, size, size * 0.42, 0.1, 0, Math.PI * 2);
    pen.moveTo(x - size * 0.7, y);
    pen.lineTo(x - size * 1.6, y - size * 0.5);
    pen.lineTo(x - size * 1.6, y + size * 0.5);
    pen.fill();
  }
}

function rocks(easel: Easel, deep: Rgb): void {
  const { pen, width, height, unit } = easel;
  const noise = easel.noise('rocks');
  for (let layer = 0; layer < 3; layer += 1) {
    pen.fillStyle = css(mix(mix(deep, [120, 190, 210], 0.22), scaled(deep, 0.55), layer / 2.4));
    pen.beginPath();
    pen.moveTo(0, height);
    for (let px = 0; px <= width + 4; px += 4) {
      const x = (px - width / 2) / unit;
      const side = smooth(0.1 + layer * 0.08, 0.62, Math.abs(x));
      pen.lineTo(
        px,
        height * 0.86 - unit * (0.05 + 0.32 * side) * (0.8 + 0.6 * layered(noise, x * 2.4 + layer * 9, layer, 4)) + layer * unit * 0.05,
      );
    }
    pen.lineTo(width, height);
    pen.fill();
  }
}

function bed(easel: Easel, deep: Rgb, dim: number): void {
  const { pen, width, height, unit } = easel;
  const top = height * 0.8;
  const cells = 200;
  const rows = Math.max(8, Math.round((cells * (height - top)) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('bed');
  for (let row = 0; row < rows; row += 1) {
    const near = (row + 0.5) / rows;
    const z = 1.2 / (near + 0.16);
    for (let column = 0; column < cells; column += 1) {
      const x = ((((column + 0.5) / cells) * width - width / 2) / unit) * z;
      const web = crested(noise, x * 3.2, z * 4.2, 2) ** 5;
      const ripple = 0.5 + 0.5 * Math.sin(z * 17 + x * 3 + 2 * noise(x * 2, z * 3));
      const sand = scaled(mix([206, 188, 140], [150, 170, 150], ripple * 0.4), dim * (0.62 + 0.3 * near + 0.55 * web));
      const colour = mix(deep, sand, 0.2 + 0.7 * near);
      image.data.set([colour[0], colour[1], colour[2], 255 * smooth(0, 0.28, near + 0.12 * noise(x * 1.5, 2))], (row * cells + column) * 4);
    }
  }
  veil.putImageData(image, 0, 0);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, top, width, height - top);
}

function reef(easel: Easel, deep: Rgb, dim: number): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('reef');
  for (let index = 0; index < 52; index += 1) {
    const near = (index + 1) / 52;
    const x = width / 2 + between(random, -1.6, 1.6) * unit;
    const y = height * 0.83 + near * height * 0.16;
    const size = unit * (0.05 + 0.1 * near) * between(random, 0.7, 1.3);
    const kind = random();
    const hue = pick(random, [0.95, 0.03, 0.09, 0.8, 0.14, 0.55]);
    const isCentral = Math.abs(x - width / 2) < unit * 0.2;
    if (x < -size || x > width + size || (isCentral && near > 0.5)) continue;
    const colour = mix(scaled(fromHue(hue, 0.78, 0.6), dim), deep, 0.55 * (1 - near) + 0.08);
    if (kind < 0.35) weed(pen, { x, y, size: size * 1.7, colour: mix([46, 140, 84], deep, 0.35 * (1 - near)) }, random);
    else if (kind < 0.7) coral(pen, { x, y, size, colour }, -Math.PI / 2, 4, random);
    else brain(pen, { x, y, size: size * 0.6, colour });
  }
}

interface Growth {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Rgb;
}

function weed(pen: Pen, { x, y, size, colour }: Growth, random: () => number): void {
  pen.lineCap = 'round';
  for (let blade = 0; blade < 6; blade += 1) {
    const sway = between(random, -0.3, 0.3) * size;
    pen.strokeStyle = css(mix(colour, [190, 230, 120], random() * 0.35));
    pen.lineWidth = size * 0.06;
    pen.beginPath();
    pen.moveTo(x + (blade - 2.5) * size * 0.06, y);
    pen.bezierCurveTo(x + sway, y - size * 0.35, x - sway, y - size * 0.7, x + sway * 1.2, y - size * between(random, 0.8, 1.1));
    pen.stroke();
  }
}

function coral(pen: Pen, { x, y, size, colour }: Growth, turn: number, depth: number, random: () => number): void {
  const [tx, ty] = [x + Math.cos(turn) * size * 0.4, y + Math.sin(turn) * size * 0.4];
  pen.strokeStyle = css(mix(colour, [255, 240, 230], (4 - depth) * 0.1));
  pen.lineWidth = size * 0.17;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(tx, ty);
  pen.stroke();
  if (depth === 0) return;
  for (const side of [-1, 1])
    coral(pen, { x: tx, y: ty, size: size * 0.8, colour }, turn + side * between(random, 0.25, 0.6), depth - 1, random);
}

function brain(pen: Pen, { x, y, size, colour }: Growth): void {
  const wash = pen.createRadialGradient(x - size * 0.3, y - size * 0.7, size * 0.1, x, y - size * 0.3, size * 1.1);
  wash.addColorStop(0, css(mix(colour, [255, 250, 230], 0.45)));
  wash.addColorStop(1, css(scaled(colour, 0.45)));
  pen.fillStyle = wash;
  pen.beginPath();
  pen.ellipse(x, y - size * 0.3, size, size * 0.75, 0, 0, Math.PI * 2);
  pen.fill();
}

function bubbles(easel: Easel): void {
  const { pen, width, height, unit } = easel;
  const random = easel.random('bubbles');
  for (let index = 0; index < 90; index += 1) {
    const x = width / 2 + between(random, -1.6, 1.6) * unit;
    const y = height * random();
    const radius = unit * (0.0025 + 0.011 * random() ** 4);
    pen.strokeStyle = css([235, 255, 255], 0.55);
    pen.lineWidth = Math.max(0.6, radius * 0.16);
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
    pen.stroke();
    pen.fillStyle = css([255, 255, 255], clamp(0.4));
    disc(pen, x - radius * 0.35, y - radius * 0.35, radius * 0.25);
  }
}
