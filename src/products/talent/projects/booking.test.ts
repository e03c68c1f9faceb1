import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { say } from '#kernel/message.ts';
import { eventually } from '#test/eventually.ts';
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
const wordsOf = (failure: Failure): string => say(failure.text, 'fr', failure.params);

const FIGURE = { talent_type: 'Figurant' } as const;
const assign = async (projectId: number, { id }: Person, more: object = {}): Promise<Assignment> =>
  house.projects.assign(null, projectId, { talent_id: id, ...FIGURE, ...more });
const logOf = async (projectId: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ said: string }>`
    select action_description as said from kernel.activity_logs where resource_type = 'project' and resource_id = ${String(projectId)}
    order by id`.execute(house.db);
  return rows.map(({ said }) => said);
};

describe('clashes across projects', () => {
  const NOVEMBER = { state: 'booked', from: '2025-11-10', to: '2025-11-14' } as const;

  it('20 projects want one person on the same days at once: one gets them, 19 are told by whom', async () => {
    const person = await house.person();
    const projects = await Promise.all(Array.from({ length: 20 }, () => house.project()));
    const results = await Promise.allSettled(projects.map(({ id }) => assign(id, person, NOVEMBER)));
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Failure] : []));
    expect([winners.length, refusals.length]).toEqual([1, 19]);
    const winner = projects.find(({ id }) => id === winners[0]?.projectId);
    for (const refused of refusals) {
      expect(refused.code).toBe('BOOKING_CLASH');
      expect(wordsOf(refused)).toContain(`« ${winner?.name} », du 10 nov. 2025 au 14 nov. 2025 (réservation ferme)`);
    }
  });

  it('ranges that touch are no clash; neither is who left', async () => {
    const person = await house.person();
    const [one, two, three] = [await house.project(), await house.project(), await house.project()];
    const first = await assign(one.id, person, NOVEMBER);
    await assign(two.id, person, { state: 'booked', from: '2025-11-15', to: '2025-11-16' });
    await house.projects.unassign(null, first.id);
    expect((await assign(three.id, person, NOVEMBER)).bookings).toHaveLength(1);
  });

  it('over somebody’s pencil one must say so, and it is told', async () => {
    const person = await house.person();
    const [one, two] = [await house.project(), await house.project()];
    const leader = house.request('casting').viewer?.accountId ?? 0;
    await sql`update talent.projects set created_by = ${leader} where id = ${one.id}`.execute(house.db);
    await assign(one.id, person, { ...NOVEMBER, state: 'pencil' });
    expect((await refusalOf(assign(two.id, person, NOVEMBER))).fields).toHaveProperty('accept');
    expect(house.told.filter(({ kind }) => kind === 'booking.clash')).toEqual([]);
    const made = await house.projects.assign(house.request('admin'), two.id, {
      talent_id: person.id,
      ...FIGURE,
      ...NOVEMBER,
      accept: true,
    });
    expect((await logOf(two.id)).at(-1)).toContain(`malgré : ${one.name} 2025-11-10 → 2025-11-14`);
    expect(made.bookings[0]?.state).toBe('booked');
    const notice = house.told.filter(({ kind }) => kind === 'booking.clash');
    expect(notice).toMatchObject([{ to: leader, href: `/cinema/projects/${one.id}`, values: { mine: one.name, other: two.name } }]);
    expect(notice[0]?.values['day']).toMatchObject({ fr: '10 novembre 2025', en: '10 November 2025' });
  });

  it('a pencil never goes over a booking; over another pencil it does', async () => {
    const person = await house.person();
    const [one, two, three] = [await house.project(), await house.project(), await house.project()];
    await assign(one.id, person, { ...NOVEMBER, state: 'pencil' });
    await assign(two.id, person, { ...NOVEMBER, state: 'pencil' });
    const mine = (await house.projects.assignmentOf(house.db, one.id, person.id))?.id ?? 0;
    await house.projects.setBookings(null, mine, { bookings: [NOVEMBER], accept: true });
    const refused = await refusalOf(assign(three.id, person, { ...NOVEMBER, state: 'pencil', accept: true }));
    expect(refused.code).toBe('BOOKING_CLASH');
  });

  it('days on which somebody cannot work need a yes', async () => {
    const account = await house.account();
    const person = await house.person({ accountId: account });
    const project = await house.project();
    await house.projects.availability.add(house.request(`user:${account}`), person.id, {
      from: '2025-11-12',
      to: '2025-11-13',
      reason: 'Mariage',
    });
    const of = { projectId: project.id, talentId: person.id };
    expect(await house.projects.preview(house.db, of, NOVEMBER)).toMatchObject([
      { kind: 'unavailable', from: '2025-11-12', until: '2025-11-14', reason: 'Mariage' },
    ]);
    expect(wordsOf(await refusalOf(assign(project.id, person, NOVEMBER)))).toContain('indisponible du 12 nov. 2025 au 13 nov. 2025');
    expect((await assign(project.id, person, { ...NOVEMBER, accept: '1' })).bookings).toHaveLength(1);
  });

  it('changes the days of an assignment without meeting itself, whole or not at all', async () => {
    const person = await house.person();
    const [one, two] = [await house.project(), await house.project()];
    const mine = await assign(one.id, person, NOVEMBER);
    await assign(two.id, person, { state: 'booked', from: '2025-11-20', to: '2025-11-21' });
    const bookings = [
      { ...NOVEMBER, to: '2025-11-12' },
      { state: 'pencil', from: '2025-11-17', to: '2025-11-18' },
    ];
    const changed = await house.projects.setBookings(null, mine.id, { bookings });
    expect(changed.bookings.map(({ until }) => until)).toEqual(['2025-11-13', '2025-11-19']);
    const refused = await refusalOf(
      house.projects.setBookings(null, mine.id, { bookings: [...bookings, { state: 'booked', from: '2025-11-21', to: '2025-11-22' }] }),
    );
    expect(wordsOf(refused)).toContain(two.name);
    const twice = await refusalOf(
      house.projects.setBookings(null, mine.id, { bookings: [...bookings, { state: 'booked', from: '2025-11-12', to: '2025-11-12' }] }),
    );
    expect(Object.keys(twice.fields)).toEqual(['bookings.2.from']);
    expect((await house.projects.assignment(house.db, mine.id))?.bookings).toEqual(changed.bookings);
  });

  it('the database holds what is written past the program, and the refusal is the same', async () => {
    const person = await house.person();
    const [one, two] = [await house.project(), await house.project()];
    const past = await assign(one.id, person, { state: 'none' });
    let waiting: Promise<Failure> | undefined;
    await house.db.transaction().execute(async (tx) => {
      await sql`insert into talent.bookings (assignment_id, cinema_talent_id, days, state)
        values (${past.id}, ${person.id}, '[2025-11-10,2025-11-11)', 'booked')`.execute(tx);
      waiting = refusalOf(assign(two.id, person, NOVEMBER));
      const stuck = sql<{ count: number }>`select count(*)::int as count from pg_locks where not granted`;
      await eventually(async () => (await stuck.execute(house.db)).rows[0]?.count).toBeGreaterThan(0);
    });
    const refused = await waiting;
    expect([refused?.code, refused && wordsOf(refused)]).toEqual(['BOOKING_CLASH', expect.stringContaining(one.name)]);
  });
});

describe('who is busy, in one question', () => {
  it('says the days and what took them, for many people', async () => {
    const [busy, free] = [await house.person(), await house.person()];
    const project = await house.project();
    await assign(project.id, busy, { state: 'pencil' });
    const { availabilityOf } = await import('./projects.ts');
    const found = await availabilityOf(house.db, [busy.id, free.id], { from: '2025-11-28', until: '2025-12-01' });
    expect([...found.keys()]).toEqual([busy.id]);
    expect(found.get(busy.id)).toMatchObject([{ kind: 'pencil', project: { name: project.name }, until: '2025-11-29' }]);
    expect((await availabilityOf(house.db, [busy.id], { from: '2025-11-29', until: '2025-12-01' })).size).toBe(0);
  });
});

describe('T-991 a finished project', () => {
  it('gives back the days after today and takes no new ones', async () => {
    const person = await house.person();
    const project = await house.project({ start_date: '2025-10-20', end_date: '2025-11-20' });
    const made = await assign(project.id, person, { state: 'booked' });
    expect(await house.projects.setStatus(null, project.id, 'termine')).toBe(1);
    expect((await house.projects.assignment(house.db, made.id))?.bookings).toEqual([
      { from: '2025-10-20', until: '2025-10-27', state: 'booked' },
    ]);
    const other = await house.project({ start_date: '2025-10-27', end_date: '2025-10-30' });
    await assign(other.id, person, { state: 'booked' });
    const late = await refusalOf(assign(project.id, await house.person(), { from: '2025-11-01', to: '2025-11-02' }));
    expect(Object.keys(late.fields)).toEqual(['from']);
  });
});
