import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { picture } from '#test/fixtures/pictures.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type CinemaHouse, MOROCCO_FILMS, openCinemaHouse } from '../stats/test-house.ts';

let house: CinemaHouse;
let admin: Visitor;
let member: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  afterFile(house.close);
  admin = visit(house.doorOf(await house.account('admin')));
  member = visit(house.doorOf(await house.account('user')));
  stranger = visit(house.door);
});

const text = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));

/** Through the form; answers the id. */
async function create(fields: Readonly<Record<string, string>>, files?: Parameters<Visitor['send']>[2]): Promise<number> {
  await admin.open('/cinema/productions/new');
  const reply = await admin.send('/cinema/productions/new', { is_active: '1', ...fields }, files);
  expect(reply.statusCode, reply.body.slice(0, 200)).toBe(303);
  return Number(String(reply.headers['location']).split('/').at(-1));
}
const project = (productionId: number, status = 'en_tournage', isActive = true) =>
  sql`insert into talent.projects (name, production_type, production_id, status, is_active, start_date)
      values (${`Projet ${status}`}, 'Film', ${productionId}, ${status}, ${isActive}, '2025-10-01')`.execute(house.db);

describe('T-833 T-834 T-836 T-837 the form of a production', () => {
  it('stores what the form says and shows it again', async () => {
    const id = await create(MOROCCO_FILMS);
    expect((await house.productions.require(house.db, id)).phone).toBe('+212522000000');
    const form = (await admin.open(`/cinema/productions/${id}/edit`)).body;
    for (const line of ['Le Grand Voyage (2020)\nNuits de Casablanca (2022)', 'FIPCA\nChambre Marocaine', 'info@moroccofilms.ma', '2005'])
      expect(form).toContain(line);
    const saved = await admin.send(`/cinema/productions/${id}/edit`, { ...MOROCCO_FILMS, ceo: 'Salma Alami', is_active: '' });
    expect(saved.headers['location']).toBe(`/cinema/productions/${id}`);
    expect(await house.productions.require(house.db, id)).toMatchObject({ ceo: 'Salma Alami', isActive: false, twitter: null });
    await admin.open(`/cinema/productions/${id}/edit`);
    await admin.send(`/cinema/productions/${id}/edit`, MOROCCO_FILMS);
  });

  it('names every fault at once, keeps what was typed, stores nothing', async () => {
    await admin.open('/cinema/productions/new');
    const wrong = { name: '', email: 'nobody', website: 'ftp://x', founded_year: '1700', country_id: '99999', description: 'Gardé' };
    const file = { photo: { name: 'logo.png', content: Buffer.from('not a picture'), type: 'image/png' } };
    const refused = await admin.send('/cinema/productions/new', wrong, file);
    expect(refused.statusCode).toBe(400);
    for (const field of ['name', 'email', 'website', 'founded_year', 'country_id', 'photo'])
      expect(refused.body).toContain(`href="#f-${field}"`);
    expect(refused.body).toContain('Gardé');
    await admin.send('/cinema/productions/new', { name: 'MOROCCO films  production' });
    expect((await house.productions.list({}, { page: 1, size: 20, offset: 0 })).total).toBe(1);
  });

  it('tells that a name is taken, in any spelling', async () => {
    await admin.open('/cinema/productions/new');
    const refused = await admin.send('/cinema/productions/new', { name: 'MOROCCO films production' });
    expect([refused.statusCode, refused.body.includes('porte déjà ce nom')]).toEqual([400, true]);
  });

  it('T-873 serves the logo to everybody, transparency kept, and the old one goes with its replacement', async () => {
    const logo = { photo: { name: 'logo.png', content: await picture({ format: 'png', alpha: true }), type: 'image/png' } };
    const id = await create({ name: 'Atlas Productions', country_id: '1' }, logo);
    const { logoFile } = await house.productions.require(house.db, id);
    const served = await house.door.inject({ url: `/static/uploads/${logoFile}` });
    expect([served.statusCode, served.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await house.door.inject({ url: `/static/uploads/${logoFile}?w=96` })).headers['content-type']).toBe('image/webp');
    await admin.open(`/cinema/productions/${id}/edit`);
    await admin.send(`/cinema/productions/${id}/edit`, { name: 'Atlas Productions', is_active: '1' }, logo);
    expect((await house.door.inject({ url: `/static/uploads/${logoFile}` })).statusCode).toBe(404);
    expect((await house.productions.require(house.db, id)).logoFile).toMatch(/^logos\/\w+\.png$/);
  });

  it('keeps a logo that was sent beside a refused form for the next try', async () => {
    const content = await picture({ format: 'png', alpha: true });
    const metadata = `filename ${btoa('logo.png')},filetype ${btoa('image/png')},purpose ${btoa('photo')}`;
    const headers = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-metadata': metadata };
    const boss = await house.account('admin');
    const sent = await house.door.inject({
      method: 'POST',
      url: '/uploads',
      headers: { ...headers, authorization: `Bearer ${await house.token(boss)}`, 'upload-length': String(content.length) },
      payload: content,
    });
    const upload = String(sent.headers['location']).split('/').at(-1) ?? '';
    const browser = visit(house.doorOf(boss));
    await browser.open('/cinema/productions/new');
    const refused = await browser.send('/cinema/productions/new', { name: '', photo_upload: upload });
    expect([refused.statusCode, refused.body.includes(`value="${upload}"`)]).toEqual([400, true]);
    const made = await browser.send('/cinema/productions/new', { name: 'Après refus', photo_upload: upload });
    expect((await browser.open(String(made.headers['location']))).body).toContain('/static/uploads/logos/');
  });
});

describe('T-832 T-835 T-838 the pages', () => {
  it('are for who is signed in, the acts for administrators', async () => {
    const { id } = await house.productions.create(null, { name: 'Dakar Images', country_id: '2', city: 'Dakar', is_active: '1' });
    await project(id);
    for (const url of ['/cinema/productions', `/cinema/productions/${id}`]) {
      expect((await stranger.open(url)).headers['location']).toContain('/auth/login');
      expect((await member.open(url)).statusCode).toBe(200);
    }
    for (const url of ['new', `${id}/edit`, `${id}/delete`, `${id}/verify`, `${id}/unverify`])
      expect((await member.open(`/cinema/productions/${url}`)).statusCode, url).toBe(403);
  });

  it('shows cards, filters and what to do when nothing matches', async () => {
    const list = text((await member.open('/cinema/productions')).body);
    for (const word of ['Atlas Productions', 'Dakar, Sénégal', '1 projet en cours']) expect(list).toContain(word);
    expect(list).not.toContain('/cinema/productions/new');
    expect((await admin.open('/cinema/productions?search=zzzz')).body).toContain('Aucune production ne correspond');
    expect((await admin.open('/cinema/productions?country=zzzz')).body).toContain('n’est pas valable');
  });

  it('refuses to delete a production with projects, deletes another when its name is typed, and logs it', async () => {
    const busy = await create({ name: 'Occupée' });
    await project(busy, 'termine');
    const page = await admin.open(`/cinema/productions/${busy}/delete`);
    expect(page.body).toContain('Cette production a des projets');
    expect((await admin.send(`/cinema/productions/${busy}/delete`, { confirm: 'Occupée' })).statusCode).toBe(409);
    expect(await house.productions.find(house.db, busy)).not.toBeNull();

    const free = await create({ name: 'Éphémère' });
    await admin.open(`/cinema/productions/${free}/delete`);
    expect((await admin.send(`/cinema/productions/${free}/delete`, { confirm: 'oui' })).statusCode).toBe(400);
    expect((await admin.send(`/cinema/productions/${free}/delete`, { confirm: 'éphémère' })).statusCode).toBe(303);
    expect((await admin.open(`/cinema/productions/${free}`)).statusCode).toBe(404);
    const { rows } = await sql<{ type: string }>`select action_type as type from kernel.activity_logs
      where resource_type = 'production' and resource_id = ${String(free)} order by id`.execute(house.db);
    expect(rows.map(({ type }) => type)).toEqual(['create', 'delete']);
  });
});

it('offers active productions to forms, and the one a project already has', async () => {
  const { id: asleep } = await house.productions.create(null, { name: 'En sommeil' });
  await house.productions.update(null, asleep, { is_active: '' });
  const choices = await house.productions.choices(house.db);
  const names = choices.map(({ name }) => name);
  expect(names).toContain('Atlas Productions');
  expect(names).not.toContain('En sommeil');
  expect((await house.productions.choices(house.db, asleep)).map(({ name }) => name)).toContain('En sommeil');
});
