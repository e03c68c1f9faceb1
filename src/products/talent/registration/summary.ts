/** What was answered so far, in the words of the reader, step by step. */
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import { nationalityName, type Snapshot } from '../catalogue/catalogue.ts';
import { type Answers, inputOf, listOf, SOCIAL_FIELDS, textOf, words } from '../profile-form/profile-form.tsx';
import { m } from './messages.ts';
import type { StepName } from './steps.ts';

export interface SummaryItem {
  readonly label: Message;
  /** null when nothing was given. */
  readonly value: string | Message | null;
  /** Numbers, addresses and codes stay left to right. */
  readonly ltr?: boolean;
  readonly wide?: boolean;
}
export interface SummaryPart {
  readonly step: StepName;
  readonly items: readonly SummaryItem[];
}
export type Summary = readonly SummaryPart[];

const { labels } = words;

export function summaryOf(answers: Answers, catalogue: Snapshot, language: Language): Summary {
  const text = textItem(answers);
  const input = inputOf(answers);
  const number = (name: 'phone' | 'whatsapp'): SummaryItem => ({
    label: labels[name],
    value: String(input[name] ?? '') || null,
    ltr: true,
  });
  const account = [
    text('first_name'),
    text('last_name'),
    text('email', { ltr: true }),
    { label: labels.gender, value: words.genderLabel(textOf(answers, 'gender')) },
    { label: labels.date_of_birth, value: dayOf(textOf(answers, 'date_of_birth'), language) },
  ];
  const contact = [number('phone'), number('whatsapp'), text('address', { wide: true })];
  return [
    { step: 'account', items: account },
    { step: 'origins', items: [...placesOf(answers, catalogue, language), ...contact] },
    { step: 'profession', items: workOf(answers, catalogue, language) },
  ];
}

const textItem =
  (answers: Answers) =>
  (name: keyof typeof labels, more: Partial<SummaryItem> = {}): SummaryItem => ({
    label: labels[name],
    value: textOf(answers, name) || null,
    ...more,
  });

function workOf(answers: Answers, catalogue: Snapshot, language: Language): readonly SummaryItem[] {
  const text = textItem(answers);
  const talents = listOf(answers, 'talents').flatMap((id) => catalogue.talent(Number(id)) ?? []);
  const links = (['portfolio_url', 'website', ...SOCIAL_FIELDS] as const).filter((name) => textOf(answers, name));
  return [
    { label: labels.talents, value: talents.map(({ emoji, label }) => `${emoji} ${say(label, language)}`).join(' · ') || null, wide: true },
    { label: labels.availability, value: words.availabilityLabel(textOf(answers, 'availability')) },
    { label: labels.work_mode, value: words.workModeLabel(textOf(answers, 'work_mode')) },
    text('years_experience'),
    text('rate_range'),
    text('bio', { wide: true }),
    ...links.map((name) => text(name, { ltr: true })),
  ];
}

function dayOf(text: string, language: Language): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  if (!day || Number.isNaN(day.getTime())) return text || null;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function placesOf(answers: Answers, catalogue: Snapshot, language: Language): readonly SummaryItem[] {
  const country = (name: string): Message | null => catalogue.country(Number(textOf(answers, name)))?.name ?? null;
  const origin = catalogue.country(Number(textOf(answers, 'country_id')));
  const city = catalogue.city(Number(textOf(answers, 'residence_city_id')))?.label;
  const typed = textOf(answers, 'other_city');
  return [
    { label: labels.country_id, value: origin?.name ?? null },
    {
      label: labels.nationality,
      value: nationalityName(catalogue, language, textOf(answers, 'nationality') || (origin?.nationality ?? null)),
    },
    { label: labels.residence_country_id, value: country('residence_country_id') },
    { label: labels.residence_city_id, value: city ?? (typed ? say(m.otherCityNamed, language, { city: typed }) : null) },
  ];
}
