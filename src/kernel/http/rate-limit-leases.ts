/** Takes fetched by the handful, so that a fast route asks the database once in `lease` requests. */
import type { Clock } from '../clock.ts';
import type { Rule, Taken, Verdict } from './rate-limit.ts';

interface Lease {
  left: number;
  /** What the database still had after this lease was paid. */
  remaining: number;
  resetAt: Date;
  /** Until when a refusal is remembered: a flood past the limit must not become a flood of statements. */
  refusedUntil: number;
  /** The fetch under way, shared by all who wait for it. */
  fetching: Promise<void> | null;
}

type Fetch = (rule: Rule, key: string, wanted: number, least: number) => Promise<Taken>;

const MOST_KEYS = 10_000;
const REFUSAL_MS = 1000;

export class Leases {
  readonly #fetch: Fetch;
  readonly #clock: Clock;
  readonly #leases = new Map<string, Lease>();

  constructor(fetch: Fetch, clock: Clock) {
    this.#fetch = fetch;
    this.#clock = clock;
  }

  async take(rule: Rule, key: string, cost: number, size: number): Promise<Verdict> {
    const lease = this.#find(nameOf(rule, key));
    for (;;) {
      const now = this.#clock.now().getTime();
      if (lease.resetAt.getTime() <= now) lease.left = 0;
      if (lease.left >= cost) {
        lease.left -= cost;
        return verdict(lease, rule, true);
      }
      if (now < lease.refusedUntil) return verdict(lease, rule, false);
      lease.fetching ??= this.#refill(lease, rule, key, cost, size).finally(() => {
        lease.fetching = null;
      });
      await lease.fetching;
    }
  }

  forget(rule: Rule, key: string): void {
    this.#leases.delete(nameOf(rule, key));
  }

  #find(name: string): Lease {
    const known = this.#leases.get(name);
    if (known) return known;
    if (this.#leases.size >= MOST_KEYS) makeRoom(this.#leases, this.#clock.now().getTime());
    const lease: Lease = { left: 0, remaining: 0, resetAt: new Date(0), refusedUntil: 0, fetching: null };
    this.#leases.set(name, lease);
    return lease;
  }

  async #refill(lease: Lease, rule: Rule, key: string, cost: number, size: number): Promise<void> {
    const taken = await this.#fetch(rule, key, size, cost);
    const now = this.#clock.now().getTime();
    // What was left of the old lease is of a window that is over, or is added to what the same window still gives.
    const kept = lease.resetAt.getTime() === taken.resetAt.getTime() ? lease.left : 0;
    lease.left = kept + taken.granted;
    lease.remaining = taken.remaining;
    lease.resetAt = taken.resetAt;
    lease.refusedUntil = taken.granted > 0 ? 0 : Math.min(taken.resetAt.getTime(), now + REFUSAL_MS);
  }
}

const nameOf = (rule: Rule, key: string): string => `${rule.name}\n${key}`;

const verdict = (lease: Lease, rule: Rule, allowed: boolean): Verdict => ({
  allowed,
  limit: rule.limit,
  remaining: lease.remaining + lease.left,
  resetAt: lease.resetAt,
});

/** Drops the leases whose window is over, else the oldest: a lost lease refuses a few takes early, never admits more. */
function makeRoom(leases: Map<string, Lease>, now: number): void {
  for (const [name, lease] of leases) if (lease.resetAt.getTime() <= now && !lease.fetching) leases.delete(name);
  for (const [name, lease] of leases) {
    if (leases.size < MOST_KEYS / 2) return;
    if (!lease.fetching) leases.delete(name);
  }
}
