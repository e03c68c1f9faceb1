/**
 * Answers: what a person typed into a form, text by text, kept as typed so that a page can show it again. From answers to the
 * input of the members room, and back from a member to the answers of an edit form.
 */
import type { FormBody } from '#kernel/http/forms.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { Member } from '../members/members.ts';

/** A text sent several times (ticked boxes) is a list. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** The value of the choice "another city", which opens a text field. */
export const OTHER_CITY_CHOICE = 'other';

export const SOCIAL_FIELDS = [
  'linkedin',
  'instagram',
  'twitter',
  'facebook',
  'github',
  'behance',
  'dribbble',
  'imdb_url',
  'threads',
] as const;

/** The fields of each part of a profile, as forms name them. */
export const FIELDS = {
  person: ['first_name', 'last_name', 'gender', 'date_of_birth'],
  origins: ['country_id', 'nationality', 'residence_country_id', 'residence_city_id', 'other_city'],
  contact: ['phone_dial', 'phone', 'whatsapp_same', 'whatsapp_dial', 'whatsapp', 'address'],
  work: ['talents', 'availability', 'work_mode', 'work_time', 'years_experience', 'rate_range', 'bio', 'languages', 'education'],
  links: ['portfolio_url', 'website', ...SOCIAL_FIELDS],
} as const;

const MAX_TEXT = 10_000;
const MAX_CHOICES = 200;

/** The named fields of a sent form. A box that was not ticked is not sent: it comes out empty, not absent. */
export function answersOf(body: unknown, fields: readonly string[]): Answers {
  const answers = readTexts((body ?? {}) as FormBody, fields);
  // Somebody who typed a city without choosing "another city" meant it.
  const typedCity = textOf(answers, 'other_city') !== '' && textOf(answers, 'residence_city_id') === '';
  return typedCity ? { ...answers, residence_city_id: OTHER_CITY_CHOICE } : answers;
}

function readTexts(sent: FormBody, fields: readonly string[]): Answers {
  const clean = (text: string): string => text.slice(0, MAX_TEXT).replaceAll('\r\n', '\n');
  return Object.fromEntries(
    fields.map((name) => {
      const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
      if (Array.isArray(value)) return [name, value.slice(0, MAX_CHOICES).map((text: unknown) => clean(String(text)))];
      return [name, clean(String(value ?? ''))];
    }),
  );
}

/** The one text of an answer. */
export const textOf = (answers: Answers, name: string): string => {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : (answer?.at(-1) ?? '');
};
export const listOf = (answers: Answers, name: string): readonly string[] => {
  const answer = answers[name];
  return typeof answer === 'string' ? (answer ? [answer] : []) : (answer ?? []);
};
export const isTicked = (answers: Answers, name: string): boolean => textOf(answers, name) !== '';

const HELPERS = new Set<string>(['phone_dial', 'whatsapp_same', 'whatsapp_dial', 'residence_city_id', 'other_city', 'talents']);

/** The input of the members room: dial codes joined to their numbers, "the same number" and "another city" resolved. */
export function inputOf(answers: Answers): Readonly<Record<string, unknown>> {
  const plain = Object.entries(answers).filter(([name]) => !HELPERS.has(name));
  const given = (name: string): boolean => answers[name] !== undefined;
  const phone = withDial(textOf(answers, 'phone'), textOf(answers, 'phone_dial'));
  const whatsapp = isTicked(answers, 'whatsapp_same') ? phone : withDial(textOf(answers, 'whatsapp'), textOf(answers, 'whatsapp_dial'));
  const city = textOf(answers, 'residence_city_id');
  const isOther = city === OTHER_CITY_CHOICE;
  const cities = { residence_city_id: isOther ? '' : city, other_city: isOther || city === '' ? textOf(answers, 'other_city') : '' };
  return {
    ...Object.fromEntries(plain),
    ...(given('phone') ? { phone } : {}),
    ...(given('whatsapp') || given('whatsapp_same') ? { whatsapp } : {}),
    ...(given('residence_city_id') || given('other_city') ? cities : {}),
    ...(given('talents') ? { talents: listOf(answers, 'talents') } : {}),
  };
}

/** Countries whose numbers begin with a zero behind the dial code as well. */
const KEEPS_ZERO = new Set(['+225', '+229', '+242']);

/** `06 12…` behind `+212` is `+212 6 12…`; a number that names its country itself is left alone. */
function withDial(number: string, dial: string): string {
  const typed = number.trim();
  if (typed === '' || !/^\+\d{1,4}$/.test(dial) || /^(\+|00)/.test(typed)) return typed;
  return `${dial} ${KEEPS_ZERO.has(dial) ? typed : typed.replace(/^0/, '')}`;
}

/** What an edit form shows of a member. A city that lists do not offer shows as typed. */
export function answersOfMember(member: Member, catalogue: Snapshot): Answers {
  const dials = catalogue.countries.map(({ dial }) => dial);
  const city = member.residenceCity;
  const listed = city !== null && catalogue.city(city.id)?.isListed === true;
  const phone = splitDial(member.phone, dials);
  const whatsapp = splitDial(member.whatsapp, dials);
  const same = member.whatsapp !== null && member.whatsapp === member.phone;
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  return {
    first_name: member.firstName,
    last_name: member.lastName,
    gender: member.gender,
    date_of_birth: text(member.dateOfBirth),
    country_id: text(member.country?.id ?? null),
    nationality: text(member.nationality),
    residence_country_id: text(member.residenceCountry?.id ?? null),
    residence_city_id: city === null ? '' : listed ? String(city.id) : OTHER_CITY_CHOICE,
    other_city: city === null || listed ? '' : city.name,
    phone_dial: phone.dial,
    phone: phone.number,
    whatsapp_same: same ? 'on' : '',
    whatsapp_dial: same ? '' : whatsapp.dial,
    whatsapp: same ? '' : whatsapp.number,
    address: text(member.address),
    talents: member.talents.map(({ id }) => String(id)),
    availability: text(member.availability),
    work_mode: text(member.workMode),
    work_time: text(member.workTime),
    years_experience: text(member.yearsExperience),
    rate_range: text(member.rateRange),
    bio: text(member.bio),
    languages: text(member.languages),
    education: text(member.education),
    portfolio_url: text(member.portfolioUrl),
    website: text(member.website),
    ...Object.fromEntries(SOCIAL_FIELDS.map((name) => [name, text(member.social[name])])),
    is_public: member.isPublic ? 'on' : '',
  };
}

/** The longest dial code that begins the number, and the rest. */
function splitDial(phone: string | null, dials: readonly string[]): { dial: string; number: string } {
  const [dial = ''] = dials.filter((code) => phone?.startsWith(code)).sort((a, b) => b.length - a.length);
  return { dial, number: phone?.slice(dial.length) ?? '' };
}
