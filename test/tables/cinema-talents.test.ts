/** `cinema_talents` of the documents: `talent.cinema_talents`, with what only a profile shows in `talent.cinema_details`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault, type Vault } from '#kernel/vault.ts';
import { AWA, registerCinemaPerson } from '#test/cinema-people.ts';
import { at, CHECK, type Column, columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf, TAKEN } from '#test/columns.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let vault: Vault;
let boss: Caller;
let talent: Readonly<Record<string, unknown>>;
let flat: Readonly<Record<string, unknown>>;
let other: { readonly id: number; readonly code: string };
const idIn = (): number => Number(talent['id']);

const byCode = async (code: string): Promise<{ id: number; code: string }> => {
  const { talent: made } = (await boss.inject({ method: 'GET', url: `/api/v1/cinema/talents/code/${code}` })).json();
  return { id: made.id, code };
};
const read = async (id: number, dialect = 3): Promise<Record<string, unknown>> => {
  const headers = { 'api-version': String(dialect) };
  return (await boss.inject({ method: 'GET', url: `/api/v1/cinema/talents/${id}`, headers })).json().talent;
};
const keyOf = (place: string): string => (place.includes('cinema_details') ? 'talent_id' : 'id');
const held = (place: string, id = idIn()): Promise<unknown> => heldIn(atelier.database.db, place, `${keyOf(place)} = ${id}`);
const refused = (set: string): Promise<string | null> =>
  refusalOf(atelier.database.db, `update talent.cinema_talents set ${set} where id = ${idIn()}`);

beforeAll(async () => {
  atelier = await startAtelier();
  vault = createVault(atelier.config.encryptionKeys, atelier.config.secretKey);
  boss = await atelier.as('admin');
  const { visitor } = await registerPerson(atelier, {}, 'admin');
  const { id } = await byCode(await registerCinemaPerson(visitor));
  const another = { person: { email: 'other@cinema.example' }, origins: { id_document_number: 'SN765432' } };
  other = await byCode(await registerCinemaPerson(visitor, another));
  [talent, flat] = [await read(id), await read(id, 2)];
});

describe('who the person is', () => {
  it('T-922 cinema_talents.id: the primary key, an integer that the database gives, shown by the API', async () => {
    expect(await columnOf(atelier.database.db, 'talent.cinema_talents.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect([idIn() > 0, other.id > idIn()]).toEqual([true, true]);
  });

  it('T-923 cinema_talents.unique_code: text, unique, PPVVVNNNNG with the digits of the examples; longer paddings are the same person', async () => {
    expect(await columnOf(atelier.database.db, 'talent.cinema_talents.unique_code')).toMatchObject({
      ...{ type: 'text', required: true, isUnique: true },
    });
    const code = String(talent['unique_code']);
    expect([code, await held('talent.cinema_talents.unique_code')]).toEqual(['SNCAS0001F', code]);
    expect(await refused(`unique_code = '${other.code}'`)).toBe(TAKEN);
    for (const padded of ['SNCAS00001F', 'SNCAS0000001F'])
      expect((await boss.inject({ method: 'GET', url: `/api/v1/cinema/talents/code/${padded}` })).json().talent.id).toBe(idIn());
  });
});

const TEXT: Partial<Column> = { type: 'text', required: false };
const LIST: Partial<Column> = { type: 'text[]', required: true, fallback: "'{}'::text[]" };
const listed = (id: string, name: string, is: Partial<Column>, value: unknown, wire: string) => ({
  ...{ id, name, is, value, wire, place: `talent.cinema_talents.${name}` },
});

describe('what the form stores and the API shows', () => {
  it.each([
    listed('T-924', 'first_name', { type: 'text', required: true }, 'Awa', 'first_name'),
    listed('T-925', 'last_name', { type: 'text', required: true }, 'Diop', 'last_name'),
    listed('T-926', 'date_of_birth', { type: 'date', required: true }, '1996-03-08', 'date_of_birth'),
    listed('T-927', 'gender', { type: 'text', required: true }, 'F', 'gender'),
    listed('T-930', 'ethnicities', LIST, ['Africaine', 'Arabe'], 'origins.ethnicities'),
    listed('T-933', 'height', { type: 'smallint', required: false }, 172, 'physical_characteristics.height'),
    listed('T-934', 'eye_color', TEXT, 'Marron foncé', 'physical_characteristics.eye_color'),
    listed('T-935', 'hair_color', TEXT, 'Noir', 'physical_characteristics.hair_color'),
    listed('T-936', 'hair_type', TEXT, 'Tressé', 'physical_characteristics.hair_type'),
    listed('T-937', 'skin_tone', TEXT, 'Ébène', 'physical_characteristics.skin_tone'),
    listed('T-938', 'build', TEXT, 'Athlétique', 'physical_characteristics.build'),
    listed('T-940', 'talent_types', LIST, ['Acteur Principal', 'Voix Off'], 'talent_types'),
    listed('T-941', 'other_talents', LIST, ['Équitation', 'Chant'], 'other_talents'),
  ])('$id cinema_talents.$name is kept as documented and comes back through the API', async ({ place, is, value, wire }) => {
    expect(await columnOf(atelier.database.db, place)).toMatchObject(is);
    expect(await held(place)).toEqual(value);
    expect(at(talent, wire)).toEqual(value);
  });

  it.each([
    ['T-934', 'eye_color', 12],
    ['T-935', 'hair_color', 16],
    ['T-936', 'hair_type', 10],
    ['T-937', 'skin_tone', 10],
    ['T-938', 'build', 10],
  ])('%s cinema_talents.%s is one of %i options; another word is refused beside its field', async (_id, name, count) => {
    const { options } = (await boss.inject({ method: 'GET', url: '/api/v1/cinema/options' })).json();
    expect(options[name]).toHaveLength(count);
    expect(options[name].map(({ value }: { value: string }) => value)).toContain(at(talent, `physical_characteristics.${name}`));
    const visitor = (await registerPerson(atelier, {}, 'admin')).visitor;
    await visitor.open(`/cinema/talent/${idIn()}/edit`);
    const wrong = await visitor.send(`/cinema/talent/${idIn()}/edit`, { ...AWA.looks, [name]: 'fluorescent' });
    expect([wrong.statusCode, wrong.body.includes(`href="#f-${name}"`)]).toEqual([400, true]);
  });

  it.each([
    ['T-927 cinema_talents.gender is M or F', "gender = 'N'", CHECK],
    ['T-933 cinema_talents.height is in centimetres: nobody is 2 of them tall', 'height = 2', CHECK],
    ['T-926 cinema_talents.date_of_birth is never empty', 'date_of_birth = null', NOT_NULL],
    ['T-924 cinema_talents.first_name is never empty', 'first_name = null', NOT_NULL],
    ['T-925 cinema_talents.last_name is never empty', 'last_name = null', NOT_NULL],
  ])('%s', async (_name, set, state) => expect(await refused(set)).toBe(state));

  it.each([
    ['T-928', 'country_of_origin_id', 'countries', 2, 'origins.country_of_origin', 'Sénégal'],
    ['T-931', 'country_id', 'countries', 1, 'residence.country', 'Maroc'],
    ['T-932', 'city_id', 'cities', 2, 'residence.city', 'Casablanca'],
  ] as const)('%s cinema_talents.%s leads to one of the %s, and to no other', async (_id, name, table, value, wire, shown) => {
    const place = `talent.cinema_talents.${name}`;
    expect(await columnOf(atelier.database.db, place)).toMatchObject({ type: 'integer', references: `talent.${table}.id` });
    expect(await refused(`${name} = 999999`)).toBe(NO_SUCH_ROW);
    expect([await held(place), at(talent, wire)]).toEqual([value, shown]);
  });

  it('T-929 cinema_talents.city_of_origin_id leads to one of the cities, and takes one of the country of origin', async () => {
    const place = 'talent.cinema_talents.city_of_origin_id';
    expect(await columnOf(atelier.database.db, place)).toMatchObject({ type: 'integer', references: 'talent.cities.id' });
    expect(await refused('city_of_origin_id = 999999')).toBe(NO_SUCH_ROW);
    const { cities } = (await boss.inject({ method: 'GET', url: '/api/v1/cities?country_code=SN' })).json();
    const visitor = (await registerPerson(atelier, {}, 'admin')).visitor;
    await visitor.open(`/cinema/talent/${idIn()}/edit`);
    const all = { ...AWA.person, ...AWA.origins, ...AWA.work, ...AWA.looks, city_of_origin_id: String(cities[0].id) };
    const saved = await visitor.send(`/cinema/talent/${idIn()}/edit`, { ...all, is_public: '1' });
    expect([saved.statusCode, await held(place)]).toEqual([303, cities[0].id]);
  });
});

describe('lists and experience in both dialects', () => {
  it('T-939 cinema_talents.languages is a list of codes: names in v2, {code, name, flag} in v3', async () => {
    expect(await columnOf(atelier.database.db, 'talent.cinema_talents.languages')).toMatchObject(LIST);
    expect(await held('talent.cinema_talents.languages')).toEqual(['wo', 'fr']);
    expect(flat['languages_spoken']).toEqual(['Wolof', 'Français']);
    expect(talent['languages']).toEqual([{ code: 'wo', name: 'Wolof', flag: expect.any(String) }, expect.objectContaining({ code: 'fr' })]);
  });

  it('T-942 cinema_talents.experience_level is kept as years, shown by both, and found by its level', async () => {
    expect(await columnOf(atelier.database.db, 'talent.cinema_talents.years_of_experience')).toMatchObject({ type: 'smallint' });
    expect(await held('talent.cinema_talents.years_of_experience')).toBe(8);
    expect([flat['years_of_experience'], at(talent, 'experience.years')]).toEqual([8, 8]);
    const found = async (level: string): Promise<unknown> =>
      (await boss.inject({ method: 'GET', url: `/api/v1/cinema/talents?experience=${level}` })).json().total;
    expect([await found('5_10_ans'), await found('debutant')]).toEqual([2, 0]);
  });

  it('T-953 cinema_talents.previous_productions is JSON of {title, type, year}: a list in v3, a sentence in v2', async () => {
    const place = 'talent.cinema_details.previous_productions';
    const credits = [{ title: 'La Pirogue', type: 'Film', year: '2022' }];
    expect(await columnOf(atelier.database.db, place)).toMatchObject({ type: 'jsonb', required: true });
    expect([await held(place), at(talent, 'experience.previous_productions')]).toEqual([credits, credits]);
    expect(flat['previous_productions']).toBe('La Pirogue (2022)');
  });
});

describe('contacts and papers', () => {
  it.each([
    ['T-943 T-126', 'phone', '+221771234567', 'contact.phone'],
    ['T-944 T-126', 'whatsapp', '+221777654321', 'contact.whatsapp'],
    ['T-945', 'email', 'awa@cinema.example', 'contact.email'],
    ['T-946', 'telegram', 'https://t.me/awadiop', null],
    ['T-947', 'facebook', 'https://facebook.com/awadiop', 'social_media.facebook'],
    ['T-948', 'instagram', 'https://instagram.com/awadiop', 'social_media.instagram'],
    ['T-949', 'tiktok', 'https://tiktok.com/@awadiop', 'social_media.tiktok'],
    ['T-954 T-129', 'id_document_number', 'SN123456', 'id_document.number'],
  ] as const)('%s cinema_talents.%s_encrypted is a Fernet token of what was sent', async (_id, name, value, wire) => {
    const place = `talent.cinema_details.${name}_encrypted`;
    expect(await columnOf(atelier.database.db, place)).toMatchObject(TEXT);
    const token = String(await held(place));
    expect(token).toMatch(/^gAAAA[\w-]+={0,2}$/);
    expect(vault.decrypt(token)).toBe(value);
    if (wire) expect(at(talent, wire)).toBe(value);
    else expect((await boss.inject({ method: 'GET', url: `/cinema/profile/${talent['unique_code']}` })).body).toContain('t.me/');
  });

  it('T-950 cinema_talents.website is kept in clear, as documented', async () => {
    expect(await columnOf(atelier.database.db, 'talent.cinema_details.website')).toMatchObject(TEXT);
    expect([await held('talent.cinema_details.website'), at(talent, 'contact.website')]).toEqual([
      'https://awa.example/',
      'https://awa.example/',
    ]);
  });
});

describe('files', () => {
  it.each([
    ['T-951 cinema_talents.photo_filename', 'photo_file', 'media.profile_photo', /^cinema\/profile_[0-9a-f]{32}\.jpg$/, 'image/jpeg'],
    ['T-952 cinema_talents.qr_code_path', 'qr_file', 'media.qr_code', /^qrcodes\/cinema_SNCAS0001F\.png$/, 'image/png'],
  ] as const)('%s names the file that the API gives the address of', async (_name, column, wire, pattern, mediaType) => {
    expect(await columnOf(atelier.database.db, `talent.cinema_talents.${column}`)).toMatchObject(TEXT);
    const name = String(await held(`talent.cinema_talents.${column}`));
    expect(name).toMatch(pattern);
    expect(at(talent, wire)).toBe(`/static/uploads/${name}`);
    const file = await boss.inject({ method: 'GET', url: `/static/uploads/${name}` });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, mediaType]);
  });
});
