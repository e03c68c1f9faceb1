import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Db, Tx } from './db.ts';
import { inTransaction, sqlStateOf } from './transaction.ts';

let db: Db;
beforeAll(async () => {
  ({ db } = await freshDatabase());
  await sql`create table public.counters (name text primary key, value int not null)`.execute(db);
  await sql`insert into public.counters values ('a', 0), ('b', 0), ('c', 0)`.execute(db);
});

const readValue = async (via: Db, name: string): Promise<number> =>
  (await sql<{ value: number }>`select value from public.counters where name = ${name}`.execute(via)).rows[0]?.value ?? Number.NaN;
const raise = async (tx: Tx, name: string): Promise<void> => {
  await sql`update public.counters set value = value + 1 where name = ${name}`.execute(tx);
};

describe('inTransaction', () => {
  test('repeats what a serialization failure undid: none of 20 concurrent read-then-write is lost', async () => {
    const raiseByReading = (tx: Tx): Promise<void> =>
      sql`set transaction isolation level repeatable read`.execute(tx).then(async () => {
        const value = await readValue(tx, 'c');
        await sql`update public.counters set value = ${value + 1} where name = 'c'`.execute(tx);
      });
    const waves = [4, 4, 4, 4, 4];
    for (const wave of waves) await Promise.all(Array.from({ length: wave }, () => inTransaction(db, raiseByReading)));
    expect(await readValue(db, 'c')).toBe(20);
  });

  test('repeats the victim of a deadlock', async () => {
    const opposite = async (first: string, second: string): Promise<number> => {
      let runs = 0;
      await inTransaction(db, async (tx) => {
        runs += 1;
        await raise(tx, first);
        await sql`select pg_sleep(0.15)`.execute(tx);
        await raise(tx, second);
      });
      return runs;
    };
    const runs = await Promise.all([opposite('a', 'b'), opposite('b', 'a')]);
    expect(runs[0] + runs[1]).toBe(3);
    expect(await readValue(db, 'a')).toBe(2);
    expect(await readValue(db, 'b')).toBe(2);
  });

  test('joins the transaction that is already open, and goes down with it', async () => {
    const before = await readValue(db, 'a');
    const attempt = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) => raise(inner, 'a'));
      expect(await readValue(outer, 'a')).toBe(before + 1);
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await readValue(db, 'a')).toBe(before);
  });

  test('does not repeat anything else, and gives up in the end', async () => {
    let runs = 0;
    const fail = (code: string): Promise<void> =>
      inTransaction(db, async (tx) => {
        runs += 1;
        await sql.raw(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`).execute(tx);
      });
    await expect(fail('23505')).rejects.toSatisfy((error) => sqlStateOf(error) === '23505');
    expect(runs).toBe(1);
    await expect(fail('40001')).rejects.toSatisfy((error) => sqlStateOf(error) === '40001');
    expect(runs).toBe(7);
  });
});
