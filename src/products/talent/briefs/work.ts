/** Availability, mode and time of work, seniority. */
import type { BriefText, Finding } from './brief-text.ts';
import type { BriefKind, CriterionKind } from './criterion.ts';
import { createPhrases } from './phrases.ts';
import { AVAILABILITY, SENIORITY, WORK_MODE, WORK_TIME } from './words/work.ts';

interface Meaning {
  readonly kind: CriterionKind;
  readonly value: string;
}
const work = createPhrases<Meaning>();
for (const [kind, list] of [
  ['availability', AVAILABILITY],
  ['work_mode', WORK_MODE],
  ['work_time', WORK_TIME],
] as const)
  for (const [value, names] of Object.entries(list)) work.addAll(names, { kind, value });

const seniority = createPhrases<number>({ fit: 'exact' });
for (const [names, years] of SENIORITY) seniority.addAll(names, years);

export const findWork = (text: BriefText): Finding[] =>
  work.all(text.words).flatMap(({ found, from, to }) => found.map(({ kind, value }) => ({ kind, values: [value], at: from, until: to })));

/** « Senior » counts where no number of years is given; of a part it may be an age or a rider's rank. */
export function findSeniority(kind: BriefKind, text: BriefText): Finding[] {
  const matches = seniority.all(text.words).filter(({ found: [years = 0] }) => years > 0 && kind === 'standard');
  return matches.slice(0, 1).map(({ found: [years = 0], from, to }) => ({ kind: 'experience', min: years, at: from, until: to }));
}
