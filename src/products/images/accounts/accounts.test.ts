import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '#kernel/http/door.ts';
import { phonePhoto, picture } from '#test/fixtures/pictures.ts';
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
    const refused = await ask('PATCH', '/api/auth/profile/', { bio: 'Autre', instagram_username: 'a b', phone: 'xyz', timezone: '+01:00' });
    const faulty = Object.keys(refused.json<{ details: object }>().details);
    expect([refused.statusCode, faulty]).toEqual([400, ['phone', 'instagram_username', 'timezone']]);
    const next = { instagram_username: 'new_username', timezone: 'Africa/Casablanca' };
    expect((await ask('PATCH', '/api/auth/profile/', next)).json()).toMatchObject({ bio: 'Nouvelle bio', phone: '+33612345678', ...next });
  });

  describe('I-024 the picture of a person', () => {
    const send = async (content: Buffer, texts: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> => {
      const form = new FormData();
      for (const [field, text] of Object.entries(texts)) form.set(field, text);
      form.set('avatar', new Blob([Uint8Array.from(content)], { type: 'image/jpeg' }), 'moi.jpg');
      return door.inject({ method: 'PATCH', url: '/api/auth/profile/', payload: form, headers: { authorization: `Bearer ${token}` } });
    };
    const pathOf = (reply: LightMyRequestResponse): string => new URL(reply.json<{ avatar: string }>().avatar).pathname;

    it('I-164 comes with the texts of a form, is shown to everybody signed in, in any width of the pages, and to no stranger', async () => {
      const reply = await send(await phonePhoto(), { bio: 'Avec photo' });
      expect(reply.json()).toMatchObject({
        bio: 'Avec photo',
        avatar: expect.stringMatching(/^http:\/\/[^/]+\/media\/avatars\/[0-9a-f]{32}\.jpg$/),
      });
      const { access } = (await ask('POST', '/api/auth/register/', { ...PERSON, username: 'jane', email: 'jane@example.com' }, '')).json<{
        tokens: { access: string };
      }>().tokens;
      const seen = await ask('GET', pathOf(reply), undefined, access);
      expect([seen.statusCode, seen.headers['content-type'], seen.rawPayload.includes('Phone of Awa')]).toEqual([200, 'image/jpeg', false]);
      expect((await ask('GET', `${pathOf(reply)}?w=64`, undefined, access)).headers['content-type']).toBe('image/webp');
      expect((await ask('GET', pathOf(reply), undefined, '')).statusCode).toBe(401);
    });

    it('stays when the profile is sent back as it was read, and gives its place to the next', async () => {
      const before = (await ask('GET', '/api/auth/profile/')).json<{ avatar: string }>();
      expect((await ask('PATCH', '/api/auth/profile/', { bio: 'x', avatar: before.avatar })).json()).toMatchObject({
        avatar: before.avatar,
      });
      const after = await send(await picture());
      expect(after.json<{ avatar: string }>().avatar).not.toBe(before.avatar);
      expect((await ask('GET', new URL(before.avatar).pathname)).statusCode).toBe(404);
      expect((await ask('GET', pathOf(after))).statusCode).toBe(200);
    });

    it('is refused with every other fault, and nothing changes', async () => {
      const before = (await ask('GET', '/api/auth/profile/')).json<object>();
      const refused = await send(Buffer.from('just words'), { bio: 'Autre', phone: 'xyz' });
      expect([refused.statusCode, Object.keys(refused.json<{ details: object }>().details).sort()]).toEqual([400, ['avatar', 'phone']]);
      const named = await ask('PATCH', '/api/auth/profile/', { bio: 'Autre', avatar: 'http://elsewhere/x.jpg', phone: 'xyz' });
      expect([named.statusCode, Object.keys(named.json<{ details: object }>().details).sort()]).toEqual([400, ['avatar', 'phone']]);
      expect((await send(await picture({ width: 2600, height: 2600, noise: true }))).json()).toMatchObject({
        details: { avatar: [expect.stringMatching(/le maximum est de 5 Mo/)] },
      });
      expect((await ask('GET', '/api/auth/profile/')).json()).toEqual(before);
    });

    it.each([null, ''])('is taken away by %j', async (nothing) => {
      const address = pathOf(await send(await picture()));
      expect((await ask('PATCH', '/api/auth/profile/', { avatar: nothing })).json()).toMatchObject({ avatar: null });
      expect((await ask('GET', address)).statusCode).toBe(404);
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
