import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhoto } from '#test/papers.ts';
import { type Atelier, PASSWORD, startAtelier } from '#test/support.ts';
import { visit } from '#test/visitor.ts';

let atelier: Atelier;
beforeAll(async () => {
  atelier = await startAtelier();
});

describe('T-864 POST /api/v1/auth/register', () => {
  const person = {
    first_name: 'Kwame',
    last_name: 'Mensah',
    email: 'kwame@test.example',
    password: PASSWORD,
    gender: 'M',
    date_of_birth: '1990-05-15',
    country_id: 1,
    city_id: 1,
  };
  const post = (payload: object, headers = {}) =>
    atelier.doors.site.inject({ method: 'POST', url: '/api/v1/auth/register', payload, headers });

  it('answers 201 with the person, and signs them in', async () => {
    const reply = await post(person);
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({
      success: true,
      message: 'Registration successful',
      user: { email: 'kwame@test.example', role: 'user', is_admin: false },
    });
    expect(reply.json<{ unique_code: string }>().unique_code).toMatch(/^MAM\d{4}[A-Z]{3}$/);
    expect(reply.cookies.some(({ name }) => name === 'atelier_session')).toBe(true);
  });

  it('answers 409 DUPLICATE_EMAIL for an address that is taken', async () => {
    const reply = await post({ ...person, email: 'Kwame@Test.example' });
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({ success: false, code: 'DUPLICATE_EMAIL' });
  });

  it('names every fault in the words of each dialect', async () => {
    const faults = { ...person, email: 'x', first_name: '', date_of_birth: '2999-01-01' };
    const newer = await post(faults, { 'accept-language': 'en' });
    expect(newer.statusCode).toBe(400);
    expect(Object.keys(newer.json<{ details: object }>().details).sort()).toEqual(['date_of_birth', 'email', 'first_name']);
    expect((await post(faults, { 'api-version': '2' })).statusCode).toBe(422);
  });

  it('takes the files along, and stores nothing when one is refused', async () => {
    const visitor = visit(atelier.doors.site);
    const fields = { ...person, email: 'files-api@test.example', country_id: '1', city_id: '1' };
    const bad = await visitor.send('/api/v1/auth/register', fields, {
      photo: { name: 'a.jpg', content: Buffer.from('%PDF-1.4 nothing'), type: 'image/jpeg' },
    });
    expect(bad.statusCode).toBe(400);
    expect(bad.json<{ details: object }>().details).toHaveProperty('photo');
    const good = await visitor.send('/api/v1/auth/register', fields, {
      photo: { name: 'a.jpg', content: drawPhoto(), type: 'image/jpeg' },
    });
    expect(good.json()).toMatchObject({ success: true, photo_url: expect.stringMatching(/^\/static\/uploads\/photos\//), cv_url: null });
  });

  it('refuses what another site sends', async () => {
    const reply = await post({ ...person, email: 'elsewhere@test.example' }, { 'sec-fetch-site': 'cross-site' });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'CROSS_SITE' });
  });
});
