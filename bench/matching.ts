/**
 * Matching people with briefs, on two collections that were graded by hand and held back (bench/matching/GRADING.md): what the product
 * finds without any model; plain PostgreSQL full text (values as they are stored); strong PostgreSQL full text (values in three
 * languages with our synonyms too); chance. The tuning briefs choose both configurations of full text.
 * `--dense` for the dense collection alone, `--tuning` for the tuning briefs, `--each` for every brief by itself; RESULTS.md is written
 * without any of them.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { writeResults } from './lib.ts';
import { type Answer, answersOf } from './matching/answers.ts';
import { faultsOf, type GradedBrief, readDense, readSparse } from './matching/data.ts';
import type { Labels } from './matching/documents.ts';
import { CONFIGURATIONS, describeConfiguration } from './matching/full-text.ts';
import { chance, mean, measure, shuffled } from './matching/measures.ts';
import { withoutFactors } from './matching/product.ts';
import { ablation, aheadOf, averaged, comparison, eachLine, figure, type Row, signed, withInterval } from './matching/report.ts';

const SHUFFLES = 200;
/** How far ahead of plain full text the product has to be at least. */
const LEAST_AHEAD = { sparse: 0, dense: 0.15 } as const;
type CollectionName = keyof typeof LEAST_AHEAD;
const RULE = `Rule: the run fails when product − plain full text in nDCG@10 is below ${LEAST_AHEAD.dense} on the dense collection or below ${LEAST_AHEAD.sparse} on the sparse one.`;

const { values } = parseArgs({
  options: {
    dense: { type: 'boolean', default: false },
    tuning: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
  },
});
assert(!(values.dense && values.tuning), 'the tuning briefs are about the sparse collection');
const sparse = readSparse();
const dense = readDense();
assert.deepEqual([...faultsOf(sparse), ...faultsOf(dense)], []);

const tuning = await answersOf(sparse, sparse.briefs.tuning);
const PLAIN = strongestOn(tuning, 'french');
const STRONG = strongestOn(tuning);
const lines: string[] = [];
const failures: string[] = [];
if (values.tuning) lines.push(...described('tuning briefs', tuning, rowsOf(tuning)));
else {
  const names: readonly CollectionName[] = values.dense ? ['dense'] : ['sparse', 'dense'];
  for (const name of names) await compare(name);
  lines.push(RULE, ...(failures.length === 0 ? ['It holds.'] : failures));
}
console.log(lines.join('\n'));
if (!Object.values(values).some(Boolean)) writeResults('Matching: held-back briefs', lines);
if (failures.length > 0) process.exitCode = 1;

async function compare(name: CollectionName): Promise<void> {
  const collection = name === 'dense' ? dense : sparse;
  const answers = await answersOf(collection, collection.briefs['held-back']);
  const rows = rowsOf(answers);
  lines.push(...described(`${name} collection`, answers, rows), '');
  const ahead = aheadOf('plain', rows).mean;
  if (!(ahead >= LEAST_AHEAD[name]))
    failures.push(`It fails on the ${name} collection: ${signed(ahead)}, the least is ${LEAST_AHEAD[name]}.`);
}

function rowsOf(answers: readonly Answer[]): readonly Row[] {
  const next = chance(7);
  return answers.map(({ brief, product, fullText, people }) => {
    const judged = (order: readonly string[] | undefined) => measure(order ?? [], brief.grades);
    return {
      brief,
      product: judged(product.map(({ key }) => key)),
      plain: judged(fullText[PLAIN]),
      strong: judged(fullText[STRONG]),
      chance: averaged(Array.from({ length: SHUFFLES }, () => judged(shuffled(people, next)))),
      without: withoutFactors(product, brief.grades),
    };
  });
}

function ndcgOf(answers: readonly Answer[], configuration: number): number {
  return mean(answers.map(({ brief, fullText }) => measure(fullText[configuration] ?? [], brief.grades).ndcg));
}

/** Number of a configuration; the first of equals. */
function strongestOn(answers: readonly Answer[], labels?: Labels): number {
  const candidates = CONFIGURATIONS.flatMap((configuration, at) => (labels && configuration.labels !== labels ? [] : [at]));
  const scored = candidates.map((at) => ({ at, ndcg: ndcgOf(answers, at) }));
  return scored.reduce((best, one) => (one.ndcg > best.ndcg ? one : best)).at;
}

function described(title: string, answers: readonly Answer[], rows: readonly Row[]): readonly string[] {
  const briefs = rows.map(({ brief }) => brief);
  const grades = mean(briefs.map((brief) => Object.keys(brief.grades).length));
  const configuration = (at: number): string => `${figure(ndcgOf(answers, at))} with ${describeConfiguration(configurationAt(at))}`;
  return [
    `### ${title[0]?.toUpperCase()}${title.slice(1)}`,
    '',
    `${briefs.length} briefs (${count(briefs, 'fr')} French, ${count(briefs, 'en')} English, ${count(briefs, 'ar')} Arabic and darija) about ${peopleOf(answers, 'standard')} standard and ${peopleOf(answers, 'cinema')} CINEMA people, graded 0 to 3`,
    `by hand before any ranking was run; ${grades.toFixed(1)} people with a grade to a brief. Product: criteria read from the text, no model. Plain and strong: the best of`,
    `PostgreSQL full text on the tuning briefs, with structured values as they are stored, and of all ${CONFIGURATIONS.length} configurations. Chance: ${SHUFFLES} random orders.`,
    '',
    ...comparison(rows),
    '',
    `Product − plain in nDCG@10: **${withInterval(aheadOf('plain', rows))}**; product − strong: **${withInterval(aheadOf('strong', rows))}** (95 %).`,
    '',
    'nDCG@10 of full text on these briefs:',
    `- plain: ${configuration(PLAIN)};`,
    `- strong: ${configuration(STRONG)};`,
    `- the best on these very briefs, with hindsight: ${configuration(strongestOn(answers))}.`,
    '',
    'nDCG@10 of the product when one factor counts for nothing (people who are left out stay out):',
    '',
    ...ablation(rows),
    ...(values.each ? ['', ...rows.map(eachLine)] : []),
  ];
}

function configurationAt(at: number) {
  const configuration = CONFIGURATIONS[at];
  assert(configuration);
  return configuration;
}

function count(briefs: readonly GradedBrief[], language: string): number {
  return briefs.filter((brief) => brief.language === language).length;
}

function peopleOf(answers: readonly Answer[], kind: GradedBrief['kind']): number {
  return answers.find(({ brief }) => brief.kind === kind)?.people.length ?? 0;
}
