/** What both kinds of seeded people need from the database: countries, cities and the counters of codes. */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { CodeKind } from '../codes.ts';

export interface SeedCountry {
  readonly id: number;
  readonly code: string;
  readonly dial: string;
  readonly nationality: { readonly F: string; readonly M: string };
  /** The largest first. */
  readonly cities: readonly { readonly id: number; readonly code: string }[];
}

export async function readCountries(db: Db): Promise<ReadonlyMap<string, SeedCountry>> {
  const { rows } = await sql<SeedCountry>`
    select c.id, c.code, c.dial, json_build_object('F', c.nationality_fr, 'M', c.nationality_fr_m) as nationality,
      coalesce((select json_agg(json_build_object('id', v.id, 'code', v.code) order by v.id)
        from talent.cities v where v.country_id = c.id and v.is_listed), '[]') as cities
    from talent.countries c`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

export function countryOf(countries: ReadonlyMap<string, SeedCountry>, code: string): SeedCountry {
  const found = countries.get(code);
  if (!found?.cities.length) throw new Error(`the catalogue has no country ${code} with cities`);
  return found;
}

/** Names of special skills. */
export async function readSkills(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from talent.talents where tag = 'cinema' and is_active order by id`.execute(db);
  return rows.map(({ name }) => name);
}

export async function readTalents(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from talent.talents where is_active order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The last numbers of each country of origin. Their rows stay locked until the transaction has written the new ones. */
export async function openNumbers(tx: Tx, kind: CodeKind): Promise<{ next(countryId: number): number; write(): Promise<void> }> {
  // A country without a counter gets one first: there would be nothing to lock.
  await sql`insert into talent.code_sequences (country_id, kind, last) select id, ${kind}, 0 from talent.countries order by id
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ country_id: number; last: number }>`
    select country_id, last from talent.code_sequences where kind = ${kind} order by country_id for update`.execute(tx);
  const numbers = new Map(rows.map(({ country_id, last }) => [country_id, last]));
  return {
    next(countryId) {
      const number = (numbers.get(countryId) ?? 0) + 1;
      numbers.set(countryId, number);
      return number;
    },
    async write() {
      await sql`
        insert into talent.code_sequences (country_id, kind, last)
        select country_id, ${kind}, last from unnest(${[...numbers.keys()]}::integer[], ${[...numbers.values()]}::integer[]) as n(country_id, last)
        on conflict (country_id, kind) do update set last = excluded.last`.execute(tx);
    },
  };
}
