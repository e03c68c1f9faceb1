/** The catalogue in memory, with the look-ups that forms, codes and searches need. */
import type { Message } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';

export interface Country {
  readonly id: number;
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: Message;
  readonly flag: string;
  /** As in "nationalité marocaine"; the masculine form for a sentence about a man. */
  readonly nationality: string;
  readonly nationalityMasculine: string;
  /** With the plus: `+212`. */
  readonly dial: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly isAfrican: boolean;
  readonly isActive: boolean;
}
export interface City {
  readonly id: number;
  readonly countryId: number;
  readonly code: string;
  /** The French name, or what a person typed: what is stored, sent and printed on the wire. */
  readonly name: string;
  /** The name as each reader calls it. */
  readonly label: Message;
  readonly otherNames: readonly string[];
  readonly isListed: boolean;
}
export interface Talent {
  readonly id: number;
  readonly slug: string;
  /** The French name: what is stored, sent and printed on the wire. */
  readonly name: string;
  /** The name as each reader calls it. */
  readonly label: Message;
  readonly emoji: string;
  readonly category: string;
  readonly tag: 'general' | 'cinema';
  readonly synonyms: readonly string[];
  readonly isActive: boolean;
}

export interface Snapshot {
  readonly countries: readonly Country[];
  readonly cities: readonly City[];
  readonly talents: readonly Talent[];
  country(id: number): Country | undefined;
  countryByCode(code: string): Country | undefined;
  city(id: number): City | undefined;
  /** Listed cities, in reading order. */
  citiesOf(countryId: number): readonly City[];
  /** The city of that country with this name or one of its other names, however it is written. */
  cityNamed(countryId: number, name: string): City | undefined;
  talent(id: number): Talent | undefined;
  /** By slug or name, however it is written. */
  talentNamed(name: string): Talent | undefined;
}

const readable = ({ label }: Talent): readonly string[] => [label.ar, label.en];
const stored = ({ slug, name }: Talent): readonly string[] => [slug, name];

export function createSnapshot(countries: readonly Country[], cities: readonly City[], talents: readonly Talent[]): Snapshot {
  const countryById = new Map(countries.map((country) => [country.id, country]));
  const countryByCode = new Map(countries.map((country) => [country.code, country]));
  const cityById = new Map(cities.map((city) => [city.id, city]));
  const talentById = new Map(talents.map((talent) => [talent.id, talent]));
  const talentByName = new Map<string, Talent>();
  // French names are written last: they win over those of other languages.
  for (const names of [readable, stored])
    for (const talent of talents) for (const name of names(talent)) talentByName.set(fold(name), talent);
  const listed = Map.groupBy(
    cities.filter((city) => city.isListed),
    (city) => city.countryId,
  );
  const cityByName = new Map<string, City>();
  // Proper names are written last: they win over the other names of a neighbour.
  for (const city of cities)
    for (const name of [city.label.ar, city.label.en, ...city.otherNames]) cityByName.set(`${city.countryId} ${fold(name)}`, city);
  for (const city of cities) cityByName.set(`${city.countryId} ${fold(city.name)}`, city);
  return {
    countries,
    cities,
    talents,
    country: (id) => countryById.get(id),
    countryByCode: (code) => countryByCode.get(code.toUpperCase()),
    city: (id) => cityById.get(id),
    citiesOf: (countryId) => listed.get(countryId) ?? [],
    cityNamed: (countryId, name) => cityByName.get(`${countryId} ${fold(name)}`),
    talent: (id) => talentById.get(id),
    talentNamed: (name) => talentByName.get(fold(name)),
  };
}
