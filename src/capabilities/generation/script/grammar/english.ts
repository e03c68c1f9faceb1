/** English: a and an, the, one and many. */
import { isShort, type Mention, type Subject } from './subject.ts';

const ARTICLE = /^(a|an|the|my|our|your|his|her|their|this|these|that|those|some)\s+/i;
const LINK = /\s{1,9}(?:of|in|at|on|for|with|from|to|about|by|near|between|during|after|before|without|that|which|who|where|and)(?=\s).*$/i;
const UNHISSED = /^(?:uni(?!n|m|l)|use|user|usual|usab|util|euro|one|once|ubiq|ufo|u-|eu)/i;
const SILENT = /^(?:hour|honest|honou?r|heir)/i;
const SPELLED = /^[AEFHILMNORSX](?=[A-Z0-9]|\b)/;

export function withAn(words: string): string {
  const isVowel = (/^[aeiou]/i.test(words) && !UNHISSED.test(words)) || SILENT.test(words);
  const [first = ''] = words.split(/[\s-]/);
  const isInitials = /^[A-Z][A-Z0-9]+$/.test(first);
  return `${(isInitials ? SPELLED.test(first) : isVowel) ? 'an' : 'a'} ${words}`;
}

/** Things one can count, which cannot stand alone in the singular. */
const COUNTED = new Set(
  (
    'shop store restaurant bakery cafe café bar hotel market festival concert event party wedding fair show exhibition conference ceremony ' +
    'workshop casting audition call film movie series documentary trailer product app application phone laptop book game course lesson ' +
    'school college university company startup business brand agency studio team club league match race marathon tournament competition ' +
    'sale offer promotion discount recipe dish cake house flat village city town river lake mountain forest garden park beach island desert ' +
    'museum mosque palace portrait story journey trip tour holiday project plan idea campaign website blog podcast channel robot car bike ' +
    'service salon spa gym clinic hospital pharmacy library collection dress necklace bag perfume cat dog horse lion bird tree flower'
  ).split(' '),
);
const PLURAL = /(?<![suia])s$|(?:children|people|men|women)$/i;
const ALWAYS_ONE = new Set(
  'news mathematics physics economics gymnastics athletics politics ethics robotics electronics series business fitness tennis chess jazz stress process success'.split(
    ' ',
  ),
);

const headOf = (words: string): string => (words.replace(LINK, '').split(/\s+/).at(-1) ?? words).toLowerCase();
const isMany = (head: string): boolean => PLURAL.test(head) && !ALWAYS_ONE.has(head) && !/(?:ss|us|is)$/.test(head);
const mention = (text: string, many: boolean): Mention => ({ text, form: many ? 2 : 0 });

export function englishSubject(words: string, called: Mention): Subject {
  if (/^(?:how|why|when|where|who|what|which|can|should|is|are|do|does)\s/i.test(words) || words.endsWith('?'))
    return questionSubject(words, called);
  const article = ARTICLE.exec(words)?.[1]?.toLowerCase() ?? '';
  const rest = article ? words.replace(ARTICLE, '') : words;
  const head = headOf(rest);
  const many = isMany(head) || ['these', 'those', 'some'].includes(article);
  const short = rest.replace(LINK, '');
  const these = `${many ? 'these' : 'this'} ${lowerCommon(short)}`;
  if (article === 'a' || article === 'an')
    return { words, first: mention(withAn(rest), false), again: mention(these, false), question: null };
  if (article) {
    const text = `${article} ${rest}`;
    const isOwn = !['the', 'this', 'these', 'that', 'those', 'some'].includes(article);
    return {
      words,
      first: mention(text, many),
      again: mention(isShort(text) ? text : isOwn ? `${article} ${short}` : these, many),
      question: null,
    };
  }
  const isOne = COUNTED.has(head) && !many && !/^\p{Lu}/u.test(rest);
  if (isOne) return { words, first: mention(withAn(rest), false), again: mention(these, false), question: null };
  const again = isShort(rest)
    ? mention(rest, many)
    : COUNTED.has(head) || many
      ? mention(these, many)
      : short !== rest
        ? mention(short, many)
        : called;
  return { words, first: mention(rest, many), again, question: null };
}

const lowerCommon = (words: string): string =>
  /^\p{Lu}\p{Ll}+$/u.test(words.split(' ')[0] ?? '') && !words.includes(' ') ? words.toLowerCase() : words;

/** "How bread is made": it asks nothing, it names what is told. */
const CLAUSE =
  /^(?:how|why|where|when) (?!(?:to|do|does|did|is|are|was|were|can|could|should|will|would|must|many|much|long|often|old|far)\b)/i;

function questionSubject(words: string, called: Mention): Subject {
  const asked = words.replace(/\s*\?\s*$/, '');
  if (asked === words && CLAUSE.test(words))
    return { words, first: mention(words.charAt(0).toLowerCase() + words.slice(1), false), again: called, question: null };
  const how = /^how to (\p{L}.*)$/iu.exec(asked)?.[1];
  const first = how ? mention(`how to ${how}`, false) : mention('this question', false);
  return { words: asked, first, again: how && isShort(first.text) ? first : how ? called : first, question: `${asked}?` };
}

export const typesetEnglish = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
