/** Counting the people of the CINEMA module, a few statements whatever their number. Everybody counts, as in the lists that figures lead to. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { AGE_RANGES, EXPERIENCE_LEVELS } from '../options/options.ts';

export interface CinemaTotals {
  readonly total: number;
  readonly newIn7Days: number;
  readonly withPhotos: number;
  readonly withExperience: number;
  /** Rounded half up: one decimal, whole centimetres; null for nobody. */
  readonly averageAge: number | null;
  readonly averageHeight: number | null;
}
export interface CinemaGroups {
  readonly gender: ReadonlyMap<string, number>;
  /** Values of `AGE_RANGES`, and `UNDER_AGE`. */
  readonly age: ReadonlyMap<string, number>;
  /** Values of `EXPERIENCE_LEVELS`; people who did not say are in none. */
  readonly experience: ReadonlyMap<string, number>;
  /** Centimetres, down to the ten. */
  readonly height: ReadonlyMap<string, number>;
  /** Of residence. */
  readonly country: ReadonlyMap<string, number>;
  readonly type: ReadonlyMap<string, number>;
  readonly language: ReadonlyMap<string, number>;
}
/** Younger than the first documented range. */
export const UNDER_AGE = '0-17';

const YEARS_OLD = (today: Date) => sql`extract(year from age(${today.toISOString().slice(0, 10)}::date, c.date_of_birth))::int`;

export async function readCinemaTotals(db: Db, { today, since }: { today: Date; since: Date }): Promise<CinemaTotals> {
  const { rows } = await sql<CinemaTotals>`
    select count(*)::int as total,
      (count(*) filter (where c.created_at >= ${since}))::int as "newIn7Days",
      count(c.photo_file)::int as "withPhotos",
      (count(*) filter (where c.years_of_experience >= 1))::int as "withExperience",
      round(avg(${YEARS_OLD(today)}), 1)::float8 as "averageAge",
      round(avg(c.height))::int as "averageHeight"
    from talent.cinema_talents c`.execute(db);
  const [totals] = rows;
  if (!totals) throw new Error('the totals have no row');
  return totals;
}

const NAMES = ['gender', 'age', 'experience', 'height', 'country'] as const;

/** One pass for what a person has one of, one for each of the two lists. */
export async function readCinemaGroups(db: Db, today: Date): Promise<CinemaGroups> {
  const [{ rows }, type, language] = await Promise.all([
    sql<{ kind: number; value: string | null; people: number }>`
      select grouping(gender, age, experience, height, country) as kind,
        coalesce(gender, age, experience, height, country) as value, count(*)::int as people
      from (select c.gender, ${ageRange(today)} as age, ${experienceLevel()} as experience,
          (c.height / 10 * 10)::text as height, c.country_id::text as country
        from talent.cinema_talents c) t
      group by grouping sets ((gender), (age), (experience), (height), (country))`.execute(db),
    countList(db, 'talent_types'),
    countList(db, 'languages'),
  ]);
  // `grouping` sets a bit for each column that a row is not grouped by, the first column the highest.
  const by = (name: (typeof NAMES)[number]): ReadonlyMap<string, number> => {
    const kind = (1 << NAMES.length) - 1 - (1 << (NAMES.length - 1 - NAMES.indexOf(name)));
    return new Map(rows.flatMap((row) => (row.kind === kind && row.value !== null ? [[row.value, row.people] as const] : [])));
  };
  const [gender, age, experience, height, country] = [by('gender'), by('age'), by('experience'), by('height'), by('country')];
  return { gender, age, experience, height, country, type, language };
}

async function countList(db: Db, column: 'talent_types' | 'languages'): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ value: string; people: number }>`
    select value, count(*)::int as people
    from talent.cinema_talents c cross join lateral unnest(c.${sql.ref(column)}) value
    group by value order by people desc, value`.execute(db);
  return new Map(rows.map(({ value, people }) => [value, people]));
}

const ageRange = (today: Date) => {
  const cases = AGE_RANGES.map(({ value, min }) => sql`when ${YEARS_OLD(today)} >= ${min} then ${value}`).toReversed();
  return sql`case ${sql.join(cases, sql` `)} else ${UNDER_AGE} end`;
};
const experienceLevel = () => {
  const cases = EXPERIENCE_LEVELS.map(({ value, min }) => sql`when c.years_of_experience >= ${min} then ${value}`).toReversed();
  return sql`case ${sql.join(cases, sql` `)} end`;
};

export interface MonthCount {
  /** `2025-10` */
  readonly month: string;
  readonly people: number;
}

/** How many registered in each of the last twelve months, the present one included. */
export async function readCinemaMonths(db: Db, today: Date): Promise<readonly MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select to_char(month, 'YYYY-MM') as month, count(c.id)::int as people
    from generate_series(date_trunc('month', ${today}::timestamptz at time zone 'UTC') - interval '11 months',
      date_trunc('month', ${today}::timestamptz at time zone 'UTC'), interval '1 month') month
    left join talent.cinema_talents c
      on date_trunc('month', c.created_at at time zone 'UTC') = month
    group by month order by month`.execute(db);
  return rows;
}
