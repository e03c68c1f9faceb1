/** The hand that finishes a picture: four ways to treat the same scene, and the moods a prompt asks for. */
import type { ImageStyle } from '../../image.ts';
import { clamp } from '../noise.ts';
import type { Easel } from '../scene/easel.ts';
import { bloom } from './bloom.ts';
import { flatten } from './flatten.ts';
import { createGrade } from './grade.ts';
import { brush } from './strokes.ts';

/** What a style does after the scene stands. */
interface Hand {
  readonly bloom: number;
  readonly saturation: number;
  readonly contrast: number;
  readonly lift: number;
  readonly vignette: number;
  readonly grain: number;
  /** Dark contours, bright rims, thickness of paint: 0 to 1. */
  readonly contour: number;
  readonly rim: number;
  readonly relief: number;
}

const HANDS: Readonly<Record<ImageStyle, Hand>> = {
  realistic: { bloom: 0.3, saturation: 1.02, contrast: 1.06, lift: 0, vignette: 0.3, grain: 2.4, contour: 0, rim: 0, relief: 0 },
  artistic: { bloom: 0.14, saturation: 1.16, contrast: 1.04, lift: 3, vignette: 0.16, grain: 0, contour: 0, rim: 0, relief: 0.55 },
  anime: { bloom: 0.26, saturation: 1.3, contrast: 1.05, lift: 9, vignette: 0.05, grain: 0, contour: 0.7, rim: 0, relief: 0 },
  digital_art: { bloom: 0.62, saturation: 1.38, contrast: 1.16, lift: -4, vignette: 0.42, grain: 0.8, contour: 0, rim: 0.8, relief: 0 },
};

/** The finished pixels: red, green, blue and opacity of each. */
export function finish(easel: Easel): Uint8ClampedArray {
  const hand = HANDS[easel.style];
  if (easel.style === 'anime') flatten(easel, 0.78);
  if (easel.style === 'artistic') brush(easel);
  bloom(easel, hand.bloom);
  const image = easel.pen.getImageData(0, 0, easel.width, easel.height);
  develop(easel, hand, image.data);
  return image.data;
}

const TILE = 128;

function develop(easel: Easel, hand: Hand, pixels: Uint8ClampedArray): void {
  const { width, height } = easel;
  const grade = createGrade(easel, hand);
  const light = hand.contour + hand.rim + hand.relief > 0 ? lightness(pixels, width, height) : null;
  const reach = Math.max(1, Math.round(easel.unit / 900));
  const random = easel.random('grain');
  const grain = Float32Array.from({ length: TILE * TILE }, () => (random() + random() - 1) * hand.grain);
  for (let y = 0; y < height; y += 1) {
    const ny = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x += 1) {
      const cell = y * width + x;
      const nx = (x / width - 0.5) * 2;
      const dim = 1 - hand.vignette * Math.max(0, (nx * nx + ny * ny) * 0.62 - 0.32);
      const add = grain[(y % TILE) * TILE + (x % TILE)] ?? 0;
      grade(pixels, cell * 4, dim, add);
      if (light) edges(hand, pixels, light, { x, y, cell, width, height, reach });
    }
  }
}

function lightness(pixels: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const light = new Uint8ClampedArray(width * height);
  for (let cell = 0, at = 0; cell < light.length; cell += 1, at += 4)
    light[cell] = 0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
  return light;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  readonly reach: number;
}

/** Where the light changes at once: an outline, a rim of neon, or the ridge of a stroke. */
function edges(hand: Hand, pixels: Uint8ClampedArray, light: Uint8ClampedArray, { x, y, cell, width, height, reach }: Cell): void {
  if (x < reach || y < reach || x >= width - reach || y >= height - reach) return;
  const across = (light[cell + reach] ?? 0) - (light[cell - reach] ?? 0);
  const down = (light[cell + reach * width] ?? 0) - (light[cell - reach * width] ?? 0);
  const at = cell * 4;
  if (hand.relief > 0) {
    const ridge = clamp((across + down) * -0.16, -14, 14) * hand.relief;
    for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = (pixels[at + channel] ?? 0) + ridge;
    return;
  }
  const step = Math.hypot(across, down);
  if (step < 38) return;
  const strength = clamp((step - 38) / 90);
  if (hand.contour > 0) {
    const ink = 1 - hand.contour * strength * 0.8;
    for (let channel = 0; channel < 3; channel += 1)
      pixels[at + channel] = (pixels[at + channel] ?? 0) * (channel === 2 ? ink + (1 - ink) * 0.25 : ink);
  } else {
    const glow = hand.rim * strength * 0.75;
    const [red, green, blue] = across > 0 ? [40, 214, 255] : [255, 60, 190];
    pixels[at] = 255 - (255 - (pixels[at] ?? 0)) * (1 - (glow * red) / 255);
    pixels[at + 1] = 255 - (255 - (pixels[at + 1] ?? 0)) * (1 - (glow * green) / 255);
    pixels[at + 2] = 255 - (255 - (pixels[at + 2] ?? 0)) * (1 - (glow * blue) / 255);
  }
}
