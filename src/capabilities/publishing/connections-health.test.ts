import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createConnections } from './connections.ts';
import { openConnectionHouse } from './connections-test-house.ts';

const { atelier, clock, comeBack, connected, count, leave, rowsOf, tools, x } = await openConnectionHouse();
const lost: unknown[] = [];
const connections = createConnections({
  ...tools,
  lost: async (_tx, accountId, { id, state }) => void lost.push([accountId, id, state]),
});
const { db } = atelier.database;

describe('health', () => {
  test('a living connection is found well, with what it may not do', async () => {
    const { caller, row } = await connected('well');
    clock.advance(60);
    expect(await connections.check(caller.accountId, row.id)).toMatchObject({ state: 'connected', problem: null, checkedAt: clock.now() });
    await sql`update publishing.connections set scopes = '{tweet.read,users.read}' where id = ${row.id}`.execute(db);
    expect((await connections.check(caller.accountId, row.id)).problem).toBe('missing: tweet.write, media.write, offline.access');
  });

  test('a refused token is refreshed before its owner is asked; a dead family is expired', async () => {
    const { caller, row } = await connected('sick');
    x.misbehave({ phase: 'me', is: 'status', status: 401 });
    expect((await connections.check(caller.accountId, row.id)).state).toBe('connected');
    expect(lost).toEqual([]);
    x.misbehave({ phase: 'me', is: 'dead_token' });
    expect(await connections.check(caller.accountId, row.id)).toMatchObject({ state: 'expired' });
    // Told once, in the transaction that finds it so.
    await connections.check(caller.accountId, row.id);
    expect(lost).toEqual([[caller.accountId, row.id, 'expired']]);
  });

  test('a platform that is out of order proves nothing', async () => {
    const { caller, row } = await connected('silent');
    x.misbehave({ phase: 'me', is: 'status', status: 503 });
    await expect(connections.check(caller.accountId, row.id)).rejects.toMatchObject({ kind: 'unavailable' });
    x.misbehave({ phase: 'me', is: 'html' });
    await expect(connections.check(caller.accountId, row.id)).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await rowsOf(caller.accountId))[0]?.state).toBe('connected');
  });

  test('only connections that a post is planned with are asked after, and not again for six hours', async () => {
    const [{ caller, row }] = [await connected('planned'), await connected('idle')];
    clock.advance(7 * 3600);
    const [soon, later] = [new Date(clock.now().getTime() + 3_600_000), new Date(clock.now().getTime() + 48 * 3_600_000)];
    const plan = (key: string, dueAt: Date, accountId: number) =>
      sql`
      insert into publishing.publications (account_id, platform, key, post, due_at, next_attempt_at, grace_seconds, created_at, updated_at)
      values (${accountId}, 'twitter', ${key}, '{}', ${dueAt}, ${dueAt}, 7200, now(), now())`.execute(db);
    await plan('a', soon, caller.accountId);
    await plan('b', later, (await connected('far')).caller.accountId);
    clock.advance(60);
    x.misbehave({ phase: 'me', is: 'dead_token' });
    const before = count('me');
    expect(await connections.checkUpcoming()).toBe(1);
    expect(count('me')).toBe(before + 1);
    expect((await rowsOf(caller.accountId))[0]).toMatchObject({ id: row.id, state: 'expired' });
    await comeBack(caller, await leave(caller, 'auto=1&as=planned'));
    const asked = count('me');
    expect(await connections.checkUpcoming()).toBe(0);
    expect(count('me')).toBe(asked);
  });
});
