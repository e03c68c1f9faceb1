/** What requests about people may say, for checks and for the API document. */
import { Type } from 'typebox';
import { ROLES } from '#kernel/http/access.ts';
import { AVAILABILITIES, GENDERS, type ProfileField, WORK_MODES, WORK_TIMES } from './fields.ts';
import type { AccountField } from './policies.ts';

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
  account_active: optional('`true` or `false`'),
  role: optional(ROLES.map((value) => `\`${value}\``).join(', ')),
  score_min: optional('Completeness from, 0 to 100'),
  score_max: optional('Completeness up to, 0 to 100'),
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
