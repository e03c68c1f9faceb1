/** Years of experience, as the dates or the words of a CV say; never guessed. */
import { fold } from '#kernel/text.ts';
import { has, linesIn, type Section } from './sections.ts';

export interface Experience {
  /** Null when the CV does not say. */
  readonly years: number | null;
  readonly from: 'dates' | 'words' | null;
  /** Years that dated posts add up to; overlapping ones count once. */
  readonly dated: number;
  /** Years that the person states in words. */
  readonly stated: number | null;
  /** How many posts have dates. */
  readonly posts: number;
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan janv janvier january يناير جانفي',
    'fev fevr fevrier feb february فبراير فيفري',
    'mar mars march مارس',
    'avr avril apr april ابريل افريل',
    'mai may ماي مايو',
    'jui juin jun june يونيو جوان',
    'juil juillet jul july يوليو يوليوز جويليه',
    'aou aout aug august غشت اغسطس اوت',
    'sep sept septembre september سبتمبر شتنبر',
    'oct octobre october اكتوبر',
    'nov novembre november نوفمبر نونبر',
    'dec decembre december ديسمبر دجنبر',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

// On folded text: accents gone, dashes between words turned into spaces before this.
const DAY = String.raw`(?:(?<month>\d{1,2})\s*[/.]\s*|(?<name>\p{L}{3,9})\.?\s+)?(?<year>(?:19|20)\d{2})`;
const NOW = String.raw`(?<now>presente?|aujourd hui|ce jour|now|today|current|actuel\p{L}*|en cours|maintenant|الان|حتي الان|اليوم|الحاضر)`;
const UNTIL = String.raw`\s*(?:~|a|au|to|until|till|jusqu a|jusqu en|jusqu au|الي|حتي)\s*`;
const rename = (pattern: string, suffix: string): string => pattern.replace(/\?<(month|name|year|now)>/g, `?<$1${suffix}>`);
const RANGE = new RegExp(`(?<!\\d)${rename(DAY, '1')}${UNTIL}(?:${rename(DAY, '2')}|${rename(NOW, '2')})`, 'gu');
const SINCE = new RegExp(`(?:depuis|since|from|منذ)\\s+(?:le\\s+)?${rename(DAY, '1')}`, 'gu');
const DASHES = /\s*(?:[\p{Pd}→]|->)\s*/gu;

type Span = readonly [from: number, to: number];

/** Folded, with the dashes between dates kept as `~`. */
const prepared = (line: string): string => fold(line.replace(/aujourd[’']hui/gi, 'aujourd hui').replace(DASHES, ' ~ '));

/** In months since year 0; whole years where no month is named. */
function spansOf(line: string, today: Date): readonly Span[] {
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const spans: Span[] = [];
  for (const { groups = {} } of prepared(line).matchAll(RANGE)) {
    const from = monthOf(groups['year1'], groups['month1'], groups['name1'], 0);
    const to = groups['now2'] ? now : monthOf(groups['year2'], groups['month2'], groups['name2'], 1);
    spans.push([from, Math.min(to, now)]);
  }
  if (spans.length === 0)
    for (const { groups = {} } of prepared(line).matchAll(SINCE))
      spans.push([monthOf(groups['year1'], groups['month1'], groups['name1'], 0), now]);
  return spans.filter(([from, to]) => from >= 1940 * 12 && to > from);
}

/** The first month of a year when none is named; the end of a named month counts. */
function monthOf(year: string | undefined, digits: string | undefined, name: string | undefined, end: 0 | 1): number {
  const month = digits ? Number(digits) : (MONTHS[name ?? ''] ?? 0);
  return Number(year) * 12 + (month >= 1 && month <= 12 ? month - 1 + end : 0);
}

/** Months that at least one of the spans covers. */
function covered(spans: readonly Span[]): number {
  let months = 0;
  let end = 0;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    months += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return months;
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['un une one سنه', 1],
    ['deux two سنتان سنتين عامان عامين', 2],
    ['trois three ثلاث', 3],
    ['quatre four اربع', 4],
    ['cinq five خمس', 5],
    ['six ست', 6],
    ['sept seven سبع', 7],
    ['huit eight ثماني ثمان', 8],
    ['neuf nine تسع', 9],
    ['dix ten عشر', 10],
    ['onze eleven', 11],
    ['douze twelve', 12],
    ['treize thirteen', 13],
    ['quatorze fourteen', 14],
    ['quinze fifteen', 15],
    ['seize sixteen', 16],
    ['dix sept seventeen', 17],
    ['dix huit eighteen', 18],
    ['dix neuf nineteen', 19],
    ['vingt twenty عشرون عشرين', 20],
    ['trente thirty ثلاثون ثلاثين', 30],
  ].flatMap(([names, value]) => spellings(String(names), Number(value))),
);
function spellings(names: string, value: number): [string, number][] {
  // `dix sept` is one number of two words.
  const words = names.startsWith('dix ') ? [names.split(' ').slice(0, 2).join(' '), ...names.split(' ').slice(2)] : names.split(' ');
  return words.map((word) => [word, value]);
}
const COUNT = String.raw`(?<![\p{L}\d+,.])(?<count>\d{1,2}|${Object.keys(NUMBERS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`;
const YEARS = String.raw`\s*\+?\s*(?:ans|annees|years|yrs|سنوات|سنه|عاما|اعوام)`;
/** « 5 ans d’expérience », « expérience de 5 ans »: said to be experience. */
const SAID = [
  new RegExp(
    `${COUNT}${YEARS}\\s+(?:\\p{L}+\\s+){0,2}?(?:d\\s+|de\\s+|of\\s+|من\\s+)?(?:experience|pratique|metier|carriere|practice|ال?خبره)`,
    'gu',
  ),
  new RegExp(
    `(?:experience|خبره)\\s*:?\\s*(?:de|d|of|around|plus de|over|professionnelle de|لمده|مدتها|تفوق|من)?\\s*(?:plus de\\s+)?${COUNT}${YEARS}`,
    'gu',
  ),
];
/** « Neuf ans de cascades »: counts where people present themselves, unless it is schooling, age or a contract. */
const SPENT = new RegExp(`${COUNT}${YEARS}\\s+(?:de|d|of|in|as|comme|dans|من|في|بين)\\s+(?<what>\\p{L}+)`, 'gu');
const NOT_SPENT =
  /^(age|ages|etudes?|formation|scolarite|garantie|contrat|experience|old|study|studies|training|school|contract|العمر|الدراسه|التكوين)$/u;
const SCHOOLING =
  /\b(licence|master|bac|bachelor|diplome|universite|university|ecole|school|lycee|institut|etudiant\p{L}*|student|faculte|doctorat|phd|جامعه|معهد|مدرسه|ليسانس|ماستر|بكالوريا)\b/u;

function statedIn(lines: readonly string[], patterns: readonly RegExp[]): number | null {
  const found = lines.flatMap((line) => patterns.flatMap((pattern) => [...fold(line).matchAll(pattern)]));
  const counts = found
    .filter(({ groups }) => !NOT_SPENT.test(groups?.['what'] ?? ''))
    .map(({ groups }) => NUMBERS[groups?.['count'] ?? ''] ?? Number(groups?.['count']));
  const sane = counts.filter((count) => count >= 1 && count <= 60);
  return sane.length ? Math.max(...sane) : null;
}

export function experienceOf(sections: readonly Section[], today: Date): Experience {
  const own = linesIn(sections, 'experience', 'achievements');
  const anywhere = linesIn(sections, 'head', 'profile').filter((line) => !SCHOOLING.test(fold(line)));
  const spans = (has(sections, 'experience') ? own : anywhere).map((line) => spansOf(line, today));
  const dated = Math.floor(covered(spans.flat()) / 12);
  const stated = statedIn([...anywhere, ...own], SAID) ?? statedIn(linesIn(sections, 'head', 'profile'), [SPENT]);
  const posts = spans.filter((found) => found.length > 0).length;
  const years = stated !== null && (dated === 0 || stated > dated) ? stated : dated > 0 ? dated : null;
  return { years, from: years === null ? null : years === stated && stated !== dated ? 'words' : 'dates', dated, stated, posts };
}
