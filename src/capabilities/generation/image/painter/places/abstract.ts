/** No place was asked for: a composed play of colour, of the palette that was named or one that the seed chooses. */

import { between, pick, type Random } from '../../../random.ts';
import { css, fromHue, mix, type Rgb } from '../colour.ts';
import { clamp, layered } from '../noise.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import { disc, halo } from '../sky/sky.ts';

export function paintAbstract(easel: Easel): void {
  const random = easel.random('abstract');
  const colours = paletteOf(easel, random);
  flow(easel, colours, random);
  ribbons(easel, colours, random);
  if (random() < 0.75) circles(easel, colours, random);
}

type Palette = readonly [Rgb, Rgb, Rgb, Rgb, Rgb];

function paletteOf({ asked, light }: Easel, random: Random): Palette {
  const [first, second, third] = asked.palette.map(({ colour }) => colour);
  const hue = random();
  const apart = pick(random, [0.08, 0.42, 0.5, 0.33]);
  const night = light.stars > 0.5 ? 0.6 : 1;
  if (!first)
    return [
      fromHue(hue, 0.55, 0.2 * night),
      fromHue(hue + 0.06, 0.7, 0.42 * night),
      fromHue(hue + apart, 0.78, 0.6),
      fromHue(hue + apart + 0.08, 0.82, 0.74),
      [252, 244, 230],
    ];
  const other = second ?? mix(first, fromHue(hue, 0.6, 0.5), 0.35);
  return [
    mix(first, [14, 12, 24], 0.68),
    mix(first, [30, 24, 40], 0.2),
    other,
    mix(third ?? first, [255, 250, 240], 0.35),
    mix(other, [255, 250, 240], 0.75),
  ];
}

const at = (colours: Palette, share: number): Rgb => {
  const place = clamp(share) * (colours.length - 1);
  const index = Math.min(colours.length - 2, Math.floor(place));
  return mix(colours[index] ?? colours[0], colours[index + 1] ?? colours[4], place - index);
};

/** Noise that bends noise: folds like silk. */
function flow(easel: Easel, colours: Palette, random: Random): void {
  const { pen, width, height, unit } = easel;
  const cells = 320;
  const rows = Math.max(1, Math.round((cells * height) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('flow');
  const scale = between(random, 0.55, 1);
  for (let row = 0; row < rows; row += 1) {
    const y = ((((row + 0.5) / rows) * height - height / 2) / unit) * scale;
    for (let column = 0; column < cells; column += 1) {
      const x = ((((column + 0.5) / cells) * width - width / 2) / unit) * scale;
      const wx = layered(noise, x * 1.1, y * 1.1, 2);
      const wy = layered(noise, x * 1.1 + 5.2, y * 1.1 + 1.3, 2);
      const fold = layered(noise, x + 1.15 * wx, y + 1.15 * wy, 3);
      const sheen = layered(noise, x + 1.15 * wx + 0.09, y + 1.15 * wy - 0.09, 2) - layered(noise, x + 1.15 * wx, y + 1.15 * wy, 2);
      const colour = mix(at(colours, 0.42 + fold * 0.62 + wx * 0.2), colours[4], clamp(sheen * 2.6));
      const shade = 1 - clamp(-sheen * 2.2) * 0.6;
      image.data.set([colour[0] * shade, colour[1] * shade, colour[2] * shade, 255], (row * cells + column) * 4);
    }
  }
  veil.putImageData(image, 0, 0);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, height);
}

function ribbons(easel: Easel, colours: Palette, random: Random): void {
  const { pen, width, height, unit } = easel;
  const noise = easel.noise('ribbons');
  const bundle = Math.round(between(random, 2, 4));
  pen.save();
  pen.globalCompositeOperation = 'screen';
  for (let strand = 0; strand < bundle * 13; strand += 1) {
    const group = strand % bundle;
    const share = Math.floor(strand / bundle) / 13;
    pen.strokeStyle = css(at(colours, 0.45 + 0.5 * share), 0.14);
    pen.lineWidth = Math.max(0.7, unit * 0.004);
    pen.beginPath();
    for (let step = 0; step <= 60; step += 1) {
      const x = (step / 60 - 0.5) * (width / unit);
      const y =
        0.34 * noise(x * 0.9 + group * 13, group + share * 0.3) +
        0.1 * noise(x * 2.4, share * 0.7 + group) +
        (group - (bundle - 1) / 2) * 0.2 +
        (share - 0.5) * 0.1;
      pen.lineTo(width / 2 + x * unit, height / 2 + y * unit);
    }
    pen.stroke();
  }
  pen.restore();
}

function circles(easel: Easel, colours: Palette, random: Random): void {
  const { pen, width, height, unit } = easel;
  const count = Math.round(between(random, 2, 6));
  for (let index = 0; index < count; index += 1) {
    const radius = unit * between(random, 0.03, 0.15);
    const x = width / 2 + between(random, -0.42, 0.42) * Math.min(unit, width);
    const y = height / 2 + between(random, -0.42, 0.42) * Math.min(unit, height);
    const colour = at(colours, between(random, 0.3, 1));
    halo(pen, x + radius * 0.12, y + radius * 0.2, radius * 1.5, [10, 8, 20], 0.3);
    const wash = pen.createRadialGradient(x - radius * 0.35, y - radius * 0.4, radius * 0.05, x, y, radius);
    wash.addColorStop(0, css(mix(colour, [255, 252, 244], 0.55)));
    wash.addColorStop(0.6, css(colour));
    wash.addColorStop(1, css(mix(colour, colours[0], 0.55)));
    pen.fillStyle = wash;
    disc(pen, x, y, radius);
  }
}
