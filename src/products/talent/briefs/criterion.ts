/** What a brief asks for, one thing at a time. */

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

/** What a criterion says, whoever put it there. */
export interface CriterionFields {
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  readonly level?: string;
}

export interface Criterion extends CriterionFields {
  /** Stable and short: kind and values, `talent:12`, `age:25-35`. */
  readonly id: string;
  readonly kind: CriterionKind;
  readonly must: boolean;
  readonly values: readonly string[];
  /** The words of the brief that say it; absent for what a person added by hand. */
  readonly quote?: string;
}

/** What may be asked of people of each platform: the standard one never looks at who somebody is. */
const STANDARD: ReadonlySet<CriterionKind> = new Set([
  'talent',
  'language',
  'city',
  'country',
  'experience',
  'availability',
  'work_mode',
  'work_time',
  'dates',
  'word',
]);
const NOT_CINEMA: ReadonlySet<CriterionKind> = new Set(['availability', 'work_mode', 'work_time']);
export const isAsked = (kind: BriefKind, criterion: CriterionKind): boolean =>
  kind === 'standard' ? STANDARD.has(criterion) : !NOT_CINEMA.has(criterion);

function idOf(kind: CriterionKind, { values = [], min, max, from, to, level }: CriterionFields): string {
  if (values.length > 0) return `${kind}:${[...values].sort().join('|')}${level ? `/${level}` : ''}`;
  if (from !== undefined || to !== undefined) return `${kind}:${from ?? ''}..${to ?? ''}`;
  return `${kind}:${min ?? ''}-${max ?? ''}`;
}

interface CriterionOptions {
  readonly must?: boolean;
  readonly quote?: string;
}

/** A criterion with its id, from what a person chose or a brief says. */
export function criterionOf(kind: CriterionKind, fields: CriterionFields, { must = true, quote }: CriterionOptions = {}): Criterion {
  const { values = [], min, max, from, to, level } = fields;
  return {
    id: idOf(kind, fields),
    kind,
    must,
    values,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(level === undefined ? {} : { level }),
    ...(quote === undefined ? {} : { quote }),
  };
}
