/** Who is looking: « Une agence de communication à Dakar cherche un graphiste » asks for no communication. */
import { type BriefText, exactlyOneOf, type Finding } from './brief-text.ts';

const isLooking = exactlyOneOf(
  'cherche recherche recrute cherchent recherchent recrutent engage embauche seeks hires hiring seeking looking wants تبحث يبحث توظف تطلب',
);
const LONGEST = 20;

/** The words before the verb, in sentences where something is asked for after it. */
export function employerWords({ words, sentences, source }: BriefText, findings: readonly Finding[]): ReadonlySet<number> {
  const asked = new Map<number, number>();
  for (const { kind, at } of findings)
    if (kind === 'talent' || kind === 'talent_type') asked.set(sentences[at] ?? 0, Math.max(at, asked.get(sentences[at] ?? 0) ?? 0));
  const employer = new Set<number>();
  let start = 0;
  for (const [index, word] of words.entries()) {
    if (sentences[index] !== sentences[index - 1]) start = index;
    // « profil recherché » is what is asked for.
    const isVerb = isLooking(word) && !/é/i.test(source.slice(word.start, word.end).normalize('NFC'));
    if (!isVerb || index - start > LONGEST || (asked.get(sentences[index] ?? 0) ?? -1) < index) continue;
    for (let at = start; at < index; at += 1) employer.add(at);
    start = index + LONGEST;
  }
  return employer;
}
