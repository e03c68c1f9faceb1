import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '#kernel/db/connect.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import type { Publication, PublicationState, Publishing } from './publishing.ts';
import { openPublishingHouse, type PublishingHouse } from './test-house.ts';

let database: Database;
let house: PublishingHouse;
let desk: Publishing;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  house = await openPublishingHouse(database, log);
  desk = house.engine();
  return () => house.stop();
});

const stateOf = async ({ id }: Publication): Promise<PublicationState> => (await house.get(id)).state;
const said = (): number => house.platform.asked.filter((one) => one === 'publish').length;

/** A worker that reaches `at` and dies there: it hears nothing more, and its connections are gone. */
async function workerThatDiesAt(at: PublicationState): Promise<{ readonly isDead: () => boolean; bury(): Promise<void> }> {
  const own = await openDatabase({ databaseUrl: database.url, dataFolder: '', databasePoolSize: 3 }, log);
  let isDead = false;
  const worker = house.worker(
    {
      patience: { stopMs: 0 },
      onState: async (state) => {
        if (state !== at) return;
        isDead = true;
        await new Promise(() => undefined);
      },
    },
    own,
  );
  return {
    isDead: () => isDead,
    bury: async () => {
      await own.close();
      await worker.stop();
      await house.expireLeases();
    },
  };
}

describe('a worker dies', () => {
  it.each(['leased', 'prepared', 'armed'] as const)('where nothing was said yet (%s): another one says it', async (state) => {
    const dying = await workerThatDiesAt(state);
    const planned = await house.plan();
    await eventually(dying.isDead).toBe(true);
    expect(await stateOf(planned)).toBe(state);
    await dying.bury();
    house.worker();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(said()).toBe(1);
  });

  it('between the commit and the request: two reads find nothing, then it is said', async () => {
    const dying = await workerThatDiesAt('called');
    const planned = await house.plan();
    await eventually(dying.isDead).toBe(true);
    await dying.bury();
    house.worker();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.asked.filter((one) => one === 'find').length).toBeGreaterThanOrEqual(2);
    expect(house.platform.asked.indexOf('find')).toBeLessThan(house.platform.asked.indexOf('publish'));
    expect(house.platform.live).toHaveLength(1);
  });

  it('after the platform made it live: another one finds it, and says nothing', async () => {
    house.platform.next.publish.push(async (call) => {
      house.platform.create(call);
      return new Promise<never>(() => undefined);
    });
    const own = await openDatabase({ databaseUrl: database.url, dataFolder: '', databasePoolSize: 3 }, log);
    const dying = house.worker({ patience: { stopMs: 0 } }, own);
    const planned = await house.plan();
    await eventually(() => house.platform.live.length).toBe(1);
    await own.close();
    await dying.stop();
    await house.expireLeases();
    house.worker();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(1);
    expect(said()).toBe(1);
  });
});

describe('two workers', () => {
  it('never have the same publication, however many are due', async () => {
    const accounts = await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const accountId = await house.newAccount();
        await house.connect(accountId, `page-of-${i}`);
        return accountId;
      }),
    );
    const all = await Promise.all(Array.from({ length: 120 }, (_, i) => house.plan({ accountId: accounts[i % 10] ?? 0 })));
    house.worker();
    house.worker();
    for (const planned of all) await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live).toHaveLength(120);
    expect(new Set(house.platform.live.map(({ text }) => text)).size).toBe(120);
  });

  it.each(['leased', 'prepared', 'armed'] as const)('one that lost its lease while it was %s says and changes nothing', async (at) => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let isHeld = false;
    house.worker({
      onState: async (state) => {
        if (state !== at || isHeld) return;
        isHeld = true;
        await held;
      },
    });
    const planned = await house.plan();
    await eventually(() => isHeld).toBe(true);
    // The first one stands still for longer than its lease, and another one takes over.
    await sql`update publishing.publications set lease_token = gen_random_uuid(), lease_owner = 'another'`.execute(database.db);
    const before = await house.row(planned.id);
    go();
    await eventually(async () => (await desk.attempts(database.db, planned.id)).length).toBe(0);
    await vi.waitFor(async () => expect(await house.row(planned.id)).toEqual(before));
    expect(said()).toBe(0);
    await house.expireLeases();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(said()).toBe(1);
  });

  it('one that lost its lease while it called cannot write what it heard: the other one reads it', async () => {
    let answer: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => {
      answer = resolve;
    });
    house.platform.next.publish.push(async (call) => {
      const { id } = house.platform.create(call);
      await heard;
      return { kind: 'confirmed', postId: id, url: 'https://first.example' };
    });
    house.worker();
    const planned = await house.plan();
    await eventually(() => house.platform.live.length).toBe(1);
    await sql`update publishing.publications set lease_token = gen_random_uuid(), lease_owner = 'another', lease_until = now() + interval '1 hour'`.execute(
      database.db,
    );
    answer();
    house.platform.next.find.push(() => ({ kind: 'there', postId: 'live-1', url: 'https://second.example' }));
    await house.expireLeases();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(await house.get(planned.id)).toMatchObject({ platformPostUrl: 'https://second.example' });
    expect(said()).toBe(1);
  });

  it('a process whose clock is years wrong says nothing early and holds nothing long', async () => {
    const real = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => real() + 10 * 365 * 86_400_000);
    const early = await house.plan({ inSeconds: 3600 });
    const due = await house.plan();
    house.worker();
    await eventually(() => stateOf(due)).toBe('confirmed');
    expect(await house.get(early.id)).toMatchObject({ state: 'due' });
  });
});
