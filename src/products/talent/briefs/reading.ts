/** From the text of a brief to its criteria. */
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BriefText, briefTextOf, type Finding, quoteOf } from './brief-text.ts';
import { type BriefKind, type Criterion, type CriterionKind, criterionOf, isAsked, type TextLanguage } from './criterion.ts';
import { findDates } from './dates.ts';
import { employerWords } from './employer.ts';
import { groupsOf, ofSeveral } from './groups.ts';
import { languageOf } from './language.ts';
import { findLeftovers } from './leftovers.ts';
import { findLooks } from './looks.ts';
import { joinAlternatives, merge, type Ordered, withoutGroups } from './merging.ts';
import { findNames } from './names.ts';
import { findHeights, findYears } from './numbers.ts';
import { applyOrders } from './orders.ts';
import { findAgeWords, findGender } from './persons.ts';
import { findPlaces, withoutCountriesOfCities } from './places.ts';
import { findSeniority, findWork } from './work.ts';

export interface Brief {
  readonly kind: BriefKind;
  readonly text: string;
  readonly language: TextLanguage;
  readonly criteria: readonly Criterion[];
}

/** What the lists of this studio call things. */
export interface Vocabulary {
  readonly catalogue: Snapshot;
  /** For dates without a year. */
  readonly today: Date;
}

const MOST_FINDINGS = 300;
const MOST_CRITERIA = 40;

const overlaps = (one: Finding, other: Finding): boolean => one.at < other.until && other.at < one.until;
const isLonger = (one: Finding, other: Finding): boolean => one.until - one.at > other.until - other.at;
const NEAR = 4;
/** Numbers and days. */
function readNumbers(kind: BriefKind, text: BriefText, today: Date, isOfSeveral: boolean): Finding[] {
  const dates = findDates(text, today);
  const years = findYears(kind, text);
  const heights = kind === 'cinema' ? findHeights(text) : [];
  const numbers = [...years, ...heights].filter((one) => !dates.some((other) => overlaps(one, other)));
  const seniority = numbers.some((one) => one.kind === 'experience') ? [] : findSeniority(kind, text);
  const inNumbers = numbers.filter((one) => one.kind === 'age');
  const inWords = kind === 'cinema' && (inNumbers.length === 0 || isOfSeveral) ? findAgeWords(text) : [];
  // « une fille (8-10) »: the number says it better.
  const isSaid = ({ at, must }: Finding): boolean => inNumbers.some((one) => !must || Math.abs(one.at - at) < NEAR);
  return [...dates, ...numbers, ...seniority, ...inWords.filter((one) => !isSaid(one))];
}

/** Names of the lists. One word may be read by several lists: the longest reading wins, then places, then looks, then skills. */
function readNames(kind: BriefKind, text: BriefText, catalogue: Snapshot): Finding[] {
  const looks = kind === 'cinema' ? findLooks(text) : [];
  const names = findNames(kind, text, catalogue);
  const places = findPlaces(text, catalogue);
  const wins = (finding: Finding, others: readonly Finding[], onTie: boolean): boolean =>
    !others.some((other) => overlaps(finding, other) && (onTie ? isLonger(other, finding) : !isLonger(finding, other)));
  const placed = places.filter((one) => wins(one, names, true));
  const seen = looks.filter((one) => wins(one, placed, true) && wins(one, names, true));
  // « silhouette élancée » is a build, « silhouette » alone a part.
  const isBuild = (one: Finding): boolean =>
    one.kind === 'talent_type' && seen.some((look) => look.kind === 'build' && look.at === one.until);
  const named = names.filter((one) => !isBuild(one) && wins(one, placed, false) && wins(one, seen, false));
  const employer = employerWords(text, named);
  return [...placed, ...seen, ...named.filter((one) => one.kind !== 'talent' || !employer.has(one.at))];
}

function readAll(kind: BriefKind, text: BriefText, { catalogue, today }: Vocabulary, groups: readonly number[]): Finding[] {
  const persons = kind === 'cinema' ? findGender(text, groups) : findWork(text);
  const found = [...readNumbers(kind, text, today, groups.length > 0), ...persons, ...readNames(kind, text, catalogue)];
  const read = found.filter((one) => isAsked(kind, one.kind));
  const taken = new Set(read.flatMap(({ at, until }) => Array.from({ length: until - at }, (_, index) => at + index)));
  for (const index of employerWords(text, read)) taken.add(index);
  return [...withoutGroups(read), ...findLeftovers(kind, text, taken, catalogue)];
}

/** In the order in which a recruiter reads them. */
const ORDER: readonly CriterionKind[] = [
  'talent_type',
  'gender',
  'age',
  'talent',
  'language',
  'city',
  'country',
  'experience',
  'dates',
  'availability',
  'work_mode',
  'work_time',
  'height',
  'eye_color',
  'hair_color',
  'hair_type',
  'skin_tone',
  'build',
  'ethnicity',
  'word',
];

/** Never throws: what is not understood becomes words. Criteria that the brief calls indispensable are musts. */
export function readBrief(kind: BriefKind, text: string, vocabulary: Vocabulary): Brief {
  const prepared = briefTextOf(text);
  const groups = kind === 'cinema' ? groupsOf(prepared) : [];
  const findings = readAll(kind, prepared, vocabulary, groups)
    .sort((one, other) => one.at - other.at)
    .slice(0, MOST_FINDINGS);
  const inOrder = applyOrders(prepared, findings);
  const ordered = groups.length > 0 ? ofSeveral(prepared, groups, inOrder) : inOrder;
  const merged = merge(withoutCountriesOfCities(joinAlternatives(prepared, ordered), vocabulary.catalogue), prepared);
  const criteria = merged
    .map((one) => ({ one, rank: ORDER.indexOf(one.kind) }))
    .sort((a, b) => a.rank - b.rank || a.one.at - b.one.at)
    .slice(0, MOST_CRITERIA)
    .map(({ one }) => criterionFrom(prepared, one));
  return { kind, text, language: languageOf(prepared), criteria };
}

const MOST_QUOTES = 4;
function criterionFrom(text: BriefText, { kind, at, until, must, spans = [{ at, until }], ...fields }: Ordered): Criterion {
  const quotes = new Set(spans.map((span) => quoteOf(text, span)));
  return criterionOf(kind, fields, { must, quote: [...quotes].slice(0, MOST_QUOTES).join(' … ') });
}
