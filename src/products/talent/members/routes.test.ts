import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { departures, LEAST, openTalentHouse, type TalentHouse, WHOLE } from '../testing.ts';

const documented = JSON.parse(readFileSync(new URL('../../../../test/fixtures/spec/talent.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
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
    ['v3.users.list', '/api/v1/users'],
    ['v3.users.get', '/api/v1/users/OWNER'],
    ['v2.users.list', '/api/v1/users'],
    ['v2.users.get', '/api/v1/users/OWNER'],
    ['v3.talents.list', '/api/v1/talents'],
    ['v3.talents.get', '/api/v1/talents/1'],
    ['v2.talents.list', '/api/v1/talents'],
    ['v2.talents.get', '/api/v1/talents/1'],
    ['v2.talents.users', '/api/v1/talents/1/users'],
    ['v3.countries.list', '/api/v1/countries'],
    ['v3.cities.list', '/api/v1/cities?country_code=MA'],
  ])('%s: the printed keys, in order, with their types', async (name, url) => {
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

  it('users/code/:code answers the same person in any case', async () => {
    const client = await house.as(ids.admin, 2);
    const byId = (await client.get(`/api/v1/users/${ids.owner}`)).json();
    expect((await client.get('/api/v1/users/code/mam0001rab')).json()).toEqual(byId);
    expect((await client.get('/api/v1/users/code/ZZM9999ZZZ')).statusCode).toBe(404);
  });

  it('me and the person of a sign-in (T-186)', async () => {
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

describe('PUT /users/:id', () => {
  it('takes the documented bodies of both dialects and answers as printed', async () => {
    const v3 = await (await house.as(ids.admin, 3)).put(`/api/v1/users/${ids.owner}`, {
      availability: 'disponible_maintenant',
      work_mode: 'a_distance',
      rate_range: '75000-125000',
      account_active: true,
    });
    expect(v3.statusCode, v3.body).toBe(200);
    expect(departures(documented['v3.users.update'], v3.json())).toEqual([]);
    expect(v3.json().message).toBe('User updated successfully');
    const body = {
      first_name: 'Jean',
      last_name: 'Dupont',
      phone: '+212600000001',
      bio: 'Nouvelle biographie',
      availability: 'Flexible',
      account_active: true,
    };
    const v2 = await (await house.as(ids.admin, 2)).put(`/api/v1/users/${ids.owner}`, body);
    expect(v2.statusCode, v2.body).toBe(200);
    expect(v2.json()).toMatchObject({
      success: true,
      message: 'Utilisateur mis a jour',
      user: { ...body, account_active: true, work_mode: 'a_distance' },
    });
    expect(await house.identity.find(house.db, ids.owner)).toMatchObject({ firstName: 'Jean', lastName: 'Dupont' });
    const back = await (await house.as(ids.admin, 2)).put(`/api/v1/users/${ids.owner}`, { availability: 'non_disponible' });
    expect(back.json().user.availability).toBe('non_disponible');
  });

  it('lets people change their own profile and nobody else’s', async () => {
    const owner = await house.as(ids.owner);
    expect((await owner.put(`/api/v1/users/${ids.owner}`, { bio: 'Moi', talents: [3], is_public: true, linkedin: '' })).statusCode).toBe(
      200,
    );
    const { user } = (await owner.get(`/api/v1/users/${ids.owner}`)).json();
    expect(user).toMatchObject({ bio: 'Moi', talents: [{ id: 3 }], social_media: { linkedin: null } });
    expect((await owner.put(`/api/v1/users/${ids.shy}`, { bio: 'Pas moi' })).statusCode).toBe(403);
    expect((await (await house.as(ids.casting)).put(`/api/v1/users/${ids.shy}`, { bio: 'x' })).statusCode).toBe(403);
    expect((await (await house.as(null)).put(`/api/v1/users/${ids.shy}`, { bio: 'x' })).statusCode).toBe(401);
    expect((await (await house.as(ids.admin)).put('/api/v1/users/99999999', { bio: 'x' })).statusCode).toBe(404);
  });

  it('refuses the whole change when one field is unknown, forbidden or wrong, and names it', async () => {
    const owner = await house.as(ids.owner);
    const admin = await house.as(ids.admin);
    const before = (await admin.get(`/api/v1/users/${ids.owner}`)).json();
    const cases = [
      [owner, { bio: 'changed', profile_score: 100 }, 400, 'VALIDATION_ERROR', ['profile_score']],
      [owner, { bio: 'changed', account_active: false }, 403, 'FORBIDDEN', ['account_active']],
      [owner, { bio: 'changed', is_admin: true, role: 'admin' }, 403, 'FORBIDDEN', ['is_admin', 'role']],
      [admin, { bio: 'changed', is_admin: true }, 403, 'FORBIDDEN', ['is_admin']],
      [
        admin,
        { bio: 'changed', availability: 'no-such-value', years_experience: 'many' },
        400,
        'VALIDATION_ERROR',
        ['availability', 'years_experience'],
      ],
      [admin, { bio: 'changed', residence_city_id: 999999 }, 400, 'VALIDATION_ERROR', ['residence_city_id']],
      [admin, { bio: 'changed', email: 'person2@example.com', first_name: '' }, 400, 'VALIDATION_ERROR', ['first_name']],
      [admin, { bio: 'changed', account_active: null }, 400, 'VALIDATION_ERROR', ['account_active']],
    ] as const;
    for (const [client, body, status, code, fields] of cases) {
      const answer = await client.put(`/api/v1/users/${ids.owner}`, body);
      expect(answer.statusCode, JSON.stringify(body)).toBe(status);
      expect(answer.json()).toMatchObject({ success: false, code });
      expect(Object.keys(answer.json().details).sort()).toEqual(fields);
    }
    const duplicate = await admin.put(`/api/v1/users/${ids.owner}`, { bio: 'changed', email: 'person2@example.com' });
    expect([duplicate.statusCode, duplicate.json().code]).toEqual([409, 'DUPLICATE_EMAIL']);
    expect((await admin.get(`/api/v1/users/${ids.owner}`)).json()).toEqual(before);
    const v2 = await (await house.as(ids.admin, 2)).put(`/api/v1/users/${ids.owner}`, { availability: 'no-such-value' });
    expect([v2.statusCode, v2.json().error]).toEqual([422, 'Données invalides']);
    expect((await admin.put(`/api/v1/users/${ids.owner}`, [] as never)).statusCode).toBe(400);
  });

  it('only the super-administrator names administrators, and nobody changes their own role', async () => {
    const boss = await house.as(ids.boss);
    const { id } = await house.person();
    expect((await boss.put(`/api/v1/users/${id}`, { is_admin: true })).statusCode).toBe(200);
    expect((await boss.get(`/api/v1/users/${id}`)).json().user.is_admin).toBe(true);
    // A peer's address would be a way into their account.
    expect((await (await house.as(ids.admin)).put(`/api/v1/users/${id}`, { email: 'taken.over@example.com' })).statusCode).toBe(403);
    expect((await (await house.as(ids.admin)).post(`/api/v1/users/${id}/toggle-active`)).statusCode).toBe(403);
    expect((await boss.put(`/api/v1/users/${id}`, { role: 'casting' })).statusCode).toBe(200);
    expect((await boss.put(`/api/v1/users/${ids.boss}`, { role: 'user' })).statusCode).toBe(403);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from kernel.security_logs where event_type = 'role_changed'`.execute(house.db);
    expect(rows[0]?.n).toBe(2);
  });

  it('keeps the code when the origin changes, follows the residence, and scores again', async () => {
    const { id, code } = await house.person();
    const admin = await house.as(ids.admin);
    expect((await admin.get(`/api/v1/users/${id}`)).json().user.profile_score).toBe(25);
    await admin.put(`/api/v1/users/${id}`, { country_id: 2, residence_city_id: 2, phone: '06 22 22 22 22', portfolio_url: 'https://a.ma' });
    expect((await admin.get(`/api/v1/users/${id}`)).json().user).toMatchObject({
      unique_code: code,
      country: 'Sénégal',
      city: 'Casablanca',
      phone: '+212622222222',
      profile_score: 40,
    });
    expect((await admin.put(`/api/v1/users/${id}`, { residence_country_id: 2 })).json().details).toHaveProperty('residence_city_id');
  });
});

describe('closing and deleting (C-047, C-197)', () => {
  it('toggles with the printed words and ends the sessions', async () => {
    const { id } = await house.person({ is_public: true });
    const [theirs, admin] = [await house.as(id), await house.as(ids.admin)];
    const off = await admin.post(`/api/v1/users/${id}/toggle-active`);
    expect(off.json()).toEqual({ success: true, message: 'User account deactivated', account_active: false });
    expect((await theirs.get(`/api/v1/users/${id}`)).statusCode).toBe(401);
    expect((await (await house.as(ids.presence)).get(`/api/v1/users/${id}`)).statusCode).toBe(404);
    const on = await admin.post(`/api/v1/users/${id}/toggle-active`);
    expect(on.json()).toEqual(documented['v3.users.toggle_active']);
    expect((await admin.post(`/api/v1/users/${ids.admin}/toggle-active`)).statusCode).toBe(403);
    expect((await (await house.as(ids.owner)).post(`/api/v1/users/${id}/toggle-active`)).statusCode).toBe(403);
  });

  it('deletes the person with their files, never an administrator', async () => {
    const victim = await house.person({ ...WHOLE, email: 'victim@example.com' }, { cv });
    const admin = await house.as(ids.admin, 2);
    expect((await (await house.as(victim.id)).delete(`/api/v1/users/${victim.id}`)).statusCode).toBe(403);
    const refused = await (await house.as(ids.admin, 3)).delete(`/api/v1/users/${ids.boss}`);
    expect([refused.statusCode, refused.json().error]).toEqual([403, 'Cannot delete admin users']);
    expect((await admin.delete(`/api/v1/users/${victim.id}`)).json()).toEqual(documented['v2.users.delete']);
    for (const name of [victim.cvFile, victim.qrFile]) expect(await house.files.find(house.db, name ?? '')).toBeNull();
    expect(await house.identity.find(house.db, victim.id)).toBeNull();
    expect((await admin.delete(`/api/v1/users/${victim.id}`)).statusCode).toBe(404);
    expect((await house.person({ email: 'victim@example.com' })).code).not.toBe(victim.code);
  });
});

describe('registration by an administrator', () => {
  it('sends a temporary password that the mail log will not keep', async () => {
    const request = {
      viewer: { role: 'admin', accountId: ids.admin, name: 'A', email: 'a@b.c', code: null },
      headers: {},
      ip: '127.0.0.1',
      method: 'POST',
      url: '/',
    } as never;
    const member = await house.members.createByAdmin(request, { ...LEAST, email: 'made@example.com' });
    const letter = house.letters.at(-1);
    expect(letter).toMatchObject({
      template: 'login_credentials',
      to: 'made@example.com',
      sentBy: ids.admin,
      redact: [expect.stringMatching(/^\w{14}$/)],
    });
    expect(letter?.text).toContain(letter?.redact?.[0]);
    expect(await house.identity.find(house.db, member.id)).toMatchObject({ mustChangePassword: true });
    await expect(house.members.createByAdmin(request, { ...LEAST, email: 'x@example.com' }, { role: 'admin' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
