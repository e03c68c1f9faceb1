import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/db/db.ts';
import { createVault } from '#kernel/vault.ts';
import { freshDatabase, log } from '#test/support.ts';
import { contactIndex } from '../cinema-search/cinema-search.ts';
import { allocateNumber, parseCode } from '../codes.ts';
import { canonical, languageOf } from '../options/options.ts';
import { drawPeople, seedPeople, seedRefusal } from './seed.ts';

let db: Db;
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await seedPeople({ db, vault, log }, { cinema: 300, users: 40, contacts: true });
});

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await query.execute(db)).rows[0];

describe('seeded people', () => {
  it('are as many as asked for, with codes of their own and counters that go on', async () => {
    expect(
      await one(sql`select count(*)::int as cinema, (select count(*)::int from talent.members) as users from talent.cinema_talents`),
    ).toEqual({ cinema: 300, users: 40 });
    const { rows } = await sql<{ code: string; gender: string; country: string; city: string }>`
      select unique_code as code, gender, o.code as country, v.code as city from talent.cinema_talents t
      join talent.countries o on o.id = t.country_of_origin_id left join talent.cities v on v.id = t.city_id`.execute(db);
    for (const { code, ...said } of rows) {
      const { kind, number, ...parts } = parseCode(code) ?? {};
      expect(parts).toEqual(said);
    }
    const morocco = rows.filter(({ country }) => country === 'MA').length;
    expect(await db.transaction().execute((tx) => allocateNumber(tx, 1, 'cinema'))).toBe(morocco + 1);
  });

  it('have only values that can be chosen, and look like people', async () => {
    const columns = ['eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build'] as const;
    const { rows } = await sql<
      Record<(typeof columns)[number], string | null> & {
        talent_types: string[];
        ethnicities: string[];
        languages: string[];
        age: number;
        years: number | null;
        women: number;
      }
    >`
      select *, date_part('year', age(date_of_birth))::int as age, years_of_experience as years from talent.cinema_talents`.execute(db);
    for (const person of rows) {
      for (const column of columns) if (person[column] !== null) expect(canonical(column, person[column])).toBe(person[column]);
      for (const type of person.talent_types) expect(canonical('talent_type', type)).toBe(type);
      for (const origin of person.ethnicities) expect(canonical('ethnicity', origin)).toBe(origin);
      for (const code of person.languages) expect(languageOf(code).flag).not.toBe('🏳️');
      expect(person.talent_types.length).toBeGreaterThan(0);
      expect(person.age).toBeGreaterThanOrEqual(16);
      expect(person.years ?? 0).toBeLessThanOrEqual(person.age - 16);
    }
  });

  it('have contacts that are found and read when they are asked for', async () => {
    const found = await one(sql<{ email: string; index: string; code: string }>`
      select d.email_encrypted as email, d.email_index as index, t.unique_code as code
      from talent.cinema_details d join talent.cinema_talents t on t.id = d.talent_id limit 1`);
    expect(vault.decrypt(found?.email ?? '')).toBe(`${found?.code.toLowerCase()}@people.example`);
    expect(found?.index).toBe(contactIndex(vault).email(`${found?.code}@people.example`));
  });

  it('come again beside the first', async () => {
    await seedPeople({ db, vault, log }, { cinema: 50 });
    expect(
      await one(
        sql`select count(*)::int as people, count(email_index)::int as written from talent.cinema_details join talent.cinema_talents on id = talent_id`,
      ),
    ).toEqual({ people: 350, written: 300 });
  });

  it('are the same for the same number, and drawn without being written', async () => {
    const today = new Date('2025-10-26T12:00:00Z');
    const [first, again, other] = [await drawPeople(db, 5, today), await drawPeople(db, 5, today), await drawPeople(db, 5, today, 7)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('stay out of production unless somebody insists', () => {
    expect(seedRefusal({ production: true })).toContain('--force');
    expect(seedRefusal({ production: true }, true)).toBeNull();
    expect(seedRefusal({ production: false })).toBeNull();
  });
});
