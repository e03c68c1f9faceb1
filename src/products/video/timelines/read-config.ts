/** `config` of a timeline, as it comes over the wire. */
import { choiceAt, type Faults, isGiven, objectAt, type Values } from './faults.ts';
import { m } from './messages.ts';
import type { TimelineConfig } from './timeline.ts';

const SIDE = { least: 64, most: 3840 } as const;
const FPS = { least: 12, most: 60 } as const;
const MOST_WORDS = 20_000;
const MOST_SECONDS = 4 * 3600;
const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

export function readConfig(value: unknown, faults: Faults): TimelineConfig {
  const config = isGiven(value) ? objectAt(value, 'config', faults) : {};
  const { fps } = config;
  if (isGiven(fps) && !(typeof fps === 'number' && fps >= FPS.least && fps <= FPS.most)) faults.note('config.fps', m.fps, 'range');
  const colour = config['background_color'] ?? '#000000';
  if (!/^#[\da-f]{6}$/i.test(String(colour))) faults.note('config.background_color', m.colour, 'format');
  return {
    ...sizeOf(config['resolution'], faults),
    fps: typeof fps === 'number' ? fps : 30,
    backgroundColor: String(colour).toLowerCase(),
    captions: captionsOf(config['captions'], faults),
    brand: brandOf(config['brand'], faults),
    language: languageOf(config['language'], faults),
    words: wordsOf(config['words'], faults),
  };
}

function sizeOf(value: unknown, faults: Faults): Pick<TimelineConfig, 'width' | 'height'> {
  const [, wide, tall] = /^\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*$/i.exec(String(value ?? '1920x1080')) ?? [];
  const [width, height] = [Number(wide ?? Number.NaN), Number(tall ?? Number.NaN)];
  const isSide = (pixels: number): boolean => pixels >= SIDE.least && pixels <= SIDE.most && pixels % 2 === 0;
  if (!isSide(width) || !isSide(height)) faults.note('config.resolution', m.resolution, 'format');
  return { width, height };
}

/** Drawn unless somebody says `false`. */
function captionsOf(value: unknown, faults: Faults): TimelineConfig['captions'] {
  if (value === false || value === null) return null;
  const given = value === undefined || value === true ? {} : value;
  if (typeof given !== 'object' || Array.isArray(given)) faults.note('config.captions', m.captions, 'type');
  const { look, size, place } = given as Values;
  return {
    look: choiceAt(look, 'config.captions.look', ['box', 'outline'], 'outline', faults),
    size: choiceAt(size, 'config.captions.size', ['small', 'medium', 'large'], 'medium', faults),
    place: choiceAt(place, 'config.captions.place', ['bottom', 'middle', 'top'], 'bottom', faults),
  };
}

function brandOf(value: unknown, faults: Faults): TimelineConfig['brand'] {
  if (!isGiven(value)) return null;
  const { asset_id: assetId, corner } = objectAt(value, 'config.brand', faults);
  if (typeof assetId !== 'string' || !assetId) faults.note('config.brand.asset_id', m.required, 'required');
  return { assetId: String(assetId), corner: choiceAt(corner, 'config.brand.corner', CORNERS, 'bottom-right', faults) };
}

function languageOf(value: unknown, faults: Faults): string | null {
  if (!isGiven(value)) return null;
  if (typeof value === 'string' && /^[a-z]{2,3}(-[\da-z]{2,8})?$/i.test(value)) return value.toLowerCase();
  faults.note('config.language', m.text, 'format');
  return null;
}

function wordsOf(value: unknown, faults: Faults): TimelineConfig['words'] {
  if (!isGiven(value)) return [];
  const isTime = (time: unknown): time is number => typeof time === 'number' && time >= 0 && time <= MOST_SECONDS;
  const isWord = (word: unknown): word is TimelineConfig['words'][number] => {
    const { text, from, until } = (typeof word === 'object' && word !== null ? word : {}) as Values;
    return typeof text === 'string' && text.length <= 200 && isTime(from) && isTime(until) && until >= from;
  };
  if (Array.isArray(value) && value.length <= MOST_WORDS && value.every(isWord))
    return value.map(({ text, from, until }) => ({ text, from, until }));
  faults.note('config.words', m.words, 'format', { most: MOST_WORDS });
  return [];
}

export const MOST_FILM_SECONDS = MOST_SECONDS;
