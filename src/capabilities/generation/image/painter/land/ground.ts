/** What the land is covered with, as a colour before any light: sand, grass, rock, snow, rows of a field, paving. */
import { mix, type Rgb } from '../colour.ts';
import { clamp, layered, type Noise, smooth } from '../noise.ts';
import type { Easel } from '../scene/easel.ts';
import type { Relief } from './relief.ts';

export interface Ground {
  /** `steep`: rise over run; `z` also tells how fine a detail can be seen. */
  colour(x: number, z: number, height: number, steep: number): Rgb;
}

const GRASS: Rgb = [98, 134, 60];
const FRESH: Rgb = [118, 158, 62];
const AUTUMN: Rgb = [174, 130, 60];
const DRY: Rgb = [206, 170, 98];
const SAND: Rgb = [232, 208, 164];
const DUNE: Rgb = [232, 168, 98];
const EARTH: Rgb = [176, 112, 74];
const ROCK: Rgb = [124, 114, 110];
const RED_ROCK: Rgb = [168, 106, 78];
const SNOW: Rgb = [240, 245, 252];
const PAVING: Rgb = [168, 160, 150];
const ASPHALT: Rgb = [84, 86, 92];
const CANOPY: Rgb = [52, 88, 48];
const JUNGLE: Rgb = [42, 98, 46];
const BASALT: Rgb = [84, 76, 76];
const ROWS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [150, 112, 200],
    [104, 124, 74],
  ],
  [
    [226, 188, 92],
    [182, 142, 66],
  ],
  [
    [126, 160, 66],
    [146, 116, 78],
  ],
];

export function groundOf(easel: Easel, relief: Relief): Ground {
  const cover = coverOf(easel, relief);
  const noise = easel.noise('ground');
  return { colour: (x, z, height, steep) => colourAt(cover, noise, relief, { x, z, height, steep }) };
}

interface Cover {
  readonly low: Rgb;
  readonly second: Rgb;
  readonly rock: Rgb;
  readonly canopy: Rgb | null;
  readonly rows: readonly [Rgb, Rgb] | null;
  readonly snowLine: number;
  readonly shore: number;
  readonly way: Rgb | null;
  readonly ripples: number;
  readonly tiles: number;
}

function coverOf(easel: Easel, relief: Relief): Cover {
  const { shape } = relief;
  const { weightOf, asked } = easel;
  const isWhite = asked.season === 'winter' || asked.weather.includes('snow');
  const isAutumn = asked.season === 'autumn';
  const green = isAutumn ? AUTUMN : asked.season === 'spring' ? FRESH : GRASS;
  const dry = weightOf('savanna', 'huts');
  const arid = weightOf('desert', 'oasis', 'pyramids');
  const red = weightOf('kasbah', 'market') + dry * 0.4;
  const paved = weightOf('city', 'medina', 'street', 'market', 'harbour', 'mosque');
  const low = lowOf(easel, relief, green);
  const woods = weightOf('forest', 'jungle');
  const [first] = ROWS;
  return {
    low: isWhite && arid === 0 ? SNOW : low,
    second: isWhite && arid === 0 ? [222, 230, 242] : secondOf(easel, low, green),
    rock: arid + red > 0.15 ? RED_ROCK : shape.volcano ? BASALT : ROCK,
    canopy: woods > 0 && !isWhite ? (isAutumn ? [168, 96, 44] : weightOf('jungle') > 0 ? JUNGLE : CANOPY) : null,
    rows: weightOf('field') > 0.2 && !isWhite ? (ROWS[Math.floor(easel.random('rows')() * ROWS.length)] ?? first ?? null) : null,
    snowLine: isWhite ? 60 : arid + dry + red > 0.2 ? 1250 : shape.mountain ? 620 : 9000,
    shore: shape.beach || shape.island || shape.cliffs ? 1 : 0.25,
    way: shape.road ? (weightOf('city') > 0 ? ASPHALT : EARTH) : weightOf('village', 'huts', 'kasbah') > 0 ? EARTH : null,
    ripples: clamp(arid * 1.6),
    tiles: paved > 0.25 && low !== DUNE ? 1 : 0,
  };
}

function lowOf({ weightOf }: Easel, { shape }: Relief, green: Rgb): Rgb {
  const arid = weightOf('desert', 'oasis', 'pyramids');
  const dry = weightOf('savanna', 'huts');
  if (arid > 0 && arid >= dry) return DUNE;
  const old = weightOf('medina', 'market', 'street', 'mosque');
  if (weightOf('city', 'harbour') + old > 0.25) {
    if (weightOf('city', 'harbour') > old) return mix(PAVING, ASPHALT, 0.6);
    return weightOf('market') > 0.3 ? mix(EARTH, PAVING, 0.4) : PAVING;
  }
  if (weightOf('kasbah') > 0) return mix(EARTH, DRY, 0.35);
  if (dry > 0) return DRY;
  return shape.beach && weightOf('beach', 'island', 'sea') > 0.3 ? SAND : green;
}

/** What shows between. */
function secondOf({ weightOf, asked }: Easel, low: Rgb, green: Rgb): Rgb {
  if (low === DUNE) return [214, 140, 78];
  if (low === DRY) return [168, 140, 74];
  if (low === SAND) return weightOf('coast', 'hills', 'forest', 'field') > 0 ? green : [220, 190, 142];
  if (low === green) return asked.season === 'autumn' ? [146, 92, 46] : [134, 146, 70];
  return mix(low, EARTH, 0.3);
}

interface Spot {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly steep: number;
}

function colourAt(cover: Cover, noise: Noise, relief: Relief, spot: Spot): Rgb {
  const { x, z, height, steep } = spot;
  const broad = noise(x / (6 + z * 0.1), z / (6 + z * 0.16));
  const patch = layered(noise, x / 38 + 4, z / 38, z < 150 ? 3 : 2);
  let colour = mix(cover.low, cover.second, clamp(0.42 + patch * 0.75 + broad * 0.16));
  if (cover.rows && z < 1500) colour = rows(cover.rows, noise, relief, spot, colour);
  if (cover.canopy && z > 55)
    colour = mix(colour, mix(cover.canopy, [30, 52, 34], 0.5 + 0.5 * noise(x / (3 + z * 0.022), z / (3 + z * 0.03))), smooth(55, 120, z));
  if (height > 4)
    colour = mix(colour, rocky(cover, noise, spot), clamp(smooth(0.42, 0.85, steep + 0.15 * broad) + smooth(240, 560, height)));
  if (cover.shore > 0.5 && height < 1.3)
    colour = mix(
      mix(SAND, colour, 0.06 + 0.94 * smooth(0.7, 1.25, height + 0.2 * broad)),
      [170, 136, 98],
      smooth(0.34, 0.02, height) * 0.72,
    );
  else if (height < 0.5) colour = mix([120, 104, 78], colour, smooth(-0.1, 0.5, height));
  if (cover.way) colour = way(cover.way, noise, relief, spot, colour);
  if (height > cover.snowLine * 0.6)
    colour = mix(
      colour,
      SNOW,
      smooth(-0.12, 0.16, height / cover.snowLine - 0.96 - steep * 0.16 + 0.16 * broad) * clamp(1.75 - steep * 0.42),
    );
  return fine(cover, noise, spot, colour);
}

/** Grain that is only worth computing close by. */
function fine(cover: Cover, noise: Noise, { x, z }: Spot, colour: Rgb): Rgb {
  let tone = 1;
  if (cover.ripples && z < 90) tone += 0.07 * cover.ripples * Math.sin((z + x * 0.35 + 1.6 * noise(x / 5, z / 5)) * 7) * smooth(90, 8, z);
  if (cover.tiles && z < 60)
    tone -= 0.16 * smooth(0.86, 0.98, Math.max(Math.abs(Math.sin(x * 2.2)), Math.abs(Math.sin(z * 1.5)))) * smooth(60, 12, z);
  if (z < 140) tone += 0.13 * noise(x * 1.3, z * 1.3) * smooth(140, 12, z) + (z < 22 ? 0.1 * noise(x * 6, z * 6) * smooth(22, 4, z) : 0);
  else tone += 0.05 * noise(x / (z * 0.02), z / (z * 0.05));
  return [colour[0] * tone, colour[1] * tone, colour[2] * tone];
}

function rocky(cover: Cover, noise: Noise, { x, z, height }: Spot): Rgb {
  const layer = noise(height / 26 + noise(x / 300, z / 300), 2);
  return mix(cover.rock, mix(cover.rock, [60, 54, 58], 0.5), clamp(0.35 + 0.4 * layer + 0.3 * noise(x / 60, z / 60)));
}

function rows([crop, soil]: readonly [Rgb, Rgb], noise: Noise, relief: Relief, { x, z }: Spot, colour: Rgb): Rgb {
  const across = x + 0.08 * (relief.winding(z) - x) + 0.4 * noise(x / 7, z / 7);
  const wave = 0.5 + 0.5 * Math.sin(across * 3.1);
  const seen = smooth(170, 40, z);
  const row = mix(soil, crop, seen * smooth(0.25, 0.6, wave) + (1 - seen) * 0.7);
  const field = smooth(-0.25, -0.1, noise(x / 320 + 8, z / 320)) * smooth(1500, 900, z);
  return mix(colour, row, Math.max(field, smooth(160, 70, z)));
}

function way(colour: Rgb, noise: Noise, relief: Relief, { x, z }: Spot, beside: Rgb): Rgb {
  const half = 2.1 + Math.min(1.4, z * 0.01);
  const off = Math.abs(x - relief.winding(z)) / half + 0.1 * noise(x / 2, z / 3);
  if (off > 1.25 || z > 1200) return beside;
  const isLine = colour === ASPHALT && off < 0.06 && Math.sin(z * 0.9) > 0;
  return mix(isLine ? [236, 226, 190] : mix(colour, [206, 166, 120], 0.3 + 0.2 * noise(x, z / 4)), beside, smooth(0.85, 1.2, off));
}
