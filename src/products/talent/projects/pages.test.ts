import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, type Person } from '#test/projects-house.ts';
import { wordsOf } from '#test/visitor.ts';
import type { Project } from './projects.ts';

let house: House;
let production: number;
beforeAll(async () => {
  house = await openHouse();
  production = await house.production({ name: 'Atlas Productions' });
});

const text = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const FORM = {
  name: 'Le Dernier Voyage',
  production_type: 'Film',
  country_id: '1',
  start_date: '2025-11-03',
  end_date: '2025-11-28',
  is_active: '1',
};
const newProject = (more: object = {}): Promise<Project> => house.project({ production_id: production, ...more });
const join = async (project: Project, more: object = {}, person?: Person) => {
  const { id } = person ?? (await house.person());
  return house.projects.assign(null, project.id, { talent_id: id, talent_type: 'Figurant', ...more });
};

describe('who may come', () => {
  it.each([
    ['/cinema/projects', 200, 200],
    ['/cinema/projects/new', 403, 200],
    ['/cinema/projects/1', 200, 200],
    ['/cinema/projects/1/edit', 403, 200],
    ['/cinema/projects/1/delete', 403, 200],
    ['/cinema/projects/1/assign-talent', 403, 200],
    ['/cinema/projects/1/send-selection-emails', 403, 200],
    ['/cinema/projects/999', 404, 404],
    ['/cinema/projects/abc', 404, 404],
  ])('%s', async (url, user, admin) => {
    await newProject();
    expect((await house.visitor(null).open(url)).headers['location']).toContain('/auth/login');
    for (const who of ['user', 'presence', 'casting'] as const) expect((await house.visitor(who).open(url)).statusCode).toBe(user);
    for (const who of ['admin', 'super_admin'] as const) expect((await house.visitor(who).open(url)).statusCode).toBe(admin);
  });
});

describe('T-839 the list', () => {
  it('counts projects by status, filters them, and says when an address means nothing', async () => {
    const admin = house.visitor('admin');
    await newProject({ name: 'Océan Rouge', status: 'en_tournage' });
    await newProject({ name: 'Rangé', is_active: false });
    const shooting = text((await admin.open('/cinema/projects?status=en_tournage')).body);
    expect(shooting).toContain('Océan Rouge');
    expect(shooting).not.toContain('Rangé');
    expect(shooting).toMatch(/aria-current="page">En tournage<span class="tabs-count"><span class="tabular">1</);
    expect(text((await admin.open('/cinema/projects?search=ocean')).body)).toContain('Océan Rouge');
    expect(text((await admin.open('/cinema/projects?is_active=false')).body)).toContain('Rangé');
    expect(text((await house.visitor('user').open('/cinema/projects?is_active=false')).body)).not.toContain('Rangé');
    const odd = await admin.open('/cinema/projects?status=demain');
    expect([odd.statusCode, text(odd.body).includes('n’est pas valable')]).toEqual([200, true]);
  });

  it.each([
    ['ar', 'المشاريع'],
    ['en', 'Projects'],
  ] as const)('speaks %s', async (language, word) => {
    expect(text((await house.visitor('user', language).open('/cinema/projects')).body)).toContain(word);
  });
});

describe('T-840 T-841 T-843 T-844 T-866 making and changing a project', () => {
  it('takes the time zone of the country, and keeps what was typed when refused', async () => {
    const admin = house.visitor('admin');
    await admin.open('/cinema/projects/new');
    const refused = await admin.send('/cinema/projects/new', { ...FORM, production_type: 'Poterie', end_date: '2025-11-01' });
    expect(refused.statusCode).toBe(400);
    for (const part of ['href="#f-production_type"', 'href="#f-end_date"', 'value="Le Dernier Voyage"'])
      expect(refused.body).toContain(part);
    const made = await admin.send('/cinema/projects/new', { ...FORM, country_id: '12', production_id: String(production) });
    expect(made.headers['location']).toMatch(/^\/cinema\/projects\/\d+$/);
    const shown = text((await admin.next()).body);
    for (const word of ['Le Dernier Voyage', 'Atlas Productions', '3–28 nov. 2025']) expect(shown).toContain(word);
    const { rows } = await sql<{ tz: string }>`select tz from talent.countries where id = 12`.execute(house.db);
    expect(shown).toContain(rows[0]?.tz);
  });

  it('changes one, and puts it away', async () => {
    const admin = house.visitor('admin');
    const { id } = await newProject();
    await admin.open(`/cinema/projects/${id}/edit`);
    await admin.send(`/cinema/projects/${id}/edit`, {
      ...FORM,
      name: 'Autre Nom',
      day_starts: '05:30',
      time_zone: 'Africa/Dakar',
      is_active: '',
    });
    expect(await house.projects.require(house.db, id)).toMatchObject({
      name: 'Autre Nom',
      dayStarts: '05:30',
      timeZone: 'Africa/Dakar',
      isActive: false,
    });
    const refused = await admin.send(`/cinema/projects/${id}/edit`, { ...FORM, day_starts: '25:00', time_zone: 'Mars/Olympus' });
    for (const part of ['href="#f-day_starts"', 'href="#f-time_zone"']) expect(refused.body).toContain(part);
  });

  it('refuses a form without its token', async () => {
    const admin = house.visitor('admin');
    await admin.open('/cinema/projects/new');
    expect((await admin.send('/cinema/projects/new', { ...FORM, _csrf: '' })).statusCode).toBe(403);
  });
});

describe('T-842 T-846 T-867 adding people', () => {
  it('finds them by name, shows their days before, and adds them with a code', async () => {
    const admin = house.visitor('admin');
    const [busy, free] = [
      await house.person({ firstName: 'Zineb', lastName: 'Occupée' }),
      await house.person({ firstName: 'Zineb', lastName: 'Libre' }),
    ];
    const [other, project] = [await newProject({ name: 'Autre Film' }), await newProject()];
    await join(other, { state: 'booked', from: '2025-11-20', to: '2025-12-05' }, busy);
    const url = `/cinema/projects/${project.id}/assign-talent`;
    const found = text((await admin.open(`${url}?find=zineb`)).body);
    for (const word of ['Zineb Occupée', 'Zineb Libre', 'Réservé · Autre Film · 20–28 nov. 2025', 'Libre']) expect(found).toContain(word);
    const form = text((await admin.open(`${url}?talent_id=${free.id}`)).body);
    expect(form).toContain('Libre sur ces jours');
    await admin.send(url, { talent_id: String(free.id), talent_type: 'Figurant', state: 'booked', from: '2025-11-03', to: '2025-11-05' });
    const page = text((await admin.next()).body);
    for (const word of ['Zineb Libre rejoint le projet', 'MAAP', '3–5 nov. 2025']) expect(page).toContain(word);
    expect(text((await admin.open(`${url}?find=${free.code}`)).body)).toContain('Dans le projet');
  });

  it('names the clash and keeps the form; a yes is asked only where it helps', async () => {
    const admin = house.visitor('admin');
    const person = await house.person();
    const [held, project] = [await newProject({ name: 'Film Retenu' }), await newProject()];
    await join(held, { state: 'pencil' }, person);
    const url = `/cinema/projects/${project.id}/assign-talent`;
    const typed = {
      talent_id: String(person.id),
      talent_type: 'Cascadeur',
      role_description: 'Chute',
      state: 'booked',
      from: '2025-11-10',
      to: '2025-11-12',
    };
    await admin.open(`${url}?talent_id=${person.id}`);
    const refused = await admin.send(url, typed);
    expect(refused.statusCode).toBe(409);
    for (const part of ['Film Retenu', 'name="accept"', 'value="Chute"']) expect(refused.body).toContain(part);
    expect((await admin.send(url, { ...typed, accept: '1' })).statusCode).toBe(303);
    const [third, again] = [await newProject(), { ...typed, accept: '1' }];
    const never = await admin.send(`/cinema/projects/${third.id}/assign-talent`, again);
    expect([never.statusCode, never.body.includes('name="accept"')]).toEqual([409, false]);
    expect(text(never.body)).toContain(project.name);
  });

  it('checks the days without adding anybody, and takes a typed code', async () => {
    const admin = house.visitor('admin');
    const person = await house.person();
    const project = await newProject();
    const url = `/cinema/projects/${project.id}/assign-talent`;
    await admin.open(`${url}?talent_id=${person.id}`);
    const checked = await admin.send(url, {
      talent_id: String(person.id),
      state: 'booked',
      from: '2025-12-01',
      to: '2025-11-01',
      check: '1',
    });
    expect([checked.statusCode, checked.body.includes('ne peut pas précéder')]).toEqual([200, true]);
    expect((await house.projects.require(house.db, project.id)).assignedCount).toBe(0);
    await admin.send(url, { talent_code: person.code, talent_type: 'Figurant', state: 'none' });
    expect((await house.projects.assignmentOf(house.db, project.id, person.id))?.bookings).toEqual([]);
    const unknown = await admin.send(url, { talent_code: 'MACAS9999F', talent_type: 'Figurant' });
    expect([unknown.statusCode, text(unknown.body).includes('n’a ce code')]).toEqual([400, true]);
    const twice = await admin.send(url, { talent_code: person.code, talent_type: 'Figurant', state: 'none' });
    expect([twice.statusCode, text(twice.body).includes('déjà dans le projet')]).toEqual([409, true]);
  });
});
