/** What the form of a new film says, and the project that it asks for, in the words of the API. */
import type { FormBody } from '#kernel/http/forms.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type ProjectConfig, RATIO_NAMES, type RatioName } from '../projects/projects.ts';
import { musicNames } from './labels.ts';

export const DURATIONS = [15, 30, 60, 120] as const;

export const DEFAULTS = {
  ...{ duration: '30', ratio: '16:9', language: '', style: 'professional', image_style: 'realistic', voice: '' },
  ...{ music: 'auto', captions: 'outline', caption_size: 'medium', caption_place: 'bottom' },
} as const satisfies FormValues;

type Fields = Readonly<Record<keyof typeof DEFAULTS | 'prompt' | 'title' | 'budget', string>>;

/** What is there, and the default of what is not; an empty choice counts as one. */
export const filled = (form: FormBody): Fields => {
  const text = (name: string): string | undefined => [form[name] ?? []].flat()[0]?.trim();
  const fields = Object.entries(DEFAULTS).map(([name, usual]) => [name, text(name) ?? usual]);
  return {
    ...Object.fromEntries(fields),
    prompt: text('prompt') ?? '',
    title: text('title') ?? '',
    budget: text('budget') ?? '',
  } as Fields;
};

export const ratioOf = (text: string): RatioName => RATIO_NAMES.find((name) => name === text) ?? '16:9';
const numberOf = (text: string): number | string => (/^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);

/** Only what the form knows: with `before` the rest of a config that is there already is kept. */
export function configOf(fields: Fields, before?: ProjectConfig): Readonly<Record<string, unknown>> {
  const music = Object.hasOwn(musicNames, fields.music) && fields.music !== 'auto' ? fields.music : '';
  return {
    target_duration: numberOf(fields.duration),
    ...(fields.language || before ? { language: fields.language || null } : {}),
    style: fields.style,
    image_style: fields.image_style,
    ratio: fields.ratio,
    ...(fields.voice === 'none' ? { voice_id: null } : fields.voice ? { voice_id: fields.voice } : {}),
    music: fields.music === 'none' ? null : { style: music, ...(before?.music ? { volume: before.music.volume } : {}) },
    captions: fields.captions === 'none' ? null : { look: fields.captions, size: fields.caption_size, place: fields.caption_place },
    ...(fields.budget ? { budget_usd: numberOf(fields.budget) } : before ? { budget_usd: null } : {}),
  };
}

const LONGEST_TITLE = 80;

/** The first words of the sentence, whole. */
export function titleFrom(prompt: string): string {
  const [line = ''] = prompt.trim().split(/\r?\n|(?<=[.!?؟])\s/);
  if (line.length <= LONGEST_TITLE) return line.replace(/[.,;:]+$/, '');
  return `${line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
}

export const projectFrom = (fields: Fields): Readonly<Record<string, unknown>> => ({
  title: fields.title || titleFrom(fields.prompt),
  prompt: fields.prompt,
  config: configOf(fields),
});

/** The form again, of a project that is there. */
export const fieldsOf = ({ config }: { readonly config: ProjectConfig }): FormValues => ({
  duration: String(config.targetDuration),
  ratio: config.ratio,
  language: config.language ?? '',
  style: config.style,
  image_style: config.imageStyle,
  voice: config.voiceId ?? 'none',
  music: config.music === null ? 'none' : config.music.style || 'auto',
  captions: config.captions?.look ?? 'none',
  caption_size: config.captions?.size ?? 'medium',
  caption_place: config.captions?.place ?? 'bottom',
  budget: config.budgetUsd ?? '',
});

/** Faults come in the words of the API; the form has shorter names. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ 'config.target_duration': 'duration', 'config.language': 'language', 'config.style': 'style' },
  ...{ 'config.image_style': 'image_style', 'config.ratio': 'ratio', 'config.voice_id': 'voice', 'config.budget_usd': 'budget' },
};

export function fieldNameOf(wire: string): string {
  const known = NAMES[wire];
  if (known) return known;
  if (wire.startsWith('config.music')) return 'music';
  return wire.startsWith('config.captions') ? 'captions' : wire;
}
