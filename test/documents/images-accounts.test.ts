/** The images document, its conventions and accounts: each request as it is printed, on the images door. */
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { departuresFrom, documentedFields } from '#test/documented.ts';
import { picture } from '#test/fixtures/pictures.ts';
import { type Atelier, startAtelier } from '#test/support.ts';

/** The printed body; the password of the document is on the list of common ones. */
const JOHN = {
  ...{ username: 'john_doe', email: 'john@example.com', password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' },
  ...{ first_name: 'John', last_name: 'Doe' },
};
const PROFILE = {
  ...{ bio: 'Créateur de contenu passionné', phone: '+33612345678', instagram_username: 'john_insta' },
  ...{ facebook_page_id: '123456789', twitter_username: 'john_twitter' },
};

let atelier: Atelier;
let token = '';
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const ask = (method: Method, url: string, payload?: object, authorization = `Bearer ${token}`): Promise<LightMyRequestResponse> =>
  atelier.doors.images.inject({ method, url, ...(payload ? { payload } : {}), headers: authorization ? { authorization } : {} });

let joined: LightMyRequestResponse;
beforeAll(async () => {
  atelier = await startAtelier();
  joined = await ask('POST', '/api/auth/register/', JOHN, '');
  token = joined.json<{ tokens: { access: string } }>().tokens.access;
});

describe('registration', () => {
  it('I-088 I-089 I-090 I-018 I-009 answers 201 without a token, with every printed field and a message in French', () => {
    expect([joined.statusCode, joined.headers['content-type']]).toEqual([201, 'application/json; charset=utf-8']);
    expect([documentedFields('images.auth.register').length, departuresFrom('images.auth.register', joined.json())]).toEqual([10, []]);
    const { username, email, first_name, last_name } = JOHN;
    expect(joined.json()).toMatchObject({ user: { username, email, first_name, last_name }, message: 'Utilisateur créé avec succès' });
  });

  it('I-019 asks for the password twice, and refuses one that is different', async () => {
    const other = { ...JOHN, username: 'jane', email: 'jane@example.com', password2: 'Another-Pass-1!' };
    const refused = await ask('POST', '/api/auth/register/', other, '');
    expect([refused.statusCode, Object.keys(refused.json().details)]).toEqual([400, ['password2']]);
    expect((await ask('POST', '/api/auth/login/', { username: 'jane', password: JOHN.password }, '')).statusCode).toBe(401);
  });
});

describe('signing in', () => {
  it('I-091 I-092 I-093 I-020 I-021 I-008 by username answers 200 with access, refresh and user', async () => {
    const reply = await ask('POST', '/api/auth/login/', { username: JOHN.username, password: JOHN.password }, '');
    expect(reply.statusCode).toBe(200);
    expect([documentedFields('images.auth.login').length, departuresFrom('images.auth.login', reply.json())]).toEqual([8, []]);
    expect((await ask('GET', '/api/auth/me/', undefined, `Bearer ${reply.json().access}`)).json()).toMatchObject({ username: 'john_doe' });
  });

  it('I-094 I-095 I-096 exchanges the refresh token for an access token that opens', async () => {
    const { refresh } = (await ask('POST', '/api/auth/login/', { username: JOHN.username, password: JOHN.password }, '')).json();
    const reply = await ask('POST', '/api/auth/token/refresh/', { refresh });
    expect([reply.statusCode, departuresFrom('images.auth.token_refresh', reply.json())]).toEqual([200, []]);
    expect((await ask('GET', '/api/auth/me/', undefined, `Bearer ${reply.json().access}`)).statusCode).toBe(200);
  });

  it('I-097 I-098 tells who one is', async () => {
    const reply = await ask('GET', '/api/auth/me/');
    expect([reply.statusCode, departuresFrom('images.auth.me', reply.json())]).toEqual([200, []]);
    expect(reply.json()).toMatchObject({ username: JOHN.username, email: JOHN.email });
  });
});

describe('the profile', () => {
  it('I-099 I-100 has every printed field, the picture included', async () => {
    const form = new FormData();
    form.set('avatar', new Blob([Uint8Array.from(await picture())], { type: 'image/jpeg' }), 'moi.jpg');
    const headers = { authorization: `Bearer ${token}` };
    await atelier.doors.images.inject({ method: 'PATCH', url: '/api/auth/profile/', payload: form, headers });
    await ask('PATCH', '/api/auth/profile/', PROFILE);
    const reply = await ask('GET', '/api/auth/profile/');
    expect([documentedFields('images.auth.profile.get').length, departuresFrom('images.auth.profile.get', reply.json())]).toEqual([12, []]);
  });

  it.each([
    ['I-023', 'bio', 'Photographe'],
    ['I-025', 'phone', '+221770000000'],
    ['I-026', 'instagram_username', 'john.dakar'],
    ['I-027', 'facebook_page_id', '987654321'],
    ['I-028', 'twitter_username', 'john_dkr'],
  ])('%s I-029 changes %s alone, and shows it again', async (_id, field, value) => {
    const before = (await ask('GET', '/api/auth/profile/')).json();
    expect((await ask('PATCH', '/api/auth/profile/', { [field]: value })).statusCode).toBe(200);
    const { updated_at: _then, ...after } = (await ask('GET', '/api/auth/profile/')).json();
    const { updated_at: _now, ...unchanged } = before;
    expect(after).toEqual({ ...unchanged, [field]: value });
  });

  it('I-101 I-102 takes the printed body', async () => {
    const body = { bio: 'Nouvelle bio', instagram_username: 'new_username' };
    const reply = await ask('PATCH', '/api/auth/profile/', body);
    expect([reply.statusCode, reply.json()]).toEqual([200, expect.objectContaining(body)]);
  });

  it('I-103 I-104 I-030 changes the password with the old one and the new one twice', async () => {
    const NEXT = 'New-Pass-123-long!';
    const change = (body: object) => ask('POST', '/api/auth/change-password/', body);
    const whole = { old_password: JOHN.password, new_password: NEXT, new_password2: NEXT };
    for (const [field, value] of [
      ['old_password', 'nothing-like-it'],
      ['new_password2', 'something-else'],
    ] as const) {
      const refused = await change({ ...whole, [field]: value });
      expect([refused.statusCode, Object.keys(refused.json().details)]).toEqual([400, [field]]);
    }
    expect((await change(whole)).statusCode).toBe(200);
    expect((await ask('POST', '/api/auth/login/', { username: JOHN.username, password: JOHN.password }, '')).statusCode).toBe(401);
    const again = await ask('POST', '/api/auth/login/', { username: JOHN.username, password: NEXT }, '');
    expect(again.statusCode).toBe(200);
    token = again.json().access;
  });
});

describe('conventions', () => {
  /** Every request that the document prints. */
  const REQUESTS = [
    ...['POST /api/auth/register/', 'POST /api/auth/login/', 'POST /api/auth/token/refresh/', 'GET /api/auth/me/'],
    ...['GET /api/auth/profile/', 'PATCH /api/auth/profile/', 'POST /api/auth/change-password/', 'POST /api/images/generate/'],
    ...['GET /api/images/', 'GET /api/images/1/', 'PATCH /api/images/1/validate/', 'DELETE /api/images/1/'],
    ...['GET /api/images/statistics/', 'GET /api/images/history/', 'GET /api/images/tags/', 'POST /api/scheduler/schedule/'],
    ...['GET /api/scheduler/posts/', 'GET /api/scheduler/posts/1/', 'PATCH /api/scheduler/posts/1/', 'POST /api/scheduler/posts/1/cancel/'],
    ...['POST /api/scheduler/posts/1/publish-now/', 'GET /api/scheduler/posts/1/analytics/', 'POST /api/scheduler/posts/1/sync-analytics/'],
    ...['GET /api/scheduler/statistics/', 'GET /api/scheduler/schedules/', 'POST /api/scheduler/schedules/'],
  ].map((line) => line.split(' ') as [Method, string]);
  const OPEN = ['/api/auth/register/', '/api/auth/login/', '/api/auth/token/refresh/'];

  it.each(REQUESTS)('I-002 %s %s is answered with its slash as without', async (method, url) => {
    const body = method === 'POST' || method === 'PATCH' ? {} : undefined;
    const [slashed, bare] = [await ask(method, url, body, ''), await ask(method, url.slice(0, -1), body, '')];
    expect([slashed.statusCode === 404, (await ask('GET', '/api/nowhere/', undefined, '')).statusCode]).toEqual([false, 404]);
    expect([bare.statusCode, bare.json()]).toEqual([slashed.statusCode, slashed.json()]);
  });

  it.each(REQUESTS)('I-003 I-013 %s %s asks for a token, but for registration, sign-in and renewal', async (method, url) => {
    const reply = await ask(method, url, method === 'POST' || method === 'PATCH' ? {} : undefined, '');
    if (OPEN.includes(url)) expect([reply.statusCode, reply.json().error]).toEqual([400, 'Données invalides']);
    else expect([reply.statusCode, reply.json()]).toEqual([401, { error: 'Authentification requise', details: {} }]);
  });

  it('I-004 reads Authorization: Bearer, and nothing else', async () => {
    expect((await ask('GET', '/api/auth/me/', undefined, `Bearer ${token}`)).statusCode).toBe(200);
    for (const header of [token, `Token ${token}`, `Basic ${token}`, 'Bearer x.y.z'])
      expect((await ask('GET', '/api/auth/me/', undefined, header)).statusCode, header.slice(0, 8)).toBe(401);
    const session = (await atelier.as('user')).cookie;
    expect((await atelier.doors.images.inject({ url: '/api/auth/me/', headers: { cookie: session } })).statusCode).toBe(401);
  });

  it('I-014 answers 403 to a form that another site sends with somebody’s session', async () => {
    const { cookie } = await atelier.as('user');
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    const url = '/api/images/generate/';
    const reply = await atelier.doors.site.inject({ method: 'POST', url, payload: { prompt: 'Un phare' }, headers });
    expect([reply.statusCode, reply.json()]).toEqual([403, { error: expect.stringMatching(/\S/), details: {} }]);
  });

  it('I-016 answers 500 in the printed form, and nothing of the cause', async () => {
    const { db } = atelier.database;
    await sql`alter table images.pictures rename to elsewhere`.execute(db);
    const reply = await ask('GET', '/api/images/');
    await sql`alter table images.elsewhere rename to pictures`.execute(db);
    expect([reply.statusCode, reply.json()]).toEqual([500, { error: 'Erreur interne du serveur', details: {} }]);
    expect((await ask('GET', '/api/images/')).statusCode).toBe(200);
  });
});
