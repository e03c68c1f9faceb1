/** Years, ages and heights: what stands beside a number decides what it counts. */
import { type BriefText, exactlyOneOf, type Finding, isNear, oneOf, wordsOf } from './brief-text.ts';
import type { BriefKind } from './criterion.ts';
import { NUMBERS } from './words/numbers.ts';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

const MORE_BEFORE =
  /(?:plus de|plus d'|au moins|minimum|min|mini|a partir de|des|over|above|at least|more than|older than|taller than|greater than|from|اكثر من|فوق|ازيد من|علي الاقل|لا (?:ت|ي)قل عن|ابتداء من)(?: d'| de| of| age de| :)?[ :'-]*$/;
const LESS_BEFORE =
  /(?:moins de|moins d'|maximum|max|maxi|au plus|jusqu'a|jusqu a|under|below|at most|less than|up to|younger than|shorter than|اقل من|تحت|لا (?:ت|ي)تجاوز|لا (?:ت|ي)زيد عن|كحد اقصي)(?: d'| de| of| :)?[ :'-]*$/;
const ABOUT_BEFORE =
  /(?:environ|vers|autour de|autour des|aux alentours de|about|around|approximately|circa|approx|حوالي|تقريبا|نحو)(?: les| of)?[ :]*$/;
const ABOUT_AFTER = /^ ?(?:environ|approximately|approx|or so|تقريبا)(?![\p{L}])/u;
const MORE_AFTER =
  /^\+|^\. or (?:taller|more|above)|^[ ,-]*(?:minimum|min|mini|au moins|at least|et plus|ou plus|et au dela|and over|and older|and above|and up|or more|or older|or taller|or above|plus|فما فوق|فاكثر|علي الاقل|كحد ادني)(?![\p{L}])/u;
const LESS_AFTER = /^[ ,-]*(?:maximum|max|maxi|au plus|at most|et moins|ou moins|or less|or younger|and under|فاقل|كحد اقصي)(?![\p{L}])/u;

/** What is said around one number: at least, at most, about, or exactly so. */
function boundsAround(flow: string, from: number, to: number, value: number, { exact, about }: { exact: number; about: number }): Bounds {
  const before = flow.slice(Math.max(0, from - 32), from);
  const after = flow.slice(to, to + 24);
  if (LESS_BEFORE.test(before) || LESS_AFTER.test(after)) return { max: value };
  if (MORE_BEFORE.test(before) || MORE_AFTER.test(after)) return { min: value };
  const margin = ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after) ? about : exact;
  return { min: Math.max(0, value - margin), max: value + margin };
}

/** Arabic says two years in one word. */
const DUALS = 'سنتين|سنتان|عامين|عامان';
const DIGITS = `(?:\\d{1,2}|${[...NUMBERS.keys()].sort((one, other) => other.length - one.length).join('|')})`;
const UNIT = '(?:ans?|annees?|years?|yrs?|yo|y/o|سنه|سنوات|سنين|عام|عاما|اعوام|3am|3aman|snin)';
const PARTED = '(?: ?- ?| ?/ ?| ?(?:a|et|to|and|ou|or|till|until|l|الي|حتي|ل|لـ) | ?و ?)';
/** `5 ans`, `25-35 ans`, `de 25 ans à 35 ans`, `سنتين`. */
const YEARS = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(${DIGITS})\\+?(?:[ -]?${UNIT})?${PARTED})?(${DIGITS}\\+?)[ -]?${UNIT}(?![\\p{L}\\d])|(?<![\\p{L}])[بلو]?(${DUALS})(?![\\p{L}])`,
  'gu',
);
/** « خبرة سنة »: Arabic leaves out the one. */
const ONE_YEAR = /(?<![\p{L}])(?:ال|ب)?(?:خبره|تجربه)(?: لا تقل عن| ديال| مدتها)? (?:سنه|عام)(?: واحده?)?(?![\p{L}])/gu;
/** Without a unit, after the word age: `âge : 25-35`, `aged 30 to 40`, `playing age 20/30`. */
const AGES = new RegExp(
  `(?<![\\p{L}])(?:ages?|agees?|aged|سن|العمر|عمر|اعمارهم|عمره|عمرها|السن)(?: de jeu| range| apparent)?[ :']{1,3}(?:de |d'|entre |between |from |من |بين |ما بين )?(\\d{1,2})(\\+)?(?:${PARTED}(\\d{1,2}))?(?![\\d])`,
  'gu',
);
const NOT_AGES =
  '(?![\\p{L}\\d/-]|[ ]?(?:cm|m|kg|km|%|000|h|heures?|hours?|am|pm|jours?|days?|mois|months?|semaines?|weeks?|minutes?|euros?|dh|dhs|mad|fcfa|xof|personnes?|people|scenes?|episodes?|ans?|annees?|years?|yrs?|سم|يوم|ايام|اشهر|شهر|درهم|اشخاص)(?![\\p{L}]))';
/** No unit and an age of a part: `entre 40 et 50`, `de 20 à 30`. */
const BETWEEN = new RegExp(
  `(?<![\\p{L}])(?:entre|between|from|de|بين|من)(?: les)? (\\d{1,2})(?: et | and | to | a |-| ?و ?| (?:الي|حتي|ل|لـ) )(\\d{1,2})${NOT_AGES}`,
  'gu',
);
/** « maman 35-40, papa 40-45 », « his daughter (8-10) », `Actress, 18-25`. */
const BARE_SPAN = new RegExp(`(?<![\\p{L}\\d.:/-])(?<!\\d[.,:/-] ?)(\\d{1,2}) ?[-/] ?(\\d{1,2})${NOT_AGES}`, 'gu');
/** `Old fisherman, 60+`. */
const AT_LEAST = new RegExp(`(?<![\\p{L}\\d.,:/+-])(\\d{2})(\\+)${NOT_AGES}`, 'gu');
/** `Actors, 18 to 25`. */
const WORDED_SPAN = new RegExp(
  `(?<![\\p{L}\\d.:/-])(?<!(?:\\d|du|le|les|scenes?|pages?|jours?|days?|n°) )(\\d{1,2}) (?:to|a) (\\d{1,2})${NOT_AGES}`,
  'gu',
);

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const plain = text.replace('+', '');
  return NUMBERS.get(plain) ?? (/^\d+$/.test(plain) ? Number(plain) : undefined);
};

const isExperience = oneOf(
  'expérience, experience, expériences, expertise, خبرة, الخبرة, ancienneté, seniority, tajriba, khibra, تجربة, تجارب, مجرب, مجربة',
);
const isDuration = exactlyOneOf(
  'depuis pendant contrat durée cdd stage since duration durant lasting contract mission ago لمدة مدة il y fondée',
);
const isAge = exactlyOneOf('âge âges âgé âgée âgés âgées age aged old ages سن العمر عمر عمره عمرها السن yo');

const isOther = exactlyOneOf(
  'depuis pendant contrat cdd stage contract lasting duration ago fondée age aged agé âgé âgée âge ages enfant enfants children kids عمر عمره عمرها سن',
);

type Sense = 'experience' | 'age' | null;
function senseOf(kind: BriefKind, text: BriefText, place: { readonly at: number; readonly until: number }): Sense {
  if (isNear(text, place, isExperience, { before: 5, after: 5, within: 'clause' })) return 'experience';
  if (isNear(text, place, isExperience, { before: 2 })) return 'experience';
  if (isNear(text, place, isDuration, { before: 4, after: 1 })) return null;
  if (isNear(text, place, isAge, { before: 3, after: 2 })) return kind === 'cinema' ? 'age' : null;
  if (kind === 'cinema') return 'age';
  return null;
}

const ageOf = (bounds: Bounds): Omit<Finding, 'at' | 'until'> | null =>
  (bounds.max ?? 0) > 110 || (bounds.min ?? 0) > 99 || (bounds.min ?? 0) > (bounds.max ?? 200)
    ? null
    : { kind: 'age', must: true, ...bounds };

/** « Comptable, 3 ans minimum »: years of experience, though nobody says so. */
const isAtLeast = ({ flow }: BriefText, from: number, to: number, years: number): boolean =>
  years <= 15 && (MORE_BEFORE.test(flow.slice(Math.max(0, from - 32), from)) || MORE_AFTER.test(flow.slice(to, to + 24)));

/** « AWS, Terraform, 5 years »: a clause that is nothing but years, of somebody's work. */
const isAlone = ({ clauses }: BriefText, { at, until }: { readonly at: number; readonly until: number }, years: number): boolean =>
  years <= 15 && clauses[at - 1] !== clauses[at] && clauses[until] !== clauses[until - 1] && clauses.at(-1) !== 0;

/** Years of experience, and for parts the playing age. */
export function findYears(kind: BriefKind, text: BriefText): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.flow.matchAll(YEARS)) {
    const place = wordsOf(text, match);
    const [, low, high, dual] = match;
    const first = numberOf(low);
    const last = numberOf(high) ?? (dual === undefined ? 0 : 2);
    const end = match.index + match[0].length;
    const isWork =
      kind === 'standard' &&
      !isNear(text, place, isOther, { before: 4, after: 2 }) &&
      (isAtLeast(text, match.index, end, last) || isAlone(text, place, last));
    const sense = senseOf(kind, text, place) ?? (isWork ? 'experience' : null);
    if (sense === 'experience' && last <= 60) findings.push({ kind: 'experience', min: Math.min(first ?? last, last), ...place });
    if (sense !== 'age') continue;
    const over = high?.endsWith('+') ? { min: last } : boundsAround(text.flow, match.index, end, last, { exact: 3, about: 5 });
    const age = ageOf(first === undefined ? over : { min: Math.min(first, last), max: Math.max(first, last) });
    if (age) findings.push({ ...age, ...place });
  }
  for (const match of text.flow.matchAll(ONE_YEAR)) findings.push({ kind: 'experience', min: 1, ...wordsOf(text, match) });
  return kind === 'cinema' ? [...findings, ...findBareAges(text, findings)] : findings;
}

const isSpanOfAges = ([, first, last]: RegExpExecArray, pattern: RegExp): boolean =>
  Number(last) - Number(first) > 0 && Number(last) > 5 && (pattern === BETWEEN || Number(last) - Number(first) > 1);

function findBareAges(text: BriefText, known: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  const isKnown = (at: number, until: number): boolean => [...known, ...findings].some((one) => one.at < until && at < one.until);
  for (const pattern of [AGES, BETWEEN, BARE_SPAN, WORDED_SPAN, AT_LEAST])
    for (const match of text.flow.matchAll(pattern)) {
      const place = wordsOf(text, match);
      // `2-3` counts something else, and so does what goes down: `24/7`.
      if (pattern !== AGES && pattern !== AT_LEAST && !isSpanOfAges(match, pattern)) continue;
      const numbers = match
        .slice(1)
        .filter((part) => part !== undefined && part !== '+')
        .map(Number);
      const [first = 0, last] = numbers;
      const end = match.index + match[0].length;
      const single = match.includes('+') ? { min: first } : boundsAround(text.flow, match.index, end, first, { exact: 3, about: 5 });
      const age = ageOf(last === undefined ? single : { min: Math.min(first, last), max: Math.max(first, last) });
      if (age && !isKnown(place.at, place.until)) findings.push({ ...age, ...place });
    }
  return findings;
}

const HEIGHT =
  "(?:([12]) ?m(?:etres?|eters?)? ?(\\d{2})|([12])[.,](\\d{1,2}) ?(?:m(?:etres?|eters?)?|متر)|(1\\d\\d|2[0-3]\\d) ?(?:cm|centimetres?|centimeters?|سم|سنتيمترا?|سنتمتر)|([4-7])'(\\d{1,2})|([4-7]) ?(?:ft|feet|foot) ?(\\d{1,2})?)";
const HEIGHTS = new RegExp(`(?<![\\p{L}\\d.,])(?:(?:(1\\d\\d|2[0-3]\\d)|${HEIGHT})${PARTED})?${HEIGHT}(?![\\p{L}\\d])`, 'gu');
const BARE_HEIGHT = new RegExp(
  `(?<![\\p{L}])(?:taille|height|mesurant|mesure|الطول|طول|القامه)[ :']{1,3}(?:minimum |min |mini |de |d'|entre |au moins |plus de |at least |over |above |من )?(1[2-9]\\d|2[01]\\d)(?:${PARTED}(1[2-9]\\d|2[01]\\d))?(?![\\d])`,
  'gu',
);

function centimetres([m, cm, m2, part, cmOnly, feet, inches, ft, ins]: readonly (string | undefined)[]): number | undefined {
  if (m !== undefined) return Number(m) * 100 + Number(cm);
  if (m2 !== undefined) return Number(m2) * 100 + Number((part ?? '').padEnd(2, '0'));
  if (cmOnly !== undefined) return Number(cmOnly);
  const foot = feet ?? ft;
  return foot === undefined ? undefined : Math.round(Number(foot) * 30.48 + Number(inches ?? ins ?? 0) * 2.54);
}

const heightOf = ({ min, max }: Bounds): Bounds | null =>
  (max ?? 170) < 60 || (min ?? 170) > 230 ? null : { ...(min ? { min } : {}), ...(max ? { max } : {}) };

export function findHeights(text: BriefText): Finding[] {
  const findings: Finding[] = [];
  const keep = (match: RegExpExecArray, first: number | undefined, last: number): void => {
    const end = match.index + match[0].length;
    const range = first === undefined ? undefined : { min: Math.min(first, last), max: Math.max(first, last) };
    const height = heightOf(range ?? boundsAround(text.flow, match.index, end, last, { exact: 3, about: 5 }));
    if (height) findings.push({ kind: 'height', ...height, ...wordsOf(text, match) });
  };
  for (const match of text.flow.matchAll(HEIGHTS)) {
    const last = centimetres(match.slice(11));
    if (last !== undefined) keep(match, match[1] === undefined ? centimetres(match.slice(2, 11)) : Number(match[1]), last);
  }
  if (findings.length > 0) return findings;
  for (const match of text.flow.matchAll(BARE_HEIGHT))
    keep(match, match[2] === undefined ? undefined : Number(match[1]), Number(match[2] ?? match[1]));
  return findings;
}
