/** What every painter of a layer is given: the sheet, the light, the camera and its own chance. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Random, randomOf } from '../../../random.ts';
import type { ImageStyle } from '../../image.ts';
import { type Noise, noiseOf } from '../noise.ts';
import type { Light } from './light.ts';
import type { Setting, Understood } from './scene.ts';

export type Pen = SKRSContext2D;

export interface Easel {
  readonly canvas: Canvas;
  readonly pen: Pen;
  readonly width: number;
  readonly height: number;
  /** Pixels of one length of the composition: the same scene at every size and format. */
  readonly unit: number;
  readonly camera: Camera;
  readonly asked: Understood;
  readonly light: Light;
  readonly style: ImageStyle;
  readonly seed: number;
  /** Which side the sun is on: −1 left, 1 right; and where in the sky. */
  readonly sunSide: -1 | 1;
  readonly sunAt: readonly [x: number, y: number];
  weightOf(...settings: readonly Setting[]): number;
  random(name: string): Random;
  noise(name: string): Noise;
}

/** Metres to pixels. x to the right of the middle, y above the water, z away from us. */
export interface Camera {
  readonly middle: number;
  readonly horizon: number;
  /** Of the eye, metres above the water. */
  readonly eye: number;
  readonly focal: number;
}

export const screenX = (camera: Camera, x: number, z: number): number => camera.middle + (x * camera.focal) / z;
export const screenY = (camera: Camera, y: number, z: number): number => camera.horizon + ((camera.eye - y) * camera.focal) / z;
/** Pixels of a metre at this distance. */
export const scaleAt = (camera: Camera, z: number): number => camera.focal / z;

export const unitOf = (width: number, height: number): number => Math.min(Math.sqrt(width * height), 1.3 * Math.min(width, height));

/** Every sheet of the picture in hand: their memory lies outside the engine's sight, which would let gigabytes of it pile up. */
const inUse: Canvas[] = [];

export function sheet(width: number, height: number): { canvas: Canvas; pen: Pen } {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  inUse.push(canvas);
  return { canvas, pen: canvas.getContext('2d') };
}

/** How many sheets the picture in hand was painted on so far. */
export const countSheets = (): number => inUse.length;

/** Gives the memory of all sheets back; nothing may be painted on them afterwards. */
export function putAwaySheets(): void {
  for (const canvas of inUse.splice(0)) {
    canvas.width = 1;
    canvas.height = 1;
  }
}

export interface EaselPlan extends Pick<Easel, 'width' | 'height' | 'asked' | 'light' | 'style' | 'seed'> {
  /** Share of the height above the horizon. */
  readonly horizon: number;
  readonly eye: number;
}

export function setUp({ horizon, eye, ...plan }: EaselPlan): Easel {
  const { width, height, asked, light, seed } = plan;
  const unit = unitOf(width, height);
  const random = randomOf(seed, 'sun');
  const sunSide = random() < 0.5 ? -1 : 1;
  const away = (0.12 + 0.2 * random()) * Math.min(unit, width * 0.9);
  const camera = { middle: width / 2, horizon: height * horizon, eye, focal: unit * 1.05 };
  const rise = Math.min(camera.horizon * 0.86, unit * 0.62) * light.altitude;
  const weights = new Map(asked.settings.map(({ name, weight }) => [name, weight]));
  return {
    ...plan,
    ...sheet(width, height),
    unit,
    camera,
    sunSide,
    sunAt: [width / 2 + sunSide * away, camera.horizon - rise],
    weightOf: (...settings) => settings.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0),
    random: (name) => randomOf(seed, name),
    noise: (name) => noiseOf(seed, name),
  };
}
