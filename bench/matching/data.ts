/** The people and the briefs of the matching bench, as they stand in the files beside this one, and what makes them sound. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BriefKind, TextLanguage } from '#products/talent/briefs/briefs.ts';
import { canonical, languageNamed, type OptionName } from '#products/talent/options/options.ts';

interface Person {
  readonly key: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly date_of_birth: string;
  readonly bio?: string;
}

/** Countries are ISO codes, cities are names. */
export interface StandardPerson extends Person {
  readonly gender: 'M' | 'F' | 'N';
  readonly country: string;
  readonly residence_country?: string;
  readonly residence_city?: string;
  /** Slugs of the catalogue. */
  readonly talents: readonly string[];
  readonly availability?: string;
  readonly work_mode?: string;
  readonly work_time?: string;
  readonly years_experience?: number;
  readonly education?: string;
  readonly languages?: string;
  readonly cv_text?: string;
}

export interface CinemaPerson extends Person {
  readonly gender: 'M' | 'F';
  readonly country_of_origin: string;
  readonly country?: string;
  readonly city?: string;
  readonly talent_types: readonly string[];
  readonly other_talents?: readonly string[];
  /** Level by code. */
  readonly languages?: Readonly<Record<string, string | null>>;
  readonly years_of_experience?: number;
  readonly height?: number;
  readonly eye_color?: string;
  readonly hair_color?: string;
  readonly hair_type?: string;
  readonly skin_tone?: string;
  readonly build?: string;
  readonly ethnicities?: readonly string[];
  readonly previous_productions?: readonly { readonly title: string; readonly type: string; readonly year: number }[];
}

export interface GradedBrief {
  readonly id: string;
  readonly kind: BriefKind;
  readonly language: TextLanguage;
  readonly text: string;
  /** 1 to 3 by key of a person; everybody else has 0. */
  readonly grades: Readonly<Record<string, number>>;
}

export type BriefSet = 'held-back' | 'tuning';

/** People, and the briefs that were graded about them. */
export interface Data<Set extends BriefSet = BriefSet> {
  readonly standard: readonly StandardPerson[];
  readonly cinema: readonly CinemaPerson[];
  readonly briefs: Readonly<Record<Set, readonly GradedBrief[]>>;
  /** How many people a brief grades, both ends included. */
  readonly graded: { readonly least: number; readonly most: number };
}

const read = <T>(name: string): readonly T[] => JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));

/** People of many trades, few of each. */
export const readSparse = (): Data => ({
  standard: read('people-standard'),
  cinema: read('people-cinema'),
  briefs: { 'held-back': read('held-back'), tuning: read('tuning') },
  graded: { least: 3, most: 15 },
});

/** Many rivals in few trades and few kinds of role. Nothing is ever tuned on it. */
export const readDense = (): Data<'held-back'> => ({
  standard: read('dense/people-standard'),
  cinema: read('dense/people-cinema'),
  briefs: { 'held-back': read('dense/briefs') },
  graded: { least: 5, most: 20 },
});

const LEAST_GOOD = 2;

/** Everything that is wrong with the data, in words; nothing when they are sound. */
export function faultsOf(data: Data | Data<'held-back'>): readonly string[] {
  const briefs = Object.values(data.briefs).flat();
  const people = [...data.standard, ...data.cinema];
  return [
    ...repeated(people.map(({ key }) => key)).map((key) => `two people are called ${key}`),
    ...repeated(Object.entries(data.briefs).flatMap(([set, list]) => list.map(({ id }) => `${set} ${id}`))).map(
      (id) => `two briefs are ${id}`,
    ),
    ...repeated(briefs.map(({ text }) => text)).map((text) => `a brief stands twice: ${text}`),
    ...briefs.flatMap((brief) => briefFaults(brief, new Set(data[brief.kind].map(({ key }) => key)), data.graded)),
    ...data.cinema.flatMap(lookFaults),
  ];
}

function briefFaults({ id, text, grades }: GradedBrief, known: ReadonlySet<string>, { least, most }: Data['graded']): readonly string[] {
  const given = Object.values(grades);
  const good = given.filter((grade) => grade >= 2).length;
  return [
    ...(text.trim() === '' ? [`${id} says nothing`] : []),
    ...Object.keys(grades).flatMap((key) => (known.has(key) ? [] : [`${id} grades ${key}, whom nobody knows`])),
    ...given.flatMap((grade) => ([1, 2, 3].includes(grade) ? [] : [`${id} gives ${grade}`])),
    ...(given.length < least || given.length > most ? [`${id} grades ${given.length} people`] : []),
    ...(good < LEAST_GOOD ? [`${id} has ${good} good people`] : []),
  ];
}

const LOOKS = ['eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build'] as const satisfies readonly OptionName[];

/** Values that the form would have refused. */
function lookFaults(person: CinemaPerson): readonly string[] {
  const chosen: readonly (readonly [OptionName, string])[] = [
    ...LOOKS.flatMap((name) => (person[name] ? [[name, person[name]] as const] : [])),
    ...person.talent_types.map((type) => ['talent_type', type] as const),
    ...(person.ethnicities ?? []).map((ethnicity) => ['ethnicity', ethnicity] as const),
  ];
  return [
    ...chosen.flatMap(([name, value]) => (canonical(name, value) === value ? [] : [`${person.key}: ${name} ${value}`])),
    ...Object.keys(person.languages ?? {}).flatMap((code) => (languageNamed(code)?.code === code ? [] : [`${person.key} speaks ${code}`])),
  ];
}

const repeated = (texts: readonly string[]): readonly string[] => texts.filter((text, at) => texts.indexOf(text) !== at);
