/** The wire of the statistics: each dialect's own keys first, in the order it prints them, then those of the other that mean nothing else. */
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import type { Dialect } from '../dialect.ts';
import { PERIODS } from './figures.ts';

const orNull = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
const text = Type.String();
const count = Type.Integer();
const average = orNull(Type.Number());
const wholeAverage = orNull(count);
/** Keyed by what the catalogue or people say: a country, a talent type. */
const counts = Type.Record(Type.String(), count);
const listOf = (name: string) => Type.Array(Type.Object({ [name]: text, count }));
const named = (names: readonly string[]) => Type.Object(Object.fromEntries(names.map((name) => [name, count])));

const answer = (stats: TSchema, more: Record<string, TSchema> = {}) => Type.Object({ success: Type.Boolean(), stats, ...more });
/** The keys of `first`, then those that only `second` has. */
const ordered = (first: TObject, second: TObject) => {
  const rest = Object.entries(second.properties).filter(([key]) => !Object.hasOwn(first.properties, key));
  return Type.Object({ ...first.properties, ...Object.fromEntries(rest) });
};

const OVERVIEW_V2 = named([
  'total_users',
  'total_cinema_talents',
  'total_productions',
  'total_projects',
  'active_projects',
  'new_users_7d',
  'new_cinema_7d',
]);
const OVERVIEW_V3 = Type.Object({
  users: named(['total', 'active', 'inactive', 'new_last_7_days', 'new_last_30_days']),
  cinema: named(['total_talents', 'total_productions', 'total_projects', 'active_projects']),
  profile_completion: Type.Object({ average, complete_profiles: count, incomplete_profiles: count }),
  talents: Type.Object({ total_categories: count, most_popular: listOf('name') }),
  geographic: Type.Object({ countries: count, cities: count, top_countries: listOf('name') }),
});

const GENDERS = named(['M', 'F', 'N']);
const USERS_V2 = Type.Object({
  total: count,
  active: count,
  inactive: count,
  by_gender: GENDERS,
  by_country: listOf('country'),
  top_talents: listOf('talent'),
  avg_profile_score: wholeAverage,
  with_photo_pct: count,
  with_cv_pct: count,
});
const USERS_V3 = Type.Object({
  total: count,
  by_availability: named(['disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel']),
  by_work_mode: named(['sur_site', 'a_distance', 'hybride', 'flexible']),
  by_country: counts,
  by_gender: GENDERS,
  with_cv: count,
  without_cv: count,
  with_portfolio: count,
  average_experience_years: average,
  average_profile_score: average,
});

const CINEMA_GENDERS = named(['M', 'F']);
const CINEMA_V2 = Type.Object({
  total_talents: count,
  by_gender: CINEMA_GENDERS,
  by_talent_type: listOf('type'),
  by_country: listOf('country'),
  by_experience: named(['debutant', '1_5_ans', '5_10_ans', '10_plus']),
  with_photo_pct: count,
  avg_height: wholeAverage,
});
const CINEMA_V3 = Type.Object({
  total_talents: count,
  by_type: counts,
  by_gender: CINEMA_GENDERS,
  by_age_range: counts,
  by_country: counts,
  top_languages: listOf('language'),
  with_photos: count,
  without_photos: count,
  with_experience: count,
  without_experience: count,
  average_age: average,
  average_height: wholeAverage,
});

const generated = { generated_at: text };
export const OVERVIEW = {
  2: answer(ordered(OVERVIEW_V2, OVERVIEW_V3), generated),
  3: answer(ordered(OVERVIEW_V3, OVERVIEW_V2), generated),
} as const satisfies Record<Dialect, TSchema>;
export const USERS = {
  2: answer(ordered(USERS_V2, USERS_V3)),
  3: answer(ordered(USERS_V3, USERS_V2)),
} as const satisfies Record<Dialect, TSchema>;
export const CINEMA = {
  2: answer(ordered(CINEMA_V2, CINEMA_V3)),
  3: answer(ordered(CINEMA_V3, CINEMA_V2)),
} as const satisfies Record<Dialect, TSchema>;
export const TALENTS = answer(
  Type.Object({
    total_categories: count,
    by_category: counts,
    top_10: Type.Array(Type.Object({ id: count, name: text, emoji: text, count })),
  }),
);

export const USERS_QUERY = Type.Object({
  period: Type.Optional(
    Type.String({
      description: `${Object.keys(PERIODS)
        .map((name) => `\`${name}\``)
        .join(', ')}: only people registered in that time, counted from midnight UTC. Without it, everybody`,
    }),
  ),
});

/** Both dialects in the API document; answers are written with the schema of one. */
export const either = (schemas: Record<Dialect, TSchema>): { 200: TSchema } => ({ 200: Type.Union([schemas[3], schemas[2]]) });
