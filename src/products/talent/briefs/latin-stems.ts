/**
 * The stem of a French or English word.
 *
 * One stemmer for both languages: briefs and profiles mix them within a line, a guess about three words is often wrong, and a word
 * must have the same stem wherever it stands. It works on folded text, so that a word typed without accents meets the one that has them
 * (`infirmière`, `infirmiere`, `infirmier`); its rules know both spellings, which the published stemmers do not.
 */

/** What rules cannot know, and what they would join by mistake. */
const IRREGULAR: Readonly<Record<string, string>> = {
  yeux: 'oeil',
  cheveux: 'cheveu',
  enjeux: 'enjeu',
  lieux: 'lieu',
  milieux: 'milieu',
  travaux: 'travail',
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'people',
  feet: 'foot',
  copine: 'copain',
  copines: 'copain',
  news: 'news',
  series: 'serie',
  serie: 'serie',
  actrice: 'acteur',
  actrices: 'acteur',
  acteurs: 'acteur',
  actors: 'actor',
  actress: 'actor',
  actresses: 'actor',
  chanteuse: 'chant',
  dance: 'dans',
  dances: 'dans',
  dancer: 'dans',
  dancers: 'dans',
  dancing: 'dans',
  metteuse: 'metteur',
  hotesse: 'hote',
  hotesses: 'hote',
  maitresse: 'maitre',
  doctoresse: 'docteur',
  princesse: 'princesse',
  cheffe: 'chef',
  cheffes: 'chef',
  waitress: 'waiter',
  hostess: 'host',
  recrutement: 'recruteur',
  recruitment: 'recruteur',
  recruteur: 'recruteur',
  recruteurs: 'recruteur',
  recruteuse: 'recruteur',
  recruiter: 'recruteur',
  recruiters: 'recruteur',
  illustrator: 'illustrator',
  cascadeur: 'cascadeur',
  cascadeurs: 'cascadeur',
  cascadeuse: 'cascadeur',
  cascadeuses: 'cascadeur',
  chercheur: 'chercheur',
  chercheurs: 'chercheur',
  chercheuse: 'chercheur',
  chercheuses: 'chercheur',
  roller: 'roller',
  rollers: 'roller',
  languages: 'langu',
  language: 'langu',
  langage: 'langag',
};

interface Rule {
  readonly ending: string;
  readonly becomes: string;
  /** Letters that must remain before the ending. */
  readonly least: number;
}
const rule = (ending: string, becomes: string, least: number): Rule => ({ ending, becomes, least });

/** Each step applies at most one of its rules, the first that fits. */
const STEPS: readonly (readonly Rule[])[] = [
  // Plural.
  [
    rule('sses', 'ss', 2),
    rule('ss', 'ss', 0),
    rule('eaux', 'eau', 1),
    rule('aux', 'al', 3),
    rule('oux', 'ou', 3),
    rule('eux', 'eur', 3),
    rule('ies', 'ie', 2),
    rule('s', '', 3),
  ],
  // The feminine and English forms of the same ending.
  [
    rule('trice', 'teur', 2),
    rule('euse', 'eur', 3),
    rule('ienne', 'ien', 2),
    rule('enne', 'en', 3),
    rule('onne', 'on', 3),
    rule('iere', 'ier', 3),
    rule('ere', 'er', 4),
    rule('ive', 'if', 3),
    rule('elle', 'el', 3),
    rule('ique', 'ic', 2),
    rule('eresse', 'eur', 3),
    rule('ee', 'e', 3),
  ],
  // Adverbs and deeds.
  [
    rule('amment', 'ant', 3),
    rule('emment', 'ent', 3),
    rule('ement', '', 4),
    rule('pment', 'p', 4),
    rule('fully', 'ful', 3),
    rule('ly', '', 4),
    rule('izing', 'is', 3),
    rule('ying', 'i', 3),
    rule('ating', '', 4),
    rule('ing', '', 4),
    rule('ied', 'i', 3),
    rule('ed', '', 4),
  ],
  // Who does it and what is done.
  [
    rule('ateur', '', 3),
    rule('ation', '', 3),
    rule('ator', '', 3),
    rule('iteur', '', 4),
    rule('ition', '', 4),
    rule('itor', '', 4),
    rule('cteur', 'c', 3),
    rule('ction', 'c', 3),
    rule('ctor', 'c', 3),
    rule('eur', '', 4),
    rule('ator', '', 3),
    rule('tor', 't', 3),
    rule('ier', 'i', 3),
    rule('er', '', 4),
    rule('ionel', 'ional', 3),
    rule('ionnel', 'ional', 3),
    rule('ite', 'it', 3),
    rule('ity', 'it', 3),
  ],
  [rule('ie', '', 5), rule('y', '', 5), rule('ie', 'i', 2), rule('y', 'i', 2), rule('e', '', 3)],
  [rule('i', '', 6)],
];

const VOWEL = /[aeiouy]/;
const fits = (word: string, { ending, least }: Rule): boolean => {
  const rest = word.length - ending.length;
  return rest >= least && word.endsWith(ending) && (rest === 0 || VOWEL.test(word.slice(0, rest)));
};

function step(word: string, rules: readonly Rule[]): string {
  const found = rules.find((each) => fits(word, each));
  return found ? word.slice(0, word.length - found.ending.length) + found.becomes : word;
}

const PLAIN = /^[a-z]+$/;
/** `developpeur`, `developer`; `coiffe`, `professionnel`, `professional`: where the two languages double differently. */
const DOUBLED = /([dfnp])\1/g;
const DOUBLED_END = /([bcdfghjklmnpqrstvwxz])\1$/;

/** Number and gender alone: `monteuses` is a `monteur`, `monter` and `montée` are other words. */
export function latinForm(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) && word !== 'feet' ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  return word.length < 4 || !PLAIN.test(word) ? word : STEPS.slice(0, 2).reduce(step, word);
}
/** The listed forms that a written word may be: itself, or the masculine of `avocate`. */
export function latinForms(word: string): readonly string[] {
  const form = latinForm(word);
  return form.length > 5 && form.endsWith('e') && PLAIN.test(form) ? [form, form.slice(0, -1)] : [form];
}

/** Words of other scripts, with digits or signs, and the shortest stay as they are. */
export function latinStem(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !PLAIN.test(word)) return word;
  const stem = STEPS.reduce(step, word);
  return stem.length < 4 ? stem : stem.replace(DOUBLED, '$1').replace(DOUBLED_END, '$1');
}
