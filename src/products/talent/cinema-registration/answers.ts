/** From the texts of a form to the input of the cinema room, and back from a person to the answers of an edit form. */
import type { CinemaInput, CinemaTalent } from '../cinema/cinema.ts';
import { type Answers, answersOf, inputOf as contactOf, isTicked, listOf, textOf } from '../profile-form/profile-form.tsx';
import { readCredits, readLanguages, rowAnswers } from './rows.ts';

/** The value of the choice "another city", which opens a text field. */
export const OTHER_CITY_CHOICE = 'other';

const LISTS = ['talent_types', 'other_talents', 'ethnicities'] as const;
const FLAGS = ['appearance_consent', 'is_public'] as const;
const PHONES = ['phone_dial', 'phone', 'whatsapp_same', 'whatsapp_dial', 'whatsapp'] as const;
const ROW = /^(language|credit)_\d+/;

/** The named fields of a sent form, as typed. */
export function readAnswers(body: unknown, fields: readonly string[]): Answers {
  const { residence_city_id: _, ...answers } = answersOf(body, fields);
  // Somebody who typed a city without choosing "another city" meant it.
  const typedCity = textOf(answers, 'other_city') !== '' && textOf(answers, 'city_id') === '';
  return typedCity ? { ...answers, city_id: OTHER_CITY_CHOICE } : answers;
}

/** The input of the cinema room: rows gathered, dial codes joined, "another city" resolved. */
export function inputOf(answers: Answers): CinemaInput {
  const special = new Set<string>([...LISTS, ...PHONES, ...FLAGS, 'terms', 'reviewed', 'city_id', 'other_city']);
  const plain = Object.entries(answers).filter(([name]) => !special.has(name) && !ROW.test(name));
  const { phone, whatsapp } = contactOf(pick(answers, PHONES));
  const city = textOf(answers, 'city_id');
  const isOther = city === OTHER_CITY_CHOICE;
  return {
    ...Object.fromEntries(plain),
    ...(phone === undefined ? {} : { phone }),
    ...(whatsapp === undefined ? {} : { whatsapp }),
    city_id: isOther ? '' : city,
    other_city: isOther ? textOf(answers, 'other_city') : '',
    ...Object.fromEntries(LISTS.map((name) => [name, listOf(answers, name)])),
    ...Object.fromEntries(FLAGS.map((name) => [name, isTicked(answers, name)])),
    ...readLanguages(answers),
    previous_productions: readCredits(answers),
  };
}

const pick = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(names.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])));

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** What an edit form shows of a person. A city that lists do not offer shows as typed. */
export function answersOfTalent(talent: CinemaTalent, isListed: (cityId: number) => boolean): Answers {
  const { city, looks } = talent;
  const listed = city !== null && isListed(city.id);
  const same = talent.whatsapp !== null && talent.whatsapp === talent.phone;
  const languages = talent.languages.map((code) => [code, text(talent.languageLevels[code])] as const);
  return {
    first_name: talent.firstName,
    last_name: talent.lastName,
    gender: talent.gender,
    date_of_birth: text(talent.dateOfBirth),
    email: text(talent.email),
    phone_dial: '',
    phone: text(talent.phone),
    whatsapp_same: same ? '1' : '',
    whatsapp_dial: '',
    whatsapp: same ? '' : text(talent.whatsapp),
    website: text(talent.website),
    ...Object.fromEntries(Object.entries(talent.social).map(([name, value]) => [name, text(value)])),
    country_of_origin_id: text(talent.countryOfOrigin?.id),
    city_of_origin_id: text(talent.cityOfOrigin?.id),
    nationality: text(talent.nationality),
    country_id: text(talent.country?.id),
    city_id: city === null ? '' : listed ? String(city.id) : OTHER_CITY_CHOICE,
    other_city: city === null || listed ? '' : city.name,
    id_document_type: text(talent.idDocument.type),
    talent_types: talent.talentTypes,
    other_talents: talent.otherTalents,
    years_of_experience: text(talent.yearsOfExperience),
    bio: text(talent.bio),
    ...rowAnswers(languages, talent.previousProductions),
    height: text(looks.height),
    weight: text(talent.weight),
    eye_color: text(looks.eyeColor),
    hair_color: text(looks.hairColor),
    hair_type: text(looks.hairType),
    skin_tone: text(looks.skinTone),
    build: text(looks.build),
    ethnicities: talent.ethnicities,
    appearance_consent: looks.skinTone !== null || talent.ethnicities.length > 0 ? '1' : '',
    is_public: talent.isPublic ? '1' : '',
    is_active: talent.isActive ? '1' : '',
  };
}
