/**
 * How scans become stays. Pure: the same scans give the same stays in whatever order they arrive, so a phone that was offline all
 * day changes nothing but what it adds.
 *
 * Words: a *mark* is one scan of one person in one project; a *stay* begins with an arrival and ends with a departure, or is open;
 * a stay that a supervisor corrected is *fixed*: marks no longer move it. No time is ever invented: a departure that nobody
 * scanned leaves the stay open, and the next day begins a new one.
 */
export type Action = 'check_in' | 'check_out';
/** `duplicate`: said what was known already. */
export type MarkOutcome = 'recorded' | 'duplicate' | 'not_checked_in';

export interface Mark {
  readonly id: string;
  readonly action: Action;
  readonly at: Date;
  /** Which of two scans of one instant came first. */
  readonly sequence: number;
}
export interface FixedStay {
  readonly presenceId: number;
  readonly from: Date;
  readonly until: Date | null;
}
export interface Stay {
  /** The presence that was corrected by hand. */
  readonly presenceId: number | null;
  readonly from: Date;
  until: Date | null;
  readonly inMark: string | null;
  outMark: string | null;
  /** Every mark that belongs to it, repeated ones included. */
  readonly marks: string[];
}
export interface Folded {
  readonly stays: readonly Stay[];
  readonly outcomes: ReadonlyMap<string, MarkOutcome>;
}

const HOUR = 3_600_000;
/** A departure belongs to the arrival of at most this long ago. */
export const PAIRING_HOURS = 24;
/** After the shooting day has turned, an open stay still means somebody at work for this long since the arrival: a night shoot. */
export const NIGHT_HOURS = 12;
/** A stay longer than this is probably a forgotten departure. */
export const LONG_HOURS = 16;

const hoursBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / HOUR;

/** Whether somebody who came at `from` and was not seen leaving counts as present. */
export const isRunning = (from: Date, now: Date, dayOf: (at: Date) => string): boolean =>
  dayOf(from) === dayOf(now) || hoursBetween(from, now) < NIGHT_HOURS;

/** What an action does to somebody whose last stay is `last`. */
export function nextAttendance(
  last: Pick<Stay, 'from' | 'until'> | null,
  { action, at }: Pick<Mark, 'action' | 'at'>,
  dayOf: (at: Date) => string,
): 'opens' | 'closes' | Exclude<MarkOutcome, 'recorded'> {
  if (last?.until && at < last.until) return 'duplicate';
  const open = last !== null && last.until === null;
  if (action === 'check_in') return open && isRunning(last.from, at, dayOf) ? 'duplicate' : 'opens';
  if (open) return hoursBetween(last.from, at) <= PAIRING_HOURS ? 'closes' : 'not_checked_in';
  return last?.until && dayOf(last.from) === dayOf(at) ? 'duplicate' : 'not_checked_in';
}

/** `marks` and `fixed` of one person in one project. */
export function foldMarks(marks: readonly Mark[], fixed: readonly FixedStay[], dayOf: (at: Date) => string): Folded {
  const stays: Stay[] = [];
  const outcomes = new Map<string, MarkOutcome>();
  const waiting = fixed.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  for (const mark of marks.toSorted(inOrder)) {
    while (waiting[0] && waiting[0].from <= mark.at) stays.push(fixedStay(waiting.shift() as FixedStay));
    outcomes.set(mark.id, place(mark, stays, dayOf));
  }
  return { stays: [...stays, ...waiting.map(fixedStay)], outcomes };
}

const inOrder = (a: Mark, b: Mark): number => a.at.getTime() - b.at.getTime() || a.sequence - b.sequence;

const fixedStay = ({ presenceId, from, until }: FixedStay): Stay => ({ presenceId, from, until, inMark: null, outMark: null, marks: [] });

function place(mark: Mark, stays: Stay[], dayOf: (at: Date) => string): MarkOutcome {
  const last = stays.at(-1) ?? null;
  const step = nextAttendance(last, mark, dayOf);
  if (step === 'opens') {
    stays.push({ presenceId: null, from: mark.at, until: null, inMark: mark.id, outMark: null, marks: [mark.id] });
    return 'recorded';
  }
  if (step === 'closes' && last) {
    last.until = mark.at;
    last.outMark = mark.id;
    last.marks.push(mark.id);
    return 'recorded';
  }
  if (step === 'duplicate') last?.marks.push(mark.id);
  return step === 'not_checked_in' ? 'not_checked_in' : 'duplicate';
}

/** Half up, to two decimals. */
// A number such as 1.005 is a little less in binary: written shortly it is what people mean.
export const roundHalfUp = (value: number): number => Number(`${Math.round(Number(`${value.toPrecision(15)}e2`))}e-2`);
/** Hours of a closed stay. */
export const hoursOf = (from: Date, until: Date): number => roundHalfUp(hoursBetween(from, until));
