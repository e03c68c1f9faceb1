import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '#kernel/failure.ts';
import { freshDatabase } from '#test/support.ts';
import { type CinemaHouse, openCinemaHouse, SOPHIA } from './test-house.ts';

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
const faultsOf = async (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (failure: Failure) => Object.keys(failure.fields).sort(),
  );
const detailsOf = async (id: number): Promise<string> => {
  const { rows } = await sql<{ everything: string }>`
    select row_to_json(d)::text || (select json_agg(c)::text from talent.cinema_consents c where c.talent_id = ${id}) as everything
    from talent.cinema_details d where d.talent_id = ${id}`.execute(house.db);
  return rows[0]?.everything ?? '';
};

describe('CINEMA registration', () => {
  it('makes code, encrypted file, photos, QR code, consents and letter at once (T-079..T-084, T-105, T-188..T-194, T-413..T-416)', async () => {
    const talent = await house.cinema.register(
      null,
      { ...SOPHIA, email: ' Sophia@Demo.cinema ' },
      { photo, idPhoto: photo, gallery: [photo, photo, photo], language: 'ar' },
    );
    expect(talent).toMatchObject({
      code: 'MACAS0001F',
      email: 'sophia@demo.cinema',
      phone: '+212600111222',
      whatsapp: '+212600111222',
      age: 29,
      idDocument: { type: 'Passeport', number: 'AB***56' },
      countryOfOrigin: { code: 'MA' },
      country: { name: 'Maroc' },
      city: { name: 'Casablanca' },
      nationality: 'Marocaine',
      ethnicities: ['Africaine', 'Arabe'],
      talentTypes: ['Acteur Principal', 'Mannequin'],
      languages: ['fr', 'ar', 'en'],
      otherTalents: ['Chant', 'Danse moderne', 'Équitation'],
      looks: { height: 170, eyeColor: 'Marron', hairColor: 'Noir', hairType: 'Ondulé', skinTone: 'Medium', build: 'Athlétique' },
      yearsOfExperience: 8,
      experienceLevel: '5_10_ans',
      previousProductions: [
        { title: 'Casablanca Nights', type: 'Film', year: '2022' },
        { title: 'Desert Dreams', type: 'Série TV', year: '2021' },
      ],
      social: { instagram: 'https://www.instagram.com/sophiamartinez', tiktok: 'https://www.tiktok.com/@sophiamartinez', telegram: null },
      hasIdPhoto: true,
      galleryCount: 3,
      qrFile: 'qrcodes/cinema_MACAS0001F.png',
      isPublic: true,
      isActive: true,
    });
    expect([talent.photoFile, talent.idPhotoFile, ...talent.galleryFiles].map((name) => name?.replace(/_[0-9a-f]{32}/, ''))).toEqual([
      'cinema/profile.jpg',
      'cinema/id.jpg',
      ...Array(3).fill('cinema/gallery.jpg'),
    ]);
    const stored = await detailsOf(talent.id);
    expect(stored).not.toMatch(/demo\.cinema|600111222|AB123456|instagram\.com/i);
    for (const purpose of ['registration', 'public_profile', 'appearance']) expect(stored).toContain(`"purpose":"${purpose}"`);
    expect(house.letters.at(-1)).toMatchObject({
      ...{
        to: 'sophia@demo.cinema',
        template: 'cinema_talent_registration',
        relatedTalentCode: 'MACAS0001F',
        relatedCinemaTalentId: talent.id,
      },
      html: expect.stringContaining('dir="rtl"'),
      text: expect.stringContaining('https://studio.example/cinema/profile/MACAS0001F'),
    });
    expect(await house.cinema.mailboxOf(house.db, talent.id)).toEqual({
      email: 'sophia@demo.cinema',
      name: 'Sophia Martinez',
      language: 'ar',
    });
    expect(await house.catalogue.cinemaCounts()).toEqual(new Map([[1, 1]]));
  });

  it('numbers by country of origin, apart from standard codes, with the letters of the city of residence (T-080..T-082)', async () => {
    const [dakar] = (await house.catalogue.snapshot()).citiesOf(2);
    const abroad = await house.person({ country_of_origin_id: 2, gender: 'Homme' });
    const home = await house.person({ country_of_origin_id: 2, city_id: dakar?.id });
    const typed = await house.person({ country_of_origin_id: 2, city_id: '', country_id: 1, other_city: 'Aït Benhaddou' });
    const known = await house.person({ country_of_origin_id: 2, city_id: '', country_id: 1, other_city: 'dar el beida' });
    expect([abroad.code, home.code, typed.code, known.code]).toEqual(['SNCAS0001M', `SN${dakar?.code}0002F`, 'SNAUT0003F', 'SNCAS0004F']);
    expect(typed).toMatchObject({ city: { name: 'Aït Benhaddou' }, country: { id: 1 }, nationality: 'Sénégalaise' });
    expect(await house.cinema.idOfCode(house.db, 'sncas000001m')).toBe(abroad.id);
    expect(await house.cinema.idOfCode(house.db, 'SNCAS0009M')).toBeNull();
  });

  it('keeps levels of languages, free skills and whole lists as forms and programs write them', async () => {
    const fromForm = await house.person({
      languages: ['fr', 'Peul (pulaar, fulfulde)'],
      'language_levels[fr]': 'maternelle',
      'language_levels[es]': 'notions',
    });
    expect(fromForm).toMatchObject({ languages: ['fr', 'ff'], languageLevels: { fr: 'maternelle' } });
    const productions = [
      { title: 'Moi, moche', type: 'film', year: 2010 },
      { title: '', type: '', year: '' },
    ];
    const fromJson = await house.person({
      ...{
        languages: [{ code: 'wo', level: 'courant' }],
        previous_productions: productions,
        other_talents: ['chant', 'Conduite de dromadaire'],
      },
    });
    expect(fromJson).toMatchObject({
      languages: ['wo'],
      languageLevels: { wo: 'courant' },
      previousProductions: [{ title: 'Moi, moche', type: 'Film', year: '2010' }],
      otherTalents: ['Chant', 'Conduite de dromadaire'],
    });
    const asText = await house.person({ previous_productions: 'Film X (2022), Serie Y (2023)' });
    expect(asText.previousProductions).toEqual([
      { title: 'Film X', type: null, year: '2022' },
      { title: 'Serie Y', type: null, year: '2023' },
    ]);
  });

  it('names every fault at once and stores nothing', async () => {
    const before = await countRows();
    const wrong = {
      ...{
        first_name: ' ',
        last_name: '1234',
        gender: 'N',
        date_of_birth: '2007-10-27',
        email: 'nobody@',
        phone: 'call me',
        whatsapp: '12',
      },
      ...{ telegram: 'javascript:alert(1)', facebook: 'ftp://x.y', instagram: 'a b', tiktok: 'http://', website: 'nope' },
      ...{
        id_document_type: 'Carte de bus',
        id_document_number: '№!',
        country_of_origin_id: 999,
        city_of_origin_id: 999999,
        country_id: 999,
      },
      ...{ city_id: 999999, nationality: 'x'.repeat(101), ethnicities: ['Martienne'], talent_types: ['Astronaute'], languages: ['xx'] },
      ...{
        language_levels: { fr: 'parfait' },
        other_talents: ['x'.repeat(61)],
        height: 39,
        weight: 401,
        eye_color: 'Rose',
        hair_color: 'x',
      },
      ...{
        hair_type: 'x',
        skin_tone: 'x',
        build: 'x',
        years_of_experience: 81,
        previous_productions: [{ type: 'Film' }],
        bio: 'x'.repeat(2001),
      },
      ...{ is_public: 'perhaps', terms: '', appearance_consent: 'maybe', other_city: 'x'.repeat(101) },
    };
    expect(await faultsOf(house.cinema.register(null, wrong, { photo }))).toEqual(Object.keys(wrong).sort());
    expect(await countRows()).toEqual(before);
  });

  it.each([
    ['somebody of seventeen', { date_of_birth: '2007-10-27' }, ['date_of_birth']],
    ['no talent type', { talent_types: [] }, ['talent_types']],
    ['no way to reach somebody', { email: '', phone: undefined }, ['email']],
    ['no city', { city_id: '' }, ['city_id']],
    ['a city of another country', { country_id: 2 }, ['city_id']],
    ['a paper without its kind', { id_document_type: '' }, ['id_document_type']],
    ['terms that were not accepted', { terms: undefined }, ['terms']],
    ['a skin tone without consent', { ethnicities: [], appearance_consent: undefined }, ['appearance_consent']],
    ['origins without consent', { skin_tone: '', appearance_consent: 'off' }, ['appearance_consent']],
    [
      'more free skills than ten',
      { other_talents: Array.from({ length: 11 }, (_, i) => `Jonglerie ${'abcdefghijk'[i]}`) },
      ['other_talents'],
    ],
  ])('refuses %s', async (_name, change, fields) => {
    const before = await countRows();
    expect(await faultsOf(house.person(change, { photo }))).toEqual(fields);
    expect(await countRows()).toEqual(before);
  });

  it('takes somebody who is eighteen today, without looks, consent or e-mail', async () => {
    const letters = house.letters.length;
    const looks = { ethnicities: undefined, skin_tone: undefined, appearance_consent: undefined, is_public: undefined };
    const talent = await house.person({ ...looks, date_of_birth: '2007-10-26', email: undefined });
    expect(talent).toMatchObject({ age: 18, isPublic: false, email: null, looks: { skinTone: null }, ethnicities: [] });
    expect(await detailsOf(talent.id)).not.toContain('appearance');
    expect(house.letters.length).toBe(letters);
    expect(await house.cinema.mailboxOf(house.db, talent.id)).toBeNull();
  });

  it('answers one step of a form with the faults of that step only', async () => {
    expect(Object.keys(await house.cinema.check({ first_name: 'A', last_name: '' }, ['first_name', 'last_name']))).toEqual(['last_name']);
    expect(await house.cinema.check(SOPHIA)).toEqual({});
  });
});
