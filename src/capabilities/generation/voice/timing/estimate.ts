/**
 * The time of each word where the engine tells none: the silences of the sound are matched with the stops of the sentence, and what
 * lies between is shared out by how long each word takes to say.
 */
import type { Piece } from '../reading/sentences.ts';
import type { Energy, Span } from './energy.ts';
import { weightOf } from './weights.ts';

/** Of the sound that was measured; one for each piece, in order, without overlaps. */
export function estimateTimes(
  pieces: readonly Piece[],
  language: string,
  { speech, gaps }: Pick<Energy, 'speech' | 'gaps'>,
): readonly Span[] {
  const weights = pieces.map(({ spoken, stop }, index) => weightOf(spoken, language, stop !== '' || index === pieces.length - 1));
  const clauses = partAtStops(pieces);
  const spans = spansOf(
    clauses.map(({ from, until }) => sum(weights.slice(from, until))),
    { speech, gaps },
  );
  return clauses.flatMap(({ from, until }, index) => shareOut(weights.slice(from, until), spans[index] ?? speech));
}

interface Clause {
  readonly from: number;
  readonly until: number;
}

function partAtStops(pieces: readonly Piece[]): readonly Clause[] {
  const ends = pieces.flatMap(({ stop }, index) => (stop !== '' || index === pieces.length - 1 ? [index + 1] : []));
  return ends.map((until, index) => ({ from: ends[index - 1] ?? 0, until }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function shareOut(weights: readonly number[], { from, until }: Span): readonly Span[] {
  const scale = (until - from) / Math.max(sum(weights), 1e-9);
  let at = from;
  return weights.map((weight) => {
    const begin = at;
    at += weight * scale;
    return { from: begin, until: at };
  });
}

/** A second away from where a stop is expected weighs as much against a silence as this many seconds of it weigh for it. */
const DISTANCE_COST = 0.14;
const LONGEST_COUNTED = 0.4;

/** The time of each clause: between the silences that are long, and near to where the stops should be heard. */
function spansOf(weights: readonly number[], { speech, gaps }: Pick<Energy, 'speech' | 'gaps'>): readonly Span[] {
  const expected = shareOut(weights, speech).slice(0, -1);
  const chosen = choose(
    expected.map(({ until }) => until),
    gaps,
  );
  const spans: Span[] = [];
  let from = speech.from;
  for (let index = 0; index < weights.length; ) {
    let last = index;
    // A stop without a silence: its clauses share one span.
    while (last < weights.length - 1 && !chosen[last]) last++;
    const gap = chosen[last];
    spans.push(...shareOut(weights.slice(index, last + 1), { from, until: gap?.from ?? speech.until }));
    from = gap?.until ?? speech.until;
    index = last + 1;
  }
  return spans;
}

interface Choice {
  readonly score: number;
  readonly gaps: readonly (Span | null)[];
}

/** In order, each stop takes one silence or none: the choice with the best sum (dynamic programming over stops × silences). */
function choose(expected: readonly number[], gaps: readonly Span[]): readonly (Span | null)[] {
  let row: Choice[] = Array.from({ length: gaps.length + 1 }, () => ({ score: 0, gaps: [] }));
  for (const at of expected) {
    const next: Choice[] = [];
    for (let used = 0; used <= gaps.length; used++) {
      const without = row[used] ?? { score: 0, gaps: [] };
      let best: Choice = { score: without.score, gaps: [...without.gaps, null] };
      const gap = gaps[used - 1];
      const before = row[used - 1];
      if (gap && before) {
        const score = before.score + worthOf(gap, at);
        if (score > best.score) best = { score, gaps: [...before.gaps, gap] };
      }
      const earlier = next[used - 1];
      if (earlier && earlier.score > best.score) best = earlier;
      next.push(best);
    }
    row = next;
  }
  return row.at(-1)?.gaps ?? [];
}

const worthOf = ({ from, until }: Span, at: number): number =>
  Math.min(until - from, LONGEST_COUNTED) - DISTANCE_COST * Math.abs((from + until) / 2 - at);
