/** The columns of the printed list: what fits on a sheet that lies down. */
import type { PrintedList } from '#capabilities/printing/printing.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import type { Member } from '../members/members.ts';
import { words } from '../profile-form/profile-form.tsx';
import type { Names } from './columns.ts';
import { heads } from './messages.ts';

interface Printed {
  readonly head: Message;
  readonly share: number;
  readonly ltr?: boolean;
  readonly text: (member: Member, language: Language, names: Names) => string;
}

const COLUMNS: readonly Printed[] = [
  { head: words.labels.code, share: 9, ltr: true, text: ({ code }) => code },
  { head: words.labels.last_name, share: 16, text: ({ firstName, lastName }) => `${lastName} ${firstName}` },
  { head: words.labels.email, share: 19, ltr: true, text: ({ email }) => email ?? '' },
  { head: words.labels.phone, share: 11, ltr: true, text: ({ phone }) => phone ?? '' },
  {
    head: heads.city,
    share: 15,
    text: ({ residenceCity, city, country }, language, names) =>
      [names.city(residenceCity ?? city), names.country(country)].filter(Boolean).join(language === 'ar' ? '، ' : ', '),
  },
  {
    head: heads.talents,
    share: 20,
    text: ({ talents }, language, names) => talents.map(names.talent).join(language === 'ar' ? '، ' : ', '),
  },
  {
    head: words.labels.availability,
    share: 13,
    text: ({ availability }, language) => labelOf(words.availabilityLabel(availability), language),
  },
  { head: heads.score, share: 6, ltr: true, text: ({ score }) => String(score) },
];

const labelOf = (label: Message | string | null, language: Language): string =>
  label === null ? '' : typeof label === 'string' ? label : say(label, language);

export const printedUsers = (
  people: AsyncIterable<readonly Member[]>,
  language: Language,
  names: Names,
): Pick<PrintedList, 'columns' | 'rows'> => ({
  columns: COLUMNS.map(({ head, share, ltr }) => ({ header: say(head, language), share, ...(ltr ? { ltr } : {}) })),
  rows: rowsOf(people, language, names),
});

async function* rowsOf(people: AsyncIterable<readonly Member[]>, language: Language, names: Names): AsyncGenerator<readonly string[]> {
  for await (const batch of people) for (const member of batch) yield COLUMNS.map(({ text }) => text(member, language, names));
}
