/** Keys, chords and how one leads to the next. Every chord is built from its scale: nothing sounds that is not in it. */
import { pick, type Random } from '../../random.ts';
import type { Chord } from './score.ts';
import type { ChordShape, Colour } from './style.ts';

const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  minor: [0, 2, 3, 5, 7, 8, 10],
  harmonicMinor: [0, 2, 3, 5, 7, 8, 11],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  hijaz: [0, 1, 4, 5, 7, 8, 10],
} as const;
export type ModeName = keyof typeof SCALES;

/** Steps of the scale above the root. */
const SHAPES: Readonly<Record<ChordShape, readonly number[]>> = {
  open: [0, 4],
  triad: [0, 2, 4],
  sus: [0, 3, 4],
  seventh: [0, 2, 4, 6],
  ninth: [0, 2, 6, 8],
  added: [0, 2, 4, 8],
};

export const scaleOf = (mode: ModeName, tonic: number): readonly number[] => SCALES[mode].map((step) => (tonic + step) % 12);

/** The scale's own note `steps` above its tonic, octaves counted on. */
export function pitchOf(mode: ModeName, tonicPitch: number, steps: number): number {
  const scale = SCALES[mode];
  const octave = Math.floor(steps / scale.length);
  return tonicPitch + 12 * octave + (scale[steps - octave * scale.length] ?? 0);
}

export function chordOn(mode: ModeName, tonic: number, degree: number, shape: ChordShape): Chord {
  return { degree, pitchClasses: SHAPES[shape].map((step) => pitchOf(mode, tonic, degree + step) % 12) };
}

interface Progress {
  readonly colour: Colour;
  readonly tonic: number;
  readonly shape: ChordShape;
  /** Bars that one chord lasts. */
  readonly pace: number;
  readonly bars: number;
  readonly isLoop: boolean;
}

/** One chord a bar: the first progression throughout, the second from time to time; the last bar leads home. */
export function progress(
  { colour, tonic, shape, pace, bars, isLoop }: Progress,
  random: Random,
  isAside: (bar: number) => boolean,
): Chord[] {
  const main = pick(random, colour.progressions);
  const others = colour.progressions.filter((each) => each !== main);
  const aside = others.length > 0 ? (others[Math.floor(random() * others.length)] ?? main) : main;
  const chords = Array.from({ length: bars }, (_, bar) => {
    const row = isAside(bar) ? aside : main;
    const degree = bar === bars - 1 && bars > 1 && !isLoop ? colour.cadence : (row[Math.floor(bar / pace) % row.length] ?? 0);
    return chordOn(colour.mode, tonic, degree, shape);
  });
  return [...chords, chordOn(colour.mode, tonic, 0, shape === 'sus' ? 'triad' : shape)];
}

/** Voices in close position above `low`, as near as possible to those before; of equals the one nearest to the middle. */
export function voiceLead(before: readonly number[] | null, { pitchClasses }: Chord, low: number, high: number): number[] {
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let start = low; start < low + 12; start += 1) {
    const first = pitchClasses.indexOf(start % 12);
    if (first < 0) continue;
    for (let octave = start; octave <= high; octave += 12) {
      const voices = stackFrom(octave, first, pitchClasses);
      if ((voices.at(-1) ?? 0) > high && best.length > 0) continue;
      const cost = costOf(voices, before, (low + high) / 2);
      if (cost < least) {
        least = cost;
        best = voices;
      }
    }
  }
  return best;
}

function stackFrom(start: number, first: number, pitchClasses: readonly number[]): number[] {
  const ordered = [...pitchClasses].sort((a, b) => a - b);
  const at = ordered.indexOf(pitchClasses[first] ?? 0);
  const voices: number[] = [start];
  for (let index = 1; index < ordered.length; index += 1) {
    const wanted = ordered[(at + index) % ordered.length] ?? 0;
    const under = voices.at(-1) ?? start;
    voices.push(under + ((((wanted - under) % 12) + 12) % 12));
  }
  return voices;
}

function costOf(voices: readonly number[], before: readonly number[] | null, middle: number): number {
  const centre = voices.reduce((sum, pitch) => sum + pitch, 0) / voices.length;
  const rubs = voices.filter((pitch, index) => index > 0 && pitch - (voices[index - 1] ?? 0) === 1).length;
  const moved = before ? voices.reduce((sum, pitch, index) => sum + Math.abs(pitch - (before[index] ?? pitch)), 0) : 0;
  return moved + 3 * rubs + Math.abs(centre - middle) * (before ? 0.25 : 1);
}
