/**
 * People as a full text search would be given them: weight A what they do, B what they say of themselves and where they are, C what they
 * learned and played in, D the CV. Structured values are written out as words: in French, or in every language and spelling that the
 * platform knows, whichever serves the search better.
 */
import type { Message } from '#kernel/message.ts';
import type { Snapshot } from '#products/talent/catalogue/catalogue.ts';
import { choiceOf, languageOf, type OptionName } from '#products/talent/options/options.ts';
import type { CinemaPerson, StandardPerson } from './data.ts';

export const LABELS = ['french', 'every'] as const;
export type Labels = (typeof LABELS)[number];

export interface PersonDocument {
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
}

const GENDERS: Readonly<Record<string, Message>> = {
  M: { fr: 'homme masculin', en: 'man male', ar: 'رجل ذكر' },
  F: { fr: 'femme féminin', en: 'woman female', ar: 'امرأة أنثى' },
};
const OFFERS: Readonly<Record<string, Message>> = {
  disponible_maintenant: { fr: 'disponible maintenant immédiatement', en: 'available now immediately', ar: 'متاح الآن فورا' },
  disponible_prochainement: { fr: 'disponible prochainement', en: 'available soon', ar: 'متاح قريبا' },
  non_disponible: { fr: 'non disponible', en: 'not available', ar: 'غير متاح' },
  projet_actuel: { fr: 'en projet actuellement', en: 'on a project', ar: 'في مشروع حاليا' },
  sur_site: { fr: 'sur site', en: 'on site', ar: 'في الموقع حضوري' },
  a_distance: { fr: 'à distance télétravail', en: 'remote', ar: 'عن بعد' },
  hybride: { fr: 'hybride', en: 'hybrid', ar: 'هجين' },
  flexible: { fr: 'flexible', en: 'flexible', ar: 'مرن' },
  'Temps plein': { fr: 'temps plein', en: 'full time', ar: 'دوام كامل' },
  'Temps partiel': { fr: 'temps partiel', en: 'part time', ar: 'دوام جزئي' },
  Flexible: { fr: 'flexible', en: 'flexible', ar: 'مرن' },
};

const line = (...parts: readonly (string | readonly string[] | undefined)[]): string => parts.flat().filter(Boolean).join('\n');
const words = (labels: Labels, message: Message | undefined): string =>
  message ? (labels === 'french' ? message.fr : line(message.fr, message.en, message.ar)) : '';

function place(catalogue: Snapshot, labels: Labels, countryCode: string | undefined, cityName: string | undefined): string {
  const country = countryCode ? catalogue.countryByCode(countryCode) : undefined;
  const city = country && cityName ? catalogue.cityNamed(country.id, cityName) : undefined;
  return line(words(labels, country?.name), city?.name, labels === 'every' ? city?.otherNames : undefined);
}

export function standardDocument(person: StandardPerson, catalogue: Snapshot, labels: Labels): PersonDocument {
  const talents = person.talents.flatMap((slug) => catalogue.talentNamed(slug) ?? []);
  const { availability = '', work_mode: mode = '', work_time: time = '' } = person;
  return {
    key: person.key,
    a: line(talents.flatMap(({ name, category, synonyms }) => (labels === 'every' ? [name, category, ...synonyms] : [name, category]))),
    b: line(
      person.bio,
      person.languages,
      place(catalogue, labels, person.residence_country, person.residence_city),
      [availability, mode, time].map((value) => words(labels, OFFERS[value])),
    ),
    c: line(person.education),
    d: line(person.cv_text),
  };
}

const LOOKS = ['eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build'] as const satisfies readonly OptionName[];

export function cinemaDocument(person: CinemaPerson, catalogue: Snapshot, labels: Labels): PersonDocument {
  const chosen = (name: OptionName, value: string | undefined): string => (value ? words(labels, choiceOf(name, value).label) : '');
  return {
    key: person.key,
    a: line(
      person.talent_types.map((type) => chosen('talent_type', type)),
      person.other_talents,
    ),
    b: line(
      person.bio,
      words(labels, GENDERS[person.gender]),
      Object.keys(person.languages ?? {}).map((code) => words(labels, languageOf(code).label)),
      place(catalogue, labels, person.country, person.city),
      LOOKS.map((name) => chosen(name, person[name])),
      (person.ethnicities ?? []).map((ethnicity) => chosen('ethnicity', ethnicity)),
    ),
    c: line((person.previous_productions ?? []).flatMap(({ title, type }) => [title, chosen('production_type', type)])),
    d: '',
  };
}
