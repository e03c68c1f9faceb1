/** The sky from the horizon up: its colours, the glow of the sun, stars, sun or moon, northern lights, rainbow. Clouds come after. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import { layered, smooth } from '../noise.ts';
import { type Easel, type Pen, sheet } from '../scene/easel.ts';

export function paintSky(easel: Easel): void {
  const { pen, width, camera, light } = easel;
  const bottom = Math.max(camera.horizon, 1);
  const wash = pen.createLinearGradient(0, Math.min(0, bottom - easel.unit * 1.1), 0, bottom);
  wash.addColorStop(0, css(light.zenith));
  wash.addColorStop(0.45, css(mix(light.zenith, light.middle, 0.75)));
  wash.addColorStop(0.72, css(light.middle));
  wash.addColorStop(0.92, css(mix(light.middle, light.horizon, 0.8)));
  wash.addColorStop(1, css(light.horizon));
  pen.fillStyle = wash;
  pen.fillRect(0, 0, width, easel.height);
  glow(easel);
  if (light.stars > 0) stars(easel);
  if (easel.asked.weather.includes('aurora')) aurora(easel);
  if (light.disc > 0.05) (light.isMoon ? moon : sun)(easel);
}

/** Light that the air scatters round the sun: wide and low, so that the disc is not drowned. */
function glow(easel: Easel): void {
  const { pen, light, unit, sunAt, width, camera } = easel;
  const strength = light.isMoon ? 0.34 : 0.62;
  const [x, y] = light.altitude === 0 ? [sunAt[0], camera.horizon] : sunAt;
  pen.save();
  pen.globalCompositeOperation = 'screen';
  halo(pen, x, y, unit * 0.85, scaled(light.sun, 0.75), strength * (light.disc > 0 || light.altitude === 0 ? 1 : 0.35));
  if (light.disc > 0) halo(pen, x, y, unit * 0.26, light.sun, strength * 0.75 * light.disc);
  if (light.altitude < 0.3) {
    pen.translate(x, camera.horizon);
    pen.scale(2.6, 0.5);
    halo(pen, 0, 0, Math.min(unit * 0.7, width), light.horizon, 0.55);
  }
  pen.restore();
}

export function halo(pen: Pen, x: number, y: number, radius: number, colour: Rgb, strength: number): void {
  const wash = pen.createRadialGradient(x, y, 0, x, y, radius);
  wash.addColorStop(0, css(colour, strength));
  wash.addColorStop(0.25, css(colour, strength * 0.55));
  wash.addColorStop(0.55, css(colour, strength * 0.18));
  wash.addColorStop(1, css(colour, 0));
  pen.fillStyle = wash;
  pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

function sun(easel: Easel): void {
  const { pen, light, unit, sunAt, asked } = easel;
  const radius = unit * (light.altitude < 0.3 ? 0.062 : 0.034) * (asked.heavens.includes('sun') ? 1.35 : 1);
  pen.save();
  pen.globalAlpha = 0.35 + 0.65 * light.disc;
  const rim = pen.createRadialGradient(sunAt[0], sunAt[1], radius * 0.8, sunAt[0], sunAt[1], radius * 1.9);
  rim.addColorStop(0, css(light.sun, 0.75));
  rim.addColorStop(1, css(light.sun, 0));
  pen.fillStyle = rim;
  disc(pen, sunAt[0], sunAt[1], radius * 1.9);
  const face = pen.createLinearGradient(0, sunAt[1] - radius, 0, sunAt[1] + radius);
  face.addColorStop(0, css(mix(light.sun, [255, 255, 250], 0.8)));
  face.addColorStop(1, css(mix(light.sun, [255, 244, 214], light.altitude < 0.3 ? 0.25 : 0.9)));
  pen.fillStyle = face;
  disc(pen, sunAt[0], sunAt[1], radius);
  pen.restore();
}

export function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, Math.max(0.1, radius), 0, Math.PI * 2);
  pen.fill();
}

function moon(easel: Easel): void {
  const { pen, light, unit, sunAt, asked } = easel;
  const random = easel.random('moon');
  const radius = unit * (asked.heavens.includes('moon') ? 0.078 : 0.042);
  const crescent = random() < 0.35;
  const { canvas, pen: face } = sheet(radius * 2.4, radius * 2.4);
  const middle = radius * 1.2;
  const shine = face.createRadialGradient(middle - radius * 0.3, middle - radius * 0.3, radius * 0.1, middle, middle, radius);
  shine.addColorStop(0, css([255, 255, 250]));
  shine.addColorStop(1, css(mix(light.sun, [206, 214, 236], 0.6)));
  face.fillStyle = shine;
  disc(face, middle, middle, radius);
  face.globalCompositeOperation = 'source-atop';
  for (let crater = 0; crater < 14; crater += 1) {
    face.fillStyle = css([150, 162, 196], between(random, 0.1, 0.28));
    const turn = random() * Math.PI * 2;
    const away = Math.sqrt(random()) * radius * 0.85;
    disc(face, middle + Math.cos(turn) * away, middle + Math.sin(turn) * away, radius * between(random, 0.06, 0.26));
  }
  if (crescent) {
    face.globalCompositeOperation = 'destination-out';
    face.fillStyle = '#000';
    disc(face, middle + easel.sunSide * radius * 0.55, middle - radius * 0.18, radius * 0.95);
  }
  pen.drawImage(canvas, sunAt[0] - middle, sunAt[1] - middle);
}

function stars(easel: Easel): void {
  const { pen, light, unit, camera, asked } = easel;
  const random = easel.random('stars');
  const cloud = easel.noise('milky way');
  if (light.stars > 0.6) milkyWay(easel);
  const count = asked.heavens.includes('stars') ? 2600 : 1500;
  for (let index = 0; index < count; index += 1) {
    const x = between(random, -1.75, 1.75);
    const up = random() * 3.2;
    const size = random() ** 6;
    const warmth = random();
    const px = camera.middle + x * unit;
    const py = camera.horizon - up * unit;
    if (px < -4 || px > easel.width + 4 || py < -4) continue;
    const dense = cloud(x * 1.5, up * 1.5) * 0.35 + 0.65;
    const strength = light.stars * smooth(0, 0.25, up) * dense * (0.5 + 0.6 * size + 0.2 * random());
    const colour: Rgb = warmth < 0.2 ? [255, 214, 176] : warmth > 0.75 ? [182, 206, 255] : [255, 255, 255];
    pen.fillStyle = css(colour, strength);
    const radius = Math.max(0.5, unit * (0.0008 + 0.0024 * size));
    disc(pen, px, py, radius);
    if (size > 0.72) halo(pen, px, py, radius * 9, colour, 0.35 * strength);
  }
}

function milkyWay(easel: Easel): void {
  const { pen, light, width, height, unit, camera } = easel;
  const cells = 150;
  const rows = Math.max(1, Math.round((cells * height) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('veil');
  const slope = easel.sunSide * -0.9;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const x = (((column + 0.5) / cells) * width - camera.middle) / unit;
      const up = (camera.horizon - ((row + 0.5) / rows) * height) / unit;
      const off = up - 0.42 - slope * x + 0.12 * noise(x * 1.7, up * 1.7);
      const band = Math.exp(-((off / 0.17) ** 2));
      const grain = 0.55 + 0.6 * layered(noise, x * 4.5, up * 4.5, 4);
      const dust = smooth(0.1, 0.55, layered(noise, x * 3 + 40, up * 3, 3)) * Math.exp(-((off / 0.07) ** 2));
      const at = (row * cells + column) * 4;
      image.data.set(
        [150 + 50 * grain, 150 + 30 * grain, 226, 105 * light.stars * band * Math.max(0, grain) * (1 - 0.7 * dust) * smooth(0, 0.2, up)],
        at,
      );
    }
  }
  veil.putImageData(image, 0, 0);
  pen.save();
  pen.globalCompositeOperation = 'screen';
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, height);
  pen.restore();
}

function aurora(easel: Easel): void {
  const { pen, width, unit, camera } = easel;
  const noise = easel.noise('aurora');
  pen.save();
  pen.globalCompositeOperation = 'screen';
  const step = Math.max(1.5, unit / 300);
  for (const [curtain, colour, base] of [
    [0, [70, 255, 160], 0.2],
    [1, [120, 130, 255], 0.3],
    [2, [60, 240, 200], 0.12],
  ] as const) {
    for (let px = 0; px < width; px += step) {
      const x = (px - camera.middle) / unit;
      const foot = camera.horizon - unit * (base + 0.12 * noise(x * 1.3 + curtain * 9, curtain) + 0.03 * noise(x * 6, curtain + 4));
      const tall = unit * (0.22 + 0.16 * noise(x * 2.5, curtain + 20));
      const strength = 0.34 * smooth(-0.5, 0.7, noise(x * 3.4 + 7, curtain + 31)) * (0.7 + 0.3 * noise(x * 40, curtain));
      const wash = pen.createLinearGradient(0, foot, 0, foot - tall);
      wash.addColorStop(0, css(colour, 0));
      wash.addColorStop(0.12, css(colour, strength));
      wash.addColorStop(1, css(mix(colour, [150, 80, 255], 0.6), 0));
      pen.fillStyle = wash;
      pen.fillRect(px, foot - tall, step + 0.6, tall);
    }
  }
  pen.restore();
}

export function paintRainbow(easel: Easel): void {
  const { pen, unit, camera, sunSide } = easel;
  const x = camera.middle - sunSide * unit * 0.22;
  const y = camera.horizon + unit * 0.1;
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, easel.width, camera.horizon);
  pen.clip();
  const inner = unit * 0.49;
  const outer = unit * 0.56;
  const bow = pen.createRadialGradient(x, y, inner, x, y, outer);
  const bands: readonly Rgb[] = [
    [150, 80, 220],
    [70, 90, 240],
    [60, 190, 240],
    [90, 220, 110],
    [250, 230, 80],
    [255, 160, 60],
    [250, 70, 70],
  ];
  bow.addColorStop(0, css([150, 80, 220], 0));
  for (const [index, band] of bands.entries()) bow.addColorStop((index + 1) / (bands.length + 1), css(band, 0.42));
  bow.addColorStop(1, css([250, 70, 70], 0));
  pen.globalCompositeOperation = 'screen';
  pen.strokeStyle = bow;
  pen.lineWidth = outer - inner;
  pen.beginPath();
  pen.arc(x, y, (inner + outer) / 2, Math.PI, Math.PI * 2);
  pen.stroke();
  pen.restore();
}
