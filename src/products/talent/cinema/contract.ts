/** The wire of CINEMA people: response schemas of both dialects, in the order the documents print, and the parameters of the list. */
import { type Static, type TSchema, Type } from 'typebox';
import { type Dialect, PAGE_COUNTERS } from '../dialect.ts';
import { LANGUAGE_LEVELS, OPTIONS } from '../options/options.ts';

// A list of types instead of a union: the serializer then needs no validation to choose a branch.
const orNull = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
const text = Type.String();
const id = Type.Integer();
const count = Type.Integer();
const yes = Type.Boolean();
const maybeText = orNull(text);
const maybeCount = orNull(count);
const lines = Type.Array(text);

const LOOKS = Type.Object({
  height: maybeCount,
  eye_color: maybeText,
  hair_color: maybeText,
  hair_type: maybeText,
  skin_tone: maybeText,
  build: maybeText,
});
const SPOKEN = Type.Array(Type.Object({ code: text, name: text, flag: text }));
const EXPERIENCE = Type.Object({
  years: maybeCount,
  previous_productions: Type.Array(Type.Object({ title: text, type: maybeText, year: maybeText })),
});

const ROW_V3 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  gender: text,
  age: count,
  email: maybeText,
  phone: maybeText,
  talent_types: lines,
  physical_characteristics: LOOKS,
  languages: SPOKEN,
  location: Type.Object({
    country_of_origin: maybeText,
    nationality: maybeText,
    country_of_residence: maybeText,
    city_of_residence: maybeText,
  }),
  experience: EXPERIENCE,
  has_profile_photo: yes,
  has_id_photo: yes,
  gallery_count: count,
  qr_code_url: maybeText,
  created_at: text,
});
const ROW_V2 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  gender: text,
  age: count,
  nationality: maybeText,
  country_of_residence: maybeText,
  city_of_residence: maybeText,
  ...LOOKS.properties,
  talent_types: lines,
  languages_spoken: lines,
  years_of_experience: maybeCount,
  profile_photo_url: maybeText,
  email: maybeText,
  created_at: text,
});

const DETAIL_V3 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  gender: text,
  date_of_birth: maybeText,
  age: count,
  id_document: Type.Object({ type: maybeText, number: maybeText }),
  contact: Type.Object({ email: maybeText, phone: maybeText, whatsapp: maybeText, website: maybeText }),
  origins: Type.Object({ country_of_origin: maybeText, nationality: maybeText, ethnicities: lines }),
  residence: Type.Object({ country: maybeText, city: maybeText }),
  languages: SPOKEN,
  talent_types: lines,
  physical_characteristics: LOOKS,
  other_talents: lines,
  experience: EXPERIENCE,
  social_media: Type.Object({ facebook: maybeText, instagram: maybeText, tiktok: maybeText }),
  media: Type.Object({ profile_photo: maybeText, id_photo: maybeText, gallery: lines, qr_code: maybeText }),
  created_at: text,
  updated_at: text,
});
const DETAIL_V2 = Type.Object({
  id,
  unique_code: text,
  first_name: text,
  last_name: text,
  gender: text,
  date_of_birth: maybeText,
  age: count,
  id_document_type: maybeText,
  id_document_initials: maybeText,
  ethnicities: lines,
  nationality: maybeText,
  country_of_origin: maybeText,
  country_of_residence: maybeText,
  city_of_residence: maybeText,
  ...LOOKS.properties,
  talent_types: lines,
  other_talents: lines,
  languages_spoken: lines,
  years_of_experience: maybeCount,
  previous_productions: maybeText,
  profile_photo_url: maybeText,
  gallery_photos: lines,
  email: maybeText,
  phone: maybeText,
  whatsapp: maybeText,
  website: maybeText,
  instagram: maybeText,
  qr_code_url: maybeText,
  is_active: yes,
  created_at: text,
  updated_at: text,
});

const PAGE = Object.fromEntries(PAGE_COUNTERS.map((name) => [name, count]));
const success = yes;

export const TALENTS = {
  2: Type.Object({ success, talents: Type.Array(ROW_V2), ...PAGE }),
  3: Type.Object({ success, ...PAGE, talents: Type.Array(ROW_V3) }),
} as const satisfies Record<Dialect, TSchema>;
/** A person of a list, for rooms that show people in lists of their own. */
export const TALENT_ROW = { 2: ROW_V2, 3: ROW_V3 } as const satisfies Record<Dialect, TSchema>;
export const TALENT = {
  2: Type.Object({ success, talent: DETAIL_V2 }),
  3: Type.Object({ success, talent: DETAIL_V3 }),
} as const satisfies Record<Dialect, TSchema>;

const LABEL = Type.Object({ fr: text, en: text, ar: text });
const CHOICES = Type.Array(Type.Object({ value: text, label: LABEL, swatch: Type.Optional(text) }));
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, CHOICES]));
/** Every list that the form and the filters choose from. */
export const OPTION_LISTS = Type.Object({
  success,
  options: Type.Object({
    ...named(Object.keys(OPTIONS)),
    ...named(['experience', 'language_level']),
    age_range: Type.Array(Type.Object({ value: text, min: count, max: maybeCount })),
    language: Type.Array(Type.Object({ value: text, name: text, flag: text, label: LABEL })),
  }),
});

/** Both dialects in the API document; answers are written with the schema of one. */
export const either = (schemas: Record<Dialect, TSchema>): { 200: TSchema } => ({ 200: Type.Union([schemas[3], schemas[2]]) });

// A filter may be given several times; the rules of the search read it.
const filter = (description: string) => Type.Optional(Type.Unsafe<unknown>({ description }));
const value = (of: string): string =>
  `${of}, in any spelling; a comma list or a repeated parameter means any of them. Values: \`GET /api/v1/cinema/options\``;
export const LIST_QUERY = Type.Object({
  search: filter('Words of the name or code; casting directors also find a whole e-mail, phone or document number'),
  talent_type: filter(value('Talent type')),
  gender: filter('`M` or `F`'),
  age_range: filter('`18-25`, `26-35`, `36-50`, `51+`'),
  age_min: filter('Years, included'),
  age_max: filter('Years, included'),
  ethnicity: filter(`${value('How people describe their origins')}. For casting directors`),
  eye_color: filter(value('Eye colour')),
  hair_color: filter(value('Hair colour')),
  hair_type: filter(value('Hair type')),
  skin_tone: filter(value('Skin tone')),
  build: filter(value('Build')),
  height_min: filter('Centimetres, included'),
  height_max: filter('Centimetres, included'),
  country: filter('Country of residence, by name, ISO code or id'),
  country_id: filter('Country of residence'),
  city_id: filter('City of residence'),
  language: filter('Code or name; several mean every one of them'),
  experience: filter('`debutant`, `1_5_ans`, `5_10_ans`, `10_plus`'),
  other_talent: filter('Special skill, by name; several mean every one of them'),
  has_photo: filter('`true` or `false`'),
  is_public: filter('`true` or `false`'),
  is_active: filter('`true` or `false`'),
  sort: filter('`newest` (default), `oldest`, `name`, `age`, `height`, `experience`; with `-` before a name the other way round'),
  page: filter('Default 1'),
  limit: filter('Default 20, at most 100'),
  per_page: filter('The name of `limit` in v2'),
});

export const LEVELS = Object.keys(LANGUAGE_LEVELS) as readonly (keyof typeof LANGUAGE_LEVELS)[];
