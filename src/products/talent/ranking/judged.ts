/** How everybody stands to one criterion: a value between 0 and 1 and a state for each row of the corpus. */
import type { Corpus } from './corpus.ts';
import type { Found } from './postings.ts';
import type { Evidence } from './ranking.ts';

export const UNMET = 0;
export const UNKNOWN = 1;
export const MET = 2;
export type State = typeof UNMET | typeof UNKNOWN | typeof MET;
export const STATE_NAMES: readonly Evidence['state'][] = ['unmet', 'unknown', 'met'];

export interface Judged {
  readonly values: Float32Array;
  readonly states: Uint8Array;
}

/** Nobody is known to meet it yet. */
export const judgedOf = ({ rows }: Corpus): Judged => ({ values: new Float32Array(rows), states: new Uint8Array(rows) });

/** Says for every row at once. */
export function judgeEach(corpus: Corpus, judge: (row: number) => readonly [value: number, state: State]): Judged {
  const judged = judgedOf(corpus);
  for (let row = 0; row < corpus.rows; row += 1) {
    const [value, state] = judge(row);
    judged.values[row] = value;
    judged.states[row] = state;
  }
  return judged;
}

/** The better of what was known of a row and this. */
export function raise({ values, states }: Judged, row: number, value: number, state: State): void {
  if (value > (values[row] as number)) values[row] = value;
  if (state > (states[row] as number)) states[row] = state;
}

export function raiseAll(judged: Judged, found: Found, value: number | ((how: number) => number), state: State): void {
  const worthOf = typeof value === 'number' ? () => value : value;
  for (let i = 0; i < found.count; i += 1) raise(judged, found.rows[i] as number, worthOf(found.hows[i] as number), state);
}

/** Whoever never said: not met, and not held against them either. */
export function excuse(corpus: Corpus, judged: Judged, value: number, isSilent: (row: number) => boolean): void {
  for (let row = 0; row < corpus.rows; row += 1) if (judged.states[row] === UNMET && isSilent(row)) raise(judged, row, value, UNKNOWN);
}
