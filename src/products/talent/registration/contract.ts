/** The wire of `POST /api/v1/auth/register`. */
import { Type } from 'typebox';

const given = (description: string) => Type.Optional(Type.Unknown({ description }));

/** Fields are judged by the rules of the profile, which also take the texts of forms: the schema only names them. */
export const REGISTER_BODY = Type.Object(
  {
    first_name: given('Required'),
    last_name: given('Required'),
    email: given('Required; one account per address'),
    password: given('Required; at least 8 characters, not a common one'),
    gender: given('Required: `M`, `F` or `N`'),
    date_of_birth: given('Required: `YYYY-MM-DD`, 16 years or more ago'),
    country_id: given('Required: country of origin'),
    nationality: given('Default: that of the country of origin'),
    residence_country_id: given('Country of residence'),
    residence_city_id: given('City of residence; this, `city_id` or `other_city` is required'),
    city_id: given('City, when it is not that of residence'),
    other_city: given('Name of a city that the catalogue does not have'),
    phone: given('International, or national of the country of residence'),
    whatsapp: given('As `phone`'),
    address: given('Kept encrypted'),
    talents: given('Ids or names, as a list or a comma list'),
    availability: given('`disponible_maintenant`, `disponible_prochainement`, `non_disponible`, `projet_actuel`'),
    work_mode: given('`sur_site`, `a_distance`, `hybride`, `flexible`'),
    years_experience: given('0 to 70'),
    rate_range: given('Free text'),
    bio: given('At most 2000 characters'),
    portfolio_url: given('Web address'),
    website: given('Web address'),
    is_public: given('Whether every member may see the profile, without contacts; default `false`'),
  },
  { additionalProperties: true },
);

const text = Type.String();
const maybeText = Type.Union([text, Type.Null()]);
export const REGISTERED = Type.Object({
  success: Type.Boolean(),
  message: text,
  user: Type.Object({
    id: Type.Integer(),
    email: text,
    unique_code: text,
    first_name: text,
    last_name: text,
    is_admin: Type.Boolean(),
    role: text,
    account_active: Type.Optional(Type.Boolean()),
  }),
  unique_code: text,
  profile_score: Type.Integer(),
  profile_url: text,
  photo_url: maybeText,
  cv_url: maybeText,
  qr_code_url: maybeText,
});
