import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor } from '#test/door.ts';
import { freshDatabase, log } from '#test/support.ts';
import { access } from '../http/access.ts';
import { StoreUnreachable } from '../storage/s3-client.ts';
import { isDatabaseAway } from './away.ts';
import type { Database } from './connect.ts';
import { createPool } from './pool.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});

const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A statement whose connection is ended by the server while it runs. */
async function cutStatement(): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await Promise.all([sql`select pg_sleep(30)`.execute(tx), sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db)]);
  });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The first query of a pool on an address where nobody is. */
async function ask(url: string): Promise<void> {
  const pool = createPool(url, 1, log);
  await pool.query('select 1').finally(() => pool.end());
}

describe('a database that is away', () => {
  it('is known by a connection that was cut, by a closed port, and by a socket that is gone', async () => {
    expect(isDatabaseAway(await thrown(cutStatement()))).toBe(true);
    expect(isDatabaseAway(await thrown(ask(`postgresql://127.0.0.1:${await closedPort()}/nothing`)))).toBe(true);
    expect(isDatabaseAway(await thrown(ask('postgresql:///nothing?host=/nowhere/at/all')))).toBe(true);
  });

  it('is not what a statement at fault, a missing file or another error say', async () => {
    const faults = [
      () => sql`select nothing from nowhere`.execute(database.db),
      () => sql`select 1 / 0`.execute(database.db),
      () => readFile('/nowhere/at/all'),
    ];
    for (const work of faults) expect(isDatabaseAway(await thrown(work()))).toBe(false);
    expect(isDatabaseAway('Connection terminated')).toBe(false);
  });

  it('is answered with 503 and when to come back, not as an error of the program; so are a full disk and a silent store', async () => {
    const door = openTestDoor();
    door.post('/write', { config: { access: access.public } }, cutStatement);
    door.post('/fault', { config: { access: access.public } }, () => sql`select nothing from nowhere`.execute(database.db));
    const anybody = { config: { access: access.public } };
    // A device that is always full.
    door.post('/full-disk', anybody, () => writeFile('/dev/full', 'x'));
    door.post('/full-database', anybody, () => sql`do $$ begin raise exception using errcode = '53100'; end $$`.execute(database.db));
    door.post('/silent-store', anybody, async () => {
      throw new StoreUnreachable({ method: 'GET', key: 'x' }, 'reset');
    });
    const away = await door.inject({ method: 'POST', url: '/write' });
    expect([away.statusCode, away.headers['retry-after'], away.json()]).toEqual([503, '5', { error: 'UNAVAILABLE' }]);
    for (const url of ['/full-disk', '/full-database', '/silent-store']) {
      const { statusCode, headers, json } = await door.inject({ method: 'POST', url });
      expect([statusCode, headers['retry-after'], json()], url).toEqual([503, '5', { error: 'UNAVAILABLE' }]);
    }
    const fault = await door.inject({ method: 'POST', url: '/fault' });
    expect([fault.statusCode, fault.headers['retry-after'], fault.json()]).toEqual([500, undefined, { error: 'SERVER_ERROR' }]);
    await door.close();
  });
});
