/**
 * What a prompt asks to see, in French, English or Arabic.
 *
 * Hides the words of three languages, their plurals and articles, negations, numbers and what a colour belongs to. Only whole words
 * count: « étoilée » has no island, « mère » no sea.
 */

import { randomOf } from '../../../random.ts';
import { partQuotes, tokensOf } from '../../../tokens.ts';
import type { Rgb } from '../colour.ts';
import {
  type Flora,
  type Folk,
  type Mood,
  type People,
  SETTINGS,
  type Season,
  type Setting,
  type Thing,
  type Time,
  type Understood,
  type Weather,
} from '../scene/scene.ts';
import { type Found, readPhrases } from './lexicon.ts';
import { gather, type Notes, valuesOf } from './notes.ts';

const COLOURS: Readonly<Record<string, Rgb>> = {
  red: [206, 44, 44],
  orange: [240, 132, 40],
  yellow: [246, 206, 64],
  green: [62, 148, 84],
  turquoise: [42, 182, 178],
  blue: [48, 104, 206],
  violet: [128, 76, 190],
  pink: [240, 128, 176],
  brown: [134, 90, 58],
  gold: [226, 174, 70],
  silver: [184, 192, 204],
  white: [244, 244, 242],
  black: [34, 34, 42],
  grey: [140, 144, 152],
};
const MOST_PEOPLE = 40;
const CROWD = 24;

export function understand(prompt: string, seed: number, negativePrompt = ''): Understood {
  const { rest, quoted } = partQuotes(prompt);
  const tokens = tokensOf(rest);
  const words = tokens.map(({ forms }) => forms[0] ?? '');
  const isWanted = wantedBut(negativePrompt);
  const found = withoutDenied(
    readPhrases(tokens).filter((phrase) => isMeant(phrase, words)),
    words,
  ).filter(isWanted);
  const notes = gather(found, tokens);
  const { time, isAsked } = timeOf(notes, seed);
  return {
    settings: settingsOf(notes),
    time,
    isTimeAsked: isAsked,
    weather: [...new Set(valuesOf(notes, 'weather') as Weather[])],
    season: (valuesOf(notes, 'season')[0] as Season | undefined) ?? null,
    flora: [...new Set(valuesOf(notes, 'flora') as Flora[])],
    people: peopleOf(notes),
    things: thingsOf(notes),
    heavens: [...new Set(valuesOf(notes, 'heaven') as ('sun' | 'moon' | 'stars')[])],
    palette: notes.palette.map((name) => ({ name, colour: COLOURS[name] ?? [128, 128, 128] })),
    moods: [...new Set(valuesOf(notes, 'mood') as Mood[])],
    text: textOf(quoted),
  };
}

/** What can be left out of a scene. */
const SUBJECTS = new Set(['thing', 'folk', 'flora', 'weather', 'heaven', 'place']);
const ANYBODY = ['folk:person', 'other:crowd'];

/** Whether a phrase asks for nothing that is not to be seen: who wants no people wants nobody at all. */
function wantedBut(negativePrompt: string): (phrase: Found) => boolean {
  const said = readPhrases(tokensOf(negativePrompt)).flatMap(({ meanings }) => meanings.map(({ kind, value }) => `${kind}:${value}`));
  const unwanted = new Set(said);
  const isDeserted = ANYBODY.some((body) => unwanted.has(body));
  return ({ meanings }) =>
    !meanings.some(({ kind, value }) =>
      isDeserted && (kind === 'folk' || value === 'crowd') ? true : SUBJECTS.has(kind) && unwanted.has(`${kind}:${value}`),
    );
}

/** Words that are another word beside certain neighbours. */
const ARTICLES = new Set(['un', 'une', 'des', 'les', 'deux', 'trois', 'a', 'an', 'two', 'three']);
const HAVING = new Set(['a', 'ont', 'ai', 'as', 'avait', 'avaient', 'avons', 'avez', 'aurait', 'eu', 'has', 'have']);

function isMeant({ from, words }: Found, all: readonly string[]): boolean {
  const before = all[from - 1] ?? '';
  const [word] = words;
  if (words.length > 1) return true;
  if (word === 'été') return !HAVING.has(before);
  if (word === 'bois') return !['en', 'de', 'je', 'tu'].includes(before);
  if (word === 'court') return !['a', 'un', 'très', 'tout', 'film', 'cheveux', 'the', 'tennis'].includes(before);
  if (word === 'rose' || word === 'orange')
    return !ARTICLES.has(before) || all[from] === 'orange' ? !(word === 'orange' && ARTICLES.has(before)) : false;
  if (word === 'port') return before !== 'usb';
  if (word === 'ring') return before !== 'boxing';
  if (word === 'star') return !['movie', 'pop', 'rock', 'film', 'une', 'la'].includes(before);
  return true;
}

const isDenial = ({ meanings }: Found): boolean => meanings.some(({ kind, value }) => kind === 'other' && value === 'no');
const DENIED_WITHIN = 3;

/** « sans nuages »: what follows a denial is not wanted; some of it says the opposite. */
function withoutDenied(found: readonly Found[], all: readonly string[]): Found[] {
  const kept: Found[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const phrase = found[index];
    if (!phrase) continue;
    const next = found[index + 1];
    if (!isDenial(phrase)) kept.push(phrase);
    else if (next && next.from - phrase.to < DENIED_WITHIN && !all.slice(phrase.to, next.from).includes('mais')) {
      index += 1;
      if (next.meanings.some(({ kind, value }) => kind === 'weather' && value === 'cloudy'))
        kept.push({ ...next, meanings: [{ kind: 'weather', value: 'clear' }] });
    }
  }
  return kept;
}

function timeOf(notes: Notes, seed: number): { time: Time; isAsked: boolean } {
  const [asked] = valuesOf(notes, 'time') as Time[];
  if (asked) return { time: asked, isAsked: true };
  const heavens = valuesOf(notes, 'heaven');
  if (heavens.includes('moon') || heavens.includes('stars')) return { time: 'night', isAsked: true };
  const random = randomOf(seed, 'time')();
  const isCasual = valuesOf(notes, 'season').length > 0 || valuesOf(notes, 'weather').length > 0;
  return { time: isCasual || random < 0.68 ? 'day' : random < 0.86 ? 'sunset' : 'dawn', isAsked: false };
}

const INDOORS: readonly Setting[] = ['room', 'library', 'cafe', 'studio', 'stage'];

function settingsOf(notes: Notes): Understood['settings'] {
  const weights = new Map<Setting, number>();
  const named = valuesOf(notes, 'place').filter((value): value is Setting => (SETTINGS as readonly string[]).includes(value));
  if (valuesOf(notes, 'other').includes('sand') && !named.some((name) => ['desert', 'oasis', 'beach'].includes(name)))
    named.push(named.some((name) => ['sea', 'coast', 'island'].includes(name)) ? 'beach' : 'desert');
  for (const name of named) weights.set(name, (weights.get(name) ?? 0) + 0.84 ** weights.size);
  if (weights.size > 1) weights.delete('sky');
  // Together these are one place, not two: an old town is no city of towers, houses in a medina no village.
  if (weights.has('medina')) for (const name of ['city', 'village'] as const) weights.delete(name);
  if (weights.has('huts') || weights.has('castle')) weights.delete('village');
  if (weights.has('underwater')) for (const name of ['sea', 'beach'] as const) weights.delete(name);
  const indoors = INDOORS.filter((name) => weights.has(name));
  if (indoors.length > 0 && [...weights.keys()].some((name) => !INDOORS.includes(name)) && indoors.some((name) => name !== 'room'))
    for (const name of weights.keys()) if (!INDOORS.includes(name)) weights.delete(name);
  if (weights.size === 0 && impliedPlace(notes)) weights.set(impliedPlace(notes) as Setting, 1);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights].map(([name, weight]) => ({ name, weight: weight / total })).sort((a, b) => b.weight - a.weight);
}

/** Where something is usually found, when no place was named. */
const HOMES: readonly (readonly [Setting, readonly string[]])[] = [
  ['savanna', ['elephant', 'lion', 'giraffe', 'zebra', 'leopard', 'rhinoceros', 'hippopotamus']],
  ['desert', ['camel']],
  ['sea', ['sailboat', 'ship', 'boat', 'dolphin', 'whale', 'surf']],
  ['underwater', ['fish', 'shark', 'octopus', 'turtle', 'crab']],
  ['space', ['rocket', 'astronaut', 'satellite', 'ufo', 'earth', 'saturn', 'alien']],
  [
    'hills',
    [
      'horse',
      'cow',
      'ewe',
      'goat',
      'donkey',
      'butterfly',
      'bee',
      'rabbit',
      'fox',
      'bicycle',
      'dove',
      'bird',
      'eagle',
      'train',
      'tent',
      'balloonride',
      'unicorn',
      'dinosaur',
      'dragon',
    ],
  ],
  ['forest', ['wolf', 'bear', 'deer', 'owl', 'mushroom', 'campfire']],
  ['jungle', ['tiger', 'monkey', 'gorilla', 'panda', 'parrot', 'crocodile', 'snake']],
  ['road', ['car', 'suv', 'racecar', 'motorcycle', 'truck', 'bus', 'scooter']],
];

function impliedPlace(notes: Notes): Setting | null {
  const names = notes.things.map(({ name }) => name);
  const home = HOMES.find(([, things]) => names.some((name) => things.includes(name)))?.[0];
  if (home) return home;
  const flora = valuesOf(notes, 'flora');
  if (flora.includes('baobab') || flora.includes('acacia')) return 'savanna';
  if (flora.includes('palm')) return 'oasis';
  if (flora.includes('cactus')) return 'desert';
  if (flora.length > 0) return flora.includes('flowers') ? 'garden' : 'hills';
  if (valuesOf(notes, 'mood').includes('neon') && valuesOf(notes, 'time').includes('night')) return 'city';
  const hasSky =
    valuesOf(notes, 'heaven').length +
      valuesOf(notes, 'weather').length +
      valuesOf(notes, 'season').length +
      valuesOf(notes, 'time').length >
    0;
  return hasSky ? 'hills' : null;
}

function peopleOf(notes: Notes): People | null {
  const others = valuesOf(notes, 'other');
  const isCrowd = others.includes('crowd');
  if (notes.folk.length === 0 && !isCrowd && !others.includes('portrait')) return null;
  const folk = notes.folk.flatMap(({ folk: one, count }) => Array.from({ length: Math.min(count, 12) }, () => one));
  const [pose] = valuesOf(notes, 'pose') as People['pose'][];
  const [dress] = valuesOf(notes, 'dress') as People['dress'][];
  const [head] = valuesOf(notes, 'head') as People['head'][];
  const isPortrait = others.includes('portrait') && !isCrowd;
  const all: readonly Folk[] = folk.length > 0 ? folk : ['person'];
  return {
    folk: isPortrait ? all.slice(0, 2) : all,
    count: isPortrait ? Math.min(2, all.length) : Math.min(MOST_PEOPLE, isCrowd ? Math.max(CROWD, all.length) : all.length),
    pose: pose ?? 'stand',
    isPortrait,
    dress: dress ?? 'plain',
    head: head ?? 'bare',
    colour: notes.dressColour ? (COLOURS[notes.dressColour] ?? null) : null,
  };
}

function thingsOf(notes: Notes): Thing[] {
  const isCaravan = valuesOf(notes, 'other').includes('caravan');
  const things = new Map<string, Thing>();
  for (const { name, count, colour } of notes.things)
    if (!things.has(name))
      things.set(name, {
        name,
        count: isCaravan && name === 'camel' ? 5 : Math.min(7, count),
        colour: colour ? (COLOURS[colour] ?? null) : null,
      });
  return [...things.values()].slice(0, 4);
}

function textOf(quoted: string | null): string | null {
  const text = quoted
    ?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text ? text.slice(0, 120).toWellFormed() : null;
}
