/** The values that the talent documents print for choices, and the fields that `PUT /users/:id` takes: each written and read back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { AWA, registerCinemaPerson } from '#test/cinema-people.ts';
import { departuresFrom, documentedFields } from '#test/documented.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let admin: Caller;
let boss: Caller;
let person: Registered;
let editor: Registered;
const V2 = { 'api-version': '2' };
const V3 = { 'api-version': '3' };
const get = async (url: string, headers = V3) => (await admin.inject({ method: 'GET', url: `/api/v1${url}`, headers })).json();
const change = (payload: object, caller = admin) =>
  caller.inject({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload, headers: V3 });
const read = async (headers = V3) => (await get(`/users/${person.id}`, headers)).user;
const found = async (query: string): Promise<readonly number[]> =>
  (await get(`/users?limit=100&${query}`)).users.map(({ id }: { id: number }) => id);

beforeAll(async () => {
  atelier = await startAtelier();
  [admin, boss] = [await atelier.as('admin'), await atelier.as('super_admin')];
  editor = await registerPerson(atelier, {}, 'admin');
  person = await registerPerson(atelier, { talents: [1] });
});

describe('choices of a profile', () => {
  it.each([
    ['T-206', 'availability', 'disponible_maintenant'],
    ['T-207', 'availability', 'disponible_prochainement'],
    ['T-208', 'availability', 'non_disponible'],
    ['T-209', 'availability', 'projet_actuel'],
    ['T-210', 'work_mode', 'sur_site'],
    ['T-211', 'work_mode', 'a_distance'],
    ['T-212', 'work_mode', 'hybride'],
    ['T-213', 'work_mode', 'flexible'],
  ])('%s %s %s is taken, shown, and found by', async (_id, field, value) => {
    expect((await change({ [field]: value })).statusCode).toBe(200);
    expect((await read())[field]).toBe(value);
    expect(await found(`${field}=${value}`)).toEqual([person.id]);
  });

  it.each([
    ['T-214', 'M'],
    ['T-215', 'F'],
    ['T-216', 'N'],
  ])('%s gender %s is taken at registration, stands in the code, and is found by', async (_id, gender) => {
    const somebody = await registerPerson(atelier, { gender });
    expect(somebody.code[2]).toBe(gender);
    expect((await get(`/users/${somebody.id}`)).user.gender).toBe(gender);
    expect(await found(`gender=${gender}`)).toContain(somebody.id);
  });

  it('T-259 work_mode "hybrid" of version 2 is the same as hybride', async () => {
    await change({ work_mode: 'sur_site' });
    expect((await change({ work_mode: 'hybrid' })).statusCode).toBe(200);
    expect([(await read()).work_mode, await found('work_mode=hybrid')]).toEqual(['hybride', [person.id]]);
  });

  it('T-260 rate_range in the printed form comes back in both dialects', async () => {
    const rate = '500 MAD/h / 8000 MAD/mois';
    await change({ rate_range: rate });
    expect([(await read(V2)).rate_range, (await read()).rate_range]).toEqual([rate, rate]);
  });

  it('T-254 shows linkedin, github and twitter among the networks of a person', async () => {
    const networks = { linkedin: 'https://linkedin.com/in/x', github: 'https://github.com/x', twitter: 'https://twitter.com/x' };
    await change(networks);
    expect((await read()).social_media).toMatchObject(networks);
  });
});

describe('PUT /api/v1/users/:user_id', () => {
  it.each([
    ['T-666', 'availability', ['disponible_maintenant', 'disponible_prochainement', 'non_disponible', 'projet_actuel'], 'demain'],
    ['T-667', 'work_mode', ['sur_site', 'a_distance', 'hybride', 'flexible'], 'lune'],
    ['T-668', 'rate_range', ['75000-125000'], 'x'.repeat(101)],
    ['T-669', 'bio', ['Nouvelle bio'], 'x'.repeat(2001)],
    ['T-670', 'years_experience', [12], -1],
    ['T-671', 'portfolio_url', ['https://portfolio.example/moi'], 'no address'],
    ['T-672', 'website', ['https://moi.example/'], 'no address'],
  ] as const)('%s takes %s of %j and refuses another value beside its name', async (_id, field, values, wrong) => {
    for (const value of values) {
      expect((await change({ [field]: value })).statusCode).toBe(200);
      expect((await read())[field]).toBe(value);
    }
    const refused = await change({ [field]: wrong });
    expect([refused.statusCode, Object.keys(refused.json().details)]).toEqual([400, [field]]);
    expect((await read())[field]).toBe(values.at(-1));
    expect((await change({})).statusCode, 'every field is optional').toBe(200);
  });

  it('T-673 takes account_active from an administrator, T-674 is_admin from a super-administrator alone', async () => {
    for (const value of [false, true]) {
      expect((await change({ account_active: value })).statusCode).toBe(200);
      expect((await read()).account_active).toBe(value);
    }
    expect((await change({ is_admin: true })).statusCode).toBe(403);
    for (const value of [true, false]) {
      expect((await change({ is_admin: value }, boss)).statusCode).toBe(200);
      expect((await read()).is_admin).toBe(value);
    }
    expect((await change({ account_active: 'perhaps' })).statusCode).toBe(400);
  });

  it('T-663 T-664 GET answers 404 and 403 with the two printed fields', async () => {
    const missing = await admin.inject({ method: 'GET', url: '/api/v1/users/99999999', headers: V3 });
    const closed = await (await atelier.as('user')).inject({ method: 'GET', url: `/api/v1/users/${person.id}`, headers: V3 });
    for (const [status, reply] of [
      [404, missing],
      [403, closed],
    ] as const) {
      expect([reply.statusCode, departuresFrom(`talent.v3.users.get ${status}`, reply.json())]).toEqual([status, []]);
      expect(documentedFields(`talent.v3.users.get ${status}`)).toHaveLength(2);
    }
  });

  it('T-677 DELETE answers 200 with the two printed fields', async () => {
    const { id } = await registerPerson(atelier);
    const reply = await admin.inject({ method: 'DELETE', url: `/api/v1/users/${id}`, headers: V3 });
    expect([reply.statusCode, departuresFrom('talent.v3.users.delete 200', reply.json()), reply.json().success]).toEqual([200, [], true]);
    expect(documentedFields('talent.v3.users.delete 200')).toHaveLength(2);
  });
});

describe('the catalogue', () => {
  it('T-250 has the 73 talents of version 3 under the tag general, each in a category, and the 150 of version 2 in all (C-091)', async () => {
    const { talents: general } = await get('/talents?tag=general');
    expect([general.length, (await get('/talents')).talents.length]).toEqual([73, 150]);
    expect(general.every(({ category }: { category: string }) => category.length > 0)).toBe(true);
  });

  it.each([
    ['T-255', 'general'],
    ['T-256', 'cinema'],
  ])('%s has talents of the tag %s, and gives them alone when asked', async (_id, tag) => {
    const { talents } = await get(`/talents?tag=${tag}`, V2);
    expect(talents.length).toBeGreaterThan(3);
    expect(new Set(talents.map((one: { tag: string }) => one.tag))).toEqual(new Set([tag]));
    expect(talents.length).toBeLessThan((await get('/talents', V2)).talents.length);
  });
});

describe('projects and CINEMA people', () => {
  let project = 0;
  const film = {
    name: 'Le Désert',
    production_type: 'Film',
    country_id: '1',
    start_date: '2031-11-03',
    end_date: '2031-11-28',
    is_active: '1',
  };
  const moveTo = async (status: string): Promise<number> => {
    await editor.visitor.open(`/cinema/projects/${project}`);
    return (await editor.visitor.send(`/cinema/projects/${project}/status`, { status, sure: '1' })).statusCode;
  };

  beforeAll(async () => {
    await editor.visitor.open('/cinema/projects/new');
    const made = await editor.visitor.send('/cinema/projects/new', film);
    project = Number(/(\d+)$/.exec(String(made.headers['location']))?.[1]);
  });

  it.each([
    ['T-239', 'en_preparation', 'En préparation'],
    ['T-240 T-261', 'en_tournage', 'En tournage'],
    ['T-241', 'post_production', 'Post-production'],
    ['T-242', 'termine', 'Terminé'],
  ])('%s project status %s is taken, shown as "%s", and found by', async (_id, status, display) => {
    expect(await moveTo(status)).toBe(303);
    expect((await get(`/cinema/projects/${project}`, V2)).project).toMatchObject({ status, status_display: display });
    const { projects } = await get(`/cinema/projects?status=${status}`);
    expect(projects.map(({ id }: { id: number }) => id)).toEqual([project]);
  });

  it('T-252 T-253 shows a passport as such, and facebook, instagram and tiktok', async () => {
    const code = await registerCinemaPerson(editor.visitor);
    const { talent } = await get(`/cinema/talents/code/${code}`);
    expect(talent.id_document).toEqual({ type: 'Passeport', number: 'SN123456' });
    const { facebook, instagram, tiktok } = AWA.person;
    expect(talent.social_media).toMatchObject({ facebook, instagram, tiktok });
  });

  it('T-263 T-264 shows an identity card as CIN, and masks its number in version 2', async () => {
    const code = await registerCinemaPerson(editor.visitor, {
      person: { email: 'cin@cinema.example' },
      origins: { id_document_type: 'CIN', id_document_number: 'AB987623' },
    });
    const { talent } = await get(`/cinema/talents/code/${code}`, V2);
    expect(talent).toMatchObject({ id_document_type: 'CIN', id_document_initials: 'AB***23' });
    expect(JSON.stringify(talent)).not.toContain('987623');
  });
});
