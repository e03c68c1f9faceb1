/** A person as the index takes them in: numbers, facts and texts, without anything that must not count. */

/** What was said at all: whoever said nothing is unknown, not unmet. */
export const SAID = {
  /** In a list or in a text. */
  talents: 1,
  languages: 2,
  availability: 4,
  work_mode: 8,
  work_time: 16,
  eye_color: 32,
  hair_color: 64,
  hair_type: 128,
  skin_tone: 256,
  build: 512,
  ethnicity: 1024,
} as const;
export type SaidName = keyof typeof SAID;
/** Of these a person says one, and it is kept as a fact. */
export type SingleName = Exclude<SaidName, 'talents' | 'languages' | 'ethnicity'>;

/** A key (`talent:12`, `language:fr`) and a byte of how. */
export type Fact = readonly [key: string, how: number];

export interface IndexedPerson {
  readonly id: number;
  readonly cityId: number | null;
  readonly countryId: number | null;
  readonly years: number | null;
  /** How complete the profile is, 0 to 100. */
  readonly profile: number;
  /** Bits of SAID. */
  readonly said: number;
  readonly facts: readonly Fact[];
  readonly texts: PersonTexts;
  /** CINEMA: days since 1900, and centimetres. */
  readonly born?: number;
  readonly height?: number | null;
}

/** What people write of themselves. */
export interface PersonTexts {
  readonly bio: OwnText;
  readonly cv: OwnText;
}

export interface OwnText {
  readonly text: string;
  /** Up to here it is written the way a title is. */
  readonly head: number;
}
