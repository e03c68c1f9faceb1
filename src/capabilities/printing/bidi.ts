/**
 * Order of writing: turns a line as it is typed into the pieces to draw, from left to right.
 *
 * Words: a `Run` is a stretch of one level drawn by one face; `level` follows UAX #9 (odd reads right to left).
 * Letters inside an Arabic run stay in typed order: the font joins them and lays them out right to left itself.
 */
import bidiFactory from 'bidi-js';
import { type Face, faceFor, firstFace, isInvisible, PLAIN_LATIN, shapeOf, type Weight } from './fonts.ts';

export type Direction = 'ltr' | 'rtl';

export interface Run {
  readonly text: string;
  readonly level: number;
  readonly face: Face;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The direction of the first strong character, as `dir="auto"` on a page; `fallback` when there is none. */
export function directionOf(text: string, fallback: Direction): Direction {
  for (const character of text) {
    const type = bidi.getBidiCharTypeName(character);
    if (type === 'L') return 'ltr';
    if (type === 'R' || type === 'AL') return 'rtl';
  }
  return fallback;
}

/** The runs of one line in the order they stand on paper, from left to right. */
export function visualRuns(line: string, direction: Direction, weight: Weight): Run[] {
  return inVisualOrder(logicalRuns(line, direction, weight)).map(turned);
}

function logicalRuns(line: string, direction: Direction, weight: Weight): Run[] {
  if (direction === 'ltr' && PLAIN_LATIN.test(line)) return line ? [{ text: line, level: 0, face: firstFace(weight) }] : [];
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(line)) {
    if ([...segment].every((character) => isInvisible(character.codePointAt(0) ?? 0))) continue;
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    const face = faceFor(segment, weight, last?.level === level ? last.face : undefined);
    if (last && last.level === level && last.face === face) runs[runs.length - 1] = { ...last, text: last.text + segment };
    else runs.push({ text: segment, level, face });
  }
  return runs;
}

/** Rule L2 of UAX #9 on whole runs: from the highest level down to 1, reverse each stretch at that level or above. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...ordered.map((run) => run.level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

/**
 * The font lays out a run by its letters alone: Arabic ones right to left, everything else left to right. A run whose level
 * says otherwise (brackets and dashes among Arabic words, Arabic digits) is reversed beforehand; brackets change sides.
 */
function turned(run: Run): Run {
  const rightToLeft = run.level % 2 === 1;
  if (!rightToLeft && PLAIN_LATIN.test(run.text)) return run;
  const text = rightToLeft ? [...run.text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('') : run.text;
  const asTheFontDoes = shapeOf(run.face, text).rightToLeft === rightToLeft;
  return { ...run, text: asTheFontDoes ? text : reversed(text) };
}

const reversed = (text: string): string =>
  [...graphemes.segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('');
