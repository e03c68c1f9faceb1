/** Years of experience as people write them: « 8 ans d’expérience », “over 5 years of”, « خبرة 6 سنوات ». */
import { fold } from '#kernel/text.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12, quinze: 15, vingt: 20 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20 },
};
const AMOUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`;
const FOLLOWED = new RegExp(
  `\\b${AMOUNT} ?(?:\\+ ?)?(?:ans?|annees?|years?|سنوات|سنه|عام|اعوام) (?:d |de |of )?(?:professional |solide )?(?:experience|metier|pratique|خبره)`,
);
const ARABIC = new RegExp(`خبره (?:تزيد عن |اكثر من |مدتها |لمده )?${AMOUNT} ?(?:سنوات|سنه|عام|اعوام)`);
const HINT = /exp[ée]rience|m[ée]tier|pratique|خبر/i;
const LONGEST = 60;

/** Undefined when the text does not say. */
export function yearsIn(text: string): number | undefined {
  // Folding is the work: most texts do not speak of it.
  if (!HINT.test(text)) return undefined;
  const folded = fold(text);
  const [, amount] = FOLLOWED.exec(folded) ?? ARABIC.exec(folded) ?? [];
  if (amount === undefined) return undefined;
  const years = NUMBERS[amount] ?? Number(amount);
  return years <= LONGEST ? years : undefined;
}
