/** Strengths, weaknesses and advice that follow from the points: codes, ordered by what they weigh. */
import { CRITERIA, type Criterion, type CriterionKey, type CvFacts, partsMissing, WORDS } from './criteria.ts';
import type { SectionKind } from './sections.ts';

export type RemarkCode =
  | 'clear'
  | 'years'
  | 'posts'
  | 'skills'
  | 'proven'
  | 'schooled'
  | 'measured'
  | 'spoken'
  | 'few_words'
  | 'many_words'
  | 'unclear'
  | 'no_dates'
  | 'no_skills'
  | 'unproven'
  | 'no_education'
  | 'not_measured'
  | 'years_differ'
  | 'add_part'
  | 'add_dates'
  | 'add_duties'
  | 'name_skills'
  | 'prove_skills'
  | 'add_education'
  | 'add_certificates'
  | 'add_figures'
  | 'add_languages'
  | 'add_levels'
  | 'shorten'
  | 'send_text'
  | 'check_years';

export interface Remark {
  readonly code: RemarkCode;
  readonly count?: number;
  readonly other?: number;
  readonly part?: SectionKind;
}

export interface Remarks {
  readonly strengths: readonly Remark[];
  readonly weaknesses: readonly Remark[];
  readonly recommendations: readonly Remark[];
}

const MOST = 5;

export function remarksOn(facts: CvFacts, criteria: readonly Criterion[]): Remarks {
  const share = (key: CriterionKey): number => (criteria.find((one) => one.key === key)?.score ?? 0) / CRITERIA[key];
  return {
    strengths: strengthsOf(facts, share).slice(0, MOST),
    weaknesses: weaknessesOf(facts, share).slice(0, MOST),
    recommendations: adviceFor(facts, share).slice(0, MOST),
  };
}

type Share = (key: CriterionKey) => number;
/** Keeps what holds. */
const those = (...remarks: readonly (readonly [boolean, Remark])[]): Remark[] =>
  remarks.filter(([holds]) => holds).map(([, remark]) => remark);

function strengthsOf({ findings, measured }: CvFacts, share: Share): Remark[] {
  const { experience, skills, languages } = findings;
  const used = skills.filter(({ isUsed }) => isUsed).length;
  return those(
    [(experience.years ?? 0) >= 3, { code: 'years', count: experience.years ?? 0 }],
    [share('skills') >= 0.6 && skills.length >= 2, { code: 'skills', count: skills.length }],
    [measured.length >= 2, { code: 'measured', count: measured.length }],
    [share('structure') >= 0.8, { code: 'clear' }],
    [share('education') >= 0.7, { code: 'schooled' }],
    [languages.length >= 3, { code: 'spoken', count: languages.length }],
    [used >= 2, { code: 'proven', count: used }],
    [experience.posts >= 3, { code: 'posts', count: experience.posts }],
  );
}

function weaknessesOf({ findings, measured, quality, words }: CvFacts, share: Share): Remark[] {
  const { experience, skills } = findings;
  return those(
    [quality === 'poor', { code: 'unclear' }],
    [experience.posts === 0, { code: 'no_dates' }],
    [skills.length === 0, { code: 'no_skills' }],
    [measured.length === 0, { code: 'not_measured' }],
    [share('education') === 0, { code: 'no_education' }],
    [words < WORDS.short, { code: 'few_words', count: words }],
    [words > WORDS.long, { code: 'many_words', count: words }],
    [yearsDiffer(experience), { code: 'years_differ', count: experience.stated ?? 0, other: experience.dated }],
    [skills.length > 0 && skills.every(({ isUsed }) => !isUsed), { code: 'unproven' }],
  );
}

function adviceFor({ findings, measured, quality, words, sections }: CvFacts, share: Share): Remark[] {
  const { experience, skills, languages } = findings;
  const [part] = partsMissing(sections).filter((kind) => kind !== 'education' && kind !== 'languages' && kind !== 'skills');
  return those(
    [quality === 'poor', { code: 'send_text' }],
    [experience.posts === 0, { code: 'add_dates' }],
    [skills.length === 0, { code: 'name_skills' }],
    [measured.length < 3, { code: 'add_figures' }],
    [share('education') === 0, { code: 'add_education' }],
    [part !== undefined, part ? { code: 'add_part', part } : { code: 'add_part' }],
    [languages.length === 0, { code: 'add_languages' }],
    [languages.length > 0 && languages.every(({ level }) => level === null), { code: 'add_levels' }],
    [experience.posts > 0 && share('experience') < 0.6, { code: 'add_duties' }],
    [yearsDiffer(experience), { code: 'check_years', count: experience.stated ?? 0, other: experience.dated }],
    [skills.length > 0 && share('skills') < 0.6, { code: 'prove_skills' }],
    [share('education') > 0 && share('education') < 0.8, { code: 'add_certificates' }],
    [words > WORDS.long, { code: 'shorten' }],
  );
}

const yearsDiffer = ({ stated, dated }: CvFacts['findings']['experience']): boolean => stated !== null && dated > 0 && stated - dated > 3;
