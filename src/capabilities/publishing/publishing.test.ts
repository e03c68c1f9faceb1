import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import { CallFault, type Published, type Refusal } from './platform.ts';
import type { Publication, PublicationState } from './publishing.ts';
import { openPublishingHouse, type PublishingHouse } from './test-house.ts';

let database: Database;
let house: PublishingHouse;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  house = await openPublishingHouse(database, log);
  return () => house.stop();
});

const stateOf = async ({ id }: Publication): Promise<PublicationState> => (await house.get(id)).state;
const lookNow = () => sql`update publishing.publications set next_attempt_at = now()`.execute(database.db);
const outcomeOf = async ({ id }: Publication) => (await house.get(id)).outcome;
const refusal = (reason: Refusal['reason'], code = 'x'): Published => ({ kind: 'refused', refusal: { reason, code, detail: 'said no' } });

describe('I-070 I-075 from due to confirmed', () => {
  it('prepares, arms, calls, and tells who follows in the transaction of the end', async () => {
    const states: string[] = [];
    const worker = house.worker({ onState: async (state) => void states.push(state) });
    const told: string[] = [];
    worker.follow(async (_tx, { state, platformPostId }) => void told.push(`${state} ${platformPostId}`));
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    await eventually(() => states).toEqual(['leased', 'prepared', 'armed', 'called', 'confirmed']);
    expect(told).toEqual(['confirmed live-1']);
    expect(await house.get(planned.id)).toMatchObject({
      platformPostUrl: 'https://platform.example/live-1',
      connectionId: house.connectionId,
      outcome: null,
    });
    expect(house.platform.asked).toEqual(['prepare', 'publish']);
  });

  it('uploads ahead of the time and says nothing before it', async () => {
    house.worker();
    const planned = await house.plan({ inSeconds: 1000 });
    await lookNow();
    await eventually(() => stateOf(planned)).toBe('prepared');
    await eventually(async () => (await house.row(planned.id))['lease_token']).toBeNull();
    expect(await house.get(planned.id)).toMatchObject({ nextAttemptAt: planned.dueAt });
    await sql`update publishing.publications set due_at = now(), next_attempt_at = now()`.execute(database.db);
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.asked).toEqual(['prepare', 'publish']);
  });

  it('the same key is the same publication', async () => {
    const [first, again] = [await house.plan({ key: 'slot:1' }), await house.plan({ key: 'slot:1' })];
    expect(again).toEqual(first);
  });

  it('what the platform is still at work on is asked for again, without a worker waiting for it', async () => {
    house.platform.next.prepare.push(() => ({ kind: 'wait', checkpoint: { container: 'c1' }, seconds: 0.05, why: 'in progress' }));
    let found: unknown;
    house.platform.next.prepare.push(({ checkpoint }) => {
      found = checkpoint;
      return { kind: 'ready', checkpoint };
    });
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(found).toEqual({ container: 'c1' });
  });
});

describe('what is certain is tried again, what is not is only read', () => {
  it('a connection that was refused before anything was sent is tried again', async () => {
    house.platform.next.publish.push(() => {
      throw new CallFault('not reached (ECONNREFUSED)', true);
    });
    house.platform.next.publish.push(() => ({ kind: 'not_sent', seconds: 0, why: '429' }));
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(1);
    expect(house.platform.asked.filter((one) => one !== 'prepare')).toEqual(['publish', 'publish', 'publish']);
    expect(await house.get(planned.id)).toMatchObject({ tries: 2 });
  });

  it.each([
    ['500 after it was created', (): Published => ({ kind: 'unknown', why: 'HTTP 500' })],
    ['400 that cannot be read after it was created', (): Published => ({ kind: 'unknown', why: 'HTTP 400' })],
    [
      'silence after it was created',
      (): never => {
        throw new CallFault('no answer in time', false);
      },
    ],
    [
      'a reset after it was created',
      (): never => {
        throw new CallFault('the connection broke (ECONNRESET)', false);
      },
    ],
    [
      'a platform file that falls over its answer',
      (): never => {
        throw new TypeError('cannot read properties of undefined');
      },
    ],
  ])('%s: found by reading, said once', async (_name, answer) => {
    house.platform.next.publish.push((call) => {
      house.platform.create(call);
      return answer();
    });
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(1);
    expect(house.platform.asked.slice(0, 3)).toEqual(['prepare', 'publish', 'find']);
    expect(house.platform.asked.filter((one) => one === 'publish')).toHaveLength(1);
  });

  it('what two reads do not find is armed once more, and only once', async () => {
    house.platform.next.publish.push(
      () => ({ kind: 'unknown', why: 'silence' }),
      () => ({ kind: 'unknown', why: 'silence again' }),
    );
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('unknown');
    expect(house.platform.asked.filter((one) => one === 'publish')).toHaveLength(2);
    expect(house.platform.live).toEqual([]);
    expect(await outcomeOf(planned)).toMatchObject({ reason: 'unknown' });
  });

  it('one absence, however often it is read within the time between two, proves nothing', async () => {
    house.platform.next.publish.push(() => ({ kind: 'unknown', why: 'silence' }));
    house.worker({ patience: { absentSeconds: 3600 } });
    const planned = await house.plan();
    await eventually(async () => (await house.row(planned.id))['absences']).toBe(1);
    await lookNow();
    await eventually(async () => (await house.row(planned.id))['reads']).toBeGreaterThan(2);
    expect(await stateOf(planned)).toBe('called');
    house.platform.live.push({ id: 'late', text: planned.post.text, by: 'page-1' });
    await lookNow();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(await house.get(planned.id)).toMatchObject({ platformPostId: 'late' });
  });

  it('an absence soon after the call proves nothing: the request may still travel', async () => {
    house.platform.next.publish.push(() => ({ kind: 'unknown', why: 'silence' }));
    house.worker({ patience: { quietSeconds: 3600 } });
    const planned = await house.plan();
    await eventually(async () => (await house.row(planned.id))['reads']).toBe(2);
    expect(await house.row(planned.id)).toMatchObject({ state: 'called', absences: 0 });
  });

  it('a duplicate is refused when nothing was said before', async () => {
    house.platform.next.publish.push(() => refusal('duplicate'));
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('rejected');
    expect(await outcomeOf(planned)).toEqual({ reason: 'duplicate', code: 'x', detail: 'said no' });
  });

  it('a duplicate after a call of ours is looked for: it is the first one, live', async () => {
    house.platform.next.publish.push(() => ({ kind: 'unknown', why: 'silence' }));
    house.platform.next.publish.push((call) => {
      house.platform.create(call);
      return refusal('duplicate');
    });
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(1);
  });

  it('what cannot be read for the whole time is unknown, never failed', async () => {
    house.platform.next.publish.push(() => ({ kind: 'unknown', why: 'silence' }));
    for (let i = 0; i < 200; i++) house.platform.next.find.push(() => ({ kind: 'unreadable', seconds: 0, why: '100/33' }));
    house.worker({ patience: { unknownAfterSeconds: 0.2 } });
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('unknown');
  });
});

describe('I-071 refused', () => {
  it('for good, with the words of the platform', async () => {
    house.platform.next.prepare.push(() => ({ kind: 'refused', refusal: { reason: 'media', code: '36003', detail: 'aspect ratio' } }));
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('rejected');
    expect(await outcomeOf(planned)).toEqual({ reason: 'media', code: '36003', detail: 'aspect ratio' });
    expect(house.platform.asked).toEqual(['prepare']);
  });

  it('for its token: the connection is expired, and the next one is not connected', async () => {
    house.platform.next.publish.push(() => refusal('token', '190/463'));
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('rejected');
    expect(await outcomeOf(planned)).toMatchObject({ reason: 'token', code: '190/463' });
    expect(await house.engine().connections.list(database.db, house.accountId)).toMatchObject([{ state: 'expired' }]);
    const next = await house.plan();
    await eventually(() => stateOf(next)).toBe('rejected');
    expect(await outcomeOf(next)).toMatchObject({ reason: 'not_connected' });
  });

  it('without a connection only when its time has come', async () => {
    const accountId = await house.newAccount();
    const worker = house.worker();
    const planned = await house.plan({ accountId, inSeconds: 1000 });
    await lookNow();
    await eventually(() => house.get(planned.id)).toMatchObject({ state: 'due', nextAttemptAt: planned.dueAt });
    expect(await worker.publishNow(planned.id, 10_000)).toMatchObject({ state: 'rejected', outcome: { reason: 'not_connected' } });
  });

  it('a disconnected account says nothing, also when the worker read it just before', async () => {
    const worker = house.engine({
      onState: async (state) => {
        if (state === 'prepared') await worker.connections.disconnect(house.accountId, house.connectionId);
      },
    });
    worker.start();
    const planned = await house.plan();
    await eventually(async () => (await house.row(planned.id))['armed_at'] === null && (await stateOf(planned))).toBe('prepared');
    await lookNow();
    await eventually(() => stateOf(planned)).toBe('rejected');
    expect(house.platform.asked).not.toContain('publish');
  });
});
