import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#kernel/package-root.ts';
import { freshDatabase } from '#test/support.ts';
import { departures } from '#test/talent-house.ts';
import type { CinemaTalent } from './cinema.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';

let house: CinemaHouse;
let sophia: CinemaTalent;
let shy: CinemaTalent;
const ids = { admin: 0, casting: 0, user: 0, owner: 0 };

const documented = JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/spec/cinema-talents.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;

const photo = { content: Buffer.from('a photo, prepared'), extension: 'jpg', mediaType: 'image/jpeg' };

beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  for (const role of ['admin', 'casting', 'user'] as const) ids[role] = await house.account(role);
  ids.owner = await house.account();
  sophia = await house.person(
    { email: 'sophia@demo.cinema', id_document_number: 'AB123456' },
    { photo, idPhoto: photo, gallery: [photo], accountId: ids.owner },
  );
  shy = await house.person({ first_name: 'Aïcha', is_public: undefined, gender: 'F', email: 'shy@example.com', phone: '+212611000000' });
});
afterAll(() => house.close());

const logged = async (type: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from kernel.activity_logs where action_type = ${type}`.execute(
    house.db,
  );
  return rows[0]?.n ?? 0;
};
const codesOf = async (url: string, who: number | null = null): Promise<string[]> =>
  (await house.get(url, who)).json().talents.map((talent: { unique_code: string }) => talent.unique_code);

describe('the wire of both documents', () => {
  it('lists people as v3 and v2 print them (T-594, T-610, T-690, T-707)', async () => {
    const v3 = (await house.get('/api/v1/cinema/talents?gender=F&page=1&limit=20', ids.admin)).json();
    expect(departures(documented['v3.cinema.talents.list'], v3, 'body', { extra: ['per_page', 'pages'] })).toEqual([]);
    expect(v3.talents.find((t: { id: number }) => t.id === sophia.id)).toMatchObject({
      email: 'sophia@demo.cinema',
      languages: [{ code: 'fr', name: 'Français', flag: '🇫🇷' }, { code: 'ar' }, { code: 'en' }],
      location: { country_of_origin: 'Maroc', nationality: 'Marocaine', country_of_residence: 'Maroc', city_of_residence: 'Casablanca' },
      experience: { years: 8, previous_productions: [{ title: 'Casablanca Nights', type: 'Film', year: '2022' }, {}] },
      has_profile_photo: true,
      has_id_photo: true,
      gallery_count: 1,
      qr_code_url: '/static/uploads/qrcodes/cinema_MACAS0001F.png',
      created_at: '2025-10-26T15:30:00',
    });
    const v2 = (await house.get('/api/v1/cinema/talents', ids.admin, 2)).json();
    expect(departures(documented['v2.cinema.talents.list'], v2, 'body', { extra: ['limit', 'total_pages'] })).toEqual([]);
    expect(v2.talents.find((t: { id: number }) => t.id === sophia.id)).toMatchObject({
      languages_spoken: ['Français', 'Arabe', 'Anglais'],
      talent_types: ['Acteur Principal', 'Mannequin'],
      profile_photo_url: expect.stringMatching(/^\/static\/uploads\/cinema_photos\/profile_/),
      created_at: '2025-10-26T15:30:00Z',
    });
  });

  it('shows one person as v3 and v2 print them, by id and by any spelling of the code (T-611, T-612, T-613, T-708, T-709, T-089)', async () => {
    const v3 = (await house.get(`/api/v1/cinema/talents/${sophia.id}`, ids.admin)).json();
    expect(departures(documented['v3.cinema.talents.get'], v3)).toEqual([]);
    expect(v3.talent).toMatchObject({
      id_document: { type: 'Passeport', number: 'AB123456' },
      origins: { ethnicities: ['Africaine', 'Arabe'] },
      media: { id_photo: expect.stringMatching(/^\/static\/uploads\/cinema\/id_/), gallery: [expect.stringContaining('/cinema/gallery_')] },
    });
    const v2 = (await house.get('/api/v1/cinema/talents/code/macas000001f', ids.admin, 2)).json();
    expect(departures(documented['v2.cinema.talents.get'], v2)).toEqual([]);
    expect(v2.talent).toMatchObject({
      id_document_initials: 'AB***56',
      previous_productions: 'Casablanca Nights (2022), Desert Dreams (2021)',
      gallery_photos: [expect.stringMatching(/^\/static\/uploads\/cinema_photos\/gallery_/)],
      is_active: true,
    });
    expect((await house.get('/api/v1/cinema/talents/999999')).statusCode).toBe(404);
    expect((await house.get('/api/v1/cinema/talents/x')).statusCode).toBe(404);
    expect((await house.get('/api/v1/cinema/talents/code/MACAS9999F')).statusCode).toBe(404);
  });

  it('finds with the filters of both documents and names what means nothing (T-597, T-691)', async () => {
    const all = 'talent_type=Actrice%20Principale&gender=F&age_range=26-35&country=Maroc&language=ar&experience=5_10_ans&height_min=160';
    expect(await codesOf(`/api/v1/cinema/talents?${all}&hair_type=Ondules&ethnicity=arabe`, ids.casting)).toEqual([shy.code, sophia.code]);
    expect(await codesOf('/api/v1/cinema/talents?search=aicha', ids.admin)).toEqual([shy.code]);
    expect(await codesOf('/api/v1/cinema/talents?search=0611000000', ids.admin)).toEqual([shy.code]);
    expect(await codesOf('/api/v1/cinema/talents?search=AB%20123456', ids.admin)).toEqual([sophia.code]);
    expect(await codesOf('/api/v1/cinema/talents?search=SOPHIA%40demo.cinema', ids.admin)).toEqual([sophia.code]);
    expect(await codesOf('/api/v1/cinema/talents?sort=oldest&limit=1', ids.admin)).toEqual([sophia.code]);
    const wrong = await house.get('/api/v1/cinema/talents?eye_color=rose&height_min=tall', ids.admin);
    expect(wrong.statusCode).toBe(400);
    expect(Object.keys(wrong.json().details).sort()).toEqual(['eye_color', 'height_min']);
    expect((await house.get('/api/v1/cinema/talents?sort=beauty', ids.admin)).json().details).toHaveProperty('sort');
  });

  it('gives every list that people choose from, in three languages (T-234..T-238)', async () => {
    const { options } = (await house.get('/api/v1/cinema/options')).json();
    expect(Object.fromEntries(Object.entries(options).map(([name, list]) => [name, (list as unknown[]).length]))).toMatchObject({
      ...{ talent_type: 13, eye_color: 12, hair_color: 16, hair_type: 10, skin_tone: 10, build: 10, age_range: 4, experience: 4 },
    });
    expect(options.talent_type[0]).toEqual({
      value: 'Acteur Principal',
      label: { fr: 'Acteur Principal', en: 'Lead actor', ar: 'ممثل رئيسي' },
    });
    expect(options.language[0]).toMatchObject({ value: 'fr', name: 'Français', flag: '🇫🇷' });
  });
});

describe('who sees what (DECISIONS 4, C-037, C-097)', () => {
  it.each([
    ['a stranger', () => null],
    ['an ordinary session', () => ids.user],
  ])('%s gets public cards only', async (_name, who) => {
    const list = (await house.get('/api/v1/cinema/talents', who())).json();
    expect(list).toMatchObject({ total: 1, talents: [{ id: sophia.id, age: 29, email: null, phone: null, has_id_photo: false }] });
    const { talent } = (await house.get(`/api/v1/cinema/talents/${sophia.id}`, who())).json();
    expect(talent).toMatchObject({
      ...{ age: 29, date_of_birth: null, id_document: { type: null, number: null } },
      contact: { email: null, phone: null, whatsapp: null, website: null },
      origins: { ethnicities: [] },
      social_media: { facebook: null, instagram: null, tiktok: null },
      media: { id_photo: null, profile_photo: expect.any(String) },
    });
    expect(JSON.stringify([list, talent])).not.toMatch(/demo\.cinema|600111222|1996|AB\*|123456/);
    expect((await house.get(`/api/v1/cinema/talents/${shy.id}`, who())).statusCode).toBe(404);
    expect((await house.get(`/api/v1/cinema/talents/code/${shy.code}`, who())).statusCode).toBe(404);
  });

  it.each(['AB123456', '0600111222', 'sophia@demo.cinema'])('a stranger who searches %s learns nothing, nor by origin', async (search) => {
    expect(await codesOf(`/api/v1/cinema/talents?search=${encodeURIComponent(search)}`)).toEqual([]);
    expect(await codesOf('/api/v1/cinema/talents?search=MACAS000001F')).toEqual([sophia.code]);
    expect((await house.get('/api/v1/cinema/talents?ethnicity=Arabe')).statusCode).toBe(403);
  });

  it('the owner sees their own file whole, its number masked', async () => {
    const { talent } = (await house.get(`/api/v1/cinema/talents/${sophia.id}`, ids.owner)).json();
    expect(talent).toMatchObject({
      contact: { email: 'sophia@demo.cinema' },
      id_document: { number: 'AB***56' },
      date_of_birth: '1996-03-15',
    });
    expect((await house.get('/api/v1/cinema/talents', ids.owner)).json()).toMatchObject({ talents: [{ email: 'sophia@demo.cinema' }] });
  });

  it('casting directors read contacts, with a trace, and the number masked', async () => {
    const before = await logged('contacts_read');
    const { talent } = (await house.get(`/api/v1/cinema/talents/${shy.id}`, ids.casting)).json();
    expect(talent).toMatchObject({ contact: { phone: '+212611000000' }, id_document: { number: expect.stringMatching(/^AB\*\*\*\d\d$/) } });
    expect((await house.get('/api/v1/cinema/talents', ids.casting)).json().total).toBe(2);
    expect(await logged('contacts_read')).toBe(before + 2);
    await expect(house.cinema.revealDocument(house.asking(ids.casting, 'casting'), shy.id)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('an administrator reads the number in clear in v3 only, and each reading is one line of the log', async () => {
    const before = await logged('identity_document_read');
    await house.get(`/api/v1/cinema/talents/${sophia.id}`, ids.admin, 2);
    await house.get('/api/v1/cinema/talents', ids.admin);
    expect(await logged('identity_document_read')).toBe(before);
    expect((await house.get(`/api/v1/cinema/talents/${sophia.id}`, ids.admin)).json().talent.id_document.number).toBe('AB123456');
    expect(await logged('identity_document_read')).toBe(before + 1);
  });

  it('a list that is kept in memory follows every change', async () => {
    const url = '/api/v1/cinema/talents?search=sophia';
    expect((await house.get(url, ids.admin)).json().talents[0].phone).toBe('+212600111222');
    await house.cinema.update(house.asking(ids.admin, 'admin'), sophia.id, { phone: '+212600111223' });
    expect((await house.get(url, ids.admin)).json().talents[0].phone).toBe('+212600111223');
    await house.cinema.update(house.asking(ids.admin, 'admin'), sophia.id, { is_active: false });
    expect((await house.get('/api/v1/cinema/talents')).json().total).toBe(0);
    await house.cinema.update(house.asking(ids.admin, 'admin'), sophia.id, { is_active: true, phone: '0600111222' });
  });
});

describe('reading without a route', () => {
  it('gives cards in the order asked, and whole people in batches to casting and administrators only', async () => {
    expect((await house.cinema.cards(house.db, [sophia.id, 999_999, shy.id])).map(({ id, email }) => [id, email])).toEqual([
      [sophia.id, null],
      [shy.id, null],
    ]);
    const seen = await house.cinema.listByIds(house.asking(null), [shy.id, sophia.id]);
    expect(seen.map(({ id }) => id)).toEqual([sophia.id]);
    const everybody = await Array.fromAsync(house.cinema.each(house.asking(ids.admin, 'admin'), { gender: 'F' }));
    expect(everybody.flat().map(({ id, idDocument }) => [id, idDocument.number?.includes('***')])).toEqual([
      [shy.id, true],
      [sophia.id, true],
    ]);
    const casting = await Array.fromAsync(house.cinema.each(house.asking(ids.casting, 'casting'), { gender: 'F' }));
    expect(casting.flat().map(({ id }) => id)).toEqual([shy.id, sophia.id]);
    await expect(Array.fromAsync(house.cinema.each(house.asking(ids.admin + 1000), {}))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
