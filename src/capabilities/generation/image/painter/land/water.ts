/** Water: a mirror of what stands behind it, broken by waves, deep below, turquoise where it is shallow, foam where it ends. */
import { mix, type Rgb, scaled, under } from '../colour.ts';
import { clamp, type Noise, smooth } from '../noise.ts';
import type { Easel } from '../scene/easel.ts';
import type { Buffer8 } from './terrain.ts';

export interface Water {
  /** This cell shows water of this depth (below zero) at this distance. */
  mark(column: number, y: number, depth: number, z: number): void;
  /** This cell shows land now; answers whether it was water. */
  end(column: number, y: number): boolean;
  /** Whether water of much farther away still waits to be painted: what is nearer will mirror it. */
  isWaiting(z: number): boolean;
  /** Turns the marked cells of these rows into colours, from what is on the sheet by now; false when there are none. */
  paint(top: number, bottom: number): boolean;
}

export function createWater(easel: Easel, buffer: Buffer8): Water {
  const { width, height } = buffer;
  const depths = new Float32Array(width * height);
  const shore = new Float32Array(width).fill(-1);
  const start = new Float32Array(width * height);
  let farthest = 0;
  return {
    mark: (column, y, depth, z) => {
      if ((shore[column] ?? -1) < 0) shore[column] = y;
      const cell = y * width + column;
      depths[cell] = depth;
      start[cell] = shore[column] ?? y;
      if (farthest === 0) farthest = z;
    },
    end: (column, y) => {
      shore[column] = -1;
      const wasWater = (depths[y * width + column] ?? 0) < 0;
      depths[y * width + column] = 0;
      return wasWater;
    },
    isWaiting: (z) => farthest > 0 && z < farthest * 0.45 && z < 700,
    paint: (top, bottom) => {
      if (farthest === 0) return false;
      reflect(easel, buffer, { depths, start, top, bottom });
      depths.fill(0, top * width, bottom * width);
      farthest = 0;
      return true;
    },
  };
}

interface Patch {
  readonly depths: Float32Array;
  readonly start: Float32Array;
  readonly top: number;
  readonly bottom: number;
}

function reflect(easel: Easel, buffer: Buffer8, { depths, start, top, bottom }: Patch): void {
  const { width, height, pen, camera, image } = buffer;
  pen.clearRect(0, 0, width, height);
  pen.drawImage(easel.canvas, 0, 0, width, height);
  const mirror = pen.getImageData(0, 0, width, height).data;
  const paint = toneOf(easel, buffer, mirror);
  for (let y = top; y < bottom; y += 1) {
    const z = (camera.eye * camera.focal) / Math.max(0.35, y + 0.5 - camera.horizon);
    for (let column = 0; column < width; column += 1) {
      const cell = y * width + column;
      const depth = depths[cell] ?? 0;
      if (depth >= 0) continue;
      const colour = paint(column, y, z, depth, shoreAt(start, depths, cell, column, width));
      image.data.set(colour, cell * 4);
    }
  }
}

/** The shore as its neighbours see it too: a jagged edge would mirror as noise. */
function shoreAt(start: Float32Array, depths: Float32Array, cell: number, column: number, width: number): number {
  let sum = 0;
  let count = 0;
  for (let away = -8; away <= 8; away += 4) {
    if (column + away < 0 || column + away >= width || (depths[cell + away] ?? 0) >= 0) continue;
    sum += start[cell + away] ?? 0;
    count += 1;
  }
  return sum / Math.max(1, count);
}

type Tone = (column: number, y: number, z: number, depth: number, shore: number) => readonly [number, number, number, number];

function toneOf(easel: Easel, { width, camera, scale }: Buffer8, mirror: Uint8ClampedArray): Tone {
  const { light, asked, sunAt } = easel;
  const noise = easel.noise('waves');
  const isTropical = easel.weightOf('beach', 'island', 'oasis') > 0;
  const isSea = easel.weightOf('sea', 'beach', 'coast', 'island', 'harbour') > 0;
  const lamp = mix(light.shade, light.key, 0.55);
  // A low sun leaves the water to the colours of the sky.
  const isLow = light.altitude < 0.3;
  const isIce = asked.season === 'winter' && !isSea;
  const own: Rgb = isTropical ? [22, 108, 142] : isSea ? [20, 74, 112] : [30, 76, 92];
  const deep = isIce ? under([196, 220, 236], lamp) : mix(under(own, lamp), scaled(light.zenith, 0.62), isLow ? 0.72 : 0.25);
  const shallow = mix(
    under(isTropical ? [92, 220, 210] : [104, 168, 158], mix(light.shade, light.key, 0.8)),
    light.middle,
    isLow ? 0.6 : 0.1,
  );
  const white = under([250, 252, 255], mix(light.shade, light.key, 0.85));
  const rough = asked.weather.includes('storm') ? 2 : isSea ? 1 : asked.season === 'winter' ? 0.12 : 0.42;
  const glitter = light.disc > 0.05 ? light.disc : light.altitude === 0 && light.lamps > 0.5 ? 0.3 : 0;
  const unit = easel.unit * scale;
  const sunX = sunAt[0] * scale;
  return (column, y, z, depth, shore) => {
    const x = ((column - camera.middle) * z) / camera.focal;
    const near = clamp((y - camera.horizon) / (unit * 0.5));
    const wave = waveAt(noise, x, z);
    const sourceY = Math.round(shore - (y - shore) * 0.92 - 1 + wave * rough * unit * (0.006 + 0.05 * near));
    const sourceX = Math.round(column + wave * rough * unit * (0.003 + 0.022 * near));
    const at = (Math.max(0, Math.min(Math.floor(shore) - 1, Math.abs(sourceY))) * width + Math.max(0, Math.min(width - 1, sourceX))) * 4;
    const seen: Rgb = [mirror[at] ?? 0, mirror[at + 1] ?? 0, mirror[at + 2] ?? 0];
    let colour = mix(scaled(seen, 0.94), deep, clamp(0.16 + (isSea ? 0.62 : 0.42) * near ** 0.7 - 0.16 * wave * rough));
    colour = mix(shallow, colour, clamp(1 - Math.exp(depth * (isTropical ? 1.3 : 3)) + 0.08));
    if (rough > 0.6 && z < 400) colour = mix(colour, white, 0.5 * smooth(0.62, 0.95, wave) * smooth(2, 0.6, near * 3) * (rough - 0.5));
    if (isSea) colour = mix(colour, white, foam(noise, x, z, depth));
    if (glitter > 0) colour = sparkle(colour, light.sun, noise, { x, z, wave, off: Math.abs(column - sunX) / unit, near, glitter });
    return [colour[0], colour[1], colour[2], 255];
  };
}

/** Waves seen from afar lie flat and wide. */
function waveAt(noise: Noise, x: number, z: number): number {
  const reach = 1.1 + z * 0.05;
  return 0.62 * noise(x / (reach * 1.6), z / reach) + 0.38 * noise(x / (reach * 0.55) + 9, z / (reach * 0.34));
}

function foam(noise: Noise, x: number, z: number, depth: number): number {
  if (depth < -1.1 || z > 260) return 0;
  const edge = smooth(-0.13, -0.02, depth + 0.05 * noise(x / 2.4, z / 2));
  const line =
    smooth(0.8, 1, Math.sin(depth * 7.5 + 1.5 * noise(x / 7, 3))) * smooth(-1.1, -0.2, depth) * smooth(-0.3, 0.25, noise(x / 1.7, z / 0.8));
  return clamp(edge * 0.9 + line * 0.75);
}

interface Shimmer {
  readonly x: number;
  readonly z: number;
  readonly wave: number;
  /** Lengths of the composition beside the sun. */
  readonly off: number;
  readonly near: number;
  readonly glitter: number;
}

function sparkle(colour: Rgb, sun: Rgb, noise: Noise, { x, z, wave, off, near, glitter }: Shimmer): Rgb {
  const path = Math.exp(-((off / (0.05 + 0.16 * near)) ** 2));
  if (path < 0.02) return colour;
  const fleck = smooth(0.12, 0.75, wave + 0.45 * noise(x / (0.4 + z * 0.02), z / (0.3 + z * 0.02)));
  return mix(colour, mix(sun, [255, 255, 250], 0.35), clamp(glitter * path * (0.22 + 0.95 * fleck)));
}
