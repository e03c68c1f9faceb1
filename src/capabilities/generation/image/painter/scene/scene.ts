/** What a prompt asks to see. Words: a *setting* is a place and how much of the picture is its own; a *thing* is art by its exact name. */
import type { Rgb } from '../colour.ts';

export const SETTINGS = [
  'sea',
  'beach',
  'coast',
  'island',
  'lake',
  'river',
  'waterfall',
  'mountain',
  'volcano',
  'hills',
  'field',
  'forest',
  'jungle',
  'desert',
  'oasis',
  'savanna',
  'garden',
  'road',
  'city',
  'village',
  'huts',
  'medina',
  'kasbah',
  'street',
  'market',
  'harbour',
  'mosque',
  'pyramids',
  'castle',
  'space',
  'underwater',
  'sky',
  'room',
  'library',
  'cafe',
  'studio',
  'stage',
] as const;
export type Setting = (typeof SETTINGS)[number];

export type Time = 'dawn' | 'day' | 'sunset' | 'dusk' | 'night';
export type Weather = 'clear' | 'cloudy' | 'overcast' | 'rain' | 'storm' | 'fog' | 'snow' | 'wind' | 'sandstorm' | 'rainbow' | 'aurora';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
export type Mood = 'pastel' | 'neon' | 'sepia' | 'mono' | 'dark' | 'bright' | 'vivid' | 'warm' | 'cold';
export type Flora =
  | 'palm'
  | 'pine'
  | 'broadleaf'
  | 'acacia'
  | 'baobab'
  | 'cypress'
  | 'cactus'
  | 'birch'
  | 'blossom'
  | 'olive'
  | 'argan'
  | 'bamboo'
  | 'flowers';

export type Pose = 'stand' | 'walk' | 'run' | 'dance' | 'sit' | 'ride' | 'pray' | 'play';
export type Folk = 'person' | 'woman' | 'man' | 'girl' | 'boy' | 'elder';
export interface People {
  readonly folk: readonly Folk[];
  /** Up to 40; a crowd is 24. */
  readonly count: number;
  readonly pose: Pose;
  /** Close: head and shoulders. */
  readonly isPortrait: boolean;
  readonly dress: 'plain' | 'gown' | 'robe' | 'suit';
  readonly head: 'bare' | 'scarf' | 'turban' | 'hat';
  readonly colour: Rgb | null;
}

export interface Thing {
  /** Exact name of the art. */
  readonly name: string;
  readonly count: number;
  readonly colour: Rgb | null;
}

export interface Understood {
  /** Strongest first; the weights add up to 1. Empty: a composed abstract picture. */
  readonly settings: readonly { readonly name: Setting; readonly weight: number }[];
  readonly time: Time;
  /** Whether the prompt said the time, or it was chosen by the seed. */
  readonly isTimeAsked: boolean;
  readonly weather: readonly Weather[];
  readonly season: Season | null;
  readonly flora: readonly Flora[];
  readonly people: People | null;
  readonly things: readonly Thing[];
  /** The sun, the moon or stars, when the prompt names them. */
  readonly heavens: readonly ('sun' | 'moon' | 'stars')[];
  /** Colours of the whole picture, and its moods. */
  readonly palette: readonly { readonly name: string; readonly colour: Rgb }[];
  readonly moods: readonly Mood[];
  /** Words to be written into the picture. */
  readonly text: string | null;
}
