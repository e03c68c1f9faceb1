/** Plants drawn once and set down many times: by kind, variant, size and distance. */
import type { Canvas } from '@napi-rs/canvas';
import { pick, type Random } from '../../../random.ts';
import { css, mix, type Rgb } from '../colour.ts';
import type { Foothold } from '../land/terrain.ts';
import { type Easel, type Pen, sheet } from '../scene/easel.ts';
import type { Light } from '../scene/light.ts';
import type { Season } from '../scene/scene.ts';

/** Who draws a plant: its foot at 0,0, its top at 0,−1. */
export interface Gardener {
  readonly pen: Pen;
  readonly light: Light;
  readonly random: Random;
  readonly sunSide: -1 | 1;
  readonly season: Season | null;
  /** Fewer leaves where nobody would see them. */
  readonly detail: number;
  readonly isFlat: boolean;
}
export interface Plant {
  readonly draw: (gardener: Gardener) => void;
  /** Share of the height that it spreads to each side. */
  readonly spread: number;
  /** Metres. */
  readonly tall: readonly [from: number, to: number];
}

const VARIANTS = 4;
const SIZES = [28, 64, 140, 300, 620] as const;
const HAZES = 5;

export type Planter = (name: string, plant: Plant, at: Foothold, metres: number, variant: number) => void;

export function createPlanter(easel: Easel): Planter {
  const kept = new Map<string, Canvas>();
  return (name, plant, at, metres, chance) => {
    const tall = metres * at.scale;
    if (tall < 1.2 || at.x < -tall || at.x > easel.width + tall) return;
    const size = SIZES.find((step) => step >= tall * 0.8) ?? SIZES[4];
    const variant = Math.floor(chance * VARIANTS);
    const haze = Math.round(at.haze * HAZES) / HAZES;
    const key = `${name}|${variant}|${size}|${haze}`;
    const sprite = kept.get(key) ?? spriteOf(easel, name, plant, { size, variant, haze });
    kept.set(key, sprite);
    const across = (tall * sprite.width) / sprite.height;
    const flip = (chance * VARIANTS) % 1 < 0.5 && easel.light.disc === 0;
    const { pen } = easel;
    pen.save();
    pen.translate(at.x, at.y);
    if (flip) pen.scale(-1, 1);
    pen.imageSmoothingQuality = tall < size * 0.5 ? 'medium' : 'low';
    pen.drawImage(sprite, -across / 2, -tall * 0.96, across, tall);
    pen.restore();
  };
}

function spriteOf(
  easel: Easel,
  name: string,
  plant: Plant,
  { size, variant, haze }: { size: number; variant: number; haze: number },
): Canvas {
  const { canvas, pen } = sheet(size * plant.spread * 2, size);
  pen.save();
  pen.translate(canvas.width / 2, size * 0.96);
  pen.scale(size * 0.93, size * 0.93);
  plant.draw({
    pen,
    light: easel.light,
    random: easel.random(`${name} ${variant}`),
    sunSide: easel.sunSide,
    season: easel.asked.weather.includes('snow') ? 'winter' : easel.asked.season,
    detail: size < 60 ? 0.3 : size < 150 ? 0.65 : 1,
    isFlat: easel.style === 'anime',
  });
  pen.restore();
  if (haze > 0) {
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = css(easel.light.haze, haze);
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

const AUTUMN: readonly [Rgb, Rgb, Rgb] = [
  [206, 98, 38],
  [226, 156, 46],
  [168, 58, 40],
];

export function leafColour({ season, random }: Gardener, green: Rgb, isEvergreen = false): Rgb {
  if (season === 'autumn' && !isEvergreen) return mix(pick(random, AUTUMN), green, 0.1);
  if (season === 'spring') return mix(green, [150, 200, 80], 0.3);
  return mix(green, [70 + 80 * random(), 130, 50], 0.22);
}
