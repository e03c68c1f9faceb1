/** The people of the talent platform as a table. */
import { type Language, type Message, say } from '#kernel/message.ts';
import type { Member } from '../members/members.ts';
import { words } from '../profile-form/profile-form.tsx';
import { dayOf, type ExportColumn, listed } from './columns.ts';
import { heads, m } from './messages.ts';

const { labels } = words;

export const USER_COLUMNS: readonly ExportColumn<Member>[] = [
  { head: labels.code, width: 14, cell: ({ code }) => code },
  { head: labels.last_name, width: 20, cell: ({ lastName }) => lastName },
  { head: labels.first_name, width: 20, cell: ({ firstName }) => firstName },
  { head: labels.email, width: 30, cell: ({ email }) => email },
  { head: labels.phone, width: 18, cell: ({ phone }) => phone },
  { head: labels.whatsapp, width: 18, cell: ({ whatsapp }) => whatsapp },
  { head: labels.address, width: 30, cell: ({ address }) => address },
  { head: labels.gender, width: 8, cell: ({ gender }, _language, names) => names.gender(gender) },
  { head: labels.date_of_birth, kind: 'date', width: 12, cell: ({ dateOfBirth }) => dayOf(dateOfBirth) },
  { head: heads.age, kind: 'integer', width: 6, cell: ({ age }) => age },
  { head: heads.origin, width: 18, cell: ({ country }, _language, names) => names.country(country) },
  { head: labels.nationality, width: 16, cell: ({ nationality }, _language, names) => names.nationality(nationality) },
  { head: heads.country, width: 18, cell: ({ residenceCountry }, _language, names) => names.country(residenceCountry) },
  { head: heads.city, width: 16, cell: ({ residenceCity, city }, _language, names) => names.city(residenceCity ?? city) },
  { head: heads.talents, width: 36, cell: ({ talents }, _language, names) => listed(talents.map(names.talent)) },
  { head: labels.availability, width: 24, cell: ({ availability }, language) => textOf(words.availabilityLabel(availability), language) },
  { head: labels.work_time, width: 14, cell: ({ workTime }, language) => textOf(words.workTimeLabel(workTime), language) },
  { head: labels.work_mode, width: 14, cell: ({ workMode }, language) => textOf(words.workModeLabel(workMode), language) },
  { head: labels.years_experience, kind: 'integer', width: 8, cell: ({ yearsExperience }) => yearsExperience },
  { head: labels.rate_range, width: 22, cell: ({ rateRange }) => rateRange },
  { head: labels.education, width: 30, cell: ({ education }) => education },
  { head: labels.languages, width: 24, cell: ({ languages }) => languages },
  { head: labels.bio, width: 40, cell: ({ bio }) => bio },
  { head: labels.portfolio_url, width: 28, cell: ({ portfolioUrl }) => portfolioUrl },
  { head: labels.website, width: 28, cell: ({ website }) => website },
  ...(['linkedin', 'github', 'twitter', 'instagram', 'facebook', 'behance', 'dribbble', 'imdb_url', 'threads'] as const).map(
    (network): ExportColumn<Member> => ({ head: labels[network], width: 28, cell: ({ social }) => social[network] }),
  ),
  { head: heads.score, kind: 'integer', width: 8, cell: ({ score }) => score },
  { head: heads.hasPhoto, width: 8, cell: ({ photoFile }, language) => say(photoFile ? m.yes : m.no, language) },
  { head: heads.hasCv, width: 8, cell: ({ hasCv }, language) => say(hasCv ? m.yes : m.no, language) },
  { head: labels.role, width: 14, cell: ({ role }, language) => textOf(words.roleLabel(role), language) },
  { head: heads.active, width: 12, cell: ({ active }, language) => say(active ? m.yes : m.no, language) },
  { head: heads.created, kind: 'datetime', width: 20, cell: ({ createdAt }) => createdAt },
  { head: heads.updated, kind: 'datetime', width: 20, cell: ({ updatedAt }) => updatedAt },
];

const textOf = (label: Message | string | null, language: Language): string | null =>
  label === null || typeof label === 'string' ? label : say(label, language);
