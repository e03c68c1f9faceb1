/** What was answered so far, in the words of the reader, step by step. */
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import { nationalityName, type Snapshot } from '../catalogue/catalogue.ts';
import { choiceOf, LANGUAGE_LEVELS, type LanguageLevel, languageOf, type OptionName } from '../options/options.ts';
import { type Answers, listOf, textOf, words } from '../profile-form/profile-form.tsx';
import { inputOf, OTHER_CITY_CHOICE } from './answers.ts';
import { type FieldName, labels } from './labels.ts';
import { m } from './messages.ts';
import { readCredits, readLanguages } from './rows.ts';
import { NETWORK_FIELDS, type StepName } from './steps.ts';

export interface SummaryItem {
  readonly label: Message;
  /** null when nothing was given. */
  readonly value: string | Message | null;
  /** Numbers, addresses and codes stay left to right. */
  readonly ltr?: boolean;
  readonly wide?: boolean;
}
export interface SummaryPart {
  readonly step: Exclude<StepName, 'photos' | 'review'>;
  readonly items: readonly SummaryItem[];
}

export function summaryOf(answers: Answers, catalogue: Snapshot, language: Language): readonly SummaryPart[] {
  return [
    { step: 'person', items: personItems(answers, language) },
    { step: 'origins', items: placeItems(answers, catalogue, language) },
    { step: 'work', items: workItems(answers, language) },
    { step: 'looks', items: lookItems(answers, language) },
  ];
}

const textItem =
  (answers: Answers) =>
  (name: FieldName, more: Partial<SummaryItem> & { readonly unit?: string } = {}): SummaryItem => {
    const { unit, ...rest } = more;
    const text = textOf(answers, name);
    return { label: labels[name], value: text ? `${text}${unit ? ` ${unit}` : ''}` : null, ...rest };
  };

function personItems(answers: Answers, language: Language): readonly SummaryItem[] {
  const text = textItem(answers);
  const input = inputOf(answers);
  const number = (name: 'phone' | 'whatsapp'): SummaryItem => ({
    label: labels[name],
    value: String(input[name] ?? '') || null,
    ltr: true,
  });
  return [
    text('first_name'),
    text('last_name'),
    { label: labels.gender, value: words.genderLabel(textOf(answers, 'gender')) },
    { label: labels.date_of_birth, value: dayOf(textOf(answers, 'date_of_birth'), language) },
    text('email', { ltr: true }),
    number('phone'),
    number('whatsapp'),
    ...NETWORK_FIELDS.filter((name) => textOf(answers, name)).map((name) => text(name, { ltr: true })),
  ];
}

function placeItems(answers: Answers, catalogue: Snapshot, language: Language): readonly SummaryItem[] {
  const country = (name: string) => catalogue.country(Number(textOf(answers, name)));
  const city = (name: string): Message | null => catalogue.city(Number(textOf(answers, name)))?.label ?? null;
  const origin = country('country_of_origin_id');
  const isOther = textOf(answers, 'city_id') === OTHER_CITY_CHOICE;
  const typed = textOf(answers, 'other_city');
  const type = textOf(answers, 'id_document_type');
  return [
    { label: labels.country_of_origin_id, value: origin?.name ?? null },
    { label: labels.city_of_origin_id, value: city('city_of_origin_id') },
    {
      label: labels.nationality,
      value: nationalityName(catalogue, language, textOf(answers, 'nationality') || (origin?.nationality ?? null)),
    },
    { label: labels.country_id, value: country('country_id')?.name ?? null },
    { label: labels.city_id, value: isOther && typed ? say(m.otherCityNamed, language, { city: typed }) : city('city_id') },
    { label: labels.id_document_type, value: type ? choiceOf('id_document_type', type).label : null },
    textItem(answers)('id_document_number', { ltr: true }),
  ];
}

function workItems(answers: Answers, language: Language): readonly SummaryItem[] {
  const text = textItem(answers);
  const { languages, language_levels: levels } = readLanguages(answers);
  const spoken = languages.map((code) => {
    const { flag, label } = languageOf(code);
    const level = LANGUAGE_LEVELS[levels[code] as LanguageLevel] as Message | undefined;
    return `${flag} ${say(label, language)}${level ? ` (${say(level, language)})` : ''}`;
  });
  const credits = readCredits(answers).map(({ title, type, year }) => {
    const kind = type ? say(choiceOf('production_type', type).label, language) : '';
    return [title, [kind, year].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
  });
  return [
    { label: labels.talent_types, value: choicesOf('talent_type', listOf(answers, 'talent_types'), language), wide: true },
    { label: labels.languages, value: spoken.join(' · ') || null, wide: true },
    { label: labels.other_talents, value: listOf(answers, 'other_talents').join(' · ') || null, wide: true },
    text('years_of_experience'),
    { label: labels.previous_productions, value: credits.join(' — ') || null, wide: true },
    text('bio', { wide: true }),
  ];
}

function lookItems(answers: Answers, language: Language): readonly SummaryItem[] {
  const text = textItem(answers);
  const one = (name: OptionName & FieldName): SummaryItem => {
    const value = textOf(answers, name);
    return { label: labels[name], value: value ? choiceOf(name, value).label : null };
  };
  return [
    text('height', { unit: 'cm' }),
    text('weight', { unit: 'kg' }),
    ...(['eye_color', 'hair_color', 'hair_type', 'build', 'skin_tone'] as const).map(one),
    { label: labels.ethnicities, value: choicesOf('ethnicity', listOf(answers, 'ethnicities'), language), wide: true },
  ];
}

const choicesOf = (name: OptionName, values: readonly string[], language: Language): string | null =>
  values.map((value) => say(choiceOf(name, value).label, language)).join(' · ') || null;

function dayOf(text: string, language: Language): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  if (!day || Number.isNaN(day.getTime())) return text || null;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
