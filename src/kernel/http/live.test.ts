import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { enterAs, openLiveStudio } from '#test/live.ts';
import { freshDatabase } from '#test/support.ts';
import type { LiveMessage } from './live.ts';

describe('live messages', () => {
  it('reach who subscribed, as documented (V-129, V-130, V-202 to V-205)', async () => {
    const database = await freshDatabase();
    const { live, url } = await openLiveStudio(database);
    const client = await enterAs(url, 7);
    expect(client.heard).toEqual([{ type: 'auth_ok' }, { type: 'subscribed', channel: 'project:7' }]);
    await live.publish(database.db, 'project:7', { type: 'progress', progress: 45, step: 'image_generation' });
    await live.publish(database.db, 'project:8', { type: 'progress', progress: 1 });
    await live.publish(database.db, 'project:7', { type: 'completed' });
    await expect
      .poll(() => client.heard.slice(2))
      .toEqual([
        { type: 'progress', progress: 45, step: 'image_generation', channel: 'project:7' },
        { type: 'completed', channel: 'project:7' },
      ]);
    client.send({ type: 'unsubscribe', channel: 'project:7' });
    client.send({ type: 'ping' });
    await eventually(() => client.heard.slice(4)).toEqual([{ type: 'unsubscribed', channel: 'project:7' }, { type: 'pong' }]);
  });

  it('are told when the transaction commits, never when it is undone, and to the other processes too', async () => {
    const database = await freshDatabase();
    const [here, there] = [await openLiveStudio(database), await openLiveStudio(database)];
    const client = await enterAs(there.url, 7);
    const undone = database.db.transaction().execute(async (tx) => {
      await here.live.publish(tx, 'project:7', { type: 'undone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await database.db.transaction().execute((tx) => here.live.publish(tx, 'project:7', { type: 'done' }));
    await eventually(() => client.heard.slice(2)).toEqual([{ type: 'done', channel: 'project:7' }]);
  });

  it('may be long, stay in order, and are refused when they are too long', async () => {
    const database = await freshDatabase();
    const { live, url } = await openLiveStudio(database);
    const client = await enterAs(url, 7);
    const long = 'é'.repeat(20_000);
    await live.publish(database.db, 'project:7', { type: 'first', long });
    await live.publish(database.db, 'project:7', { type: 'second' });
    await eventually(() => client.heard.slice(2).map(({ type }) => type)).toEqual(['first', 'second']);
    expect(client.heard[2]?.['long']).toBe(long);
    await expect(live.publish(database.db, 'project:7', { type: 'x', long: 'x'.repeat(300_000) })).rejects.toThrow('too long');
    expect((await sql`select 1 from kernel.live_messages`.execute(database.db)).rows).toHaveLength(1);
  });

  it('come after the current state for whoever joins late', async () => {
    const database = await freshDatabase();
    const current = async (channel: string): Promise<LiveMessage> => {
      await live.publish(database.db, channel, { type: 'progress', progress: 50 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { type: 'progress', progress: 40 };
    };
    const { live, url } = await openLiveStudio(database, {}, { current });
    const client = await enterAs(url, 7);
    await expect
      .poll(() => client.heard.slice(1))
      .toEqual([
        { type: 'subscribed', channel: 'project:7' },
        { type: 'progress', progress: 40, channel: 'project:7' },
        { type: 'progress', progress: 50, channel: 'project:7' },
      ]);
  });
});
