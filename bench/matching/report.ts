/** The comparison of one collection in words and figures: product, plain full text, strong full text, chance. */
import type { GradedBrief } from './data.ts';
import { bootstrap, type Interval, type Measures, mean } from './measures.ts';

export const COLUMNS = ['product', 'plain', 'strong', 'chance'] as const;
type Column = (typeof COLUMNS)[number];

export interface Row extends Readonly<Record<Column, Measures>> {
  readonly brief: GradedBrief;
  /** nDCG@10 of the product when one factor counts for nothing. */
  readonly without: ReadonlyMap<string, number>;
}

/** How far the product is ahead in nDCG@10. */
export const aheadOf = (peer: Column, rows: readonly Row[]): Interval =>
  bootstrap(rows.map(({ product, [peer]: other }) => product.ndcg - other.ndcg));

export function comparison(rows: readonly Row[]): readonly string[] {
  const table = (head: string, cells: (list: readonly Row[]) => readonly string[]): readonly string[] => [
    `| briefs | | ${head} |`,
    `|${'---|'.repeat(head.split(' | ').length + 2)}`,
    ...groupsOf(rows).map(([name, list]) => `| ${name} | ${list.length} | ${cells(list).join(' | ')} |`),
  ];
  const measured = (list: readonly Row[], name: keyof Measures): readonly string[] =>
    COLUMNS.map((column) => figure(averaged(list.map((row) => row[column]))[name]));
  return [
    ...table('nDCG@10 product | plain | strong | chance | product − plain, 95 % | product − strong, 95 %', (list) => [
      ...measured(list, 'ndcg'),
      withInterval(aheadOf('plain', list)),
      withInterval(aheadOf('strong', list)),
    ]),
    '',
    ...table('recall@50 product | plain | strong | chance | MRR product | plain | strong | chance', (list) => [
      ...measured(list, 'recall'),
      ...measured(list, 'reciprocal'),
    ]),
  ];
}

function groupsOf(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
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

/** What becomes of the product without each of its factors. */
export function ablation(rows: readonly Row[]): readonly string[] {
  const whole = mean(rows.map(({ product }) => product.ndcg));
  const names = new Set(rows.flatMap(({ without }) => [...without.keys()]));
  const cells = [...names].map((name) => {
    const ndcg = mean(rows.map(({ without, product }) => without.get(name) ?? product.ndcg));
    return `| ${name} | ${figure(ndcg)} | ${signed(ndcg - whole)} |`;
  });
  return ['| without | nDCG@10 | change |', '|---|---|---|', ...cells];
}

/** One brief by itself: product / plain / strong. */
export function eachLine({ brief, product, plain, strong }: Row): string {
  const three = (name: keyof Measures): string => [product, plain, strong].map((measures) => figure(measures[name])).join(' / ');
  return `${brief.id.padEnd(24)} nDCG ${three('ndcg')}   recall ${three('recall')}   MRR ${three('reciprocal')}`;
}

export function averaged(list: readonly Measures[]): Measures {
  const of = (name: keyof Measures): number => mean(list.map((measures) => measures[name]));
  return { ndcg: of('ndcg'), recall: of('recall'), reciprocal: of('reciprocal') };
}

export const figure = (value: number): string => value.toFixed(3);
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
export const withInterval = ({ mean: value, low, high }: Interval): string => `${signed(value)} (${signed(low)} to ${signed(high)})`;
