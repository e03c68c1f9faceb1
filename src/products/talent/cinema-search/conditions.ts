/** The filters as SQL over `talent.cinema_talents c`: one condition a filter, named after the facet it narrows. */
import { type RawBuilder, sql } from 'kysely';
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import { askedSpans, type BirthSpan } from './ages.ts';
import type { CinemaFacets, CinemaFilters } from './cinema-search.ts';
import { type SearchTools, takeApart } from './contacts.ts';

export interface ConditionTools extends SearchTools {
  readonly today: Date;
}

export interface Condition {
  /** The facet that is counted as if this condition were not there. */
  readonly facet: keyof CinemaFacets | null;
  readonly sql: RawBuilder<unknown>;
}

export const whereOf = (filters: CinemaFilters, tools: ConditionTools): RawBuilder<unknown> => joined(conditionsOf(filters, tools));

export const joined = (conditions: readonly Condition[]): RawBuilder<unknown> =>
  conditions.length
    ? sql.join(
        conditions.map((condition) => condition.sql),
        sql` and `,
      )
    : sql`true`;

export function conditionsOf(filters: CinemaFilters, tools: ConditionTools): readonly Condition[] {
  return [...choices(filters), ...ranges(filters, tools.today), ...flags(filters), ...searches(filters, tools)];
}

const column = (name: string): RawBuilder<unknown> => sql.ref(`c.${name}`);

function choices(filters: CinemaFilters): Condition[] {
  const found: Condition[] = [];
  const oneOf = (facet: Condition['facet'], name: string, values: readonly string[] | undefined): void => {
    if (values?.length === 1) found.push({ facet, sql: sql`${column(name)} = ${values[0]}` });
    else if (values) found.push({ facet, sql: sql`${column(name)} = any(${values}::text[])` });
  };
  const among = (facet: Condition['facet'], name: string, ids: readonly number[] | undefined): void => {
    if (ids?.length === 1) found.push({ facet, sql: sql`${column(name)} = ${ids[0]}` });
    else if (ids) found.push({ facet, sql: sql`${column(name)} = any(${ids}::integer[])` });
  };
  oneOf('gender', 'gender', filters.gender && [filters.gender]);
  oneOf('eyeColor', 'eye_color', filters.eyeColors);
  oneOf('hairColor', 'hair_color', filters.hairColors);
  oneOf('hairType', 'hair_type', filters.hairTypes);
  oneOf('skinTone', 'skin_tone', filters.skinTones);
  oneOf('build', 'build', filters.builds);
  among('country', 'country_id', filters.countryIds);
  among(null, 'city_id', filters.cityIds);
  const { talentTypes, ethnicities, languages, otherTalents } = filters;
  if (talentTypes) found.push({ facet: 'talentType', sql: sql`c.talent_types && ${talentTypes}::text[]` });
  if (ethnicities) found.push({ facet: 'ethnicity', sql: sql`c.ethnicities && ${ethnicities}::text[]` });
  if (languages) found.push({ facet: 'language', sql: sql`c.languages @> ${languages}::text[]` });
  if (otherTalents) found.push({ facet: null, sql: sql`c.other_talents @> ${otherTalents}::text[]` });
  return found;
}

function ranges(filters: CinemaFilters, today: Date): Condition[] {
  const found: Condition[] = askedSpans(filters, today).map((spans) => ({ facet: 'ageRange', sql: anyOf(spans.map(bornWithin)) }));
  const { heightMin, heightMax, experiences } = filters;
  if (heightMin !== undefined) found.push({ facet: null, sql: sql`c.height >= ${heightMin}` });
  if (heightMax !== undefined) found.push({ facet: null, sql: sql`c.height <= ${heightMax}` });
  if (experiences?.length) {
    const levels = EXPERIENCE_LEVELS.filter(({ value }) => experiences.includes(value));
    found.push({ facet: 'experience', sql: anyOf(levels.map(experienceWithin)) });
  }
  return found;
}

const anyOf = (ways: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(ways, sql` or `)})`;

export function bornWithin({ after, until }: BirthSpan): RawBuilder<unknown> {
  if (after === null) return until === null ? sql`true` : sql`c.date_of_birth <= ${until}::date`;
  return until === null
    ? sql`c.date_of_birth > ${after}::date`
    : sql`(c.date_of_birth > ${after}::date and c.date_of_birth <= ${until}::date)`;
}

export const experienceWithin = ({ min, below }: (typeof EXPERIENCE_LEVELS)[number]): RawBuilder<unknown> =>
  below === null ? sql`c.years_of_experience >= ${min}` : sql`(c.years_of_experience >= ${min} and c.years_of_experience < ${below})`;

function flags({ hasPhoto, isPublic, active, publicOnly }: CinemaFilters): Condition[] {
  const found: RawBuilder<unknown>[] = [];
  if (hasPhoto !== undefined) found.push(hasPhoto ? sql`c.photo_file is not null` : sql`c.photo_file is null`);
  if (isPublic !== undefined) found.push(isPublic ? sql`c.is_public` : sql`not c.is_public`);
  if (active !== undefined) found.push(active ? sql`c.is_active` : sql`not c.is_active`);
  if (publicOnly) found.push(sql`(c.is_public and c.is_active)`);
  return found.map((condition) => ({ facet: null, sql: condition }));
}

function searches(filters: CinemaFilters, tools: ConditionTools): Condition[] {
  const parts = takeApart(filters, tools);
  if (!parts) return [];
  const inText = sql.join(
    parts.words.map((word) => sql`c.search_text like talent.search_pattern(${word})`),
    sql` and `,
  );
  // As an array that is known before the scan: the planner then joins it with the text index instead of reading every row.
  const ways = parts.direct ? [sql`(${inText})`, sql`c.id = any(array(${parts.direct}))`] : [inText];
  return [{ facet: null, sql: anyOf(ways) }];
}
