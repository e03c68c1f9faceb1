import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { departures, documented, LEAST, openTalentHouse, type TalentHouse, WHOLE } from '#test/talent-house.ts';

const cv = { content: Buffer.from('%PDF-1.7'), extension: 'pdf', mediaType: 'application/pdf' };

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

describe('PUT /users/:id', () => {
  it('takes the documented bodies of both dialects and answers as printed (T-579, T-580, T-581, T-665, T-675)', async () => {
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
  it('toggles with the printed words and ends the sessions (T-679, T-680)', async () => {
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

  it('deletes the person with their files, never an administrator (T-582, T-583, T-676, T-678)', async () => {
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
