/** Transactions of use-cases: retried when the database asks for it, joined when one is already open. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Tx } from './db.ts';

const RETRIED = new Set(['40001', '40P01']); // serialization failure, deadlock
const ATTEMPTS = 6;

/** Runs `work` in a transaction; `work` may run more than once, so it must keep its effects inside the database. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.has(sqlStateOf(error))) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** The SQLSTATE of a database error, or the code of a connection error (`ECONNREFUSED`); empty for any other. */
export const sqlStateOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
