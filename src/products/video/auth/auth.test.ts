import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true, environment: { RATE_LIMIT_SCALE: '1' } });
});

type Method = 'GET' | 'POST' | 'DELETE';
const ask = (method: Method, url: string, payload?: object, token?: string): Promise<LightMyRequestResponse> =>
  atelier.doors.video.inject({
    ...{ method, url: `/api/v1${url}`, headers: token ? { authorization: `Bearer ${token}` } : {} },
    ...(payload ? { payload } : {}),
  });
const DEMO = { email: 'demo1@talento.com', password: 'demo123' };
interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

describe('tokens of the video door', () => {
  it('V-003 V-004 V-005 V-006 V-141 V-143 are given for a password, as the document prints them', async () => {
    const reply = await ask('POST', '/auth/login', DEMO);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      ...{ access_token: expect.stringMatching(/^ey/), refresh_token: expect.any(String) },
      ...{ token_type: 'bearer', expires_in: 3600 },
    });
    expect(reply.headers['set-cookie']).toBeUndefined();
    const { access_token: token } = reply.json<Tokens>();
    expect((await ask('GET', '/webhooks', undefined, token)).statusCode).toBe(200);
  });

  it('V-007 V-008 V-010 faults have one form; every missing field is named', async () => {
    const wrong = await ask('POST', '/auth/login', { ...DEMO, password: 'no' });
    expect([wrong.statusCode, Object.keys(wrong.json<{ error: object }>().error)]).toEqual([401, ['code', 'message', 'details']]);
    const empty = await ask('POST', '/auth/login', {});
    expect(empty.json()).toMatchObject({
      error: {
        code: 'VALIDATION_ERROR',
        details: { field: 'email', constraint: 'required', fields: [{ field: 'email' }, { field: 'password' }] },
      },
    });
    expect((await ask('GET', '/webhooks')).json()).toMatchObject({ error: { code: expect.any(String) } });
    expect((await ask('GET', '/webhooks')).statusCode).toBe(401);
  });

  it('are exchanged once; a copied refresh token ends the family', async () => {
    const first = (await ask('POST', '/auth/login', DEMO)).json<Tokens>();
    const second = await ask('POST', '/auth/refresh', { refresh_token: first.refresh_token });
    expect(second.statusCode).toBe(200);
    expect((await ask('POST', '/auth/refresh', { refresh_token: first.refresh_token })).statusCode).toBe(401);
    const { access_token: token } = second.json<Tokens>();
    expect((await ask('GET', '/webhooks', undefined, token)).statusCode).toBe(401);
    expect((await ask('POST', '/auth/refresh', {})).json()).toMatchObject({ error: { details: { field: 'refresh_token' } } });
  });

  it('a session cookie opens nothing on this door, and opens the same routes on the door of the site', async () => {
    const caller: Caller = await atelier.as('user');
    const headers = { cookie: caller.cookie };
    expect((await atelier.doors.video.inject({ method: 'GET', url: '/api/v1/webhooks', headers })).statusCode).toBe(401);
    expect((await caller.inject({ method: 'GET', url: '/api/v1/webhooks' })).statusCode).toBe(200);
  });
});

describe('API keys', () => {
  it('are told once, open the API, are listed without their secret, and end', async () => {
    const { access_token: token } = (await ask('POST', '/auth/login', DEMO)).json<Tokens>();
    const made = await ask('POST', '/api-keys', { name: 'Montage' }, token);
    expect(made.statusCode).toBe(201);
    const { id, key } = made.json<{ id: number; key: string }>();
    expect((await ask('GET', '/webhooks', undefined, key)).statusCode).toBe(200);
    const list = await ask('GET', '/api-keys', undefined, token);
    expect(list.body).toContain('Montage');
    expect(list.body).not.toContain(key);
    expect((await ask('POST', '/api-keys', { name: 'Another' }, key)).statusCode).toBe(403);
    expect((await ask('POST', '/api-keys', { name: 'x', expires_at: '2020-01-01T00:00:00Z' }, token)).json()).toMatchObject({
      error: { details: { field: 'expires_at' } },
    });
    expect((await ask('DELETE', `/api-keys/${id}`, undefined, token)).statusCode).toBe(204);
    expect((await ask('GET', '/webhooks', undefined, key)).statusCode).toBe(401);
    expect((await ask('DELETE', `/api-keys/${id}`, undefined, token)).statusCode).toBe(404);
  });
});

describe('V-018 V-023 V-024 V-025 limits', () => {
  it('are said in every answer, by account', async () => {
    const { access_token: token } = (await ask('POST', '/auth/login', DEMO)).json<Tokens>();
    const [one, two] = [await ask('GET', '/webhooks', undefined, token), await ask('GET', '/webhooks', undefined, token)];
    expect(one.headers['x-ratelimit-limit']).toBe('1000');
    expect(Number(one.headers['x-ratelimit-remaining']) - Number(two.headers['x-ratelimit-remaining'])).toBe(1);
    expect(Number(one.headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000 - 1);
  });
});
