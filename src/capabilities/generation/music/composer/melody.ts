/** Tunes from motifs: a rhythm and a contour that come back, answer and close; on every strong beat a note of the chord. */
import { pick, type Random } from '../../random.ts';
import { pitchOf } from './harmony.ts';
import { onsetsOf } from './rhythm.ts';
import type { Chord } from './score.ts';
import type { Colour } from './style.ts';

export interface Tone {
  readonly step: number;
  readonly steps: number;
  readonly pitch: number;
  readonly isStrong: boolean;
}

/** A bar of rhythm, and how the line moves on it, in notes of the tune's scale. */
interface Motif {
  readonly pattern: string;
  readonly moves: readonly number[];
}

export interface Tune {
  readonly motifs: readonly Motif[];
  /** Where each phrase begins, above or below the middle. */
  readonly starts: readonly number[];
}

const PHRASE_BARS = 4;
/** Which motif stands in which bar of a phrase: call, answer, call, close. */
const PHRASES: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 1, 0, 2],
  [0, 0, 1, 2],
  [0, 1, 1, 2],
];

export function inventTune(patterns: readonly [string, ...string[]], random: Random): Tune & { readonly plan: readonly number[] } {
  const rhythms = shuffled(patterns, random);
  const motifs = [0, 1, 2].map((index) => {
    const pattern = rhythms[index % rhythms.length] ?? patterns[0];
    return { pattern, moves: movesFor(onsetsOf(pattern).length, random) };
  });
  return { motifs, starts: Array.from({ length: 4 }, () => Math.floor(random() * 5) - 2), plan: pick(random, PHRASES) };
}

function shuffled(items: readonly string[], random: Random): string[] {
  const left = [...items];
  const out: string[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1));
  return out;
}

/** Mostly steps; a leap is taken back by steps the other way. */
function movesFor(count: number, random: Random): number[] {
  const moves: number[] = [0];
  let heading = random() < 0.5 ? 1 : -1;
  for (let index = 1; index < count; index += 1) {
    const last = moves.at(-1) ?? 0;
    if (Math.abs(last) > 1) heading = -Math.sign(last);
    else if (random() < 0.3) heading = -heading;
    const leaps = Math.abs(last) <= 1 && random() < 0.22;
    moves.push(heading * (leaps ? 2 + Math.floor(random() * 2) : random() < 0.15 ? 0 : 1));
  }
  return moves;
}

interface Singing {
  readonly colour: Colour;
  readonly tonic: number;
  readonly range: readonly [number, number];
  /** Of a bar. */
  readonly steps: number;
}

/** The tones of one bar, and where the line stands after it. */
export function singBar(
  tune: ReturnType<typeof inventTune>,
  { colour, tonic, range, steps }: Singing,
  { bar, chord, before }: { readonly bar: number; readonly chord: Chord; readonly before: number | null },
): Tone[] {
  const motif = tune.motifs[tune.plan[bar % PHRASE_BARS] ?? 0];
  if (!motif) return [];
  const ladder = ladderOf(colour, tonic, range);
  const phrase = Math.floor(bar / PHRASE_BARS);
  const middle = Math.floor(ladder.length / 2) + (tune.starts[phrase % tune.starts.length] ?? 0);
  const from = bar % PHRASE_BARS === 0 || before === null ? middle : nearestIn(ladder, before);
  const closes = bar % PHRASE_BARS === PHRASE_BARS - 1;
  const onsets = onsetsOf(motif.pattern);
  let at = Math.max(0, Math.min(ladder.length - 1, from));
  let last = before;
  return onsets.map(({ step, steps: length }, index) => {
    at = bounced(at + (motif.moves[index] ?? 0), ladder.length);
    const isStrong = (step * 2) % steps === 0 || (closes && index === onsets.length - 1);
    const pitch = isStrong ? chordTone(ladder, at, chord, last) : (ladder[at] ?? tonic);
    at = nearestIn(ladder, pitch);
    last = pitch;
    return { step, steps: length, pitch, isStrong };
  });
}

/** Every pitch that the tune may take, from below. */
function ladderOf({ mode, tune }: Colour, tonic: number, [low, high]: readonly [number, number]): number[] {
  const degrees = tune ?? [0, 1, 2, 3, 4, 5, 6];
  const pitches: number[] = [];
  for (let octave = 0; octave <= 10; octave += 1)
    for (const degree of degrees) {
      const pitch = pitchOf(mode, tonic + 12 * octave, degree);
      if (pitch >= low && pitch <= high) pitches.push(pitch);
    }
  return pitches;
}

const bounced = (at: number, length: number): number => (at < 0 ? -at : at >= length ? 2 * (length - 1) - at : at);

const nearestIn = (ladder: readonly number[], pitch: number): number =>
  ladder.reduce((best, each, index) => (Math.abs(each - pitch) < Math.abs((ladder[best] ?? 0) - pitch) ? index : best), 0);

/** The one nearest to where the line is, and not far from the note before. */
function chordTone(ladder: readonly number[], at: number, chord: Chord, last: number | null): number {
  const here = ladder[at] ?? 60;
  const tones = ladder.filter((pitch) => chord.pitchClasses.includes(pitch % 12));
  const cost = (pitch: number): number => Math.abs(pitch - here) + (last === null ? 0 : Math.max(0, Math.abs(pitch - last) - 7) * 2);
  return tones.reduce((best, pitch) => (cost(pitch) < cost(best) ? pitch : best), tones[0] ?? here);
}
