/**
 * What a CV says, read by rules: no outside service, the same answer every time, a reason for every point.
 *
 * Words: a *criterion* is one of the five documented ones with its points; a *remark* is a code with its figures, which becomes words in
 * the language of whoever reads it.
 */
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { withoutContacts } from './contacts.ts';
import { type Criterion, criteriaOf } from './criteria.ts';
import { measuredIn } from './measures.ts';
import { type Remark, remarksOn } from './remarks.ts';
import { has, linesIn, type Section, sectionsOf } from './sections.ts';
import { type FoundSkill, skillsOf } from './skills.ts';
import { languagesOf, type Spoken } from './spoken.ts';
import { type Experience, experienceOf } from './years.ts';

export interface CvFindings {
  /** What people say of themselves, without contacts; null when they do not. */
  readonly about: string | null;
  readonly skills: readonly FoundSkill[];
  /** Listed as skills, known to the catalogue or not. */
  readonly listed: readonly string[];
  readonly experience: Experience;
  readonly languages: readonly Spoken[];
}

export interface EmbeddedAnalysis extends CvFindings {
  readonly score: number;
  readonly criteria: readonly Criterion[];
  readonly strengths: readonly Remark[];
  readonly weaknesses: readonly Remark[];
  readonly recommendations: readonly Remark[];
}

export interface CvText {
  readonly text: string;
  readonly quality: 'good' | 'poor';
}

export function analyseCv({ text, quality }: CvText, catalogue: Snapshot, today: Date): EmbeddedAnalysis {
  const sections = sectionsOf(text);
  const { found, listed } = skillsOf(sections, catalogue);
  const findings = {
    about: aboutOf(sections),
    skills: found,
    listed,
    experience: experienceOf(sections, today),
    languages: languagesOf(sections),
  };
  const facts = { sections, quality, findings, words: text.split(/\s+/).length, measured: measuredIn(sections) };
  const criteria = criteriaOf(facts);
  const score = criteria.reduce((sum, { score }) => sum + score, 0);
  return { ...findings, score, criteria, ...remarksOn(facts, criteria) };
}

const MOST_ABOUT = 1200;
const LEAST_ABOUT = 40;

/** The part that presents the person, else the sentences before the first heading. */
function aboutOf(sections: readonly Section[]): string | null {
  const own = has(sections, 'profile') ? linesIn(sections, 'profile') : linesIn(sections, 'head').filter(isSentence);
  const text = withoutContacts(own.join('\n'), '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return text.length >= LEAST_ABOUT ? clipped(text, MOST_ABOUT) : null;
}

const isSentence = (line: string): boolean => line.split(' ').length >= 7 && !/[@]|\d{6}/.test(line) && fold(line).length > 30;

/** As many whole sentences as fit. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(...['. ', '! ', '? ', '.\n', '؟ '].map((sign) => cut.lastIndexOf(sign)));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
