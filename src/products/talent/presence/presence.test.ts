import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { departures } from '#test/talent-house.ts';
import { type Member, MORNING, openPresenceHouse, type PresenceHouse } from './test-house.ts';

/** The answers that the document prints. */
const DOCUMENTED = {
  record: {
    success: true,
    message: 'Check-in recorded successfully',
    attendance: {
      ...{ id: 42, project_id: 1, cinema_talent_code: 'MACAS0001F', date: '2025-10-26', check_in_time: '2025-10-26T08:30:00' },
      ...{ check_out_time: null, recorded_by: 'admin@talento.com' },
    },
  },
};

let house: PresenceHouse;
beforeAll(async () => {
  house = await openPresenceHouse((await freshDatabase()).db);
});
beforeEach(() => house.clock.set(MORNING));

const record = (projectId: number, code: string, action: string, role: 'presence' | 'admin' | 'user' | null = 'presence') =>
  house.call(role, 'POST', '/api/v1/presence/record', { project_id: projectId, cinema_talent_code: code, action });
const staysOf = async ({ talentId }: Pick<Member, 'talentId'>) => {
  const { rows } = await sql<{ day: string; from: Date; until: Date | null }>`
    select day, check_in_at as "from", check_out_at as "until" from talent.presences where cinema_talent_id = ${talentId} order by check_in_at`.execute(
    house.db,
  );
  return rows.map(({ day, from, until }) => [day, from.toISOString().slice(11, 16), until?.toISOString().slice(11, 16) ?? null]);
};

describe('POST /api/v1/presence/record', () => {
  it('T-731 T-732 T-733 T-734 T-735 answers exactly what is documented', async () => {
    const {
      project,
      members: [sophia],
    } = await house.set(1);
    const reply = await record(project.id, sophia?.code ?? '', 'check_in');
    expect(reply.status).toBe(200);
    expect(departures(DOCUMENTED.record, reply.json())).toEqual([]);
    expect(reply.json()).toMatchObject({
      success: true,
      message: 'Check-in recorded successfully',
      attendance: {
        project_id: project.id,
        cinema_talent_code: sophia?.code,
        date: '2025-10-27',
        check_in_time: '2025-10-27T06:30:00',
        check_out_time: null,
        recorded_by: 'presence@studio.example',
      },
    });
    house.clock.advance(36_900);
    const out = (await record(project.id, sophia?.code ?? '', 'check_out')).json<{ message: string; attendance: object }>();
    expect(out.message).toBe('Check-out recorded successfully');
    expect(out.attendance).toMatchObject({ check_in_time: '2025-10-27T06:30:00', check_out_time: '2025-10-27T16:45:00' });
  });

  it('T-137 is for the presence role and administrators', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    for (const [role, status] of [
      [null, 401],
      ['user', 403],
      ['admin', 200],
    ] as const)
      expect((await record(project.id, one?.code ?? '', 'check_in', role)).status, String(role)).toBe(status);
  });

  it('T-243 T-244 says 409 to what is said twice, and stores nothing then', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const code = one?.code ?? '';
    expect((await record(project.id, code, 'check_out')).json()).toMatchObject({ success: false, code: 'NOT_CHECKED_IN' });
    expect((await record(project.id, code, 'check_in')).status).toBe(200);
    const again = await record(project.id, code, 'check_in');
    expect([again.status, again.json()['code']]).toEqual([409, 'ALREADY_CHECKED_IN']);
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from talent.presence_scans where project_id = ${project.id}`.execute(house.db);
    expect(rows[0]?.count).toBe(1);
  });

  it('takes a code in every accepted spelling', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const { code = '', projectCode = '' } = one ?? {};
    const padded = code.replace(/(\d{4})/, '00$1').toLowerCase();
    const short = `PRJ-${String(project.id).padStart(3, '0')}-001`;
    const spellings = [padded, ` ${code.slice(0, 5)} ${code.slice(5)} `, projectCode.toLowerCase(), short, short.replaceAll('-', '')];
    for (const [index, spelling] of spellings.entries()) {
      const reply = await record(project.id, spelling, index % 2 ? 'check_out' : 'check_in');
      expect([spelling, reply.status]).toEqual([spelling, 200]);
      house.clock.advance(60);
    }
  });

  it('knows nobody who is not assigned, no project that is not there, no other action', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const stranger = await house.person();
    expect((await record(project.id, stranger.code, 'check_in')).status).toBe(404);
    expect((await record(987654, one?.code ?? '', 'check_in')).status).toBe(404);
    const odd = await record(project.id, one?.code ?? '', 'jump');
    expect([odd.status, odd.json()['code'], Object.keys(odd.json()['details'] as object)]).toEqual([400, 'VALIDATION_ERROR', ['action']]);
    const empty = await house.call('presence', 'POST', '/api/v1/presence/record', {}, { 'api-version': '2' });
    expect([empty.status, Object.keys(empty.json()['details'] as object)]).toEqual([422, ['project_id', 'cinema_talent_code', 'action']]);
    await house.projects.unassign(null, one?.assignmentId ?? 0);
    expect((await record(project.id, one?.code ?? '', 'check_in')).status).toBe(404);
  });

  it('makes exactly one presence of twenty check-ins at once', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const replies = await Promise.all(Array.from({ length: 20 }, () => record(project.id, one?.code ?? '', 'check_in')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(await staysOf(one as Member)).toHaveLength(1);
  });

  it('speaks French in v2, with a Z', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const body = { project_id: project.id, cinema_talent_code: one?.code ?? '', action: 'check_in' };
    const reply = await house.call('presence', 'POST', '/api/v1/presence/record', body, { 'api-version': '2' });
    expect(reply.json()).toMatchObject({
      message: 'Arrivée enregistrée avec succès',
      attendance: { check_in_time: '2025-10-27T06:30:00Z' },
    });
  });
});

describe('the shooting day', () => {
  it('keeps a night shoot with the day it began', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    house.clock.set('2025-10-27T17:00:00Z'); // 18:00
    await record(project.id, one?.code ?? '', 'check_in');
    house.clock.set('2025-10-28T04:00:00Z'); // 05:00, the next shooting day
    const night = await house.presence.day(house.db, project);
    expect([night.day, night.counters.present, night.counters.open_yesterday]).toEqual(['2025-10-28', 1, 0]);
    house.clock.set('2025-10-28T04:30:00Z');
    expect((await record(project.id, one?.code ?? '', 'check_out')).status).toBe(200);
    expect(await staysOf(one as Member)).toEqual([['2025-10-27', '17:00', '04:30']]);
  });

  it('leaves a forgotten departure open, flags it the next day, and lets the next day begin', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    await record(project.id, one?.code ?? '', 'check_in');
    house.clock.set('2025-10-28T06:30:00Z');
    const { counters, forgotten } = await house.presence.day(house.db, project);
    expect([counters.present, counters.absent, counters.open_yesterday, forgotten]).toEqual([0, 1, 1, [{ day: '2025-10-27', count: 1 }]]);
    const [late] = (await house.presence.day(house.db, project, '2025-10-27')).people;
    expect([late?.state, late?.stays[0]?.flags]).toEqual(['open', ['no_check_out']]);
    expect((await record(project.id, one?.code ?? '', 'check_in')).status).toBe(200);
    expect(await staysOf(one as Member)).toEqual([
      ['2025-10-27', '06:30', null],
      ['2025-10-28', '06:30', null],
    ]);
  });

  it('counts each person once, however often they came', async () => {
    const { project, members } = await house.set(3);
    const [a = { code: '' }, b = { code: '' }] = members;
    for (const action of ['check_in', 'check_out', 'check_in']) {
      await record(project.id, a.code, action);
      house.clock.advance(60);
    }
    await record(project.id, b.code, 'check_in');
    await record(project.id, b.code, 'check_out');
    expect((await house.presence.day(house.db, project)).counters).toEqual({
      assigned: 3,
      present: 1,
      absent: 1,
      left: 1,
      open_yesterday: 0,
    });
  });
});

describe('everybody at once', () => {
  it('T-736 T-737 T-738 T-739 checks all in, all out, and says how many', async () => {
    const { project, members } = await house.set(4);
    await record(project.id, members[0]?.code ?? '', 'check_in');
    const all = await house.call('presence', 'POST', `/api/v1/presence/check-in-all/${project.id}`);
    expect(all.json()).toEqual({ success: true, message: '3 talents marked as present', count: 3 });
    expect((await house.call('presence', 'POST', `/api/v1/presence/check-in-all/${project.id}`)).json()['count']).toBe(0);
    const out = await house.call('admin', 'POST', `/api/v1/presence/check-out-all/${project.id}`);
    expect(out.json()).toEqual({ success: true, message: '4 departures recorded', count: 4 });
    expect((await house.call('user', 'POST', `/api/v1/presence/check-in-all/${project.id}`)).status).toBe(403);
    expect((await house.call('presence', 'POST', '/api/v1/presence/check-in-all/987654')).status).toBe(404);
  });

  it('is taken back for some minutes, and stays written as undone', async () => {
    const { project } = await house.set(3);
    const request = { viewer: null, ip: '127.0.0.1', headers: {}, method: 'POST', url: '/' } as never;
    const { batchId } = await house.presence.recordAll(request, project.id, 'check_in');
    expect(await house.presence.undo(request, project.id, batchId)).toBe(3);
    expect((await house.presence.day(house.db, project)).counters).toMatchObject({ present: 0, absent: 3 });
    const { rows } = await sql<{ outcome: string }>`select outcome from talent.presence_scans where batch_id = ${batchId}`.execute(
      house.db,
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['undone', 'undone', 'undone']);
    const later = await house.presence.recordAll(request, project.id, 'check_in');
    house.clock.advance(11 * 60);
    await expect(house.presence.undo(request, project.id, later.batchId)).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
  });
});
