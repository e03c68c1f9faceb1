/** `projects` and `project_talents` of the documents, made through the pages of administrators. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCinemaPerson } from '#test/cinema-people.ts';
import { at, type Column, columnOf, heldIn, NO_SUCH_ROW, NOT_NULL, refusalOf, TAKEN } from '#test/columns.ts';
import { registerPerson } from '#test/members.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';
import type { Visitor } from '#test/visitor.ts';

const FILM = {
  ...{ name: 'Le Dernier Voyage', production_type: 'Série TV', country_id: '1', shooting_locations: 'Ouarzazate, Marrakech' },
  ...{ start_date: '2031-11-03', end_date: '2031-11-28', is_active: '1' },
};

let atelier: Atelier;
let admin: Visitor;
let boss: Caller;
let company = 0;
let project: Readonly<Record<string, unknown>>;
let other = 0;
let assigned: Readonly<Record<string, unknown>>;
const person = { id: 0, code: '' };
const db = () => atelier.database.db;
const read = async (id: number): Promise<Record<string, unknown>> =>
  (await boss.inject({ method: 'GET', url: `/api/v1/cinema/projects/${id}` })).json().project;
const held = (name: string): Promise<unknown> => heldIn(db(), `talent.projects.${name}`, `id = ${project['id']}`);
const heldOf = (name: string): Promise<unknown> => heldIn(db(), `talent.project_talents.${name}`, `id = ${assigned['project_talent_id']}`);

async function create(what: 'projects' | 'productions', form: Readonly<Record<string, string>>): Promise<number> {
  await admin.open(`/cinema/${what}/new`);
  const made = await admin.send(`/cinema/${what}/new`, form);
  return Number(/(\d+)$/.exec(String(made.headers['location']))?.[1]);
}

beforeAll(async () => {
  atelier = await startAtelier();
  boss = await atelier.as('admin');
  admin = (await registerPerson(atelier, {}, 'admin')).visitor;
  company = await create('productions', { name: 'ABC Productions', country_id: '1', is_active: '1' });
  person.code = await registerCinemaPerson(admin);
  person.id = (await boss.inject({ method: 'GET', url: `/api/v1/cinema/talents/code/${person.code}` })).json().talent.id;
  const id = await create('projects', { ...FILM, production_id: String(company) });
  other = await create('projects', { ...FILM, name: 'Retour', production_id: String(company) });
  for (const to of [id, other]) {
    await admin.open(`/cinema/projects/${to}/assign-talent`);
    const role = { talent_code: person.code, talent_type: 'acteur_principal', role_description: 'La capitaine', state: 'none' };
    expect((await admin.send(`/cinema/projects/${to}/assign-talent`, role)).statusCode).toBe(303);
  }
  project = await read(id);
  assigned = (project['assigned_talents'] as Readonly<Record<string, unknown>>[])[0] ?? {};
});

describe('projects', () => {
  it('T-983 projects.id: the primary key, an integer that the database gives, shown by the API', async () => {
    expect(await columnOf(db(), 'talent.projects.id')).toMatchObject({ type: 'bigint', isKey: true, required: true });
    expect([Number(project['id']) > 0, other > Number(project['id'])]).toEqual([true, true]);
  });

  const TEXT: Partial<Column> = { type: 'text' };
  it.each([
    ['T-984 projects.production_name', 'name', { ...TEXT, required: true }, FILM.name, 'name'],
    ['T-985 projects.production_type', 'production_type', { ...TEXT, required: true }, 'Série TV', 'production_type'],
    ['T-988 projects.estimated_start_date', 'start_date', { type: 'date' }, FILM.start_date, 'start_date'],
    ['T-989 projects.estimated_end_date', 'end_date', { type: 'date' }, FILM.end_date, 'end_date'],
    ['T-990 projects.shooting_locations', 'shooting_locations', TEXT, FILM.shooting_locations, 'shooting_locations'],
  ] as const)('%s is kept as documented and comes back through the API', async (_name, column, is, value, wire) => {
    expect(await columnOf(db(), `talent.projects.${column}`)).toMatchObject(is);
    expect([await held(column), project[wire]]).toEqual([value, value]);
  });

  it.each([
    ['T-984 projects.production_name', 'name'],
    ['T-985 projects.production_type', 'production_type'],
  ])('%s is never empty', async (_name, column) =>
    expect(await refusalOf(db(), `update talent.projects set ${column} = null where id = ${other}`)).toBe(NOT_NULL),
  );

  it('T-985 projects.production_type is one of the printed types; another word is refused beside its field', async () => {
    const { options } = (await boss.inject({ method: 'GET', url: '/api/v1/cinema/options' })).json();
    const types = options.production_type.map(({ value }: { value: string }) => value);
    expect(types).toEqual(expect.arrayContaining(['Film', 'Série TV', 'Publicité']));
    await admin.open('/cinema/projects/new');
    const wrong = await admin.send('/cinema/projects/new', { ...FILM, production_type: 'Poterie' });
    expect([wrong.statusCode, wrong.body.includes('href="#f-production_type"')]).toEqual([400, true]);
  });

  it('T-986 T-992 projects.production_id leads to one company, shown as {id, name, logo_url}; a company has many projects', async () => {
    expect(await columnOf(db(), 'talent.projects.production_id')).toMatchObject({ type: 'bigint', references: 'talent.productions.id' });
    expect(await refusalOf(db(), `update talent.projects set production_id = 999999 where id = ${other}`)).toBe(NO_SUCH_ROW);
    expect(await held('production_id')).toBe(company);
    for (const one of [project, await read(other)])
      expect(one['production_company']).toMatchObject({ id: company, name: 'ABC Productions', logo_url: null });
  });

  it('T-987 projects.origin_country is kept as a country and shown by its name', async () => {
    expect(await columnOf(db(), 'talent.projects.country_id')).toMatchObject({ type: 'integer', references: 'talent.countries.id' });
    expect([await held('country_id'), project['origin_country']]).toEqual([1, 'Maroc']);
  });

  it('T-993 projects has many assigned talents, each shown with their role', async () => {
    const code = await registerCinemaPerson(admin, {
      person: { first_name: 'Binta', email: 'binta@cinema.example' },
      origins: { id_document_number: 'SN777777' },
    });
    await admin.open(`/cinema/projects/${project['id']}/assign-talent`);
    await admin.send(`/cinema/projects/${project['id']}/assign-talent`, { talent_code: code, talent_type: 'Figurant', state: 'none' });
    const team = (await read(Number(project['id'])))['assigned_talents'] as Readonly<Record<string, unknown>>[];
    expect(team.map((one) => [one['unique_code'], one['talent_type']])).toEqual([
      [person.code, 'Acteur Principal'],
      [code, 'Figurant'],
    ]);
  });
});

describe('project_talents', () => {
  it('T-994 project_talents.id: the primary key, shown as project_talent_id', async () => {
    expect(await columnOf(db(), 'talent.project_talents.id')).toMatchObject({ type: 'bigint', isKey: true });
    expect(await heldOf('id')).toBe(assigned['project_talent_id']);
  });

  it.each([
    ['T-995', 'project_id', 'talent.projects.id', () => project['id']],
    ['T-996', 'cinema_talent_id', 'talent.cinema_talents.id', () => person.id],
  ] as const)('%s project_talents.%s leads to %s, and is never empty', async (_id, column, references, value) => {
    expect(await columnOf(db(), `talent.project_talents.${column}`)).toMatchObject({ type: 'bigint', required: true, references });
    expect(await heldOf(column)).toBe(value());
    const set = (to: string) =>
      refusalOf(db(), `update talent.project_talents set ${column} = ${to} where id = ${assigned['project_talent_id']}`);
    expect([await set('999999'), await set('null')]).toEqual([NO_SUCH_ROW, NOT_NULL]);
  });

  it('T-997 project_talents.project_code is unique, CCIIISSSNNN as the chapter on codes says', async () => {
    expect(await columnOf(db(), 'talent.project_talents.project_code')).toMatchObject({ type: 'text', required: true, isUnique: true });
    const digits = String(project['id']).padStart(3, '0');
    expect([await heldOf('project_code'), assigned['project_code']]).toEqual([`MAABC${digits}001`, `MAABC${digits}001`]);
    const twice = `update talent.project_talents set project_code = 'MAABC${digits}001' where project_id = ${other}`;
    expect(await refusalOf(db(), twice)).toBe(TAKEN);
  });

  it('T-998 project_talents.role_type takes the key of the technical document and is shown as the printed type', async () => {
    expect(await columnOf(db(), 'talent.project_talents.talent_type')).toMatchObject({ type: 'text', required: true });
    expect([await heldOf('talent_type'), at(assigned, 'talent_type')]).toEqual(['Acteur Principal', 'Acteur Principal']);
  });

  it('T-999 project_talents.role_description is text of any length, and comes back', async () => {
    expect(await columnOf(db(), 'talent.project_talents.role_description')).toMatchObject({ type: 'text', required: false });
    expect([await heldOf('role_description'), assigned['role_description']]).toEqual(['La capitaine', 'La capitaine']);
  });
});
