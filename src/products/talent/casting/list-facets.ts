/** The facets of the list, with how many people each value would leave. */
import { orderOf } from '#kernel/formats.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import type { Facet, FacetOption } from '#kernel/page/facets.tsx';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { CinemaFacets } from '../cinema-search/cinema-search.ts';
import { AGE_RANGES, EXPERIENCE_LEVELS, LANGUAGES, OPTIONS, type OptionName } from '../options/options.ts';
import { MARKS } from './marks.ts';
import { m } from './messages.ts';

export interface FacetFigures {
  /** Null when the list is narrowed by marks: the index knows nothing of them. */
  readonly facets: CinemaFacets | null;
  /** Null for who may not mark. */
  readonly marks: ReadonlyMap<number, number> | null;
}

type Counts<Value> = ReadonlyMap<Value, number> | undefined;
const counted = <Value>(counts: Counts<Value>, value: Value): { count?: number } => (counts ? { count: counts.get(value) ?? 0 } : {});

export function facetsOf(catalogue: Snapshot, language: Language, { facets, marks }: FacetFigures): readonly Facet[] {
  const option = (name: OptionName, counts: Counts<string>): readonly FacetOption[] =>
    OPTIONS[name].map(({ value, label, swatch }) => ({ value, label, swatch, ...counted(counts, value) }));
  const facet = (name: OptionName, label: Message, counts: Counts<string>): Facet => ({ name, label, options: option(name, counts) });
  return [
    ...(marks ? [markFacet(marks)] : []),
    { ...facet('talent_type', m.talentType, facets?.talentType), open: true },
    { name: 'gender', label: m.gender, look: 'chips', open: true, options: genders(facets?.gender) },
    { ...ageFacet(facets?.ageRange), open: true },
    { name: 'height', label: m.height, open: true, range: { min: 'height_min', max: 'height_max', unit: m.cm, from: 40, to: 260 } },
    { name: 'country', label: m.country, options: countries(catalogue, language, facets?.country) },
    { name: 'language', label: m.language, options: languages(language, facets?.language) },
    facet('skin_tone', m.skin, facets?.skinTone),
    facet('eye_color', m.eyes, facets?.eyeColor),
    facet('hair_color', m.hair, facets?.hairColor),
    facet('hair_type', m.hairType, facets?.hairType),
    facet('build', m.build, facets?.build),
    // Origins are not on the public card, so strangers cannot ask for them either.
    ...(marks ? [facet('ethnicity', m.ethnicity, facets?.ethnicity)] : []),
    { name: 'experience', label: m.experience, options: levels(facets?.experience) },
    { name: 'skill', label: m.skills, options: skills(catalogue) },
  ];
}

const markFacet = (counts: ReadonlyMap<number, number>): Facet => ({
  name: 'mark',
  label: m.mark,
  look: 'chips',
  // Before the first mark every value is shown, so that one learns what they mean.
  options: MARKS.map(({ value, label }) => ({ value, label, sign: String(value), ...counted(counts.size ? counts : undefined, value) })),
});

const genders = (counts: Counts<string>): readonly FacetOption[] => [
  { value: 'F', label: m.female, ...counted(counts, 'F') },
  { value: 'M', label: m.male, ...counted(counts, 'M') },
];

/** Ranges stay left to right in Arabic. */
const ageFacet = (counts: Counts<string>): Facet => ({
  name: 'age_range',
  label: m.age,
  look: 'chips',
  options: AGE_RANGES.map(({ value }) => ({ value, label: `\u2066${value.replace('-', '–')}\u2069`, ...counted(counts, value) })),
  range: { min: 'age_min', max: 'age_max', unit: m.years, from: 0, to: 120 },
});

const levels = (counts: Counts<string>): readonly FacetOption[] =>
  EXPERIENCE_LEVELS.map(({ value, label }) => ({ value, label, ...counted(counts, value) }));

/** Where most people are comes first. */
function countries(catalogue: Snapshot, language: Language, counts: Counts<number>): readonly FacetOption[] {
  return byFigure(
    catalogue.countries
      .filter(({ id, isActive }) => isActive || counts?.has(id))
      .map(({ id, code, name, flag }) => ({ value: code, label: name, sign: flag, ...counted(counts, id) })),
    language,
  );
}

const languages = (language: Language, counts: Counts<string>): readonly FacetOption[] =>
  byFigure(
    LANGUAGES.map(({ code, label, flag }) => ({ value: code, label, sign: flag, ...counted(counts, code) })),
    language,
  );

type Named = FacetOption & { readonly label: Message };
function byFigure(options: readonly Named[], language: Language): readonly FacetOption[] {
  const order = orderOf(language).compare;
  return options.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || order(say(a.label, language), say(b.label, language)));
}

const skills = (catalogue: Snapshot): readonly FacetOption[] =>
  catalogue.talents
    .filter(({ isActive }) => isActive)
    .toSorted((a, b) => Number(b.tag === 'cinema') - Number(a.tag === 'cinema'))
    .map(({ name, label, emoji }) => ({ value: name, label, sign: emoji }));
