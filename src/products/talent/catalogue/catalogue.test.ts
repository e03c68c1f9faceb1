import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTalentHouse, type TalentHouse } from '#test/talent-house.ts';

let house: TalentHouse;
beforeAll(async () => {
  house = await openTalentHouse();
  await house.person({ talents: [1, 2] });
  await house.person({ talents: [1], residence_city_id: 2 });
});
const get = async (url: string, dialect: 2 | 3 = 3) => (await (await house.as(null, dialect)).get(url)).json();

describe('the catalogue', () => {
  it('has 54 African countries, Morocco and Senegal first (T-249)', async () => {
    const { total, countries } = await get('/api/v1/countries');
    expect([total, countries.length]).toEqual([54, 54]);
    expect(countries[0]).toEqual({ id: 1, name: 'Maroc', code: 'MA', flag: '🇲🇦', user_count: 2, cinema_talent_count: 0 });
    expect(countries[1]).toMatchObject({ id: 2, name: 'Sénégal' });
    const names = countries.slice(2).map((country: { name: string }) => country.name);
    expect(names).toEqual([...names].sort((a: string, b: string) => a.localeCompare(b, 'fr')));
  });

  it('has Rabat and Casablanca as printed, by code or id of the country (T-688)', async () => {
    const { total, cities } = await get('/api/v1/cities?country_code=ma');
    expect(cities.slice(0, 2)).toEqual([
      { id: 1, name: 'Rabat', code: 'RAB', country: 'Maroc', country_code: 'MA', user_count: 1 },
      { id: 2, name: 'Casablanca', code: 'CAS', country: 'Maroc', country_code: 'MA', user_count: 1 },
    ]);
    expect((await get('/api/v1/cities?country_id=1')).total).toBe(total);
    expect((await get('/api/v1/cities')).total).toBe(548);
    expect(await get('/api/v1/cities?country_code=XX')).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: { country_code: expect.any(String) },
    });
  });

  it('every city of a country has letters of its own', async () => {
    const { cities } = await house.catalogue.snapshot();
    expect(new Set(cities.map((city) => `${city.countryId} ${city.code}`)).size).toBe(cities.length);
    expect(cities.every((city) => /^[A-Z]{3}$/.test(city.code) && city.code !== 'AUT')).toBe(true);
  });

  it('lists talents by tag and category, with both counters (T-587, T-588, C-089)', async () => {
    const all = await get('/api/v1/talents');
    expect(all.total).toBe(150);
    expect(all.talents[0]).toMatchObject({ id: 1, name: 'Développement Web', user_count: 2, users_count: 2 });
    expect(Object.values<number>(all.categories).reduce((sum, n) => sum + n, 0)).toBe(150);
    const cinema = await get('/api/v1/talents?tag=cinema', 2);
    expect(cinema.talents.every((talent: { tag: string }) => talent.tag === 'cinema')).toBe(true);
    const technology = await get('/api/v1/talents?category=technologie', 2);
    expect(technology.total).toBe(all.categories['Technologie']);
    expect((await (await house.as(null, 2)).get('/api/v1/talents?tag=music')).statusCode).toBe(422);
  });

  it('gives web forms bare lists (T-631..T-633)', async () => {
    expect((await get('/api/countries'))[0]).toEqual({ id: 1, name: 'Maroc', code: 'MA', flag: '🇲🇦', dial: '+212' });
    expect((await get('/api/cities/1'))[0]).toEqual({ id: 1, name: 'Rabat', code: 'RAB' });
    expect((await get('/api/cities/MA')).length).toBe((await get('/api/cities/1')).length);
    expect((await get('/api/talents')).length).toBe(150);
    expect(await get('/api/cities/999')).toMatchObject({ success: false, code: 'NOT_FOUND' });
  });

  it('shows a change at once, and never what a transaction took back', async () => {
    const namesOf = async (): Promise<readonly string[]> => (await house.catalogue.snapshot()).citiesOf(1).map((city) => city.name);
    await house.db
      .transaction()
      .execute(async (tx) => {
        await sql`insert into talent.cities (country_id, code, name) values (1, 'ZZZ', 'Nulle-Part')`.execute(tx);
        expect((await house.catalogue.snapshot(tx)).cityNamed(1, 'nulle part')?.code).toBe('ZZZ');
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await namesOf()).not.toContain('Nulle-Part');
    await sql`insert into talent.cities (country_id, code, name) values (1, 'ZZY', 'Ailleurs')`.execute(house.db);
    expect(await namesOf()).toContain('Ailleurs');
  });
});
