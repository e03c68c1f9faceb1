/** Music before it sounds: time in beats, pitches as MIDI knows them. */
export type SectionKind = 'intro' | 'verse' | 'build' | 'peak' | 'break' | 'outro';

export interface Section {
  readonly kind: SectionKind;
  readonly bar: number;
  readonly bars: number;
  /** 0 to 1, at its first bar and at its end. */
  readonly energy: readonly [number, number];
}

export interface Chord {
  readonly degree: number;
  /** From its root upwards. */
  readonly pitchClasses: readonly number[];
}

export interface Note {
  readonly at: number;
  readonly beats: number;
  readonly pitch: number;
  /** 1 to 127. */
  readonly velocity: number;
}

export type Role = 'pad' | 'comp' | 'arp' | 'bass' | 'lead' | 'counter' | 'drums';

export interface Part {
  readonly role: Role;
  readonly channel: number;
  /** General MIDI, from 0; of drums the kit. */
  readonly program: number;
  /** 0 to 127, as the controllers 7, 10, 91 and 93. */
  readonly volume: number;
  readonly pan: number;
  readonly reverb: number;
  readonly chorus: number;
  readonly notes: readonly Note[];
}

export interface Score {
  readonly style: string;
  readonly bpm: number;
  readonly beatsPerBar: number;
  readonly bars: number;
  /** Of the whole, the ring of the last chord included. */
  readonly seconds: number;
  readonly isLoop: boolean;
  readonly tonic: number;
  /** Pitch classes. */
  readonly scale: readonly number[];
  readonly sections: readonly Section[];
  /** One a bar; then the last, which rings. */
  readonly chords: readonly Chord[];
  readonly parts: readonly Part[];
}

export const DRUM_CHANNEL = 9;
