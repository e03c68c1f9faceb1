/** Which names of nations mean a language, and how well it is to be spoken. */
import { type BriefText, exactlyOneOf, isNear, oneOf } from './brief-text.ts';
import { createPhrases, type Keyed, type Match } from './phrases.ts';
import { MUST, NICE } from './words/orders.ts';
import { LEVELS, TONGUE_SIGNS } from './words/tongues.ts';

const levels = createPhrases<string>();
for (const [level, names] of Object.entries(LEVELS)) levels.addAll(names, level);
const isSign = oneOf(TONGUE_SIGNS);
/** Names of languages that also name a nation, a people or a style. */
const NATIONS = new Set([
  'fr',
  'ar',
  'en',
  'pt',
  'es',
  'it',
  'de',
  'nl',
  'tr',
  'ru',
  'zh',
  'ja',
  'ko',
  'hi',
  'he',
  'fa',
  'mg',
  'zgh',
  'ff',
  'tmh',
  'so',
  'kab',
  'dua',
  'fon',
  'ak',
]);
/** « French preferred »: not a Frenchman of some kind. */
const isOrder = oneOf(`${MUST}, ${NICE}`);
const isSpoken = (word: Keyed): boolean => /phones?$|speaking$/.test(word.text);
const isLinking = exactlyOneOf('et ou and or en in l d de du le la the of و او parle parlant bien très');

interface Level {
  readonly level: string;
  readonly at: number;
  readonly until: number;
}
export const levelsOf = (text: BriefText): Level[] =>
  levels.all(text.words).flatMap(({ found, from, to }) => found.slice(0, 1).map((level) => ({ level, at: from, until: to })));

/** « un officier français », « a French officer »: a nation, unless something speaks of languages. */
export function isTongue(
  text: BriefText,
  match: Match<unknown>,
  code: string,
  allLevels: readonly Level[],
  others: ReadonlySet<number>,
): boolean {
  const { words, clauses } = text;
  const [first, before] = [words[match.from], words[match.from - 1]];
  const single = match.to - match.from === 1;
  if (!NATIONS.has(code) || !single || (first && isSpoken(first))) return true;
  const place = { at: match.from, until: match.to };
  if (isNear(text, place, isSign, { before: 6, after: 4 })) return true;
  if (
    allLevels.some(
      ({ at, until }) => clauses[at] === clauses[match.from] && Math.min(Math.abs(at - match.to), Math.abs(match.from - until)) <= 1,
    )
  )
    return true;
  const isQualifying =
    before !== undefined &&
    clauses[match.from - 1] === clauses[match.from] &&
    !before.isStop &&
    !isLinking(before) &&
    !others.has(match.from - 1);
  if (isQualifying) return false;
  const after = words[match.to];
  const isEnglish = /sh$|ese$|ench$|ian$|man$|ic$/.test(first?.text ?? '');
  return !(isEnglish && after && clauses[match.to] === clauses[match.from] && !after.isStop && !isOrder(after) && !others.has(match.to));
}

const FARTHEST = 6;

/** The level said beside a language: the nearest in its clause, or alone in brackets after it. */
export function levelOf(
  text: BriefText,
  match: Match<unknown>,
  allLevels: readonly Level[],
  tongues: ReadonlySet<number>,
): string | undefined {
  const { clauses } = text;
  const clause = clauses[match.from];
  const distance = ({ at, until }: Level): number => (at >= match.to ? at - match.to : match.from - until + 0.5);
  const isNative = ({ level, at, until }: Level): boolean =>
    level !== 'maternelle' || ![...tongues].some((other) => (other >= match.to && other < at) || (other >= until && other < match.from));
  const near = allLevels.filter((one) => {
    const isApart = one.until <= match.from || one.at >= match.to;
    return isApart && distance(one) <= FARTHEST && clauses[one.at] === clause && isNative(one);
  });
  const [nearest] = near.sort((one, other) => distance(one) - distance(other));
  if (nearest) return nearest.level;
  // « trilingue (arabe, français, anglais) », « bilingue français-anglais ».
  let first = match.from;
  while (tongues.has(first - 1) || (text.words[first - 1]?.isStop && tongues.has(first - 2))) first -= 1;
  if (allLevels.some(({ level, until }) => level === 'bilingue' && until === first)) return 'bilingue';
  const next = allLevels.find(({ at }) => at === match.to && clauses[at] === (clause ?? 0) + 1);
  const isAlone = next && (clauses[next.until] !== clauses[next.at] || text.words[next.until] === undefined);
  return isAlone ? next.level : undefined;
}
