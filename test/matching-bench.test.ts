import { expect, test } from 'vitest';
import { faultsOf, readDense, readSparse } from '../bench/matching/data.ts';
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
  const sparse = readSparse();
  const dense = readDense();
  expect([faultsOf(sparse), faultsOf(dense)]).toEqual([[], []]);
  for (const { briefs } of [sparse, dense]) {
    const held = briefs['held-back'];
    const inLanguage = (language: string): number => held.filter((brief) => brief.language === language).length;
    expect(inLanguage('fr')).toBeGreaterThanOrEqual(25);
    expect(inLanguage('en')).toBeGreaterThanOrEqual(9);
    expect(inLanguage('ar')).toBeGreaterThanOrEqual(9);
    expect(held.length).toBeGreaterThanOrEqual(44);
  }
  expect(sparse.briefs.tuning).toHaveLength(12);
});

test('the dense collection is dense: many rivals in few trades', () => {
  const { standard, cinema } = readDense();
  expect([standard.length >= 150, cinema.length >= 150]).toEqual([true, true]);
  for (const trade of [
    'photographie',
    'montage-video',
    'developpement-web',
    'comptabilite',
    'soins-infirmiers',
    'cuisine',
    'vente-et-commerce',
    'electricite',
  ])
    expect(standard.filter(({ talents }) => talents.includes(trade)).length, trade).toBeGreaterThanOrEqual(15);
});

test('unsound data are named', () => {
  const data = readSparse();
  const [brief] = data.briefs.tuning;
  if (!brief) throw new Error('no brief');
  const unsound = { ...brief, id: 'unsound', text: 'Un autre texte', grades: { nobody: 3, [Object.keys(brief.grades)[0] ?? '']: 5 } };
  expect(faultsOf({ ...data, briefs: { ...data.briefs, tuning: [unsound] } })).toEqual([
    'unsound grades nobody, whom nobody knows',
    'unsound gives 5',
    'unsound grades 2 people',
  ]);
});
