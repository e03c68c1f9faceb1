/** `productions` of the documents, written by the form of administrators. */
import { beforeAll, describe, expect, it } from 'vitest';
import { MOROCCO_FILMS } from '#products/talent/stats/test-house.ts';
import { at, CHECK, type Column, columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

const TWITTER = 'https://twitter.com/moroccofilms';
let atelier: Atelier;
let admin: Registered;
let boss: Caller;
let id = 0;
let shown: Readonly<Record<string, unknown>>;
let page = '';
const db = () => atelier.database.db;
const held = (column: string): Promise<unknown> => heldIn(db(), `talent.productions.${column}`, `id = ${id}`);
const refused = (set: string): Promise<string | null> => refusalOf(db(), `update talent.productions set ${set} where id = ${id}`);
const read = async () => (await boss.inject({ method: 'GET', url: `/api/v1/cinema/productions/${id}` })).json().production;

beforeAll(async () => {
  atelier = await startAtelier();
  boss = await atelier.as('admin');
  admin = await registerPerson(atelier, {}, 'admin');
  await admin.visitor.open('/cinema/productions/new');
  const made = await admin.visitor.send('/cinema/productions/new', { ...MOROCCO_FILMS, twitter: TWITTER });
  id = Number(/(\d+)$/.exec(String(made.headers['location']))?.[1]);
  // The list prints contacts and networks, the detail the rest.
  const [row] = (await boss.inject({ method: 'GET', url: '/api/v1/cinema/productions?search=morocco' })).json().productions;
  shown = { ...row, ...(await read()) };
  page = wordsOf((await admin.visitor.open(`/cinema/productions/${id}`)).body);
});

const TEXT: Partial<Column> = { type: 'text', required: false };
const COUNT: Partial<Column> = { type: 'integer', required: false };
const LIST: Partial<Column> = { type: 'jsonb', required: true, fallback: "'[]'::jsonb" };
const kept = (number: string, name: string, is: Partial<Column>, value: unknown, wire = name) => ({ number, name, is, value, wire });

describe('productions', () => {
  it('T-955 productions.id: the primary key, by which the API gives one', async () => {
    expect(await columnOf(db(), 'talent.productions.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect([id > 0, shown['id']]).toEqual([true, id]);
  });

  it.each([
    kept('T-956', 'name', { type: 'text', required: true }, MOROCCO_FILMS.name),
    kept('T-957', 'description', TEXT, MOROCCO_FILMS.description),
    kept('T-958', 'specialization', TEXT, MOROCCO_FILMS.specialization),
    kept('T-959', 'address', TEXT, MOROCCO_FILMS.address),
    kept('T-960', 'city', TEXT, MOROCCO_FILMS.city),
    kept('T-962', 'postal_code', TEXT, MOROCCO_FILMS.postal_code),
    kept('T-963', 'phone', TEXT, '+212522000000', 'contact.phone'),
    kept('T-964', 'email', TEXT, 'info@moroccofilms.ma', 'contact.email'),
    kept('T-965', 'website', TEXT, 'https://moroccofilms.ma', 'contact.website'),
    kept('T-966', 'facebook', TEXT, 'https://facebook.com/moroccofilms', 'social_media.facebook'),
    kept('T-967', 'instagram', TEXT, 'https://www.instagram.com/moroccofilms', 'social_media.instagram'),
    kept('T-970', 'founded_year', { type: 'smallint', required: false }, 2005),
    kept('T-971', 'ceo', TEXT, MOROCCO_FILMS.ceo),
    kept('T-972', 'employees_count', COUNT, 45),
    kept('T-973', 'productions_count', COUNT, 28),
    kept('T-975', 'services', LIST, ['Production', 'Post-production', 'Distribution', 'Location de matériel']),
    kept('T-976', 'certifications', LIST, ['ISO 9001', 'CCM Certifié']),
    kept('T-977', 'memberships', LIST, ['FIPCA', 'Chambre Marocaine des Producteurs']),
    kept('T-979', 'equipment', TEXT, MOROCCO_FILMS.equipment),
    kept('T-980', 'studios', TEXT, MOROCCO_FILMS.studios),
  ])('$number productions.$name is kept as the form says, and comes back through the API', async ({ name, is, value, wire }) => {
    expect(await columnOf(db(), `talent.productions.${name}`)).toMatchObject(is);
    expect(await held(name)).toEqual(value);
    expect(at(shown, wire)).toEqual(value);
  });

  it.each([
    ['T-968', 'linkedin', 'linkedin.com'],
    ['T-969', 'twitter', TWITTER],
  ])('%s productions.%s is kept in clear, as documented, and shown on the page of the company', async (_id, name, part) => {
    expect(await columnOf(db(), `talent.productions.${name}`)).toMatchObject(TEXT);
    const link = String(await held(name));
    expect([link.startsWith('https://'), link.includes(part), page.includes(link)]).toEqual([true, true, true]);
  });

  it('T-961 productions.country is kept as one of the countries, and shown by its name', async () => {
    expect(await columnOf(db(), 'talent.productions.country_id')).toMatchObject({ type: 'integer', references: 'talent.countries.id' });
    expect([await held('country_id'), shown['country'], await refused('country_id = 999999')]).toEqual([1, 'Maroc', NO_SUCH_ROW]);
  });

  it.each([
    ['T-974', 'notable_productions', 'Le Grand Voyage', '2020'],
    ['T-978', 'awards', 'Prix du Meilleur Film', '2021'],
  ])('%s productions.%s is a JSON list, each with its year, and comes back', async (_id, name, title, year) => {
    expect(await columnOf(db(), `talent.productions.${name}`)).toMatchObject(LIST);
    const list = (await held(name)) as readonly unknown[];
    expect([list.length, JSON.stringify(list[0]).includes(title), JSON.stringify(list[0]).includes(year)]).toEqual([2, true, true]);
    expect(shown[name]).toEqual(list);
  });

  it.each([
    ['T-956 productions.name is never empty', "name = ''", CHECK],
    ['T-956 productions.name is never missing', 'name = null', NOT_NULL],
    ['T-970 productions.founded_year is a year of the cinema', 'founded_year = 1700', CHECK],
    ['T-972 productions.employees_count is no debt', 'employees_count = -1', CHECK],
    ['T-973 productions.productions_count is no debt', 'productions_count = -1', CHECK],
  ])('%s', async (_name, set, state) => expect(await refused(set)).toBe(state));

  it('T-981 productions.is_active is a boolean, true at first; the box of the form puts a company away', async () => {
    const is = { type: 'boolean', required: true, fallback: 'true' };
    expect(await columnOf(db(), 'talent.productions.is_active')).toMatchObject(is);
    expect(shown['is_active']).toBe(true);
    await admin.visitor.open(`/cinema/productions/${id}/edit`);
    await admin.visitor.send(`/cinema/productions/${id}/edit`, { ...MOROCCO_FILMS, is_active: '' });
    expect([await held('is_active'), (await read()).is_active]).toEqual([false, false]);
  });

  it('T-982 productions.is_verified is a boolean, false until an administrator gives the seal', async () => {
    const is = { type: 'boolean', required: true, fallback: 'false' };
    expect(await columnOf(db(), 'talent.productions.is_verified')).toMatchObject(is);
    expect(shown['is_verified']).toBe(false);
    await admin.visitor.open(`/cinema/productions/${id}/verify`);
    expect((await admin.visitor.send(`/cinema/productions/${id}/verify`, {})).statusCode).toBe(303);
    expect([await held('is_verified'), (await read()).is_verified]).toEqual([true, true]);
  });
});
