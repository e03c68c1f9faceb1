import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { freshDatabase, freshDatabaseUrl, log } from '#test/support.ts';
import { type Database, openDatabase } from './connect.ts';
import { sqlStateOf } from './transaction.ts';

/** Ends every other session of the database, as a restart of the server does. */
const cutConnections = async ({ db }: Database): Promise<void> => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
};
const heard = (): { readonly words: string[]; hear(word: string): void } => {
  const words: string[] = [];
  return { words, hear: (word) => void words.push(word) };
};

describe('values', () => {
  test('come back as numbers, days and instants', async () => {
    const { db } = await freshDatabase();
    const { rows } = await sql`
      select 9007199254740991::bigint as big, 12.50::numeric as price, date '1994-05-06' as day,
        timestamptz '2026-01-02T03:04:05+02' as instant, timestamp '2026-01-02 03:04:05.678' as local,
        array[1, null]::bigint[] as bigs, array[1.5]::numeric[] as prices, array[date '2026-01-02'] as days,
        '{"a":1}'::jsonb as json, null::date as nothing, current_setting('timezone') as zone`.execute(db);
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        price: 12.5,
        day: '1994-05-06',
        instant: new Date('2026-01-02T01:04:05Z'),
        local: new Date('2026-01-02T03:04:05.678Z'),
        bigs: [1, null],
        prices: [1.5],
        days: ['2026-01-02'],
        json: { a: 1 },
        nothing: null,
        zone: 'UTC',
      },
    ]);
  });
});

describe('a database', () => {
  test('that loses its connections goes on: idle ones are replaced, a transaction in the middle fails alone', async () => {
    const database = await freshDatabase();
    const { db } = database;
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`.execute(db)));
    const broken = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await cutConnections(database);
      await sql`select 1`.execute(tx);
    });
    await expect(broken).rejects.toThrow();
    await vi.waitFor(async () => expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]));
  });

  test('stops a statement that runs for too long', async () => {
    const { db } = await freshDatabase();
    const { rows } = await sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`.execute(
      db,
    );
    expect(rows).toEqual([{ statement: '30s', lock: '15s' }]);
  });

  test('can be closed twice', async () => {
    const database = await freshDatabase();
    await Promise.all([database.close(), database.close()]);
    await expect(sql`select 1`.execute(database.db)).rejects.toThrow();
  });

  test('that does not exist, or cannot hold every language, is refused with what to do', async () => {
    const url = new URL(await freshDatabaseUrl());
    const name = `${url.pathname.slice(1)}_latin1`;
    const admin = await openDatabase({ databaseUrl: url.href, dataFolder: '', databasePoolSize: 2 }, log);
    url.pathname = `/${name}`;
    const open = (): Promise<Database> => openDatabase({ databaseUrl: url.href, dataFolder: '', databasePoolSize: 2 }, log);
    await expect(open()).rejects.toThrow(/DATABASE_URL: the database does not exist; create it/);
    await sql.raw(`create database ${name} encoding 'LATIN1' locale 'C' template template0`).execute(admin.db);
    await admin.close();
    await expect(open()).rejects.toThrow(/encoded in LATIN1; create one in UTF8/);
  });
});

describe('listening', () => {
  test('hears what was committed, on its channel alone, and nothing that was rolled back', async () => {
    const database = await freshDatabase();
    const [one, other] = [heard(), heard()];
    const stop = await database.listen('studio_one', one.hear);
    await database.listen('studio_other', other.hear);
    await expect(
      database.db.transaction().execute(async (tx) => {
        await database.notify(tx, 'studio_one', 'undone');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await database.db.transaction().execute((tx) => database.notify(tx, 'studio_one', 'done'));
    await database.notify(database.db, 'studio_other', 'é ض');
    await vi.waitFor(() => expect(other.words).toEqual(['é ض']));
    expect(one.words).toEqual(['done']);
    await stop();
    await database.notify(database.db, 'studio_one', 'too late');
    await database.notify(database.db, 'studio_other', 'last');
    await vi.waitFor(() => expect(other.words).toEqual(['é ض', 'last']));
    expect(one.words).toEqual(['done']);
  });

  test('is mended when its connection breaks, for every channel, however often', async () => {
    const database = await freshDatabase();
    const [one, other] = [heard(), heard()];
    await database.listen('studio_one', one.hear);
    await database.listen('studio_other', other.hear);
    for (const round of ['1', '2', '3']) {
      await cutConnections(database);
      await vi.waitFor(
        async () => {
          await database.notify(database.db, 'studio_one', round);
          await database.notify(database.db, 'studio_other', round);
          expect(one.words).toContain(round);
          expect(other.words).toContain(round);
        },
        { timeout: 5000 },
      );
    }
  });

  test('a listener that throws silences nobody', async () => {
    const database = await freshDatabase();
    const words = heard();
    await database.listen('studio_one', () => {
      throw new Error('deaf');
    });
    await database.listen('studio_one', words.hear);
    await database.notify(database.db, 'studio_one', 'hello');
    await vi.waitFor(() => expect(words.words).toEqual(['hello']));
  });

  test('refuses a name that is none, and a payload PostgreSQL cannot carry', async () => {
    const database = await freshDatabase();
    await expect(database.listen('no"channel', () => undefined)).rejects.toThrow(/not a channel name/);
    await expect(database.notify(database.db, 'studio_one', 'x'.repeat(8000))).rejects.toSatisfy((error) => sqlStateOf(error) === '22023');
  });
});
