/** The reasons of a score in words, made of the very numbers that were added up. */
import { type Language, type Message, say } from '#kernel/message.ts';
import { type Brief, type Criterion, describeCriterion } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { factorOf } from './judging.ts';
import { m } from './messages.ts';
import type { Evidence, Explanation, FactorName, RankedPerson } from './ranking.ts';

/** More would not be read. */
const MOST_ADVICE = 4;
const MOST_NAMED = 5;
/** From here on a text speaks of the subject; below, it hardly does. */
const WORDS = { many: 0.7, few: 0.35 };
const COMPLETE = 0.6;

interface Point {
  readonly criterion: Criterion;
  readonly evidence: Evidence;
  readonly what: string;
}

export function explain(person: RankedPerson, brief: Brief, language: Language, catalogue: Snapshot): Explanation {
  const points = person.evidence.flatMap((evidence): Point[] => {
    const criterion = brief.criteria.find(({ id }) => id === evidence.criterion);
    return criterion ? [{ criterion, evidence, what: describeCriterion(criterion, language, catalogue) }] : [];
  });
  const words = person.factors.find(({ name }) => name === 'words');
  return {
    summary: summaryOf(person, points, language),
    strengths: [
      ...points.filter(({ evidence }) => evidence.state === 'met').map((point) => strengthOf(point, brief, language)),
      ...(words && words.value >= WORDS.many ? [say(m.wholeText, language)] : []),
    ],
    weaknesses: [
      ...points.filter(isWeakness).map((point) => say(weaknessOf(point), language, { what: point.what })),
      ...(words && words.value < WORDS.few ? [say(m.shortText, language)] : []),
    ],
    advice: adviceFor(person, points, language),
  };
}

function summaryOf({ score }: RankedPerson, points: readonly Point[], language: Language): string {
  const namesOf = (state: Evidence['state']): readonly string[] =>
    points.filter(({ evidence }) => evidence.state === state).map(({ what }) => what);
  const [met, unknown] = [namesOf('met'), namesOf('unknown')];
  const params = { score, met: met.length, total: points.length, names: listed(met, language) };
  const first = say(met.length ? m.summaryWith : m.summary, language, params);
  return unknown.length ? `${first} ${say(m.toAsk, language, { count: unknown.length, names: listed(unknown, language) })}` : first;
}

const listed = (names: readonly string[], language: Language): string =>
  [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(language === 'ar' ? '، ' : ', ');

/** What standard people write may name them: their words stay beside the criterion and out of sentences that travel. */
const strengthOf = ({ evidence, what }: Point, { kind }: Brief, language: Language): string =>
  evidence.words && kind === 'cinema' ? say(m.quoted, language, { what, words: evidence.words }) : what;

/** That nobody knows whether somebody is free on some day says nothing of them. */
const isWeakness = ({ criterion, evidence }: Point): boolean =>
  evidence.state === 'unmet' || (evidence.state === 'unknown' && criterion.kind !== 'dates');

function weaknessOf({ criterion, evidence }: Point): Message {
  if (evidence.state === 'unknown') return m.unknown;
  if (criterion.kind === 'dates') return m.busy;
  if (factorOf(criterion) === 'place') return m.elsewhere;
  return evidence.value > 0 ? m.partly : m.unmet;
}

const TO_SAY: Readonly<Partial<Record<FactorName, Message>>> = {
  languages: m.sayLanguages,
  experience: m.sayYears,
  place: m.sayPlace,
  availability: m.sayAvailability,
  height: m.sayLook,
  look: m.sayLook,
};

/** What is unknown is to be said; what somebody lacks is advice only when it may merely not be written down. */
function adviceFor({ factors }: RankedPerson, points: readonly Point[], language: Language): readonly string[] {
  const advice = points.flatMap(({ criterion, evidence, what }): string[] => {
    if (evidence.state === 'met') return [];
    if (criterion.kind === 'talent') return [say(m.addTalent, language, { what })];
    if (criterion.kind === 'word') return [say(m.addWord, language, { what })];
    const message = evidence.state === 'unknown' && criterion.kind !== 'dates' ? TO_SAY[factorOf(criterion)] : undefined;
    return message ? [say(message, language)] : [];
  });
  const partOf = (name: FactorName): number => factors.find((factor) => factor.name === name)?.value ?? 1;
  if (partOf('words') < WORDS.few) advice.push(say(m.tellMore, language));
  if (partOf('profile') < COMPLETE) advice.push(say(m.complete, language));
  return [...new Set(advice)].slice(0, MOST_ADVICE);
}
