/** The people of the CINEMA module as a table. */
import { type Language, say } from '#kernel/message.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import type { OptionName } from '../options/options.ts';
import { languageOf } from '../options/options.ts';
import { words } from '../profile-form/profile-form.tsx';
import { dayOf, type ExportColumn, listed, type Names } from './columns.ts';
import { heads, m } from './messages.ts';

const { labels } = words;

export const CINEMA_COLUMNS: readonly ExportColumn<CinemaTalent>[] = [
  { head: labels.code, width: 14, cell: ({ code }) => code },
  { head: labels.last_name, width: 20, cell: ({ lastName }) => lastName },
  { head: labels.first_name, width: 20, cell: ({ firstName }) => firstName },
  { head: labels.gender, width: 8, cell: ({ gender }, _language, names) => names.gender(gender) },
  { head: labels.date_of_birth, kind: 'date', width: 12, cell: ({ dateOfBirth }) => dayOf(dateOfBirth) },
  { head: heads.age, kind: 'integer', width: 6, cell: ({ age }) => age },
  { head: labels.email, width: 30, cell: ({ email }) => email },
  { head: labels.phone, width: 18, cell: ({ phone }) => phone },
  { head: labels.whatsapp, width: 18, cell: ({ whatsapp }) => whatsapp },
  { head: heads.types, width: 30, cell: ({ talentTypes }, _language, names) => listed(options('talent_type', talentTypes, names)) },
  { head: heads.origin, width: 18, cell: ({ countryOfOrigin }, _language, names) => names.country(countryOfOrigin) },
  { head: labels.nationality, width: 16, cell: ({ nationality }, _language, names) => names.nationality(nationality) },
  { head: heads.country, width: 18, cell: ({ country }, _language, names) => names.country(country) },
  { head: heads.city, width: 16, cell: ({ city }, _language, names) => names.city(city) },
  { head: heads.ethnicities, width: 22, cell: ({ ethnicities }, _language, names) => listed(options('ethnicity', ethnicities, names)) },
  { head: heads.height, kind: 'integer', width: 10, cell: ({ looks }) => looks.height },
  { head: heads.weight, kind: 'integer', width: 10, cell: ({ weight }) => weight },
  { head: heads.eyes, width: 14, cell: ({ looks }, _language, names) => names.option('eye_color', looks.eyeColor) },
  { head: heads.hair, width: 14, cell: ({ looks }, _language, names) => names.option('hair_color', looks.hairColor) },
  { head: heads.hairType, width: 14, cell: ({ looks }, _language, names) => names.option('hair_type', looks.hairType) },
  { head: heads.skin, width: 12, cell: ({ looks }, _language, names) => names.option('skin_tone', looks.skinTone) },
  { head: heads.build, width: 14, cell: ({ looks }, _language, names) => names.option('build', looks.build) },
  {
    head: heads.languages,
    width: 28,
    cell: ({ languages }, language) => listed(languages.map((code) => say(languageOf(code).label, language))),
  },
  { head: heads.skills, width: 30, cell: ({ otherTalents }, _language, names) => listed(otherTalents.map(names.talent)) },
  { head: heads.years, kind: 'integer', width: 10, cell: ({ yearsOfExperience }) => yearsOfExperience },
  { head: heads.credits, width: 40, cell: ({ previousProductions }) => listed(previousProductions.map(creditOf)) },
  { head: labels.bio, width: 40, cell: ({ bio }) => bio },
  // The number of a paper stays masked, whoever exports: a file is copied and mailed on.
  {
    head: heads.document,
    width: 20,
    cell: ({ idDocument: { type, number } }, _language, names) =>
      listed([names.option('id_document_type', type), number].filter((part) => part !== null)),
  },
  { head: labels.website, width: 28, cell: ({ website }) => website },
  { head: labels.facebook, width: 28, cell: ({ social }) => social.facebook },
  { head: labels.instagram, width: 28, cell: ({ social }) => social.instagram },
  { head: { fr: 'TikTok', en: 'TikTok', ar: 'TikTok' }, width: 28, cell: ({ social }) => social.tiktok },
  { head: { fr: 'Telegram', en: 'Telegram', ar: 'Telegram' }, width: 28, cell: ({ social }) => social.telegram },
  { head: heads.hasPhoto, width: 8, cell: ({ photoFile }, language) => flag(photoFile !== null, language) },
  { head: heads.gallery, kind: 'integer', width: 10, cell: ({ galleryCount }) => galleryCount },
  { head: heads.isPublic, width: 10, cell: ({ isPublic }, language) => flag(isPublic, language) },
  { head: heads.active, width: 10, cell: ({ isActive }, language) => flag(isActive, language) },
  { head: heads.created, kind: 'datetime', width: 20, cell: ({ createdAt }) => createdAt },
  { head: heads.updated, kind: 'datetime', width: 20, cell: ({ updatedAt }) => updatedAt },
];

const options = (name: OptionName, values: readonly string[], names: Names): readonly string[] =>
  values.map((value) => names.option(name, value) ?? value);
const flag = (value: boolean, language: Language): string => say(value ? m.yes : m.no, language);
const creditOf = ({ title, year }: CinemaTalent['previousProductions'][number]): string => (year ? `${title} (${year})` : title);
