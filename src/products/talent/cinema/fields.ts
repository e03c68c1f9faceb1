/**
 * The fields of the CINEMA form: their names (as on the wire, in forms and in the tables) and their clean values.
 *
 * `readFields` is pure: it takes what was given, the catalogue and the present places, and answers every fault at once. What is
 * absent stays as it is; an empty text empties a field. Rules between fields are in `check.ts`.
 */
import type { FieldError } from '#kernel/failure.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { canonical, type LanguageLevel, type OptionName } from '../options/options.ts';
import * as read from '../readers.ts';
import { CINEMA_NETWORKS, type CinemaNetwork, type PreviousProduction } from './cinema-talent.ts';
import { readLanguages, readLevels, readOptions, readOtherTalents, readProductions, type SpokenLanguages } from './list-readers.ts';
import { fieldTexts } from './messages.ts';
import { isPlace, type Places, resolvePlaces } from './places.ts';

export const YOUNGEST = 18;
const LONG = { nationality: 100, bio: 2000, other_city: 100, unknown: 60 };
const MOST = { talent_types: 13, ethnicities: 10 };

/** Where a bare `@name` leads. */
const NETWORK_ADDRESSES: Readonly<Record<CinemaNetwork, string>> = {
  telegram: 'https://t.me/',
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  tiktok: 'https://www.tiktok.com/@',
};

/** Clean values, under the names of the form. */
export interface CinemaValues extends Readonly<Record<CinemaNetwork, string | null>>, Places {
  readonly first_name: string;
  readonly last_name: string;
  readonly gender: 'M' | 'F';
  readonly date_of_birth: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly whatsapp: string | null;
  readonly website: string | null;
  readonly id_document_type: string | null;
  readonly id_document_number: string | null;
  readonly other_city: string | null;
  readonly nationality: string | null;
  readonly ethnicities: readonly string[];
  readonly talent_types: readonly string[];
  readonly languages: SpokenLanguages;
  readonly language_levels: Readonly<Record<string, LanguageLevel>>;
  readonly other_talents: readonly string[];
  readonly height: number | null;
  readonly weight: number | null;
  readonly eye_color: string | null;
  readonly hair_color: string | null;
  readonly hair_type: string | null;
  readonly skin_tone: string | null;
  readonly build: string | null;
  readonly years_of_experience: number | null;
  readonly previous_productions: readonly PreviousProduction[];
  readonly bio: string | null;
  readonly is_public: boolean;
  readonly is_active: boolean;
  readonly terms: boolean;
  readonly appearance_consent: boolean;
}
export type CinemaField = keyof CinemaValues;

export interface ReadContext {
  readonly catalogue: Snapshot;
  readonly today: Date;
  /** Absent at registration. */
  readonly present?: Places;
}
export interface FieldsRead {
  readonly errors: Readonly<Record<string, FieldError>>;
  readonly values: Partial<CinemaValues>;
}

export function readFields(given: Readonly<Record<string, unknown>>, context: ReadContext): FieldsRead {
  const input = gatherLevels(given);
  const errors: Record<string, FieldError> = {};
  const values: Record<string, unknown> = {};
  const dial = dialOf(input, context);
  for (const [name, raw] of Object.entries(input)) {
    const reader = READERS[name as CinemaField];
    if (!reader || raw === undefined) continue;
    const result = reader(raw, { ...context, dial });
    if (result.ok) values[name] = result.value;
    else errors[name] = result.error;
  }
  const { places, faults } = resolvePlaces(values, context.present ?? null, context.catalogue);
  const others = Object.entries(values).filter(([name]) => !isPlace(name));
  return { errors: { ...faults, ...errors }, values: { ...Object.fromEntries(others), ...places } as Partial<CinemaValues> };
}

type Reader = (raw: unknown, context: ReadContext & { readonly dial: string }) => read.Read<unknown>;

const required =
  (reader: (raw: unknown) => read.Read<unknown>): Reader =>
  (raw) => {
    const result = reader(raw);
    return result.ok && result.value === null ? read.REQUIRED : result;
  };
const text =
  (max: number): Reader =>
  (raw) =>
    read.readText(raw, max);
const integer =
  (min: number, max: number): Reader =>
  (raw) =>
    read.readInteger(raw, min, max);
const flag: Reader = (raw) => {
  const answer = read.readFlag(Array.isArray(raw) ? raw.at(-1) : raw);
  return answer.ok ? read.good(answer.value ?? false) : answer;
};
const phone: Reader = (raw, { dial }) => read.readPhone(raw, dial);
/** One value of a list; the fault says which word was not understood. */
const option =
  (name: OptionName): Reader =>
  (raw) => {
    const word = read.readText(raw, LONG.unknown);
    if (!word.ok || word.value === null) return word;
    const value = canonical(name, word.value);
    return value ? read.good(value) : read.bad({ message: fieldTexts.unknownValue, params: { value: word.value }, constraint: 'choice' });
  };
const link =
  (network: CinemaNetwork): Reader =>
  (raw) =>
    read.readUrl(raw, NETWORK_ADDRESSES[network]);

const READERS: Readonly<Record<CinemaField, Reader>> = {
  first_name: read.readName,
  last_name: read.readName,
  gender: required((raw) => read.readChoice(raw, ['M', 'F'], { h: 'M', homme: 'M', male: 'M', femme: 'F', female: 'F' })),
  date_of_birth: (raw, { today }) => read.readBirthDate(raw, today, YOUNGEST),
  email: (raw) => (raw === null || raw === '' ? read.good(null) : read.readEmail(raw)),
  phone,
  whatsapp: phone,
  ...(Object.fromEntries(CINEMA_NETWORKS.map((network) => [network, link(network)])) as Record<CinemaNetwork, Reader>),
  website: (raw) => read.readUrl(raw),
  id_document_type: option('id_document_type'),
  id_document_number: readDocumentNumber,
  country_of_origin_id: required(read.readId),
  city_of_origin_id: read.readId,
  country_id: read.readId,
  city_id: read.readId,
  other_city: text(LONG.other_city),
  nationality: text(LONG.nationality),
  ethnicities: (raw) => readOptions(raw, 'ethnicity', MOST.ethnicities),
  talent_types: (raw) => {
    const types = readOptions(raw, 'talent_type', MOST.talent_types);
    return types.ok && types.value.length === 0 ? read.REQUIRED : types;
  },
  languages: readLanguages,
  language_levels: readLevels,
  other_talents: (raw, { catalogue }) => readOtherTalents(raw, catalogue),
  height: integer(40, 260),
  weight: integer(10, 400),
  eye_color: option('eye_color'),
  hair_color: option('hair_color'),
  hair_type: option('hair_type'),
  skin_tone: option('skin_tone'),
  build: option('build'),
  years_of_experience: integer(0, 80),
  previous_productions: readProductions,
  bio: text(LONG.bio),
  is_public: flag,
  is_active: flag,
  terms: flag,
  appearance_consent: flag,
};
export const CINEMA_FIELDS = Object.keys(READERS) as readonly CinemaField[];

/** Capitals and digits without gaps: what is printed on a paper is typed in many ways. */
function readDocumentNumber(raw: unknown): read.Read<string | null> {
  const written = read.readText(raw, 60);
  if (!written.ok || written.value === null) return written;
  const number = fold(written.value).replace(/\s+/g, '').toUpperCase();
  const sane = /^[A-Z0-9][A-Z0-9/.]{3,29}$/.test(number);
  return sane ? read.good(number) : read.bad({ message: fieldTexts.documentNumber, constraint: 'format' });
}

const LEVEL = /^language_levels\[(\w+)\]$/;
export const isLevelField = (name: string): boolean => LEVEL.test(name);

/** `language_levels[fr]`, as forms send it, becomes `language_levels: {fr}`. */
function gatherLevels(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const given = Object.entries(input).filter(([name]) => isLevelField(name));
  if (!given.length) return input;
  const levels = Object.fromEntries(given.map(([name, level]) => [LEVEL.exec(name)?.[1], level]));
  return { ...input, language_levels: { ...(input['language_levels'] as object | undefined), ...levels } };
}

/** The dial code that completes a national number: of the residence, else of the origin. */
function dialOf(input: Readonly<Record<string, unknown>>, { catalogue, present }: ReadContext): string {
  const ids = [input['country_id'], present?.country_id, input['country_of_origin_id'], present?.country_of_origin_id];
  const country = ids.map((id) => (id ? catalogue.country(Number(id)) : undefined)).find(Boolean);
  return country?.dial ?? '+212';
}
