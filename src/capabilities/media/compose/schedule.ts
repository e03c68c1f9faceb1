/** The film in frames: where each shot begins, and the stretches that are encoded and kept together. */
import type { FilmPlan, Transition, TransitionKind } from './compose.ts';
import { exactRate } from './ffmpeg/quality.ts';
import { Trouble } from './trouble.ts';

/** A shot on the screen, from one of its frames on. */
export interface Cast {
  readonly shot: number;
  readonly offset: number;
}
export interface Stretch {
  readonly first: number;
  readonly count: number;
  /** Null is the background. */
  readonly upper: Cast | null;
  /** What the upper one comes over; only inside a passage. */
  readonly passage: {
    readonly under: Cast | null;
    readonly kind: TransitionKind;
    readonly towards: 'left' | 'right' | 'up' | 'down';
  } | null;
}
export interface Schedule {
  readonly frames: number;
  readonly seconds: number;
  readonly stretches: readonly Stretch[];
  /** Of each shot, frames on the screen with the passage after it: its motion takes that long. */
  readonly motionFrames: readonly number[];
}

const MOST_SECONDS = 4 * 3600;

export function scheduleOf(plan: FilmPlan): Schedule {
  requirePlan(plan);
  const rate = exactRate(plan.fps);
  const starts = [0];
  let seconds = 0;
  for (const shot of plan.shots) {
    seconds += shot.seconds;
    starts.push(Math.round(seconds * rate));
  }
  const frames = starts.at(-1) ?? 0;
  const lengths = plan.shots.map((_, index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0));
  if (lengths.some((length) => length < 1)) throw new Trouble('badPlan', { reason: 'a shot is shorter than one frame' });
  const passages = plan.shots.map(({ transitionIn }, index) => passageFrames(transitionIn, lengths[index] ?? 0, rate));
  const last = plan.shots.length - 1;
  const closing = Math.min(passageFrames(plan.closing ?? null, lengths[last] ?? 0, rate), (lengths[last] ?? 0) - (passages[last] ?? 0));
  const stretches = plan.shots.flatMap((shot, index): Stretch[] => {
    const first = starts[index] ?? 0;
    const length = lengths[index] ?? 0;
    const passage = passages[index] ?? 0;
    const under = index > 0 ? castOf(plan, index - 1, lengths[index - 1] ?? 0) : null;
    const body = length - passage - (index === last ? closing : 0);
    return [
      { first, count: passage, upper: castOf(plan, index, 0), passage: passageOf(shot.transitionIn, under) },
      { first: first + passage, count: body, upper: castOf(plan, index, passage), passage: null },
    ];
  });
  const end = castOf(plan, last, (lengths[last] ?? 0) - closing);
  stretches.push({ first: frames - closing, count: closing, upper: null, passage: passageOf(plan.closing ?? null, end) });
  return {
    frames,
    seconds: frames / rate,
    stretches: stretches.filter(({ count }) => count > 0),
    motionFrames: lengths.map((length, index) => length + (passages[index + 1] ?? 0)),
  };
}

/** Null where only the background is seen. */
const castOf = ({ shots }: FilmPlan, shot: number, offset: number): Cast | null =>
  shots[shot]?.source.kind === 'background' ? null : { shot, offset };

const passageFrames = (transition: Transition | null, length: number, rate: number): number =>
  !transition || transition.kind === 'cut' ? 0 : Math.min(length, Math.max(0, Math.round(transition.seconds * rate)));

const passageOf = (transition: Transition | null, under: Cast | null): Stretch['passage'] =>
  transition ? { under, kind: transition.kind, towards: transition.towards ?? 'left' } : null;

function requirePlan({ width, height, fps, shots, background }: FilmPlan): void {
  const wrong = (reason: string): never => {
    throw new Trouble('badPlan', { reason });
  };
  if (shots.length === 0) wrong('it has no shot');
  if (![width, height].every((side) => Number.isInteger(side) && side % 2 === 0 && side >= 64 && side <= 4096))
    wrong(`${width} × ${height} is not a size of a film: even numbers from 64 to 4096`);
  if (!(fps >= 1 && fps <= 120)) wrong(`${fps} frames per second`);
  if (!/^#[\da-f]{6}$/i.test(background)) wrong(`the background ${background} is not a colour such as #000000`);
  if (shots.some(({ seconds }) => !(seconds > 0))) wrong('a shot has no length');
  if (shots.reduce((sum, { seconds }) => sum + seconds, 0) > MOST_SECONDS) wrong('it is longer than four hours');
}
