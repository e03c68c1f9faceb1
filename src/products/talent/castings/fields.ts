/** The form of a call: how each field is read, what the fields mean together, and that no contact stands in a text. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { LANGUAGES, type Message } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { fieldTexts } from '../field-texts.ts';
import { canonical, OPTIONS } from '../options/options.ts';
import { bad, good, REQUIRED, type Read, readChoice, readId, readInteger, readText } from '../readers.ts';
import { PAYS, type Part, type Pay, type Texts } from './call.ts';
import { form } from './team-messages.ts';

export type CallInput = Readonly<Record<string, unknown>>;
export type PartValues = Omit<Part, 'id'>;
export interface CallValues {
  readonly titles: Texts;
  readonly texts: Texts;
  readonly country_id: number | null;
  readonly city_id: number | null;
  readonly place: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly closes_on: string;
  readonly pay: Pay;
  readonly pay_details: string | null;
  readonly parts: readonly PartValues[];
}

export const LENGTHS = { title: 120, text: 6000, place: 160, payDetails: 300, partName: 100, criteria: 600 } as const;
/** Rows of the form: no set seeks more kinds of people in one call. */
export const MAX_PARTS = 12;
const YOUNGEST = 18;
const OLDEST = 120;

const PLAIN_FIELDS = ['country_id', 'city_id', 'place', 'starts_on', 'ends_on', 'closes_on', 'pay', 'pay_details'] as const;
const PART_FIELDS = ['type', 'name', 'people', 'gender', 'age_from', 'age_to', 'criteria'] as const;
type PartField = (typeof PART_FIELDS)[number];
export const partField = (name: PartField, row: number): string => `part_${name}_${row}`;
export const CALL_FIELDS: readonly string[] = [
  ...LANGUAGES.flatMap((language) => [`title_${language}`, `text_${language}`]),
  ...PLAIN_FIELDS,
  ...Array.from({ length: MAX_PARTS }, (_, row) => PART_FIELDS.map((name) => partField(name, row))).flat(),
];

const EMAIL = /[\p{L}\d._%+-]{1,64}\s?@\s?[\p{L}\d-]{1,63}\.\p{L}{2}/u;
const PHONE = /(?:\+|00)?\d(?:[\s().-]?\d){8,}/;
const DATE = /\d{1,4}([./-])\d{1,2}\1\d{1,4}/g;
const isContact = (text: string): boolean =>
  EMAIL.test(text) || PHONE.test(text.replace(DATE, '')) || /\b(?:wa\.me|t\.me|chat\.whatsapp\.com)\//i.test(text);

/** A text for the public. Contacts stay inside: applications come here, and swindlers copy what they find. */
function readPublic(raw: unknown, max: number): Read<string | null> {
  const text = readText(raw, max);
  if (!text.ok || text.value === null || !isContact(text.value)) return text;
  return bad({ message: form.contactInside, constraint: 'format' });
}

function readDay(raw: unknown): Read<string | null> {
  const text = readText(raw, 40);
  if (!text.ok || text.value === null) return text;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text.value) && !Number.isNaN(Date.parse(text.value));
  return isDay && new Date(text.value).toISOString().startsWith(text.value) && text.value >= '2000-01-01' && text.value < '2100-01-01'
    ? text
    : bad({ message: fieldTexts.date, constraint: 'format' });
}
const required = <T>(read: Read<T | null>): Read<T> => (read.ok && read.value === null ? REQUIRED : (read as Read<T>));

/** Takes what a reader gives, or notes the fault under the name of the field. */
class Sheet {
  readonly errors: Record<string, FieldError> = {};
  readonly #input: CallInput;
  constructor(input: CallInput) {
    this.#input = input;
  }
  has(name: string): boolean {
    return String(this.#input[name] ?? '').trim() !== '';
  }
  take<T>(name: string, read: (raw: unknown) => Read<T>, instead: T): T {
    const found = read(this.#input[name]);
    if (found.ok) return found.value;
    this.errors[name] = found.error;
    return instead;
  }
  fault(name: string, message: Message, constraint: string): void {
    this.errors[name] ??= { message, constraint };
  }
}

/** Clean values, or one failure that names every field at fault. */
export function readCall(input: CallInput, catalogue: Pick<Snapshot, 'country' | 'city'>): CallValues {
  const sheet = new Sheet(input);
  const texts = (field: string, max: number): Texts => ({
    fr: sheet.take(`${field}_fr`, (raw) => readPublic(raw, max), null),
    en: sheet.take(`${field}_en`, (raw) => readPublic(raw, max), null),
    ar: sheet.take(`${field}_ar`, (raw) => readPublic(raw, max), null),
  });
  const values = {
    titles: texts('title', LENGTHS.title),
    texts: texts('text', LENGTHS.text),
    country_id: sheet.take('country_id', readId, null),
    city_id: sheet.take('city_id', readId, null),
    place: sheet.take('place', (raw) => readPublic(raw, LENGTHS.place), null),
    starts_on: sheet.take('starts_on', readDay, null),
    ends_on: sheet.take('ends_on', readDay, null),
    closes_on: sheet.take('closes_on', (raw) => required(readDay(raw)), ''),
    pay: sheet.take<Pay>('pay', (raw) => required(readChoice(raw, PAYS)), 'unpaid'),
    pay_details: sheet.take('pay_details', (raw) => readPublic(raw, LENGTHS.payDetails), null),
    parts: readParts(sheet),
  };
  if (LANGUAGES.every((language) => values.titles[language] === null)) sheet.fault('title_fr', form.titleNeeded, 'required');
  if (values.starts_on && values.ends_on && values.ends_on < values.starts_on) sheet.fault('ends_on', form.order, 'minimum');
  const city = values.city_id ? catalogue.city(values.city_id) : undefined;
  if (values.city_id && !city) sheet.fault('city_id', fieldTexts.city, 'exists');
  if (values.country_id && !catalogue.country(values.country_id)) sheet.fault('country_id', fieldTexts.country, 'exists');
  if (Object.keys(sheet.errors).length > 0) throw failure.invalid(sheet.errors);
  // A city says its own country.
  return { ...values, country_id: city?.countryId ?? values.country_id };
}

/** The rows that say something, in their order. */
function readParts(sheet: Sheet): readonly PartValues[] {
  const rows = Array.from({ length: MAX_PARTS }, (_, row) => row);
  const isFilled = (row: number): boolean => (['type', 'name', 'criteria'] as const).some((name) => sheet.has(partField(name, row)));
  return rows.filter(isFilled).map((row) => readPart(sheet, (name) => partField(name, row)));
}

function readPart(sheet: Sheet, field: (name: PartField) => string): PartValues {
  const age = (raw: unknown) => readInteger(raw, YOUNGEST, OLDEST);
  const part = {
    talentType: sheet.take(field('type'), readType, ''),
    name: sheet.take(field('name'), (raw) => required(readPublic(raw, LENGTHS.partName)), ''),
    people: sheet.take(field('people'), (raw) => readInteger(raw, 1, 5000), 1) ?? 1,
    gender: sheet.take<'M' | 'F' | null>(field('gender'), (raw) => readChoice<'M' | 'F'>(raw, ['M', 'F']), null),
    ageFrom: sheet.take(field('age_from'), age, null),
    ageTo: sheet.take(field('age_to'), age, null),
    criteria: sheet.take(field('criteria'), (raw) => readPublic(raw, LENGTHS.criteria), null),
  };
  if (part.ageFrom !== null && part.ageTo !== null && part.ageTo < part.ageFrom) sheet.fault(field('age_to'), form.order, 'minimum');
  return part;
}

function readType(raw: unknown): Read<string> {
  const text = required(readText(raw, 100));
  if (!text.ok) return text;
  const value = canonical('talent_type', text.value);
  return value
    ? good(value)
    : bad({
        message: fieldMessages.choice,
        params: { values: OPTIONS.talent_type.map((choice) => choice.value).join(', ') },
        constraint: 'choice',
      });
}
