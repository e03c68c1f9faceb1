/** The filters of the CINEMA list (`gender`, `age_min`, `skin_tone`…) as criteria that people must meet. */
import type { Criterion, CriterionKind } from '../briefs/briefs.ts';
import type { CinemaFilters } from '../cinema-search/cinema-search.ts';
import { AGE_RANGES, EXPERIENCE_LEVELS } from '../options/options.ts';
import { type Content, identified } from './criteria.ts';

/** Names of the list that say nothing of a person one looks for; they are named in the answer instead of being followed. */
export const NOT_FOLLOWED = ['has_photo', 'is_public', 'is_active'] as const;

export function criteriaOf(filters: CinemaFilters): readonly Criterion[] {
  const any = (kind: CriterionKind, values: readonly (string | number)[] | undefined): readonly Content[] =>
    values?.length ? [{ kind, must: true, values: values.map(String) }] : [];
  const every = (kind: CriterionKind, values: readonly string[] = []): readonly Content[] =>
    values.map((value) => ({ kind, must: true, values: [value] }));
  return [
    ...any('talent_type', filters.talentTypes),
    ...any('gender', filters.gender && [filters.gender]),
    ...span('age', agesOf(filters)),
    ...span('height', { min: filters.heightMin, max: filters.heightMax }),
    ...any('ethnicity', filters.ethnicities),
    ...any('eye_color', filters.eyeColors),
    ...any('hair_color', filters.hairColors),
    ...any('hair_type', filters.hairTypes),
    ...any('skin_tone', filters.skinTones),
    ...any('build', filters.builds),
    ...any('country', filters.countryIds),
    ...any('city', filters.cityIds),
    ...every('language', filters.languages),
    ...every('talent', filters.otherTalents),
    ...span('experience', { min: leastYears(filters), max: undefined }),
    ...every('word', filters.search ? [filters.search] : []),
  ].map(identified);
}

interface Span {
  readonly min: number | undefined;
  readonly max: number | undefined;
}
const span = (kind: CriterionKind, { min, max }: Span): readonly Content[] =>
  min === undefined && max === undefined
    ? []
    : [{ kind, must: true, values: [], ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }];

/** Several ranges become one that holds them all. */
function agesOf({ ageMin, ageMax, ageRanges }: CinemaFilters): Span {
  const ranges = AGE_RANGES.filter(({ value }) => ageRanges?.includes(value));
  if (ranges.length === 0) return { min: ageMin, max: ageMax };
  const ends = ranges.map(({ max }) => max);
  const last = ends.includes(null) ? undefined : Math.max(...ends.map((end) => end ?? 0));
  return { min: ageMin ?? Math.min(...ranges.map(({ min }) => min)), max: ageMax ?? last };
}

/** Whoever asks for five years does not refuse ten. */
function leastYears({ experiences }: CinemaFilters): number | undefined {
  const least = EXPERIENCE_LEVELS.filter(({ value }) => experiences?.includes(value)).map(({ min }) => min);
  return least.length > 0 && Math.min(...least) > 0 ? Math.min(...least) : undefined;
}
