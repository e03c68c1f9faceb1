/** What stands on a page, as a PDF draws it: pieces of text with their places. Everything here counts from the top left corner. */

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly base: number;
  readonly size: number;
}

/** Pieces of one line that belong together: nothing wider than a space parts them. */
export interface Segment extends Box {
  readonly rightToLeft: boolean;
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const LTR = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/gu;
const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** Which way a text reads; null when it has no letters. */
export function directionOf(text: string): 'rtl' | 'ltr' | null {
  const [right, left] = [countOf(text, RTL), countOf(text, LTR)];
  return right + left === 0 ? null : right >= left ? 'rtl' : 'ltr';
}

/** Some programs draw bold letters twice, a hair apart. */
function withoutShadows(boxes: readonly Box[]): Box[] {
  const seen = new Map<string, Box>();
  return boxes.filter((box) => {
    const key = `${box.text}|${Math.round(box.base)}`;
    const before = seen.get(key);
    seen.set(key, box);
    return !before || Math.abs(before.left - box.left) > 1.5;
  });
}

/** A gap of more than this many letter heights is more than a space. */
const PARTED = 1.2;
const SPACED = 0.16;

export function segmentsOf(boxes: readonly Box[], pageReadsRightToLeft: boolean): Segment[] {
  const sorted = withoutShadows(boxes.filter(({ text }) => text.trim() !== '')).sort((a, b) => a.base - b.base || a.left - b.left);
  return linesOf(sorted).flatMap((line) => parted(line).map((boxes) => segmentFrom(boxes, pageReadsRightToLeft)));
}

/** Groups what stands on one line, from the top. `items` are sorted by their base. */
export function linesOf<T extends Box>(items: readonly T[]): T[][] {
  const lines: T[][] = [];
  for (const item of items) {
    const [first] = lines.at(-1) ?? [];
    if (first && Math.abs(item.base - first.base) <= 0.35 * Math.max(item.size, first.size)) lines.at(-1)?.push(item);
    else lines.push([item]);
  }
  for (const line of lines) line.sort((a, b) => a.left - b.left);
  return lines;
}

function parted(line: readonly Box[]): Box[][] {
  const groups: Box[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const box of line) {
    if (box.left - end > PARTED * box.size) groups.push([]);
    groups.at(-1)?.push(box);
    end = Math.max(end, box.right);
  }
  return groups;
}

function segmentFrom(boxes: readonly Box[], pageReadsRightToLeft: boolean): Segment {
  const text = boxes.map((box) => box.text).join('');
  const direction = directionOf(text);
  // A phone number reads from its plus sign, wherever it stands.
  const rightToLeft = direction ? direction === 'rtl' : pageReadsRightToLeft && !/^\s*[+(]/.test(text);
  return {
    text: readingOrder(boxes, rightToLeft),
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    base: boxes[0]?.base ?? 0,
    size: Math.max(...boxes.map(({ size }) => size)),
    rightToLeft,
  };
}

interface Piece {
  readonly text: string;
  readonly direction: 'rtl' | 'ltr' | null;
}

/** Pieces lie from left to right as drawn; within each the letters are in the order of reading already. */
function readingOrder(boxes: readonly Box[], rightToLeft: boolean): string {
  const base = rightToLeft ? 'rtl' : 'ltr';
  const pieces: Piece[] = withSpaces(boxes).map((text) => ({ text, direction: directionOf(text) }));
  if (!rightToLeft && pieces.every(({ direction }) => direction !== 'rtl')) return clean(pieces.map(({ text }) => text).join(''));
  const runs: { direction: 'rtl' | 'ltr'; texts: string[] }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const direction = piece.direction ?? between(pieces, index) ?? base;
    const run = runs.at(-1);
    if (run?.direction === direction) run.texts.push(piece.text);
    else runs.push({ direction, texts: [piece.text] });
  }
  const read = runs.map(({ direction, texts }) => (direction === 'ltr' ? texts : texts.map(turnedNumbers).reverse()).join(''));
  return clean((rightToLeft ? read.reverse() : read).join(''));
}

/** What has no letters follows its neighbours when they agree. */
function between(pieces: readonly Piece[], index: number): 'rtl' | 'ltr' | null {
  const before = pieces.slice(0, index).findLast(({ direction }) => direction)?.direction ?? null;
  const after = pieces.slice(index + 1).find(({ direction }) => direction)?.direction ?? null;
  return before === after ? before : null;
}

/** Among Arabic words `2021 – 2019` as drawn is `2019 – 2021` as read. */
const turnedNumbers = (text: string): string => (directionOf(text) || /^\s*\+/.test(text) ? text : text.split(/(\s+)/).reverse().join(''));

const withSpaces = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((box, index) => {
    const gap = box.left - (boxes[index - 1]?.right ?? box.left);
    return gap > SPACED * box.size ? [' ', box.text] : [box.text];
  });

function clean(text: string): string {
  const tidy = text
    .normalize('NFKC')
    .replace(/[\p{Co}\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    // A mark belongs to the letter before it, though drawn as a piece of its own.
    .replace(/\s+(?=[\u064b-\u065f\u0670])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return unspaced(tidy);
}

/** `C O N T A C T`, as titles are sometimes set. */
function unspaced(text: string): string {
  const words = text.split(' ');
  const isSet = words.length >= 4 && words.every((word) => /^\p{Script=Latin}$/u.test(word));
  return isSet ? words.join('') : text;
}
