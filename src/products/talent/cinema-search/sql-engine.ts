/** The truth: the same answers straight from the tables. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import { EXPERIENCE_LEVELS } from '../options/options.ts';
import { rangeSpans } from './ages.ts';
import type { CountedFacets } from './answering.ts';
import type { CinemaFacets, CinemaFilters, CinemaSort, Found } from './cinema-search.ts';
import { bornWithin, type Condition, type ConditionTools, conditionsOf, experienceWithin, joined } from './conditions.ts';

export interface SqlEngine {
  find(filters: CinemaFilters, tools: ConditionTools, page: Pick<PageAsked, 'size' | 'offset'>, sort: CinemaSort): Promise<Found>;
  facets(filters: CinemaFilters, tools: ConditionTools): Promise<CountedFacets>;
}

/** By bytes of the folded text, so that the order does not depend on the server's language; the young were born last. */
const ORDERS: Readonly<Record<CinemaSort, RawBuilder<unknown>>> = {
  newest: sql`c.id desc`,
  oldest: sql`c.id`,
  name: sql`c.search_text collate "C", c.id`,
  '-name': sql`c.search_text collate "C" desc, c.id desc`,
  age: sql`c.date_of_birth desc, c.id desc`,
  '-age': sql`c.date_of_birth, c.id`,
  height: sql`c.height, c.id`,
  '-height': sql`c.height desc nulls last, c.id desc`,
  experience: sql`c.years_of_experience, c.id`,
  '-experience': sql`c.years_of_experience desc nulls last, c.id desc`,
};

export const createSqlEngine = (db: Db): SqlEngine => ({
  async find(filters, tools, { size, offset }, sort) {
    const where = joined(conditionsOf(filters, tools));
    const { rows } = await sql<Found>`
      select (select count(*)::int from talent.cinema_talents c where ${where}) as total,
        array(select c.id from talent.cinema_talents c where ${where} order by ${ORDERS[sort]} limit ${size} offset ${offset}) as ids`.execute(
      db,
    );
    return rows[0] ?? { total: 0, ids: [] };
  },

  async facets(filters, tools) {
    const conditions = conditionsOf(filters, tools);
    const counts = facetQueries(tools.today).map(([facet, query]) => query(facet, joined(without(conditions, facet))));
    const { rows } = await sql<{ facet: keyof CinemaFacets; value: string; people: number }>`${sql.join(counts, sql` union all `)}`.execute(
      db,
    );
    const of = (facet: keyof CinemaFacets) =>
      new Map(rows.filter((row) => row.facet === facet && row.people > 0).map(({ value, people }) => [value, people]));
    return Object.fromEntries(facetQueries(tools.today).map(([facet]) => [facet, of(facet)])) as unknown as CountedFacets;
  },
});

const without = (conditions: readonly Condition[], facet: keyof CinemaFacets): readonly Condition[] =>
  conditions.filter((condition) => condition.facet !== facet);

type FacetQuery = (facet: string, where: RawBuilder<unknown>) => RawBuilder<unknown>;

function facetQueries(today: Date): readonly (readonly [keyof CinemaFacets, FacetQuery])[] {
  const spans = rangeSpans(today).map((span) => ({ value: span.value, sql: bornWithin(span) }));
  const levels = EXPERIENCE_LEVELS.map((level) => ({ value: level.value, sql: experienceWithin(level) }));
  return [
    ['gender', byColumn('gender')],
    ['talentType', byItem('talent_types')],
    ['ageRange', byCase(spans)],
    ['ethnicity', byItem('ethnicities')],
    ['eyeColor', byColumn('eye_color')],
    ['hairColor', byColumn('hair_color')],
    ['hairType', byColumn('hair_type')],
    ['skinTone', byColumn('skin_tone')],
    ['build', byColumn('build')],
    ['country', byColumn('country_id')],
    ['language', byItem('languages')],
    ['experience', byCase(levels)],
  ];
}

const byColumn =
  (name: string): FacetQuery =>
  (facet, where) =>
    sql`(select ${facet}::text as facet, ${sql.ref(`c.${name}`)}::text as value, count(*)::int as people
    from talent.cinema_talents c where ${sql.ref(`c.${name}`)} is not null and ${where} group by ${sql.ref(`c.${name}`)})`;

const byItem =
  (name: string): FacetQuery =>
  (facet, where) =>
    sql`(select ${facet}::text, item, count(*)::int
    from talent.cinema_talents c, unnest(${sql.ref(`c.${name}`)}) as item where ${where} group by item)`;

const byCase =
  (cases: readonly { readonly value: string; readonly sql: RawBuilder<unknown> }[]): FacetQuery =>
  (facet, where) => {
    const value = sql`case ${sql.join(
      cases.map((one) => sql`when ${one.sql} then ${sql.lit(one.value)}`),
      sql` `,
    )} end`;
    return sql`(select ${facet}::text, ${value}, count(*)::int from talent.cinema_talents c where ${value} is not null and ${where} group by 2)`;
  };
