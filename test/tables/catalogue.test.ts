/** `talents`, `user_talents`, `countries` and `cities` of the documents. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf, TAKEN } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let admin: Caller;
let person: Registered;
const db = () => atelier.database.db;
const get = async <T = Record<string, unknown>>(url: string): Promise<T> => (await admin.inject({ method: 'GET', url })).json<T>();

beforeAll(async () => {
  atelier = await startAtelier();
  admin = await atelier.as('admin');
  person = await registerPerson(atelier, { talents: [1, 2], country_id: 2, city_id: 1 });
});

describe('talents', () => {
  it('T-915 talents.id: the primary key, by which the API gives one talent', async () => {
    expect(await columnOf(db(), 'talent.talents.id')).toMatchObject({ type: 'integer', isKey: true });
    expect((await get('/api/v1/talents/2'))['talent']).toMatchObject({ id: 2 });
  });

  it('T-916 talents.name is unique text, never empty, shown by the API', async () => {
    expect(await columnOf(db(), 'talent.talents.name')).toMatchObject({ type: 'text', required: true, isUnique: true });
    const name = await heldIn(db(), 'talent.talents.name', 'id = 1');
    expect((await get('/api/v1/talents/1'))['talent']).toMatchObject({ name });
    expect(await refusalOf(db(), `update talent.talents set name = '${name}' where id = 2`)).toBe(TAKEN);
    expect(await refusalOf(db(), 'update talent.talents set name = null where id = 2')).toBe(NOT_NULL);
  });

  it('T-917 talents.category is text, never empty, shown by the API, and the list is filtered by it', async () => {
    expect(await columnOf(db(), 'talent.talents.category')).toMatchObject({ type: 'text', required: true });
    const category = String(await heldIn(db(), 'talent.talents.category', 'id = 1'));
    expect((await get('/api/v1/talents/1'))['talent']).toMatchObject({ category });
    const { talents } = await get<{
      talents: { id: number; category: string }[];
    }>(`/api/v1/talents?category=${encodeURIComponent(category)}`);
    expect([talents.some(({ id }) => id === 1), new Set(talents.map((one) => one.category))]).toEqual([true, new Set([category])]);
  });

  it('T-918 talents has many people, whom the API names and counts', async () => {
    const second = await registerPerson(atelier, { talents: [2] });
    const { talent } = await get<{ talent: { user_count: number; users: { id: number }[] } }>('/api/v1/talents/2');
    expect([talent.user_count, talent.users.map(({ id }) => id).sort()]).toEqual([2, [person.id, second.id].sort()]);
    expect((await get('/api/v1/talents/1'))['talent']).toMatchObject({ user_count: 1 });
  });
});

describe('user_talents', () => {
  it.each([
    ['T-920', 'user_id', 'account_id', 'talent.members.account_id'],
    ['T-921', 'talent_id', 'talent_id', 'talent.talents.id'],
  ])('%s user_talents.%s is never empty and leads to a row that is there', async (_id, _name, column, references) => {
    expect(await columnOf(db(), `talent.member_talents.${column}`)).toMatchObject({ required: true, references });
    expect(
      await refusalOf(db(), `update talent.member_talents set ${column} = 999999 where account_id = ${person.id} and talent_id = 1`),
    ).toBe(NO_SUCH_ROW);
    const { rows } = await sql`select account_id, talent_id from talent.member_talents where account_id = ${person.id} order by 2`.execute(
      db(),
    );
    expect(rows).toEqual([1, 2].map((talent) => ({ account_id: person.id, talent_id: talent })));
  });
});

describe('countries and cities', () => {
  it.each([
    ['T-1000 countries.id', 'talent.countries.id', '/api/v1/countries', 'countries'],
    ['T-1003 cities.id', 'talent.cities.id', '/api/v1/cities?country_code=MA', 'cities'],
  ])('%s: the primary key, shown by the API, one a row', async (_name, place, url, list) => {
    expect(await columnOf(db(), place)).toMatchObject({ type: 'integer', isKey: true });
    const ids = ((await get(url))[list] as unknown as { id: number }[]).map(({ id }) => id);
    expect([ids.length > 10, new Set(ids).size]).toEqual([true, ids.length]);
  });

  it('T-1001 T-1002 countries.name, and countries.code of two ISO letters, unique', async () => {
    expect(await columnOf(db(), 'talent.countries.name')).toMatchObject({ type: 'text', required: true });
    expect(await columnOf(db(), 'talent.countries.code')).toMatchObject({ type: 'text', required: true, isUnique: true });
    const { countries } = await get<{ countries: { name: string; code: string }[] }>('/api/v1/countries');
    expect(countries).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Maroc', code: 'MA' }), expect.objectContaining({ code: 'SN' })]),
    );
    expect(countries.every(({ code }) => /^[A-Z]{2}$/.test(code))).toBe(true);
    expect(await refusalOf(db(), "update talent.countries set code = 'MAR' where code = 'MA'")).toBe('23514');
    expect(await refusalOf(db(), "update talent.countries set code = 'SN' where code = 'MA'")).toBe(TAKEN);
  });

  it('T-1004 T-1005 cities.name, and cities.code of three letters: RAB, CAS, DAK', async () => {
    expect(await columnOf(db(), 'talent.cities.name')).toMatchObject({ type: 'text', required: true });
    expect(await columnOf(db(), 'talent.cities.code')).toMatchObject({ type: 'text', required: true });
    const codeOf = async (country: string, name: string): Promise<string | undefined> => {
      const { cities } = await get<{ cities: { name: string; code: string }[] }>(`/api/v1/cities?country_code=${country}`);
      return cities.find((city) => city.name === name)?.code;
    };
    expect([await codeOf('MA', 'Rabat'), await codeOf('MA', 'Casablanca'), await codeOf('SN', 'Dakar')]).toEqual(['RAB', 'CAS', 'DAK']);
    expect(await refusalOf(db(), "update talent.cities set code = 'RA' where code = 'RAB'")).toBe('23514');
  });

  it('T-1006 cities.country_id leads to the country whose cities the API gives', async () => {
    expect(await columnOf(db(), 'talent.cities.country_id')).toMatchObject({
      type: 'integer',
      required: true,
      references: 'talent.countries.id',
    });
    expect(await refusalOf(db(), 'update talent.cities set country_id = 999999 where id = 1')).toBe(NO_SUCH_ROW);
    const { cities } = await get<{ cities: { id: number }[] }>('/api/v1/cities?country_code=SN');
    const { rows } = await sql<{ id: number }>`select id from talent.cities where country_id = 2 and is_listed`.execute(db());
    expect(cities.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});
