import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { createVault } from '#kernel/vault.ts';
import { freshDatabase, log } from '#test/support.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { type CinemaFilters, type CinemaSearch, type CinemaSort, contactIndex, createCinemaSearch } from './cinema-search.ts';

let db: Db;
let search: CinemaSearch;
const clock = fixedClock('2025-10-26T15:30:00Z');
const vault = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of the tests, longer than thirty-two characters');
const index = contactIndex(vault);
const ALL = { offset: 0, size: 50 };

const CROWD = [
  {
    code: 'MACAS0001F',
    first: 'Fatima',
    last: 'Benani',
    gender: 'F',
    born: '1997-10-26',
    country: 1,
    height: 168,
    years: 5,
    languages: ['fr', 'ar'],
  },
  {
    code: 'SNDAK0007F',
    first: 'Éléonore',
    last: "N'Diaye",
    gender: 'F',
    born: '1997-10-27',
    country: 2,
    height: 181,
    years: 0,
    languages: ['fr', 'wo'],
  },
  {
    code: 'MARAB0002M',
    first: 'أحمد',
    last: 'العلوي',
    gender: 'M',
    born: '1970-01-01',
    country: 1,
    height: null,
    years: null,
    languages: ['ar'],
  },
  {
    code: 'CIABJ0012M',
    first: 'Jean-Marc',
    last: 'Ƙouassi',
    gender: 'M',
    born: '2007-10-26',
    country: 14,
    height: 168,
    years: 12,
    languages: [],
  },
];

beforeAll(async () => {
  ({ db } = await freshDatabase());
  for (const [i, person] of CROWD.entries())
    await sql`insert into talent.cinema_talents (id, unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, country_id, height,
        years_of_experience, languages, is_public, is_active, talent_types)
      values (${i + 1}, ${person.code}, ${person.first}, ${person.last}, ${person.gender}, ${person.born}, ${person.country}, ${person.country},
        ${person.height}, ${person.years}, ${person.languages}::text[], ${i < 3}, ${i !== 2}, array['Figurant'])`.execute(db);
  await sql`insert into talent.cinema_details (talent_id, email_index, phone_index, whatsapp_index, id_document_index) values
    (2, ${index.email('  Eleonore@Example.com ')}, ${index.phone('+221771234567')}, ${index.phone('+2250707070707')}, ${index.document('ab-12 34.56')})`.execute(
    db,
  );
  await sql`update talent.cinema_talents set code_aliases = array['OLD0042'] where id = 1`.execute(db);
  search = createCinemaSearch({ db, clock, vault, catalogue: createCatalogue({ db }), log });
});

const found = async (filters: CinemaFilters, sort?: CinemaSort): Promise<readonly number[]> => {
  const { ids, total } = await search.find(filters, ALL, sort);
  expect(total).toBe(ids.length);
  return ids;
};

describe('search (T-203, T-597, T-691)', () => {
  it.each([
    ['eleonore', [2]],
    ['ÉLÉONORE n’diaye', [2]],
    ['n diaye', [2]],
    ['احمد العلوي', [3]],
    ['kouassi jean', [4]],
    ['jean-marc', [4]],
    ['benani eleonore', []],
    ['macas0001f', [1]],
    ['MACAS000001F', [1]],
    ['Fatima MACAS00001F', [1]],
    ['ma cas 0001 f', [1]],
    ['old0042', [1]],
    ['old00', []],
    ['ELEONORE@example.com', [2]],
    ['eleonore@example', []],
    ['+221 77 123 45 67', [2]],
    ['77 123 45 67', [2]],
    ['07 07 07 07 07', [2]],
    ['AB123456', [2]],
    ['ab 12-34-56', [2]],
    ['AB12345', []],
    ['%', []],
    ['_', []],
  ])('%s', async (text, ids) => expect(await found({ search: text })).toEqual(ids));

  it.each(['eleonore@example.com', '+221771234567', 'AB123456'])('does not tell strangers whose %s is', async (contact) =>
    expect(await found({ search: contact, publicOnly: true })).toEqual([]),
  );
});

describe('filters', () => {
  it.each<[string, CinemaFilters, number[]]>([
    ['age counts the birthday itself', { ageMin: 28, ageMax: 28 }, [1]],
    ['and not the day before', { ageMin: 27, ageMax: 27 }, [2]],
    ['several age ranges (T-230 … T-233)', { ageRanges: ['18-25', '51+'] }, [4, 3]],
    ['unknown heights are in no range', { heightMin: 0 }, [4, 2, 1]],
    ['every language', { languages: ['fr', 'ar'] }, [1]],
    ['any country', { countryIds: [2, 14] }, [4, 2]],
    ['experience (T-262): beginners are not the unknown', { experiences: ['debutant'] }, [2]],
    ['any experience', { experiences: ['5_10_ans', '10_plus'] }, [4, 1]],
    ['strangers see public, active people', { publicOnly: true }, [2, 1]],
    ['public or not is another question', { isPublic: false }, [4]],
    ['without a photo', { hasPhoto: false, gender: 'M' }, [4, 3]],
  ])('%s', async (_name, filters, ids) => expect(await found(filters)).toEqual(ids));
});

describe('order and pages', () => {
  it.each<[CinemaSort, number[]]>([
    ['newest', [4, 3, 2, 1]],
    ['oldest', [1, 2, 3, 4]],
    ['name', [2, 1, 4, 3]],
    ['-name', [3, 4, 1, 2]],
    ['age', [4, 2, 1, 3]],
    ['-age', [3, 1, 2, 4]],
    ['height', [1, 4, 2, 3]],
    ['-height', [2, 4, 1, 3]],
    ['experience', [2, 1, 4, 3]],
    ['-experience', [4, 1, 2, 3]],
  ])('%s', async (sort, ids) => expect(await found({}, sort)).toEqual(ids));

  it('gives one page and the number of all', async () => {
    expect(await search.find({}, { offset: 2, size: 1 })).toEqual({ ids: [2], total: 4 });
    expect(await search.find({}, { offset: 9, size: 5 })).toEqual({ ids: [], total: 4 });
  });
});

describe('facets', () => {
  it('count people per value, each field with its own filter lifted', async () => {
    const facets = await search.facets({ gender: 'F', countryIds: [1] });
    expect(facets.gender).toEqual(
      new Map([
        ['F', 1],
        ['M', 1],
      ]),
    );
    expect(facets.country).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    );
    expect(facets.language).toEqual(
      new Map([
        ['ar', 1],
        ['fr', 1],
      ]),
    );
    expect(facets.ageRange).toEqual(new Map([['26-35', 1]]));
    expect(facets.experience).toEqual(new Map([['5_10_ans', 1]]));
    expect(facets.eyeColor).toEqual(new Map());
  });
});

describe('where', () => {
  it('serves those who walk through everybody', async () => {
    const where = await search.where({ search: 'AB123456' });
    const { rows } = await sql<{ id: number }>`select c.id from talent.cinema_talents c where ${where}`.execute(db);
    expect(rows).toEqual([{ id: 2 }]);
  });
});
