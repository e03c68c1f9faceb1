/** Talents, kinds of parts and spoken languages that a brief names. */
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BriefText, exactlyOneOf, type Finding, isNear, oneOf } from './brief-text.ts';
import type { BriefKind } from './criterion.ts';
import { listsFor } from './name-lists.ts';
import { createPhrases } from './phrases.ts';
import { isTongue, levelOf, levelsOf } from './tongues.ts';
import { PART_HINTS } from './words/parts.ts';

const hints = createPhrases<readonly string[]>({ fit: 'exact' });
for (const [names, parts] of PART_HINTS) hints.addAll(names, parts);
const isFor = exactlyOneOf('pour for de du of');

/** Kinds that are named, else those that a trade suggests. */
function findParts(text: BriefText, named: readonly Finding[]): Finding[] {
  // « doublure pour l'actrice principale »: the part of somebody else.
  const own = named.filter((one, index) => index === 0 || !isNear(text, one, isFor, { before: 2, within: 'clause' }));
  if (own.length > 0) return own;
  return hints.all(text.words).map(({ found: [parts = []], from, to }) => ({ kind: 'talent_type', values: parts, at: from, until: to }));
}

const isQuality = exactlyOneOf(
  'bonne bonnes excellente excellentes bon good strong great excellent excellents aisance sens qualité qualités capacité capacités',
);
const isSkill = exactlyOneOf('skills skill interpersonnelle orale écrite');
/** « bonne communication », `communication skills`: how somebody is, not a trade. */
function isManner({ words }: BriefText, from: number, to: number): boolean {
  if (to - from > 1 || words[from]?.text !== 'communication') return false;
  return [words[from - 1], words[from - 2]].some((word) => word && isQuality(word)) || [words[to]].some((word) => word && isSkill(word));
}

const isEditing = exactlyOneOf('montage monteur monteuse monteurs monteuses');
const isOfFilm = oneOf(
  'vidéo, film, reportage, clip, rush, séquence, épisode, documentaire, court, long, bande, publicité, contenu, podcast, son, image, série',
);
/** « montage d'armoires », « monteur de meubles »: of things, not of films. */
function isOfThings({ words, clauses }: BriefText, from: number, to: number): boolean {
  const [word, link, thing] = [words[from], words[to], words[to + 1]];
  if (to - from > 1 || !word || !isEditing(word) || !link || !thing || clauses[to + 1] !== clauses[from]) return false;
  return /^(?:de|d|des)$/.test(link.text) && !isOfFilm(thing);
}

/** What the lists name, in the order of the text. */
export function findNames(kind: BriefKind, text: BriefText, catalogue: Snapshot): Finding[] {
  const matches = listsFor(kind, catalogue)
    .all(text.words)
    .filter(({ from, to }) => !isManner(text, from, to) && !isOfThings(text, from, to));
  const levels = levelsOf(text);
  const tongues = new Set(
    matches.flatMap(({ found, from, to }) =>
      found.some((one) => one.kind === 'language') ? Array.from({ length: to - from }, (_, index) => from + index) : [],
    ),
  );
  const findings = matches.flatMap((match) =>
    match.found.flatMap((meaning): Finding[] => {
      const place = { at: match.from, until: match.to };
      if (meaning.kind !== 'language') return [{ ...meaning, ...place }];
      const [code = ''] = meaning.values;
      if (!isTongue(text, match, code, levels, tongues)) return [];
      const level = levelOf(text, match, levels, tongues);
      return [{ ...meaning, ...(level ? { level } : {}), ...place }];
    }),
  );
  const parts = findings.filter((one) => one.kind === 'talent_type');
  const others = findings.filter((one) => one.kind !== 'talent_type');
  return kind === 'cinema' ? [...others, ...findParts(text, parts)] : others;
}
