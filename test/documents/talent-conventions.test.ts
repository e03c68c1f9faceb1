/** What both talent documents say of every request: addresses, envelopes, pages, statuses. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, PASSWORD, startAtelier } from '#test/support.ts';

const run = promisify(execFile);
let atelier: Atelier;
let admin: Caller;
let person: Registered;
let own: Caller;
const V2 = { 'api-version': '2' };
const V3 = { 'api-version': '3' };
const ask = (options: InjectOptions, caller: Caller | null = admin): Promise<LightMyRequestResponse> =>
  caller ? caller.inject(options) : atelier.doors.site.inject(options);
const get = (url: string, headers = V3, caller: Caller | null = admin) => ask({ method: 'GET', url: `/api/v1${url}`, headers }, caller);
const said = (reply: LightMyRequestResponse): readonly unknown[] => [reply.statusCode, reply.json().success, reply.json().code];

beforeAll(async () => {
  atelier = await startAtelier({ listen: true });
  admin = await atelier.as('admin');
  person = await registerPerson(atelier);
  own = await atelier.signIn(person.email, PASSWORD);
  for (let n = 0; n < 24; n += 1) await registerPerson(atelier);
});

/** A request for each printed cause of an error, in the dialect that is given. */
const ERRORS: Readonly<Record<number, (headers: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>>> = {
  400: (headers) =>
    ask({
      method: 'PUT',
      url: `/api/v1/users/${person.id}`,
      payload: '{"bio":',
      headers: { ...headers, 'content-type': 'application/json' },
    }),
  401: (headers) => get('/users', headers as typeof V3, null),
  403: (headers) => get('/users', headers as typeof V3, own),
  404: (headers) => get('/users/99999999', headers as typeof V3),
  422: (headers) => ask({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload: { availability: 'demain' }, headers }),
  500: async (headers) => {
    await sql`alter table talent.member_details rename to elsewhere`.execute(atelier.database.db);
    const reply = await get(`/users/${person.id}`, headers as typeof V3);
    await sql`alter table talent.elsewhere rename to member_details`.execute(atelier.database.db);
    return reply;
  },
};

describe('version 2', () => {
  it.each([
    ['T-153', 400, 'BAD_REQUEST'],
    ['T-154', 401, 'UNAUTHORIZED'],
    ['T-155', 403, 'FORBIDDEN'],
    ['T-156', 404, 'NOT_FOUND'],
    ['T-157', 422, 'VALIDATION_ERROR'],
    ['T-158', 500, 'SERVER_ERROR'],
  ] as const)('%s T-147 T-145 error %i is JSON of {success: false, error, code: %s}', async (_id, status, code) => {
    const reply = await ERRORS[status]?.(V2);
    expect(reply?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect([reply?.statusCode, reply?.json()]).toEqual([
      status,
      expect.objectContaining({ success: false, error: expect.stringMatching(/\S/), code }),
    ]);
  });

  it('T-144 has its base at /api/v1: the same request anywhere else is no page of the API', async () => {
    expect((await get('/talents', V2)).json()).toMatchObject({ success: true });
    for (const url of ['/api/v2/talents', '/v1/talents', '/api/talents/1'])
      expect((await ask({ method: 'GET', url, headers: { ...V2, accept: 'application/json' } })).statusCode, url).toBe(404);
  });

  it.each(['/users', '/talents', '/cinema/talents', '/cinema/productions', '/cinema/projects', '/stats/overview', '/auth/me'])(
    'T-145 answers %s in JSON',
    async (url) => {
      const reply = await get(url, V2);
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
      expect(reply.json()).toMatchObject({ success: true });
    },
  );

  it('T-148 takes both printed headers, and refuses to change anything for a body that is not of them', async () => {
    const request = (headers: Readonly<Record<string, string>>) =>
      ask({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload: '{"bio":"Changée"}', headers: { ...V2, ...headers } });
    expect((await request({ 'content-type': 'text/plain' })).statusCode).toBe(403);
    expect((await get(`/users/${person.id}`, V2)).json().user.bio).toBeNull();
    expect((await request({ 'content-type': 'application/json', accept: 'application/json' })).statusCode).toBe(200);
    expect((await get(`/users/${person.id}`, V2)).json().user.bio).toBe('Changée');
  });

  it('T-149 T-150 pages: the first of 20 when nothing is said, at most 100', async () => {
    const first = (await get('/users', V2)).json();
    expect(first).toMatchObject({ page: 1, per_page: 20, total: 25, pages: 2 });
    expect([first.users.length, (await get('/users?page=2', V2)).json().users.length]).toEqual([20, 5]);
    expect((await get('/users?per_page=10&page=3', V2)).json()).toMatchObject({ page: 3, per_page: 10, pages: 3 });
    expect((await get('/users?per_page=500', V2)).json()).toMatchObject({ per_page: 100, pages: 1 });
  });

  it('T-152 knows who asks by the session cookie of the sign-in', async () => {
    const reply = await ask({ method: 'POST', url: '/api/v1/auth/login', payload: { email: person.email, password: PASSWORD } }, null);
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const me = (headers: Readonly<Record<string, string>>) =>
      ask({ method: 'GET', url: '/api/v1/auth/me', headers: { ...V2, ...headers } }, null);
    expect((await me({ cookie })).json()).toMatchObject({ authenticated: true, user: { id: person.id } });
    expect((await me({})).json()).toMatchObject({ authenticated: false });
  });
});

describe('the printed clients', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'atelier-clients-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('T-159 Python with requests: login, users, a CINEMA talent by code, logout', async () => {
    const script = join(folder, 'client.py');
    writeFileSync(
      script,
      `import json, sys, requests
BASE_URL = sys.argv[1] + "/api/v1"
session = requests.Session()
response = session.post(f"{BASE_URL}/auth/login", json={"email": sys.argv[2], "password": sys.argv[3]})
users = session.get(f"{BASE_URL}/users", params={"page": 1, "per_page": 50, "country_id": 1})
talent = session.get(f"{BASE_URL}/cinema/talents/code/MACAS000001F")
out = session.post(f"{BASE_URL}/auth/logout")
after = session.get(f"{BASE_URL}/users")
print(json.dumps([response.status_code, users.json()["per_page"], len(users.json()["users"]), talent.json()["code"], out.json(), after.status_code]))
`,
    );
    const boss = await registerPerson(atelier, {}, 'admin');
    const { stdout } = await run('/usr/bin/python3', [script, atelier.url, boss.email, PASSWORD]);
    expect(JSON.parse(stdout)).toEqual([200, 50, 26, 'NOT_FOUND', { success: true, message: 'Deconnexion reussie' }, 401]);
  });

  it('T-161 cURL with a cookie jar: login, then users with the jar', async () => {
    const boss = await registerPerson(atelier, { country_id: 2 }, 'admin');
    const jar = join(folder, 'cookies.txt');
    const curl = async (...words: string[]) => JSON.parse((await run('curl', ['-s', ...words])).stdout);
    const body = JSON.stringify({ email: boss.email, password: PASSWORD });
    const json = ['-H', 'Content-Type: application/json'];
    expect(await curl('-X', 'POST', `${atelier.url}/api/v1/auth/login`, ...json, '-d', body, '-c', jar)).toMatchObject({ success: true });
    expect(readFileSync(jar, 'utf8')).toContain('atelier_session');
    expect(await curl(`${atelier.url}/api/v1/users?page=1&per_page=20`, '-b', jar)).toMatchObject({ success: true, per_page: 20 });
    expect(await curl(`${atelier.url}/api/v1/users`)).toMatchObject({ success: false });
  });
});

describe('version 3', () => {
  it('T-162 names fields at fault: {success: false, error, code, details{field}}', async () => {
    const reply = await ask({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload: { availability: 'demain' }, headers: V3 });
    expect(reply.json()).toEqual({
      ...{ success: false, error: 'Validation failed', code: 'VALIDATION_ERROR' },
      details: { availability: expect.stringMatching(/\S/) },
    });
  });

  it.each([
    ['T-166', 400, 'VALIDATION_ERROR'],
    ['T-167', 401, 'AUTH_REQUIRED'],
    ['T-168', 403, 'FORBIDDEN'],
    ['T-169', 404, 'NOT_FOUND'],
    ['T-173', 500, 'SERVER_ERROR'],
  ] as const)('%s answers %i with %s', async (_id, status, code) => {
    const reply = await ERRORS[status]?.(V3);
    expect(reply && said(reply)).toEqual([status, false, code]);
  });

  it('T-163 answers 200 to a reading', async () => expect(said(await get('/talents'))).toEqual([200, true, undefined]));

  it('T-164 answers 201 to what is made, T-170 409 to an e-mail address that is taken', async () => {
    const newcomer = { first_name: 'Omar', last_name: 'Ba', email: 'omar@test.example', password: PASSWORD, gender: 'M' };
    const payload = { ...newcomer, date_of_birth: '1990-01-01', country_id: 1, city_id: 1 };
    const send = () => ask({ method: 'POST', url: '/api/v1/auth/register', payload, headers: V3 }, null);
    expect(said(await send())).toEqual([201, true, undefined]);
    expect(said(await send())).toEqual([409, false, 'DUPLICATE_EMAIL']);
  });

  it('T-165 answers 204 without a body to the end of an upload', async () => {
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-length': '10',
      'upload-metadata': `purpose ${btoa('photo')},filename ${btoa('a.jpg')}`,
    };
    const made = await ask({ method: 'POST', url: '/uploads', headers }, own);
    const gone = await ask({ method: 'DELETE', url: String(made.headers['location']), headers: { 'tus-resumable': '1.0.0' } }, own);
    expect([made.statusCode, gone.statusCode, gone.body]).toEqual([201, 204, '']);
  });

  it('T-171 answers 422 to fields at fault where version 2 is spoken', async () => expect((await ERRORS[422]?.(V2))?.statusCode).toBe(422));

  it('T-172 answers 429 to the sixth wrong password in a quarter of an hour, and says when to come back', async () => {
    const strict = await startAtelier({ environment: { RATE_LIMIT_SCALE: '1' } });
    const { email } = await registerPerson(strict);
    const wrong = { method: 'POST', url: '/api/v1/auth/login', payload: { identifier: email, password: 'not-it-at-all' } } as const;
    for (let n = 0; n < 5; n += 1) expect((await strict.doors.site.inject(wrong)).statusCode).toBe(401);
    const refused = await strict.doors.site.inject(wrong);
    expect([...said(refused), Number(refused.headers['retry-after']) > 0]).toEqual([429, false, 'RATE_LIMITED', true]);
  });

  it('T-179 pages by page and limit: the first of 20 when nothing is said, at most 100', async () => {
    expect((await get('/users')).json()).toMatchObject({ page: 1, limit: 20 });
    const second = (await get('/users?page=2&limit=7')).json();
    expect([second.page, second.limit, second.users.length, second.total_pages]).toEqual([2, 7, 7, Math.ceil(second.total / 7)]);
    expect((await get('/users?limit=101')).json()).toMatchObject({ limit: 100 });
  });
});
