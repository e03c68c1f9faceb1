import { expect, test } from 'vitest';
import { faultsOf, readData } from '../bench/matching/data.ts';
import { bootstrap, chance, measure, ndcg, recall, reciprocalRank, shuffled } from '../bench/matching/measures.ts';

const GRADES = { a: 3, b: 2, c: 1 };

test('nDCG is 1 for the best order and what the formula says for another', () => {
  expect(ndcg(['a', 'b', 'c', 'x'], GRADES, 10)).toBe(1);
  // Gains 7, 3, 1; discounts 1, log2(3), 2.
  const best = 7 + 3 / Math.log2(3) + 1 / 2;
  expect(ndcg(['x', 'a', 'c'], GRADES, 10)).toBeCloseTo((7 / Math.log2(3) + 1 / 2) / best, 12);
  expect(ndcg(['c', 'b', 'a'], GRADES, 10)).toBeCloseTo((1 + 3 / Math.log2(3) + 7 / 2) / best, 12);
});

test('nDCG looks no further than its depth, in what was found and in what could be', () => {
  expect(ndcg(['x', 'y', 'a'], GRADES, 2)).toBe(0);
  expect(ndcg(['a'], GRADES, 1)).toBe(1);
  expect(ndcg([], GRADES, 10)).toBe(0);
  expect(ndcg(['a'], {}, 10)).toBe(0);
});

test('recall and the first good place count grades 2 and 3 only', () => {
  expect(recall(['c', 'a', 'x', 'b'], GRADES, 50)).toBe(1);
  expect(recall(['c', 'a', 'x', 'b'], GRADES, 3)).toBe(0.5);
  expect(reciprocalRank(['c', 'x', 'b'], GRADES)).toBeCloseTo(1 / 3, 12);
  expect(reciprocalRank(['c', 'x'], GRADES)).toBe(0);
  expect(measure(['a'], GRADES)).toEqual({ ndcg: ndcg(['a'], GRADES, 10), recall: 0.5, reciprocal: 1 });
});

test('the bootstrap brackets the mean, is the same twice, and has no width when nothing varies', () => {
  const differences = [0.1, 0.5, -0.2, 0.4, 0.3, 0, 0.6, 0.2];
  const { mean, low, high } = bootstrap(differences, 2000);
  expect(mean).toBeCloseTo(0.2375, 12);
  expect(low).toBeLessThan(mean);
  expect(high).toBeGreaterThan(mean);
  // The standard error is 0.27 / √8: the interval is about four of them wide.
  expect(high - low).toBeGreaterThan(0.25);
  expect(high - low).toBeLessThan(0.45);
  expect(bootstrap(differences, 2000)).toEqual({ mean, low, high });
  expect(bootstrap([0.2, 0.2, 0.2], 100)).toEqual({ mean: expect.closeTo(0.2), low: expect.closeTo(0.2), high: expect.closeTo(0.2) });
});

test('a shuffled list has the same items, and another seed another order', () => {
  const items = Array.from({ length: 30 }, (_, at) => at);
  const once = shuffled(items, chance(1));
  expect(once.toSorted((a, b) => a - b)).toEqual(items);
  expect(shuffled(items, chance(1))).toEqual(once);
  expect(shuffled(items, chance(2))).not.toEqual(once);
});

test('every graded person exists, every grade is 1 to 3, every brief has enough of them', () => {
  const data = readData();
  expect(faultsOf(data)).toEqual([]);
  const held = data.briefs['held-back'];
  const inLanguage = (language: string): number => held.filter((brief) => brief.language === language).length;
  expect([inLanguage('fr') >= 26, inLanguage('en') >= 9, inLanguage('ar') >= 9, held.length >= 44]).toEqual([true, true, true, true]);
  expect(data.briefs.tuning).toHaveLength(12);
});

test('unsound data are named', () => {
  const data = readData();
  const [brief] = data.briefs.tuning;
  if (!brief) throw new Error('no brief');
  const unsound = { ...brief, id: 'unsound', text: 'Un autre texte', grades: { nobody: 3, [Object.keys(brief.grades)[0] ?? '']: 5 } };
  expect(faultsOf({ ...data, briefs: { ...data.briefs, tuning: [unsound] } })).toEqual([
    'unsound grades nobody, whom nobody knows',
    'unsound gives 5',
    'unsound grades 2 people',
  ]);
});
