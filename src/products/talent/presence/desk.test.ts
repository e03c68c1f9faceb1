import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type Member, MORNING, openPresenceHouse, type PresenceHouse } from './test-house.ts';

let house: PresenceHouse;
let desk: Visitor;
beforeAll(async () => {
  house = await openPresenceHouse((await freshDatabase()).db);
});
beforeEach(() => {
  house.clock.set(MORNING);
  desk = visit(house.door);
  desk.cookies.set('who', 'presence');
});

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const shownPeople = (body: string): readonly string[] =>
  [...main(body).matchAll(/Sophia (Martinez \d+)(?:<\/\w+>)*<\/a>/g)].map(([, name]) => name ?? '');
const stayIds = async (projectId: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`select id from talent.presences where project_id = ${projectId} order by id`.execute(house.db);
  return rows.map(({ id }) => id);
};
const mark = (projectId: number, member: Member | undefined, action: string) =>
  desk.send(`/presence/${projectId}/mark`, { talent_id: String(member?.talentId), action, view: 'state=absent' });

describe('/presence', () => {
  it('shows the projects under way with who is there now, and only to those who work at the gate', async () => {
    const { project, members } = await house.set(2);
    await desk.open(`/presence/${project.id}`);
    await mark(project.id, members[0], 'check_in');
    const list = main((await desk.open(`/presence?search=${encodeURIComponent(project.name)}`)).body);
    expect(list).toContain(project.name);
    expect(list).toContain('1 présent<');
    for (const [who, status] of [
      ['user', 403],
      ['casting', 403],
      ['admin', 200],
    ] as const) {
      const visitor = visit(house.door);
      visitor.cookies.set('who', who);
      expect((await visitor.open('/presence')).statusCode, who).toBe(status);
    }
  });
});

describe('/presence/:project', () => {
  it('shows absentees first, records with a form, and takes it back', async () => {
    const { project, members } = await house.set(3);
    expect(shownPeople((await desk.open(`/presence/${project.id}`)).body)).toHaveLength(3);
    await mark(project.id, members[0], 'check_in');
    const after = await desk.next();
    expect(main(after.body)).toContain('est présent');
    expect(shownPeople(after.body)).toHaveLength(2);
    expect(shownPeople((await desk.open(`/presence/${project.id}?state=present`)).body)).toHaveLength(1);
    const batch = /name="batch" value="([^"]+)"/.exec(after.body)?.[1] ?? '';
    await desk.send(`/presence/${project.id}/undo`, { batch });
    expect(main((await desk.next()).body)).toContain('1 pointage annulé');
    expect(await stayIds(project.id)).toEqual([]);
  });

  it('checks in those expected today only, and everybody out', async () => {
    const project = await house.project();
    await house.assign(project, await house.person());
    await house.assign(project, await house.person(), { from: '2025-10-27', to: '2025-10-27' });
    await house.assign(project, await house.person(), { from: '2025-10-30', to: '2025-10-30' });
    await desk.open(`/presence/${project.id}`);
    await desk.send(`/presence/${project.id}/everybody`, { action: 'check_in' });
    expect(main((await desk.next()).body)).toContain('2 talents marqués présents');
    await desk.send(`/presence/${project.id}/everybody`, { action: 'check_out' });
    expect(main((await desk.next()).body)).toContain('2 départs enregistrés');
  });

  it('says what is already so instead of doing it twice; finds people; refuses a day that is none', async () => {
    const { project, members } = await house.set(2);
    await desk.open(`/presence/${project.id}`);
    await mark(project.id, members[0], 'check_in');
    await mark(project.id, members[0], 'check_in');
    expect(main((await desk.next()).body)).toContain('déjà pointée');
    const found = await desk.open(`/presence/${project.id}?state=all&search=${members[1]?.projectCode.toLowerCase()}`);
    expect(shownPeople(found.body)).toHaveLength(1);
    expect((await desk.open(`/presence/${project.id}?day=2025-02-30`)).statusCode).toBe(400);
    expect((await desk.open('/presence/987654')).statusCode).toBe(404);
  });
});

describe('a correction', () => {
  it('closes a forgotten stay with a reason that is kept and shown; scans no longer move it', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    await desk.open(`/presence/${project.id}`);
    await mark(project.id, one, 'check_in');
    house.clock.set('2025-10-28T08:00:00Z');
    expect(main((await desk.open(`/presence/${project.id}`)).body)).toContain('Un départ n’a pas été pointé');
    const [stay = 0] = await stayIds(project.id);
    const url = `/presence/${project.id}/stays/${stay}`;
    expect((await desk.open(url)).body).toContain('value="2025-10-27T07:30"');
    await desk.send(url, { check_in: '2025-10-27T07:30', check_out: '2025-10-27T18:30', reason: 'Départ vu par le chef de file' });
    const day = main((await desk.next()).body);
    expect(day).toMatch(/07:30 – 18:30/);
    expect(day).toContain('Corrigé');
    const { rows } = await sql<{ from: Date; until: Date; reason: string; by: number }>`
      select p.check_in_at as "from", p.check_out_at as "until", c.reason, c.corrected_by as by
      from talent.presences p join talent.presence_corrections c on c.presence_id = p.id where p.id = ${stay}`.execute(house.db);
    expect(rows[0]).toMatchObject({
      from: new Date(MORNING),
      until: new Date('2025-10-27T17:30:00Z'),
      reason: 'Départ vu par le chef de file',
      by: expect.any(Number),
    });
    await house.presence.recordAll(null, project.id, 'check_in');
    expect(await stayIds(project.id)).toHaveLength(2);
  });

  it('names every fault, keeps what was typed, and changes nothing', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    await desk.open(`/presence/${project.id}`);
    await mark(project.id, one, 'check_in');
    house.clock.advance(3600);
    await mark(project.id, one, 'check_out');
    house.clock.advance(3600);
    await mark(project.id, one, 'check_in');
    house.clock.advance(3600);
    const [first = 0] = await stayIds(project.id);
    const url = `/presence/${project.id}/stays/${first}`;
    const wrong = await desk.send(url, { check_in: '2025-10-27T09:00', check_out: '2025-10-27T07:00', reason: '' });
    expect(wrong.statusCode).toBe(400);
    for (const word of ['Le départ précède', 'Dites pourquoi', 'value="2025-10-27T09:00"']) expect(wrong.body).toContain(word);
    const future = await desk.send(url, { check_in: '2025-10-27T07:30', check_out: '2025-10-27T23:00', reason: 'x' });
    expect(future.body).toContain('pas encore passée');
    const both = await desk.send(url, { check_in: '2025-10-27T07:30', check_out: '2025-10-27T09:31', reason: 'x' });
    expect([both.statusCode, both.body.includes('Une autre présence')]).toEqual([400, true]);
    const { rows } = await sql`select 1 from talent.presence_corrections where presence_id = ${first}`.execute(house.db);
    expect(rows).toEqual([]);
    expect((await desk.open(`/presence/${project.id}/stays/987654`)).statusCode).toBe(404);
    const other = await house.set(1);
    expect((await desk.open(`/presence/${other.project.id}/stays/${first}`)).statusCode).toBe(404);
  });

  it('takes out a stay that never was', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    await desk.open(`/presence/${project.id}`);
    await mark(project.id, one, 'check_in');
    const [stay = 0] = await stayIds(project.id);
    await desk.open(`/presence/${project.id}/stays/${stay}`);
    expect((await desk.send(`/presence/${project.id}/stays/${stay}/cancel`, { reason: '' })).statusCode).toBe(400);
    await desk.send(`/presence/${project.id}/stays/${stay}/cancel`, { reason: 'Mauvaise personne' });
    expect(main((await desk.next()).body)).toContain('est retirée');
    expect(await stayIds(project.id)).toEqual([]);
    const { rows } = await sql<{ text: string }>`
      select action_description as text from kernel.activity_logs where action_description like 'Cancelled%'`.execute(house.db);
    expect(rows.some(({ text }) => text.includes('Mauvaise personne'))).toBe(true);
  });
});

describe('history and export', () => {
  it('T-202 T-868 exports stays and hours by person and day', async () => {
    const { project, members } = await house.set(2);
    const [one] = members;
    const record = (action: string) =>
      house.call('presence', 'POST', '/api/v1/presence/record', { project_id: project.id, cinema_talent_code: one?.code, action });
    for (const start of ['2025-10-25T07:30:00Z', '2025-10-26T07:30:00Z']) {
      house.clock.set(start);
      await record('check_in');
      house.clock.advance(36_900);
      await record('check_out');
    }
    house.clock.set(MORNING);
    await record('check_in');
    const reply = await house.call('presence', 'GET', `/api/v1/presence/export/${project.id}`);
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="presence_le-dernier-voyage-\w{4}_2025-10-27\.xlsx"$/);
    const { sheets } = await readXlsx(reply.raw);
    expect(sheets.map(({ name }) => name)).toEqual(['Présences', 'Heures par jour']);
    const [stays, hours] = sheets.map(({ rows }) => rows);
    expect(stays).toHaveLength(4);
    expect(stays?.[1]?.[2]).toBe(one?.code);
    expect([stays?.[1]?.[5], stays?.[1]?.[7], stays?.[3]?.[7], stays?.[3]?.[9]]).toEqual([
      new Date('2025-10-25T08:30:00Z'),
      10.25,
      null,
      'Départ non pointé',
    ]);
    expect(hours?.[0]).toEqual(['Nom', 'Code CINEMA', '2025-10-25', '2025-10-26', '2025-10-27', 'Total']);
    expect(hours?.[1]?.slice(2)).toEqual([10.25, 10.25, null, 20.5]);
    expect(hours?.[2]?.slice(1)).toEqual([members[1]?.code, null, null, null, 0]);
    expect((await house.call('user', 'GET', `/api/v1/presence/export/${project.id}`)).status).toBe(403);
    expect((await house.call('presence', 'GET', '/api/v1/presence/export/987654')).status).toBe(404);
    const page = main((await desk.open(`/presence/history/${one?.code}?project_id=${project.id}`)).body);
    for (const word of ['20,5', '08:30 – 18:45', 'départ inconnu', 'presence@']) expect(page, word).toContain(word);
  });
});
