import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '#kernel/http/door.ts';
import { type Atelier, startAtelier } from '#test/support.ts';

const PERSON = {
  ...{ username: 'john_doe', email: 'john@example.com', password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' },
  ...{ first_name: 'John', last_name: 'Doe' },
};
const NEXT = 'Another-Pass-456!';

describe.each(['images', 'site'] as const)('accounts of the image studio on the %s door', (name) => {
  let atelier: Atelier;
  let door: Door;
  let token = '';
  const ask = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, bearer = token): Promise<LightMyRequestResponse> =>
    door.inject({ method, url, ...(payload ? { payload } : {}), headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });

  beforeAll(async () => {
    atelier = await startAtelier();
    door = atelier.doors[name];
  });

  it('I-001 joins with a pair of tokens', async () => {
    const reply = await ask('POST', '/api/auth/register/', PERSON);
    expect(reply.statusCode).toBe(201);
    const { user, tokens, message } = reply.json<{ user: object; tokens: { access: string; refresh: string }; message: string }>();
    expect(user).toMatchObject({ username: 'john_doe', email: 'john@example.com', first_name: 'John', last_name: 'Doe' });
    expect(message).toBe('Utilisateur créé avec succès');
    expect(tokens.access).toMatch(/^ey/);
    token = tokens.access;
  });

  it('names every fault of a registration at once, in French, and stores nothing', async () => {
    const reply = await ask('POST', '/api/auth/register/', { email: 'not-an-address', password: 'short', password2: 'other' }, '');
    expect(reply.statusCode).toBe(400);
    const { error, details } = reply.json<{ error: string; details: Record<string, string[]> }>();
    expect(error).toBe('Données invalides');
    expect(Object.keys(details).sort()).toEqual(['email', 'password', 'password2', 'username']);
    expect(details['username']).toEqual(['Ce champ est requis.']);
  });

  it('says which name or address is taken', async () => {
    const reply = await ask('POST', '/api/auth/register/', { ...PERSON, email: 'other@example.com' }, '');
    expect([reply.statusCode, Object.keys(reply.json<{ details: object }>().details)]).toEqual([400, ['username']]);
    const again = await ask('POST', '/api/auth/register/', { ...PERSON, username: 'john_2' }, '');
    expect([again.statusCode, Object.keys(again.json<{ details: object }>().details)]).toEqual([400, ['email']]);
  });

  it('signs in by name or address, refuses the rest, and gives new access tokens', async () => {
    const reply = await ask('POST', '/api/auth/login/', { username: 'john_doe', password: PERSON.password }, '');
    expect(reply.statusCode).toBe(200);
    const { access, refresh } = reply.json<{ access: string; refresh: string }>();
    expect((await ask('POST', '/api/auth/login/', { username: PERSON.email, password: PERSON.password }, '')).statusCode).toBe(200);
    const wrong = await ask('POST', '/api/auth/login/', { username: 'john_doe', password: 'no' }, '');
    expect([wrong.statusCode, Object.keys(wrong.json<object>()).sort()]).toEqual([401, ['details', 'error']]);
    // C-163: no access token is needed; the refresh token does not change.
    const renewed = await ask('POST', '/api/auth/token/refresh/', { refresh }, '');
    expect(renewed.statusCode).toBe(200);
    expect((await ask('GET', '/api/auth/me/', undefined, renewed.json<{ access: string }>().access)).statusCode).toBe(200);
    expect((await ask('POST', '/api/auth/token/refresh/', { refresh: 'x' }, '')).statusCode).toBe(401);
    expect((await ask('POST', '/api/auth/token/refresh/', {}, '')).json()).toMatchObject({
      details: { refresh: ['Ce champ est requis.'] },
    });
    token = access;
  });

  it('tells who is signed in, and strangers that they are not', async () => {
    const me = await ask('GET', '/api/auth/me/');
    expect(me.json()).toMatchObject({ username: 'john_doe', date_joined: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) });
    const stranger = await ask('GET', '/api/auth/me', undefined, '');
    expect([stranger.statusCode, stranger.json()]).toEqual([401, { error: 'Authentification requise', details: {} }]);
  });

  it('keeps a profile: only the given fields change, faulty ones are all named', async () => {
    expect((await ask('GET', '/api/auth/profile/')).json()).toMatchObject({ bio: '', avatar: null, user: { username: 'john_doe' } });
    const changed = await ask('PATCH', '/api/auth/profile/', { bio: 'Nouvelle bio', phone: '+33612345678' });
    expect(changed.json()).toMatchObject({ bio: 'Nouvelle bio', phone: '+33612345678', instagram_username: '' });
    const refused = await ask('PATCH', '/api/auth/profile/', { bio: 'Autre', instagram_username: 'a b', phone: 'xyz' });
    expect([refused.statusCode, Object.keys(refused.json<{ details: object }>().details)]).toEqual([400, ['phone', 'instagram_username']]);
    expect((await ask('PATCH', '/api/auth/profile/', { instagram_username: 'new_username' })).json()).toMatchObject({
      ...{ bio: 'Nouvelle bio', instagram_username: 'new_username', phone: '+33612345678' },
    });
  });

  it('changes the password, after which the old one is refused', async () => {
    const wrong = await ask('POST', '/api/auth/change-password/', { old_password: 'no', new_password: NEXT, new_password2: NEXT });
    expect([wrong.statusCode, Object.keys(wrong.json<{ details: object }>().details)]).toEqual([400, ['old_password']]);
    const different = await ask('POST', '/api/auth/change-password/', {
      old_password: PERSON.password,
      new_password: NEXT,
      new_password2: 'x',
    });
    expect(different.json()).toMatchObject({ details: { new_password2: [expect.any(String)] } });
    const changed = await ask('POST', '/api/auth/change-password/', {
      old_password: PERSON.password,
      new_password: NEXT,
      new_password2: NEXT,
    });
    expect(changed.statusCode).toBe(200);
    expect((await ask('POST', '/api/auth/login/', { username: 'john_doe', password: PERSON.password }, '')).statusCode).toBe(401);
    expect((await ask('POST', '/api/auth/login/', { username: 'john_doe', password: NEXT }, '')).statusCode).toBe(200);
  });
});
