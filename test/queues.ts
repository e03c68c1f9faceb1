/** Queues on a database of their own, stopped after each test. */
import { sql } from 'kysely';
import { type Logger, pino } from 'pino';
import { Type } from 'typebox';
import { onTestFinished } from 'vitest';
import type { Db } from '#kernel/db/db.ts';
import { createQueue, type Queue } from '#kernel/jobs/queue.ts';
import { freshDatabase } from './support.ts';

/** What the jobs of the tests carry. */
export const number = Type.Object({ n: Type.Integer() });

/** `create` makes one process's queue, not started yet; it is impatient when it stops. */
export async function openQueues(): Promise<{ db: Db; create: (log?: Logger) => Queue }> {
  const database = await freshDatabase();
  const create = (log: Logger = pino({ level: 'silent' })): Queue => {
    const queue = createQueue(database, log, { finishMs: 600, stopMs: 3000 });
    onTestFinished(() => queue.stop());
    return queue;
  };
  return { db: database.db, create };
}

export interface StoredJob {
  readonly state: string;
  readonly data: unknown;
  readonly retry_count: number;
}

export const jobsOf = async (db: Db, name: string): Promise<readonly StoredJob[]> =>
  (await sql<StoredJob>`select state::text, data, retry_count from jobs.job where name = ${name} order by created_on`.execute(db)).rows;

/** A log whose lines can be read back. */
export function readableLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: pino({ base: null }, { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) }) };
}
