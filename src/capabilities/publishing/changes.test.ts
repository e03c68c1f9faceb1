import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import type { Tx } from '#kernel/db/db.ts';
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
const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.db.transaction().execute(work);
const said = (): number => house.platform.asked.filter((one) => one === 'publish').length;
const POST = { text: 'Other words', media: [], firstComment: '', madeWithAi: true };

describe('I-076 I-077 changes', () => {
  /** Holds the worker when it has `at`, until it is let go. */
  function heldAt(at: PublicationState): { isHeld: () => boolean; go: () => void } {
    let go: () => void = () => undefined;
    let isHeld = false;
    const until = new Promise<void>((resolve) => {
      go = resolve;
    });
    house.worker({
      onState: async (state) => {
        if (state !== at) return;
        isHeld = true;
        await until;
      },
    });
    return { isHeld: () => isHeld, go: () => go() };
  }

  it.each(['leased', 'prepared'] as const)('cancelling wins over a worker that has it %s', async (at) => {
    const held = heldAt(at);
    const followed: string[] = [];
    desk.follow(async (_tx, { state }) => void followed.push(state));
    const planned = await house.plan();
    await eventually(held.isHeld).toBe(true);
    await within((tx) => desk.cancel(tx, planned.id));
    held.go();
    const after = await house.plan();
    await eventually(() => stateOf(after)).toBe('confirmed');
    expect(await stateOf(planned)).toBe('cancelled');
    expect(house.platform.live.map(({ text }) => text)).toEqual([after.post.text]);
    expect(followed).toEqual(['cancelled']);
    await expect(within((tx) => desk.cancel(tx, planned.id))).resolves.toMatchObject({ state: 'cancelled' });
    expect(followed).toHaveLength(1);
  });

  it.each(['armed', 'called'] as const)('nothing is changed or cancelled once it is %s, nor when it has ended', async (at) => {
    const held = heldAt(at);
    const planned = await house.plan();
    await eventually(held.isHeld).toBe(true);
    await expect(within((tx) => desk.cancel(tx, planned.id))).rejects.toMatchObject({ code: 'PUBLICATION_UNDER_WAY' });
    await expect(within((tx) => desk.change(tx, planned.id, { post: POST }))).rejects.toMatchObject({ code: 'PUBLICATION_UNDER_WAY' });
    held.go();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    await expect(within((tx) => desk.cancel(tx, planned.id))).rejects.toMatchObject({ code: 'PUBLICATION_ENDED' });
    await expect(within((tx) => desk.change(tx, planned.id, { post: POST }))).rejects.toMatchObject({ code: 'PUBLICATION_ENDED' });
    await expect(within((tx) => desk.cancel(tx, 999_999))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('what was changed while a worker prepared the old words is said in the new ones', async () => {
    const held = heldAt('prepared');
    const planned = await house.plan();
    await eventually(held.isHeld).toBe(true);
    expect(await within((tx) => desk.change(tx, planned.id, { post: POST }))).toMatchObject({ version: 2, state: 'due' });
    held.go();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(house.platform.live.map(({ text }) => text)).toEqual(['Other words']);
  });

  it('a later time is kept', async () => {
    const planned = await house.plan({ inSeconds: 1000 });
    const dueAt = new Date(planned.dueAt.getTime() + 3_600_000);
    expect(await within((tx) => desk.change(tx, planned.id, { dueAt }))).toMatchObject({ dueAt, nextAttemptAt: dueAt });
  });
});

describe('I-078 at once', () => {
  it('says what was planned for later, and twice is once', async () => {
    house.worker();
    const planned = await house.plan({ inSeconds: 86_400 });
    const [one, two] = await Promise.all([desk.publishNow(planned.id, 10_000), desk.publishNow(planned.id, 10_000)]);
    expect(one).toMatchObject({ state: 'confirmed', platformPostId: 'live-1' });
    expect(two).toMatchObject({ state: 'confirmed', platformPostId: 'live-1' });
    expect(await desk.publishNow(planned.id, 10_000)).toMatchObject({ platformPostId: 'live-1' });
    expect(said()).toBe(1);
  });

  it('does not wait for ever', async () => {
    const planned = await house.plan({ inSeconds: 86_400 });
    expect(await desk.publishNow(planned.id, 50)).toMatchObject({ state: 'due' });
    await expect(desk.publishNow(999_999, 50)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('unknown, until a person decides', () => {
  const unknown = async (): Promise<Publication> => {
    house.platform.next.publish.push(() => ({ kind: 'unknown', why: 'silence' }));
    house.worker({ patience: { unknownAfterSeconds: 0 } });
    house.platform.next.find.push(() => ({ kind: 'unreadable', seconds: 0, why: '500' }));
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('unknown');
    return planned;
  };

  it('it is live', async () => {
    const planned = await unknown();
    const followed: string[] = [];
    desk.follow(async (_tx, { state }) => void followed.push(state));
    const settled = await within((tx) => desk.settle(tx, planned.id, { live: true, url: 'https://platform.example/seen' }));
    expect(settled).toMatchObject({ state: 'confirmed', platformPostUrl: 'https://platform.example/seen', outcome: null });
    expect(followed).toEqual(['confirmed']);
    await expect(within((tx) => desk.settle(tx, planned.id, { live: false }))).rejects.toMatchObject({ code: 'PUBLICATION_NOT_UNKNOWN' });
  });

  it('it is not: said again, and a duplicate that is refused then is no failure', async () => {
    const planned = await unknown();
    const followed: string[] = [];
    desk.follow(async (_tx, { state }) => void followed.push(state));
    house.platform.next.publish.push((call) => {
      house.platform.create(call);
      return { kind: 'refused', refusal: { reason: 'duplicate', code: '187', detail: 'duplicate' } };
    });
    await within((tx) => desk.settle(tx, planned.id, { live: false }));
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(followed).toEqual(['due']);
    expect(said()).toBe(2);
  });
});
