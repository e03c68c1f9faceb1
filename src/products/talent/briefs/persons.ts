/** Who a part is: a man or a woman, and ages in words. CINEMA only. */
import { fold } from '#kernel/text.ts';
import { isArabic } from './arabic-stems.ts';
import { type BriefText, exactlyOneOf, type Finding } from './brief-text.ts';
import { createPhrases, type Keyed } from './phrases.ts';
import { AGE_WORDS, type AgeWords, FEMALE_PARTS, MALE_PARTS, MEN, TRADES_OF_WOMEN, WOMEN } from './words/persons.ts';

/** Without the article and the conjunction that Arabic writes with the word. */
const bareText = ({ text }: Keyed): string => text.replace(/^(?:وال|بال|لل|ال|و|ل)(?=\p{L}{3})/u, '');
const bare =
  (test: (word: Keyed) => boolean) =>
  (word: Keyed): boolean =>
    test(word) || test({ ...word, text: bareText(word) });
const isMan = bare(exactlyOneOf(MEN));
const isWoman = bare(exactlyOneOf(WOMEN));
const isMalePart = exactlyOneOf(MALE_PARTS);
const isFemalePart = exactlyOneOf(FEMALE_PARTS);
const isArticle = exactlyOneOf('un une a an rôle role jeune young vieux vieille old personnage دور');
/** `sa femme`, `son mari`: somebody else than the part. */
const isSomebodys = exactlyOneOf('sa son ses leur leurs his her their ma mon mes votre notre');
const manOfTrade = new Map(Object.entries(TRADES_OF_WOMEN).map(([woman, man]) => [fold(woman), fold(man)]));

/** Women by their trade, unless the brief names the man's too: « acteurs et actrices », « راقصات وراقصون ». */
function womenByTrade(words: readonly Keyed[]): (word: Keyed) => boolean {
  const named = new Set(words.flatMap((word) => [word.text, bareText(word)]).filter((text) => !isArabic(text)));
  const men = new Set(words.filter(({ text }) => isArabic(text)).flatMap((word) => masculineOf(bareText(word))));
  return (word) => {
    const man = manOfTrade.get(word.text);
    if (man !== undefined && !isArabic(word.text)) return !named.has(man);
    const arabic = womanOfTrade(bareText(word));
    return arabic !== null && !men.has(arabic);
  };
}
/** The trade of a woman or of women, by its masculine. */
const arabicTrades = new Set([...manOfTrade.values()].filter(isArabic));
const womanOfTrade = (text: string): string | null => {
  const man = text.replace(/(?:ه|ات|تين|تان)$/u, '');
  return man !== text && arabicTrades.has(man) ? man : null;
};
const masculineOf = (text: string): string[] => [text, text.replace(/(?:ون|ين|ان)$/u, '')].filter((man) => !womanOfTrade(man));

type Gender = 'M' | 'F';

/** `groups`: the nouns of several people, see `groups.ts`; all of them must be of one gender. */
export function findGender(text: BriefText, groups: readonly number[]): Finding[] {
  const { words } = text;
  const isTradeOfWoman = womenByTrade(words);
  const genderAt = (index: number, isGroup: boolean): Gender | null => {
    const [word, before] = [words[index], words[index - 1]];
    if (!word || (before && isSomebodys(before) && !isGroup)) return null;
    const opens = isGroup || text.clauses[index] !== text.clauses[index - 1];
    const isPart = opens || (before !== undefined && (isArticle(before) || (before.isStop && isArticle(words[index - 2] ?? before))));
    if (isWoman(word) || (isPart && isFemalePart(word))) return 'F';
    if (isMan(word) || (isPart && isMalePart(word))) return 'M';
    return isTradeOfWoman(word) ? 'F' : null;
  };
  // « 10 figurants hommes »: the word after says it.
  const ofGroup = (at: number): Gender | null => genderAt(at, true) ?? genderAt(at + 1, false) ?? genderAt(at - 1, false);
  const genders = words.flatMap((_, index) => {
    const gender = genderAt(index, groups.includes(index));
    return gender ? [{ gender, index }] : [];
  });
  const [first] = genders;
  // Both named: anybody will do, or there are several parts.
  if (!first || genders.some(({ gender }) => gender !== first.gender)) return [];
  if (groups.some((at) => ofGroup(at) !== first.gender)) return [];
  return [{ kind: 'gender', values: [first.gender], must: true, at: first.index, until: first.index + 1 }];
}

const ages = createPhrases<AgeWords>({ fit: 'exact' });
for (const age of AGE_WORDS) ages.addAll(age.words, age);
const EARLY_OR_LATE = /(early|mid|late)(?: |-)$/;

/** `early thirties` is the first third of them. */
function narrowed({ min = 0, max }: AgeWords, flow: string, start: number): { readonly min: number; readonly max?: number } {
  const part = EARLY_OR_LATE.exec(flow.slice(Math.max(0, start - 8), start))?.[1];
  if (part === undefined || max === undefined) return { min, ...(max === undefined ? {} : { max }) };
  if (part === 'early') return { min, max: min + 3 };
  return part === 'mid' ? { min: min + 3, max: min + 6 } : { min: min + 6, max };
}

/** Words of age count only where the brief gives no number. */
export function findAgeWords(text: BriefText): Finding[] {
  const findings = ages.all(text.words).flatMap(({ found: [age], from, to }): (Finding & { vague: boolean })[] => {
    const before = text.words[from - 1];
    // « in their thirties » speaks of the part, « his children » and « films pour enfants » do not.
    const isOfOthers =
      before !== undefined && (age?.max ?? 99) < 18 && (isSomebodys(before) || before.text === 'pour' || before.text === 'for');
    if (!age || isOfOthers) return [];
    return [
      {
        kind: 'age',
        ...narrowed(age, text.flow, text.starts[from] ?? 0),
        must: !age.vague,
        vague: age.vague ?? false,
        at: EARLY_OR_LATE.test(text.flow.slice(0, text.starts[from]).slice(-8)) ? from - 1 : from,
        until: to,
      },
    ];
  });
  const clear = findings.filter(({ vague }) => !vague);
  return (clear.length > 0 ? clear : findings).map(({ vague: _, ...finding }) => finding);
}
