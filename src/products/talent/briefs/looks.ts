/** Eyes, hair, skin, build and origins, only where the words of a CINEMA brief say them. */
import { canonical, OPTIONS } from '../options/options.ts';
import { isArabic } from './arabic-stems.ts';
import { type BriefText, type Finding, isNear, oneOf } from './brief-text.ts';
import { createPhrases, type Phrases } from './phrases.ts';
import { ANCHORS, LOOKS, type Look, PERSONS, PLAIN_LOOKS } from './words/looks.ts';

const KINDS = Object.keys(LOOKS) as readonly Look[];

function phrasesOf(kind: Look): Phrases<string> {
  const phrases = createPhrases<string>();
  for (const { value, label } of OPTIONS[kind])
    if (value !== 'Autre') for (const name of [value, label.en, label.ar]) phrases.add(name, value);
  for (const [value, names] of Object.entries(LOOKS[kind])) phrases.addAll(names, canonical(kind, value) ?? value);
  return phrases;
}
const readers = KINDS.map((kind) => ({
  kind,
  phrases: phrasesOf(kind),
  isAnchor: oneOf(ANCHORS[kind] ?? ''),
  plain: (() => {
    const phrases = createPhrases<true>();
    phrases.addAll(PLAIN_LOOKS[kind] ?? '', true);
    return phrases;
  })(),
}));
const isPerson = oneOf(PERSONS);
const anchorsOfColour = oneOf([ANCHORS.eye_color, ANCHORS.hair_color, ANCHORS.skin_tone].join(', '));

/** A colour belongs to the nearest of eyes, hair and skin in its clause. */
function isAnchored(
  text: BriefText,
  kind: Look,
  place: { readonly at: number; readonly until: number },
  isAnchor: (typeof readers)[number]['isAnchor'],
): boolean {
  const { words, clauses } = text;
  const reach = kind === 'ethnicity' || kind === 'build' ? 2 : 5;
  for (let distance = 1; distance <= reach; distance += 1)
    for (const index of [place.at - distance, place.until - 1 + distance]) {
      const word = words[index];
      // Arabic says the noun first: « شعر أسود », but « سمراء البشرة ».
      const isAfterArabic = index > place.at && word !== undefined && isArabic(word.text);
      if (!word || (isAfterArabic && !(distance === 1 && word.text.startsWith('ال'))) || clauses[index] !== clauses[place.at]) continue;
      if (isAnchor(word)) return true;
      if (kind !== 'build' && kind !== 'ethnicity' && anchorsOfColour(word)) return false;
    }
  return false;
}

export function findLooks(text: BriefText): Finding[] {
  return readers.flatMap(({ kind, phrases, isAnchor, plain }) =>
    phrases.all(text.words).flatMap(({ found, from, to }): Finding[] => {
      const place = { at: from, until: to };
      const isPlain = plain.longestAt(text.words, from) !== null;
      const isOfPerson = kind === 'ethnicity' && isNear(text, place, isPerson, { before: 1, after: 1 });
      if (!isPlain && !isOfPerson && !isAnchored(text, kind, place, isAnchor)) return [];
      return [{ kind, values: found, ...place }];
    }),
  );
}
