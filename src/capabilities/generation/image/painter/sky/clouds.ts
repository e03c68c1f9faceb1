/** Clouds: soft ones lit from the sun, computed coarsely and enlarged; or crisp heaps, drawn, for flat styles. */

import { between } from '../../../random.ts';
import { css, mix, type Rgb, scaled } from '../colour.ts';
import { clamp, layered, smooth } from '../noise.ts';
import { type Easel, sheet } from '../scene/easel.ts';
import { disc } from './sky.ts';

export function paintClouds(easel: Easel): void {
  const cover = coverOf(easel);
  if (easel.style !== 'anime' || cover > 0.6) softClouds(easel, cover);
  else {
    softClouds(easel, cover * 0.55);
    if (cover > 0.1 && easel.light.stars < 0.5) heaps(easel, cover);
  }
}

/** 0 none, 1 all of the sky. */
function coverOf({ asked, light, random }: Easel): number {
  const has = (weather: (typeof asked.weather)[number]): boolean => asked.weather.includes(weather);
  if (has('storm')) return 0.96;
  if (has('overcast') || has('rain')) return 0.86;
  if (has('snow')) return 0.75;
  if (has('cloudy')) return 0.58;
  if (has('clear') || has('aurora')) return 0.06;
  if (has('fog') || has('sandstorm')) return 0.2;
  const chance = random('cover')();
  return light.stars > 0.5 ? 0.1 + 0.14 * chance : light.altitude < 0.3 ? 0.3 + 0.14 * chance : 0.27 + 0.16 * chance;
}

function softClouds(easel: Easel, cover: number): void {
  const { pen, width, camera, light, unit, sunAt } = easel;
  const tall = Math.min(easel.height, camera.horizon + 2);
  const cells = Math.round(Math.min(width, 330));
  const rows = Math.max(2, Math.round((cells * tall) / width));
  const { canvas, pen: veil } = sheet(cells, rows);
  const image = veil.createImageData(cells, rows);
  const noise = easel.noise('clouds');
  const isStormy = easel.asked.weather.includes('storm');
  const lightest = cloudLight(easel);
  const darkest = mix(scaled(light.middle, isStormy ? 0.42 : 0.72), light.haze, isStormy ? 0.05 : 0.25);
  const edge = 0.46 - cover * 1.02;
  for (let row = 0; row < rows; row += 1) {
    const up = (camera.horizon - ((row + 0.5) / rows) * tall) / unit;
    const far = 1 / (up * 1.25 + 0.16);
    const v = far * 1.05;
    for (let column = 0; column < cells; column += 1) {
      const px = ((column + 0.5) / cells) * width;
      const u = ((px - camera.middle) / unit) * far * 0.85;
      const bulk = layered(noise, u, v, 5) + 0.22 * noise(u * 0.35 + 9, v * 0.35);
      const over = bulk - edge;
      if (over <= 0) continue;
      const toSun = (sunAt[0] - px) / unit;
      const behind = layered(noise, u + clamp(toSun, -1, 1) * 0.2, v + 0.16, 3) - edge;
      const shine = clamp(0.62 + (over - behind) * 1.15 - over * (isStormy ? 0.75 : 0.4));
      const near = 1 - clamp(Math.hypot(toSun, (camera.horizon - sunAt[1]) / unit - up) / 0.75);
      const colour = mix(darkest, lightest, clamp(shine + near * 0.25 * light.disc));
      const veil = 1 - 0.6 * light.disc * smooth(0.13, 0.04, Math.hypot(toSun, (camera.horizon - sunAt[1]) / unit - up));
      const strength = smooth(0, 0.42, over) * smooth(-0.01, 0.09, up) * veil;
      image.data.set([colour[0], colour[1], colour[2], 255 * strength * (light.stars > 0.6 ? 0.55 : 0.94)], (row * cells + column) * 4);
    }
  }
  veil.putImageData(image, 0, 0);
  pen.save();
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, width, tall);
  pen.restore();
}

function cloudLight({ light }: Easel): Rgb {
  const white: Rgb = [255, 253, 250];
  if (light.stars > 0.6) return [104, 122, 168];
  if (light.altitude < 0.3) return mix(mix(light.sun, light.horizon, 0.45), white, 0.15);
  return mix(scaled(white, clamp(light.key[1], 0.35, 1)), light.horizon, 0.12);
}

/** Cumulus in flat tones with a level foot: body, shade below, light on the side of the sun. */
function heaps(easel: Easel, cover: number): void {
  const { camera, unit, light } = easel;
  const random = easel.random('heaps');
  const lightest = cloudLight(easel);
  const body = mix(lightest, light.middle, 0.2);
  const shade = mix(lightest, light.middle, 0.5);
  for (let index = 0; index < 5 + Math.round(cover * 10); index += 1) {
    const x = camera.middle + between(random, -1.6, 1.6) * unit;
    const up = index < 4 ? between(random, 0.03, 0.12) : between(random, 0.16, 0.4);
    const size = unit * (index < 4 ? between(random, 0.12, 0.26) : between(random, 0.05, 0.12));
    const puffs = Array.from({ length: 30 }, (_, puff) => {
      const along = ((puff + random()) / 30) * 2 - 1;
      const bell = 1 - along * along;
      return { along, radius: size * (0.1 + 0.2 * bell) * between(random, 0.75, 1.2), lift: bell * between(random, 0.05, 1) ** 0.7 };
    });
    heap(easel, puffs, { x, y: camera.horizon - up * unit, size }, [shade, body, lightest]);
  }
}

interface Puff {
  readonly along: number;
  readonly radius: number;
  readonly lift: number;
}

function heap(easel: Easel, puffs: readonly Puff[], at: { x: number; y: number; size: number }, tones: readonly Rgb[]): void {
  const { x, y, size } = at;
  if (x + size * 2 < 0 || x - size * 2 > easel.width) return;
  const { canvas, pen } = sheet(size * 4, size * 2.2);
  const [cx, foot] = [size * 2, size * 1.9];
  for (const [tone, colour] of tones.entries()) {
    pen.globalCompositeOperation = tone === 0 ? 'source-over' : 'source-atop';
    pen.fillStyle = css(colour);
    for (const { along, radius, lift } of puffs) {
      const dx = easel.sunSide * tone * radius * 0.16;
      disc(pen, cx + along * size * 1.35 + dx, foot - lift * size * 0.75 - tone * radius * 0.3, radius * (1 - tone * 0.1));
    }
  }
  pen.globalCompositeOperation = 'destination-out';
  pen.fillRect(0, foot, size * 4, size);
  const fade = pen.createLinearGradient(0, foot - size * 0.34, 0, foot);
  fade.addColorStop(0, 'rgba(0,0,0,0)');
  fade.addColorStop(1, 'rgba(0,0,0,0.85)');
  pen.fillStyle = fade;
  pen.fillRect(0, foot - size * 0.34, size * 4, size * 0.36);
  easel.pen.drawImage(canvas, x - cx, y - foot);
}
