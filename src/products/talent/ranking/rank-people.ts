/**
 * From criteria to an order. Whoever is known to lack a must is left out; everybody else is compared, nobody is cut off before that.
 * The score is the sum of weight × value over the parts that the brief makes relevant, so that the reasons can be read off it.
 */
import { type Brief, type Criterion, isAsked } from '../briefs/briefs.ts';
import { gradeOf } from './grade.ts';
import { type Judged, STATE_NAMES, UNMET } from './judged.ts';
import { factorOf, judge } from './judging.ts';
import type { Factor, FactorName, RankedPerson, Ranking } from './ranking.ts';
import { type Scene, type SceneGiven, sceneOf } from './scene.ts';
import { judgeText, wordsAsked } from './words.ts';

/** Shares before they are made to add up to 1 over what the brief asks for. */
const WEIGHTS: Readonly<Record<Brief['kind'], Readonly<Partial<Record<FactorName, number>>>>> = {
  standard: { skills: 0.44, words: 0.2, languages: 0.11, experience: 0.1, place: 0.11, availability: 0.06, profile: 0.04 },
  cinema: {
    ...{ type: 0.2, skills: 0.16, words: 0.08, languages: 0.1, experience: 0.06, place: 0.1, availability: 0.08 },
    ...{ age: 0.14, height: 0.06, look: 0.14, profile: 0.03 },
  },
};
const MUST_WEIGHT = 1.5;
/** Where no list knows what is asked for, its words must carry it. */
const WORDS_ALONE = 2.5;
/** What a brief says again and again is what it is about. */
const SAID_AGAIN = { each: 0.5, most: 2 };
/** A word that is a criterion of its own, beside all the words of the brief. */
const WORD_SHARE = 0.5;
export const WORTH_A_LOOK = 50;

interface Part {
  readonly name: FactorName;
  readonly weight: number;
  readonly values: Float32Array;
}
interface Answered {
  readonly criterion: Criterion;
  /** Among those of the same part. */
  readonly weight: number;
  readonly judged: Judged;
}

export type RankGiven = Omit<SceneGiven, 'criteria'> & { readonly brief: Brief; readonly limit: number };

export function rankPeople({ brief, limit, ...given }: RankGiven): Ranking {
  const criteria = brief.criteria.filter(({ kind }) => isAsked(brief.kind, kind));
  const scene = sceneOf({ ...given, criteria });
  const said = countsOf(brief, scene);
  const answered = criteria.map(
    (criterion): Answered => ({ criterion, weight: weightOf(criterion, said), judged: judge(criterion, scene) }),
  );
  const parts = partsOf(brief, answered, judgeText(wordsAsked(brief, given.catalogue, given.termsOf), scene), scene.columns.profiles);
  const { kept, lost } = filter(answered, scene.columns.alive, given.corpus.rows);
  const totals = totalsOf(parts, kept);
  const ids = scene.columns.ids;
  const best = bestOf(kept, totals, ids, limit);
  const people = best.map((at): RankedPerson => {
    const row = kept[at] as number;
    return {
      id: ids[row] as number,
      score: scoreOf(totals[at] as number),
      factors: factorsAt(parts, row),
      evidence: evidenceAt(answered, row),
    };
  });
  const matched = totals.reduce((count, total) => count + (scoreOf(total) >= WORTH_A_LOOK ? 1 : 0), 0);
  return { analyzed: kept.length, matched, people, lost };
}

/** How often the brief names each talent. */
function countsOf({ text }: Brief, { corpus, termsOf }: Scene): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { talent } of corpus.lexicon.namedIn(termsOf(text))) counts.set(talent, (counts.get(talent) ?? 0) + 1);
  return counts;
}

function weightOf({ kind, must, values }: Criterion, said: ReadonlyMap<number, number>): number {
  const times = kind === 'talent' ? Math.max(1, ...values.map((value) => said.get(Number(value)) ?? 1)) : 1;
  return (must ? MUST_WEIGHT : 1) * Math.min(SAID_AGAIN.most, 1 + SAID_AGAIN.each * (times - 1));
}

const scoreOf = (total: number): number => Math.round(100 * total);

function partsOf(brief: Brief, answered: readonly Answered[], text: Float32Array | null, profiles: Uint8Array): readonly Part[] {
  const byFactor = Map.groupBy(answered, ({ criterion }) => factorOf(criterion));
  const values = new Map<FactorName, Float32Array>();
  for (const [name, some] of byFactor) values.set(name, meanOf(some));
  const words = values.get('words');
  if (text) values.set('words', words ? mixed(words, text) : text);
  values.set('profile', sharesOf(profiles));
  const isListed = values.has('skills') || values.has('type');
  const shareOf = (name: FactorName): number => (WEIGHTS[brief.kind][name] ?? 0) * (name === 'words' && !isListed ? WORDS_ALONE : 1);
  const whole = [...values.keys()].reduce((sum, name) => sum + shareOf(name), 0);
  return [...values].map(([name, each]) => ({ name, weight: shareOf(name) / whole, values: each }));
}

function mixed(words: Float32Array, text: Float32Array): Float32Array {
  const both = new Float32Array(text.length);
  for (let row = 0; row < both.length; row += 1) both[row] = WORD_SHARE * (words[row] as number) + (1 - WORD_SHARE) * (text[row] as number);
  return both;
}

function sharesOf(percents: Uint8Array): Float32Array {
  const shares = new Float32Array(percents.length);
  for (let row = 0; row < shares.length; row += 1) shares[row] = (percents[row] as number) / 100;
  return shares;
}

function meanOf(answered: readonly Answered[]): Float32Array {
  const whole = answered.reduce((sum, { weight }) => sum + weight, 0);
  const mean = new Float32Array(answered[0]?.judged.values.length ?? 0);
  for (const { judged, weight } of answered) {
    const share = weight / whole;
    for (let row = 0; row < mean.length; row += 1) mean[row] = (mean[row] as number) + share * (judged.values[row] as number);
  }
  return mean;
}

/** The living rows with every must that is known; and for each must, who is missing because of it alone. */
function filter(answered: readonly Answered[], alive: Uint8Array, rows: number): { kept: Int32Array; lost: Record<string, number> } {
  const musts = answered.filter(({ criterion }) => criterion.must);
  const states = musts.map(({ judged }) => judged.states);
  const alone = musts.map(() => 0);
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    if (!alive[row]) continue;
    let [missing, last] = [0, 0];
    for (let i = 0; i < states.length; i += 1)
      if (states[i]?.[row] === UNMET) {
        missing += 1;
        last = i;
      }
    if (missing === 0) {
      kept[count] = row;
      count += 1;
    } else if (missing === 1) alone[last] = (alone[last] as number) + 1;
  }
  const lost = Object.fromEntries(musts.map(({ criterion }, i) => [criterion.id, alone[i] as number]));
  return { kept: kept.slice(0, count), lost };
}

function totalsOf(parts: readonly Part[], kept: Int32Array): Float64Array {
  const totals = new Float64Array(kept.length);
  for (const { weight, values } of parts)
    for (let at = 0; at < kept.length; at += 1) totals[at] = (totals[at] as number) + weight * (values[kept[at] as number] as number);
  return totals;
}

/** Places in `kept`, best first. */
function bestOf(kept: Int32Array, totals: Float64Array, ids: Float64Array, limit: number): readonly number[] {
  const grade = (at: number): number => gradeOf(totals[at] as number);
  const idOf = (at: number): number => ids[kept[at] as number] as number;
  const least = leastOfBest(totals, limit);
  const places: number[] = [];
  for (let at = 0; at < kept.length; at += 1) if ((totals[at] as number) >= least) places.push(at);
  return places.sort((a, b) => grade(b) - grade(a) || idOf(a) - idOf(b)).slice(0, limit);
}

const STEPS = 4096;
/** Whoever has less is not among the best: nearly everybody need not be sorted. Found by counting, a step of the scale at a time. */
function leastOfBest(totals: Float64Array, limit: number): number {
  const counts = new Uint32Array(STEPS + 2);
  for (const total of totals) counts[stepOf(total)] = (counts[stepOf(total)] as number) + 1;
  let [step, people] = [STEPS + 1, 0];
  while (step > 0 && people < limit) {
    people += counts[step] as number;
    step -= 1;
  }
  // One step more: ties may lie on both sides of a step.
  return (step - 1) / STEPS;
}
const stepOf = (total: number): number => Math.floor(total * STEPS);

const factorsAt = (parts: readonly Part[], row: number): readonly Factor[] =>
  parts.map(({ name, weight, values }) => ({ name, weight, value: values[row] as number }));

const evidenceAt = (answered: readonly Answered[], row: number): RankedPerson['evidence'] =>
  answered.map(({ criterion, judged }) => ({
    criterion: criterion.id,
    state: STATE_NAMES[judged.states[row] as number] ?? 'unknown',
    value: judged.values[row] as number,
  }));
