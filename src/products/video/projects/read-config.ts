/** `config` of a project: what was sent over what stands, every field said. */
import { randomInt } from 'node:crypto';
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { m } from './messages.ts';
import { type ProjectConfig, RATIO_NAMES } from './project.ts';
import { isObject, type Reader } from './reader.ts';

export const SECONDS = { least: 5, most: 600 } as const;
const FORMATS = { short: 30, medium: 60, long: 180 } as const;
type Format = keyof typeof FORMATS;
const LANGUAGES = ['fr', 'en', 'ar'] as const;
const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
const LOOKS = ['box', 'outline'] as const;
const SIZES = ['small', 'medium', 'large'] as const;
const PLACES = ['bottom', 'middle', 'top'] as const;
const SEEDS = 2 ** 32;
const MOST_USD = 10_000;
const WORD = { most: 60 } as const;

/** Who speaks when nobody is named: somebody whose language it is. */
const VOICES = { fr: 'thomas', en: 'rachel', ar: 'youssef' } as const;
const MUSIC = { style: '', volume: 0.45 } as const;
const CAPTIONS = { look: 'outline', size: 'medium', place: 'bottom' } as const;

/** `before` is null for a new project. */
export function readConfig(reader: Reader, before: ProjectConfig | null): ProjectConfig {
  const length = readLength(reader, before);
  const language = readLanguage(reader, before);
  return {
    ...length,
    language,
    style: reader.text('style', WORD, before?.style ?? 'professional') || 'professional',
    imageStyle: reader.choice('image_style', IMAGE_STYLES, (before?.imageStyle ?? 'realistic') as (typeof IMAGE_STYLES)[number]),
    ratio: reader.choice('ratio', RATIO_NAMES, before?.ratio ?? '16:9'),
    voiceId: readVoice(reader, before, language),
    music: readMusic(reader, before),
    captions: readCaptions(reader, before),
    seed: reader.number('seed', { least: 0, most: SEEDS - 1, isWhole: true }, before?.seed ?? randomInt(SEEDS)),
    budgetUsd: readBudget(reader, 'budget_usd', before?.budgetUsd ?? null),
    brand: readBrand(reader, before),
  };
}

/** A length without a format has the format that is nearest to it; a format without a length has its own. */
function readLength(reader: Reader, before: ProjectConfig | null): Pick<ProjectConfig, 'targetDuration' | 'format'> {
  const asked = reader.choice('format', ['short', 'medium', 'long'], before?.format ?? 'medium');
  const usual = reader.has('format') || !before ? FORMATS[asked] : before.targetDuration;
  const targetDuration = reader.number('target_duration', SECONDS, usual);
  return { targetDuration, format: reader.has('target_duration') && !reader.has('format') ? formatOf(targetDuration) : asked };
}

const formatOf = (seconds: number): Format => (seconds <= 45 ? 'short' : seconds <= 120 ? 'medium' : 'long');

/** Null, sent as such, is the language of the prompt again. */
function readLanguage(reader: Reader, before: ProjectConfig | null): ProjectConfig['language'] {
  if (reader.raw('language') === null) return null;
  return reader.has('language') ? reader.choice('language', LANGUAGES, 'fr') : (before?.language ?? null);
}

function readVoice(reader: Reader, before: ProjectConfig | null, language: ProjectConfig['language']): string | null {
  const raw = reader.raw('voice_id');
  if (raw === null || raw === false || raw === '') return null;
  if (raw !== undefined) return reader.text('voice_id', { most: 100, isRequired: true }, '');
  if (!before) return VOICES[language ?? 'fr'];
  // Nobody chose it: it goes with the language.
  const wasUsual = before.voiceId === VOICES[before.language ?? 'fr'];
  return wasUsual ? VOICES[language ?? 'fr'] : before.voiceId;
}

function readMusic(reader: Reader, before: ProjectConfig | null): ProjectConfig['music'] {
  const raw = switchOf(reader, 'music');
  if (raw === 'kept') return before ? before.music : MUSIC;
  if (raw === 'off') return null;
  const usual = before?.music ?? MUSIC;
  if (raw === 'on') return usual;
  const part = reader.within('music');
  return { style: part.text('style', WORD, usual.style), volume: part.number('volume', { least: 0, most: 1 }, usual.volume) };
}

function readCaptions(reader: Reader, before: ProjectConfig | null): ProjectConfig['captions'] {
  const raw = switchOf(reader, 'captions');
  if (raw === 'kept') return before ? before.captions : CAPTIONS;
  if (raw === 'off') return null;
  const usual = before?.captions ?? CAPTIONS;
  if (raw === 'on') return usual;
  const part = reader.within('captions');
  return {
    look: part.choice('look', LOOKS, usual.look),
    size: part.choice('size', SIZES, usual.size),
    place: part.choice('place', PLACES, usual.place),
  };
}

function switchOf(reader: Reader, name: string): 'kept' | 'on' | 'off' | 'said' {
  const raw = reader.raw(name);
  if (raw === undefined) return 'kept';
  if (raw === null || raw === false || raw === 'false') return 'off';
  if (raw === true || raw === 'true') return 'on';
  if (isObject(raw)) return 'said';
  reader.fault(name, m.switchOr, 'type');
  return 'kept';
}

/** Null, sent as such, is no bound. Also of one start (`pipeline_config.budget_usd`). */
export function readBudget(reader: Reader, name: string, before: number | null): number | null {
  const raw = reader.raw(name);
  if (raw === undefined) return before;
  if (raw === null || raw === '') return null;
  return reader.number(name, { least: 0, most: MOST_USD }, 0);
}

function readBrand(reader: Reader, before: ProjectConfig | null): ProjectConfig['brand'] {
  const raw = reader.raw('brand');
  if (raw === undefined) return before?.brand ?? null;
  if (raw === null || raw === false) return null;
  const part = reader.within('brand');
  const assetId = part.text('asset_id', { most: 60, isRequired: true }, '');
  return { assetId, corner: part.choice('corner', CORNERS, before?.brand?.corner ?? 'bottom-right') };
}
