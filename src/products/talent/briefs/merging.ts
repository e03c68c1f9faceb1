/** Several things that a brief says become one criterion: alternatives, and what is said twice. */
import { type BriefText, exactlyOneOf, type Finding } from './brief-text.ts';
import type { CriterionKind } from './criterion.ts';
import { wordKey } from './leftovers.ts';

interface Span {
  readonly at: number;
  readonly until: number;
}
export type Ordered = Finding & {
  readonly must: boolean;
  /** All the places that say it, when there are several. */
  readonly spans?: readonly Span[];
};

const isOr = exactlyOneOf('ou or أو ولا soit');
/** A person lives in one city and has one height: several values of these can only mean any of them. */
const ONE_OF: ReadonlySet<CriterionKind> = new Set([
  'city',
  'country',
  'talent_type',
  'gender',
  'eye_color',
  'hair_color',
  'hair_type',
  'skin_tone',
  'build',
  'ethnicity',
  'availability',
  'work_mode',
  'work_time',
]);

/** A group (« acteur ») beside one of its own (« premier rôle ») says no more. */
export function withoutGroups(findings: readonly Finding[]): Finding[] {
  const single = new Set(findings.flatMap(({ kind, values = [] }) => (values.length === 1 ? [`${kind} ${values[0]}`] : [])));
  return findings.filter(({ kind, values = [] }) => values.length < 2 || !values.some((value) => single.has(`${kind} ${value}`)));
}

/** Whether nothing but « ou » or commas parts two findings; `ou` when it was said. Words beside each other are one thing. */
function linkOf({ words, sentences, clauses }: BriefText, one: Finding, other: Finding): 'or' | 'list' | null {
  if (sentences[one.at] !== sentences[other.at]) return null;
  const between = words.slice(one.until, other.at);
  if (between.some(isOr) && between.every((word) => word.isStop)) return 'or';
  const isListed = other.kind !== 'word' || clauses[one.at] !== clauses[other.at];
  return between.length === 0 && isListed ? 'list' : null;
}
/** « AWS ou Pulumi », a talent or a word: neither leaves out who has the other. */
function withoutMixedMusts(text: BriefText, findings: readonly Ordered[]): Ordered[] {
  const isMixed = (one: Ordered | undefined, other: Ordered | undefined): boolean =>
    one !== undefined && other !== undefined && one.kind !== other.kind && linkOf(text, one, other) === 'or';
  return findings.map((one, index) =>
    one.must && (isMixed(findings[index - 1], one) || isMixed(one, findings[index + 1])) ? { ...one, must: false } : one,
  );
}

/** « anglais, français ou arabe »: one criterion, any of the three. */
export function joinAlternatives(text: BriefText, all: readonly Ordered[]): Ordered[] {
  const findings = withoutMixedMusts(text, all);
  const joined: Ordered[] = [];
  let chain: Ordered[] = [];
  let isAny = false;
  const close = (): void => {
    const [first] = chain;
    if (first && isAny) joined.push(together(chain, text));
    else joined.push(...chain);
    chain = [];
    isAny = false;
  };
  for (const finding of findings) {
    const last = chain.at(-1);
    const link = last && last.kind === finding.kind && finding.values ? linkOf(text, last, finding) : null;
    if (!link) close();
    if (link === 'or') isAny = true;
    chain.push(finding);
  }
  close();
  return joined;
}

/** Where they are said; a list that is one phrase is one place. */
function spansOf(findings: readonly Ordered[], { clauses }: BriefText): Span[] {
  const spans: Span[] = [];
  for (const { at, until } of findings.flatMap(({ spans: own, at: from, until: to }) => own ?? [{ at: from, until: to }])) {
    const last = spans.at(-1);
    if (last && at >= last.until && at - last.until < 3 && clauses[at] === clauses[last.at])
      spans[spans.length - 1] = { at: last.at, until };
    else spans.push({ at, until });
  }
  return spans;
}

const LEVELS = ['notions', 'courant', 'bilingue', 'maternelle'];
/** Several findings as one: any of the values, the widest of the bounds, the lowest of the levels. */
function together(findings: readonly Ordered[], text: BriefText): Ordered {
  const [first] = findings;
  if (!first) throw new Error('nothing to put together');
  const values = [...new Set(findings.flatMap((one) => one.values ?? []))];
  const bound = (read: (one: Ordered) => number | undefined, pick: (...all: number[]) => number): number | undefined => {
    const all = findings.map(read);
    return all.includes(undefined) ? undefined : pick(...all.filter((one) => one !== undefined));
  };
  const min = bound((one) => one.min, Math.min);
  const max = bound((one) => one.max, Math.max);
  const level = findings.every((one) => one.level) ? LEVELS.find((each) => findings.some((one) => one.level === each)) : undefined;
  const { min: _min, max: _max, level: _level, ...rest } = first;
  return {
    ...rest,
    ...(first.values ? { values } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(level === undefined ? {} : { level }),
    spans: spansOf(findings, text),
    must: findings.some((one) => one.must),
  };
}

const identity = ({ kind, values = [], from, to }: Ordered): string => {
  if (ONE_OF.has(kind) || kind === 'age' || kind === 'height' || kind === 'experience') return kind;
  if (kind === 'dates') return `dates ${from}..${to ?? ''}`;
  return `${kind} ${values
    .map((value) => (kind === 'word' ? wordKey(value) : value))
    .sort()
    .join('|')}`;
};

/** Things said twice are one criterion; a part played at two ages is played between them. */
export function merge(findings: readonly Ordered[], text: BriefText): Ordered[] {
  const groups = Map.groupBy(findings, identity);
  return [...groups.values()].map((group) => {
    if (group[0]?.kind === 'experience') return group.reduce((one, other) => ((other.min ?? 0) > (one.min ?? 0) ? other : one));
    if (group[0]?.kind !== 'language') return together(group, text);
    const levelled = group.filter((one) => one.level);
    return { ...together(levelled.length > 0 ? levelled : group, text), must: group.some((one) => one.must) };
  });
}
