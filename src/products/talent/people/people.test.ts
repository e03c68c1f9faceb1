import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

let atelier: Atelier;
let boss: Registered;
let admin: Registered;
let awa: Registered;
let zoe: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  boss = await registerPerson(atelier, { first_name: 'Salma', last_name: 'Alaoui' }, 'super_admin');
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  awa = await registerPerson(atelier, {
    first_name: 'Awa',
    last_name: 'Diop',
    is_public: true,
    talents: [1],
    availability: 'disponible_maintenant',
    phone: '+212611223344',
  });
  zoe = await registerPerson(atelier, {
    first_name: 'Zoé',
    last_name: 'Zongo',
    country_id: 2,
    city_id: undefined,
    residence_country_id: 2,
    other_city: 'Dakar',
  });
});

const text = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));

describe('T-796 the directory', () => {
  it('shows public people without e-mail to members, everybody to recruiters', async () => {
    const list = text((await zoe.visitor.open('/talents')).body);
    expect(list).toContain('Awa Diop');
    for (const hidden of ['Traoré', awa.email]) expect(list).not.toContain(hidden);
    const table = text((await admin.visitor.open('/talents?view=table')).body);
    for (const word of ['Awa Diop', 'Zongo', awa.email]) expect(table).toContain(word);
  });

  it('keeps filters in the address and says them as chips', async () => {
    const list = text((await admin.visitor.open('/talents?search=zoe&country_id=2')).body);
    expect(list).toMatch(/<option value="\d+">Dakar, Sénégal \(1\)<\/option>/);
    expect(list).toContain('Zoé Zongo');
    expect(list).not.toContain('Awa Diop');
    expect(list).toContain('Sénégal');
    expect(list).toContain('/talents?country_id=2');
  });

  it('says what to do when nobody matches, and survives a wrong filter', async () => {
    expect((await admin.visitor.open('/talents?search=xyzxyz')).body).toContain('Personne ne correspond');
    const odd = await admin.visitor.open('/talents?country_id=abc');
    expect(odd.statusCode).toBe(200);
    expect(odd.body).toContain('n’est pas valable');
  });
});

describe('T-809 the administrators’ list', () => {
  it.each([
    '/admin/users',
    '/admin/talent/create',
    '/admin/user/1/edit',
    '/admin/user/1/delete',
    '/admin/user/1/toggle-active',
    '/admin/user/1/password',
  ])('is closed to others: %s', async (url) => {
    expect((await awa.visitor.open(url)).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open(url)).headers['location']).toContain('/auth/login');
  });

  it('sorts by name, and finds by name, code and phone number', async () => {
    const order = text((await admin.visitor.open('/admin/users?sort=name')).body);
    const places = ['Alaoui', 'Diop', 'Traoré', 'Zongo'].map((name) => order.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const search of ['awa', awa.code, '0611 22 33 44']) {
      const found = text((await admin.visitor.open(`/admin/users?search=${encodeURIComponent(search)}`)).body);
      expect(found, search).toContain('Awa Diop');
      expect(found, search).not.toContain('Zongo');
    }
  });

  it('filters by role, state and completeness', async () => {
    expect(text((await admin.visitor.open('/admin/users?role=super_admin')).body)).toContain('Salma Alaoui');
    expect(text((await admin.visitor.open('/admin/users?role=super_admin')).body)).not.toContain('Awa Diop');
    expect((await admin.visitor.open('/admin/users?completeness=high')).body).toContain('Personne ne correspond');
    expect((await admin.visitor.open('/admin/users?status=closed&sort=-score')).statusCode).toBe(200);
  });
});

describe('T-810 T-811 acts that ask first', () => {
  it('closes and reopens an account', async () => {
    const page = await admin.visitor.open(`/admin/user/${zoe.id}/toggle-active`);
    expect(page.body).toContain('Zoé Zongo');
    await admin.visitor.send(`/admin/user/${zoe.id}/toggle-active`, {});
    expect((await admin.visitor.next()).body).toContain('désactivé');
    expect((await zoe.visitor.open('/profile/dashboard')).headers['location']).toContain('/auth/login');
    await admin.visitor.open(`/admin/user/${zoe.id}/toggle-active`);
    await admin.visitor.send(`/admin/user/${zoe.id}/toggle-active`, {});
    expect((await admin.visitor.next()).body).toContain('est actif');
  });

  it('refuses to close oneself or a peer', async () => {
    for (const id of [admin.id, boss.id]) {
      await admin.visitor.open('/admin/users');
      await admin.visitor.open(`/admin/user/${id}/toggle-active`);
      expect((await admin.visitor.send(`/admin/user/${id}/toggle-active`, {})).statusCode).toBe(403);
    }
  });

  it('deletes a person only when their code is typed', async () => {
    const gone = await registerPerson(atelier, { first_name: 'Partie', last_name: 'Bientôt' });
    const url = `/admin/user/${gone.id}/delete`;
    expect((await admin.visitor.open(url)).body).toContain('Partie Bientôt');
    const refused = await admin.visitor.send(url, { confirm: 'oui' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Ce n’est pas le code');
    await admin.visitor.send(url, { confirm: gone.code.toLowerCase() });
    expect((await admin.visitor.next()).body).toContain('est supprimé');
    expect((await admin.visitor.open(`/profile/view/${gone.code}`)).statusCode).toBe(404);
  });

  it('never deletes an administrator', async () => {
    await boss.visitor.open('/admin/users');
    await boss.visitor.open(`/admin/user/${admin.id}/delete`);
    expect((await boss.visitor.send(`/admin/user/${admin.id}/delete`, { confirm: admin.code })).statusCode).toBe(403);
  });

  it('gives a temporary password once, to people and not to peers', async () => {
    const url = `/admin/user/${awa.id}/password`;
    await admin.visitor.open(url);
    const page = await admin.visitor.send(url, {});
    expect(page.headers['cache-control']).toContain('no-store');
    const password = /class="code-tag"[^>]*>([A-Za-z2-9]{14})</.exec(page.body)?.[1] ?? '';
    const signedIn = await atelier.doors.site.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { identifier: awa.code, password },
    });
    expect(signedIn.statusCode).toBe(200);
    await admin.visitor.open(`/admin/user/${boss.id}/password`);
    expect((await admin.visitor.send(`/admin/user/${boss.id}/password`, {})).statusCode).toBe(403);
  });
});

describe('T-812 T-813 the edit page of administrators', () => {
  const form = {
    first_name: 'Zoé',
    last_name: 'Zerbo',
    gender: 'F',
    date_of_birth: '1994-06-01',
    country_id: '2',
    residence_country_id: '2',
    residence_city_id: '',
    other_city: '',
  };

  it('changes a profile, its address, and keeps what was typed when refused', async () => {
    const url = `/admin/user/${zoe.id}/edit`;
    await admin.visitor.open(url);
    const refused = await admin.visitor.send(url, { ...form, email: 'pas-une-adresse' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('value="pas-une-adresse"');
    await admin.visitor.send(url, { ...form, email: 'zoe.zerbo@test.example' });
    const saved = (await admin.visitor.next()).body;
    for (const word of ['Zoé Zerbo', 'zoe.zerbo@test.example']) expect(saved).toContain(word);
    const taken = await admin.visitor.send(url, { ...form, email: awa.email });
    expect(taken.statusCode).toBe(409);
    expect(taken.body).toContain('href="#f-email"');
  });

  it('lets only a super-administrator give a role', async () => {
    const url = `/admin/user/${zoe.id}/edit`;
    const send = { ...form, email: 'zoe.zerbo@test.example', role: 'casting' };
    expect((await admin.visitor.open(url)).body).not.toContain('name="role"');
    await admin.visitor.send(url, send);
    const roleOf = async (): Promise<string | undefined> =>
      (await sql<{ role: string }>`select role from identity.accounts where id = ${zoe.id}`.execute(atelier.database.db)).rows[0]?.role;
    expect(await roleOf()).toBe('user');
    expect((await boss.visitor.open(url)).body).toContain('name="role"');
    await boss.visitor.send(url, send);
    expect(await roleOf()).toBe('casting');
  });
});

describe('T-815 T-816 a new talent', () => {
  it('is registered with a code and a letter, and named when refused', async () => {
    const form = {
      first_name: 'Nouvelle',
      last_name: 'Venue',
      email: 'venue@test.example',
      gender: 'F',
      date_of_birth: '2000-02-29',
      country_id: '1',
      residence_country_id: '1',
      residence_city_id: '1',
    };
    await admin.visitor.open('/admin/talent/create');
    const refused = await admin.visitor.send('/admin/talent/create', { ...form, gender: '', email: awa.email });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#f-gender"');
    const made = await admin.visitor.send('/admin/talent/create', form);
    expect(made.headers['location']).toMatch(/^\/admin\/user\/\d+\/edit$/);
    expect((await admin.visitor.next()).body).toMatch(/Nouvelle Venue est inscrit : code MAF\d{4}[A-Z]{3}/);
    const { rows } = await sql<{
      must_change_password: boolean;
    }>`select must_change_password from identity.accounts where email = 'venue@test.example'`.execute(atelier.database.db);
    expect(rows[0]?.must_change_password).toBe(true);
  });

  it('refuses a form without its token', async () => {
    expect((await admin.visitor.send('/admin/talent/create', { first_name: 'x', _csrf: '' })).statusCode).toBe(403);
  });
});
