/**
 * Lines of text: cleaning, measuring, breaking, cutting short. Sizes are in points, text in typed order.
 */
import { type Direction, type Run, visualRuns } from './bidi.ts';
import { shapeOf, type Weight } from './fonts.ts';

// Only plain blanks may break a line: a no-break space holds « mots » and « 5 000 FCFA » together.
const BLANKS = /[ \t]+/;

/** Composed letters, no control characters; line ends stay. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\n' ? '\n' : ' '));

/** Width of a run at size 1. */
export const runWidth = (run: Run): number => shapeOf(run.face, run.text).width;

export const measureLine = (line: string, weight: Weight, size: number, direction: Direction = 'ltr'): number =>
  visualRuns(line, direction, weight).reduce((sum, run) => sum + runWidth(run), 0) * size;

/** Breaks a text into lines no wider than `width`; a word that is wider than a whole line is broken inside. */
export function breakLines(text: string, weight: Weight, size: number, width: number): string[] {
  return cleanText(text)
    .split('\n')
    .flatMap((paragraph) => fill(paragraph.split(BLANKS).filter(Boolean), weight, size, width));
}

function fill(words: readonly string[], weight: Weight, size: number, width: number): string[] {
  const lines: string[] = [];
  const space = measureLine(' ', weight, size);
  let line = '';
  let used = 0;
  for (const word of words.flatMap((whole) => pieces(whole, weight, size, width))) {
    const wide = measureLine(word, weight, size);
    if (line && used + space + wide > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += (line ? space : 0) + wide;
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

function pieces(word: string, weight: Weight, size: number, width: number): string[] {
  if (measureLine(word, weight, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter('fr').segment(word)) {
    if (part && measureLine(part + segment, weight, size) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** The line, or as much of it as fits followed by an ellipsis. */
export function shorten(line: string, weight: Weight, size: number, width: number, direction: Direction = 'ltr'): string {
  // Half a point of grace: the box was often measured from this very line.
  if (measureLine(line, weight, size, direction) <= width + 0.5) return line;
  const letters = [...new Intl.Segmenter('fr').segment(line)].map(({ segment }) => segment);
  let kept = letters.length;
  while (kept > 1 && measureLine(`${letters.slice(0, kept).join('').trimEnd()}…`, weight, size) > width) kept--;
  return `${letters.slice(0, kept).join('').trimEnd()}…`;
}

/** The largest size from `size` down to `smallest` at which the line fits. */
export function fittingSize(line: string, weight: Weight, size: number, width: number, smallest: number): number {
  const atOne = measureLine(line, weight, 1);
  return atOne === 0 ? size : Math.max(smallest, Math.min(size, width / atOne));
}
