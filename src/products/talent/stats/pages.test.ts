import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type CinemaHouse, openCinemaHouse } from './test-house.ts';
import { insertTalent, type TalentFacts } from './test-people.ts';

let house: CinemaHouse;
const accounts = { admin: 0, presence: 0, user: 0 };
beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  afterFile(house.close);
  for (const role of ['admin', 'presence', 'user'] as const) accounts[role] = await house.account(role);
});

const get = async (url: string, { as = 'admin' }: { as?: keyof typeof accounts | null } = {}) => {
  const { statusCode: status, body: raw } = await (as ? house.doorOf(accounts[as]) : house.door).inject({
    url,
    headers: { accept: 'text/html' },
  });
  return { status, raw };
};

const codeOf = async (facts: TalentFacts): Promise<string> => {
  const id = await insertTalent(house, facts);
  const { rows } = await sql<{ code: string }>`select unique_code as code from talent.cinema_talents where id = ${id}`.execute(house.db);
  return rows[0]?.code ?? '';
};

describe('T-826 the dashboard', () => {
  it('shows who is missing on a set today to who looks after it', async () => {
    const { id: project } = (
      await sql<{ id: number }>`insert into talent.projects (name, production_type, status, start_date, end_date, time_zone)
        values ('Nuits de Rabat', 'Film', 'en_tournage', '2025-10-20', '2025-10-26', 'Africa/Casablanca') returning id`.execute(house.db)
    ).rows[0] ?? { id: 0 };
    const people = [await insertTalent(house), await insertTalent(house), await insertTalent(house), await insertTalent(house)];
    const assignments: number[] = [];
    for (const [index, person] of people.entries()) {
      const { rows } = await sql<{
        id: number;
      }>`insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type)
        values (${project}, ${person}, ${`P${index}`}, ${index + 1}, 'Figurant') returning id`.execute(house.db);
      assignments.push(rows[0]?.id ?? 0);
    }
    // The first is on set, the second expected every day, the third booked for another day, the fourth for today.
    await sql`insert into talent.presences (project_id, cinema_talent_id, day, check_in_at) values (${project}, ${people[0]}, '2025-10-26', now())`.execute(
      house.db,
    );
    const book = (index: number, days: string) =>
      sql`insert into talent.bookings (assignment_id, cinema_talent_id, days, state) values (${assignments[index]}, ${people[index]}, ${days}::daterange, 'booked')`.execute(
        house.db,
      );
    await book(2, '[2025-10-21,2025-10-22)');
    await book(3, '[2025-10-26,2025-10-27)');

    const page = await get('/cinema/dashboard', { as: 'presence' });
    expect(page.raw).toContain('Nuits de Rabat');
    expect(page.raw).toContain('2 personnes manquent');
    expect(page.raw).toContain('1 / 3');
    expect((await get('/cinema/dashboard', { as: 'user' })).raw).not.toContain('manquent');
    // At three in the morning of the next day the shooting day goes on; at five it is over, and so is the shoot.
    house.clock.set('2025-10-27T02:00:00Z');
    expect((await get('/cinema/dashboard', { as: 'presence' })).raw).toContain('2 personnes manquent');
    house.clock.set('2025-10-27T04:30:00Z');
    expect((await get('/cinema/dashboard', { as: 'presence' })).raw).not.toContain('manquent');
    house.clock.set('2025-10-26T15:30:00Z');
  });

  it('offers what one may do, and shows only public people to members', async () => {
    const [hidden, shown] = [
      await codeOf({ isPublic: false }),
      await codeOf({
        isPublic: true,
        gender: 'F',
        born: '1970-01-01',
        types: ['Acteur Principal'],
        languages: ['ar'],
        years: 0,
        country: 2,
        height: 171,
      }),
    ];
    const [member, admin, presence] = [
      (await get('/cinema/dashboard', { as: 'user' })).raw,
      (await get('/cinema/dashboard')).raw,
      (await get('/cinema/dashboard', { as: 'presence' })).raw,
    ];
    for (const href of ['/cinema/talents/new', '/cinema/projects/new', '/cinema/productions/new']) {
      expect(admin).toContain(`href="${href}"`);
      expect(member).not.toContain(`href="${href}"`);
    }
    expect(member).toContain('href="/cinema/register"');
    expect([presence.includes('href="/presence"'), member.includes('href="/presence"')]).toEqual([true, false]);
    expect([admin, member].map((page) => page.includes(`/cinema/profile/${hidden}`))).toEqual([true, false]);
    expect(member).toContain(`/cinema/profile/${shown}`);
    expect((await get('/cinema/dashboard', { as: null })).status).toBe(303);
  });
});

describe('T-849 the page of statistics', () => {
  it('says every figure in a table, and leads to the people behind it', async () => {
    const { raw } = await get('/cinema/stats', { as: 'user' });
    for (const href of [
      'gender=F',
      'talent_type=Acteur+Principal',
      'age_range=51%2B',
      'country=SN',
      'language=ar',
      'experience=debutant',
      'has_photo=1',
    ])
      expect(raw, href).toContain(`href="/cinema/talents?${href}"`);
    expect(raw).not.toContain('style=');
    expect(raw).toMatch(/<caption>Taille \(cm\)<\/caption>/);
  });
});
