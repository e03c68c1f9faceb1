/** The endpoints that the technical document lists, with the access it says. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCinemaPerson } from '#test/cinema-people.ts';
import { departuresFrom, documentedFields } from '#test/documented.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, PASSWORD, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let admin: Caller;
let person: Registered;
let own: Caller;
let talent = 0;
const status = async (caller: Caller | null, method: 'GET' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<number> => {
  const request = { method, url, ...(payload ? { payload } : {}) };
  return (await (caller ? caller.inject(request) : atelier.doors.site.inject(request))).statusCode;
};

beforeAll(async () => {
  atelier = await startAtelier();
  admin = await atelier.as('admin');
  person = await registerPerson(atelier);
  own = await atelier.signIn(person.email, PASSWORD);
  const editor = await registerPerson(atelier, {}, 'admin');
  const code = await registerCinemaPerson(editor.visitor);
  talent = (await admin.inject({ method: 'GET', url: `/api/v1/cinema/talents/code/${code}` })).json().talent.id;
});

describe('signing in', () => {
  it.each(['email', 'code'])('T-779 T-780 T-640 takes identifier (%s) and password, and answers every printed field', async (by) => {
    const payload = { identifier: by === 'email' ? person.email : person.code, password: PASSWORD };
    const reply = await atelier.doors.site.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
    expect([reply.statusCode, documentedFields('talent.technical.auth.login').length]).toEqual([200, 7]);
    expect(departuresFrom('talent.technical.auth.login', reply.json())).toEqual([]);
    const { password: _none, ...without } = payload;
    const refused = await atelier.doors.site.inject({ method: 'POST', url: '/api/v1/auth/login', payload: without });
    expect([refused.statusCode, Object.keys(refused.json().details)]).toEqual([400, ['password']]);
  });

  it('T-646 GET /auth/me answers 200 to who is signed in and 401 to who is not', async () => {
    expect([await status(own, 'GET', '/api/v1/auth/me'), await status(null, 'GET', '/api/v1/auth/me')]).toEqual([200, 401]);
  });
});

describe('people', () => {
  it('T-781 GET /users is for administrators: 200, 403 to others, 401 to strangers', async () => {
    const reply = await admin.inject({ method: 'GET', url: '/api/v1/users' });
    expect(reply.json().users.map(({ id }: { id: number }) => id)).toContain(person.id);
    expect([await status(admin, 'GET', '/api/v1/users'), await status(own, 'GET', '/api/v1/users')]).toEqual([200, 403]);
    expect(await status(null, 'GET', '/api/v1/users')).toBe(401);
  });

  it('T-782 GET /users/:id answers a session, and no stranger', async () => {
    expect((await own.inject({ method: 'GET', url: `/api/v1/users/${person.id}` })).json().user).toMatchObject({
      unique_code: person.code,
    });
    expect(await status(null, 'GET', `/api/v1/users/${person.id}`)).toBe(401);
  });

  it('T-783 PUT /users/:id is for administrators: anybody’s; others change only themselves', async () => {
    const other = await registerPerson(atelier);
    const url = `/api/v1/users/${other.id}`;
    expect([await status(admin, 'PUT', url, { bio: 'A' }), await status(own, 'PUT', url, { bio: 'B' })]).toEqual([200, 403]);
    expect((await admin.inject({ method: 'GET', url })).json().user.bio).toBe('A');
  });

  it('T-784 DELETE /users/:id is for administrators', async () => {
    const url = `/api/v1/users/${(await registerPerson(atelier)).id}`;
    expect([await status(own, 'DELETE', url), await status(null, 'DELETE', url)]).toEqual([403, 401]);
    expect([await status(admin, 'DELETE', url), await status(admin, 'GET', url)]).toEqual([200, 404]);
  });
});

describe('CINEMA and figures', () => {
  it.each([
    ['T-785', '/cinema/talents', 'talents'],
    ['T-787', '/cinema/productions', 'productions'],
  ])('%s GET %s answers a session with its list', async (_id, url, list) => {
    const reply = await own.inject({ method: 'GET', url: `/api/v1${url}` });
    expect([reply.statusCode, reply.json().success, Array.isArray(reply.json()[list])]).toEqual([200, true, true]);
  });

  it('T-786 GET /cinema/talents/:id answers a session with the person', async () => {
    const reply = await own.inject({ method: 'GET', url: `/api/v1/cinema/talents/${talent}` });
    expect([reply.statusCode, reply.json().talent.id]).toEqual([200, talent]);
  });

  it.each([
    ['T-789', 'overview'],
    ['T-790', 'users'],
  ])('%s GET /stats/%s answers administrators (decided: C-039), and refuses others', async (_id, name) => {
    const reply = await admin.inject({ method: 'GET', url: `/api/v1/stats/${name}` });
    expect([reply.statusCode, typeof reply.json().stats]).toEqual([200, 'object']);
    expect([await status(own, 'GET', `/api/v1/stats/${name}`), await status(null, 'GET', `/api/v1/stats/${name}`)]).toEqual([403, 401]);
  });

  it('T-791 T-204 GET /stats/cinema answers any session', async () => {
    const reply = await own.inject({ method: 'GET', url: '/api/v1/stats/cinema' });
    expect([reply.statusCode, JSON.stringify(reply.json()).includes('1')]).toEqual([200, true]);
    expect(await status(null, 'GET', '/api/v1/stats/cinema')).toBe(401);
  });
});
