import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let admin: Caller;

beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  admin = await atelier.signIn('admin@talento.com', '@4dm1n');
});

const get = async (url: string): Promise<Record<string, never>> => (await admin.inject({ method: 'GET', url })).json();
const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> => (await query.execute(atelier.database.db)).rows[0];

describe('the CINEMA demonstration', () => {
  it('T-059 T-084 has the documented people, who sign in and own their file', async () => {
    const sophia = await atelier.signIn('sophia@demo.cinema', 'demo123');
    const { talent } = (await sophia.inject({ method: 'GET', url: '/api/v1/cinema/talents/code/MACAS0001F' })).json();
    expect(talent).toMatchObject({
      unique_code: 'MACAS0001F',
      first_name: 'Sophia',
      date_of_birth: '1996-03-15',
      contact: { email: 'sophia@demo.cinema' },
      talent_types: ['Acteur Principal', 'Mannequin'],
      physical_characteristics: { height: 170, eye_color: 'Marron', hair_type: 'Ondulé', skin_tone: 'Medium' },
    });
    expect(talent.media.gallery).toHaveLength(3);
    for (const email of ['youssef@demo.cinema', 'aminata@demo.cinema'])
      expect((await atelier.signIn(email, 'demo123')).accountId).toBeGreaterThan(0);
  });

  it('has 300 people, six productions, eight projects in every state', async () => {
    expect(await get('/api/v1/cinema/talents')).toMatchObject({ total: 300 });
    expect(await get('/api/v1/cinema/productions')).toMatchObject({ total: 6 });
    const { projects } = (await get('/api/v1/cinema/projects?limit=100')) as unknown as { projects: { status: string }[] };
    expect(projects).toHaveLength(8);
    expect(new Set(projects.map(({ status }) => status))).toEqual(new Set(['en_preparation', 'en_tournage', 'post_production', 'termine']));
  });

  it('rehearses ten days of presence, one departure forgotten, and nobody booked twice', async () => {
    const days = await one(sql<{ days: number; open: number; hours: number }>`
      select count(distinct day)::int as days, count(*) filter (where check_out_at is null)::int as open,
        round(avg(extract(epoch from check_out_at - check_in_at) / 3600))::int as hours
      from talent.presences`);
    expect(days).toMatchObject({ days: 10, open: 1 });
    expect(days?.hours).toBeGreaterThan(8);
    const twice = await one(sql<{ n: number }>`
      select count(*)::int as n from talent.bookings a join talent.bookings b
        on a.cinema_talent_id = b.cinema_talent_id and a.id < b.id and a.days && b.days and a.assignment_id <> b.assignment_id`);
    expect(twice).toEqual({ n: 0 });
  });

  it('paints the faces of the others while the studio is open', async () => {
    const faceless = async (): Promise<number> =>
      (await one(sql<{ n: number }>`select count(*)::int as n from talent.cinema_talents where photo_file is null`))?.n ?? 0;
    const before = await faceless();
    expect(before).toBeGreaterThan(250);
    await atelier.work();
    await eventually(faceless).toBeLessThan(before);
  });
});
