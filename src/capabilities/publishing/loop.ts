/** Takes what is due into its hands and works on it, as much at once as its patience allows; many processes may. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '#kernel/db/connect.ts';
import { claimAfterwords, claimDue, renewLeases } from './claims.ts';
import type { Patience } from './patience.ts';
import { DUE_CHANNEL } from './plans.ts';
import { PLATFORM_NAMES } from './platform.ts';
import type { Held } from './records.ts';

export interface LoopTools {
  readonly database: Pick<Database, 'db' | 'listen'>;
  readonly log: Logger;
  readonly patience: Patience;
  /** Names this process in the leases. */
  readonly owner: string;
  advance(held: Held, signal: AbortSignal): Promise<void>;
  sayAfterwords(held: Held, signal: AbortSignal): Promise<void>;
}

interface Run {
  readonly held: Held;
  readonly interest: AbortController;
  readonly done: Promise<void>;
}

const AFTERWORDS_AT_ONCE = 8;
const AFTER_TROUBLE_MS = 1_000;
/** For requests that were interrupted to write down that nobody knows. */
const LAST_WORDS_MS = 500;

export class Loop {
  readonly #tools: LoopTools;
  readonly #runs = new Map<string, Run>();
  #looping: Promise<void> | null = null;
  #isStopping = false;
  #wake: (() => void) | null = null;
  #isCalled = false;

  constructor(tools: LoopTools) {
    this.#tools = tools;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  start(): void {
    if (!this.#isStopping) this.#looping ??= this.#loop();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#ring();
    await this.#looping;
    const limit = new AbortController();
    const all = (): Promise<unknown> => Promise.all([...this.#runs.values()].map(({ done }) => done));
    await Promise.race([all(), sleep(this.#tools.patience.stopMs, undefined, { signal: limit.signal }).catch(() => undefined)]);
    for (const { interest } of this.#runs.values()) interest.abort();
    await Promise.race([all(), sleep(LAST_WORDS_MS, undefined, { signal: limit.signal }).catch(() => undefined)]);
    limit.abort();
  }

  async #loop(): Promise<void> {
    const { database, log, patience } = this.#tools;
    const unlisten = await database
      .listen(DUE_CHANNEL, () => this.#ring())
      .catch((err: unknown) => {
        log.warn({ err }, 'what becomes due is not heard, only looked for');
        return null;
      });
    const renewal = setInterval(() => void this.#renew(), (patience.leaseSeconds * 1000) / 3);
    while (!this.#isStopping) {
      const pause = await this.#round().catch((err: unknown) => {
        log.warn({ err }, 'what is due could not be looked for');
        return AFTER_TROUBLE_MS;
      });
      await this.#rest(pause);
    }
    // Leases of what is still under way are kept alive until `stop` is over, at most a lease longer.
    renewal.unref();
    void Promise.all([...this.#runs.values()].map(({ done }) => done)).finally(() => clearInterval(renewal));
    await unlisten?.().catch((err: unknown) => log.debug({ err }, 'the listening connection was gone'));
  }

  /** Claims as much as there is room for; answers the milliseconds until the next look. */
  async #round(): Promise<number> {
    const { database, patience, owner, advance, sayAfterwords } = this.#tools;
    const rooms = this.#rooms();
    const claimed = rooms.length > 0 ? await claimDue(database.db, { owner, rooms, busy: this.#busy(), patience }) : [];
    for (const held of claimed) this.#run(held, advance);
    const room = Math.min(AFTERWORDS_AT_ONCE, patience.atOnce - this.#runs.size);
    const after = claimed.length === 0 && room > 0 ? await claimAfterwords(database.db, owner, room, patience) : [];
    for (const held of after) this.#run(held, sayAfterwords);
    return claimed.length > 0 && this.#rooms().length > 0 ? 0 : patience.pollMs;
  }

  #rooms() {
    const { atOnce, atOncePerPlatform } = this.#tools.patience;
    const held = [...this.#runs.values()].map((run) => run.held.platform);
    const left = atOnce - held.length;
    const roomOf = (name: Held['platform']): number => Math.min(left, atOncePerPlatform - held.filter((one) => one === name).length);
    // A handful of free places is not worth a question while the others are busy.
    const least = Math.min(atOncePerPlatform / 4, atOnce / 8);
    return PLATFORM_NAMES.map((platform) => ({ platform, room: Math.floor(roomOf(platform)) })).filter(
      ({ room }) => room >= Math.max(least, 1),
    );
  }

  #busy(): readonly number[] {
    const counts = new Map<number, number>();
    for (const { held } of this.#runs.values())
      if (held.connectionId !== null) counts.set(held.connectionId, (counts.get(held.connectionId) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= this.#tools.patience.atOncePerConnection).map(([id]) => id);
  }

  #run(held: Held, work: (held: Held, signal: AbortSignal) => Promise<void>): void {
    const interest = new AbortController();
    const done = work(held, interest.signal)
      .catch((err: unknown) => this.#tools.log.error({ err, publication: held.id }, 'a publication is left until its lease is over'))
      .finally(() => {
        this.#runs.delete(held.token);
        if (this.#rooms().length > 0) this.#ring();
      });
    this.#runs.set(held.token, { held, interest, done });
  }

  /** Whoever lost a lease is told to stop; what it still writes changes nothing. */
  async #renew(): Promise<void> {
    const { database, patience, log } = this.#tools;
    const runs = [...this.#runs.values()];
    if (runs.length === 0) return;
    try {
      const good = await renewLeases(
        database.db,
        runs.map(({ held }) => held),
        patience.leaseSeconds,
      );
      for (const { held, interest } of runs) if (!good.has(held.token)) interest.abort();
    } catch (err) {
      log.warn({ err }, 'leases could not be renewed');
    }
  }

  #ring(): void {
    this.#isCalled = true;
    this.#wake?.();
  }

  /** Until somebody rings, or the time is over. */
  async #rest(milliseconds: number): Promise<void> {
    if (!this.#isCalled && milliseconds > 0) {
      const over = new AbortController();
      const called = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([called, sleep(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
      over.abort();
      this.#wake = null;
    }
    this.#isCalled = false;
  }
}
