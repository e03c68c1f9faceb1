import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterFile, freshDatabase } from '#test/support.ts';
import { departures } from '#test/talent-house.ts';
import { type CinemaHouse, MOROCCO_FILMS, openCinemaHouse } from '../stats/test-house.ts';

let house: CinemaHouse;
let morocco = 0;
beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  afterFile(house.close);
  morocco = (await house.productions.create(null, MOROCCO_FILMS)).id;
  await house.productions.create(null, { name: 'Atlas Productions', country_id: '1' });
  const { id } = await house.productions.create(null, { name: 'Après refus' });
  await house.productions.update(null, id, { is_active: '' });
});

const api = async (url: string, dialect: 2 | 3 = 3) => {
  const reply = await house.door.inject({ method: 'GET', url, headers: { 'api-version': String(dialect) } });
  return { status: reply.statusCode, body: reply.json() };
};

const project = (productionId: number, status = 'en_tournage', isActive = true) =>
  sql`insert into talent.projects (name, production_type, production_id, status, is_active, start_date)
      values (${`Projet ${status}`}, 'Film', ${productionId}, ${status}, ${isActive}, '2025-10-01')`.execute(house.db);

describe('T-614 T-712 the list of the API', () => {
  it('T-718 answers v3 as documented', async () => {
    const { body } = await api('/api/v1/cinema/productions?search=morocco');
    const page = { total: 1, page: 1, limit: 20, total_pages: 1, per_page: 20, pages: 1 };
    const row = {
      id: 1,
      name: '',
      description: '',
      specialization: '',
      country: '',
      city: '',
      founded_year: 1,
      ceo: '',
      employees_count: 1,
      productions_count: 1,
      is_verified: true,
      is_active: true,
      contact: { email: '', phone: '', website: '' },
      social_media: { facebook: '', instagram: '' },
      created_at: '',
    };
    expect(departures({ success: true, ...page, productions: [row] }, body)).toEqual([]);
    expect(body.productions[0]).toMatchObject({
      country: 'Maroc',
      contact: { email: 'info@moroccofilms.ma', phone: '+212522000000', website: 'https://moroccofilms.ma' },
      social_media: { facebook: 'https://facebook.com/moroccofilms', instagram: 'https://www.instagram.com/moroccofilms' },
      created_at: '2025-10-26T15:30:00',
    });
  });

  it('T-615 answers v2 flat', async () => {
    const { body } = await api('/api/v1/cinema/productions?search=atlas', 2);
    const { productions, total } = body;
    expect(total).toBe(1);
    expect(Object.keys(productions[0])).toEqual([
      ...['id', 'name', 'logo_url', 'description', 'specialization', 'city', 'country', 'founded_year'],
      ...['employees_count', 'productions_count', 'is_verified', 'email', 'website'],
    ]);
  });

  it('T-713..T-717 filters and pages; a filter that means nothing is named', async () => {
    await house.productions.create(null, { name: 'Dakar Images', country_id: '2', city: 'Dakar' });
    const names = async (query: string) =>
      (await api(`/api/v1/cinema/productions?${query}`)).body.productions.map((row: { name: string }) => row.name);
    for (const country of ['Sénégal', 'senegal', 'SN', '2', 'السنغال'])
      expect(await names(`country=${encodeURIComponent(country)}`), country).toEqual(['Dakar Images']);
    expect(await names('is_verified=true')).toEqual([]);
    expect(await names('is_active=false')).toEqual(['Après refus']);
    expect(await names('limit=2&page=2')).toHaveLength(2);
    expect(await names('search=DÀKAR')).toEqual(['Dakar Images']);
    const wrong = await api('/api/v1/cinema/productions?country=Atlantis&is_active=maybe');
    expect([wrong.status, Object.keys(wrong.body.details).sort()]).toEqual([400, ['country', 'is_active']]);
    expect((await api('/api/v1/cinema/productions?country=Atlantis', 2)).status).toBe(422);
  });
});

describe('T-719 T-720 one production', () => {
  it('answers v3 as documented, with its projects counted', async () => {
    const id = morocco;
    await project(id);
    await project(id, 'termine');
    await project(id, 'en_preparation', false);
    const { body } = await api(`/api/v1/cinema/productions/${id}`);
    expect(Object.keys(body.production)).toEqual([
      ...['id', 'name', 'logo_url', 'description', 'specialization', 'address', 'city', 'country', 'postal_code', 'founded_year', 'ceo'],
      ...['employees_count', 'productions_count', 'notable_productions', 'services', 'equipment', 'studios', 'certifications'],
      ...['memberships', 'awards', 'is_active', 'is_verified', 'active_projects_count', 'total_projects_count', 'created_at'],
    ]);
    expect(body.production).toMatchObject({
      notable_productions: [
        { title: 'Le Grand Voyage', year: 2020 },
        { title: 'Nuits de Casablanca', year: 2022 },
      ],
      services: ['Production', 'Post-production', 'Distribution', 'Location de matériel'],
      active_projects_count: 1,
      total_projects_count: 3,
    });
    const v2 = await api(`/api/v1/cinema/productions/${id}`, 2);
    expect(v2.body.production).toMatchObject({ email: 'info@moroccofilms.ma', created_at: '2025-10-26T15:30:00Z' });
    for (const unknown of ['999999', 'abc']) expect((await api(`/api/v1/cinema/productions/${unknown}`)).status).toBe(404);
  });
});
