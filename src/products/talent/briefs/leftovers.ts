/** Words that no list knows, the most telling ones: names of tools, of trades, of a character. */
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type BriefText, type Finding, oneOf } from './brief-text.ts';
import type { BriefKind } from './criterion.ts';
import { type Keyed, keyOf, keyWords } from './phrases.ts';
import { ANCHORS, LOOKS, PERSONS } from './words/looks.ts';
import { BOILERPLATE, MUST, NICE } from './words/orders.ts';
import { AGE_WORDS, FEMALE_PARTS, MALE_PARTS, MEN, WOMEN } from './words/persons.ts';
import { LEVELS, TONGUE_SIGNS, TONGUES } from './words/tongues.ts';

const MOST = 8;
/** A nation, where its language is not meant. */
const isTongueName = oneOf(Object.values(TONGUES).join(' '));
/** An accent is looked for as it is said: « accent ivoirien ». */
const isAccent = oneOf('accent');
const isBoilerplate = oneOf([BOILERPLATE, MUST, NICE, TONGUE_SIGNS, ...Object.values(LEVELS)].join(' '));
/** Who somebody is: never a word to look for on the standard platform. */
const PERSONAL = `présence présentation apparence célibataire célibataires marié mariée mariés divorcé divorcée veuf veuve enceinte religion religieux religieuse musulman musulmane chrétien
chrétienne juif juive voilée voile hijab barbe beau belle beauté joli jolie séduisant élégante attirante charmante physique présentable nationalité origine
origines race racial ethnie ethnique tribu teint peau yeux cheveux taille poids âge âgé âgée ans jeune jeunes vieux vieille handicap handicapé grossesse
single married divorced pregnant muslim christian jewish beautiful pretty handsome attractive race ethnicity nationality native origin skin eyes hair
height weight age aged young old disabled disability gender sex sexe genre religion madame monsieur mademoiselle mr mrs ms
عازب عزباء متزوج متزوجة مسلم مسلمة مسيحي جميلة وسيم محجبة حجاب جنسية جنسيته أصل بشرة عيون شعر سن عمر شاب شابة`;
const isPersonal = oneOf(
  [
    PERSONAL,
    PERSONS,
    MEN,
    WOMEN,
    MALE_PARTS,
    FEMALE_PARTS,
    ...AGE_WORDS.map(({ words }) => words),
    ...Object.values(LOOKS).flatMap((list) => Object.values(list)),
    'sénégalais ivoirien malien burkinabé camerounais congolais gabonais béninois togolais nigérien nigérian ghanéen marocain algérien tunisien libyen égyptien mauritanien soudanais éthiopien kényan rwandais sud africain français belge moroccan senegalese ivorian algerian tunisian egyptian nigerian ghanaian kenyan african مغربي مغربية جزائري تونسي مصري سنغالي',
  ].join(' '),
);
/** Read as looks, gender or age already, or said too loosely for that. */
const isOfLooks = oneOf(
  [PERSONS, ...AGE_WORDS.map(({ words }) => words), MEN, WOMEN, MALE_PARTS, FEMALE_PARTS, ...Object.values(ANCHORS)].join(' '),
);
const nationalities = new WeakMap<Snapshot, ReadonlySet<string>>();
function nationalitiesOf(catalogue: Snapshot): ReadonlySet<string> {
  const known = nationalities.get(catalogue);
  if (known) return known;
  const keys = new Set(
    catalogue.countries
      .flatMap((country) => [country.nationality, country.nationalityMasculine])
      .flatMap((name) => keyWords(name).map(({ key }) => key)),
  );
  nationalities.set(catalogue, keys);
  return keys;
}

const TECHNICAL = /^(?=.*\d)(?=.*\p{L})|[+#.]/u;
/** What follows is a tool or a field of knowledge. */
const isIntroducing = oneOf(
  'maîtrise, maîtriser, maîtrisant, connaissance, connaissances, logiciel, logiciels, outil, outils, utilisation, expérience en, expert, certifié, certification, spécialisé, spécialiste, compétence, compétences, knowledge, skills, proficient, experience, expertise, certified, familiar, tool, tools, using, إتقان, معرفة, خبرة',
);

interface Candidate {
  readonly word: Keyed;
  readonly index: number;
  readonly weight: number;
}

function weightOf({ source, words, sentences }: BriefText, index: number, count: number, isShort: boolean): number {
  const word = words[index];
  if (!word) return 0;
  const written = source.slice(word.start, word.end);
  const isFirst = sentences[index] !== sentences[index - 1];
  const isNamed = /^\p{Lu}/u.test(written) && (!isFirst || /^\p{Lu}{2,}/u.test(written));
  let introduced = false;
  for (let at = Math.max(0, index - 5); at < index; at += 1)
    introduced ||= sentences[at] === sentences[index] && isIntroducing(words[at] ?? word);
  return (TECHNICAL.test(written) ? 3 : 0) + (isNamed ? 2 : 0) + (introduced ? 2 : 0) + (count > 1 ? 1 : 0) + (isShort ? 2 : 0);
}

/** With the word accent before it, if it stands there. */
function wordFinding({ source, words, clauses }: BriefText, index: number): Finding {
  const before = words[index - 1];
  const at = before && isAccent(before) && clauses[index - 1] === clauses[index] ? index - 1 : index;
  const value = source.slice(words[at]?.start, words[index]?.end).toLowerCase();
  return { kind: 'word', values: [value], at, until: index + 1 };
}

/** `taken`: the words that something else was read from. */
export function findLeftovers(kind: BriefKind, text: BriefText, taken: ReadonlySet<number>, catalogue: Snapshot): Finding[] {
  const nations = nationalitiesOf(catalogue);
  const isLeft = (word: Keyed, index: number): boolean =>
    !taken.has(index) &&
    /\p{L}/u.test(text.source.slice(word.start, word.end)) &&
    !word.isStop &&
    word.text.length > 1 &&
    !/^و?\d/u.test(word.text) &&
    !isBoilerplate(word) &&
    (kind === 'cinema' ? !isOfLooks(word) : !isPersonal(word)) &&
    ((!nations.has(word.key) && !isTongueName(word)) || isAccent(text.words[index - 1] ?? word));
  const left = text.words.flatMap((word, index) => (isLeft(word, index) ? [{ word, index }] : []));
  const counts = new Map<string, number>();
  for (const { word } of left) counts.set(word.key, (counts.get(word.key) ?? 0) + 1);
  const isShort = counts.size <= MOST;
  const best = new Map<string, Candidate>();
  for (const { word, index } of left) {
    const weight = weightOf(text, index, counts.get(word.key) ?? 0, isShort);
    if (weight >= 2 && weight > (best.get(word.key)?.weight ?? 0)) best.set(word.key, { word, index, weight });
  }
  return [...best.values()]
    .sort((one, other) => other.weight - one.weight || one.index - other.index)
    .slice(0, MOST)
    .map(({ index }) => wordFinding(text, index));
}

/** The same word however it is written, for telling criteria apart. */
export const wordKey = (value: string): string => keyOf(fold(value));
