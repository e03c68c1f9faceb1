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

export const createBatch = <Row>(options: BatchOptions<Row>): Batch<Row> => new RowBatch(options);

class RowBatch<Row> implements Batch<Row> {
  readonly #options: BatchOptions<Row>;
  readonly #waiting: Row[] = [];
  #dropped = 0;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;

  constructor(options: BatchOptions<Row>) {
    this.#options = options;
  }

  add(row: Row): void {
    if (this.#waiting.length >= CAPACITY) {
      this.#dropped++;
      return;
    }
    this.#waiting.push(row);
    if (this.#waiting.length === TOGETHER && !this.#running) void this.flush();
    else this.#wake(PAUSE_MS);
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  #wake(afterMs: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), afterMs).unref();
  }

  async #drain(): Promise<void> {
    const { name, log } = this.#options;
    while (this.#waiting.length > 0) {
      const rows = this.#waiting.splice(0, TOGETHER);
      try {
        await this.#writeAll(rows);
      } catch (err) {
        log.warn({ err, rows: rows.length }, `${name} could not be written and wait`);
        this.#waiting.unshift(...rows);
        this.#wake(PAUSE_AFTER_TROUBLE_MS);
        return;
      }
    }
    if (this.#dropped > 0) log.warn({ dropped: this.#dropped }, `${name} were dropped: the database was away for too long`);
    this.#dropped = 0;
  }

  async #writeAll(rows: readonly Row[]): Promise<void> {
    try {
      await this.#options.write(rows);
    } catch (err) {
      if (!isRefusal(err)) throw err;
      for (const row of rows) await this.#writeOne(row, err);
    }
  }

  async #writeOne(row: Row, refusal: unknown): Promise<void> {
    try {
      await this.#options.writeAlone(row, refusal);
    } catch (err) {
      if (!isRefusal(err)) throw err;
      this.#options.log.warn({ err }, `one of the ${this.#options.name} was refused by the database and is dropped`);
    }
  }
}

/** The database understood and said no (SQLSTATE 22 and 23: the data is at fault): trying again changes nothing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]\w{3}$/.test(error.code);
