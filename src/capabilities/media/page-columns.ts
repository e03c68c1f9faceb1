/**
 * The order in which a page is read when it has columns: what spans them is read in its place, each column from top to bottom.
 *
 * A *gutter* is a strip that nothing crosses. Not every gutter parts columns: a list of dates beside what happened, or titles in the
 * margin beside their paragraphs, are read line by line.
 */
import { linesOf, type Segment } from './page-boxes.ts';

/** Read line by line. */
export type Block = readonly Segment[];

interface Strip {
  readonly from: number;
  readonly to: number;
}

const LEAST_LINES = 3;
const DATE = /^[\s\p{P}]*(?:\p{L}{3,10}\.?\s+)?(?:\d{1,2}\s*[/.]\s*)?(?:19|20)\d{2}\b.{0,24}$/u;

export function blocksOf(segments: readonly Segment[], rightToLeft: boolean): Block[] {
  if (segments.length < 2 * LEAST_LINES) return segments.length ? [segments] : [];
  const gutter = widestGutter(segments);
  const columns = gutter && columnsBeside(segments, gutter);
  if (columns) return inOrder(columns, rightToLeft);
  const stretch = longestStretch(segments);
  if (!stretch) return [segments];
  const { before, columns: inside, after } = stretch;
  return [...blocksOf(before, rightToLeft), ...inOrder(inside, rightToLeft), ...blocksOf(after, rightToLeft)];
}

type Columns = readonly [left: readonly Segment[], right: readonly Segment[]];

const inOrder = ([left, right]: Columns, rightToLeft: boolean): Block[] =>
  (rightToLeft ? [right, left] : [left, right]).flatMap((column) => blocksOf(column, rightToLeft));

/** The widest strip between the outer edges that no segment touches, if it is wide enough to part columns. */
function widestGutter(segments: readonly Segment[]): Strip | null {
  const least = leastGutter(segments);
  let widest: Strip | null = null;
  let covered = Number.NEGATIVE_INFINITY;
  for (const { left, right } of segments.toSorted((a, b) => a.left - b.left)) {
    const width = left - covered;
    if (Number.isFinite(covered) && width >= least && width > (widest ? widest.to - widest.from : 0)) widest = { from: covered, to: left };
    covered = Math.max(covered, right);
  }
  return widest;
}

const middleOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const leastGutter = (segments: readonly Segment[]): number => Math.max(8, 0.9 * middleOf(segments.map(({ size }) => size)));

/** Null when the two sides are read together, line by line. */
function columnsBeside(segments: readonly Segment[], { from }: Strip): Columns | null {
  const left = segments.filter((segment) => segment.right <= from + 0.1);
  const right = segments.filter((segment) => segment.right > from + 0.1);
  const [fewer, more] = [left, right].toSorted((a, b) => a.length - b.length);
  if (!fewer || !more || linesOf(fewer).length < LEAST_LINES || linesOf(more).length < LEAST_LINES) return null;
  return areRows(fewer, more) || areRows(more, fewer) ? null : [left, right];
}

/** Whether a side says something of the lines it stands beside: dates, titles in the margin. */
function areRows(side: readonly Segment[], other: readonly Segment[]): boolean {
  const beside = side.filter(({ base, size }) => other.some((line) => Math.abs(line.base - base) < 0.35 * size)).length;
  if (beside < 0.85 * side.length) return false;
  if (side.filter(({ text }) => DATE.test(text)).length >= side.length / 2) return true;
  const areFew = side.length <= 0.6 * other.length;
  return areFew && leadingOf(side) >= 1.8 * leadingOf(other);
}

/** The usual distance from line to line. */
function leadingOf(segments: readonly Segment[]): number {
  const bases = linesOf(segments.toSorted((a, b) => a.base - b.base)).map(([first]) => first?.base ?? 0);
  return middleOf(bases.slice(1).map((base, index) => base - (bases[index] ?? 0)));
}

interface Stretch {
  readonly before: readonly Segment[];
  readonly columns: Columns;
  readonly after: readonly Segment[];
}

/** More pieces than a page of columns has make a table; looking for columns in it takes long. */
const MOST_SEGMENTS = 600;

/** The longest run of lines that share a gutter between columns. */
function longestStretch(segments: readonly Segment[]): Stretch | null {
  if (segments.length > MOST_SEGMENTS) return null;
  const lines = linesOf(segments.toSorted((a, b) => a.base - b.base));
  let best: (Stretch & { readonly lines: number }) | null = null;
  for (let from = 0; from < lines.length - (best?.lines ?? 0); from++) {
    let to = from;
    while (to < lines.length && sharesGutter(lines.slice(from, to + 1).flat())) to++;
    const inside = lines.slice(from, to);
    if (inside.length <= (best?.lines ?? LEAST_LINES - 1) || inside.length === lines.length) continue;
    const gutter = widestGutter(inside.flat());
    const columns = gutter && columnsBeside(inside.flat(), gutter);
    if (columns) best = { before: lines.slice(0, from).flat(), columns, after: lines.slice(to).flat(), lines: inside.length };
  }
  return best;
}

/** A line or two alone say nothing yet of where the gutter is. */
const sharesGutter = (segments: readonly Segment[]): boolean => segments.length < LEAST_LINES || widestGutter(segments) !== null;
