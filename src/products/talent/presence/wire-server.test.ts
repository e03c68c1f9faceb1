import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { parsePayload } from '../badges/claims.ts';
import type { Roster, ScannerState, SyncReply } from './presence.ts';
import { type Member, MORNING, openPresenceHouse, type PresenceHouse } from './test-house.ts';

let house: PresenceHouse;
beforeAll(async () => {
  house = await openPresenceHouse((await freshDatabase()).db);
});
beforeEach(() => house.clock.set(MORNING));

const now = (): string => house.clock.now().toISOString();
const scanOf = (change: object = {}) => ({
  ...{ id: randomUUID(), action: 'check_in', time: now(), source: 'camera', payload: null, ref: null, code: null, verdict: 'ok' },
  ...change,
});
const sync = async (projectId: number, scans: readonly object[], { device = 'phone-of-awa', sentAt = now() } = {}): Promise<SyncReply> => {
  const reply = await house.call('presence', 'POST', `/presence/${projectId}/sync`, { device, sentAt, scans });
  expect([reply.status, reply.status === 200 ? '' : reply.body]).toEqual([200, '']);
  return reply.json<SyncReply>();
};
const outcomesOf = ({ results }: SyncReply) => results.map(({ outcome, flags }) => [outcome, ...flags].join(' '));
const rosterOf = async (projectId: number): Promise<Roster> =>
  (await house.call('presence', 'GET', `/presence/${projectId}/roster`)).json<Roster>();
const presences = async (projectId: number) => {
  const { rows } = await sql<{ from: Date; until: Date | null; flags: string[]; day: string }>`
    select check_in_at as "from", check_out_at as "until", flags, day from talent.presences where project_id = ${projectId} order by check_in_at`.execute(
    house.db,
  );
  return rows;
};
const storedScans = async (projectId: number) => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from talent.presence_scans where project_id = ${projectId}`.execute(house.db);
  return rows[0]?.count ?? 0;
};
const one = async (): Promise<{ id: number; member: Member; payload: string }> => {
  const { project, members } = await house.set(1);
  const member = members[0] as Member;
  return { id: project.id, member, payload: await house.payload(member) };
};

describe('the roster', () => {
  it('is all a phone needs to judge alone, and nothing more', async () => {
    const photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    const { name } = await house.files.save(house.db, { folder: 'photos', extension: 'jpg', content: photo, mediaType: 'image/jpeg' });
    const person = await house.person({ firstName: 'Élodie', lastName: 'Ben Ali', photoFile: name });
    const project = await house.project();
    const member = await house.assign(project, person);
    const elsewhere = await house.set(1);
    const reply = await house.call('presence', 'GET', `/presence/${project.id}/roster`);
    expect(reply.headers['cache-control']).toBe('no-store');
    const roster = reply.json<Roster>();
    expect(roster).toMatchObject({
      project: { id: project.id, timeZone: 'Africa/Casablanca', dayStarts: '04:00' },
      day: '2025-10-27',
      serverTime: MORNING.replace('Z', '.000Z'),
    });
    expect(roster.endsAt).toBe('2025-10-28T03:00:00.000Z');
    expect(roster.people).toHaveLength(1);
    const [entry] = roster.people;
    expect(entry).toMatchObject({ name: 'Élodie Ben Ali', state: 'absent', since: null, booked: null });
    expect((await sharp(Buffer.from(entry?.photo?.split(',')[1] ?? '', 'base64')).metadata()).width).toBe(96);
    const hash = (code: string): string => createHash('sha256').update(`atelier-roster:${project.id}:${code}`).digest('hex').slice(0, 24);
    expect(entry?.codes).toContain(hash(member.projectCode));
    expect(entry?.codes).toContain(hash(person.code.replace(/0+(?=\d)/, '')));
    for (const secret of [person.code, member.projectCode, '1995', elsewhere.members[0]?.code ?? 'x'])
      expect(reply.body).not.toContain(secret);
    const parsed = parsePayload(await house.payload(member));
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: roster.keys[0]?.publicKey ?? '' }, format: 'jwk' });
    expect(parsed && verify(null, parsed.signed, key, parsed.signature)).toBe(true);
    expect(parsed?.claims.seed).toBe(entry?.ref);
  });

  it('says whose days are booked, and who is closed out', async () => {
    const project = await house.project();
    await house.assign(project, await house.person(), { from: '2025-10-27', to: '2025-10-27' });
    await house.assign(project, await house.person(), { from: '2025-10-29', to: '2025-10-30' });
    expect((await rosterOf(project.id)).people.map(({ booked }) => booked)).toEqual([true, false]);
    for (const role of ['user', 'casting'] as const)
      for (const path of ['roster', 'state']) expect((await house.call(role, 'GET', `/presence/${project.id}/${path}`)).status).toBe(403);
    expect((await house.call('presence', 'GET', '/presence/987654/roster')).status).toBe(404);
  });
});

describe('sync', () => {
  it('records scans by badge, by typed code and from the list, and the state follows', async () => {
    const { project, members } = await house.set(3);
    const roster = await rosterOf(project.id);
    const reply = await sync(project.id, [
      scanOf({ payload: await house.payload(members[0] as Member) }),
      scanOf({ source: 'typed', code: roster.people[1]?.codes[0] }),
      scanOf({ source: 'list', ref: roster.people[2]?.ref }),
    ]);
    expect(outcomesOf(reply)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(reply.results.map(({ name }) => name)).toEqual(roster.people.map(({ name }) => name));
    expect(reply.counters).toEqual({ assigned: 3, present: 3, absent: 0, left: 0, open_yesterday: 0 });
    const state = (await house.call('presence', 'GET', `/presence/${project.id}/state`)).json<ScannerState>();
    expect(state.people.map(({ state: each }) => each)).toEqual(['present', 'present', 'present']);
  });

  it('takes the same scan twice as once, also when both come at the same time', async () => {
    const { id, payload } = await one();
    const scans = [scanOf({ payload })];
    const replies = await Promise.all([sync(id, scans), sync(id, scans), sync(id, scans)]);
    for (const reply of [...replies, await sync(id, [...scans, ...scans])])
      expect(new Set(outcomesOf(reply))).toEqual(new Set(['recorded']));
    expect([await storedScans(id), (await presences(id)).length]).toEqual([1, 1]);
  });

  it('keeps both scans of one person by two devices, and makes one presence', async () => {
    const { id, payload } = await one();
    expect(outcomesOf(await sync(id, [scanOf({ payload })], { device: 'phone-one' }))).toEqual(['recorded']);
    house.clock.advance(5);
    expect(outcomesOf(await sync(id, [scanOf({ payload })], { device: 'phone-two' }))).toEqual(['duplicate']);
    expect([await storedScans(id), (await presences(id)).length]).toEqual([2, 1]);
  });

  it('puts in order what phones tell late: the stays are what happened', async () => {
    const { id, payload } = await one();
    const at = (time: string, action: string) => scanOf({ payload, action, time: `2025-10-27T${time}:00.000Z` });
    house.clock.set('2025-10-27T18:00:00Z');
    expect(outcomesOf(await sync(id, [at('16:00', 'check_out')], { device: 'phone-two' }))).toEqual(['not_checked_in']);
    expect(outcomesOf(await sync(id, [at('07:00', 'check_in')], { device: 'phone-one' }))).toEqual(['recorded']);
    await sync(id, [at('06:45', 'check_in'), at('12:00', 'check_out'), at('13:00', 'check_in')], { device: 'phone-six' });
    const stays = (await presences(id)).map(({ from, until }) => [from.toISOString().slice(11, 16), until?.toISOString().slice(11, 16)]);
    expect(stays).toEqual([
      ['06:45', '12:00'],
      ['13:00', '16:00'],
    ]);
    expect(await storedScans(id)).toBe(5);
  });

  it('keeps the time of an offline scan, and corrects a clock that is wrong', async () => {
    const { id, payload } = await one();
    house.clock.set('2025-10-27T12:00:00Z');
    // The phone is two hours behind; the scan was half an hour before it could send.
    const reply = await sync(id, [scanOf({ payload, time: '2025-10-27T09:30:00.000Z' })], { sentAt: '2025-10-27T10:00:00.000Z' });
    expect(outcomesOf(reply)).toEqual(['recorded clock_skew']);
    expect((await presences(id)).map(({ from, flags }) => [from.toISOString(), flags])).toEqual([
      ['2025-10-27T11:30:00.000Z', ['clock_skew']],
    ]);
    const { rows } = await sql<{ time: Date }>`select device_time as time from talent.presence_scans where project_id = ${id}`.execute(
      house.db,
    );
    expect(rows[0]?.time.toISOString()).toBe('2025-10-27T09:30:00.000Z');
    const honest = await one();
    expect(outcomesOf(await sync(honest.id, [scanOf({ payload: honest.payload, time: '2025-10-27T07:00:00.000Z' })]))).toEqual([
      'recorded',
    ]);
    expect((await presences(honest.id))[0]?.from.toISOString()).toBe('2025-10-27T07:00:00.000Z');
  });

  it('gives a scan of yesterday to yesterday, flagged', async () => {
    const { id, payload } = await one();
    house.clock.set('2025-10-28T09:00:00Z');
    const night = [
      scanOf({ payload, time: '2025-10-27T17:00:00.000Z' }),
      scanOf({ payload, action: 'check_out', time: '2025-10-28T01:00:00.000Z' }),
    ];
    expect(outcomesOf(await sync(id, night))).toEqual(['recorded late_sync', 'recorded late_sync']);
    expect((await presences(id)).map(({ day, until }) => [day, until?.toISOString()])).toEqual([
      ['2025-10-27', '2025-10-28T01:00:00.000Z'],
    ]);
  });

  it('stores a forged or foreign code with its text, and makes no presence of it', async () => {
    const { id, payload } = await one();
    const other = await one();
    // One letter of the claims changed: the signature no longer fits.
    const forged = payload.slice(0, 16) + (payload[16] === 'A' ? 'B' : 'A') + payload.slice(17);
    const reply = await sync(id, [
      scanOf({ payload: forged, verdict: 'ok' }),
      scanOf({ payload: 'https://example.com/a-poster', verdict: 'unknown_code' }),
      scanOf({ payload: other.payload, verdict: 'wrong_project' }),
      scanOf({ source: 'typed', code: 'f'.repeat(24), verdict: 'unknown_code' }),
    ]);
    expect(outcomesOf(reply)).toEqual(['forged', 'unknown_code', 'wrong_project', 'unknown_code']);
    expect(reply.results.map(({ name, ref }) => [name, ref])).toEqual(Array.from({ length: 4 }, () => [null, null]));
    expect([await storedScans(id), await presences(id)]).toEqual([4, []]);
  });

  it('records whom the phone let in though we know better by now, and says why to look; whom it refused, not', async () => {
    const { project, members } = await house.set(3);
    const [lost, removed, refused] = await Promise.all(members.map((member) => house.payload(member)));
    const [a, b, c] = members;
    await house.db.transaction().execute(async (tx) => {
      for (const member of [a, c]) {
        await house.badges.revoke(tx, member?.assignmentId ?? 0, 'lost');
        await house.badges.issue(tx, { assignmentId: member?.assignmentId ?? 0, projectId: project.id, talentId: member?.talentId ?? 0 });
      }
    });
    await house.projects.unassign(null, b?.assignmentId ?? 0);
    const reply = await sync(project.id, [
      scanOf({ payload: lost }),
      scanOf({ payload: removed }),
      scanOf({ payload: refused, verdict: 'revoked' }),
    ]);
    expect(outcomesOf(reply)).toEqual(['recorded revoked', 'recorded revoked not_assigned', 'revoked']);
    expect((await presences(project.id)).map(({ flags }) => flags)).toEqual([['revoked'], ['not_assigned', 'revoked']]);
    expect((await rosterOf(project.id)).revoked.map(({ reason }) => reason).filter((reason) => reason === 'lost')).toHaveLength(2);
  });

  it('flags a day that is not theirs', async () => {
    const project = await house.project();
    const member = await house.assign(project, await house.person(), { from: '2025-10-29', to: '2025-10-30' });
    const payload = await house.payload(member);
    expect(outcomesOf(await sync(project.id, [scanOf({ payload, verdict: 'wrong_day' })]))).toEqual(['wrong_day']);
    expect(outcomesOf(await sync(project.id, [scanOf({ payload })]))).toEqual(['recorded wrong_day']);
  });

  it('takes a scan back for the device that made it, whichever comes first', async () => {
    const { id, payload } = await one();
    const scan = scanOf({ payload });
    await sync(id, [scan], { device: 'phone-one' });
    const back = () => scanOf({ payload: null, source: 'list', undo: scan.id });
    expect(outcomesOf(await sync(id, [back()], { device: 'phone-two' }))).toEqual(['undone']);
    expect(await presences(id)).toHaveLength(1);
    const reply = await sync(id, [back()], { device: 'phone-one' });
    expect([outcomesOf(reply), reply.counters.present, await presences(id)]).toEqual([['undone'], 0, []]);
    expect(outcomesOf(await sync(id, [scan], { device: 'phone-one' }))).toEqual(['undone']);
    const later = scanOf({ payload });
    await sync(id, [scanOf({ undo: later.id })], { device: 'phone-one' });
    expect(outcomesOf(await sync(id, [later], { device: 'phone-one' }))).toEqual(['undone']);
    expect(await presences(id)).toEqual([]);
  });

  it('refuses what it cannot read, naming it, and stores nothing of it', async () => {
    const { id, payload } = await one();
    const bad = async (body: object) => house.call('presence', 'POST', `/presence/${id}/sync`, body);
    const wrong = await bad({ device: 'phone-one', sentAt: now(), scans: [scanOf({ payload }), scanOf({ time: '2025-13-45T00:00:00Z' })] });
    expect([wrong.status, Object.keys(wrong.json()['details'] as object)]).toEqual([400, ['scans.1.time']]);
    expect((await bad({ device: 'short', sentAt: now(), scans: [] })).status).toBe(400);
    expect((await bad({ device: 'phone-one', sentAt: now(), scans: Array.from({ length: 501 }, () => scanOf()) })).status).toBe(400);
    expect(await storedScans(id)).toBe(0);
    const full = await sync(
      id,
      Array.from({ length: 500 }, () => scanOf({ payload })),
    );
    expect([await storedScans(id), outcomesOf(full).filter((outcome) => outcome === 'recorded').length]).toEqual([500, 1]);
  });
});
