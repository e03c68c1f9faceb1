/**
 * Rows that wait a moment to be written together, off the path of the requests that caused them.
 *
 * A database that is away costs nothing but memory, and that is bounded: rows are kept and tried again; past the bound
 * the newest are dropped, and how many is said in the log.
 */
import type { Logger } from 'pino';

export interface Batch<Row> {
  add(row: Row): void;
  /** Writes what waits; resolves when it is written or the database refused. Never rejects. */
  flush(): Promise<void>;
}

export interface BatchOptions<Row> {
  readonly name: string;
  readonly log: Logger;
  /** Writes rows together, in one statement. */
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Writes a row that the database refused among others; may repair it first. */
  readonly writeAlone: (row: Row, refusal: unknown) => Promise<void>;
}

const TOGETHER = 200;
const CAPACITY = 5000;
const PAUSE_MS = 1000;
const PAUSE_AFTER_TROUBLE_MS = 5000;

export function createBatch<Row>({ name, log, write, writeAlone }: BatchOptions<Row>): Batch<Row> {
  const waiting: Row[] = [];
  let dropped = 0;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const wake = (afterMs: number): void => {
    timer ??= setTimeout(() => void flush(), afterMs).unref();
  };
  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    running ??= drain().finally(() => {
      running = null;
    });
    await running;
  };
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, TOGETHER);
      try {
        await writeAll(rows);
      } catch (err) {
        log.warn({ err, rows: rows.length }, `${name} could not be written and wait`);
        waiting.unshift(...rows);
        wake(PAUSE_AFTER_TROUBLE_MS);
        return;
      }
    }
    if (dropped > 0) log.warn({ dropped }, `${name} were dropped: the database was away for too long`);
    dropped = 0;
  };
  const writeAll = async (rows: readonly Row[]): Promise<void> => {
    try {
      await write(rows);
    } catch (err) {
      if (!isRefusal(err)) throw err;
      for (const row of rows) await writeOne(row, err);
    }
  };
  const writeOne = async (row: Row, refusal: unknown): Promise<void> => {
    try {
      await writeAlone(row, refusal);
    } catch (err) {
      if (!isRefusal(err)) throw err;
      log.warn({ err }, `one of the ${name} was refused by the database and is dropped`);
    }
  };
  return {
    flush,
    add: (row) => {
      if (waiting.length >= CAPACITY) {
        dropped++;
        return;
      }
      waiting.push(row);
      if (waiting.length === TOGETHER && !running) void flush();
      else wake(PAUSE_MS);
    },
  };
}

/** The database understood and said no (SQLSTATE 22 and 23: the data is at fault): trying again changes nothing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]\w{3}$/.test(error.code);
