/**
 * The land in perspective, from far to near, with what stands on it painted between: a hill hides the tree behind it.
 *
 * Words: a *row* is the land at one distance; a *slab* is rows that are painted onto the sheet together.
 */
import type { Canvas } from '@napi-rs/canvas';
import { mix, type Rgb } from '../colour.ts';
import { clamp, smooth } from '../noise.ts';
import { type Camera, type Easel, type Pen, scaleAt, screenX, screenY, sheet } from '../scene/easel.ts';
import { hazeAt, lit } from '../scene/light.ts';
import type { Ground } from './ground.ts';
import type { Relief } from './relief.ts';
import { fillBetween, type Row, type Slab, STRIDE } from './strips.ts';
import { createWater, type Water } from './water.ts';

/** Something that stands on the land (or floats over it, `y` metres above the water). */
export interface Standing {
  readonly x: number;
  readonly z: number;
  readonly y?: number;
  paint(at: Foothold): void;
}
export interface Foothold {
  /** Pixels on the sheet. */
  readonly x: number;
  readonly y: number;
  /** Pixels of a metre there. */
  readonly scale: number;
  /** How much the air hides, 0 to 1. */
  readonly haze: number;
  readonly z: number;
}

const FARTHEST = 9500;
/** The longest side of the buffer: land is soft anyway, and its edges are smoothed when it is enlarged. */
const MOST_CELLS = 860;
/** How deep a slab may be before what stands on it is painted. */
const NEAR_SLAB = 0.86;
const FAR_SLAB = 0.72;

export interface Buffer8 {
  readonly canvas: Canvas;
  readonly pen: Pen;
  readonly image: ImageData;
  readonly width: number;
  readonly height: number;
  /** Cells of a pixel of the sheet. */
  readonly scale: number;
  readonly camera: Camera;
}
type ImageData = ReturnType<Pen['createImageData']>;

export function paintLand(easel: Easel, relief: Relief, ground: Ground, standing: readonly Standing[]): void {
  const buffer = bufferOf(easel);
  const water = createWater(easel, buffer);
  const rows = distances(buffer, relief.shape.mountain + relief.shape.volcano > 0);
  const queue = [...standing].sort((a, b) => b.z - a.z);
  const samples = Math.ceil(buffer.width / STRIDE) + 2;
  let farther: Row | null = null;
  let next = 0;
  let laid = FARTHEST;
  const slab: Slab = {
    top: buffer.height,
    bottom: 0,
    number: 1,
    ended: new Float32Array(buffer.width).fill(-9),
    of: new Int32Array(buffer.width),
  };
  for (const z of rows) {
    const row = rowAt(easel, relief, ground, buffer, z, samples, farther);
    if (farther) fillBetween(buffer, water, farther, row, slab);
    farther = row;
    const isDue = (queue[next]?.z ?? 0) >= z && z < laid * (z > 200 ? FAR_SLAB : NEAR_SLAB);
    if (!isDue && !water.isWaiting(z)) continue;
    laid = z;
    flush(easel, buffer, water, slab);
    for (; (queue[next]?.z ?? 0) >= z; next += 1) stand(easel, relief, queue[next]);
  }
  flush(easel, buffer, water, slab);
  for (; next < queue.length; next += 1) stand(easel, relief, queue[next]);
}

function stand(easel: Easel, relief: Relief, thing: Standing | undefined): void {
  if (!thing) return;
  const { camera, light } = easel;
  const y = thing.y ?? Math.max(0, relief.height(thing.x, thing.z));
  const at = {
    x: screenX(camera, thing.x, thing.z),
    y: screenY(camera, y, thing.z),
    scale: scaleAt(camera, thing.z),
    haze: hazeAt(light, thing.z),
    z: thing.z,
  };
  thing.paint(at);
}

function bufferOf(easel: Easel): Buffer8 {
  const scale = Math.min(1, MOST_CELLS / Math.max(easel.width, easel.height));
  const width = Math.round(easel.width * scale);
  const height = Math.round(easel.height * scale);
  const { canvas, pen } = sheet(width, height);
  const { middle, horizon, eye, focal } = easel.camera;
  const camera = { middle: middle * scale, horizon: horizon * scale, eye, focal: focal * scale };
  return { canvas, pen, image: pen.createImageData(width, height), width, height, scale, camera };
}

/** From far to near: as fine as the sheet can show of level ground, never finer than the far hills need. */
function distances({ camera, height }: Buffer8, hasPeaks: boolean): number[] {
  const nearest = Math.max(1.4, (0.86 * (camera.eye - 1.2) * camera.focal) / Math.max(8, height - camera.horizon));
  const rows: number[] = [];
  const drop = Math.max(0.8, camera.eye - 1) * camera.focal;
  for (
    let z = nearest;
    z < FARTHEST;
    z += Math.min(z * (z > 900 ? (hasPeaks ? 0.008 : 0.014) : 0.025), Math.max(z * 0.0035, (1.5 * z * z) / drop))
  )
    rows.push(z);
  return rows.reverse();
}

function rowAt(easel: Easel, relief: Relief, ground: Ground, { camera }: Buffer8, z: number, samples: number, farther: Row | null): Row {
  const row: Row = { z, height: new Float32Array(samples), screen: new Float32Array(samples), colour: new Float32Array(samples * 3) };
  const step = (STRIDE * z) / camera.focal;
  const start = (-camera.middle * z) / camera.focal;
  for (let index = 0; index < samples; index += 1) {
    const height = relief.height(start + index * step, z);
    row.height[index] = height;
    row.screen[index] = screenY(camera, Math.max(0, height), z);
  }
  const sunlight = sunOf(easel);
  const haze = hazeAt(easel.light, z);
  const veil = mix(easel.light.haze, easel.light.horizon, haze * 0.5);
  const gap = farther ? farther.z - z : 1;
  // What lies beneath water only lends its colour to the edge.
  const bed = mix(lit(easel.light, [150, 128, 96], 0.5), veil, haze);
  for (let index = 0; index < samples; index += 1) {
    const height = row.height[index] ?? 0;
    if (height < -0.6) {
      row.colour.set(bed, index * 3);
      continue;
    }
    const rise = ((row.height[Math.min(samples - 1, index + 1)] ?? 0) - (row.height[Math.max(0, index - 1)] ?? 0)) / (2 * step);
    // The farther row is spread wider: its sample beside this one lies nearer to the middle.
    const beside = farther ? (farther.height[Math.round(index * (z / farther.z) + (samples / 2) * (1 - z / farther.z))] ?? height) : height;
    const ahead = farther ? (beside - height) / gap : 0;
    const tone = shade(sunlight, rise, ahead);
    const colour = ground.colour(start + index * step, z, height, Math.hypot(rise, ahead));
    row.colour.set(mix([colour[0] * tone[0], colour[1] * tone[1], colour[2] * tone[2]], veil, haze), index * 3);
  }
  return row;
}

interface Sunlight {
  readonly key: Rgb;
  readonly shade: Rgb;
  readonly towards: readonly [x: number, y: number, z: number];
  readonly isFlat: boolean;
}

/** The sun stands somewhat before the scene, so that what faces us is not all shade. */
function sunOf({ light, sunSide, style }: Easel): Sunlight {
  const towards = [sunSide * 0.86, 0.34 + 0.5 * light.altitude, -0.2] as const;
  const length = Math.hypot(...towards);
  return {
    key: light.key,
    shade: light.shade,
    towards: [towards[0] / length, towards[1] / length, towards[2] / length],
    isFlat: style === 'anime',
  };
}

function shade({ key, shade: dark, towards, isFlat }: Sunlight, rise: number, ahead: number): Rgb {
  const length = Math.sqrt(rise * rise + ahead * ahead + 1);
  const facing = (-rise * towards[0] + towards[1] - ahead * towards[2]) / length;
  const share = clamp(facing * 1.12 + 0.14);
  return mix(dark, key, isFlat ? 0.15 + 0.4 * smooth(0.26, 0.34, share) + 0.45 * smooth(0.58, 0.66, share) : share);
}

/** Lays what was painted since the last time onto the sheet; water comes second, for it mirrors the land of its own slab too. */
function flush(easel: Easel, buffer: Buffer8, water: Water, slab: Slab): void {
  if (slab.bottom <= slab.top) return;
  lay(easel, buffer, slab);
  if (water.paint(slab.top, slab.bottom)) lay(easel, buffer, slab);
  buffer.image.data.fill(0, slab.top * buffer.width * 4, slab.bottom * buffer.width * 4);
  slab.top = buffer.height;
  slab.bottom = 0;
  slab.number += 1;
}

function lay(easel: Easel, { image, width, height, scale, pen, canvas }: Buffer8, slab: Slab): void {
  const top = Math.max(0, slab.top - 1);
  const tall = Math.min(height, slab.bottom + 1) - top;
  pen.clearRect(0, top - 2, width, tall + 4);
  pen.putImageData(image, 0, 0, 0, top, width, tall);
  easel.pen.imageSmoothingEnabled = true;
  easel.pen.imageSmoothingQuality = 'low';
  easel.pen.drawImage(canvas, 0, top, width, tall, 0, top / scale, easel.width, tall / scale);
}
