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
const newProject = (more: object = {}): Promise<Project> => house.project({ production_id: production, ...more });
const join = async (project: Project, more: object = {}, person?: Person) => {
  const { id } = person ?? (await house.person());
  return house.projects.assign(null, project.id, { talent_id: id, talent_type: 'Figurant', ...more });
};

describe('days and roles of one person', () => {
  it('confirms every pencil at once, and changes lines', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    const made = await join(project, { state: 'pencil', from: '2025-11-03', to: '2025-11-05' });
    const url = `/cinema/projects/${project.id}/bookings/${made.id}`;
    expect((await admin.open(url)).body).toContain('Confirmer toutes les options');
    const line = { 'bookings.0.from': '2025-11-03', 'bookings.0.to': '2025-11-05', 'bookings.0.state': 'pencil' };
    const second = { 'bookings.1.from': '2025-11-10', 'bookings.1.to': '', 'bookings.1.state': 'pencil' };
    await admin.send(url, { ...line, ...second, confirm: '1' });
    expect((await house.projects.assignment(house.db, made.id))?.bookings).toEqual([
      { from: '2025-11-03', until: '2025-11-06', state: 'booked' },
      { from: '2025-11-10', until: '2025-11-11', state: 'booked' },
    ]);
    const refused = await admin.send(url, {
      ...line,
      'bookings.1.from': '2025-11-05',
      'bookings.1.to': '2025-11-04',
      'bookings.1.state': 'booked',
    });
    expect([refused.statusCode, refused.body.includes('ne peut pas précéder')]).toEqual([400, true]);
    await admin.send(url, {});
    expect((await house.projects.assignment(house.db, made.id))?.bookings).toEqual([]);
  });

  it('changes the role, not the code', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    const made = await join(project);
    const url = `/cinema/projects/${project.id}/bookings/${made.id}`;
    await admin.open(url);
    await admin.send(`${url}/role`, { talent_type: 'Silhouette', role_description: 'Le facteur' });
    const after = await house.projects.assignment(house.db, made.id);
    expect(after).toMatchObject({ talentType: 'Silhouette', role: 'Le facteur', projectCode: made.projectCode });
    expect((await admin.send(`${url}/role`, { talent_type: '' })).statusCode).toBe(400);
  });
});

describe('T-847 leaving, T-845 deleting, finishing: each asks first', () => {
  it('removes a person', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    const made = await join(project);
    const url = `/cinema/projects/${project.id}/remove-talent/${made.id}`;
    expect(text((await admin.open(url)).body)).toContain(made.projectCode);
    await admin.send(url, {});
    expect(text((await admin.next()).body)).toContain('n’est plus dans le projet');
    expect((await admin.open(url)).statusCode).toBe(404);
    const other = await newProject();
    expect((await admin.open(`/cinema/projects/${other.id}/remove-talent/${made.id}`)).statusCode).toBe(404);
  });

  it('deletes a project whose name is typed, with what goes said', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    await join(project, { state: 'booked' });
    const url = `/cinema/projects/${project.id}/delete`;
    expect(text((await admin.open(url)).body)).toContain('une affectation, une réservation, un badge');
    expect((await admin.send(url, { confirm: 'oui' })).statusCode).toBe(400);
    await admin.send(url, { confirm: project.name.toUpperCase() });
    expect(text((await admin.next()).body)).toContain('est supprimé');
    expect(await house.projects.find(house.db, project.id)).toBeNull();
  });

  it('keeps a project in which somebody was scanned', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    const { talentId } = await join(project);
    await sql`insert into talent.presences (project_id, cinema_talent_id, day, check_in_at)
      values (${project.id}, ${talentId}, '2025-11-03', '2025-11-03T08:00:00Z')`.execute(house.db);
    const url = `/cinema/projects/${project.id}/delete`;
    expect(text((await admin.open(url)).body)).toContain('Mettez-le plutôt de côté');
    await admin.open(`/cinema/projects/${project.id}`);
    expect((await admin.send(url, { confirm: project.name })).statusCode).toBe(409);
  });

  it('asks before finishing frees days, and says how many', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    await join(project, { state: 'booked' });
    const url = `/cinema/projects/${project.id}/status`;
    await admin.open(`/cinema/projects/${project.id}`);
    expect(text((await admin.send(url, { status: 'termine' })).body)).toContain('Une réservation dépasse aujourd’hui');
    expect((await house.projects.require(house.db, project.id)).status).toBe('en_preparation');
    await admin.send(url, { status: 'termine', sure: '1' });
    expect(text((await admin.next()).body)).toContain('Une réservation à venir est libérée');
    await admin.send(url, { status: 'en_tournage' });
    expect((await house.projects.require(house.db, project.id)).status).toBe('en_tournage');
    expect((await admin.send(url, { status: 'demain' })).statusCode).toBe(400);
  });

  it('T-850 says whom the letters would reach, then sends them', async () => {
    const admin = house.visitor('admin');
    const project = await newProject();
    await join(project);
    await join(project, {}, await house.person({ firstName: 'Sans', lastName: 'Adresse', email: null }));
    const url = `/cinema/projects/${project.id}/send-selection-emails`;
    const asked = text((await admin.open(url)).body);
    for (const word of ['Une lettre partira', 'à prévenir autrement : Sans Adresse']) expect(asked).toContain(word);
    await admin.send(url, {});
    const page = text((await admin.next()).body);
    for (const word of ['Une lettre part.', 'Une personne n’a pas d’adresse', 'En attente', 'Sans adresse']) expect(page).toContain(word);
  });
});

describe('what others see of a team', () => {
  it('shows members their own line and public profiles, without days, codes or acts', async () => {
    const account = await house.account();
    const project = await newProject();
    await join(project, { state: 'booked' }, await house.person({ firstName: 'Moi', accountId: account }));
    await join(project, {}, await house.person({ firstName: 'Caché' }));
    const page = text((await house.visitor(`user:${account}`).open(`/cinema/projects/${project.id}`)).body);
    expect(page).toContain('Moi');
    for (const hidden of ['Caché', 'MAAP', 'remove-talent', 'status']) expect(page).not.toContain(hidden);
    expect(text((await house.visitor('casting').open(`/cinema/projects/${project.id}`)).body)).toContain('MAAP');
  });
});

describe('the days of a person', () => {
  it('says which source made a day busy, and lets the person tap days', async () => {
    const account = await house.account();
    const person = await house.person({ firstName: 'Awa', accountId: account });
    const project = await newProject();
    await join(project, { state: 'booked', from: '2025-11-10', to: '2025-11-11' }, person);
    const url = `/cinema/talent/${person.id}/availability`;
    const own = house.visitor(`user:${account}`);
    const month = await own.open(`${url}?month=2025-11`);
    expect(text(month.body)).toContain(project.name);
    await own.send(`${url}/day?month=2025-11`, { day: '2025-11-20' });
    expect(text((await own.next()).body)).toContain('20 nov. 2025 : indisponible. Rendre libre');
    await own.send(`${url}`, { from: '2025-11-18', to: '2025-11-25', reason: 'Voyage' });
    expect(text((await own.next()).body)).toContain('Voyage');
    await own.send(`${url}/day?month=2025-11`, { day: '2025-11-20' });
    const { rows } = await sql<{ days: string }>`
      select days::text from talent.unavailabilities where cinema_talent_id = ${person.id} order by days`.execute(house.db);
    expect(rows.map(({ days }) => days)).toEqual(['[2025-11-18,2025-11-20)', '[2025-11-21,2025-11-26)']);
    expect((await own.send(url, { from: '2025-11-31', to: '' })).statusCode).toBe(400);
  });

  it('is looked at by casting, changed by administrators, and closed to others', async () => {
    const person = await house.person();
    const url = `/cinema/talent/${person.id}/availability`;
    for (const who of ['user', 'presence'] as const) expect((await house.visitor(who).open(url)).statusCode).toBe(403);
    const casting = house.visitor('casting');
    const seen = await casting.open(url);
    expect([seen.statusCode, seen.body.includes('name="day"')]).toEqual([200, false]);
    expect((await casting.send(`${url}/day`, { day: '2025-11-20' })).statusCode).toBe(403);
    const admin = house.visitor('admin');
    expect((await admin.open(url)).body).toContain('name="day"');
    expect((await admin.send(url, { from: '2025-11-20', to: '' })).statusCode).toBe(303);
    expect(text((await admin.next()).body)).toContain('20 nov. 2025');
    const { rows } = await sql<{ id: number }>`select id from talent.unavailabilities where cinema_talent_id = ${person.id}`.execute(
      house.db,
    );
    await admin.send(`${url}/${rows[0]?.id}/remove`, {});
    expect(text((await admin.next()).body)).toContain('De nouveau libre');
    expect((await admin.open('/cinema/talent/999999/availability')).statusCode).toBe(404);
  });
});
