/** The product's own answer to a brief, through the doors that the matching pages use. */
import { readBrief, type Vocabulary } from '#products/talent/briefs/briefs.ts';
import type { RankedPerson, RankingIndex } from '#products/talent/ranking/ranking.ts';
import type { GradedBrief } from './data.ts';
import { type Grades, ndcg } from './measures.ts';

export interface KeyedPerson extends RankedPerson {
  readonly key: string;
}

/** Everybody who is ranked, best first. */
export async function rankBrief(
  index: RankingIndex,
  { kind, text }: GradedBrief,
  ids: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Promise<readonly KeyedPerson[]> {
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const { people } = await index.rank(readBrief(kind, text, vocabulary), { limit: ids.size });
  return people.map((person) => {
    const key = keys.get(person.id);
    if (!key) throw new Error(`nobody has the number ${person.id}`);
    return { ...person, key };
  });
}

/** nDCG@10 when one factor at a time counts for nothing, the others as they are. */
export function withoutFactors(people: readonly KeyedPerson[], grades: Grades): ReadonlyMap<string, number> {
  const names = new Set(people.flatMap(({ factors }) => factors.map(({ name }) => name)));
  return new Map(
    [...names].map((left) => {
      const order = people
        .map(({ key, factors }) => ({
          key,
          sum: factors.reduce((sum, { name, weight, value }) => (name === left ? sum : sum + weight * value), 0),
        }))
        .sort((a, b) => b.sum - a.sum)
        .map(({ key }) => key);
      return [left, ndcg(order, grades, 10)];
    }),
  );
}
