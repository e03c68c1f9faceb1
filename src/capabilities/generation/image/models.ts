/**
 * Names of models, what each can do and what it costs, as of the dates given. Names age: when one is no longer known to its
 * provider, the next of its line is asked; administrators put any other name before all of them.
 */
import { IMAGE_PROVIDERS, type ImageProviderName } from './image.ts';

/** A size or ratio that a model offers, as it is called on the wire. */
export interface Frame {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface ImageModel {
  readonly name: string;
  /** Null: it takes no size, and whatever comes is cropped. */
  readonly frames: readonly Frame[] | ((ratio: number) => Frame) | null;
  /** Seeds 0 to this many less one; null: it takes none. */
  readonly seeds: number | null;
  readonly hasQuality: boolean;
  /** How it is told what not to show: in a field of its own, in words that it follows, or (null) not at all. */
  readonly avoids: 'field' | 'words' | null;
  /** Characters; null when nothing is documented. */
  readonly longestPrompt: number | null;
  /** What a diffusion model is told, by quality. */
  readonly told?: Readonly<Record<'standard' | 'hd', { readonly steps: number; readonly guidance: number | null }>>;
}

interface Alias {
  readonly name: string;
  readonly provider: ImageProviderName;
  readonly model: string;
  /** When the name behind was last known to be alive. */
  readonly checkedOn: string;
}

/** Names of the documents, and of products that are gone, to live models. OpenAI withdrew dall-e-2 and -3 on 12 May 2026, gpt-image-1 on 23 October. */
export const IMAGE_ALIASES: readonly Alias[] = [
  { name: 'blackbox-ai', provider: 'blackbox', model: 'blackboxai/black-forest-labs/flux-pro', checkedOn: '2026-11-21' },
  { name: 'openai', provider: 'openai', model: 'gpt-image-2', checkedOn: '2026-11-21' },
  { name: 'dalle3', provider: 'openai', model: 'gpt-image-2', checkedOn: '2026-11-21' },
  { name: 'dall-e-3', provider: 'openai', model: 'gpt-image-2', checkedOn: '2026-11-21' },
  { name: 'dall-e-2', provider: 'openai', model: 'gpt-image-2', checkedOn: '2026-11-21' },
  { name: 'gpt-image-1', provider: 'openai', model: 'gpt-image-2', checkedOn: '2026-11-21' },
  { name: 'stability', provider: 'stability', model: 'core', checkedOn: '2026-11-21' },
  { name: 'stable-diffusion', provider: 'stability', model: 'core', checkedOn: '2026-11-21' },
  { name: 'replicate', provider: 'replicate', model: 'black-forest-labs/flux-schnell', checkedOn: '2026-11-21' },
  { name: 'flux', provider: 'replicate', model: 'black-forest-labs/flux-schnell', checkedOn: '2026-11-21' },
];

/** Who is behind a name of the documents; null for one that nobody here knows. */
export function imageProviderNamed(name: string): ImageProviderName | 'embedded' | null {
  const wanted = name.toLowerCase();
  if (wanted === 'embedded') return wanted;
  return IMAGE_PROVIDERS.find((known) => known === wanted) ?? IMAGE_ALIASES.find((alias) => alias.name === wanted)?.provider ?? null;
}

/** What is asked when nothing is set, in this order, the next one only when the one before is not known there. */
export const IMAGE_LINES: Readonly<Record<ImageProviderName, readonly string[]>> = {
  blackbox: ['blackboxai/black-forest-labs/flux-pro'],
  openai: ['gpt-image-2', 'gpt-image-2.5-flare'],
  stability: ['core'],
  replicate: ['black-forest-labs/flux-schnell'],
};

/** The live name behind a logical one; any other name is itself. */
export const liveName = (provider: ImageProviderName, name: string): string =>
  IMAGE_ALIASES.find((alias) => alias.provider === provider && alias.name === name.toLowerCase())?.model ?? name;

const size = (width: number, height: number): Frame => ({ name: `${width}x${height}`, width, height });
const ratio = (name: string): Frame => {
  const [width = 1, height = 1] = name.split(':').map(Number);
  return { name, width, height };
};

const GPT_SIZES = [size(1024, 1024), size(1536, 1024), size(1024, 1536)];
const STABILITY_RATIOS = ['1:1', '16:9', '21:9', '3:2', '5:4', '4:5', '2:3', '9:16', '9:21'].map(ratio);
const FLUX_RATIOS = ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'].map(ratio);

/** gpt-image-2 and later: multiples of 16, from 1:3 to 3:1; about as many pixels as a square of 1024. */
function freeSize(wanted: number): Frame {
  const within = Math.min(3, Math.max(1 / 3, wanted));
  const short = Math.round(1024 / Math.sqrt(Math.max(within, 1 / within)) / 16) * 16;
  const long = Math.round((short * Math.max(within, 1 / within)) / 16) * 16;
  return within >= 1 ? size(long, short) : size(short, long);
}

const GPT = { seeds: null, hasQuality: true, avoids: 'words', longestPrompt: 32_000 } as const;
/** What is named in a prompt of theirs is painted, also behind a "no". */
const FLUX = { frames: FLUX_RATIOS, seeds: 2 ** 31, avoids: null, longestPrompt: null } as const;
const QWEN = { frames: ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'].map(ratio), seeds: 2 ** 31, longestPrompt: null } as const;

export function modelOf(provider: ImageProviderName, name: string): ImageModel {
  if (provider === 'blackbox') return { name, frames: null, seeds: null, hasQuality: false, avoids: null, longestPrompt: null };
  if (provider === 'stability')
    return { name, frames: STABILITY_RATIOS, seeds: 2 ** 32 - 1, hasQuality: false, avoids: 'field', longestPrompt: 10_000 };
  return provider === 'openai' ? openaiModel(name) : replicateModel(name);
}

function openaiModel(name: string): ImageModel {
  if (/^gpt-image-1/.test(name)) return { ...GPT, name, frames: GPT_SIZES };
  if (/^gpt-image-/.test(name)) return { ...GPT, name, frames: freeSize };
  // A server of one's own: the size that all of them take, and nothing else.
  return { name, frames: [size(1024, 1024)], seeds: null, hasQuality: false, avoids: null, longestPrompt: null };
}

function replicateModel(name: string): ImageModel {
  if (name === 'black-forest-labs/flux-schnell')
    return { ...FLUX, name, hasQuality: false, told: { standard: { steps: 4, guidance: null }, hd: { steps: 4, guidance: null } } };
  if (name === 'black-forest-labs/flux-dev')
    return { ...FLUX, name, hasQuality: true, told: { standard: { steps: 28, guidance: 3 }, hd: { steps: 50, guidance: 3 } } };
  if (/^qwen\/qwen-image(-2512)?$/.test(name))
    return {
      ...QWEN,
      name,
      hasQuality: true,
      avoids: 'field',
      told: { standard: { steps: 30, guidance: 4 }, hd: { steps: 50, guidance: 4 } },
    };
  // Unknown inputs are refused: only the prompt is sent.
  return { name, frames: null, seeds: null, hasQuality: false, avoids: null, longestPrompt: null };
}

/** The frame of which the least is cut away for the ratio that was asked; of equals the first. */
export function frameFor({ frames }: ImageModel, width: number, height: number): Frame | null {
  const wanted = width / height;
  if (frames === null) return null;
  if (typeof frames === 'function') return frames(wanted);
  const kept = (frame: Frame): number => Math.min(frame.width / frame.height / wanted, wanted / (frame.width / frame.height));
  return frames.reduce((best, frame) => (kept(frame) > kept(best) + 1e-9 ? frame : best), frames[0] as Frame);
}

/** USD for one square of 1024, by quality as we ask for it (standard is medium, hd is high); read on 21 November 2026. */
const PRICES: Readonly<Record<string, Readonly<Record<'standard' | 'hd', number>>>> = {
  'gpt-image-1-mini': { standard: 0.011, hd: 0.036 },
};

/** USD; null when nobody knows. */
export const priceOf = (model: string, quality: 'standard' | 'hd', frame: Frame | null): number | null =>
  frame?.name === '1024x1024' ? (PRICES[model]?.[quality] ?? null) : null;
