/** Criteria as people change them: which kinds there are, what makes a sound one, and the edits. Pure. */
import { type BriefKind, type Criterion, type CriterionKind, criterionOf, isAsked } from '../briefs/briefs.ts';
import { OPTIONS, type OptionName } from '../options/options.ts';
import { words } from '../profile-form/profile-form.tsx';

/** Kinds by how they are filled in. */
const SPANS = { age: { least: 0, most: 120 }, height: { least: 50, most: 260 }, experience: { least: 0, most: 70 } } as const;
export type SpanKind = keyof typeof SPANS;
export const isSpan = (kind: CriterionKind): kind is SpanKind => kind in SPANS;
export const boundsOf = (kind: SpanKind): { readonly least: number; readonly most: number } => SPANS[kind];

const LOOKS = ['eye_color', 'hair_color', 'hair_type', 'skin_tone', 'build', 'ethnicity'] as const satisfies readonly OptionName[];
const ALL: readonly CriterionKind[] = [
  ...(['talent', 'talent_type', 'language', 'city', 'country', 'experience', 'availability', 'work_mode', 'work_time'] as const),
  ...(['dates', 'gender', 'age', 'height', ...LOOKS, 'word'] as const),
];
export const kindsOf = (kind: BriefKind): readonly CriterionKind[] => ALL.filter((criterion) => isAsked(kind, criterion));

/** The values of a short list, in its order; undefined for a kind whose values are looked up (cities) or typed (words). */
export function fixedValues(kind: CriterionKind): readonly string[] | undefined {
  if (kind === 'gender') return ['F', 'M'];
  if (kind === 'availability') return Object.keys(words.availabilities);
  if (kind === 'work_mode') return Object.keys(words.workModes);
  if (kind === 'work_time') return Object.keys(words.workTimes);
  return kind in OPTIONS ? OPTIONS[kind as OptionName].map(({ value }) => value) : undefined;
}

/** What is asked, before it has an id. */
export type Content = Omit<Criterion, 'id'>;

/** The same wish is the same criterion. */
export const identified = ({ kind, must, quote, ...fields }: Content): Criterion =>
  criterionOf(kind, fields, { must, ...(quote === undefined ? {} : { quote }) });

export const MAX_CRITERIA = 40;

/** One of each, the later one counts. */
export const merged = (criteria: readonly Criterion[]): readonly Criterion[] => [
  ...new Map(criteria.map((criterion) => [criterion.id, criterion])).values(),
];

export const setMust = (criteria: readonly Criterion[], id: string, must: boolean): readonly Criterion[] =>
  criteria.map((criterion) => (criterion.id === id ? { ...criterion, must } : criterion));

export const without = (criteria: readonly Criterion[], id: string): readonly Criterion[] =>
  criteria.filter((criterion) => criterion.id !== id);

/** In the place of the old one. What was changed by hand is no longer what the brief says, so the quote goes. */
export function replaced(criteria: readonly Criterion[], id: string, next: Content): readonly Criterion[] {
  const { quote: _, ...content } = next;
  return merged(criteria.map((criterion) => (criterion.id === id ? identified(content) : criterion)));
}

/** Kinds of which a person asks one thing: a filter takes the place of what the brief says. */
const SINGLE: ReadonlySet<CriterionKind> = new Set<CriterionKind>([
  ...(['talent_type', 'city', 'country', 'experience', 'dates', 'gender', 'age', 'height'] as const),
  ...(['availability', 'work_mode', 'work_time'] as const),
  ...LOOKS,
]);

/** What was said beside the brief goes before what the brief says. */
export function overridden(read: readonly Criterion[], said: readonly Criterion[]): readonly Criterion[] {
  const kinds = new Set(said.map(({ kind }) => kind).filter((kind) => SINGLE.has(kind)));
  const values = new Set(said.flatMap(({ kind, values: own }) => own.map((value) => `${kind} ${value}`)));
  const isSaid = ({ kind, values: own }: Criterion): boolean => kinds.has(kind) || own.some((value) => values.has(`${kind} ${value}`));
  return merged([...read.filter((criterion) => !isSaid(criterion)), ...said]);
}
