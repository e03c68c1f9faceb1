/**
 * Finding people of the CINEMA module among a million: filters, pages, totals, and how many people each value would leave.
 *
 * Hides two engines that answer the same: SQL, which is the truth, and bitsets in memory, which are fast and follow the database.
 * Words: a *condition* is one filter as SQL over `talent.cinema_talents c`; the *feed* says which people changed; the *index* is
 * the memory of one process, kept by a thread of its own. Nobody gets an answer that is older than their question.
 */
import type { RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import type { PageAsked } from '#kernel/http/pagination.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { sweepFeed } from '../change-feed.ts';
import type { AGE_RANGES, ExperienceLevel } from '../options/options.ts';
import type { CountedFacets } from './answering.ts';
import { type ConditionTools, whereOf } from './conditions.ts';
import { readFilters } from './filters.ts';
import { createIndexEngine } from './index-engine.ts';
import { questionOf } from './question.ts';
import { createSqlEngine } from './sql-engine.ts';

export { contactIndex } from './contacts.ts';
export { CINEMA_SORTS, readSort } from './filters.ts';

export type AgeRangeValue = (typeof AGE_RANGES)[number]['value'];

/** The union of both documents' filters. Values are canonical; a list means any of its values, except `languages` and `otherTalents`: every one. */
export interface CinemaFilters {
  /** Words of the name or code in any spelling, or a whole e-mail, phone number or document number. */
  readonly search?: string;
  readonly talentTypes?: readonly string[];
  readonly gender?: 'M' | 'F';
  /** Years, both included. One `age_range` and `age_min`/`age_max` meet here. */
  readonly ageMin?: number;
  readonly ageMax?: number;
  /** Several age ranges, any of them. */
  readonly ageRanges?: readonly AgeRangeValue[];
  readonly ethnicities?: readonly string[];
  readonly eyeColors?: readonly string[];
  readonly hairColors?: readonly string[];
  readonly hairTypes?: readonly string[];
  readonly skinTones?: readonly string[];
  readonly builds?: readonly string[];
  readonly heightMin?: number;
  readonly heightMax?: number;
  /** Ids of countries of residence. */
  readonly countryIds?: readonly number[];
  readonly cityIds?: readonly number[];
  /** Codes. */
  readonly languages?: readonly string[];
  readonly experiences?: readonly ExperienceLevel[];
  readonly otherTalents?: readonly string[];
  readonly hasPhoto?: boolean;
  readonly isPublic?: boolean;
  readonly active?: boolean;
  /** The rule of access for strangers: public and active people only. */
  readonly publicOnly?: boolean;
}

/** `newest` first by default. Nobody's place depends on chance: ties are broken by number. Unknown heights and years come last. */
export type CinemaSort = 'newest' | 'oldest' | 'name' | '-name' | 'age' | '-age' | 'height' | '-height' | 'experience' | '-experience';

/**
 * People per value, values without anybody left out; each field is counted with its own filter lifted, so that one sees what
 * choosing another value would give.
 */
export interface CinemaFacets {
  readonly gender: ReadonlyMap<string, number>;
  readonly talentType: ReadonlyMap<string, number>;
  readonly ageRange: ReadonlyMap<string, number>;
  readonly ethnicity: ReadonlyMap<string, number>;
  readonly eyeColor: ReadonlyMap<string, number>;
  readonly hairColor: ReadonlyMap<string, number>;
  readonly hairType: ReadonlyMap<string, number>;
  readonly skinTone: ReadonlyMap<string, number>;
  readonly build: ReadonlyMap<string, number>;
  readonly country: ReadonlyMap<number, number>;
  readonly language: ReadonlyMap<string, number>;
  readonly experience: ReadonlyMap<string, number>;
}

export interface Found {
  readonly ids: readonly number[];
  readonly total: number;
}

export interface CinemaSearch {
  /** The filters of a query string, under the names of both documents; every value that means nothing is named in one failure. */
  readFilters(query: Readonly<Record<string, unknown>>): Promise<CinemaFilters>;
  /** The ids of one page, in order, and the number of people in all. */
  find(filters: CinemaFilters, page: Pick<PageAsked, 'size' | 'offset'>, sort?: CinemaSort): Promise<Found>;
  facets(filters: CinemaFilters): Promise<CinemaFacets>;
  /** The conditions over `talent.cinema_talents c`, for exports that walk through everybody. */
  where(filters: CinemaFilters): Promise<RawBuilder<unknown>>;
  /** Forgets the changes that every process has seen long ago; answers how many lines went. */
  sweep(): Promise<number>;
  /** Reads everybody into the index ahead of the first search; false when there are too few people for one. */
  warm(): Promise<boolean>;
  /** Lets go of the index. */
  close(): Promise<void>;
}

export interface CinemaSearchTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'blindIndex'>;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
  readonly log: Logger;
  /** Without it there is no index, SQL answers alone. */
  readonly database?: Pick<Database, 'url'>;
  /** From how many people on an index is worth its memory (20 000). */
  readonly indexFrom?: number;
}

const WORTH_AN_INDEX = 20_000;

export function createCinemaSearch(tools: CinemaSearchTools): CinemaSearch {
  const { catalogue, clock, database, db, indexFrom = WORTH_AN_INDEX, log, vault } = tools;
  const index = database ? createIndexEngine({ db, url: database.url, log, indexFrom }) : null;
  const engine = createSqlEngine(db);
  const conditions = async (filters: CinemaFilters): Promise<ConditionTools> => ({
    vault,
    today: clock.now(),
    dials: filters.search ? (await catalogue.snapshot()).countries.map(({ dial }) => dial) : [],
  });
  return {
    readFilters: (query) => readFilters(query, () => catalogue.snapshot()),
    async find(filters, { size, offset }, sort = 'newest') {
      const known = await conditions(filters);
      const found = index?.isOpen() ? await index.find({ ...(await questionOf(db, filters, known)), size, offset, sort }) : null;
      return found ?? engine.find(filters, known, { size, offset }, sort);
    },
    async facets(filters) {
      const known = await conditions(filters);
      const counted = index?.isOpen() ? await index.facets(await questionOf(db, filters, known)) : null;
      return withCountryIds(counted ?? (await engine.facets(filters, known)));
    },
    where: async (filters) => whereOf(filters, await conditions(filters)),
    warm: async () => index?.warm() ?? false,
    sweep: () => sweepFeed(db, 'cinema'),
    close: async () => index?.close(),
  };
}

/** Both engines count by the text of a value. */
const withCountryIds = (counted: CountedFacets): CinemaFacets => ({
  ...counted,
  country: new Map([...counted.country].map(([id, people]) => [Number(id), people])),
});
