/** A block of a page as text: its lines, with wrapped sentences joined again and gaps kept as empty lines. */
import { linesOf, type Segment } from './page-boxes.ts';
import type { Block } from './page-columns.ts';

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly rightToLeft: boolean;
  /** Made of several segments: a row, never the middle of a sentence. */
  readonly isRow: boolean;
}

const BULLET = /^[•▪▫●◦○■□◆◇➢➤►▶‣⁃∙·✓✔*-]\s+/u;

export function textOfBlock(block: Block): string {
  const lines = linesOf(block.toSorted((a, b) => a.base - b.base)).map(lineOf);
  const [from, to] = [Math.min(...lines.map(({ left }) => left)), Math.max(...lines.map(({ right }) => right))];
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const words = line.text.replace(BULLET, '• ');
    if (!before) text = words;
    else if (goesOn(before, line, { from, to })) text = joined(text, words);
    else text += `${line.base - before.base > 2.2 * Math.max(line.size, before.size) ? '\n\n' : '\n'}${words}`;
  }
  return text;
}

function lineOf(segments: readonly Segment[]): Line {
  const rightToLeft = segments.filter((segment) => segment.rightToLeft).length * 2 > segments.length;
  const inOrder = rightToLeft ? segments.toReversed() : segments;
  return {
    text: inOrder.map(({ text }) => text).join('\t'),
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    base: segments[0]?.base ?? 0,
    size: Math.max(...segments.map(({ size }) => size)),
    rightToLeft,
    isRow: segments.length > 1,
  };
}

/** Whether a line continues the sentence of the one above, which broke at the edge of the block. */
function goesOn(before: Line, line: Line, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (before.isRow || line.isRow || before.rightToLeft !== line.rightToLeft) return false;
  if (Math.abs(before.size - line.size) > 0.05 * line.size || line.base - before.base > 1.8 * line.size) return false;
  const rest = line.rightToLeft ? before.left - from : to - before.right;
  const indent = line.rightToLeft ? before.right - line.right : line.left - before.left;
  if (rest > 0.15 * (to - from) || indent < -0.5 * line.size || indent > 3 * line.size) return false;
  if (BULLET.test(line.text) || /[.!?:;؟]$/u.test(before.text)) return false;
  const words = before.text.split(' ').length;
  return words >= 6 || (words >= 3 && /^\p{Ll}/u.test(line.text)) || HYPHEN.test(before.text);
}

const HYPHEN = /\p{Ll}[-\u00ad\u2010]$/u;
/** A word that was broken at the edge is whole again. */
const joined = (text: string, more: string): string =>
  HYPHEN.test(text) && /^\p{Ll}/u.test(more) ? text.slice(0, -1) + more : `${text} ${more}`;
