import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

const WEEK = 7;
let atelier: Atelier;
let person: Caller;
let pictures: readonly number[] = [];

interface Wire {
  readonly id: number;
  readonly next_at: string | null;
  readonly notice: string | null;
  readonly posts_planned: number;
  readonly is_active: boolean;
}

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, caller: Caller = person) =>
  caller.inject({ method, url, headers: { origin: 'http://localhost', host: 'localhost' }, ...(payload ? { payload } : {}) });
const schedule = async (body: object): Promise<Wire> => {
  const reply = await ask('POST', '/api/scheduler/schedules/', {
    name: 'Chaque jour',
    frequency: 'daily',
    platforms: ['facebook'],
    ...body,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<Wire>();
};
interface Post {
  readonly id: number;
  readonly platform: string;
  readonly scheduled_time: string;
  readonly caption: string;
  readonly image: { readonly id: number };
}
const posts = async (status = 'scheduled'): Promise<readonly Post[]> =>
  (await ask('GET', `/api/scheduler/posts/?status=${status}&page_size=100`)).json<{ results: Post[] }>().results;

/** Validated, as if a person had judged them; oldest first. */
async function validated(count: number, tag: string): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const reply = await ask('POST', '/api/images/generate/', {
      prompt: `Un phare au bord de la mer ${n}`,
      width: 256,
      height: 256,
      tags: [tag],
    });
    ids.push(reply.json<{ id: number }>().id);
  }
  const made = async () => (await ask('GET', `/api/images/?status=generated&tags=${tag}`)).json<{ count: number }>().count;
  await vi.waitFor(async () => expect(await made()).toBe(count), { timeout: 60_000, interval: 100 });
  for (const id of ids) await ask('PATCH', `/api/images/${id}/validate/`, { action: 'validate' });
  return ids;
}

beforeAll(async () => {
  atelier = await startAtelier({ work: true });
  person = await atelier.as('user');
  pictures = await validated(4, 'phare');
}, 120_000);

describe('I-083 recurring schedules', () => {
  it('are refused with every fault named', async () => {
    const reply = await ask('POST', '/api/scheduler/schedules/', {
      ...{ frequency: 'sometimes', time_of_day: '25:00', platforms: ['myspace'], timezone: 'Mars/Olympus', max_occurrences: 0 },
      ...{ ends_on: '2026-02-30', is_active: 'maybe' },
    });
    expect(reply.statusCode).toBe(400);
    const { details } = reply.json<{ details: Record<string, string[]> }>();
    expect(Object.keys(details).sort()).toEqual(
      ['ends_on', 'frequency', 'is_active', 'max_occurrences', 'name', 'platforms', 'time_of_day', 'timezone'].sort(),
    );
    expect((await ask('GET', '/api/scheduler/schedules/')).json()).toMatchObject({ count: 0 });
  });

  it('take the oldest validated picture that was never posted there, two days ahead', async () => {
    const made = await schedule({ time_of_day: '10:00', caption_template: '{prompt} — {tags}', hashtags: '#phare', tags: ['phare'] });
    expect(made).toMatchObject({ posts_planned: 2, notice: null, is_active: true });
    const planned = (await posts()).toSorted((a, b) => a.scheduled_time.localeCompare(b.scheduled_time));
    expect(planned.map(({ image }) => image.id)).toEqual(pictures.slice(0, 2));
    expect(planned.every(({ scheduled_time: at }) => at.endsWith('T10:00:00Z'))).toBe(true);
    expect(planned[0]?.caption).toBe('Un phare au bord de la mer 0 — phare');
    const ahead = (await ask('GET', `/api/scheduler/schedules/${made.id}/preview/`)).json<{ instants: object[] }>();
    expect(ahead.instants).toHaveLength(10);
  });

  it('take back what waits when they change, and plan anew', async () => {
    const [{ id } = { id: 0 }] = (await ask('GET', '/api/scheduler/schedules/')).json<{ results: Wire[] }>().results;
    const reply = await ask('PATCH', `/api/scheduler/schedules/${id}/`, { time_of_day: '18:30:00', timezone: 'Africa/Casablanca' });
    expect(reply.json()).toMatchObject({ posts_planned: 2, time_of_day: '18:30:00' });
    const planned = await posts();
    expect(planned).toHaveLength(2);
    expect(planned.every(({ scheduled_time: at }) => /T1[78]:30:00Z$/.test(at))).toBe(true);
    expect(await posts('cancelled')).toHaveLength(2);
  });

  it('accrue nothing while paused', async () => {
    const [{ id } = { id: 0 }] = (await ask('GET', '/api/scheduler/schedules/')).json<{ results: Wire[] }>().results;
    expect((await ask('PATCH', `/api/scheduler/schedules/${id}/`, { is_active: false })).json()).toMatchObject({
      is_active: false,
      next_at: null,
      posts_planned: 0,
    });
    expect(await posts()).toEqual([]);
    expect((await ask('PATCH', `/api/scheduler/schedules/${id}/`, { is_active: true })).json()).toMatchObject({ posts_planned: 2 });
    expect((await ask('DELETE', `/api/scheduler/schedules/${id}/`)).statusCode).toBe(204);
    expect(await posts()).toEqual([]);
    expect((await ask('GET', `/api/scheduler/schedules/${id}/`)).statusCode).toBe(404);
  });

  it('say when no picture is left, and repeat none', async () => {
    const made = await schedule({ time_of_day: '09:00', platforms: ['twitter'], tags: ['nothing-has-this'] });
    expect(made).toMatchObject({ posts_planned: 0, notice: expect.stringMatching(/Aucune image validée/) });
    await ask('DELETE', `/api/scheduler/schedules/${made.id}/`);
  });

  it('are nobody else’s business', async () => {
    const made = await schedule({ time_of_day: '09:00' });
    const other = await atelier.as('user');
    expect((await ask('GET', `/api/scheduler/schedules/${made.id}/`, undefined, other)).statusCode).toBe(404);
    expect((await ask('PATCH', `/api/scheduler/schedules/${made.id}/`, { name: 'x' }, other)).statusCode).toBe(404);
    expect((await ask('DELETE', `/api/scheduler/schedules/${made.id}/`, undefined, other)).statusCode).toBe(404);
    await ask('DELETE', `/api/scheduler/schedules/${made.id}/`);
  });

  it('refuse a template that no platform would take, before anything is stored', async () => {
    const reply = await ask('POST', '/api/scheduler/schedules/', {
      ...{ name: 'Trop long', frequency: 'daily', time_of_day: '09:00', platforms: ['twitter'], caption_template: 'mot '.repeat(90) },
    });
    expect([reply.statusCode, Object.keys(reply.json<{ details: object }>().details)]).toEqual([400, ['caption_template']]);
  });
});

describe('after a standstill', () => {
  it('one slot is made up for, the rest are skipped', async () => {
    const clock = fixedClock(new Date());
    const house = await startAtelier({ clock });
    const { db } = house.database;
    const caller = await house.as('user');
    const now = clock.now();
    const hour = `${String((now.getUTCHours() + 23) % 24).padStart(2, '0')}:00:00`;
    const made = await caller.inject({
      ...{ method: 'POST', url: '/api/scheduler/schedules/', headers: { origin: 'http://localhost', host: 'localhost' } },
      payload: { name: 'Quotidien', frequency: 'daily', time_of_day: hour, platforms: ['facebook'] },
    });
    const { id } = made.json<{ id: number }>();
    // As if nobody had run for a week.
    await sql`delete from images.slots`.execute(db);
    await sql`update images.schedules set starts_on = starts_on - ${WEEK + 1}::int, filled_until = ${new Date(now.getTime() - WEEK * 86_400_000)}`.execute(
      db,
    );
    await caller.inject({
      ...{ method: 'GET', url: `/api/scheduler/schedules/${id}/`, headers: { host: 'localhost' } },
    });
    const { bringUpToDate } = await import('./fill.ts');
    const refuse = (): never => {
      throw new Error('there is no picture to plan');
    };
    const tools = { db, scheduler: { planOccurrence: refuse, cancel: refuse }, publishing: { platform: refuse } };
    await bringUpToDate(tools, id, now);
    await bringUpToDate(tools, id, now);
    const { rows } = await sql<{ outcome: string; count: number }>`
      select outcome, count(*)::int as count from images.slots group by outcome order by outcome`.execute(db);
    // Two to come and one made up for have no picture; the days before are over.
    expect(rows).toEqual([
      { outcome: 'no_picture', count: 3 },
      { outcome: 'skipped', count: WEEK - 1 },
    ]);
  });
});
