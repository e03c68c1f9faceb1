/** Filters as they stand in a query string: the union of both documents' names, a comma list or a repeated name for several values. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { AGE_RANGES, canonical, EXPERIENCE_LEVELS, languageNamed, OPTIONS, type OptionName } from '../options/options.ts';
import { readText } from '../readers.ts';
import type { AgeRangeValue, CinemaFilters, CinemaSort } from './cinema-search.ts';
import { filterTexts } from './messages.ts';

type Query = Readonly<Record<string, unknown>>;

export const CINEMA_SORTS = [
  ...['newest', 'oldest', 'name', '-name', 'age', '-age', 'height', '-height', 'experience', '-experience'],
] as readonly CinemaSort[];

/** The order asked for by `sort`; the newest first when nothing is. */
export function readSort(query: Query): CinemaSort {
  const raw = query['sort'];
  if (raw === undefined || raw === '') return 'newest';
  const found = CINEMA_SORTS.find((sort) => sort === raw);
  if (!found) throw failure.invalid({ sort: choiceOf(CINEMA_SORTS) });
  return found;
}

const MAX_SEARCH = 100;
const YEARS = { least: 0, most: 120 };
const CENTIMETRES = { least: 0, most: 300 };
/** What needs the catalogue to be understood. */
const FROM_CATALOGUE = ['country', 'country_id', 'city_id', 'other_talent', 'skill'];

export async function readFilters(query: Query, catalogue: () => Promise<Snapshot>): Promise<CinemaFilters> {
  const reader = new FilterReader(query);
  const places = FROM_CATALOGUE.some((name) => reader.texts(name).length) ? await catalogue() : null;
  const given: { [K in keyof CinemaFilters]: CinemaFilters[K] | undefined } = {
    search: reader.search(),
    talentTypes: reader.options('talent_type'),
    gender: reader.gender(),
    ...reader.ages(),
    ethnicities: reader.options('ethnicity'),
    eyeColors: reader.options('eye_color'),
    hairColors: reader.options('hair_color'),
    hairTypes: reader.options('hair_type'),
    skinTones: reader.options('skin_tone'),
    builds: reader.options('build'),
    ...reader.heights(),
    ...(places ? reader.fromCatalogue(places) : {}),
    languages: reader.values('language', (text) => languageNamed(text)?.code, filterTexts.language),
    experiences: reader.values('experience', experienceNamed, choiceOf(EXPERIENCE_LEVELS.map(({ value }) => value))),
    hasPhoto: reader.flag('has_photo'),
    isPublic: reader.flag('is_public'),
    active: reader.flag('is_active'),
  };
  reader.finish();
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as CinemaFilters;
}

const choiceOf = (values: readonly string[]): FieldError => ({
  message: fieldMessages.choice,
  params: { values: values.join(', ') },
  constraint: 'choice',
});

const experienceNamed = (text: string) =>
  EXPERIENCE_LEVELS.find(({ value, label }) => [value, label.fr, label.en, label.ar].some((name) => fold(name) === fold(text)))?.value;

const GENDERS: ReadonlyMap<string, 'M' | 'F'> = new Map([
  ...['m', 'male', 'man', 'homme', 'masculin', 'ذكر', 'رجل'].map((word) => [fold(word), 'M'] as const),
  ...['f', 'female', 'woman', 'femme', 'feminin', 'انثى', 'امراه'].map((word) => [fold(word), 'F'] as const),
]);
const YES = ['true', '1', 'on', 'yes', 'oui', 'نعم'];
const NO = ['false', '0', 'off', 'no', 'non', 'لا'];

/** Reads one parameter after another and remembers every fault. */
class FilterReader {
  readonly #query: Query;
  readonly #faults: Record<string, FieldError> = {};

  constructor(query: Query) {
    this.#query = query;
  }

  finish(): void {
    if (Object.keys(this.#faults).length) throw failure.invalid(this.#faults);
  }

  /** What was given under that name, without what is empty. */
  texts(name: string): readonly string[] {
    const raw = this.#query[name];
    const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    return list
      .filter((item) => item !== undefined && item !== null)
      .map((item) => String(item).normalize('NFC').trim())
      .filter(Boolean);
  }

  /** Every value in its stored form; a name with a comma in it is tried whole before it is taken for a list. */
  values<T>(name: string, read: (text: string) => T | undefined, fault: FieldError | typeof filterTexts.country): readonly T[] | undefined {
    const found = new Set<T>();
    const split = this.texts(name).flatMap((text) => (read(text) === undefined ? text.split(',') : [text]));
    for (const text of split.map((part) => part.trim()).filter(Boolean)) {
      const value = read(text);
      if (value !== undefined) found.add(value);
      else this.#faults[name] ??= 'message' in fault ? fault : { message: fault, params: { value: text }, constraint: 'choice' };
    }
    return found.size ? [...found] : undefined;
  }

  options(name: OptionName): readonly string[] | undefined {
    const fault = choiceOf(OPTIONS[name].map(({ value }) => value));
    return this.values(name, (text) => canonical(name, text), fault);
  }

  search(): string | undefined {
    const read = readText(this.#single('search'), MAX_SEARCH);
    if (!read.ok) this.#faults['search'] ??= read.error;
    return read.ok ? (read.value ?? undefined) : undefined;
  }

  /** Both genders are everybody. */
  gender(): 'M' | 'F' | undefined {
    const found = this.values('gender', (text) => GENDERS.get(fold(text)), choiceOf(['M', 'F']));
    return found?.length === 1 ? found[0] : undefined;
  }

  flag(name: string): boolean | undefined {
    const text = this.#single(name);
    if (text === undefined) return undefined;
    const word = fold(text);
    if (!YES.includes(word) && !NO.includes(word)) this.#faults[name] ??= choiceOf(['true', 'false']);
    return YES.includes(word);
  }

  ages(): Pick<CinemaFilters, never> & { ageMin?: number; ageMax?: number; ageRanges?: readonly AgeRangeValue[] } {
    // "51+" arrives as "51 " from clients that forget to escape the plus.
    const named = (text: string) => AGE_RANGES.find(({ value }) => value === text || value === `${text}+`);
    const ranges = this.values('age_range', named, choiceOf(AGE_RANGES.map(({ value }) => value)));
    const asked = this.#span('age_min', 'age_max', YEARS);
    const [only] = ranges ?? [];
    if (!ranges || !only) return limits(asked.min, asked.max);
    if (ranges.length > 1) return { ...limits(asked.min, asked.max), ageRanges: ranges.map(({ value }) => value) };
    const min = Math.max(only.min, asked.min ?? only.min);
    const max = only.max === null ? asked.max : Math.min(only.max, asked.max ?? only.max);
    if (max !== undefined && min > max)
      this.#contradict(asked.min === undefined ? ['age_range', 'age_max'] : ['age_range', 'age_min'], min, max);
    return limits(min, max);
  }

  heights(): { heightMin?: number; heightMax?: number } {
    const { min, max } = this.#span('height_min', 'height_max', CENTIMETRES);
    return { ...(min === undefined ? {} : { heightMin: min }), ...(max === undefined ? {} : { heightMax: max }) };
  }

  fromCatalogue(catalogue: Snapshot): Partial<Record<'countryIds' | 'cityIds', readonly number[]>> & { otherTalents?: readonly string[] } {
    const country = countryReader(catalogue);
    const byId = (text: string): number | undefined => (isId(text) ? catalogue.country(Number(text))?.id : undefined);
    const countryIds = [
      ...(this.values('country', country, filterTexts.country) ?? []),
      ...(this.values('country_id', byId, filterTexts.country) ?? []),
    ];
    const cityIds = this.values('city_id', (text) => (isId(text) ? catalogue.city(Number(text))?.id : undefined), filterTexts.city);
    const skill = (text: string): string | undefined => catalogue.talentNamed(text)?.name;
    const skills = ['other_talent', 'skill'].flatMap((name) => this.values(name, skill, filterTexts.skill) ?? []);
    return {
      ...(countryIds.length ? { countryIds: [...new Set(countryIds)] } : {}),
      ...(cityIds ? { cityIds } : {}),
      ...(skills.length ? { otherTalents: [...new Set(skills)] } : {}),
    };
  }

  /** For what can only have one value. */
  #single(name: string): string | undefined {
    const [text, second] = this.texts(name);
    if (second !== undefined) this.#faults[name] = { message: fieldMessages.type, constraint: 'type' };
    return text;
  }

  #span(minName: string, maxName: string, bounds: typeof YEARS): { min: number | undefined; max: number | undefined } {
    const [min, max] = [this.#integer(minName, bounds), this.#integer(maxName, bounds)];
    if (min !== undefined && max !== undefined && min > max) this.#contradict([minName, maxName], min, max);
    return { min, max };
  }

  #integer(name: string, { least, most }: typeof YEARS): number | undefined {
    const text = this.#single(name);
    if (text === undefined) return undefined;
    const number = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(number)) this.#faults[name] = { message: fieldMessages.type, constraint: 'type' };
    else if (number < least) this.#faults[name] = { message: fieldMessages.tooSmall, params: { limit: least }, constraint: 'minimum' };
    else if (number > most) this.#faults[name] = { message: fieldMessages.tooLarge, params: { limit: most }, constraint: 'maximum' };
    return this.#faults[name] ? undefined : number;
  }

  #contradict(names: readonly string[], min: number, max: number): void {
    for (const name of names) this.#faults[name] ??= { message: filterTexts.minOverMax, params: { min, max }, constraint: 'range' };
  }
}

const limits = (min: number | undefined, max: number | undefined): { ageMin?: number; ageMax?: number } => ({
  ...(min === undefined ? {} : { ageMin: min }),
  ...(max === undefined ? {} : { ageMax: max }),
});

const isId = (text: string): boolean => /^\d{1,9}$/.test(text);

/** A country by name in any of our languages, by ISO code, or by id. */
function countryReader(catalogue: Snapshot): (text: string) => number | undefined {
  const byName = new Map<string, number>();
  for (const { id, name } of catalogue.countries) for (const text of [name.ar, name.en, name.fr]) byName.set(fold(text), id);
  return (text) => (isId(text) ? catalogue.country(Number(text))?.id : (catalogue.countryByCode(text)?.id ?? byName.get(fold(text))));
}
