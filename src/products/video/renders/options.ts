/** What a person asks of a render (video-api.md, "Lancer le Rendu"): every fault named, every field said afterwards. */
import { type FieldError, failure } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { m } from './messages.ts';
import type { RenderOptions } from './render.ts';

type Body = Readonly<Record<string, unknown>>;
type Faults = Record<string, FieldError>;

const CODECS = { h264: 'h264', avc: 'h264', h265: 'h265', hevc: 'h265', vp9: 'vp9', av1: 'av1' } as const;
const QUALITIES: Readonly<Record<string, RenderOptions['quality']>> = {
  ...{ low: 'draft', medium: 'standard', high: 'high', ultra: 'archive' },
  ...{ draft: 'draft', standard: 'standard', archive: 'archive' },
};
const STYLES = { default: 'default', box: 'box', outline: 'outline', none: 'none' } as const;
const PICTURE_RATE = { least: 100_000, most: 100_000_000, example: '10M' } as const;
const SOUND_RATE = { least: 32_000, most: 512_000, example: '320k' } as const;
const SOUND_BITRATE = 192_000;
const PREVIEW = { quality: 'draft', bitrate: null, scale: 4 } as const;

/** Throws everything that is wrong at once. */
export function readOptions(body: Body): RenderOptions {
  const faults: Faults = {};
  const config = objectOf(body, 'config', faults);
  const output = objectOf(body, 'output', faults);
  choiceOf(config, 'config.format', { mp4: 'mp4' }, 'mp4', faults);
  choiceOf(config, 'config.audio_codec', { aac: 'aac' }, 'aac', faults);
  const isPreview = flagOf(body, 'preview', false, faults);
  const options: RenderOptions = {
    codec: choiceOf<RenderOptions['codec']>(config, 'config.codec', CODECS, 'h264', faults),
    quality: choiceOf<RenderOptions['quality']>(config, 'config.quality', QUALITIES, 'standard', faults),
    bitrate: rateOf(config, 'config.bitrate', PICTURE_RATE, faults),
    audioBitrate: rateOf(config, 'config.audio_bitrate', SOUND_RATE, faults) ?? SOUND_BITRATE,
    ...captionsOf(output, faults),
    scale: 1,
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return isPreview ? { ...options, ...PREVIEW } : options;
}

function captionsOf(output: Body, faults: Faults): Pick<RenderOptions, 'burnCaptions' | 'captionLook' | 'captionTrack'> {
  const isIncluded = flagOf(output, 'output.include_subtitles', true, faults);
  const style = choiceOf<keyof typeof STYLES>(output, 'output.subtitle_style', STYLES, 'default', faults);
  const look = style === 'box' || style === 'outline' ? { captionLook: style } : {};
  return { burnCaptions: isIncluded && style !== 'none', captionTrack: isIncluded, ...look };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const note = (faults: Faults, path: string, message: Message, constraint: string, params: Params = {}): void => {
  faults[path] ??= { message, constraint, params };
};

function objectOf(body: Body, name: string, faults: Faults): Body {
  const value = body[name];
  if (!isGiven(value)) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Body;
  note(faults, name, m.object, 'type');
  return {};
}

function choiceOf<T extends string>(body: Body, path: string, allowed: Readonly<Record<string, T>>, fallback: T, faults: Faults): T {
  const value = body[nameOf(path)];
  if (!isGiven(value)) return fallback;
  const name = String(value).toLowerCase();
  if (Object.hasOwn(allowed, name)) return allowed[name] ?? fallback;
  note(faults, path, m.choice, 'choice', { values: Object.keys(allowed).join(', ') });
  return fallback;
}

function flagOf(body: Body, path: string, fallback: boolean, faults: Faults): boolean {
  const value = body[nameOf(path)];
  if (!isGiven(value)) return fallback;
  if (typeof value !== 'boolean') note(faults, path, m.flag, 'type');
  return value === true;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 };

/** `10M`, `2500k`, or bits per second. */
function rateOf(
  body: Body,
  path: string,
  { least, most, example }: typeof PICTURE_RATE | typeof SOUND_RATE,
  faults: Faults,
): number | null {
  const value = body[nameOf(path)];
  if (!isGiven(value)) return null;
  const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)\s*([km]?)$/i.exec(String(value)) ?? [];
  const rate = Math.round(Number(digits ?? Number.NaN) * (UNITS[unit.toLowerCase()] ?? 1));
  if (rate >= least && rate <= most) return rate;
  note(faults, path, m.rate, Number.isNaN(rate) ? 'format' : 'range', { example, least, most });
  return null;
}
