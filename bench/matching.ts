/**
 * Matching people with briefs: what the product finds without any model, PostgreSQL full text in the strongest configuration that the
 * tuning briefs choose, and chance, on briefs that were graded by hand and held back (bench/matching/GRADING.md).
 * `--tuning` for the other briefs, `--each` for every brief by itself.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { fixedClock } from '#kernel/clock.ts';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { createCatalogue } from '#products/talent/catalogue/catalogue.ts';
import { createRankingIndex } from '#products/talent/ranking/ranking.ts';
import { writeResults } from './lib.ts';
import { type BriefSet, faultsOf, type GradedBrief, readData } from './matching/data.ts';
import type { Labels } from './matching/documents.ts';
import { CONFIGURATIONS, describeConfiguration, fillFullText, searchFullText } from './matching/full-text.ts';
import { bootstrap, chance, type Measures, mean, measure, shuffled } from './matching/measures.ts';
import { rankBrief, withoutFactors } from './matching/product.ts';
import { seedCinema, seedStandard } from './matching/seeding.ts';

const LEAST_DIFFERENCE = 0.15;
/** The day the people were graded on: ages and "now" stand still. */
const TODAY = new Date('2026-11-21T12:00:00Z');
const SHUFFLES = 200;

const { values } = parseArgs({ options: { tuning: { type: 'boolean', default: false }, each: { type: 'boolean', default: false } } });
const set: BriefSet = values.tuning ? 'tuning' : 'held-back';
const data = readData();
assert.deepEqual(faultsOf(data), []);

const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-'));
const log = pino({ level: 'warn' });
const database = await openDatabase({ databaseUrl: null, dataFolder: folder, databasePoolSize: 4 }, log);
const { db } = database;
await migrate(db);
const catalogue = createCatalogue({ db });
const snapshot = await catalogue.snapshot();
const ids = await inTransaction(db, async (tx) => {
  await fillFullText(tx, data, snapshot);
  return { standard: await seedStandard(tx, data.standard, snapshot), cinema: await seedCinema(tx, data.cinema, snapshot) };
});
const index = createRankingIndex({ db, database, log, clock: fixedClock(TODAY), catalogue });

interface Row {
  readonly brief: GradedBrief;
  readonly product: Measures;
  readonly peer: Measures;
  readonly random: Measures;
  /** nDCG@10 of the product when one factor counts for nothing. */
  readonly without: ReadonlyMap<string, number>;
}

const found = new Map<GradedBrief, readonly (readonly string[])[]>();
for (const brief of new Set([...data.briefs.tuning, ...data.briefs[set]])) found.set(brief, await searchFullText(db, brief));
const chosen = strongestOn('tuning');
const plain = strongestOn('tuning', 'french');
const hindsight = strongestOn(set);
const next = chance(7);
const rows: Row[] = [];
for (const brief of data.briefs[set]) {
  const people = await rankBrief(index, brief, ids[brief.kind], { catalogue: snapshot, today: TODAY });
  rows.push({
    brief,
    product: measure(
      people.map(({ key }) => key),
      brief.grades,
    ),
    peer: measure(found.get(brief)?.[chosen] ?? [], brief.grades),
    random: averaged(Array.from({ length: SHUFFLES }, () => measure(shuffled([...ids[brief.kind].keys()], next), brief.grades))),
    without: withoutFactors(people, brief.grades),
  });
}
await index.close();
await database.close();
rmSync(folder, { recursive: true, force: true });

const difference = bootstrap(rows.map(({ product, peer }) => product.ndcg - peer.ndcg));
const lines = [
  `${rows.length} ${set} briefs (${count('fr')} French, ${count('en')} English, ${count('ar')} Arabic and darija) about ${ids.standard.size} standard and ${ids.cinema.size} CINEMA people, graded 0 to 3`,
  `by hand before any ranking was run. Product: criteria read from the text, no model. Peer: the strongest of ${CONFIGURATIONS.length} configurations of PostgreSQL full`,
  `text on the tuning briefs. Chance: ${SHUFFLES} random orders.`,
  '',
  '| briefs | | nDCG@10 product | full text | chance | recall@50 product | full text | chance | MRR product | full text | chance | difference in nDCG@10, 95 % |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
  ...groups().map(([name, list]) => tableRow(name, list)),
  '',
  `Difference in nDCG@10 over all briefs: **${signed(difference.mean)}** (95 % ${signed(difference.low)} to ${signed(difference.high)}; aim ≥ ${LEAST_DIFFERENCE}).`,
  '',
  `No order could be more than ${signed(1 - ndcgOf(chosen, set))} ahead of this peer. nDCG@10 of full text on these briefs:`,
  `- the peer, which the tuning briefs choose: ${described(chosen)};`,
  `- what they choose when structured values stand as they are stored: ${described(plain)};`,
  `- the best on these very briefs, with hindsight: ${described(hindsight)}.`,
  '',
  'nDCG@10 of the product when one factor counts for nothing (people who are left out stay out):',
  '',
  ...ablation(),
];
console.log(lines.join('\n'));
if (values.each) console.log(`\n${rows.map(eachLine).join('\n')}`);
if (set === 'held-back') writeResults('Matching: held-back briefs', lines);
if (set === 'held-back' && !(difference.mean >= LEAST_DIFFERENCE)) {
  console.error(`nDCG@10 against full text: ${signed(difference.mean)}, the aim is ${signed(LEAST_DIFFERENCE)}`);
  process.exitCode = 1;
}

function ndcgOf(configuration: number, from: BriefSet): number {
  return mean(data.briefs[from].map((brief) => measure(found.get(brief)?.[configuration] ?? [], brief.grades).ndcg));
}

/** Number of a configuration; the first of equals. */
function strongestOn(from: BriefSet, labels?: Labels): number {
  const candidates = CONFIGURATIONS.flatMap((configuration, at) => (labels && configuration.labels !== labels ? [] : [at]));
  const scored = candidates.map((at) => ({ at, ndcg: ndcgOf(at, from) }));
  return scored.reduce((best, one) => (one.ndcg > best.ndcg ? one : best)).at;
}

function described(at: number): string {
  const configuration = CONFIGURATIONS[at];
  return `${figure(ndcgOf(at, set))} with ${configuration ? describeConfiguration(configuration) : 'nothing'}`;
}

function averaged(list: readonly Measures[]): Measures {
  const of = (name: keyof Measures): number => mean(list.map((measures) => measures[name]));
  return { ndcg: of('ndcg'), recall: of('recall'), reciprocal: of('reciprocal') };
}

function count(language: string): number {
  return rows.filter(({ brief }) => brief.language === language).length;
}

function groups(): readonly (readonly [string, readonly Row[]])[] {
  const by = (name: string, test: (brief: GradedBrief) => boolean) => [name, rows.filter(({ brief }) => test(brief))] as const;
  return [
    by('French', ({ language }) => language === 'fr'),
    by('English', ({ language }) => language === 'en'),
    by('Arabic, darija', ({ language }) => language === 'ar'),
    by('standard', ({ kind }) => kind === 'standard'),
    by('CINEMA', ({ kind }) => kind === 'cinema'),
    by('**all**', () => true),
  ];
}

function tableRow(name: string, list: readonly Row[]): string {
  const columns = (['product', 'peer', 'random'] as const).map((column) => averaged(list.map((row) => row[column])));
  const cells = (['ndcg', 'recall', 'reciprocal'] as const).flatMap((measured) => columns.map((column) => figure(column[measured])));
  const { mean: ahead, low, high } = bootstrap(list.map(({ product, peer }) => product.ndcg - peer.ndcg));
  return `| ${name} | ${list.length} | ${cells.join(' | ')} | ${signed(ahead)} (${signed(low)} to ${signed(high)}) |`;
}

function ablation(): readonly string[] {
  const whole = mean(rows.map(({ product }) => product.ndcg));
  const names = new Set(rows.flatMap(({ without }) => [...without.keys()]));
  const cells = [...names].map((name) => {
    const ndcg = mean(rows.map(({ without, product }) => without.get(name) ?? product.ndcg));
    return `| ${name} | ${figure(ndcg)} | ${signed(ndcg - whole)} |`;
  });
  return ['| without | nDCG@10 | change |', '|---|---|---|', ...cells];
}

function eachLine({ brief, product, peer }: Row): string {
  const pair = (name: keyof Measures): string => `${figure(product[name])} / ${figure(peer[name])}`;
  return `${brief.id.padEnd(18)} nDCG ${pair('ndcg')}   recall ${pair('recall')}   MRR ${pair('reciprocal')}`;
}

function figure(value: number): string {
  return value.toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
