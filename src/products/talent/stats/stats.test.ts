import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterFile, freshDatabase } from '#test/support.ts';
import { departures } from '#test/talent-house.ts';
import { percent } from './presenter.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';
import { insertMember, insertTalent } from './test-people.ts';

let house: CinemaHouse;
const accounts = { admin: 0, casting: 0, presence: 0, user: 0 };

const get = async (url: string, { as = 'admin', dialect = 3 }: { as?: keyof typeof accounts | null; dialect?: 2 | 3 } = {}) => {
  const authorization = as ? { authorization: `Bearer ${await house.token(accounts[as])}` } : {};
  const reply = await house.door.inject({ url, headers: { 'api-version': String(dialect), ...authorization } });
  const isJson = String(reply.headers['content-type']).startsWith('application/json');
  return { status: reply.statusCode, raw: reply.body, body: isJson ? reply.json() : null };
};

beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  afterFile(house.close);
  for (const role of ['admin', 'casting', 'presence', 'user'] as const) accounts[role] = await house.account(role);
  await insertMember(house, {
    gender: 'F',
    score: 90,
    cv: true,
    photo: true,
    availability: 'disponible_maintenant',
    years: 4,
    talents: [1, 2],
    daysAgo: 2,
  });
  await insertMember(house, { gender: 'M', score: 81, cv: true, years: 7, talents: [1], daysAgo: 20 });
  await insertMember(house, { gender: 'N', country: 2, score: 40, closed: true, daysAgo: 200 });
  await insertTalent(house, {
    gender: 'F',
    born: '2000-10-26',
    types: ['Acteur Principal', 'Mannequin'],
    languages: ['fr', 'ar'],
    height: 171,
    years: 8,
    photo: true,
    daysAgo: 3,
  });
  await insertTalent(house, { gender: 'M', born: '1999-10-27', types: ['Figurant'], languages: ['fr'], height: 172, years: 0, country: 2 });
  await insertTalent(house, { gender: 'F', born: '1974-01-01', types: ['Figurant'], languages: ['en'], isPublic: false });
});

describe('T-622 T-623 T-747 T-748 overview', () => {
  it('answers v3 nested, as documented, with the flat keys of v2 behind', async () => {
    const { body } = await get('/api/v1/stats/overview');
    expect(Object.keys(body)).toEqual(['success', 'stats', 'generated_at']);
    expect(Object.keys(body.stats).slice(0, 5)).toEqual(['users', 'cinema', 'profile_completion', 'talents', 'geographic']);
    expect(body.stats).toMatchObject({
      users: { total: 3, active: 2, inactive: 1, new_last_7_days: 1, new_last_30_days: 2 },
      cinema: { total_talents: 3, total_productions: 0, total_projects: 0, active_projects: 0 },
      profile_completion: { average: 70.3, complete_profiles: 2, incomplete_profiles: 1 },
      talents: { most_popular: [{ name: 'Développement Web', count: 2 }, { count: 1 }] },
      geographic: {
        countries: 2,
        cities: 1,
        top_countries: [
          { name: 'Maroc', count: 2 },
          { name: 'Sénégal', count: 1 },
        ],
      },
      total_users: 3,
      new_cinema_7d: 1,
    });
    expect(body.generated_at).toBe('2025-10-26T15:30:00');
  });

  it('answers v2 flat', async () => {
    const { body } = await get('/api/v1/stats/overview', { dialect: 2 });
    const stats = {
      total_users: 3,
      total_cinema_talents: 3,
      total_productions: 0,
      total_projects: 0,
      active_projects: 0,
      new_users_7d: 1,
      new_cinema_7d: 1,
    };
    expect(Object.entries(body.stats).slice(0, 7)).toEqual(Object.entries(stats));
  });

  it('shows a change at once, and a new day', async () => {
    const { id } = (await sql<{ id: number }>`insert into talent.productions (name) values ('Atlas') returning id`.execute(house.db))
      .rows[0] ?? { id: 0 };
    await sql`insert into talent.projects (name, production_type, production_id, status) values ('A', 'Film', ${id}, 'en_tournage'), ('B', 'Film', ${id}, 'termine')`.execute(
      house.db,
    );
    await insertMember(house, { daysAgo: 1 });
    const { body } = await get('/api/v1/stats/overview');
    expect(body.stats.cinema).toEqual({ total_talents: 3, total_productions: 1, total_projects: 2, active_projects: 1 });
    expect(body.stats.users.total).toBe(4);
    house.clock.advance(10 * 86_400);
    expect((await get('/api/v1/stats/overview')).body.stats.users.new_last_7_days).toBe(0);
    house.clock.set('2025-10-26T15:30:00Z');
    await sql`delete from identity.accounts a using talent.members m where m.account_id = a.id and m.profile_score = 50`.execute(house.db);
    await sql`delete from talent.projects`.execute(house.db);
  });
});

describe('T-624 T-625 T-749 T-750 T-751 people', () => {
  it('answers v3 with maps, as documented', async () => {
    const { body } = await get('/api/v1/stats/users');
    const example = {
      total: 3,
      by_availability: { disponible_maintenant: 1, disponible_prochainement: 0, non_disponible: 0, projet_actuel: 0 },
      by_work_mode: { sur_site: 0, a_distance: 0, hybride: 0, flexible: 0 },
      by_country: { Maroc: 2, Sénégal: 1 },
      by_gender: { M: 1, F: 1, N: 1 },
      with_cv: 2,
      without_cv: 1,
      with_portfolio: 0,
      average_experience_years: 5.5,
      average_profile_score: 70.3,
    };
    expect(Object.entries(body.stats).slice(0, 10)).toEqual(Object.entries(example));
  });

  it('answers v2 with lists and percentages', async () => {
    const { body } = await get('/api/v1/stats/users', { dialect: 2 });
    const example = {
      ...{ total: 3, active: 2, inactive: 1, by_gender: { M: 1, F: 1, N: 1 } },
      by_country: [
        { country: 'Maroc', count: 2 },
        { country: 'Sénégal', count: 1 },
      ],
      top_talents: [
        { talent: 'Développement Web', count: 2 },
        { talent: expect.any(String), count: 1 },
      ],
      ...{ avg_profile_score: 70, with_photo_pct: 33, with_cv_pct: 67 },
    };
    expect(Object.fromEntries(Object.entries(body.stats).slice(0, 9))).toEqual(example);
  });

  it.each([
    ['T-245', '7d', 1],
    ['T-246', '30d', 2],
    ['T-247', '90d', 2],
    ['T-248', '1y', 3],
  ])('%s period %s counts who registered in it', async (_id, period, total) => {
    const { stats } = (await get(`/api/v1/stats/users?period=${period}`)).body;
    expect([stats.total, stats.by_gender.F]).toEqual([total, 1]);
  });

  it('names a period that means nothing, in both dialects', async () => {
    const wrong = await get('/api/v1/stats/users?period=2w');
    expect([wrong.status, wrong.body.details.period]).toEqual([400, expect.stringContaining('7d, 30d, 90d, 1y')]);
    expect((await get('/api/v1/stats/users?period=2w', { dialect: 2 })).status).toBe(422);
  });
});

it('T-752 T-753 talents by category, and the ten of most people', async () => {
  const { stats } = (await get('/api/v1/stats/talents')).body;
  expect(Object.keys(stats)).toEqual(['total_categories', 'by_category', 'top_10']);
  expect(stats.total_categories).toBe(Object.keys(stats.by_category).length);
  expect(stats.by_category['Technologie']).toBe(2);
  expect(stats.top_10[0]).toEqual({ id: 1, name: 'Développement Web', emoji: expect.any(String), count: 2 });
});

describe('T-626 T-627 T-710 T-711 T-767 CINEMA', () => {
  it('answers v3 with maps under both addresses', async () => {
    const { body, raw } = await get('/api/v1/cinema/stats', { as: 'user' });
    const example = {
      total_talents: 3,
      by_type: { 'Acteur Principal': 1, Figurant: 2, Mannequin: 1 },
      by_gender: { M: 1, F: 2 },
      // Somebody born 26 years ago tomorrow is 25 today.
      by_age_range: { '18-25': 2, '26-35': 0, '36-50': 0, '51+': 1 },
      by_country: { Maroc: 2, Sénégal: 1 },
      top_languages: [
        { language: 'Français', count: 2 },
        { language: 'Anglais', count: 1 },
        { language: 'Arabe', count: 1 },
      ],
      ...{ with_photos: 1, without_photos: 2, with_experience: 1, without_experience: 2, average_age: 33.7, average_height: 172 },
    };
    expect(Object.entries(body.stats).slice(0, 12)).toEqual(Object.entries(example));
    expect((await get('/api/v1/stats/cinema', { as: 'user' })).raw).toBe(raw);
  });

  it('answers v2 with lists', async () => {
    const { body } = await get('/api/v1/stats/cinema', { dialect: 2, as: 'presence' });
    const example = {
      ...{ total_talents: 3, by_gender: { M: 1, F: 2 } },
      by_talent_type: [
        { type: 'Figurant', count: 2 },
        { type: 'Acteur Principal', count: 1 },
        { type: 'Mannequin', count: 1 },
      ],
      by_country: [
        { country: 'Maroc', count: 2 },
        { country: 'Sénégal', count: 1 },
      ],
      by_experience: { debutant: 1, '1_5_ans': 0, '5_10_ans': 1, '10_plus': 0 },
      ...{ with_photo_pct: 33, avg_height: 172 },
    };
    expect(departures(example, Object.fromEntries(Object.entries(body.stats).slice(0, 7)))).toEqual([]);
    expect(body.stats).toMatchObject(example);
  });
});

it('C-039 C-040 statistics are for administrators, those of CINEMA for any session', async () => {
  for (const url of ['overview', 'users', 'talents']) {
    for (const as of ['user', 'presence', 'casting'] as const)
      expect((await get(`/api/v1/stats/${url}`, { as })).status, `${url} ${as}`).toBe(403);
    expect((await get(`/api/v1/stats/${url}`, { as: null })).status).toBe(401);
  }
  for (const url of ['/api/v1/stats/cinema', '/api/v1/cinema/stats']) {
    expect((await get(url, { as: 'user' })).status).toBe(200);
    expect((await get(url, { as: null })).status).toBe(401);
  }
});

it('rounds half up', () => {
  expect([percent(1, 8), percent(1, 3), percent(5, 1000), percent(0, 0)]).toEqual([13, 33, 1, 0]);
});
