/** A score as what a synthesiser is told, in seconds: before any note at the same moment, programs and controllers; notes end before others begin. */
import type { Note, Score } from '../composer/score.ts';

interface At {
  readonly seconds: number;
  readonly channel: number;
}
export type Told =
  | (At & { readonly is: 'program' | 'off'; readonly value: number })
  | (At & { readonly is: 'control'; readonly control: Control; readonly value: number })
  | (At & { readonly is: 'on'; readonly value: number; readonly velocity: number });

/** Of MIDI. */
export type Control = typeof VOLUME | typeof PAN | typeof REVERB | typeof CHORUS;
const VOLUME = 7;
const PAN = 10;
const REVERB = 91;
const CHORUS = 93;
const ORDER: Readonly<Record<Told['is'], number>> = { program: 0, control: 1, off: 2, on: 3 };

export function sequenceOf({ parts, bpm }: Pick<Score, 'parts' | 'bpm'>): Told[] {
  const seconds = (beats: number): number => (beats * 60) / bpm;
  const told = parts.flatMap(({ channel, program, volume, pan, reverb, chorus, notes }): Told[] => [
    { seconds: 0, channel, is: 'program', value: program },
    ...[[VOLUME, volume] as const, [PAN, pan] as const, [REVERB, reverb] as const, [CHORUS, chorus] as const].map(
      ([control, value]): Told => ({ seconds: 0, channel, is: 'control', control, value }),
    ),
    ...parted(notes).flatMap(({ at, beats, pitch, velocity }): Told[] => [
      { seconds: seconds(at), channel, is: 'on', value: pitch, velocity },
      { seconds: seconds(at + beats), channel, is: 'off', value: pitch },
    ]),
  ]);
  return told.sort((a, b) => a.seconds - b.seconds || ORDER[a.is] - ORDER[b.is] || a.channel - b.channel || a.value - b.value);
}

/** A pitch that is struck again ends first; two at once are one, the stronger. */
function parted(notes: readonly Note[]): Note[] {
  const byPitch = new Map<number, Note[]>();
  for (const note of notes) byPitch.set(note.pitch, [...(byPitch.get(note.pitch) ?? []), note]);
  return [...byPitch.values()].flatMap((same) => {
    const sorted = same.sort((a, b) => a.at - b.at || b.velocity - a.velocity);
    return sorted.flatMap((note, index) => {
      const next = sorted[index + 1];
      const before = sorted[index - 1];
      if (before && note.at - before.at < SAME_BEATS) return [];
      return [next && next.at < note.at + note.beats ? { ...note, beats: Math.max(SAME_BEATS / 2, next.at - note.at) } : note];
    });
  });
}

const SAME_BEATS = 0.04;
