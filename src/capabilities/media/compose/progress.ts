/** Counts what was done and how long each stage took; never guesses. */
import { type FilmProgress, STAGES, type Stage, type StageState } from './compose.ts';

export interface Ledger {
  begin(stage: Stage): void;
  complete(stage: Stage): void;
  /** Frames put together, encoded, found in the cache. */
  count(counts: { readonly composed?: number; readonly encoded?: number; readonly reused?: number }): void;
  stages(): Record<Stage, StageState>;
  frames(): FilmProgress['frames'];
}

/** The rate is that of the last seconds: passages and words make some parts slower than others. */
const RATE_SECONDS = 6;
const TELL_MS = 200;

type Clock = () => number;

export function createLedger(total: number, tell: (progress: FilmProgress) => void, now: Clock = () => performance.now()): Ledger {
  const watch = createWatch(now);
  const rate = createRate(now);
  const frames = { composed: 0, encoded: 0, reused: 0, total };
  let toldAt = Number.NEGATIVE_INFINITY;
  const say = (isUrgent: boolean): void => {
    if (!isUrgent && now() - toldAt < TELL_MS) return;
    toldAt = now();
    const remainingSeconds = rate.secondsFor(total - frames.encoded - frames.reused);
    tell({ stage: watch.present(), frames: { ...frames }, stages: watch.states(), remainingSeconds });
  };
  return {
    begin(stage) {
      watch.begin(stage);
      say(true);
    },
    complete(stage) {
      watch.complete(stage);
      say(true);
    },
    count({ composed, encoded, reused }) {
      frames.composed = composed ?? frames.composed;
      frames.reused = reused ?? frames.reused;
      if (encoded !== undefined && encoded > frames.encoded) {
        frames.encoded = encoded;
        rate.note(encoded);
      }
      say(false);
    },
    stages: watch.states,
    frames: () => ({ ...frames }),
  };
}

function createWatch(now: Clock) {
  const begun = new Map<Stage, number>();
  const completed = new Map<Stage, number>();
  const begin = (stage: Stage): void => {
    if (!begun.has(stage)) begun.set(stage, now());
  };
  const stateOf = (stage: Stage): StageState => {
    const from = begun.get(stage);
    if (from === undefined) return { status: 'pending', seconds: 0 };
    const until = completed.get(stage);
    return { status: until === undefined ? 'in_progress' : 'completed', seconds: ((until ?? now()) - from) / 1000 };
  };
  return {
    begin,
    complete(stage: Stage): void {
      begin(stage);
      completed.set(stage, now());
    },
    present: (): Stage => STAGES.findLast((stage) => begun.has(stage)) ?? 'preparation',
    states: () => Object.fromEntries(STAGES.map((stage) => [stage, stateOf(stage)])) as Record<Stage, StageState>,
  };
}

function createRate(now: Clock) {
  let seen: { at: number; encoded: number }[] = [];
  return {
    note(encoded: number): void {
      seen = [...seen.filter(({ at }) => now() - at < RATE_SECONDS * 1000), { at: now(), encoded }];
    },
    secondsFor(frames: number): number | null {
      const [oldest] = seen;
      const newest = seen.at(-1);
      if (!oldest || !newest || newest.encoded === oldest.encoded) return null;
      return (Math.max(0, frames) * (newest.at - oldest.at)) / 1000 / (newest.encoded - oldest.encoded);
    },
  };
}
