/**
 * How often somebody may ask, counted together by all processes.
 *
 * Words: a *rule* names what is limited, a *key* who is (an account, an address), a *window* starts with the first take
 * of a key and lasts `windowSeconds`; a *lease* is a handful of takes fetched at once.
 *
 * Counting is exact: no window ever admits more than `limit`, whatever runs in parallel. A rule with a lease keeps that
 * promise too, since a lease is paid for before it is spent; what it may do is refuse early, by at most
 * `(lease - 1) × (other processes)` takes that lie unspent elsewhere, and forget a `reset` for a second.
 */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { failure } from '../failure.ts';
import { Leases } from './rate-limit-leases.ts';

export interface Rule {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
  /** Takes fetched from the database at once; for generous limits on fast routes (500 an hour and more). Default: none. */
  readonly lease?: number;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

export interface Limits {
  /** Counts `cost` when it fits into the window, nothing otherwise. */
  take(rule: Rule, key: string, cost?: number): Promise<Verdict>;
  /** Takes, or throws `failure.rateLimited` with the seconds until the window is over. */
  admit(rule: Rule, key: string, cost?: number): Promise<void>;
  /** What `take` would say, counting nothing; with a lease, what is known to the database. */
  peek(rule: Rule, key: string): Promise<Omit<Verdict, 'limit'>>;
  /** Forgets what was counted: a sign-in that succeeded. */
  reset(rule: Rule, key: string): Promise<void>;
  /** Removes windows that are over; runs by itself every few minutes of use. Returns how many. */
  sweep(): Promise<number>;
}

const SWEEP_EVERY_MS = 5 * 60_000;

export function createLimits(db: Db, clock: Clock): Limits {
  const leases = new Leases((rule, key, wanted, least) => takeFrom(db, rule, key, wanted, least, clock.now()), clock);
  let sweptAt = clock.now().getTime();
  const sweepNowAndThen = (): void => {
    const now = clock.now().getTime();
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    // Nobody waits for it and nothing depends on it: what stays is swept the next time.
    sweepWindows(db, clock.now()).catch(() => 0);
  };
  const take = async (rule: Rule, key: string, cost = 1): Promise<Verdict> => {
    sweepNowAndThen();
    if (rule.lease !== undefined && rule.lease > cost) return leases.take(rule, key, cost, rule.lease);
    const taken = await takeFrom(db, rule, key, cost, cost, clock.now());
    return { allowed: taken.granted > 0, limit: rule.limit, remaining: taken.remaining, resetAt: taken.resetAt };
  };
  return {
    take,
    admit: async (rule, key, cost) => {
      const { allowed, resetAt } = await take(rule, key, cost);
      if (!allowed) throw failure.rateLimited(Math.max(1, Math.ceil((resetAt.getTime() - clock.now().getTime()) / 1000)));
    },
    peek: async (rule, key) => {
      const now = clock.now();
      const { rows } = await sql<{ used: number; resets_at: Date }>`
        select used, resets_at from kernel.rate_limits where rule = ${rule.name} and key = ${key} and resets_at > ${now}`.execute(db);
      const remaining = Math.max(0, rule.limit - Number(rows[0]?.used ?? 0));
      return { allowed: remaining > 0, remaining, resetAt: rows[0]?.resets_at ?? endOfWindow(rule, now) };
    },
    reset: async (rule, key) => {
      leases.forget(rule, key);
      await sql`delete from kernel.rate_limits where rule = ${rule.name} and key = ${key}`.execute(db);
    },
    sweep: () => sweepWindows(db, clock.now()),
  };
}

export interface Taken {
  /** Between `least` and `wanted`; 0 when not even `least` fits. */
  readonly granted: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

const endOfWindow = (rule: Rule, now: Date): Date => new Date(now.getTime() + rule.windowSeconds * 1000);

/** One statement, so that two processes can never count the same take: the row lock of the upsert orders them. */
async function takeFrom(db: Db, rule: Rule, key: string, wanted: number, least: number, now: Date): Promise<Taken> {
  const resetAt = endOfWindow(rule, now);
  const fits = (used: ReturnType<typeof sql>) =>
    sql`case when ${rule.limit}::bigint - ${used} >= ${least}::bigint then least(${wanted}::bigint, ${rule.limit}::bigint - ${used}) else 0 end`;
  const spent = sql`(case when r.resets_at <= ${now} then 0 else r.used end)`;
  const { rows } = await sql<{ used: number; granted: number; resets_at: Date }>`
    insert into kernel.rate_limits as r (rule, key, used, granted, resets_at)
    values (${rule.name}, ${key}, ${fits(sql`0`)}, ${fits(sql`0`)}, ${resetAt})
    on conflict (rule, key) do update set
      used = ${spent} + ${fits(spent)},
      granted = ${fits(spent)},
      resets_at = case when r.resets_at <= ${now} then excluded.resets_at else r.resets_at end
    returning used, granted, resets_at`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`the rate limit ${rule.name} was not counted`);
  return { granted: Number(row.granted), remaining: Math.max(0, rule.limit - Number(row.used)), resetAt: row.resets_at };
}

/** A thousand at a time, passing by the rows that somebody is counting in. */
async function sweepWindows(db: Db, now: Date): Promise<number> {
  let swept = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from kernel.rate_limits where ctid = any(array(
        select ctid from kernel.rate_limits where resets_at <= ${now} limit 1000 for update skip locked))`.execute(db);
    swept += Number(numAffectedRows);
    if (numAffectedRows < 1000n) return swept;
  }
}
