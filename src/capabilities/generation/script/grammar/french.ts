/** French: articles, gender, number, elision and contraction. */
import { COUNTRIES, FEMININE, INFINITIVES, isUnjoined, MASCULINE, NAMES, SINGULAR } from './french-nouns.ts';
import { type Form, isShort, JOINT, type Mention, type Subject } from './subject.ts';

const VOWEL = /^[aeiouyhœæàâäéèêëîïôöùûü]/i;
const joins = (word: string): boolean => VOWEL.test(word) && !isUnjoined(word);

const ARTICLE =
  /^(?:(le|la|les|un|une|des|du|mon|ma|mes|notre|nos|votre|vos|leur|leurs|son|sa|ses|ce|cet|cette|ces|de la)\s+|(de l|l)['’]\s*)/i;
const PLURAL_ARTICLES = new Set(['les', 'des', 'mes', 'nos', 'vos', 'leurs', 'ses', 'ces']);
const FEMININE_ARTICLES = new Set(['la', 'une', 'ma', 'sa', 'cette', 'de la']);
const MASCULINE_ARTICLES = new Set(['le', 'un', 'ce', 'cet', 'du']);
const OWNERS = new Set(['mon', 'ma', 'mes', 'notre', 'nos', 'votre', 'vos', 'leur', 'leurs', 'son', 'sa', 'ses']);
const NUMBERS = /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|mille|plusieurs|quelques|\d+)$/i;
/** They stand before their noun. */
const EARLY =
  /^(?:petit|grand|bon|beau|bel|belle|nouveau|nouvel|nouvelle|vieux|vieil|vieille|jeune|joli|premier|première|dernier|dernière|meilleur|prochain|prochaine|bonne|petite|grande|jolie|meilleure|tout|toute|vrai|vraie|ancien|ancienne|autre|grands|grandes|petits|petites|nouveaux|nouvelles|bons|bonnes|meilleurs|meilleures|belles|beaux|vieilles|jeunes|premiers|premières)$/i;
const FEMININE_ENDING =
  /(?:[ts]ion|xion|té|ence|ance|ette|esse|[^d]ie|ée|ique|ade|ise|euse|trice|ère|ine|ude|elle|ille|aine|onne|ture|eille|erie|ogie|aphie|gne|enne|otte|ande|onde|rme|ffe|che)$/;

export const frenchGender = (noun: string): 0 | 1 => {
  const word = noun.toLowerCase();
  const one = singularOf(word);
  for (const form of [word, one]) {
    if (MASCULINE.has(form)) return 0;
    if (FEMININE.has(form)) return 1;
  }
  return FEMININE_ENDING.test(one) ? 1 : 0;
};

const isPlural = (noun: string): boolean => /[sx]$/i.test(noun) && !SINGULAR.has(noun.toLowerCase());
const singularOf = (word: string): string => (!isPlural(word) ? word : word.endsWith('aux') ? `${word.slice(0, -3)}al` : word.slice(0, -1));

const formOf = (isFeminine: boolean, many: boolean): Form => ((isFeminine ? 1 : 0) + (many ? 2 : 0)) as Form;
const mention = (text: string, form: Form): Mention => ({ text, form });

/** « le », « la », « l’ » or « les », joined to what follows. */
function withDefinite(name: string, form: Form): string {
  const words = lowered(name);
  if (form > 1) return `les ${words}`;
  return joins(words) ? `l’${words}` : `${form === 1 ? 'la' : 'le'} ${words}`;
}

function withThis(name: string, form: Form): string {
  const words = lowered(name);
  if (form > 1) return `ces ${words}`;
  return form === 1 ? `cette ${words}` : `${joins(words) ? 'cet' : 'ce'} ${words}`;
}

const LINK =
  /\s+(?:de|d['’].*|du|des|à|au|aux|pour|sur|dans|en|avec|chez|par|qui|que|où|contre|sans|entre|face|près|lors|pendant|après|avant)(?=\s|$).*$/i;
const core = (words: string): string => words.replace(/\s{1,9}d['’].*$/i, '').replace(LINK, '');

const headOf = (words: string): string => words.split(/[\s]+/).find((word) => !EARLY.test(word) && !NUMBERS.test(word)) ?? words;

/** `called`: what a subject of its kind is called when its own words do not tell: « cette technologie ». */
export function frenchSubject(words: string, called: Mention): Subject {
  const question = questionOf(words);
  if (question)
    return {
      words,
      first: question,
      again: isShort(question.text) ? question : called,
      question: `${words.replace(/\s*[?？]\s*$/, '')} ?`,
    };
  const doing = doingOf(words);
  if (doing) return { words, first: doing, again: isShort(doing.text) ? doing : called, question: null };
  const [article = '', joined] = [ARTICLE.exec(words)?.[0] ?? '', ARTICLE.exec(words)?.[2]];
  const rest = words.slice(article.length);
  const kind = (joined ? `${joined}’` : article.trim()).toLowerCase();
  if (kind === '') return bareSubject(words, called);
  const head = headOf(rest);
  const many = PLURAL_ARTICLES.has(kind);
  const feminine = FEMININE_ARTICLES.has(kind) || (!MASCULINE_ARTICLES.has(kind) && frenchGender(head) === 1);
  const form = formOf(feminine, many);
  const isPartitive = ['du', 'de la', 'de l’'].includes(kind);
  const first = isPartitive ? withDefinite(rest, form) : `${kind.endsWith('’') ? kind : `${kind} `}${rest}`;
  if (OWNERS.has(kind))
    return { words, first: mention(first, form), again: mention(isShort(first) ? first : `${kind} ${core(rest)}`, form), question: null };
  const isNew = ['un', 'une', 'des'].includes(kind);
  const again = isNew || !isShort(first) ? withThis(core(rest), form) : first;
  return { words, first: mention(first, form), again: mention(again, form), question: null };
}

function bareSubject(words: string, called: Mention): Subject {
  const [first = ''] = words.split(/\s+/);
  const country =
    COUNTRIES[words.toLowerCase()] ?? (COUNTRIES[first.toLowerCase()] && `${COUNTRIES[first.toLowerCase()]}${words.slice(first.length)}`);
  if (country) {
    const text = country.replace(/(?<=^(?:les? |la |l’))./, (letter) => letter.toUpperCase());
    const one = mention(text, formOf(country.startsWith('la '), country.startsWith('les ')));
    return { words, first: one, again: isShort(text) ? one : called, question: null };
  }
  if (isName(words)) return { words, first: mention(words, 0), again: isShort(words) ? mention(words, 0) : called, question: null };
  const head = headOf(words);
  const many = NUMBERS.test(first) || isPlural(head);
  const isBorrowed = /\p{L}{3,40}ing(?!\p{L})/u.test(core(words));
  const form = formOf(!isBorrowed && frenchGender(head) === 1, many);
  const isNew = /^(?:nouveau|nouvel|nouvelle)$/i.test(first);
  const text = isNew ? `${form === 1 ? 'une' : 'un'} ${lowered(words)}` : withDefinite(words, form);
  const again = isNew || !isShort(text) ? withThis(core(words), form) : text;
  return { words, first: mention(text, form), again: mention(again, form), question: null };
}

/** Names of persons and places have no article: capitals, and no common noun in front. */
function isName(words: string): boolean {
  const [first = '', second = ''] = words.split(/[\s’']+/);
  const bare = first.toLowerCase();
  if (NAMES.has(bare)) return true;
  if (!/^\p{Lu}\p{Ll}/u.test(first) || MASCULINE.has(bare) || FEMININE.has(bare)) return false;
  if (second !== '') return /^(?:\p{Lu}|al-|el-|ben$)/u.test(second) && !COMMON_ENDING.test(bare);
  return !COMMON_ENDING.test(bare) && !/s$/.test(bare);
}
const COMMON_ENDING = /(?:tion|sion|ité|ence|ance|ette|esse|isme|ment|age|eur|oir|ier|al|logie|erie|ure|ique|ing|ival)s?$/;

/** A capital that only began the prompt. */
const lowered = (words: string): string => (/^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);

function questionOf(words: string): Mention | null {
  const how = /^comment\s+(?:bien\s+)?(?:s['’]|se\s+)?(\p{L}+)/iu.exec(words);
  if (how?.[1] && INFINITIVES.has(how[1].toLowerCase()))
    return mention(`l’art ${deOf(words.replace(/^comment\s+/i, '').replace(/\s{0,9}\?$/, ''))}`, 0);
  return /^(?:comment|pourquoi|quand|où|qui|que|qu['’]est-ce|est-ce|combien|quel(?:le)?s?)(?=[\s'’-])/i.test(words) || /\?$/.test(words)
    ? mention('cette question', 1)
    : null;
}

function doingOf(words: string): Mention | null {
  const verb = /^(?:(?:bien|mieux|ne pas|se)\s+|s['’])?(\p{L}+)/iu.exec(words)?.[1]?.toLowerCase() ?? '';
  return INFINITIVES.has(verb) ? mention(`l’art ${deOf(words)}`, 0) : null;
}

const deOf = (words: string): string => contractFrench(`de ${JOINT}${words.charAt(0).toLowerCase()}${words.slice(1)}`);

/** Joins what stands before a subject to it, and takes the joints away: « de le » is « du », « que une » is « qu’une ». */
export function contractFrench(text: string): string {
  return text
    .replace(new RegExp(`\\b([Dd])e ${JOINT}(le|les) `, 'g'), (_all, d: string, le: string) => `${d}${le === 'le' ? 'u' : 'es'} `)
    .replace(
      new RegExp(`(?<!\\p{L})([àÀ]) ${JOINT}(le|les) `, 'gu'),
      (_all, a: string, le: string) => `${a === 'À' ? 'A' : 'a'}u${le === 'les' ? 'x' : ''} `,
    )
    .replace(new RegExp(`\\b([Dd])e ${JOINT}(?:des|du) (\\S+)`, 'g'), (_all, d: string, next: string) =>
      joins(next) ? `${d}’${next}` : `${d}e ${next}`,
    )
    .replace(new RegExp(`\\b([Dd]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)[eà]? ${JOINT}(\\S+)`, 'g'), (all, before: string, next: string) =>
      joins(next) && /(?:[eà]) /.test(all) ? `${before}’${next}` : all,
    )
    .replaceAll(JOINT, '');
}

/** Spaces that may not break, and rounded apostrophes. */
export const typesetFrench = (text: string): string =>
  text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/\s{1,9}([?!:;»])/g, '\u00a0$1')
    .replace(/«\s+/g, '«\u00a0');
