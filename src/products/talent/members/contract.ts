/** The wire of people: response schemas of both dialects, in the order the documents print, and the request parameters. */
import { type Static, type TSchema, Type } from 'typebox';
import { ROLES } from '#kernel/http/access.ts';
import { type Dialect, PAGE_COUNTERS } from '../dialect.ts';
import { AVAILABILITIES, GENDERS, type ProfileField, SOCIAL_NAMES, WORK_MODES, WORK_TIMES } from './fields.ts';
import type { AccountField } from './policies.ts';

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
const CV_ANALYSIS = orNull(
  Type.Object({
    summary: Type.Optional(maybeText),
    skills: Type.Optional(lines),
    score: Type.Optional(orNull(Type.Number())),
    strengths: Type.Optional(lines),
    weaknesses: Type.Optional(lines),
    recommendations: Type.Optional(lines),
    skills_detected: Type.Optional(lines),
    experience_years: Type.Optional(orNull(Type.Number())),
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

const optional = (description: string) => Type.Optional(Type.String({ description }));
export const LIST_QUERY = Type.Object({
  search: optional('Words of the name, e-mail or code, in any spelling, or a phone number'),
  country_id: optional('Country of origin'),
  city_id: optional('City'),
  gender: optional('`M`, `F` or `N`'),
  availability: optional(`${AVAILABILITIES.map((value) => `\`${value}\``).join(', ')}; or a word of v2 such as \`Temps plein\``),
  work_mode: optional(WORK_MODES.map((value) => `\`${value}\``).join(', ')),
  has_cv: optional('`true` or `false`'),
  has_portfolio: optional('`true` or `false`'),
  talent_id: optional('Id of a talent'),
  talent: optional('Id, name or slug of a talent'),
  page: optional('Default 1'),
  limit: optional('Default 20, at most 100'),
  per_page: optional('The name of `limit` in v2'),
});

const words = (values: readonly string[]): string => `One of ${values.map((value) => `\`${value}\``).join(', ')}`;
const ADDRESS = 'Web address, http or https';
const FIELD_NOTES: Readonly<Record<ProfileField | AccountField, string>> = {
  first_name: 'At most 100 characters',
  last_name: 'At most 100 characters',
  date_of_birth: '`YYYY-MM-DD`',
  gender: words(GENDERS),
  phone: 'In any usual spelling; kept as `+212600000000`',
  whatsapp: 'As `phone`',
  address: 'Postal address',
  country_id: 'Country of origin; the code keeps the first one',
  city_id: 'City shown with the country; follows the residence unless given',
  residence_country_id: 'Country of residence',
  residence_city_id: 'City of residence, in the country of residence',
  other_city: 'Name of a city that the catalogue does not have',
  nationality: 'At most 100 characters',
  education: 'At most 300 characters',
  languages: 'At most 300 characters',
  availability: `${words(AVAILABILITIES)}; or ${words(WORK_TIMES).toLowerCase()}, which sets the work time`,
  work_time: words(WORK_TIMES),
  work_mode: words(WORK_MODES),
  rate_range: 'At most 100 characters',
  years_experience: 'From 0 to 70',
  bio: 'At most 2000 characters',
  portfolio_url: ADDRESS,
  website: ADDRESS,
  linkedin: ADDRESS,
  github: ADDRESS,
  twitter: ADDRESS,
  instagram: ADDRESS,
  facebook: ADDRESS,
  behance: ADDRESS,
  dribbble: ADDRESS,
  imdb_url: ADDRESS,
  threads: ADDRESS,
  is_public: 'Whether everybody may see the contact-free card',
  talents: 'Ids of talents, replacing the present ones',
  account_active: 'Administrators only',
  is_admin: 'The super-administrator only',
  role: `The super-administrator only. ${words(ROLES)}`,
  email: 'Administrators only',
};

/** Fields are read by the rules of the profile, which also take the texts of forms: the schema only names them. */
export const UPDATE_BODY = Type.Object(
  Object.fromEntries(
    Object.entries(FIELD_NOTES).map(([name, description]) => [name, Type.Optional(Type.Unsafe<unknown>({ description }))]),
  ),
  { additionalProperties: true },
);
