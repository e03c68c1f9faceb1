import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#kernel/package-root.ts';
import { type House, openHouse, type Person, type Who } from '#test/projects-house.ts';
import { departures } from '#test/talent-house.ts';
import type { Project } from './projects.ts';

/** The answers that the two documents print. */
const documented = JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/spec/cinema-projects.json'), 'utf8')) as Readonly<
  Record<string, unknown>
>;

let house: House;
let shown: Project;
let away: Project;
let open: Person;
let shy: Person;
let owner: number;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.account();
  const boss = await house.account('admin');
  const production = await house.production({ name: 'Morocco Films Production', logo_file: 'photos/logo.png' });
  const request = house.request(`admin:${boss}`);
  const facts = {
    production_type: 'Film',
    country_id: 1,
    shooting_locations: 'Marrakech, Essaouira, Atlas',
    start_date: '2025-11-01',
    end_date: '2025-12-31',
  };
  shown = await house.projects.create(request, { name: 'Le Dernier Voyage', production_id: production, ...facts });
  away = await house.projects.create(request, { name: 'Projet secret', ...facts, production_type: 'Série', is_active: false });
  open = await house.person({ firstName: 'Sophia', isPublic: true });
  shy = await house.person({ firstName: 'Karim', accountId: owner });
  for (const { id } of [open, shy]) {
    await house.projects.assign(null, shown.id, { talent_id: id, talent_type: 'Figurant', role_description: 'Passant' });
  }
});

type Body = Record<string, never> & { projects: Record<string, unknown>[]; project: Record<string, unknown>; total: number };
const get = async (who: Who | null, url: string, dialect: 2 | 3 = 3) => {
  const cookie = who ? `who=${who}` : '';
  const reply = await house.door.inject({ url: `/api/v1/cinema/projects${url}`, headers: { cookie, 'api-version': String(dialect) } });
  return { status: reply.statusCode, body: reply.json<Body>() };
};
const namesIn = async (who: Who | null, url = ''): Promise<readonly unknown[]> =>
  (await get(who, url)).body.projects.map(({ name }) => name);
const teamOf = async (who: Who | null): Promise<readonly unknown[]> => {
  const { body } = await get(who, `/${shown.id}`);
  return (body.project['assigned_talents'] as { first_name: string }[]).map(({ first_name }) => first_name);
};

describe('T-721 T-728 T-616 T-619 T-788 the list in both dialects', () => {
  it.each([
    [3, 'v3.cinema.projects.list'],
    [2, 'v2.cinema.projects.list'],
  ] as const)('v%s is the documented one', async (dialect, name) => {
    const { status, body } = await get('admin', '', dialect);
    expect(status).toBe(200);
    const extra = [
      'talents_count',
      'assigned_talents_count',
      'status_display',
      'total',
      'page',
      'limit',
      'total_pages',
      'per_page',
      'pages',
    ];
    expect(departures(documented[name], body, 'body', { extra })).toEqual([]);
    expect(body.projects.at(-1)).toMatchObject({
      origin_country: 'Maroc',
      status_display: 'En préparation',
      talents_count: 2,
      assigned_talents_count: 2,
    });
    expect(body.total).toBe(2);
  });

  it.each([
    [`?production_id=99999`, []],
    ['?production_type=serie', ['Projet secret']],
    ['?status=En%20tournage', []],
    ['?status=en_preparation&is_active=true', ['Le Dernier Voyage']],
    ['?is_active=false', ['Projet secret']],
    ['?search=DERNIER%20voyâge', ['Le Dernier Voyage']],
    ['?country_id=1&sort=name&limit=1&page=2', ['Projet secret']],
  ])('T-617 T-618 T-722 T-723 T-724 T-725 T-726 T-727 filters %s', async (query, names) => {
    expect(await namesIn('admin', query)).toEqual(names);
  });

  it('names every filter that means nothing', async () => {
    const query = '?status=demain&production_id=x&is_active=perhaps&production_type=Poterie';
    const { status, body } = await get('admin', query);
    expect([status, Object.keys(body['details'] ?? {}).sort()]).toEqual([400, ['is_active', 'production_id', 'production_type', 'status']]);
    expect((await get('admin', query, 2)).status).toBe(422);
    expect((await get('admin', '?sort=colour')).status).toBe(400);
  });
});

describe('T-729 T-730 T-620 T-621 one project in both dialects', () => {
  it.each([
    [3, 'v3.cinema.projects.get'],
    [2, 'v2.cinema.projects.get'],
  ] as const)('v%s is the documented one', async (dialect, name) => {
    const { body } = await get('admin', `/${shown.id}`, dialect);
    const extra = ['talents_count', 'assigned_talents_count', 'status_display'];
    expect(departures(documented[name], body, 'body', { extra })).toEqual([]);
  });

  it('says whose badge was made, which number is whose, and who made the project', async () => {
    const { body } = await get('casting', `/${shown.id}`);
    const [first] = body.project['assigned_talents'] as Record<string, unknown>[];
    const assignment = await house.projects.assignmentOf(house.db, shown.id, open.id);
    expect(first).toMatchObject({ id: open.id, project_talent_id: assignment?.id, badge_generated: true, talent_type: 'Figurant' });
    expect(first?.['assigned_at']).toBe('2025-10-26T15:30:00');
    expect(body.project['created_by']).toMatchObject({ first_name: 'Salma' });
    expect(body.project['production_company']).toMatchObject({ logo_url: '/static/uploads/photos/logo.png' });
  });

  it.each(['999999', 'abc', '1e3'])('has no project %s', async (id) => {
    expect((await get('admin', `/${id}`)).status).toBe(404);
  });
});

describe('what others learn', () => {
  it.each([null, 'user'] as const)('%s knows nothing of what was put away', async (who) => {
    expect(await namesIn(who)).toEqual(['Le Dernier Voyage']);
    expect(await namesIn(who, '?is_active=false')).toEqual([]);
    expect((await get(who, `/${away.id}`)).status).toBe(404);
  });

  it('a stranger sees nobody; one who signed in the public profiles and oneself; the studio everybody', async () => {
    expect(await teamOf(null)).toEqual([]);
    expect(await teamOf('user')).toEqual(['Sophia']);
    expect(await teamOf(`user:${owner}`)).toEqual(['Sophia', 'Karim']);
    expect(await teamOf('presence')).toEqual(['Sophia', 'Karim']);
    expect((await get(`user:${owner}`, `/${shown.id}`)).body.project['created_by']).toBeNull();
  });
});
