/**
 * How good an order is, judged by grades: nDCG@10 (gain 2^grade − 1), recall@50 and the first place of a good person (grade 2 or 3),
 * and how sure a difference is.
 */
export type Grades = Readonly<Record<string, number>>;

export interface Measures {
  readonly ndcg: number;
  readonly recall: number;
  readonly reciprocal: number;
}

const GOOD = 2;
const DEPTH = { ndcg: 10, recall: 50 };

/** The order names each person once, best first. */
export const measure = (order: readonly string[], grades: Grades): Measures => ({
  ndcg: ndcg(order, grades, DEPTH.ndcg),
  recall: recall(order, grades, DEPTH.recall),
  reciprocal: reciprocalRank(order, grades),
});

export function ndcg(order: readonly string[], grades: Grades, depth: number): number {
  const best = gains(
    Object.values(grades).toSorted((a, b) => b - a),
    depth,
  );
  const reached = gains(
    order.map((key) => grades[key] ?? 0),
    depth,
  );
  return best === 0 ? 0 : reached / best;
}

const gains = (grades: readonly number[], depth: number): number =>
  grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

const isGood = (grades: Grades, key: string): boolean => (grades[key] ?? 0) >= GOOD;

/** Share of the good people among the first `depth`. */
export function recall(order: readonly string[], grades: Grades, depth: number): number {
  const good = Object.keys(grades).filter((key) => isGood(grades, key)).length;
  return good === 0 ? 0 : order.slice(0, depth).filter((key) => isGood(grades, key)).length / good;
}

export function reciprocalRank(order: readonly string[], grades: Grades): number {
  const at = order.findIndex((key) => isGood(grades, key));
  return at === -1 ? 0 : 1 / (at + 1);
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every order is as likely as any other. */
export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const list = [...items];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** 95 % interval of the mean of paired differences, by drawing the briefs anew (percentile bootstrap). */
export function bootstrap(differences: readonly number[], rounds = 10_000, seed = 1): Interval {
  const next = chance(seed);
  const means = Array.from({ length: rounds }, () =>
    mean(differences.map(() => differences[Math.floor(next() * differences.length)] as number)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.min(rounds - 1, Math.floor(share * rounds))] ?? Number.NaN;
  return { mean: mean(differences), low: at(0.025), high: at(0.975) };
}
