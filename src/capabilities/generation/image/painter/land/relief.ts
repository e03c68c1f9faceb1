/** The height of the land in metres above the water, blended from all the settings a prompt asks for. Below zero there is water. */

import { between } from '../../../random.ts';
import { clamp, crested, layered, type Noise, smooth } from '../noise.ts';
import type { Easel } from '../scene/easel.ts';

export interface Relief {
  height(x: number, z: number): number;
  /** The middle of a way or a river that winds away from us. */
  winding(z: number): number;
  readonly shape: Shape;
}

/** How much there is of each form, 0 to 1. */
export interface Shape {
  readonly mountain: number;
  readonly volcano: number;
  readonly hills: number;
  readonly dunes: number;
  readonly sea: number;
  readonly beach: number;
  readonly cliffs: number;
  readonly island: number;
  readonly lake: number;
  readonly river: number;
  readonly pond: number;
  readonly road: number;
  readonly fall: number;
}

export function shapeOf({ weightOf }: Pick<Easel, 'weightOf'>): Shape {
  const much = (weight: number): number => (weight <= 0 ? 0 : clamp(0.45 + weight));
  const sea = much(weightOf('sea', 'beach', 'coast', 'island', 'harbour'));
  return {
    mountain: much(weightOf('mountain', 'waterfall')),
    volcano: much(weightOf('volcano')),
    hills: Math.max(much(weightOf('hills', 'castle')), 0.6 * much(weightOf('field', 'forest', 'village', 'garden', 'kasbah', 'medina'))),
    dunes: much(weightOf('desert', 'oasis', 'pyramids')),
    sea,
    beach: much(weightOf('beach', 'island')),
    cliffs: much(weightOf('coast')),
    island: much(weightOf('island')),
    lake: sea ? 0 : much(weightOf('lake')),
    river: much(weightOf('river')),
    pond: much(weightOf('oasis')),
    road: much(weightOf('road')),
    fall: much(weightOf('waterfall')),
  };
}

export function reliefOf(easel: Easel): Relief {
  const shape = shapeOf(easel);
  const noise = easel.noise('relief');
  const chance = easel.random('relief');
  const bend = between(chance, -1, 1);
  const focus = { side: easel.sunSide === 1 ? -1 : 1, at: between(chance, 0.08, 0.2), island: between(chance, -0.22, 0.22) } as const;
  const isTown = easel.weightOf('city', 'medina', 'market', 'street', 'mosque', 'harbour', 'road') > 0;
  const winding = (z: number): number =>
    bend * 4 + Math.sin(z / 46 + bend * 3) * Math.min(26, z * 0.16) + Math.sin(z / 260 + bend) * Math.min(180, z * 0.2);
  const parts: Parts = { shape, noise, focus, winding, roughness: isTown ? 0.15 : 1, lakeDrift: bend };
  return { shape, winding, height: (x, z) => heightAt(parts, x, z) };
}

interface Parts {
  readonly shape: Shape;
  readonly noise: Noise;
  readonly focus: { readonly side: number; readonly at: number; readonly island: number };
  readonly winding: (z: number) => number;
  readonly roughness: number;
  readonly lakeDrift: number;
}

const SEA_BED = -6;

function heightAt(parts: Parts, x: number, z: number): number {
  const { shape, noise, roughness } = parts;
  let height = 1 + roughness * (0.22 * noise(x / 9, z / 9) + (z > 25 ? 0.9 * smooth(25, 120, z) * (noise(x / 60, z / 60) + 0.6) : 0));
  if (shape.dunes) height += dunes(parts, x, z);
  if (shape.hills && z > 40)
    height += shape.hills * 64 * smooth(40, 900, z) * (0.5 + 0.62 * layered(noise, x / 420, z / 420, z < 1200 ? 3 : 2));
  if (shape.sea) height = seaside(parts, x, z, height);
  if (shape.lake) height = lake(parts, x, z, height);
  if (shape.pond) height -= 3.2 * Math.exp(-(((x - 3 * parts.lakeDrift) / 9) ** 2) - ((z - 20) / 7) ** 2) * (1 + 0.3 * noise(x / 5, z / 5));
  if (shape.river) height = river(parts, x, z, height);
  if (shape.cliffs) height += cliff(parts, x, z);
  if (shape.island) height += isle(parts, x, z);
  if (z > 900) height += peaks(parts, x, z);
  return height;
}

/** Crests that wind, a gentle side and a steep one; the near ones low enough to look over. */
function dunes({ shape, noise }: Parts, x: number, z: number): number {
  const warp = noise(x / 210 + 5, z / 190);
  const fine = z < 400 ? ridge(noise(x / 84 + warp * 0.8, z / 50 - warp * 0.5)) : 0;
  const broad = ridge(noise(x / 330 + warp * 0.6 + 20, z / 210 - warp * 0.35));
  const near = 5.5 * smooth(5, 60, z) * smooth(400, 120, z);
  const far = 12 * smooth(16, 110, z) + 26 * smooth(110, 600, z) + 40 * smooth(900, 3000, z);
  const fade = z > 3600 ? Math.exp(-(z - 3600) / 1800) : 1;
  return shape.dunes * fade * (near * fine ** 1.5 + far * broad ** 2.2 + 0.3 * noise(x / 22, z / 18));
}

/** A crest that is narrow, not a knife's edge. */
const ridge = (value: number): number => 1.07 - Math.sqrt(value * value + 0.005);

function seaside(parts: Parts, x: number, z: number, land: number): number {
  const { shape, noise, focus } = parts;
  const shore =
    shape.beach || shape.cliffs ? 15 + 4 * noise(x / 40, 2) + 0.004 * x * x * (shape.cliffs ? 0 : 1) - focus.side * x * 0.3 : -40;
  const out = z - shore;
  const isBackShore = shape.mountain || shape.hills || shape.volcano || shape.dunes;
  const back = isBackShore ? smooth(1500, 2100, z + focus.side * x * 0.8 + 300 * noise(x / 900, z / 900)) : 0;
  const sunk = Math.max(SEA_BED, 0.12 - out * 0.11);
  return out < 0 ? 0.12 + (land - 0.12) * smooth(0, 9, -out) : sunk * (1 - back) + land * back;
}

function lake({ noise, lakeDrift }: Parts, x: number, z: number, land: number): number {
  const away = ((x - lakeDrift * 20) / (150 + z * 0.55)) ** 2 + (Math.log(z / 62) / 1.42) ** 2;
  const edge = 1 - away + 0.28 * noise(x / 50, z / 70);
  return edge > 0 ? -Math.min(5, edge * 7) : Math.min(land, 0.25 + -edge * 18);
}

function river({ noise, winding }: Parts, x: number, z: number, land: number): number {
  const half = 2.4 + Math.min(14, z * 0.05) + 0.6 * noise(z / 14, 7);
  const off = Math.abs(x - winding(z)) / half;
  if (z > 1400 || off > 3.2) return land;
  const channel = off < 1 ? -1.6 * (1 - off * off) : (off - 1) * 0.55;
  return off < 1 ? channel : Math.min(land, channel + land * smooth(1, 3.2, off));
}

/** A high shore on one side, rock above the sea. */
function cliff({ shape, noise, focus }: Parts, x: number, z: number): number {
  const angle = (x * focus.side) / z;
  const jag = 0.1 * noise(z / 60, 3) + 0.05 * noise(z / 17, 9);
  const rise = smooth(0.1 + jag, 0.24 + jag, angle - 0.1 * smooth(500, 1800, z));
  return (
    shape.cliffs *
    rise *
    (16 + 26 * smooth(60, 500, z) + 5 * layered(noise, x / 30, z / 40, 3)) *
    smooth(20, 70, z) *
    (1 - smooth(1900, 2600, z))
  );
}

function isle({ shape, noise, focus }: Parts, x: number, z: number): number {
  const dx = (x - focus.island * 420) / 88;
  const dz = (z - 420) / 130;
  const inside = 1 - Math.hypot(dx, dz) + 0.2 * layered(noise, x / 40, z / 40, 3);
  return inside > -0.3 ? shape.island * (smooth(-0.3, 0.12, inside) * 7 + 34 * Math.max(0, inside) ** 1.4) : 0;
}

function peaks(parts: Parts, x: number, z: number): number {
  const { shape, noise, focus } = parts;
  let height = 0;
  if (shape.mountain) {
    const open = shape.sea
      ? smooth(-0.25, 0.35, (x / z) * focus.side + 0.05)
      : 0.7 + 0.3 * smooth(0, 0.3, Math.abs(x / z - 0.1 * focus.side));
    const crest = crested(noise, x / 3400 + 3, z / 3000, z > 4200 ? 3 : 4);
    const range = smooth(9300, 7200, z) * smooth(1000, 3200, z) * (0.3 + 0.7 * smooth(1800, 5600, z));
    height += shape.mountain * open * range * (1900 * crest ** 1.25 * (0.72 + 0.4 * noise(x / 5200, z / 5200 + 5)));
  }
  if (shape.volcano) {
    const away = Math.hypot(x - focus.side * focus.at * 5200, z - 5200) / 2700;
    const cone = Math.max(0, 1 - away) ** 1.7 * 2250 * (1 + 0.1 * layered(noise, x / 500, z / 500, 3));
    height += Math.min(cone, 1480 + 40 * noise(x / 90, z / 90)) - (cone > 1480 ? 60 : 0);
  }
  if (z > 2600 && !shape.mountain && !shape.sea) height += 130 * smooth(2600, 5000, z) * (0.4 + 0.6 * layered(noise, x / 1700, 8, 3));
  return height;
}
