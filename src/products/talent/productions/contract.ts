/** The wire of productions: response schemas of both dialects, in the order the documents print. */
import { type Static, type TSchema, Type } from 'typebox';
import { type Dialect, PAGE_COUNTERS } from '../dialect.ts';

// A list of types instead of a union: the serializer then needs no validation to choose a branch.
const orNull = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
const text = Type.String();
const count = Type.Integer();
const yes = Type.Boolean();
const maybeText = orNull(text);
const maybeCount = orNull(count);
const lines = Type.Array(text);
const works = Type.Array(Type.Object({ title: text, year: maybeCount }));

const ROW_V3 = Type.Object({
  id: count,
  name: text,
  description: maybeText,
  specialization: maybeText,
  country: maybeText,
  city: maybeText,
  founded_year: maybeCount,
  ceo: maybeText,
  employees_count: maybeCount,
  productions_count: maybeCount,
  is_verified: yes,
  is_active: yes,
  contact: Type.Object({ email: maybeText, phone: maybeText, website: maybeText }),
  social_media: Type.Object({ facebook: maybeText, instagram: maybeText }),
  created_at: text,
});
const ROW_V2 = Type.Object({
  id: count,
  name: text,
  logo_url: maybeText,
  description: maybeText,
  specialization: maybeText,
  city: maybeText,
  country: maybeText,
  founded_year: maybeCount,
  employees_count: maybeCount,
  productions_count: maybeCount,
  is_verified: yes,
  email: maybeText,
  website: maybeText,
});
const DETAIL_V3 = Type.Object({
  id: count,
  name: text,
  logo_url: maybeText,
  description: maybeText,
  specialization: maybeText,
  address: maybeText,
  city: maybeText,
  country: maybeText,
  postal_code: maybeText,
  founded_year: maybeCount,
  ceo: maybeText,
  employees_count: maybeCount,
  productions_count: maybeCount,
  notable_productions: works,
  services: lines,
  equipment: maybeText,
  studios: maybeText,
  certifications: lines,
  memberships: lines,
  awards: works,
  is_active: yes,
  is_verified: yes,
  active_projects_count: count,
  total_projects_count: count,
  created_at: text,
});
/** v2 documents no detail: the fields of its list, then those of v3. */
const DETAIL_V2 = Type.Object({ ...ROW_V2.properties, phone: maybeText, ...DETAIL_V3.properties });

const PAGE = Object.fromEntries(PAGE_COUNTERS.map((name) => [name, count]));
const success = yes;

export const PRODUCTIONS = {
  2: Type.Object({ success, productions: Type.Array(ROW_V2), ...PAGE }),
  3: Type.Object({ success, ...PAGE, productions: Type.Array(ROW_V3) }),
} as const satisfies Record<Dialect, TSchema>;
export const PRODUCTION = {
  2: Type.Object({ success, production: DETAIL_V2 }),
  3: Type.Object({ success, production: DETAIL_V3 }),
} as const satisfies Record<Dialect, TSchema>;

/** Both dialects in the API document; answers are written with the schema of one. */
export const either = (schemas: Record<Dialect, TSchema>): { 200: TSchema } => ({ 200: Type.Union([schemas[3], schemas[2]]) });

const optional = (description: string) => Type.Optional(Type.String({ description }));
export const LIST_QUERY = Type.Object({
  is_active: optional('`true` or `false`'),
  is_verified: optional('`true` or `false`'),
  country: optional('Country: name, ISO code or id'),
  search: optional('Words of the name, city or specialization, in any spelling'),
  page: optional('Default 1'),
  limit: optional('Default 20, at most 100'),
  per_page: optional('The name of `limit` in v2'),
});
