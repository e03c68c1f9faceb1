import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { freshDatabase } from '#test/support.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';

let house: CinemaHouse;
beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
});
afterAll(() => house.close());

const photo = { content: Buffer.from('a photo, prepared'), extension: 'jpg', mediaType: 'image/jpeg' };
const tables = ['talent.cinema_talents', 'talent.cinema_details', 'talent.cinema_consents', 'talent.cities', 'kernel.files'];
const countRows = async (): Promise<Record<string, number>> => {
  const counts = await Promise.all(
    tables.map(async (table) => [
      table,
      (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.db)).rows[0]?.n,
    ]),
  );
  const { rows } = await sql<{ last: number }>`select coalesce(sum(last), 0)::int as last from talent.code_sequences`.execute(house.db);
  return { ...Object.fromEntries(counts), codes: rows[0]?.last };
};
describe('CINEMA registration under pressure', () => {
  it.each([
    ['DUPLICATE_EMAIL', { email: 'TWICE@example.com' }, 'email'],
    ['DUPLICATE_DOCUMENT', { id_document_number: 'tw-ice 99' }, 'id_document_number'],
  ])('answers 409 %s to a second registration, tells nothing of the first, and gives its number back', async (code, change, field) => {
    await house.person({ email: `${code}@example.com`, id_document_number: 'XX0000', ...change }).catch(() => undefined);
    const first = await house.person({ id_document_type: 'CIN' });
    const before = await countRows();
    const refused = await house.person({ ...change, first_name: 'Autre' }, { photo }).catch((failure: Failure) => failure);
    expect(refused).toMatchObject({ kind: 'conflict', code, fields: { [field]: {} } });
    expect(JSON.stringify(refused)).not.toMatch(/Sophia|MACAS/);
    expect(await countRows()).toEqual(before);
    const next = await house.person();
    expect(Number(next.code.slice(5, 9))).toBe(Number(first.code.slice(5, 9)) + 1);
  });

  it('gives one account one file, and joins the transaction of its caller', async () => {
    const accountId = await house.account();
    await house.person({}, { accountId });
    const before = await countRows();
    await expect(house.person({}, { accountId })).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' });
    const work = house.db.transaction().execute(async (tx) => {
      await house.person({}, { tx, photo });
      throw new Error('the caller failed afterwards');
    });
    await expect(work).rejects.toThrow('afterwards');
    expect(await countRows()).toEqual(before);
  });

  it('200 parallel registrations get 200 codes in sequence, failures among them leave no hole (T-082)', async () => {
    const algeria = 4;
    const [city] = (await house.catalogue.snapshot()).citiesOf(algeria);
    const people = Array.from({ length: 220 }, (_, i) => {
      const email = i % 11 === 0 ? 'same@example.com' : `crowd${i}@example.com`;
      const join = () => house.person({ country_of_origin_id: algeria, city_id: city?.id, email });
      // Whose turn does not come within the fifteen seconds that a connection is waited for asks again, as people do.
      return join().catch((error: unknown) => (error instanceof Failure ? Promise.reject(error) : join()));
    });
    const results = await Promise.allSettled(people);
    const numbers = results.flatMap((r) => (r.status === 'fulfilled' ? [Number(r.value.code.slice(5, 9))] : [])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 201 }, (_, i) => i + 1));
    expect(results.filter((r) => r.status === 'rejected').every((r) => r.reason.code === 'DUPLICATE_EMAIL')).toBe(true);
  }, 60_000);
});
