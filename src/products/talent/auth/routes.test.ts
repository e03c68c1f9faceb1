import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { authenticatorCode, openSite, PASSWORD, type Site } from './test-site.ts';

let site: Site;
let person: { id: number; email: string };
beforeAll(async () => {
  site = await openSite(await freshDatabase());
  person = await site.person();
});

interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
  readonly cookie: Record<string, string>;
}
async function send(method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await site.door.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const session = answer.cookies.find(({ name }) => name === 'atelier_session')?.value ?? '';
  return { status: answer.statusCode, json: answer.json(), cookie: { cookie: `atelier_session=${session}` } };
}
const login = (body: object, headers?: Record<string, string>): Promise<Answer> => send('POST', '/api/v1/auth/login', body, headers);
const me = (headers: Record<string, string>): Promise<Answer> => send('GET', '/api/v1/auth/me', undefined, headers);

describe('T-546 POST /api/v1/auth/login', () => {
  it('T-638, T-641, T-778: v3 answers the person, a session, and the tokens of the other products', async () => {
    const answer = await login({ identifier: person.email, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      ...{ success: true, message: 'Login successful', token_type: 'bearer', expires_in: 3600 },
      user: { id: person.id, email: person.email, first_name: 'Aïcha', role: 'user', is_admin: false },
    });
    expect(await me({ authorization: `Bearer ${answer.json['access_token']}` })).toMatchObject({ status: 200 });
    expect(await me(answer.cookie)).toMatchObject({ status: 200, json: { success: true, user: { id: person.id, talents: [] } } });
    expect((await me(answer.cookie)).json).not.toHaveProperty('authenticated');
  });

  it('T-558, T-559, T-560, T-563, T-564, T-565: v2 signs in with `email`, and its session goes on in v2', async () => {
    const answer = await login({ email: person.email, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty('message');
    expect((await me(answer.cookie)).json).toMatchObject({ success: true, authenticated: true, user: { id: person.id } });
    expect((await send('POST', '/api/v1/auth/logout', undefined, answer.cookie)).json).toEqual({
      success: true,
      message: 'Deconnexion reussie',
    });
  });

  it('T-642, T-561: wrong credentials are said in the dialect of the body', async () => {
    const [v3, v2] = [await login({ identifier: person.email, password: 'no' }), await login({ email: person.email, password: 'no' })];
    expect(v3).toMatchObject({ status: 401, json: { success: false, error: 'Invalid credentials', code: 'AUTH_REQUIRED' } });
    expect(v2).toMatchObject({ status: 401, json: { success: false, error: 'Identifiants invalides', code: 'UNAUTHORIZED' } });
    await login({ identifier: person.email, password: PASSWORD });
  });

  it('T-643: missing fields are 400 in v3 and 422 in v2, each named', async () => {
    const v3 = await login({ identifier: person.email });
    expect(v3).toMatchObject({
      status: 400,
      json: { error: 'Missing required fields', code: 'VALIDATION_ERROR', details: { password: expect.any(String) } },
    });
    expect((await login({})).json).toMatchObject({ details: { identifier: expect.any(String), password: expect.any(String) } });
    expect(await login({ email: person.email })).toMatchObject({ status: 422, json: { code: 'VALIDATION_ERROR' } });
    expect(await login({ password: 'x' }, { 'api-version': '2' })).toMatchObject({ status: 422 });
    expect(await login({ identifier: 12, password: PASSWORD })).toMatchObject({ status: 400 });
  });

  it('T-131: the sixth failure in fifteen minutes is 429 with Retry-After', async () => {
    const { email } = await site.person();
    for (let n = 0; n < 5; n++) expect((await login({ identifier: email, password: 'no' })).status).toBe(401);
    const answer = await site.door.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { identifier: email, password: PASSWORD },
    });
    expect([answer.statusCode, answer.json()['code'], Number(answer.headers['retry-after']) > 0]).toEqual([429, 'RATE_LIMITED', true]);
    site.clock.advance(901);
  });

  it('a form on another site cannot sign its visitors in', async () => {
    const body = { identifier: person.email, password: PASSWORD };
    expect(await login(body, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, json: { code: 'CROSS_SITE' } });
    expect(await login(body, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  });

  it('asks for the second step with a code that programs can read', async () => {
    const { id, email } = await site.person();
    const secret = await site.identity.secondFactor.begin(id);
    const code = (): string => authenticatorCode(secret, site.clock.now());
    await site.identity.secondFactor.confirm(id, code());
    site.clock.advance(30);
    const body = { identifier: email, password: PASSWORD };
    expect(await login(body)).toMatchObject({ status: 401, json: { code: 'TOTP_REQUIRED' } });
    expect(await login({ ...body, totp: code() })).toMatchObject({ status: 200 });
  });

  it('says that a temporary password has to be changed, and keeps the API closed until then', async () => {
    const { email } = await site.person({ mustChangePassword: true });
    const answer = await login({ identifier: email, password: PASSWORD });
    expect(answer.json).toMatchObject({ must_change_password: true });
    expect(await send('GET', '/api/v1/private', undefined, answer.cookie)).toMatchObject({
      status: 403,
      json: { code: 'PASSWORD_CHANGE_REQUIRED' },
    });
    expect(await me(answer.cookie)).toMatchObject({ status: 200 });
    expect(await send('POST', '/api/v1/auth/logout', undefined, answer.cookie)).toMatchObject({ status: 200 });
  });
});

describe('signing out and asking who one is', () => {
  it('T-644, T-645, T-562: signing out ends the session on the server', async () => {
    const { cookie } = await login({ identifier: person.email, password: PASSWORD });
    expect(await send('POST', '/api/v1/auth/logout', undefined, cookie)).toMatchObject({
      status: 200,
      json: { message: 'Logout successful' },
    });
    expect(await me({ ...cookie, 'api-version': '3' })).toMatchObject({ status: 401, json: { error: 'Authentication required' } });
    expect((await send('POST', '/api/v1/auth/logout', undefined, cookie)).status).toBe(401);
  });

  it('T-648, T-566: signed out, v3 refuses and v2 says so', async () => {
    expect(await me({ 'api-version': '3' })).toMatchObject({
      status: 401,
      json: { success: false, error: 'Authentication required', code: 'AUTH_REQUIRED' },
    });
    expect(await me({ 'api-version': '2' })).toMatchObject({ status: 200, json: { success: true, authenticated: false } });
  });

  it('T-123: needs no form token, and a cookie from another site is refused', async () => {
    const { cookie } = await login({ identifier: person.email, password: PASSWORD });
    expect((await send('POST', '/api/v1/auth/logout', {}, { ...cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await me(cookie)).status).toBe(200);
  });

  it('a refresh token is exchanged for the next pair, once', async () => {
    const { json } = await login({ identifier: person.email, password: PASSWORD });
    const refresh = (token: unknown): Promise<Answer> => send('POST', '/api/v1/auth/refresh', { refresh_token: token });
    const next = await refresh(json['refresh_token']);
    expect(next).toMatchObject({ status: 200, json: { success: true, token_type: 'bearer', expires_in: 3600 } });
    expect(await refresh(json['refresh_token'])).toMatchObject({ status: 401 });
    expect(await refresh(next.json['refresh_token'])).toMatchObject({ status: 401 });
  });
});
