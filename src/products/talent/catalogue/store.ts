/** The SQL of the catalogue. */
import { type Generated, sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import type { Message } from '#kernel/message.ts';
import type { PeopleCounts } from './catalogue.ts';
import { createSnapshot, type Snapshot } from './snapshot.ts';

// A type, not an interface: Kysely asks for an index signature.
export type CatalogueTables = {
  'talent.countries': {
    id: Generated<number>;
    code: string;
    name: string;
    name_en: string;
    name_ar: string;
    flag: string;
    nationality_fr: string;
    nationality_fr_m: string;
    dial: string;
    currency: string;
    tz: string;
    is_african: Generated<boolean>;
    is_active: Generated<boolean>;
  };
  'talent.cities': {
    id: Generated<number>;
    country_id: number;
    code: string;
    name: string;
    name_en: Generated<string | null>;
    name_ar: Generated<string | null>;
    alt_names: Generated<string[]>;
    is_listed: Generated<boolean>;
    folded_name: Generated<string>;
  };
  'talent.talents': {
    id: Generated<number>;
    slug: string;
    name: string;
    name_en: Generated<string | null>;
    name_ar: Generated<string | null>;
    emoji: string;
    category: string;
    tag: 'general' | 'cinema';
    synonyms: Generated<string[]>;
    is_active: Generated<boolean>;
  };
};

export async function loadSnapshot(db: Db): Promise<Snapshot> {
  const tables = db.withTables<CatalogueTables>();
  const [countries, cities, talents] = await Promise.all([
    tables.selectFrom('talent.countries').selectAll().orderBy('id').execute(),
    tables.selectFrom('talent.cities').selectAll().orderBy('id').execute(),
    tables.selectFrom('talent.talents').selectAll().orderBy('id').execute(),
  ]);
  return createSnapshot(
    countries.map((row) => ({
      id: row.id,
      code: row.code,
      name: { fr: row.name, en: row.name_en, ar: row.name_ar },
      flag: row.flag,
      nationality: row.nationality_fr,
      nationalityMasculine: row.nationality_fr_m,
      dial: row.dial,
      currency: row.currency,
      timeZone: row.tz,
      isAfrican: row.is_african,
      isActive: row.is_active,
    })),
    cities.map((row) => ({
      id: row.id,
      countryId: row.country_id,
      code: row.code,
      name: row.name,
      label: labelOf(row),
      otherNames: row.alt_names,
      isListed: row.is_listed,
    })),
    talents.map(({ is_active, name_en, name_ar, ...row }) => ({
      ...row,
      label: labelOf({ name: row.name, name_en, name_ar }),
      isActive: is_active,
    })),
  );
}

/** What has no name in a language is called by its French one, or as it was typed. */
const labelOf = ({ name, name_en, name_ar }: { name: string; name_en: string | null; name_ar: string | null }): Message => ({
  fr: name,
  en: name_en ?? name,
  ar: name_ar ?? name,
});

/** One round trip for the three counters. */
export async function countPeople(db: Db): Promise<PeopleCounts> {
  const { rows } = await sql<{ kind: 'country' | 'city' | 'talent'; id: number; people: number }>`
    select 'country' as kind, country_id as id, count(*)::int as people from talent.members group by country_id
    union all
    select 'city', city_id, count(*)::int from talent.members where city_id is not null group by city_id
    union all
    select 'talent', talent_id, count(*)::int from talent.member_talents group by talent_id`.execute(db);
  const of = (kind: string): ReadonlyMap<number, number> =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, row.people]));
  return { byCountry: of('country'), byCity: of('city'), byTalent: of('talent') };
}

/** The unlisted city of that name, made if nobody typed it before. Two people may type it at once. */
export async function addUnlistedCity(db: Db, countryId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into talent.cities (country_id, code, name, is_listed) values (${countryId}, 'AUT', ${name}, false)
    on conflict (country_id, folded_name) do update set name = talent.cities.name returning id`.execute(db);
  const [city] = rows;
  if (!city) throw new Error('the city was neither made nor found');
  return city.id;
}
