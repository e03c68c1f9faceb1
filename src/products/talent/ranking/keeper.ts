/** The program's side of the thread: starts it on the first question, ends it when nobody asks any more, asks again when it died. */
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Share } from './people-rows.ts';
import type { Ranking } from './ranking.ts';
import type { FromThread, ThreadGiven, ToThread } from './wire.ts';

/** Without the number that the keeper gives it. */
export type Question = ToThread extends infer Message ? (Message extends unknown ? Omit<Message, 'id'> : never) : never;

export interface Keeper {
  /** Fails when the thread cannot answer, or died over the question twice. */
  ask(question: Question): Promise<Ranking | null>;
  close(): Promise<void>;
}

export interface KeeperTools {
  readonly url: string;
  /** Of the people; everybody without it. */
  readonly share?: Share;
  readonly log: Logger;
  /** How long nobody has to ask for the memory to be given back. */
  readonly idleMs?: number;
  /** Another program in its place. */
  readonly program?: URL;
}

/** From the sources in tests and benches; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./ranking-thread.ts', import.meta.url)
  : new URL('./ranking-thread.js', import.meta.url);
const EVERYBODY: Share = { index: 0, of: 1 };
const IDLE_MS = 10 * 60_000;
/** What took long to read is kept longer: an hour for ten seconds. */
const IDLE_PER_LOADING = 360;
const TRIES = 2;

interface Asked {
  readonly question: Question;
  readonly resolve: (ranking: Ranking | null) => void;
  readonly reject: (reason: Error) => void;
  tries: number;
}

export const createKeeper = (tools: KeeperTools): Keeper => new ThreadKeeper(tools);

class ThreadKeeper implements Keeper {
  readonly #tools: KeeperTools;
  readonly #waiting = new Map<number, Asked>();
  #thread: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  /** How long the present thread has spent reading. */
  #loadingMs = 0;
  #asked = 0;
  #isClosed = false;

  constructor(tools: KeeperTools) {
    this.#tools = tools;
  }

  ask(question: Question): Promise<Ranking | null> {
    if (this.#isClosed) return Promise.reject(new Error('the ranking is closed'));
    return new Promise((resolve, reject) => {
      this.#asked += 1;
      this.#send(this.#asked, { question, resolve, reject, tries: 0 });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#thread?.terminate();
  }

  #send(id: number, asked: Asked): void {
    clearTimeout(this.#idle);
    asked.tries += 1;
    this.#waiting.set(id, asked);
    this.#thread ??= this.#start();
    this.#thread.ref();
    this.#thread.postMessage({ ...asked.question, id });
  }

  #start(): Worker {
    const { share = EVERYBODY, url } = this.#tools;
    this.#loadingMs = 0;
    // What lasts lies outside the heap: a small nursery keeps what is read in passing from piling up.
    const thread = new Worker(this.#tools.program ?? THREAD, {
      name: 'ranking',
      workerData: { url, share } satisfies ThreadGiven,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    thread.on('message', (message: FromThread) => this.#hear(message));
    thread.on('error', (error) => this.#tools.log.error({ err: error }, 'the thread of the ranking failed'));
    thread.on('exit', () => this.#end(thread));
    return thread;
  }

  #hear(message: FromThread): void {
    if (message.kind === 'loaded') {
      const { kind, seconds, megabytes, ...loaded } = message;
      this.#loadingMs += seconds * 1000;
      this.#tools.log.info({ ...loaded, seconds: Math.round(seconds), megabytes: Math.round(megabytes) }, 'people were read for ranking');
      return;
    }
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.ranking);
    else asked?.reject(new Error(`the ranking could not answer: ${message.reason}`));
    if (this.#waiting.size === 0) this.#restAwhile();
  }

  /** With nobody asking, the thread and all it holds go; the next question starts it again. */
  #restAwhile(): void {
    clearTimeout(this.#idle);
    const thread = this.#thread;
    // It keeps no program from ending.
    thread?.unref();
    this.#idle = setTimeout(
      () => {
        if (this.#thread === thread) this.#thread = null;
        void thread?.terminate();
      },
      this.#tools.idleMs ?? Math.max(IDLE_MS, this.#loadingMs * IDLE_PER_LOADING),
    ).unref();
  }

  /** Whoever still waits is asked for once more: the thread may have died over another's question. */
  #end(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null;
    else return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, asked] of waiting) {
      if (this.#isClosed) asked.reject(new Error('the ranking is closed'));
      else if (asked.tries >= TRIES) asked.reject(new Error('the thread of the ranking ended twice over a question'));
      else this.#send(id, asked);
    }
  }
}
