/** The styles by name. */
import type { Style } from '../style.ts';
import { acoustic } from './acoustic.ts';
import { afrobeat } from './afrobeat.ts';
import { ambient } from './ambient.ts';
import { cinematic } from './cinematic.ts';
import { corporate } from './corporate.ts';
import { desert } from './desert.ts';
import { electro } from './electro.ts';
import { jazz } from './jazz.ts';
import { lofi } from './lofi.ts';
import { oriental } from './oriental.ts';
import { playful } from './playful.ts';

export const MUSIC_STYLES = [
  'cinematic',
  'corporate',
  'lofi',
  'electro',
  'ambient',
  'acoustic',
  'afrobeat',
  'desert',
  'oriental',
  'jazz',
  'playful',
] as const;
export type StyleName = (typeof MUSIC_STYLES)[number];

export const STYLES: Readonly<Record<StyleName, Style>> = {
  cinematic,
  corporate,
  lofi,
  electro,
  ambient,
  acoustic,
  afrobeat,
  desert,
  oriental,
  jazz,
  playful,
};
