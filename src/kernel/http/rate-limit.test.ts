import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { freshDatabase } from '#test/support.ts';
import { fixedClock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { createLimits, type Rule, type Verdict } from './rate-limit.ts';

const START = '2025-10-15T10:00:00Z';
const rule: Rule = { name: 'exports', limit: 50, windowSeconds: 3600 };
const allowedOf = (verdicts: readonly Verdict[]): number => verdicts.filter((v) => v.allowed).length;

async function counted() {
  const { db } = await freshDatabase();
  const clock = fixedClock(START);
  let statements = 0;
  const counting: Db = db.withPlugin({
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db, clock, limits: createLimits(counting, clock), statements: () => statements };
}

describe('rate limits', () => {
  it('admit exactly the limit, however many ask at once in two processes (T-131 to T-134)', async () => {
    const { db, clock } = await counted();
    const processes = [createLimits(db, clock), createLimits(db, clock)];
    const verdicts = await Promise.all(Array.from({ length: 200 }, (_, i) => (processes[i % 2] ?? processes[0])?.take(rule, 'account:1')));
    expect(allowedOf(verdicts.filter((v) => v !== undefined))).toBe(50);
    expect(new Set(verdicts.map((v) => v?.resetAt.toISOString()))).toEqual(new Set(['2025-10-15T11:00:00.000Z']));
    expect(Math.min(...verdicts.map((v) => v?.remaining ?? 0))).toBe(0);
  });

  it('count every key and every rule for itself', async () => {
    const { limits } = await counted();
    const one: Rule = { name: 'one', limit: 1, windowSeconds: 60 };
    expect((await limits.take(one, 'a')).allowed).toBe(true);
    expect((await limits.take(one, 'a')).allowed).toBe(false);
    expect((await limits.take(one, 'b')).allowed).toBe(true);
    expect((await limits.take({ ...one, name: 'two' }, 'a')).allowed).toBe(true);
  });

  it('start a window with the first take and a new one when it is over; a refusal does not prolong it', async () => {
    const { limits, clock } = await counted();
    const two: Rule = { name: 'two', limit: 2, windowSeconds: 60 };
    expect(await limits.take(two, 'a')).toEqual({ allowed: true, limit: 2, remaining: 1, resetAt: new Date('2025-10-15T10:01:00Z') });
    clock.advance(30);
    expect(await limits.take(two, 'a')).toMatchObject({ allowed: true, remaining: 0, resetAt: new Date('2025-10-15T10:01:00Z') });
    clock.advance(29);
    expect(await limits.take(two, 'a')).toMatchObject({ allowed: false, remaining: 0, resetAt: new Date('2025-10-15T10:01:00Z') });
    clock.advance(1);
    expect(await limits.take(two, 'a')).toMatchObject({ allowed: true, remaining: 1, resetAt: new Date('2025-10-15T10:02:00Z') });
  });

  it('take a cost whole or not at all', async () => {
    const { limits } = await counted();
    const ten: Rule = { name: 'ten', limit: 10, windowSeconds: 60 };
    expect(await limits.take(ten, 'a', 8)).toMatchObject({ allowed: true, remaining: 2 });
    expect(await limits.take(ten, 'a', 3)).toMatchObject({ allowed: false, remaining: 2 });
    expect(await limits.take(ten, 'a', 2)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limits.take(ten, 'b', 11)).toMatchObject({ allowed: false, remaining: 10 });
  });

  it('show what is left without counting, and forget on request', async () => {
    const { limits } = await counted();
    const three: Rule = { name: 'three', limit: 3, windowSeconds: 60 };
    expect(await limits.peek(three, 'a')).toEqual({ allowed: true, remaining: 3, resetAt: new Date('2025-10-15T10:01:00Z') });
    for (let i = 0; i < 3; i++) await limits.take(three, 'a');
    expect(await limits.peek(three, 'a')).toMatchObject({ allowed: false, remaining: 0 });
    await limits.reset(three, 'a');
    expect(await limits.peek(three, 'a')).toMatchObject({ allowed: true, remaining: 3 });
  });

  it('sweep the windows that are over, and do so by themselves', async () => {
    const { db, limits, clock } = await counted();
    const rows = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from kernel.rate_limits`.execute(db);
      return rows[0]?.n ?? -1;
    };
    for (let i = 0; i < 30; i++) await limits.take({ name: 'short', limit: 1, windowSeconds: 60 }, `ip:${i}`);
    await limits.take({ name: 'long', limit: 1, windowSeconds: 3600 }, 'a');
    clock.advance(61);
    expect(await limits.sweep()).toBe(30);
    expect(await rows()).toBe(1);
    await limits.take({ name: 'short', limit: 1, windowSeconds: 60 }, 'b');
    clock.advance(600);
    await limits.take({ name: 'long', limit: 1, windowSeconds: 3600 }, 'c');
    await eventually(rows).toBe(2);
  });
});

describe('rate limits with a lease', () => {
  const leased: Rule = { name: 'api', limit: 500, windowSeconds: 3600, lease: 20 };

  it('ask the database once in a lease, and still admit no more than the limit', async () => {
    const { limits, statements } = await counted();
    const verdicts = await Promise.all(Array.from({ length: 700 }, () => limits.take(leased, 'account:1')));
    expect(allowedOf(verdicts)).toBe(500);
    expect(statements()).toBeLessThanOrEqual(26);
  });

  it('of two processes refuse at most a lease early, never late', async () => {
    const { db, clock } = await counted();
    const [one, other] = [createLimits(db, clock), createLimits(db, clock)];
    expect((await other.take(leased, 'a')).allowed).toBe(true);
    const verdicts = await Promise.all(Array.from({ length: 600 }, () => one.take(leased, 'a')));
    expect(allowedOf(verdicts)).toBe(480);
    expect(allowedOf(await Promise.all(Array.from({ length: 50 }, () => other.take(leased, 'a'))))).toBe(19);
  });

  it('count down one by one for the reader', async () => {
    const { limits } = await counted();
    const remaining = [];
    for (let i = 0; i < 45; i++) remaining.push((await limits.take(leased, 'a')).remaining);
    expect(remaining).toEqual(Array.from({ length: 45 }, (_, i) => 499 - i));
  });

  it('remember a refusal for a second, and start anew with the next window', async () => {
    const { limits, clock, statements } = await counted();
    for (let i = 0; i < 500; i++) await limits.take(leased, 'a');
    const before = statements();
    for (let i = 0; i < 100; i++) expect((await limits.take(leased, 'a')).allowed).toBe(false);
    expect(statements() - before).toBe(1);
    clock.advance(3600);
    expect(await limits.take(leased, 'a')).toMatchObject({ allowed: true, remaining: 499 });
  });

  it('spend nothing of a window that is over', async () => {
    const { limits, clock } = await counted();
    const small: Rule = { name: 'small', limit: 5, windowSeconds: 60, lease: 4 };
    await limits.take(small, 'a');
    clock.advance(60);
    const verdicts = [];
    for (let i = 0; i < 7; i++) verdicts.push(await limits.take(small, 'a'));
    expect(allowedOf(verdicts)).toBe(5);
  });
});
