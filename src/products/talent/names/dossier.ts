/** A person with everything an administrator compares, in words: the same names of fields for both kinds of files where they mean the same. */
import type { FastifyRequest } from 'fastify';
import type { Role } from '#kernel/http/access.ts';
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import { nationalityName, placeName, type Snapshot, talentName } from '../catalogue/catalogue.ts';
import type { CinemaMergeField, CinemaTalent } from '../cinema/cinema.ts';
import { fileLabels } from '../cinema-registration/cinema-registration.ts';
import type { Member, MemberMergeField } from '../members/members.ts';
import { choiceOf, languageOf, type OptionName } from '../options/options.ts';
import { words } from '../profile-form/profile-form.tsx';
import { m } from './messages.ts';
import { nameOf, type Person, type Ref, readPerson } from './person.ts';
import type { NameTools } from './tools.ts';
import { readTraces, type Traces } from './traces.ts';

export type Field = MemberMergeField | CinemaMergeField | 'talents' | 'talent_types' | 'other_talents' | 'previous_productions';

export interface Dossier {
  readonly person: Person;
  /** Of a member's account; null for a CINEMA file. */
  readonly role: Role | null;
  /** In clear, as administrators see it. */
  readonly email: string | null;
  /** Values in the reader's language; what is empty is absent. Photo and CV are names of files. */
  readonly values: ReadonlyMap<Field, string>;
  readonly galleryCount: number;
  readonly traces: Traces;
}

/** Null when the person is gone. */
export async function readDossier(
  { db, members, cinema, catalogue }: NameTools,
  request: FastifyRequest,
  ref: Ref,
): Promise<Dossier | null> {
  const person = await readPerson(db, ref);
  if (!person) return null;
  const traces = await readTraces(db, ref);
  const spoken: Spoken = { language: request.language, catalogue: await catalogue.snapshot() };
  if (ref.kind === 'standard') {
    const member = await members.get(request, ref.id);
    return { person, role: member.role, email: member.email, values: filled(memberValues(member, spoken)), galleryCount: 0, traces };
  }
  const talent = await cinema.get(request, ref.id);
  const values = filled(talentValues(talent, spoken));
  return { person, role: null, email: talent.email, values, galleryCount: talent.galleryFiles.length, traces };
}

interface Spoken {
  readonly language: Language;
  readonly catalogue: Snapshot;
}
type Values = Readonly<Partial<Record<Field, string | null | undefined>>>;

const filled = (values: Values): ReadonlyMap<Field, string> =>
  new Map(Object.entries(values).flatMap(([field, value]) => (value ? [[field as Field, value] as const] : [])));

const dayOf = (day: string | null, language: Language): string | null =>
  day && new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
const wordOf = (label: Message | string | null, language: Language): string | null =>
  label === null || typeof label === 'string' ? label : say(label, language);
/** A city as it is called, its country in the reader's language. */
const placeOf = ({ language, catalogue }: Spoken, city: { readonly id: number } | null, country: { readonly id: number } | null): string =>
  placeName(catalogue, language, { cityId: city?.id, countryId: country?.id });

function memberValues(member: Member, spoken: Spoken): Values {
  const { language } = spoken;
  const { residenceCity, residenceCountry, city, country, yearsExperience } = member;
  const said = (label: Message | string | null): string | null => wordOf(label, language);
  return {
    name: nameOf(member),
    gender: said(words.genderLabel(member.gender)),
    date_of_birth: dayOf(member.dateOfBirth, language),
    country_id: placeOf(spoken, null, country),
    nationality: nationalityName(spoken.catalogue, language, member.nationality),
    residence: placeOf(spoken, residenceCity ?? city, residenceCountry),
    phone: member.phone,
    whatsapp: member.whatsapp,
    address: member.address,
    availability: said(words.availabilityLabel(member.availability)),
    work_mode: said(words.workModeLabel(member.workMode)),
    work_time: said(words.workTimeLabel(member.workTime)),
    years_experience: yearsExperience === null ? null : String(yearsExperience),
    rate_range: member.rateRange,
    bio: member.bio,
    languages: member.languages,
    education: member.education,
    portfolio_url: member.portfolioUrl,
    website: member.website,
    ...member.social,
    photo: member.photoFile,
    cv: member.cvFile,
    talents: member.talents.map((talent) => talentName(spoken.catalogue, language, talent)).join(', '),
  };
}

function talentValues(talent: CinemaTalent, spoken: Spoken): Values {
  const { language } = spoken;
  const { looks, idDocument } = talent;
  const option = (name: OptionName, value: string | null): string | null => value && say(choiceOf(name, value).label, language);
  const number = (value: number | null, unit = ''): string | null => (value === null ? null : `${value}${unit}`);
  return {
    name: nameOf(talent),
    gender: wordOf(words.genderLabel(talent.gender), language),
    date_of_birth: dayOf(talent.dateOfBirth, language),
    origin: placeOf(spoken, talent.cityOfOrigin, talent.countryOfOrigin),
    nationality: nationalityName(spoken.catalogue, language, talent.nationality),
    residence: placeOf(spoken, talent.city, talent.country),
    email: talent.email,
    phone: talent.phone,
    whatsapp: talent.whatsapp,
    website: talent.website,
    ...talent.social,
    id_document: idDocument.number && [option('id_document_type', idDocument.type), idDocument.number].filter(Boolean).join(' '),
    height: number(looks.height, ' cm'),
    weight: number(talent.weight, ' kg'),
    eye_color: option('eye_color', looks.eyeColor),
    hair_color: option('hair_color', looks.hairColor),
    hair_type: option('hair_type', looks.hairType),
    skin_tone: option('skin_tone', looks.skinTone),
    build: option('build', looks.build),
    ethnicities: talent.ethnicities.map((value) => option('ethnicity', value)).join(', '),
    years_of_experience: number(talent.yearsOfExperience),
    bio: talent.bio,
    photo: talent.photoFile,
    talent_types: talent.talentTypes.map((value) => option('talent_type', value)).join(', '),
    languages: talent.languages.map((code) => say(languageOf(code).label, language)).join(', '),
    other_talents: talent.otherTalents.join(', '),
    previous_productions: talent.previousProductions.map(({ title, year }) => (year ? `${title} (${year})` : title)).join(', '),
  };
}

const { labels } = words;
const OWN: Readonly<Partial<Record<Field, Message>>> = {
  name: m.name,
  date_of_birth: m.born,
  residence: m.residence,
  bio: m.bio,
  origin: fileLabels.country_of_origin_id,
  id_document: fileLabels.id_document_type,
  talent_types: labels.talents,
};
export const fieldLabel = (field: Field): Message | string =>
  OWN[field] ?? (labels as Readonly<Record<string, Message>>)[field] ?? (fileLabels as Readonly<Record<string, Message>>)[field] ?? field;

/** Numbers and addresses stay left to right. */
export const isLeftToRight = (field: Field): boolean =>
  ['phone', 'whatsapp', 'email', 'website', 'portfolio_url', 'id_document'].includes(field);
