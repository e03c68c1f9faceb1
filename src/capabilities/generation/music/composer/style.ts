/** What a style is made of: plain data that the composer plays by. */
import type { ModeName } from './harmony.ts';
import type { Role, SectionKind } from './score.ts';

export type ChordShape = 'open' | 'triad' | 'sus' | 'seventh' | 'ninth' | 'added';

/** A mode with the progressions that sound well in it; degrees from 0. */
export interface Colour {
  readonly mode: ModeName;
  readonly mood: 'bright' | 'dark';
  readonly progressions: readonly [readonly number[], ...(readonly number[])[]];
  /** The degree before the last chord. */
  readonly cadence: number;
  /** Degrees that melodies prefer; all when not given. */
  readonly tune?: readonly number[];
}

/**
 * Patterns are written a sign a step, `-` holds on, `.` is silent, a bar or several bars long.
 * pad, comp: `X` strong, `x`, `o` soft. arp: digits, voices from below, then again an octave higher. lead: `x`.
 * bass: `R` root, `F` fifth, `O` octave, `T` third, `A` a step of the scale from the next root; small letters are soft.
 */
export interface Player {
  readonly role: Exclude<Role, 'drums'>;
  /** General MIDI; one is chosen. */
  readonly programs: readonly [number, ...number[]];
  /** The sections in which it plays. */
  readonly plays: readonly SectionKind[];
  readonly patterns: readonly [string, ...string[]];
  /** Lowest and highest pitch. */
  readonly range: readonly [number, number];
  readonly volume: number;
  readonly velocity: number;
  readonly pan: number;
  readonly reverb: number;
  readonly chorus?: number;
  /** Beats from the first string to the last. */
  readonly strum?: number;
  /** Share of its length that a note sounds; 0.96 when not given. */
  readonly touch?: number;
}

/** Rows of a groove by drum; signs as of `comp`. */
export type Groove = Readonly<Record<number, string>>;

export interface Drums {
  readonly kit: number;
  readonly grooves: Readonly<Partial<Record<SectionKind, readonly [Groove, ...Groove[]]>>>;
  /** Replaces the groove in the last bar before another section. */
  readonly fill?: Groove;
  /** On the first beat of a peak, and with the last chord. */
  readonly crash?: number;
  readonly volume: number;
  readonly reverb: number;
}

export interface ArcStep {
  readonly kind: SectionKind;
  readonly share: number;
  readonly energy: readonly [number, number];
}

export interface Style {
  readonly name: string;
  /** Beats a minute: slow, medium, fast. */
  readonly tempo: readonly [number, number, number];
  /** Of a bar of four beats. */
  readonly steps: 12 | 16;
  /** How late every second step comes, as a share of it. */
  readonly swing: number;
  /** How far hands stray, beats. */
  readonly stray: number;
  readonly tonics: readonly [number, ...number[]];
  readonly shape: ChordShape;
  readonly pace: number;
  readonly colours: readonly [Colour, ...Colour[]];
  readonly players: readonly Player[];
  readonly drums: Drums | null;
  readonly arc: readonly ArcStep[];
}

export const ALWAYS: readonly SectionKind[] = ['intro', 'verse', 'build', 'peak', 'break', 'outro'];
export const except = (...kinds: readonly SectionKind[]): readonly SectionKind[] => ALWAYS.filter((kind) => !kinds.includes(kind));
