/** What a registration or a change must hold before anything is stored: the rules between fields. Every fault is named at once; pure. */
import { type FieldError, type FieldErrors, failure } from '#kernel/failure.ts';
import type { LanguageLevel } from '../options/options.ts';
import { REQUIRED } from '../readers.ts';
import type { CinemaTalent } from './cinema-talent.ts';
import { type CinemaValues, type ReadContext, readFields } from './fields.ts';
import { fieldTexts } from './messages.ts';
import type { Places } from './places.ts';

type Input = Readonly<Record<string, unknown>>;

/** Fields without which nobody is registered; an e-mail or a phone number, and a place to live, come on top. */
const REQUIRED_FIELDS = ['first_name', 'last_name', 'gender', 'date_of_birth', 'country_of_origin_id', 'talent_types'] as const;

/** What is written: the values of the form with languages and their levels parted. */
export type StoredValues = Omit<CinemaValues, 'languages' | 'language_levels' | 'other_city' | 'terms' | 'appearance_consent'> & {
  readonly languages: readonly string[];
  readonly language_levels: Readonly<Record<string, LanguageLevel>>;
};
export interface Consents {
  readonly public_profile: boolean;
  readonly appearance: boolean;
}
export interface Checked<Values> {
  readonly values: Values;
  readonly otherCity: string | null;
  readonly consents: Consents;
}
type NewValues = Partial<StoredValues> & Pick<StoredValues, (typeof REQUIRED_FIELDS)[number]>;

/** The faults of a registration, or of the named fields of one of its steps. */
export function registrationFaults(input: Input, context: ReadContext, fields?: readonly string[]): FieldErrors {
  const { errors } = readRegistration(input, context);
  return fields ? Object.fromEntries(Object.entries(errors).filter(([name]) => fields.includes(name))) : errors;
}

/** Throws one failure that names every fault. */
export function requireRegistration(input: Input, context: ReadContext): Checked<NewValues> {
  const { errors, values } = readRegistration(input, context);
  if (Object.keys(errors).length) throw failure.invalid(errors);
  const { first_name, last_name, gender, date_of_birth, country_of_origin_id, talent_types } = values;
  if (!first_name || !last_name || !gender || !date_of_birth || !country_of_origin_id || !talent_types)
    throw new Error('a checked registration lacks a required field');
  const nationality = values.nationality ?? context.catalogue.country(country_of_origin_id)?.nationality ?? null;
  const required = { first_name, last_name, gender, date_of_birth, country_of_origin_id, talent_types };
  const consents = { public_profile: values.is_public ?? false, appearance: values.appearance_consent ?? false };
  return { values: { ...storedOf(values, NOBODY), ...required, nationality }, otherCity: values.other_city ?? null, consents };
}

function readRegistration(input: Input, context: ReadContext): ReturnType<typeof readFields> {
  const { errors: found, values } = readFields(input, context);
  const errors: Record<string, FieldError> = { ...found };
  for (const name of REQUIRED_FIELDS) if (values[name] === undefined) errors[name] ??= REQUIRED.error;
  if (!values.city_id && !values.other_city && !errors['country_id']) errors['city_id'] ??= REQUIRED.error;
  if (!values.email && !values.phone && !errors['phone']) errors['email'] ??= { message: fieldTexts.contactNeeded, constraint: 'required' };
  if (values.id_document_number && !values.id_document_type) errors['id_document_type'] ??= REQUIRED.error;
  if (!values.terms) errors['terms'] = { message: fieldTexts.terms, constraint: 'required' };
  if (describesAppearance(values) && !values.appearance_consent) errors['appearance_consent'] = NO_CONSENT;
  return { errors, values };
}

const NO_CONSENT: FieldError = { message: fieldTexts.appearance, constraint: 'required' };
const describesAppearance = ({ skin_tone, ethnicities }: Partial<CinemaValues>): boolean => Boolean(skin_tone || ethnicities?.length);

/** The part of a person that a change is held against, contacts and document clear. */
export type Present = CinemaTalent & { readonly consents: Consents };

/** What a change to somebody comes to; throws one failure that names every fault. */
export function requireChange(input: Input, context: Omit<ReadContext, 'present'>, present: Present): Checked<Partial<StoredValues>> {
  const { errors: found, values } = readFields(input, { ...context, present: placesOf(present) });
  const errors: Record<string, FieldError> = { ...found };
  const consents = {
    public_profile: values.is_public ?? present.isPublic,
    appearance: values.appearance_consent ?? present.consents.appearance,
  };
  const { email = present.email, phone = present.phone } = values;
  if (!email && !phone && !errors['phone']) errors['email'] ??= { message: fieldTexts.contactNeeded, constraint: 'required' };
  const { id_document_number: number = present.idDocument.number, id_document_type: type = present.idDocument.type } = values;
  if (number && !type) errors['id_document_type'] ??= REQUIRED.error;
  if (values.terms === false) errors['terms'] = { message: fieldTexts.terms, constraint: 'required' };
  // Who takes the consent back takes with it what it covered, whatever else the form still says.
  const isTakenBack = present.consents.appearance && !consents.appearance;
  if (describesAppearance(values) && !consents.appearance && !isTakenBack) errors['appearance_consent'] = NO_CONSENT;
  if (Object.keys(errors).length) throw failure.invalid(errors);
  const forgotten = consents.appearance ? {} : { skin_tone: null, ethnicities: [] };
  return { values: { ...storedOf(values, present), ...forgotten }, otherCity: values.other_city ?? null, consents };
}

const placesOf = (present: CinemaTalent): Places => ({
  country_of_origin_id: present.countryOfOrigin?.id ?? 0,
  city_of_origin_id: present.cityOfOrigin?.id ?? null,
  country_id: present.country?.id ?? null,
  city_id: present.city?.id ?? null,
});

/** Of somebody who was not here before. */
export const storedOfNew = (values: Partial<CinemaValues>): Partial<StoredValues> => storedOf(values, NOBODY);

const NOBODY: Pick<CinemaTalent, 'languages' | 'languageLevels'> = { languages: [], languageLevels: {} };

function storedOf(
  { languages, language_levels, other_city: _city, terms: _terms, appearance_consent: _consent, ...values }: Partial<CinemaValues>,
  present: Pick<CinemaTalent, 'languages' | 'languageLevels'>,
): Partial<StoredValues> {
  if (!languages && !language_levels) return values;
  const codes = languages?.codes ?? present.languages;
  const levels = { ...present.languageLevels, ...languages?.levels, ...language_levels };
  const kept = Object.entries(levels).filter(([code]) => codes.includes(code));
  return { ...values, languages: codes, language_levels: Object.fromEntries(kept) };
}
