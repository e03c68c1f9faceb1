/** The wire of people: response schemas of both dialects, in the order the documents print. Requests are in `requests.ts`. */
import { type Static, type TSchema, Type } from 'typebox';
import { type Dialect, PAGE_COUNTERS } from '../dialect.ts';
import { SOCIAL_NAMES } from './fields.ts';

// A list of types instead of a union: the serializer then needs no validation to choose a branch.
const orNull = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
const text = Type.String();
const id = Type.Integer();
const count = Type.Integer();
const yes = Type.Boolean();
const maybeText = orNull(text);
const maybeCount = orNull(count);

const PLACE = orNull(Type.Object({ id, name: text, code: text }));
const TALENT_SHORT = Type.Object({ id, name: text, emoji: text });
const TALENT = Type.Object({ id, name: text, emoji: text, category: text });
const SOCIAL = Type.Object(Object.fromEntries(SOCIAL_NAMES.map((name) => [name === 'imdb_url' ? 'imdb' : name, maybeText])));
const lines = Type.Array(text);
export const CV_ANALYSIS = orNull(
  Type.Object({
    summary: Type.Optional(maybeText),
    skills: Type.Optional(lines),
    score: Type.Optional(orNull(Type.Number())),
    strengths: Type.Optional(lines),
    weaknesses: Type.Optional(lines),
    recommendations: Type.Optional(lines),
    skills_detected: Type.Optional(lines),
    experience_years: Type.Optional(orNull(Type.Number())),
    success: Type.Optional(yes),
    criteria: Type.Optional(Type.Array(Type.Object({ key: text, score: Type.Number(), max: Type.Number() }))),
    languages: Type.Optional(Type.Array(Type.Object({ code: text, level: maybeText }))),
    analyzed_by: Type.Optional(text),
    provider: Type.Optional(maybeText),
    embedded_score: Type.Optional(orNull(Type.Number())),
    quality: Type.Optional(text),
    analyzed_at: Type.Optional(text),
  }),
);

const ROW_V3 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  email: maybeText,
  gender: text,
  age: maybeCount,
  availability: maybeText,
  work_mode: maybeText,
  country: maybeText,
  city: maybeText,
  account_active: yes,
  profile_score: count,
  has_cv: yes,
  has_portfolio: yes,
  created_at: text,
  talents: Type.Array(TALENT_SHORT),
});
const ROW_V2 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  email: maybeText,
  gender: text,
  age: maybeCount,
  country: PLACE,
  city: PLACE,
  photo_url: maybeText,
  talents: Type.Array(TALENT),
  availability: maybeText,
  profile_score: count,
  created_at: text,
});

const DETAIL_V3 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  email: maybeText,
  date_of_birth: maybeText,
  gender: text,
  age: maybeCount,
  phone: maybeText,
  whatsapp: maybeText,
  address: maybeText,
  country: maybeText,
  city: maybeText,
  bio: maybeText,
  years_experience: maybeCount,
  profile_score: count,
  availability: maybeText,
  work_mode: maybeText,
  rate_range: maybeText,
  portfolio_url: maybeText,
  website: maybeText,
  talents: Type.Array(TALENT),
  social_media: SOCIAL,
  cv_analysis: CV_ANALYSIS,
  photo_url: maybeText,
  cv_url: maybeText,
  qr_code_url: maybeText,
  account_active: yes,
  is_admin: yes,
  created_at: text,
  updated_at: text,
});
const DETAIL_V2 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  email: maybeText,
  phone: maybeText,
  whatsapp: maybeText,
  date_of_birth: maybeText,
  age: maybeCount,
  gender: text,
  nationality: maybeText,
  bio: maybeText,
  years_experience: maybeCount,
  education: maybeText,
  languages: maybeText,
  availability: maybeText,
  work_mode: maybeText,
  rate_range: maybeText,
  country: PLACE,
  city: PLACE,
  residence_country: PLACE,
  residence_city: PLACE,
  talents: Type.Array(TALENT),
  photo_url: maybeText,
  cv_url: maybeText,
  qr_code_url: maybeText,
  portfolio_url: maybeText,
  website: maybeText,
  linkedin: maybeText,
  instagram: maybeText,
  profile_score: count,
  account_active: yes,
  created_at: text,
  updated_at: text,
});
/** What an update answers in v3. */
const CHANGED_V3 = Type.Object({ id, unique_code: text, first_name: text, last_name: text, availability: maybeText });

const PAGE = Object.fromEntries(PAGE_COUNTERS.map((name) => [name, count]));
const success = yes;

export const USERS = {
  2: Type.Object({ success, users: Type.Array(ROW_V2), ...PAGE }),
  3: Type.Object({ success, ...PAGE, users: Type.Array(ROW_V3) }),
} as const satisfies Record<Dialect, TSchema>;
/** A person of a list, for rooms that show people in lists of their own. */
export const USER_ROW = { 2: ROW_V2, 3: ROW_V3 } as const satisfies Record<Dialect, TSchema>;
export const USER = {
  2: Type.Object({ success, user: DETAIL_V2 }),
  3: Type.Object({ success, user: DETAIL_V3 }),
} as const satisfies Record<Dialect, TSchema>;
export const USER_UPDATED = {
  2: Type.Object({ success, message: text, user: DETAIL_V2 }),
  3: Type.Object({ success, message: text, user: CHANGED_V3 }),
} as const satisfies Record<Dialect, TSchema>;
export const DONE = Type.Object({ success, message: text });
export const TOGGLED = Type.Object({ success, message: text, account_active: yes });

const TALENT_V2 = Type.Object({
  id,
  name: text,
  emoji: text,
  category: text,
  tag: text,
  is_active: yes,
  users_count: count,
  user_count: count,
});
const TALENT_V3 = Type.Object({
  id,
  name: text,
  emoji: text,
  category: text,
  is_active: yes,
  user_count: count,
  users_count: count,
  tag: text,
});
const TALENT_PERSON = Type.Object({ id, unique_code: text, first_name: text, last_name: text, availability: maybeText });
export const TALENT_DETAIL = {
  2: Type.Object({ success, talent: TALENT_V2 }),
  3: Type.Object({ success, talent: Type.Object({ ...TALENT_V3.properties, users: Type.Array(TALENT_PERSON) }) }),
} as const satisfies Record<Dialect, TSchema>;
export const TALENT_USERS = {
  2: Type.Object({ success, talent: TALENT_V2, users: Type.Array(ROW_V2), ...PAGE }),
  3: Type.Object({ success, talent: TALENT_V3, users: Type.Array(ROW_V3), ...PAGE }),
} as const satisfies Record<Dialect, TSchema>;

/** Both dialects in the API document; answers are written with the schema of one. */
export const either = (schemas: Record<Dialect, TSchema>): { 200: TSchema } => ({ 200: Type.Union([schemas[3], schemas[2]]) });
