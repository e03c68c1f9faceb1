import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { departures, documented, openTalentHouse, type TalentHouse, WHOLE } from '#test/talent-house.ts';

const cv = { content: Buffer.from('%PDF-1.7'), extension: 'pdf', mediaType: 'application/pdf' };
/** Counters that go out under the names of both documents (DECISIONS, 2), and `imdb` and its neighbours among the networks. */
const extra = [
  'page',
  'twitter',
  'per_page',
  'pages',
  'limit',
  'total_pages',
  'user_count',
  'users_count',
  'tag',
  'instagram',
  'facebook',
  'behance',
  'dribbble',
  'threads',
  'imdb',
];

let house: TalentHouse;
const ids = { owner: 0, shy: 0, admin: 0, boss: 0, casting: 0, presence: 0 };
beforeAll(async () => {
  house = await openTalentHouse();
  const analysis = { summary: 'Développeur senior', skills: ['React'], score: 85 };
  ids.owner = (
    await house.person({ ...WHOLE, email: 'owner@example.com' }, { cv, photo: { ...cv, extension: 'jpg', mediaType: 'image/jpeg' } })
  ).id;
  await house.members.recordCvAnalysis(ids.owner, analysis);
  ids.shy = (await house.person({ phone: '0611111111' })).id;
  ids.admin = (await house.person({}, { role: 'admin' })).id;
  ids.boss = (await house.person({}, { role: 'super_admin' })).id;
  ids.casting = (await house.person({}, { role: 'casting' })).id;
  ids.presence = (await house.person({}, { role: 'presence' })).id;
});

describe('the documented answers', () => {
  it.each([
    ['v3.users.list', '/api/v1/users', 'T-649 T-660'],
    ['v3.users.get', '/api/v1/users/OWNER', 'T-661 T-662'],
    ['v2.users.list', '/api/v1/users', 'T-567 T-576'],
    ['v2.users.get', '/api/v1/users/OWNER', 'T-577 T-578'],
    ['v3.talents.list', '/api/v1/talents', 'T-681 T-682'],
    ['v3.talents.get', '/api/v1/talents/1', 'T-683 T-684'],
    ['v2.talents.list', '/api/v1/talents', 'T-586 T-589'],
    ['v2.talents.get', '/api/v1/talents/1', 'T-590 T-591'],
    ['v2.talents.users', '/api/v1/talents/1/users', 'T-592 T-593'],
    ['v3.countries.list', '/api/v1/countries', 'T-685 T-686'],
    ['v3.cities.list', '/api/v1/cities?country_code=MA', 'T-687 T-689'],
  ])('%s: the printed keys of %s, in order, with their types (%s)', async (name, url) => {
    const client = await house.as(ids.admin, name.startsWith('v2') ? 2 : 3);
    const answer = await client.get(url.replace('OWNER', String(ids.owner)));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const body = answer.json();
    // What a new installation leaves empty says nothing about shapes: the person with everything is looked at.
    if (body.users?.length > 1) body.users = body.users.filter((user: { id: number }) => user.id === ids.owner);
    expect(departures(documented[name], body, name, { extra })).toEqual([]);
  });

  it('v3 and v2 detail carry the values of the person (T-086, C-080, C-081, C-086)', async () => {
    const v3 = (await (await house.as(ids.owner, 3)).get(`/api/v1/users/${ids.owner}`)).json().user;
    expect(v3).toMatchObject({
      age: 35,
      phone: '+212600000000',
      country: 'Maroc',
      city: 'Rabat',
      is_admin: false,
      created_at: '2025-10-26T15:30:00',
    });
    expect(v3).toMatchObject({
      availability: 'disponible_maintenant',
      cv_analysis: { score: 85 },
      qr_code_url: '/static/uploads/qrcodes/MAM0001RAB.png',
    });
    expect(v3.photo_url).toMatch(/^\/static\/uploads\/photos\/[0-9a-f]{32}\.jpg$/);
    const v2 = (await (await house.as(ids.owner, 2)).get(`/api/v1/users/${ids.owner}`)).json().user;
    expect(v2).toMatchObject({
      availability: 'Temps plein',
      country: { id: 1, name: 'Maroc', code: 'MA' },
      city: { id: 1, code: 'RAB' },
      created_at: '2025-10-26T15:30:00Z',
    });
    expect(v2).toMatchObject({
      residence_city: { name: 'Rabat' },
      linkedin: 'https://linkedin.com/in/ahmedbenali',
      nationality: 'Marocaine',
    });
  });

  it('users/code/:code answers the same person in any case (T-584, T-585)', async () => {
    const client = await house.as(ids.admin, 2);
    const byId = (await client.get(`/api/v1/users/${ids.owner}`)).json();
    expect((await client.get('/api/v1/users/code/mam0001rab')).json()).toEqual(byId);
    expect((await client.get('/api/v1/users/code/ZZM9999ZZZ')).statusCode).toBe(404);
  });

  it('me and the person of a sign-in (T-186, T-560, T-641, T-647)', async () => {
    const { people } = house.members;
    expect(departures(documented['v3.auth.me'], { success: true, user: await people.me(ids.owner, 3) }, 'me', { extra })).toEqual([]);
    for (const [name, dialect] of [
      ['v3.auth.login', 3],
      ['v2.auth.login', 2],
    ] as const) {
      const example = documented[name] as { user: object };
      expect(departures(example.user, await people.loginUser(ids.owner, dialect))).toEqual([]);
    }
    const bare = await house.db
      .transaction()
      .execute((tx) => house.identity.createAccount(tx, { email: 'bare@example.com', passwordHash: null, firstName: 'B', lastName: 'C' }));
    expect(await people.me(bare.id, 3)).toMatchObject({ id: bare.id, unique_code: null, talents: [], phone: null });
    expect(await people.me(bare.id, 2)).toMatchObject({ id: bare.id, unique_code: null, country: null });
  });
});

describe('who sees whom (C-032..C-035, DECISIONS 4)', () => {
  it.each([
    [null, 401, 401],
    ['owner', 403, 200],
    ['presence', 403, 200],
    ['casting', 200, 200],
    ['admin', 200, 200],
  ] as const)('%s: list %i, detail of a public person %i', async (who, list, detail) => {
    const client = await house.as(who ? ids[who] : null);
    expect((await client.get('/api/v1/users')).statusCode).toBe(list);
    expect((await client.get(`/api/v1/users/${ids.owner}`)).statusCode).toBe(detail);
  });

  it('a stranger to the person gets the card without contacts, and 403 when there is no public card', async () => {
    const client = await house.as(ids.presence);
    const { user } = (await client.get(`/api/v1/users/${ids.owner}`)).json();
    expect(user).toMatchObject({ first_name: 'Ahmed', age: 35, bio: expect.any(String), portfolio_url: 'https://ahmedbenali.com' });
    for (const hidden of ['email', 'phone', 'whatsapp', 'address', 'date_of_birth', 'website', 'rate_range', 'cv_url', 'cv_analysis'])
      expect(user[hidden], hidden).toBeNull();
    expect(Object.values(user.social_media).every((link) => link === null)).toBe(true);
    const refused = await client.get(`/api/v1/users/${ids.shy}`);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toEqual({ success: false, error: 'Access denied', code: 'FORBIDDEN' });
    expect((await client.get('/api/v1/users/99999999')).json()).toEqual({ success: false, error: 'User not found', code: 'NOT_FOUND' });
    expect((await client.get('/api/v1/users/abc')).statusCode).toBe(404);
  });

  it('leaves a trace when a recruiter reads contacts, none when an administrator does', async () => {
    const traces = async (): Promise<number> =>
      (await sql<{ n: number }>`select count(*)::int as n from kernel.activity_logs where action_type = 'contacts_read'`.execute(house.db))
        .rows[0]?.n ?? 0;
    const before = await traces();
    await (await house.as(ids.admin)).get(`/api/v1/users/${ids.shy}`);
    expect(await traces()).toBe(before);
    const casting = await house.as(ids.casting);
    expect((await casting.get(`/api/v1/users/${ids.shy}`)).json().user.phone).toBe('+212611111111');
    await casting.get('/api/v1/users');
    await casting.get('/api/v1/users');
    expect(await traces()).toBe(before + 3);
  });

  it('strangers find only public people of a talent, without e-mail', async () => {
    await house.members.update(
      { viewer: { role: 'admin', accountId: ids.admin }, headers: {}, ip: '127.0.0.1', method: 'PUT', url: '/' } as never,
      ids.shy,
      { talents: [1] },
    );
    const anonymous = (await (await house.as(null, 3)).get('/api/v1/talents/1')).json().talent;
    expect(anonymous.user_count).toBe(2);
    expect(anonymous.users.map((u: { id: number }) => u.id)).toEqual([ids.owner]);
    const other = (await (await house.as(ids.presence, 2)).get('/api/v1/talents/1/users')).json();
    expect(other).toMatchObject({ total: 1, users: [{ id: ids.owner, email: null }] });
    expect((await (await house.as(null)).get('/api/v1/talents/1/users')).statusCode).toBe(401);
    expect((await (await house.as(ids.admin)).get('/api/v1/talents/999')).statusCode).toBe(404);
  });
});
