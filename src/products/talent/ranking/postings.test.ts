import { describe, expect, it } from 'vitest';
import { createChance } from '../seed/chance.ts';
import { Postings } from './postings.ts';

describe('postings', () => {
  it('gives back what was put, for rare keys and common ones, near rows and far ones', () => {
    const chance = createChance(1);
    const postings = new Postings();
    const truth = new Map<string, [number, number][]>();
    for (let row = 0; row < 700_000; row += 1 + Math.floor(chance.number() ** 9 * 4_000))
      for (const key of new Set(Array.from({ length: 12 }, () => `k${Math.floor(chance.number() ** 3 * 5000)}`))) {
        const how = Math.floor(chance.number() * 256);
        postings.add(key, row, how);
        truth.set(key, [...(truth.get(key) ?? []), [row, how]]);
      }
    expect(truth.size).toBeGreaterThan(2000);
    for (const [key, pairs] of truth) {
      const { count, rows, hows } = postings.read(key);
      expect([...rows].map((row, i) => [row, hows[i]])).toEqual(pairs);
      expect(count).toBe(pairs.length);
    }
    expect(postings.keys).toBe(truth.size);
  });

  it('knows nobody for a key that nobody has', () => {
    expect(new Postings().read('none').count).toBe(0);
  });
});
