/**
 * The catalogue: the countries, cities and talents that people choose from. It hides where they are kept and how a
 * name typed by a person is recognised ("Casa" is Casablanca).
 *
 * Words: an *unlisted city* is one that somebody typed under "Autre ville"; it has the letters AUT in codes and is not
 * offered to others until an administrator reviews it. A *snapshot* is the whole catalogue at one moment, in memory.
 */

import type { Db, Tx } from '#kernel/db/db.ts';
import { createFreshCache } from '#kernel/fresh-cache.ts';
import { type Language, messages, say } from '#kernel/message.ts';
import { createVersionReader, readVersion } from '../list-versions.ts';
import type { Snapshot } from './snapshot.ts';
import { addUnlistedCity, countPeople, loadSnapshot } from './store.ts';

export { nationalitiesOf, nationalityName, storedNationality } from './nationalities.ts';
export type { Country, Snapshot, Talent } from './snapshot.ts';

export interface PeopleCounts {
  readonly byCountry: ReadonlyMap<number, number>;
  readonly byCity: ReadonlyMap<number, number>;
  readonly byTalent: ReadonlyMap<number, number>;
}

export interface Catalogue {
  /** `tx` when the caller is in a transaction: it then needs no second connection. */
  snapshot(tx?: Tx): Promise<Snapshot>;
  /** The id of the unlisted city of that name, made if nobody typed it before. */
  addUnlistedCity(tx: Tx, countryId: number, name: string): Promise<number>;
  /** How many people of the standard platform each country of origin, city and talent has. */
  counts(): Promise<PeopleCounts>;
  /** People of the cinema module by country of origin. */
  cinemaCounts(): Promise<ReadonlyMap<number, number>>;
}

export interface CatalogueTools {
  readonly db: Db;
  /** Given by the cinema module where it is present. */
  readonly countCinema?: (db: Db) => Promise<ReadonlyMap<number, number>>;
}

export function createCatalogue({ db, countCinema }: CatalogueTools): Catalogue {
  const latest = createVersionReader(db, 'catalogue');
  let kept: { readonly version: number; readonly snapshot: Snapshot } | null = null;
  const counts = createFreshCache<PeopleCounts>({ version: createVersionReader(db, 'people'), sizeOf: () => 1, capacity: 1 });
  return {
    async snapshot(tx) {
      const version = await (tx ? readVersion(tx, 'catalogue') : latest());
      if (kept?.version === version) return kept.snapshot;
      const snapshot = await loadSnapshot(tx ?? db);
      // What a transaction reads may never be committed.
      if (!tx) kept = { version, snapshot };
      return snapshot;
    },
    addUnlistedCity,
    counts: () => counts.get('people', () => countPeople(db)),
    cinemaCounts: async () => (countCinema ? countCinema(db) : new Map()),
  };
}

/** What the reader calls a talent of the catalogue, given by its row or its stored name; free words stand for themselves. */
export function talentName(
  catalogue: Snapshot,
  language: Language,
  talent: { readonly id: number; readonly name: string } | string,
): string {
  const known = typeof talent === 'string' ? catalogue.talentNamed(talent) : catalogue.talent(talent.id);
  return known ? say(known.label, language) : typeof talent === 'string' ? talent : talent.name;
}

/** What the reader calls a city; null without one. */
export function cityName(
  catalogue: Snapshot,
  language: Language,
  city: { readonly id: number; readonly name: string } | null | undefined,
): string | null {
  if (!city) return null;
  const known = catalogue.city(city.id);
  return known ? say(known.label, language) : city.name;
}

const m = messages({ comma: { fr: ', ', en: ', ', ar: '، ' } });

/** Where somebody is, in the reader's language: « Dakar, Sénégal ». A city says its own country; without one, the country does. */
export function placeName(
  catalogue: Snapshot,
  language: Language,
  { cityId, countryId }: { readonly cityId: number | null | undefined; readonly countryId: number | null | undefined },
): string {
  const city = cityId ? catalogue.city(cityId) : undefined;
  const country = catalogue.country(city?.countryId ?? countryId ?? 0);
  return [city?.label, country?.name].flatMap((name) => (name ? [say(name, language)] : [])).join(say(m.comma, language));
}
