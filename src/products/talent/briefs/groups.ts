/** Several people asked for in one brief: « deux musiciens et une chanteuse », `a father and his daughter`. CINEMA only. */
import { type BriefText, exactlyOneOf, type Finding, oneOf } from './brief-text.ts';
import type { CriterionKind } from './criterion.ts';
import type { Keyed } from './phrases.ts';
import { BESIDE, JOINING, OPENING, PEOPLE } from './words/groups.ts';
import { FEMALE_PARTS, MALE_PARTS, MEN, WOMEN } from './words/persons.ts';

const isPeople = oneOf(PEOPLE);
const isHuman = exactlyOneOf(`${MEN} ${WOMEN}`);
const isFamily = exactlyOneOf(`${MALE_PARTS} ${FEMALE_PARTS}`);
const isOpening = exactlyOneOf(OPENING);
const isBeside = exactlyOneOf(BESIDE);
const isJoining = exactlyOneOf(JOINING);
const FARTHEST = 4;

interface Head {
  /** The noun. */
  readonly at: number;
  /** What opens it: the number or the article. */
  readonly from: number;
  readonly isMany: boolean;
  readonly isFamily: boolean;
}

const isNoun = (word: Keyed): boolean => isPeople(word) || isHuman(word) || isFamily(word);
const isOne = exactlyOneOf('1 un une a an one his her their son sa ses leur leurs');

function headAt({ words, clauses }: BriefText, at: number): Head | null {
  const noun = words[at];
  if (!noun || !isNoun(noun)) return null;
  for (let from = at - 1; from >= Math.max(0, at - FARTHEST) && clauses[from] === clauses[at]; from -= 1) {
    const word = words[from];
    if (!word) break;
    const isNumber = /^\d{1,3}$/.test(word.text) && !word.dash && !words[from + 1]?.dash;
    if (isNumber || isOpening(word)) return { at, from, isMany: !isOne(word), isFamily: isFamily(noun) };
    if (!isBeside(word)) break;
  }
  const before = words[at - 1];
  const opens = clauses[at - 1] !== clauses[at] || (before !== undefined && (isJoining(before) || isBeside(before)));
  return isFamily(noun) && opens ? { at, from: at, isMany: false, isFamily: true } : null;
}

/** Whether this head adds people to those before: after « et », in a list of family, or counted like another. */
function adds({ words, clauses }: BriefText, head: Head, before: Head): boolean {
  if (words[head.at]?.key === words[before.at]?.key) return false;
  const link = words[head.from - 1];
  if (link && isJoining(link)) return true;
  if (clauses[head.from - 1] === clauses[head.from]) return false;
  return (head.isFamily && before.isFamily) || head.isMany || before.isMany;
}

/** The nouns of the people asked for; fewer than two where the brief speaks of one kind of people. */
export function groupsOf(text: BriefText): readonly number[] {
  const heads = text.words.flatMap((_, at) => headAt(text, at) ?? []);
  const added = heads.filter((head, index) => {
    const before = heads[index - 1];
    return before !== undefined && adds(text, head, before);
  });
  const [first] = heads;
  return first && added.length > 0 ? [first.at, ...added.map(({ at }) => at)] : [];
}

const OF_ONE: ReadonlySet<CriterionKind> = new Set([
  'talent',
  'height',
  'eye_color',
  'hair_color',
  'hair_type',
  'skin_tone',
  'build',
  'ethnicity',
]);
/** What is asked of some of several people leaves nobody out. */
export function ofSeveral<T extends Finding & { readonly must: boolean }>(
  text: BriefText,
  groups: readonly number[],
  findings: readonly T[],
): T[] {
  const ages = findings.filter(({ kind }) => kind === 'age');
  const [age] = ages;
  const isOfOne = ages.length === 1 && age !== undefined && groups.some((at) => text.clauses[at] === text.clauses[age.at]);
  return findings.map((one) => (OF_ONE.has(one.kind) || (one.kind === 'age' && isOfOne) ? { ...one, must: false } : one));
}
