import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { type House, openHouse, type Person } from '#test/projects-house.ts';
import type { Assignment } from './projects.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

const refusalOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Failure) return error;
  throw new Error('it was not refused', { cause: error });
};

const FIGURE = { talent_type: 'Figurant' } as const;
const assign = async (projectId: number, { id }: Person, more: object = {}): Promise<Assignment> =>
  house.projects.assign(null, projectId, { talent_id: id, ...FIGURE, ...more });
const logOf = async (projectId: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ said: string }>`
    select action_description as said from kernel.activity_logs where resource_type = 'project' and resource_id = ${String(projectId)}
    order by id`.execute(house.db);
  return rows.map(({ said }) => said);
};

describe('T-196 T-197 T-198 T-867 assigning', () => {
  it('gives a code, a badge and the days of the project, and is told', async () => {
    const production = await house.production({ name: 'ABC Productions' });
    const project = await house.project({ production_id: production });
    const person = await house.person();
    const request = house.request('admin');
    const input = {
      talent_code: person.code.toLowerCase(),
      talent_type: 'Actrice Principale',
      role_description: 'Rôle principal féminin',
      state: 'booked',
    };
    const made = await house.projects.assign(request, project.id, input);
    expect(made).toMatchObject({
      ordinal: 1,
      talentType: 'Acteur Principal',
      role: 'Rôle principal féminin',
      letter: 'none',
      removedAt: null,
    });
    expect(made.projectCode).toBe(`MAABC${String(project.id).padStart(3, '0')}001`);
    expect(made.bookings).toEqual([{ from: '2025-11-03', until: '2025-11-29', state: 'booked' }]);
    expect(made.badge?.seed).toMatch(/^.{9}$/);
    expect(await logOf(project.id)).toEqual([`${person.code} assigné à « ${project.name} » (${made.projectCode})`]);
    expect(await house.projects.assignmentByCode(house.db, `prj-${String(project.id).padStart(3, '0')}-001`)).toMatchObject({
      id: made.id,
    });
  });

  it('takes the country of the production when the project has none, and freezes the code', async () => {
    const production = await house.production({ name: 'Dakar Films', country_id: 2 });
    const project = await house.project({ production_id: production, country_id: null });
    const first = await assign(project.id, await house.person());
    expect(first.projectCode).toMatch(/^SNDF\d{3}001$/);
    await house.projects.update(null, project.id, { production_id: null });
    expect((await assign(project.id, await house.person())).projectCode).toMatch(/^XXPRJ\d{3}002$/);
    expect((await house.projects.assignment(house.db, first.id))?.projectCode).toBe(first.projectCode);
  });

  it('books nothing without dates, and asks for them when days are wanted', async () => {
    const project = await house.project({ start_date: null, end_date: null });
    expect((await assign(project.id, await house.person())).bookings).toEqual([]);
    const refused = await refusalOf(assign(project.id, await house.person(), { state: 'booked' }));
    expect(Object.keys(refused.fields)).toEqual(['from']);
  });

  it.each([
    [{ talent_type: 'Pompier' }, ['talent_type']],
    [{ from: '2025-11-31' }, ['from']],
    [{ from: '2025-11-10', to: '2025-11-09' }, ['to']],
    [{ state: 'perhaps' }, ['state']],
    [{ talent_id: undefined, talent_code: 'MACAS9999F' }, ['talent_code']],
    [{ talent_id: undefined }, ['talent_code']],
    [{ talent_id: 987654 }, ['talent_code']],
    [{ from: '2025-01-01', to: '2027-12-31' }, ['to']],
  ])('names the field at fault and keeps nothing: %o', async (wrong, fields) => {
    const project = await house.project();
    const refused = await refusalOf(assign(project.id, await house.person(), wrong));
    expect([refused.kind, Object.keys(refused.fields)]).toEqual(['invalid', fields]);
    expect(await house.projects.require(house.db, project.id)).toMatchObject({ assignedCount: 0 });
  });

  it('refuses a person twice, and a closed file', async () => {
    const project = await house.project();
    const person = await house.person();
    await assign(project.id, person);
    expect((await refusalOf(assign(project.id, person))).code).toBe('ALREADY_ASSIGNED');
    expect(Object.keys((await refusalOf(assign(project.id, await house.person({ isActive: false })))).fields)).toEqual(['talent_code']);
  });

  it('never gives a place twice: who comes back gets a new code and a new badge', async () => {
    const project = await house.project();
    const person = await house.person();
    const first = await assign(project.id, person);
    const gone = await house.projects.unassign(house.request('admin'), first.id);
    expect(gone).toMatchObject({ badge: null, bookings: [], removedAt: house.clock.now() });
    expect(await house.projects.assignments(house.db, project.id)).toEqual([]);
    expect(await house.badges.revoked(house.db, project.id)).toEqual([{ seed: first.badge?.seed, reason: 'removed' }]);
    const second = await assign(project.id, person);
    expect([second.ordinal, second.projectCode === first.projectCode, second.badge?.seed === first.badge?.seed]).toEqual([2, false, false]);
    expect((await refusalOf(house.projects.unassign(null, first.id))).kind).toBe('not-found');
  });

  it('leaves out a code that another project already has', async () => {
    const project = await house.project();
    const other = await house.project();
    const taken = `MAPRJ${String(project.id).padStart(3, '0')}001`;
    await assign(other.id, await house.person());
    await sql`update talent.project_talents set project_code = ${taken} where project_id = ${other.id}`.execute(house.db);
    expect((await assign(project.id, await house.person())).ordinal).toBe(2);
  });

  it('gives 12 people at once 12 places in a row', async () => {
    const project = await house.project();
    const people = await Promise.all(Array.from({ length: 12 }, () => house.person()));
    const made = await Promise.all(people.map((person) => assign(project.id, person)));
    expect(made.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(new Set(made.map(({ projectCode }) => projectCode)).size).toBe(12);
  });
});
