/** The program's side of the index: starts its thread when there are people enough, and asks it. Whatever is amiss, SQL answers. */
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '#kernel/db/db.ts';
import type { CountedFacets } from './answering.ts';
import type { Found } from './cinema-search.ts';
import type { FromThread, ToThread } from './index-messages.ts';
import type { PageQuestion, Question } from './question.ts';
import { canHoldIndex } from './set-memory.ts';

export interface IndexEngine {
  /** Whether it is worth asking; looks after the thread meanwhile. */
  isOpen(): boolean;
  /** Null: SQL is to answer. */
  find(question: PageQuestion): Promise<Found | null>;
  facets(question: Question): Promise<CountedFacets | null>;
  /** Starts the thread ahead of the first search; true when it answers, false when SQL alone is enough. */
  warm(): Promise<boolean>;
  close(): Promise<void>;
}

export interface IndexEngineTools {
  readonly db: Db;
  readonly url: string;
  readonly log: Logger;
  readonly indexFrom: number;
}

/** From the sources in tests and benches; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./index-thread.ts', import.meta.url)
  : new URL('./cinema-index-thread.js', import.meta.url);
const LOOK_AGAIN_MS = 60_000;
const PATIENCE_MS = 1_500;

export const createIndexEngine = (tools: IndexEngineTools): IndexEngine => new ThreadEngine(tools);

type Answer = Found | CountedFacets | null;

class ThreadEngine implements IndexEngine {
  readonly #tools: IndexEngineTools;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #thread: Worker | null = null;
  #isReady = false;
  #onReady: ((isReady: boolean) => void)[] = [];
  #looking: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #asked = 0;
  #isClosed = false;

  constructor(tools: IndexEngineTools) {
    this.#tools = tools;
  }

  isOpen(): boolean {
    if (!this.#thread && performance.now() - this.#lookedAt > LOOK_AGAIN_MS) void this.#look();
    return this.#isReady;
  }

  find(question: PageQuestion): Promise<Found | null> {
    return this.#ask((id) => ({ id, kind: 'find', question })) as Promise<Found | null>;
  }

  facets(question: Question): Promise<CountedFacets | null> {
    return this.#ask((id) => ({ id, kind: 'facets', question })) as Promise<CountedFacets | null>;
  }

  async warm(): Promise<boolean> {
    await this.#look();
    if (!this.#thread || this.#isReady) return this.#isReady;
    return new Promise((resolve) => this.#onReady.push(resolve));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#looking;
    await this.#thread?.terminate();
  }

  #ask(messageOf: (id: number) => ToThread): Promise<Answer> {
    const thread = this.#thread;
    if (!thread || !this.#isReady) return Promise.resolve(null);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      const end = (answer: Answer): void => {
        clearTimeout(patience);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const patience = setTimeout(end, PATIENCE_MS, null);
      this.#waiting.set(id, end);
      thread.postMessage(messageOf(id));
    });
  }

  /** Whether there are people enough by now. */
  #look(): Promise<void> {
    this.#lookedAt = performance.now();
    this.#looking ??= this.#startWhenMany()
      .catch((error: unknown) => this.#tools.log.warn({ err: error }, 'the people of the CINEMA index could not be counted'))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async #startWhenMany(): Promise<void> {
    const { db, indexFrom } = this.#tools;
    if (this.#thread || this.#isClosed || !canHoldIndex()) return;
    const { rows } = await sql<{ people: number }>`
      select count(*)::int as people from (select 1 from talent.cinema_talents limit ${indexFrom}) as people`.execute(db);
    if ((rows[0]?.people ?? 0) >= indexFrom && !this.#isClosed) this.#start();
  }

  #start(): void {
    // Everything that lasts lies outside the heap: a small nursery keeps what is read in passing from piling up.
    const thread = new Worker(THREAD, {
      name: 'cinema index',
      workerData: { url: this.#tools.url },
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#thread = thread;
    thread.unref();
    thread.on('message', (message: FromThread) => this.#hear(message));
    thread.on('error', (error) => this.#tools.log.error({ err: error }, 'the CINEMA index failed: SQL answers'));
    thread.on('exit', () => this.#end());
  }

  #hear(message: FromThread): void {
    const { log } = this.#tools;
    if (message.kind === 'answer') this.#waiting.get(message.id)?.(message.answer);
    else if (message.kind === 'trouble') log.warn(`CINEMA index: ${message.text}`);
    else {
      const { people, seconds, megabytes } = message;
      log.info({ people, seconds: Math.round(seconds), megabytes: Math.round(megabytes) }, 'the CINEMA index is ready');
      this.#settle(true);
    }
  }

  #end(): void {
    this.#thread = null;
    this.#settle(false);
    for (const resolve of [...this.#waiting.values()]) resolve(null);
  }

  #settle(isReady: boolean): void {
    this.#isReady = isReady;
    for (const resolve of this.#onReady.splice(0)) resolve(isReady);
  }
}
