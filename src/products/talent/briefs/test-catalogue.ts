/** For tests: the catalogue as the migrations ship it, and criteria as one reads them. */
import type { Db } from '#kernel/db/db.ts';
import { createCatalogue, type Snapshot } from '../catalogue/catalogue.ts';
import { type BriefKind, type Criterion, describeCriterion, readBrief } from './briefs.ts';

export const shippedCatalogue = ({ db }: { readonly db: Db }): Promise<Snapshot> => createCatalogue({ db }).snapshot();

/** A Sunday. */
export const TODAY = new Date('2026-11-15T10:00:00Z');

/** Labels in French, a must with a mark. */
const labelsOf = (criteria: readonly Criterion[], catalogue: Snapshot): string[] =>
  criteria.map((criterion) => `${describeCriterion(criterion, 'fr', catalogue)}${criterion.must ? ' !' : ''}`);

export interface Reading {
  /** What lists and numbers say, sorted. */
  readonly asked: readonly string[];
  readonly words: readonly string[];
}
export function readingOf(kind: BriefKind, text: string, catalogue: Snapshot): Reading {
  const { criteria } = readBrief(kind, text, { catalogue, today: TODAY });
  return {
    asked: labelsOf(
      criteria.filter((one) => one.kind !== 'word'),
      catalogue,
    ).sort(),
    words: criteria.filter((one) => one.kind === 'word').flatMap((one) => one.values),
  };
}
