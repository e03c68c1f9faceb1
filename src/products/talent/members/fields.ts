/**
 * The fields of a profile: their names (as on the wire and in forms), their clean values, and the rules between them.
 *
 * `checkProfile` is pure: it takes what was typed, the catalogue and the present profile, and answers every fault at once.
 */
import type { FieldError } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { Gender } from '../codes.ts';
import { fieldTexts } from '../field-texts.ts';
import * as read from '../readers.ts';
import { isPlace, type Places, resolvePlaces } from './places.ts';

export const GENDERS = ['M', 'F', 'N'] as const satisfies readonly Gender[];
export const AVAILABILITIES = ['disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel'] as const;
export const WORK_TIMES = ['Temps plein', 'Temps partiel', 'Flexible'] as const;
export const WORK_MODES = ['sur_site', 'a_distance', 'hybride', 'flexible'] as const;
export type Availability = (typeof AVAILABILITIES)[number];
export type WorkTime = (typeof WORK_TIMES)[number];
export type WorkMode = (typeof WORK_MODES)[number];

/** Other spellings, folded. */
export const WORK_MODE_ALIASES: Readonly<Record<string, WorkMode>> = {
  hybrid: 'hybride',
  remote: 'a_distance',
  'a distance': 'a_distance',
  'sur site': 'sur_site',
  'on-site': 'sur_site',
};

/** Networks, with where a bare `@name` leads. */
export const SOCIAL_NETWORKS = {
  linkedin: 'https://www.linkedin.com/in/',
  github: 'https://github.com/',
  twitter: 'https://twitter.com/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  behance: 'https://www.behance.net/',
  dribbble: 'https://dribbble.com/',
  imdb_url: undefined,
  threads: 'https://www.threads.net/@',
} as const;
export type SocialNetwork = keyof typeof SOCIAL_NETWORKS;
export const SOCIAL_NAMES = Object.keys(SOCIAL_NETWORKS) as readonly SocialNetwork[];

/** Clean values of a profile, under the names of the wire and of the columns. */
export interface ProfileValues extends Readonly<Record<SocialNetwork, string | null>> {
  readonly first_name: string;
  readonly last_name: string;
  readonly date_of_birth: string | null;
  readonly gender: Gender;
  readonly phone: string | null;
  readonly whatsapp: string | null;
  readonly address: string | null;
  readonly country_id: number;
  readonly city_id: number | null;
  readonly residence_country_id: number | null;
  readonly residence_city_id: number | null;
  /** A city of the country of residence that the catalogue does not have ("Autre ville"). */
  readonly other_city: string | null;
  readonly nationality: string | null;
  readonly education: string | null;
  readonly languages: string | null;
  readonly availability: Availability | null;
  readonly work_time: WorkTime | null;
  readonly work_mode: WorkMode | null;
  readonly rate_range: string | null;
  readonly years_experience: number | null;
  readonly bio: string | null;
  readonly portfolio_url: string | null;
  readonly website: string | null;
  readonly is_public: boolean;
  readonly talents: readonly number[];
}
export type ProfileField = keyof ProfileValues;
export type ProfileInput = Readonly<Record<string, unknown>>;

export interface CheckedProfile {
  readonly errors: Readonly<Record<string, FieldError>>;
  readonly values: Partial<ProfileValues>;
}
export interface CheckContext {
  readonly catalogue: Snapshot;
  readonly today: Date;
  /** The present places of the person; absent at registration. */
  readonly present?: Places;
}

const LONG = { address: 300, nationality: 100, education: 300, languages: 300, rate_range: 100, bio: 2000 };
export const MAX_TALENTS = 30;

/** Reads the given fields; what is absent from `input` is absent from the values. */
export function checkProfile(input: ProfileInput, context: CheckContext): CheckedProfile {
  const errors: Record<string, FieldError> = {};
  const values: Record<string, unknown> = {};
  const dial = dialOf(input, context);
  for (const [name, raw] of Object.entries(input)) {
    const reader = READERS[name as ProfileField];
    if (!reader) continue;
    const result = reader(raw, { ...context, dial });
    if (result.ok) values[name] = result.value;
    else errors[name] = result.error;
  }
  const { places, faults } = resolvePlaces(values, context.present ?? null, context.catalogue);
  const others = Object.entries(values).filter(([name]) => !isPlace(name));
  return { errors: { ...faults, ...errors }, values: { ...Object.fromEntries(others), ...places } };
}

interface ReadContext extends CheckContext {
  readonly dial: string;
}
type Reader = (raw: unknown, context: ReadContext) => read.Read<unknown>;

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
const link =
  (network: SocialNetwork): Reader =>
  (raw) =>
    read.readUrl(raw, SOCIAL_NETWORKS[network]);
const phone: Reader = (raw, { dial }) => read.readPhone(raw, dial);

const READERS: Readonly<Record<ProfileField, Reader>> = {
  first_name: read.readName,
  last_name: read.readName,
  date_of_birth: (raw, { today }) => read.readBirthDate(raw, today),
  gender: required((raw) => read.readChoice(raw, GENDERS)),
  phone,
  whatsapp: phone,
  address: text(LONG.address),
  country_id: required(read.readId),
  city_id: read.readId,
  residence_country_id: read.readId,
  residence_city_id: read.readId,
  other_city: text(100),
  nationality: text(LONG.nationality),
  education: text(LONG.education),
  languages: text(LONG.languages),
  availability: (raw) => read.readChoice(raw, AVAILABILITIES),
  work_time: (raw) => read.readChoice(raw, WORK_TIMES),
  work_mode: (raw) => read.readChoice(raw, WORK_MODES, WORK_MODE_ALIASES),
  rate_range: text(LONG.rate_range),
  years_experience: (raw) => read.readInteger(raw, 0, 70),
  bio: text(LONG.bio),
  portfolio_url: (raw) => read.readUrl(raw),
  website: (raw) => read.readUrl(raw),
  linkedin: link('linkedin'),
  instagram: link('instagram'),
  twitter: link('twitter'),
  facebook: link('facebook'),
  github: link('github'),
  behance: link('behance'),
  dribbble: link('dribbble'),
  imdb_url: link('imdb_url'),
  threads: link('threads'),
  is_public: (raw) => {
    const flag = read.readFlag(raw);
    return flag.ok ? read.good(flag.value ?? false) : flag;
  },
  talents: readTalents,
};
export const PROFILE_FIELDS = Object.keys(READERS) as readonly ProfileField[];

/** Ids, or names and slugs, as a list or a comma list. */
function readTalents(raw: unknown, { catalogue }: ReadContext): read.Read<readonly number[]> {
  const given = Array.isArray(raw) ? raw : String(raw ?? '').split(',');
  const ids = new Set<number>();
  for (const item of given) {
    const word = String(item !== null && typeof item === 'object' && 'id' in item ? item.id : item).trim();
    if (!word) continue;
    const talent = /^\d{1,9}$/.test(word) ? catalogue.talent(Number(word)) : catalogue.talentNamed(word);
    if (!talent) return read.bad({ message: fieldTexts.talent, params: { id: word.slice(0, 60) }, constraint: 'choice' });
    ids.add(talent.id);
  }
  if (ids.size > MAX_TALENTS) return read.bad({ message: fieldMessages.tooLarge, params: { limit: MAX_TALENTS }, constraint: 'maximum' });
  return read.good([...ids]);
}

/** The dial code that completes a national number: of the residence, else of the origin. */
function dialOf(input: ProfileInput, { catalogue, present }: CheckContext): string {
  const ids = [input['residence_country_id'], present?.residence_country_id, input['country_id'], present?.country_id];
  const country = ids.map((id) => (id ? catalogue.country(Number(id)) : undefined)).find(Boolean);
  return country?.dial ?? '+212';
}
