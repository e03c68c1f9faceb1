import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { departures } from '#test/talent-house.ts';
import { MORNING, openPresenceHouse, type PresenceHouse } from './test-house.ts';

/** The answer that the document prints. */
const DOCUMENTED = {
  success: true,
  talent: { unique_code: 'MACAS0001F', first_name: 'Sophia', last_name: 'Martinez' },
  ...{ total: 45, page: 1, limit: 50 },
  attendance_records: [
    {
      ...{ id: 42, project: { id: 1, name: 'Le Dernier Voyage' }, date: '2025-10-26', check_in_time: '08:30:00' },
      ...{ check_out_time: '18:45:00', duration_hours: 10.25, recorded_by: 'admin@talento.com' },
    },
  ],
  statistics: { total_days: 45, total_hours: 452.5, average_hours_per_day: 10.05 },
};

let house: PresenceHouse;
beforeAll(async () => {
  house = await openPresenceHouse((await freshDatabase()).db);
});
beforeEach(() => house.clock.set(MORNING));

const record = (projectId: number, code: string, action: string) =>
  house.call('presence', 'POST', '/api/v1/presence/record', { project_id: projectId, cinema_talent_code: code, action });

describe('GET /api/v1/presence/history/:code', () => {
  it('T-201 T-740 T-746 gives durations and totals over the whole filter', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const code = one?.code ?? '';
    for (const [start, minutes] of [
      ['2025-10-24T07:30:00Z', 615],
      ['2025-10-25T07:30:00Z', 600.4],
      ['2025-10-26T07:30:00Z', 0],
    ] as const) {
      house.clock.set(start);
      await record(project.id, code, 'check_in');
      house.clock.advance(minutes * 60);
      if (minutes) await record(project.id, code, 'check_out');
    }
    house.clock.set(MORNING);
    const history = (await house.call('presence', 'GET', `/api/v1/presence/history/${code}?limit=2`)).json<Record<string, unknown>>();
    expect(departures(DOCUMENTED, history, 'body', { extra: ['total_pages', 'per_page', 'pages'] })).toEqual([]);
    expect(history).toMatchObject({
      total: 3,
      attendance_records: [
        { date: '2025-10-26', check_in_time: '08:30:00', check_out_time: null, duration_hours: null },
        {
          date: '2025-10-25',
          check_in_time: '08:30:00',
          check_out_time: '18:30:24',
          duration_hours: 10.01,
          recorded_by: 'presence@studio.example',
        },
      ],
      statistics: { total_days: 3, total_hours: 20.26, average_hours_per_day: 6.75 },
    });
    const one_ = await house.call(
      'presence',
      'GET',
      `/api/v1/presence/history/${code}?project_id=${project.id}&date_from=2025-10-24&date_to=2025-10-24`,
    );
    expect(one_.json()).toMatchObject({
      total: 1,
      limit: 50,
      statistics: { total_days: 1, total_hours: 10.25, average_hours_per_day: 10.25 },
    });
    expect((await house.call('presence', 'GET', `/api/v1/presence/history/${one?.projectCode}`)).json()).toMatchObject({ total: 3 });
  });

  it('T-741 T-742 T-743 T-744 T-745 names every filter that means nothing; 404 for nobody; closed to others', async () => {
    const {
      members: [one],
    } = await house.set(1);
    const url = `/api/v1/presence/history/${one?.code}`;
    const wrong = await house.call('presence', 'GET', `${url}?project_id=x&date_from=hier&date_to=2025-02-30`);
    expect([wrong.status, Object.keys(wrong.json()['details'] as object).sort()]).toEqual([400, ['date_from', 'date_to', 'project_id']]);
    expect((await house.call('presence', 'GET', `${url}?project_id=987654`)).status).toBe(400);
    expect((await house.call('presence', 'GET', `${url}?page=0`)).status).toBe(400);
    expect((await house.call('presence', 'GET', '/api/v1/presence/history/MACAS9999F')).status).toBe(404);
    expect((await house.call('user', 'GET', url)).status).toBe(403);
    expect((await house.call(null, 'GET', url)).status).toBe(401);
  });
});
