/** The wire of the catalogue: how talents are shown, response schemas of both dialects, parameters. */
import { type Static, Type } from 'typebox';
import type { Dialect } from '../dialect.ts';
import type { PeopleCounts, Talent } from './catalogue.ts';

const id = Type.Integer();
const text = Type.String();

export const TALENT_V2 = Type.Object({
  id,
  name: text,
  emoji: text,
  category: text,
  tag: text,
  is_active: Type.Boolean(),
  users_count: Type.Integer(),
  user_count: Type.Integer(),
});
export const TALENT_V3 = Type.Object({
  id,
  name: text,
  emoji: text,
  category: text,
  is_active: Type.Boolean(),
  user_count: Type.Integer(),
  users_count: Type.Integer(),
  tag: text,
});
export type WireTalent = Static<typeof TALENT_V3>;

/** Both names of the counter go out in both dialects (DECISIONS, "Counters"). */
export function presentTalent({ id, name, emoji, category, tag, isActive }: Talent, { byTalent }: PeopleCounts): WireTalent {
  const people = byTalent.get(id) ?? 0;
  return { id, name, emoji, category, tag, is_active: isActive, user_count: people, users_count: people };
}

/** How many talents each category has. */
export const presentCategories = (talents: readonly Talent[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(talents, (talent) => talent.category)].map(([category, list]) => [category, list.length]));

export const TALENTS = {
  2: Type.Object({ success: Type.Boolean(), talents: Type.Array(TALENT_V2), total: Type.Integer() }),
  3: Type.Object({
    success: Type.Boolean(),
    total: Type.Integer(),
    talents: Type.Array(TALENT_V3),
    categories: Type.Record(Type.String(), Type.Integer()),
  }),
} as const satisfies Record<Dialect, unknown>;

export const COUNTRIES = Type.Object({
  success: Type.Boolean(),
  total: Type.Integer(),
  countries: Type.Array(
    Type.Object({ id, name: text, code: text, flag: text, user_count: Type.Integer(), cinema_talent_count: Type.Integer() }),
  ),
});

export const CITIES = Type.Object({
  success: Type.Boolean(),
  total: Type.Integer(),
  cities: Type.Array(Type.Object({ id, name: text, code: text, country: text, country_code: text, user_count: Type.Integer() })),
});

/** The bare lists of the web forms. */
export const COUNTRY_CHOICES = Type.Array(Type.Object({ id, name: text, code: text, flag: text, dial: text }));
export const CITY_CHOICES = Type.Array(Type.Object({ id, name: text, code: text }));
export const TALENT_CHOICES = Type.Array(Type.Object({ id, name: text, emoji: text, category: text, tag: text }));

export const TALENTS_QUERY = Type.Object({
  tag: Type.Optional(Type.String({ description: '`general` or `cinema`' })),
  category: Type.Optional(Type.String()),
});
export const CITIES_QUERY = Type.Object({
  country_code: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2, for example MA' })),
  country_id: Type.Optional(Type.String({ description: 'Id of a country' })),
});
