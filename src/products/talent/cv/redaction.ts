/**
 * The text of a CV as an outside model may see it: without the person's name, ways to reach them, where they live, when they were born,
 * numbers of documents, and what the law forbids to judge by.
 */
import { fold } from '#kernel/text.ts';
import { withoutContacts } from './contacts.ts';
import { headingOf, type SectionKind, sectionsOf } from './sections.ts';

export interface KnownPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly address: string | null;
}

const MARK = '…';
const MOST_CHARACTERS = 3000;

/** The whole rest of a line that says one of these goes with it. */
const PRIVATE_LINE = new RegExp(
  [
    'adresse',
    'address',
    'domicile',
    'العنوان',
    'السكن',
    'ne\\(e\\)',
    'nee? (?:le|en|a)',
    'born (?:on|in)',
    'date (?:et lieu )?de naissance',
    'date of birth',
    'lieu de naissance',
    'place of birth',
    'birthday',
    'تاريخ (?:ال)?(?:ميلاد|ازدياد)',
    'مولود',
    'مكان الازدياد',
    'age ?:',
    '\\d{2} ans ?$',
    'العمر',
    'situation (?:familiale|matrimoniale)',
    'etat civil',
    'marital',
    'marie\\(?e?',
    'celibataire',
    'single',
    'married',
    'الحاله (?:العائليه|المدنيه)',
    'اعزب',
    'متزوج',
    'nationalite',
    'nationality',
    'الجنسيه',
    'sexe ?:',
    'genre ?:',
    'gender ?:',
    'religion',
    'الجنس ?:',
    'cin\\b',
    'cni\\b',
    'carte (?:nationale|d identite)',
    'passeport',
    'passport',
    'identity card',
    'id number',
    'national id',
    'nin\\b',
    'البطاقه الوطنيه',
    'بطاقه التعريف',
    'جواز',
  ]
    .map((word) => `(?:^|[\\s|·•,;(])(?:${word})`)
    .join('|'),
  'u',
);
/** « 12, rue des Jardins », « Hay Riad », « BP 1024 ». */
const STREET =
  /(?<![\p{L}])(?:\d{1,4}\s?(?:bis|ter)?,?\s+)?(?:rue|avenue|av\.|boulevard|bd\.?|blvd|impasse|allée|lotissement|lot\.?|quartier|hay|cité|résidence|immeuble|imm\.?|appartement|appt?\.?|villa|sicap|zone|street|road|avenue|lane|p\.?\s?o\.?\s?box|b\.?p\.?|شارع|زنقة|حي|عمارة|إقامة|شقة)\s*[:n°º]*\s*[\p{Lu}\p{N}\p{Script=Arabic}][^\n\t|·;]{0,80}/giu;
const DAY = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)?\d{2}(?!\d)/gu;
const NUMBER = /(?<![\p{L}\d])(?:\p{Lu}{1,3}\s?\d{5,9}|\d{8,})(?![\p{L}\d])/gu;
/** Who says who they are in a sentence. */
const SAYS_NAME = /(?:je m['’]appelle|mon nom est|my name is|اسمي)\s+[\p{L}'’-]+(?:\s+[\p{Lu}\p{Script=Arabic}][\p{L}'’-]*){0,3}/giu;

/** Parts without anything to judge. */
const LEFT_OUT: ReadonlySet<SectionKind> = new Set(['contact', 'interests']);

export function redactCv(text: string, person: KnownPerson): string {
  const kept = sectionsOf(text)
    .filter(({ kind }) => !LEFT_OUT.has(kind))
    .map(({ kind, lines }) => (kind === 'head' ? lines : [kind.toUpperCase(), ...lines]).join('\n'))
    .join('\n\n');
  const clear = withoutContacts(kept, MARK).replace(DAY, MARK).replace(STREET, MARK).replace(NUMBER, MARK).replace(SAYS_NAME, MARK);
  const lines = withoutTitle(clear.split('\n'), person).filter((line) => !PRIVATE_LINE.test(fold(line)) || isLong(line));
  const nameless = withoutNames(lines.join('\n'), person);
  return nameless
    .replace(/(?:…[\s,·|;–-]*){2,}/gu, `${MARK} `)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MOST_CHARACTERS);
}

/** A sentence that merely holds such a word is no line of a passport. */
const isLong = (line: string): boolean => line.split(' ').length > 14;

/** The first line is the name, also when it is written in other letters than in the profile. */
function withoutTitle(lines: readonly string[], person: KnownPerson): readonly string[] {
  const names = namesOf(person);
  const isName = (line: string): boolean => wordsOf(line).length <= 5 && wordsOf(line).filter((word) => names.has(fold(word))).length >= 1;
  const first = lines.findIndex((line) => line.trim() !== '');
  const title = lines[first] ?? '';
  const looksLikeName = /^[\p{L}\p{M}\s.'’-]+$/u.test(title) && wordsOf(title).length <= 4 && headingOf(title) === null;
  return lines.filter((line, index) => !isName(line) && !(index === first && looksLikeName));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Words of the name, and of the address of mail, which is often made of it. */
function namesOf({ firstName, lastName, email }: KnownPerson): ReadonlySet<string> {
  const words = [...wordsOf(`${firstName} ${lastName}`), ...wordsOf(email.split('@')[0] ?? '').filter((word) => word.length > 3)];
  return new Set(words.filter((word) => [...word].length > 1).map(fold));
}

function withoutNames(text: string, person: KnownPerson): string {
  const names = namesOf(person);
  const known = person.address?.trim();
  const clear = known && known.length > 5 ? text.replaceAll(known, MARK) : text;
  return clear.replace(/[\p{L}\p{M}]+/gu, (word) => (names.has(fold(word)) ? MARK : word));
}
