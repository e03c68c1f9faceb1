/** CINEMA people as each dialect writes them: nested in v3, flat in v2. */
import { type Dialect, wireDate } from '../dialect.ts';
import { AGE_RANGES, EXPERIENCE_LEVELS, LANGUAGE_LEVELS, LANGUAGES, languageOf, OPTIONS } from '../options/options.ts';
import type { CinemaTalent, ListedCinemaTalent, PlaceRef } from './cinema-talent.ts';
import { LEVELS } from './contract.ts';

/** Where a stored file is served; the two documents name two folders for the same photos. */
export const fileUrl = (name: string | null, dialect: Dialect = 3): string | null =>
  name === null ? null : `/static/uploads/${dialect === 2 ? name.replace(/^cinema\//, 'cinema_photos/') : name}`;
const fileUrls = (names: readonly string[], dialect: Dialect): readonly (string | null)[] => names.map((name) => fileUrl(name, dialect));

const nameOf = (place: PlaceRef | null): string | null => place?.name ?? null;
const spokenOf = (codes: readonly string[]) => codes.map(languageOf).map(({ code, name, flag }) => ({ code, name, flag }));
const namesOf = (codes: readonly string[]): readonly string[] => codes.map((code) => languageOf(code).name);

const identityOf = (talent: ListedCinemaTalent) => ({
  id: talent.id,
  unique_code: talent.code,
  first_name: talent.firstName,
  last_name: talent.lastName,
  gender: talent.gender,
  age: talent.age,
  talent_types: talent.talentTypes,
  email: talent.email,
});
const looksOf = ({ looks }: ListedCinemaTalent) => ({
  height: looks.height,
  eye_color: looks.eyeColor,
  hair_color: looks.hairColor,
  hair_type: looks.hairType,
  skin_tone: looks.skinTone,
  build: looks.build,
});
const experienceOf = ({ yearsOfExperience, previousProductions }: ListedCinemaTalent) => ({
  years: yearsOfExperience,
  previous_productions: previousProductions,
});

export function presentRow(talent: ListedCinemaTalent, dialect: Dialect): Readonly<Record<string, unknown>> {
  const shared = { ...identityOf(talent), created_at: wireDate(talent.createdAt, dialect) };
  return dialect === 2 ? { ...shared, ...flatOf(talent) } : { ...shared, ...nestedRow(talent) };
}

const nestedRow = (talent: ListedCinemaTalent) => ({
  phone: talent.phone,
  physical_characteristics: looksOf(talent),
  languages: spokenOf(talent.languages),
  location: {
    country_of_origin: nameOf(talent.countryOfOrigin),
    nationality: talent.nationality,
    country_of_residence: nameOf(talent.country),
    city_of_residence: nameOf(talent.city),
  },
  experience: experienceOf(talent),
  has_profile_photo: talent.photoFile !== null,
  has_id_photo: talent.hasIdPhoto,
  gallery_count: talent.galleryCount,
  qr_code_url: fileUrl(talent.qrFile),
});

const flatOf = (talent: ListedCinemaTalent) => ({
  ...looksOf(talent),
  nationality: talent.nationality,
  country_of_residence: nameOf(talent.country),
  city_of_residence: nameOf(talent.city),
  languages_spoken: namesOf(talent.languages),
  years_of_experience: talent.yearsOfExperience,
  profile_photo_url: fileUrl(talent.photoFile, 2),
});

export function presentTalent(talent: CinemaTalent, dialect: Dialect): Readonly<Record<string, unknown>> {
  const shared = {
    ...identityOf(talent),
    date_of_birth: talent.dateOfBirth,
    other_talents: talent.otherTalents,
    created_at: wireDate(talent.createdAt, dialect),
    updated_at: wireDate(talent.updatedAt, dialect),
  };
  return dialect === 2 ? { ...shared, ...flatDetail(talent) } : { ...shared, ...nestedDetail(talent) };
}

function nestedDetail(talent: CinemaTalent) {
  const { email, phone, whatsapp, website, social } = talent;
  return {
    id_document: talent.idDocument,
    contact: { email, phone, whatsapp, website },
    origins: {
      country_of_origin: nameOf(talent.countryOfOrigin),
      nationality: talent.nationality,
      ethnicities: talent.ethnicities,
    },
    residence: { country: nameOf(talent.country), city: nameOf(talent.city) },
    languages: spokenOf(talent.languages),
    physical_characteristics: looksOf(talent),
    experience: experienceOf(talent),
    social_media: social,
    media: {
      profile_photo: fileUrl(talent.photoFile),
      id_photo: fileUrl(talent.idPhotoFile),
      gallery: fileUrls(talent.galleryFiles, 3),
      qr_code: fileUrl(talent.qrFile),
    },
  };
}

const flatDetail = (talent: CinemaTalent) => ({
  ...flatOf(talent),
  id_document_type: talent.idDocument.type,
  id_document_initials: talent.idDocument.number,
  ethnicities: talent.ethnicities,
  country_of_origin: nameOf(talent.countryOfOrigin),
  previous_productions: creditsText(talent),
  gallery_photos: fileUrls(talent.galleryFiles, 2),
  phone: talent.phone,
  whatsapp: talent.whatsapp,
  website: talent.website,
  instagram: talent.social.instagram,
  qr_code_url: fileUrl(talent.qrFile, 2),
  is_active: talent.isActive,
});

/** « Film X (2022), Serie Y (2023) ». */
const creditsText = ({ previousProductions }: CinemaTalent): string | null =>
  previousProductions.map(({ title, year }) => (year ? `${title} (${year})` : title)).join(', ') || null;

/** Every list that the form and the filters choose from. */
export const presentOptions = (): Readonly<Record<string, unknown>> => ({
  ...OPTIONS,
  experience: EXPERIENCE_LEVELS.map(({ value, label }) => ({ value, label })),
  age_range: AGE_RANGES,
  language_level: LEVELS.map((value) => ({ value, label: LANGUAGE_LEVELS[value] })),
  language: LANGUAGES.map(({ code, name, flag, label }) => ({ value: code, name, flag, label })),
});
