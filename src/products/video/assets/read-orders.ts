/** What a person orders, as orders. The reader keeps every fault; whoever opened it closes it, and then nothing is ordered. */
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import type { Reader } from '../projects/projects.ts';
import { order as m } from './order-messages.ts';
import type { OrderOf } from './product.ts';

export interface Wanted<Type extends 'image' | 'voice' | 'music' | 'video'> {
  readonly sceneId: number | null;
  readonly order: OrderOf<Type>;
}

/** Names of the documents. `dall-e-3` is gone from the world, and stands for what came after it. */
const PROVIDERS = {
  image: ['openai', 'dalle3', 'dall-e-3', 'stability', 'replicate', 'blackbox', 'embedded'],
  voice: ['elevenlabs', 'embedded'],
  music: ['suno', 'elevenlabs', 'embedded'],
  video: ['runway', 'embedded'],
} as const;
const MODELS = ['dall-e-3', 'dalle3', 'dall-e-2', 'gpt-image-1'] as const;

const MOST_ITEMS = 60;
const LONGEST_PROMPT = 4000;
const LONGEST_TEXT = 5000;
const SEEDS = 2 ** 32;
const SIDES = { least: 256, most: 2048 } as const;

export function readImageOrders(reader: Reader): readonly Wanted<'image'>[] {
  const config = reader.within('config');
  // An old name of a model stands for its provider; it says nothing more.
  const model = config.choice('model', ['', ...MODELS], '');
  const provider = providerIn(config, 'image') ?? (model ? 'openai' : null);
  const look = {
    ...{ ...sizeIn(config), provider, seed: seedIn(config), take: 0 },
    style: config.choice('style', ['vivid', 'natural', ...IMAGE_STYLES], 'vivid'),
    quality: config.choice('quality', ['standard', 'hd'], 'standard'),
  } as const;
  return itemsIn(reader, 'prompts').map(
    (item): Wanted<'image'> => ({
      sceneId: sceneIn(item),
      order: {
        ...{ type: 'image', ...look, prompt: item.text('prompt', { most: LONGEST_PROMPT, isRequired: true }, '') },
        negativePrompt: item.text('negative_prompt', { most: 1000 }, ''),
      },
    }),
  );
}

export async function readVoiceOrders(reader: Reader, knows: (voice: string) => Promise<boolean>): Promise<readonly Wanted<'voice'>[]> {
  const config = reader.within('config');
  const share = (name: string): number | null => (config.has(name) ? config.number(name, { least: 0, most: 1 }, 0) : null);
  const manner = {
    ...{ provider: providerIn(config, 'voice'), stability: share('stability'), similarityBoost: share('similarity_boost') },
    ...{ format: config.choice('output_format', ['mp3', 'wav'], 'mp3'), take: 0, previousText: '', nextText: '' },
  } as const;
  const wanted: Wanted<'voice'>[] = [];
  for (const item of itemsIn(reader, 'segments')) {
    const voiceId = item.text('voice_id', { most: 120 }, '') || 'thomas';
    if (!(await knows(voiceId))) item.fault('voice_id', m.voice, 'exists');
    const language = item.text('language', { most: 12 }, 'fr').toLowerCase() || 'fr';
    if (!/^[a-z]{2,3}(-[a-z]{2,4})?$/.test(language)) item.fault('language', m.language, 'format');
    const text = item.text('text', { most: LONGEST_TEXT, isRequired: true }, '');
    if (text && !/[\p{L}\p{N}]/u.test(text)) item.fault('text', m.nothingToSay, 'format');
    wanted.push({ sceneId: sceneIn(item), order: { type: 'voice', ...manner, text, voiceId, language } });
  }
  return wanted;
}

export function readMusicOrder(reader: Reader): Wanted<'music'> {
  const config = reader.within('config');
  const order: OrderOf<'music'> = {
    ...{ type: 'music', prompt: reader.text('prompt', { most: 2000, isRequired: true }, '') },
    style: config.text('style', { most: 100 }, ''),
    tempo: config.has('tempo') ? config.choice('tempo', ['slow', 'medium', 'fast'], 'medium') : null,
    seconds: config.number('duration', { least: 3, most: 600 }, 60),
    ...{ seed: seedIn(config), provider: providerIn(config, 'music'), take: 0 },
  };
  return { sceneId: sceneIn(reader), order };
}

/** Whether somebody's finished picture. */
export type PictureCheck = (id: string) => Promise<boolean>;

export async function readClipOrders(reader: Reader, isPicture: PictureCheck): Promise<readonly Wanted<'video'>[]> {
  const config = reader.within('config');
  const provider = providerIn(config, 'video');
  const frame = { ...sizeIn(config), seed: seedIn(config), provider, take: 0 };
  const wanted: Wanted<'video'>[] = [];
  for (const item of itemsIn(reader, 'clips')) {
    const imageAssetId = item.text('image_asset_id', { most: 60, isRequired: true }, '');
    if (imageAssetId && !(await isPicture(imageAssetId))) item.fault('image_asset_id', m.picture, 'exists');
    const prompt = item.text('prompt', { most: LONGEST_PROMPT }, '');
    const seconds = item.number('duration', { least: 0.5, most: 60 }, 5);
    wanted.push({ sceneId: sceneIn(item), order: { type: 'video', ...frame, imageAssetId, prompt, seconds } });
  }
  return wanted;
}

const providerIn = (config: Reader, type: keyof typeof PROVIDERS): string | null =>
  config.choice('provider', ['', ...PROVIDERS[type]], '') || null;

const seedIn = (config: Reader): number => config.number('seed', { least: 0, most: SEEDS - 1, isWhole: true }, 1);

/** Every request names its project; whether it is there and one's own is asked afterwards. */
export function projectIn(reader: Reader): string {
  const id = reader.text('project_id', { most: 60, isRequired: true }, '').toLowerCase();
  if (id && !UUID.test(id)) reader.fault('project_id', m.project, 'format');
  return id;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export const sceneIn = (item: Reader): number | null =>
  item.has('scene_id') ? item.number('scene_id', { least: 0, most: 1_000_000, isWhole: true }, 0) : null;

/** `1792x1024`. */
function sizeIn(config: Reader): { readonly width: number; readonly height: number } {
  const text = config.text('size', { most: 20 }, '1792x1024') || '1792x1024';
  const [, width = 0, height = 0] = (/^(\d{1,5})[x×](\d{1,5})$/i.exec(text) ?? []).map(Number);
  const fits = [width, height].every((side) => side >= SIDES.least && side <= SIDES.most);
  if (!fits) config.fault('size', m.size, width ? 'range' : 'format', { least: SIDES.least, most: SIDES.most });
  return { width, height };
}

function itemsIn(reader: Reader, name: string): readonly Reader[] {
  const given = reader.raw(name);
  if (!Array.isArray(given) || given.length === 0) {
    reader.fault(
      name,
      given === undefined || Array.isArray(given) ? fieldMessages.required : fieldMessages.type,
      given ? 'type' : 'required',
    );
    return [];
  }
  if (given.length > MOST_ITEMS) reader.fault(name, m.tooMany, 'max_items', { limit: MOST_ITEMS });
  return given.slice(0, MOST_ITEMS).map((part: unknown, n) => reader.at(`${name}[${n}]`, part));
}
