import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#kernel/db/connect.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import { CallFault } from './platform.ts';
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

describe('who follows', () => {
  it('undoes the end by throwing, and hears of it again; nothing is said twice', async () => {
    const worker = house.worker();
    let heard = 0;
    worker.follow(async () => {
      heard += 1;
      if (heard < 3) throw new Error('not today');
    });
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(heard).toBe(3);
    expect(said()).toBe(1);
    expect(house.platform.asked).not.toContain('find');
    expect(await house.get(planned.id)).toMatchObject({ platformPostId: 'live-1' });
  });

  it('takes nobody else with it', async () => {
    const worker = house.worker();
    const bad = await house.plan({ inSeconds: 3600 });
    worker.follow(async (_tx, { id }) => {
      if (id === bad.id) throw new Error('never');
    });
    await sql`update publishing.publications set due_at = now(), next_attempt_at = now()`.execute(database.db);
    const good = await Promise.all(Array.from({ length: 5 }, () => house.plan()));
    for (const planned of good) await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(await stateOf(bad)).toBe('called');
  });
});

describe('afterwords', () => {
  it('learns the address and says the first comment, later and in its own time', async () => {
    house.platform.next.publish.push((call) => ({ kind: 'confirmed', postId: house.platform.create(call).id, url: null }));
    house.platform.next.addressOf.push(() => {
      throw new CallFault('no answer in time', false);
    });
    house.platform.next.comment.push(() => false);
    house.worker();
    const planned = await house.plan({ firstComment: '#atelier' });
    await eventually(async () => (await house.get(planned.id)).platformPostUrl).toBe('https://platform.example/live-1');
    await eventually(() => house.platform.comments).toEqual(['#atelier']);
    await eventually(async () => (await house.row(planned.id))['afterwords_at']).toBeNull();
    expect(await stateOf(planned)).toBe('confirmed');
  });

  it('gives up in the end, and the post stays posted', async () => {
    for (let i = 0; i < 20; i++) house.platform.next.comment.push(() => false);
    house.worker({ patience: { afterwordTries: 3 } });
    const planned = await house.plan({ firstComment: '#atelier' });
    await eventually(async () => (await house.row(planned.id))['afterwords_tries']).toBe(3);
    await eventually(async () => (await house.row(planned.id))['afterwords_at']).toBeNull();
    expect(await stateOf(planned)).toBe('confirmed');
  });

  it('I-079 figures of what is live, and of nothing else', async () => {
    house.worker();
    const planned = await house.plan();
    await eventually(() => stateOf(planned)).toBe('confirmed');
    expect(await desk.figures(planned.id)).toMatchObject({ likes: 3, views: 40 });
    const later = await house.plan({ inSeconds: 3600 });
    await expect(desk.figures(later.id)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('a thumbnail', () => {
  const thumbnail = { file: 't.jpg', mediaType: 'image/jpeg', bytes: 1, width: 1, height: 1, altText: '' };
  const film = { title: 'Un film', tags: [], categoryId: '22', privacy: 'public', thumbnail } as const;
  const post = { text: 'film', media: [], firstComment: 'Le lien', madeWithAi: true, film };

  it('is set once, after the end and in passes of its own, whatever becomes of the first comment', async () => {
    const dressed: string[] = [];
    const answers = [false, true];
    const facebook = {
      ...house.platform.platforms.facebook,
      dress: async (_call: unknown, postId: string) => {
        dressed.push(postId);
        return answers.shift() ?? true;
      },
    };
    const silent = () => Promise.reject(new CallFault('not today', true));
    house.platform.next.comment.push(silent, silent, silent);
    house.worker({ platforms: { ...house.platform.platforms, facebook } });
    const planned = await house.plan({ post });
    await eventually(() => stateOf(planned)).toBe('confirmed');
    await eventually(async () => (await house.row(planned.id))['afterwords_at']).toBeNull();
    expect(dressed).toEqual(['live-1', 'live-1']);
    expect(house.platform.comments).toEqual(['Le lien']);
    expect((await house.row(planned.id))['checkpoint']).toMatchObject({ isDressed: true });
    expect(said()).toBe(1);
  });

  it('that is never taken ends nothing but the tries for it', async () => {
    const facebook = { ...house.platform.platforms.facebook, dress: async () => false };
    house.worker({ platforms: { ...house.platform.platforms, facebook }, patience: { afterwordTries: 3 } });
    const planned = await house.plan({ post: { ...post, firstComment: '' } });
    await eventually(async () => (await house.row(planned.id))['afterwords_tries']).toBe(3);
    expect(await house.get(planned.id)).toMatchObject({ state: 'confirmed', platformPostUrl: 'https://platform.example/live-1' });
    expect((await house.row(planned.id))['afterwords_at']).toBeNull();
  });
});

describe('a stop', () => {
  it('waits for the call under way, and begins no other', async () => {
    let answer: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => {
      answer = resolve;
    });
    house.platform.next.publish.push(async (call) => {
      const { id } = house.platform.create(call);
      await heard;
      return { kind: 'confirmed', postId: id, url: null };
    });
    const worker = house.worker({ patience: { stopMs: 20_000 } });
    const planned = await house.plan();
    await eventually(() => house.platform.live.length).toBe(1);
    const stopped = worker.stop();
    const late = await house.plan();
    answer();
    await stopped;
    expect(await stateOf(planned)).toBe('confirmed');
    expect(await stateOf(late)).toBe('due');
  });
});
