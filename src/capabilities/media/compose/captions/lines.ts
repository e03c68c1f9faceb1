/** Words into lines that fit, each word at its place; Arabic from right to left. */
import type { SKRSContext2D } from '@napi-rs/canvas';

export interface Placed {
  readonly word: number;
  readonly text: string;
  readonly x: number;
  readonly line: number;
  readonly width: number;
  readonly isRightToLeft: boolean;
}
export interface Laid {
  readonly placed: readonly Placed[];
  readonly lines: number;
  readonly width: number;
  readonly fontSize: number;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const MOST_LINES = 3;
const SMALLEST = 0.55;

/** The letters of most words decide for the page; numbers have no say. */
export function isRightToLeft(words: readonly string[]): boolean {
  const written = words.filter((word) => /\p{L}/u.test(word));
  return written.filter((word) => RIGHT_TO_LEFT.test(word)).length * 2 > written.length;
}

export function layWords(
  pen: SKRSContext2D,
  words: readonly string[],
  room: number,
  fontSize: number,
  fontOf: (size: number) => string,
): Laid {
  for (let size = fontSize; ; size *= 0.92) {
    pen.font = fontOf(size);
    const widths = words.map((word) => pen.measureText(word).width);
    const blank = pen.measureText(' ').width || size * 0.25;
    const lines = broken(widths, blank, room);
    const isFitting = lines.length <= MOST_LINES && widths.every((width) => width <= room);
    if (isFitting || size < fontSize * SMALLEST) return place(words, widths, blank, lines, size);
  }
}

/** As few lines as fit, all about as long. */
function broken(widths: readonly number[], blank: number, room: number): number[][] {
  const count = greedy(widths, blank, room).length;
  const total = widths.reduce((sum, width) => sum + width + blank, 0);
  for (let target = total / count; target < room; target += room * 0.02) {
    const lines = greedy(widths, blank, Math.min(room, target));
    if (lines.length <= count) return lines;
  }
  return greedy(widths, blank, room);
}

function greedy(widths: readonly number[], blank: number, room: number): number[][] {
  const lines: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, width] of widths.entries()) {
    if (used + blank + width > room) {
      lines.push([]);
      used = -blank;
    }
    lines.at(-1)?.push(index);
    used += blank + width;
  }
  return lines;
}

function place(words: readonly string[], widths: readonly number[], blank: number, lines: readonly number[][], fontSize: number): Laid {
  const isBackwards = isRightToLeft(words);
  const lengthOf = (line: readonly number[]): number => line.reduce((sum, word) => sum + (widths[word] ?? 0) + blank, -blank);
  const width = Math.max(0, ...lines.map(lengthOf));
  const placed = lines.flatMap((line, row) => {
    let x = (width - lengthOf(line)) / 2;
    return inSight(line, words, isBackwards).map((word) => {
      const at = x;
      x += (widths[word] ?? 0) + blank;
      const text = words[word] ?? '';
      return { word, text, x: at, line: row, width: widths[word] ?? 0, isRightToLeft: isBackwards || RIGHT_TO_LEFT.test(text) };
    });
  });
  return { placed, lines: lines.length, width, fontSize };
}

/** From left to right as they are seen: a few words of the other direction keep their own order. */
function inSight(line: readonly number[], words: readonly string[], isBackwards: boolean): number[] {
  const runs: number[][] = [];
  for (const word of line) {
    const isOther = RIGHT_TO_LEFT.test(words[word] ?? '') !== isBackwards;
    const run = runs.at(-1);
    const isSame = run && isOther && RIGHT_TO_LEFT.test(words[run[0] ?? 0] ?? '') !== isBackwards;
    if (isSame) run.push(word);
    else runs.push([word]);
  }
  const ordered = isBackwards ? runs.reverse() : runs.map((run) => [...run].reverse());
  return ordered.flat();
}
