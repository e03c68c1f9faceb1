/** What the found phrases say, and what belongs to what: numbers to what they count, colours to what they paint. */

import type { Token } from '../../../tokens.ts';
import type { Folk } from '../scene/scene.ts';
import type { Found, Meaning } from './lexicon.ts';

export interface Notes {
  readonly all: readonly Meaning[];
  readonly palette: readonly string[];
  readonly things: readonly { readonly name: string; readonly count: number; readonly colour: string | null }[];
  readonly folk: readonly { readonly folk: Folk; readonly count: number }[];
  readonly dressColour: string | null;
}

const WEARERS = new Set(['folk', 'dress', 'head', 'thing', 'flora', 'place']);
/** Their colour is the colour of the whole picture. */
const ALL_AROUND = new Set(['space', 'sky', 'room', 'studio', 'stage', 'cafe', 'underwater']);

/** Colours and numbers go to what they stand beside; colours that stand alone are for the whole picture. */
export function gather(found: readonly Found[], tokens: readonly Token[]): Notes {
  const all = found.flatMap(({ meanings }) => meanings);
  const owned = new Map<number, string>();
  const palette: string[] = [];
  for (const [index, phrase] of found.entries()) {
    const colour = phrase.meanings.find(({ kind }) => kind === 'colour')?.value;
    if (!colour) continue;
    const owner = [index - 1, index + 1].find(
      (at) => isBeside(found[at], phrase) && found[at]?.meanings.some(({ kind, value }) => WEARERS.has(kind) && !ALL_AROUND.has(value)),
    );
    if (owner === undefined || owned.has(owner)) palette.push(colour);
    else owned.set(owner, colour);
  }
  const countAt = (index: number): number => {
    const before = found[index - 1];
    const phrase = found[index];
    const number =
      before && phrase && phrase.from - before.to <= 1 ? Number(before.meanings.find(({ kind }) => kind === 'count')?.value) : Number.NaN;
    return Number.isFinite(number) ? number : isPlural(phrase, tokens) ? 3 : 1;
  };
  const things = found.flatMap(({ meanings }, index) =>
    meanings
      .filter(({ kind }) => kind === 'thing')
      .map(({ value }) => ({ name: value, count: countAt(index), colour: owned.get(index) ?? null })),
  );
  const folk = found.flatMap(({ meanings }, index) =>
    meanings.filter(({ kind }) => kind === 'folk').map(({ value }) => ({ folk: value as Folk, count: countAt(index) })),
  );
  const worn = found.findIndex(
    ({ meanings }, index) => owned.has(index) && meanings.some(({ kind }) => ['folk', 'dress', 'head'].includes(kind)),
  );
  return { all, palette: [...new Set(palette)], things, folk, dressColour: owned.get(worn) ?? null };
}

const isBeside = (a: Found | undefined, b: Found): boolean => a !== undefined && Math.max(a.from - b.to, b.from - a.to) <= 1;

/** Written as several: its own form is not the one that was found in the lexicon. */
function isPlural(phrase: Found | undefined, tokens: readonly Token[]): boolean {
  const forms = tokens[(phrase?.to ?? 0) - 1]?.forms ?? [];
  const last = phrase?.words.at(-1);
  const written = forms[0] ?? '';
  return /[a-zà-ÿ]/.test(written) && written !== last && /[sx]$/.test(written) && !forms[0]?.startsWith(`${last}ss`);
}

export const valuesOf = (notes: Notes, wanted: string): string[] =>
  notes.all.filter(({ kind }) => kind === wanted).map(({ value }) => value);
