/** The light of the hour: colours of the sky, of what the sun strikes, of the shade and of the distance. */

import { brightness, mix, type Rgb, saturated, scaled } from '../colour.ts';
import { clamp } from '../noise.ts';
import type { Mood, Season, Time, Weather } from './scene.ts';

export interface Light {
  /** The sky from the top down to the horizon. */
  readonly zenith: Rgb;
  readonly middle: Rgb;
  readonly horizon: Rgb;
  /** The disc and its glow. */
  readonly sun: Rgb;
  readonly isMoon: boolean;
  /** Whether the disc is seen, 0 behind clouds. */
  readonly disc: number;
  /** 0 at the horizon, 1 at the top of the picture. */
  readonly altitude: number;
  /** Lamps, around 1: what faces the sun, and what does not. */
  readonly key: Rgb;
  readonly shade: Rgb;
  readonly haze: Rgb;
  /** Metres after which two thirds of a thing are haze. */
  readonly sight: number;
  readonly stars: number;
  /** How far lamps and windows are lit, 0 to 1. */
  readonly lamps: number;
}

const HOURS: Readonly<Record<Time, Light>> = {
  day: {
    zenith: [34, 98, 190],
    middle: [98, 164, 230],
    horizon: [206, 230, 242],
    sun: [255, 248, 226],
    isMoon: false,
    disc: 1,
    altitude: 0.72,
    key: [1.1, 1.04, 0.93],
    shade: [0.5, 0.59, 0.72],
    haze: [186, 212, 236],
    sight: 5200,
    stars: 0,
    lamps: 0,
  },
  dawn: {
    zenith: [92, 128, 196],
    middle: [206, 178, 212],
    horizon: [255, 220, 182],
    sun: [255, 234, 200],
    isMoon: false,
    disc: 1,
    altitude: 0.13,
    key: [1.06, 0.87, 0.74],
    shade: [0.5, 0.5, 0.66],
    haze: [232, 206, 212],
    sight: 2400,
    stars: 0,
    lamps: 0.15,
  },
  sunset: {
    zenith: [54, 56, 122],
    middle: [206, 102, 108],
    horizon: [255, 186, 96],
    sun: [255, 214, 138],
    isMoon: false,
    disc: 1,
    altitude: 0.12,
    key: [1.2, 0.76, 0.46],
    shade: [0.43, 0.34, 0.5],
    haze: [242, 158, 116],
    sight: 3600,
    stars: 0,
    lamps: 0.3,
  },
  dusk: {
    zenith: [17, 26, 70],
    middle: [66, 66, 138],
    horizon: [230, 134, 128],
    sun: [255, 190, 150],
    isMoon: false,
    disc: 0,
    altitude: 0,
    key: [0.52, 0.46, 0.62],
    shade: [0.25, 0.27, 0.46],
    haze: [122, 96, 146],
    sight: 3200,
    stars: 0.4,
    lamps: 0.95,
  },
  night: {
    zenith: [5, 10, 34],
    middle: [15, 30, 76],
    horizon: [50, 76, 128],
    sun: [240, 244, 255],
    isMoon: true,
    disc: 1,
    altitude: 0.74,
    key: [0.43, 0.54, 0.82],
    shade: [0.13, 0.17, 0.33],
    haze: [38, 58, 106],
    sight: 3800,
    stars: 1,
    lamps: 1,
  },
};

const GREY: Rgb = [172, 180, 190];
const SLATE: Rgb = [70, 78, 96];

export function lightOf(
  time: Time,
  weather: ReadonlySet<Weather>,
  season: Season | null,
  tints: readonly Rgb[],
  moods: ReadonlySet<Mood>,
): Light {
  let light = seasoned(HOURS[time], season);
  if (weather.has('storm')) light = clouded(light, SLATE, 0.72, 0.74, 1500);
  else if (weather.has('rain') || weather.has('overcast')) light = clouded(light, GREY, 0.62, 0.86, 1900);
  else if (weather.has('snow')) light = clouded(light, [206, 214, 226], 0.55, 0.95, 900);
  if (weather.has('fog')) light = { ...clouded(light, [214, 220, 226], 0.5, 0.95, 150), disc: light.disc * 0.6 };
  if (weather.has('sandstorm')) light = { ...clouded(light, [226, 172, 112], 0.75, 0.95, 130), disc: light.disc * 0.5 };
  return mooded(tinted(light, tints), moods);
}

function seasoned(light: Light, season: Season | null): Light {
  if (season !== 'winter' && season !== 'autumn') return light;
  const key: Rgb =
    season === 'winter'
      ? [light.key[0] * 0.95, light.key[1] * 0.98, light.key[2] * 1.08]
      : [light.key[0] * 1.05, light.key[1], light.key[2] * 0.9];
  return { ...light, key };
}

/** A cover of cloud takes the sun and the colours of the sky, and leaves the hour. */
function clouded(light: Light, cover: Rgb, share: number, lamp: number, sight: number): Light {
  const level = clamp(brightness(light.middle) * 1.25, 0.12, 1);
  const grey = scaled(cover, level);
  const flat = (colour: Rgb): Rgb => scaled(saturated(colour, 0.7), lamp);
  return {
    ...light,
    zenith: mix(light.zenith, scaled(grey, 0.75), share),
    middle: mix(light.middle, grey, share),
    horizon: mix(light.horizon, scaled(grey, 1.12), share * 0.8),
    haze: mix(light.haze, grey, share * 0.8),
    key: mix(flat(light.key), flat(light.shade), 0.45),
    shade: scaled(light.shade, 0.5 + lamp * 0.5),
    disc: light.disc * (share > 0.6 ? 0 : 0.5),
    sight: Math.min(light.sight, sight),
    stars: light.stars * 0.25,
    lamps: Math.max(light.lamps, 1 - lamp),
  };
}

/** Colours that the prompt names for the whole picture. */
function tinted(light: Light, tints: readonly Rgb[]): Light {
  const [first, second = first] = tints;
  if (!first || !second) return light;
  const tint = (colour: Rgb, towards: Rgb, share: number): Rgb => {
    const level = clamp(brightness(colour) / Math.max(0.08, brightness(towards)), 0.35, 1.9);
    return mix(colour, scaled(towards, level), share);
  };
  return {
    ...light,
    zenith: tint(light.zenith, first, 0.62),
    middle: tint(light.middle, first, 0.55),
    horizon: tint(light.horizon, second, 0.5),
    haze: tint(light.haze, second, 0.5),
    key: mix(light.key, scaled(first, (brightness(scaled(light.key, 255)) * 255) / Math.max(40, brightness(first) * 255) / 255), 0.3),
  };
}

function mooded(light: Light, moods: ReadonlySet<Mood>): Light {
  if (moods.has('dark')) {
    const dim = (colour: Rgb): Rgb => scaled(colour, 0.6);
    return {
      ...light,
      zenith: dim(light.zenith),
      middle: dim(light.middle),
      horizon: scaled(light.horizon, 0.75),
      haze: dim(light.haze),
      key: scaled(light.key, 0.72),
      shade: scaled(light.shade, 0.6),
      lamps: Math.max(light.lamps, 0.7),
    };
  }
  if (moods.has('neon')) return { ...light, lamps: 1 };
  return light;
}

/** What a colour becomes where the sun strikes it fully (1) or not at all (0). */
export const lit = (light: Light, colour: Rgb, facing: number): Rgb => {
  const lamp = mix(light.shade, light.key, facing);
  return [colour[0] * lamp[0], colour[1] * lamp[1], colour[2] * lamp[2]];
};

/** How much of a thing the air hides at this distance. */
export const hazeAt = (light: Light, metres: number): number => 1 - Math.exp(-metres / light.sight);
