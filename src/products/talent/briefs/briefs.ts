/**
 * Reading a brief: the text of a vacancy or a role becomes criteria that a person can see and change.
 *
 * Hides three languages, their word forms, synonyms, the catalogue and the lists of options. Words: a *criterion* is one thing
 * asked for, *must* (people without it are left out) or *nice* (it raises the score); its *values* are canonical, any of them will
 * do; *terms* are words as an index and a question share them; the *quote* is where the brief says it.
 */
import type { Snapshot } from '../catalogue/catalogue.ts';

export type BriefKind = 'standard' | 'cinema';
export type TextLanguage = 'fr' | 'en' | 'ar';

/** `word` is what no list knows: it is looked for in what people write of themselves. */
export type CriterionKind =
  | 'talent' // standard: a talent of the catalogue (id as text). cinema: a special skill (name)
  | 'talent_type' // cinema: canonical value of OPTIONS.talentTypes
  | 'language' // code of a spoken language; `level` is the least
  | 'city' // id as text
  | 'country' // id as text; residence
  | 'experience' // least years in `min`
  | 'availability' // standard: `disponible_maintenant`…
  | 'work_mode' // standard
  | 'work_time' // standard
  | 'dates' // `from`, `to` (included), YYYY-MM-DD: free on these days
  | 'gender' // cinema only: M, F
  | 'age' // cinema only: min, max
  | 'height' // cinema only, cm: min, max
  | 'eye_color'
  | 'hair_color'
  | 'hair_type'
  | 'skin_tone'
  | 'build'
  | 'ethnicity' // cinema only, and only when the brief says so
  | 'word';

export interface Criterion {
  /** Stable and short: kind and values, `talent:12`, `age:25-35`. */
  readonly id: string;
  readonly kind: CriterionKind;
  readonly must: boolean;
  readonly values: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  readonly level?: string;
  /** The words of the brief that say it; absent for what a person added by hand. */
  readonly quote?: string;
}

export interface Brief {
  readonly kind: BriefKind;
  readonly text: string;
  readonly language: TextLanguage;
  readonly criteria: readonly Criterion[];
}

/** One word of a text as it is compared: stemmed, folded, joined with its synonyms. Two texts that mean the same share it. */
export interface Term {
  readonly term: string;
  /** The words as written, for quoting. */
  readonly start: number;
  readonly end: number;
}

/** What the lists of this studio call things. */
export interface Vocabulary {
  readonly catalogue: Snapshot;
  /** For dates without a year. */
  readonly today: Date;
}

/** Never throws: what is not understood becomes words. Criteria that the brief calls indispensable are musts. */
export const readBrief = (kind: BriefKind, text: string, _vocabulary: Vocabulary): Brief => ({ kind, text, language: 'fr', criteria: [] });

/** The terms of a text in any of the three languages, in order; words that say nothing are left out. */
export const termsOf = (_text: string): readonly Term[] => [];
