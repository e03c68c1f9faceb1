/** The five documented criteria (talent-technical.md, « Prompt de Scoring »), each with what earned its points. */
import { fold } from '#kernel/text.ts';
import type { CvFindings } from './analysis.ts';
import { has, linesIn, type Section, type SectionKind } from './sections.ts';

export const CRITERIA = { structure: 20, experience: 25, skills: 25, education: 15, achievements: 15 } as const;
export type CriterionKey = keyof typeof CRITERIA;

/** Why a criterion has its points: codes that become words, with their figures. */
export interface Reason {
  readonly code: ReasonCode;
  readonly count?: number;
}
export type ReasonCode =
  | 'parts'
  | 'short'
  | 'long'
  | 'unclear'
  | 'years'
  | 'posts'
  | 'no_dates'
  | 'duties'
  | 'talents'
  | 'no_talents'
  | 'listed'
  | 'proven'
  | 'degree'
  | 'education_part'
  | 'no_education'
  | 'certificates'
  | 'measured'
  | 'not_measured';

export interface Criterion {
  readonly key: CriterionKey;
  readonly score: number;
  readonly max: number;
  readonly reasons: readonly Reason[];
}

export interface CvFacts {
  readonly sections: readonly Section[];
  readonly quality: 'good' | 'poor';
  readonly findings: CvFindings;
  readonly words: number;
  readonly measured: readonly string[];
}

export const PARTS_WANTED: readonly (readonly [SectionKind, points: number])[] = [
  ['experience', 4],
  ['education', 3],
  ['skills', 3],
  ['profile', 2],
  ['languages', 1],
  ['contact', 1],
];
/** From very short to long. */
export const WORDS = { few: 60, short: 120, long: 1500 } as const;

type Earned = readonly [points: number, reasons: readonly Reason[]];

export const criteriaOf = (facts: CvFacts): readonly Criterion[] =>
  (Object.keys(CRITERIA) as CriterionKey[]).map((key) => {
    const [points, reasons] = EARNED[key](facts);
    return { key, score: Math.min(points, CRITERIA[key]), max: CRITERIA[key], reasons };
  });

/** As many points as the highest step that is reached. */
const step = (value: number, ...steps: readonly (readonly [from: number, points: number])[]): number =>
  steps.findLast(([from]) => value >= from)?.[1] ?? 0;

const EARNED: Readonly<Record<CriterionKey, (facts: CvFacts) => Earned>> = {
  structure: ({ sections, words, quality }) => {
    const parts = partsThere(sections);
    const points = PARTS_WANTED.filter(([kind]) => parts.includes(kind)).reduce((sum, [, points]) => sum + points, 0);
    const length = words > WORDS.long ? 2 : step(words, [WORDS.few, 2], [WORDS.short, 4]);
    const reasons: Reason[] = [{ code: 'parts', count: parts.length }];
    if (words < WORDS.short) reasons.push({ code: 'short', count: words });
    if (words > WORDS.long) reasons.push({ code: 'long', count: words });
    if (quality === 'poor') reasons.push({ code: 'unclear' });
    return [points + length + (quality === 'good' ? 2 : 0), reasons];
  },
  experience: ({ sections, findings: { experience } }) => {
    const { years, posts } = experience;
    const duties = Math.max(0, linesIn(sections, 'experience').length - 2 * posts);
    const points =
      step(years ?? 0, [1, 4], [2, 6], [3, 8], [5, 10], [8, 11], [12, 12]) +
      step(posts, [1, 2], [2, 4], [3, 6], [4, 7]) +
      step(duties, [1, 1], [3, 3], [6, 5], [10, 6]);
    const reasons: Reason[] = years === null ? [{ code: 'no_dates' }] : [{ code: 'years', count: years }];
    if (posts > 0) reasons.push({ code: 'posts', count: posts });
    if (duties > 0) reasons.push({ code: 'duties', count: duties });
    return [points, reasons];
  },
  skills: ({ findings: { skills, listed } }) => {
    const used = skills.filter(({ isUsed }) => isUsed).length;
    const points =
      step(skills.length, [1, 4], [2, 7], [3, 9], [4, 11], [6, 13]) +
      step(listed.length, [1, 1], [3, 3], [6, 5], [10, 7]) +
      step(used, [1, 2], [2, 4], [3, 5]);
    const reasons: Reason[] = [skills.length ? { code: 'talents', count: skills.length } : { code: 'no_talents' }];
    if (listed.length) reasons.push({ code: 'listed', count: listed.length });
    if (used) reasons.push({ code: 'proven', count: used });
    return [points, reasons];
  },
  education: ({ sections }) => {
    const lines = linesIn(sections, 'education', 'certifications', 'head', 'profile');
    const degree = degreePoints(lines);
    const certificates = lines.filter((line) => CERTIFICATE.test(fold(line))).length + linesIn(sections, 'certifications').length;
    const part = has(sections, 'education') || has(sections, 'certifications');
    const reasons: Reason[] = part ? [{ code: 'education_part' }] : [{ code: 'no_education' }];
    if (degree) reasons.push({ code: 'degree' });
    if (certificates) reasons.push({ code: 'certificates', count: certificates });
    return [(part ? 6 : 0) + degree + step(certificates, [1, 2], [2, 3]), reasons];
  },
  achievements: ({ measured }) => [
    step(measured.length, [1, 4], [2, 7], [3, 10], [5, 13], [7, 15]),
    [measured.length ? { code: 'measured', count: measured.length } : { code: 'not_measured' }],
  ],
};

/** Contacts are usually above the first heading. */
function partsThere(sections: readonly Section[]): readonly SectionKind[] {
  const head = linesIn(sections, 'head').join('\n');
  return PARTS_WANTED.map(([kind]) => kind).filter(
    (kind) =>
      has(sections, kind) ||
      (kind === 'contact' && /@|\+?\d[\d\s.-]{7,}/.test(head)) ||
      (kind === 'profile' && linesIn(sections, 'head').some((line) => line.split(' ').length >= 12)),
  );
}
export const partsMissing = (sections: readonly Section[]): readonly SectionKind[] => {
  const there = partsThere(sections);
  return PARTS_WANTED.map(([kind]) => kind).filter((kind) => !there.includes(kind));
};

const DEGREES: readonly (readonly [points: number, RegExp])[] = [
  [
    6,
    /\b(doctorat|docteur|phd|master\p{L}*|mba|ingenieur\p{L}* d etat|diplome d ingenieur|bac ?\+ ?[5-8]|msc|دكتوراه|ماستر|ماجستير|مهندس)/u,
  ],
  [
    5,
    /\b(licence|bachelor|bsc|ba in|maitrise|bts|dut|deug|diplome|ecole|institut|conservatoire|universite|university|college|academy|bac ?\+ ?[2-4]|faculte|ليسانس|اجازه|دبلوم|بكالوريوس|جامعه|معهد)/u,
  ],
  [3, /\b(bac|baccalaureat|cap|bep|lycee|high school|بكالوريا|ثانويه|stage|formation|atelier|workshop)\b/u],
];
const degreePoints = (lines: readonly string[]): number => {
  const text = lines.map(fold).join('\n');
  return DEGREES.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
};
const CERTIFICATE =
  /\b(certifi\p{L}*|certificat\p{L}*|certificate|habilitation|toefl|ielts|delf|dalf|tcf|cisco|ccna|pmp|scrum|secourisme|brevet|permis|شهاده)/u;
