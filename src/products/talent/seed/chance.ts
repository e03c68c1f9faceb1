/** Chance that repeats itself: the same seed draws the same people. */

export interface Chance {
  /** From 0 up to but not including 1. */
  number(): number;
  /** True in that share of the cases. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, the likelier the greater its weight. */
  weigh<T>(weights: readonly (readonly [value: T, weight: number])[]): T;
  /** Around the mean, two thirds of the draws within the deviation. */
  around(mean: number, deviation: number): number;
  /** A place in a list of `length` whose first places are the likelier. */
  early(length: number): number;
}

export function createChance(seed: number): Chance {
  const number = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(number() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  return {
    number,
    pick,
    happens: (share) => number() < share,
    weigh: (weights) => {
      let left = number() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weights) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(weights)[0];
    },
    // The sum of three draws is close enough to a bell.
    around: (mean, deviation) => mean + (number() + number() + number() - 1.5) * 2 * deviation,
    early: (length) => Math.floor(number() ** 2.2 * length),
  };
}

/** A small fast generator. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
