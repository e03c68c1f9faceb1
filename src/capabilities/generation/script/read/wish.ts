/**
 * What a prompt wishes: the subject without the instructions around it, for whom, in what manner, and the person's own sentences.
 */
import { plain } from '../../text/question.ts';
import { capitalised, countWords } from '../grammar/subject.ts';
import type { ScriptLanguage } from '../script.ts';
import { frenchOfDarija } from './darija.ts';
import { languageOf } from './language.ts';
import { subjectOfStatement } from './statement.ts';
import { ANYTHING, commonName, nameOfPictogram } from './well-known.ts';
import { WORDINGS, type Wording } from './wording.ts';

export interface Wish {
  /** Of the film. */
  readonly language: ScriptLanguage;
  /** In the person's words, or in words of the film's language when they are another's. */
  readonly subject: string;
  /** The subject is in another language and has no known name in the film's. */
  readonly isForeign: boolean;
  readonly audience: string | null;
  /** « ton professionnel ». */
  readonly tone: string | null;
  /** What is to be seen: « animations modernes ». */
  readonly look: readonly string[];
  /** The prompt states something of its subject: it is said first. */
  readonly statement: string | null;
  /** What of it is to be told, in the person's words: « L’aube, les pirogues, le marché ». */
  readonly list: string | null;
  /** Sentences and slogans of the person, to be said as they are. */
  readonly own: readonly string[];
  /** A film was asked for in so many words. */
  readonly isOrder: boolean;
}

const LONGEST = 12_000;
const ORDER_WORDS = { fr: 'fr', en: 'en', ar: 'ar', français: 'fr', francais: 'fr', anglais: 'en', arabe: 'ar', darija: 'ar' } as const;
const SPOKEN: Readonly<Record<string, ScriptLanguage>> = {
  ...ORDER_WORDS,
  ...{ french: 'fr', english: 'en', arabic: 'ar', فرنسية: 'fr', إنجليزية: 'en', انجليزية: 'en', عربية: 'ar', دارجة: 'ar' },
};

/** Orders to the writer itself, not to the film. */
const SMUGGLED =
  /(?:ignore|disregard|forget|oublie[sz]?|ignore[sz]?)\s+(?:\S+\s+){0,4}(?:instructions?|prompts?|consignes?|rules|règles)|system prompt|prompt système|you are now|tu es maintenant|developer mode|jailbreak|تجاهل\s+(?:\S+\s+){0,3}(?:تعليمات|التعليمات)|<\/?\w+[^>]*>|\{\{|\}\}/iu;

export const cleaned = (prompt: string): string =>
  plain(prompt.slice(0, LONGEST))
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u206f]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

export const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?؟…\n]+(?:[.!?؟…]+(?=\s|$|["»”’])["»”’]*|\.(?=\S)|$|\n)*/gu) ?? [])
    .reduce<string[]>((all, piece) => {
      const last = all.at(-1);
      // « 3.5 » and « Aït.ma »: a point inside a word ends nothing.
      if (last?.endsWith('.') && !/^\s/.test(piece) && all.length > 0) all[all.length - 1] = last + piece;
      else all.push(piece);
      return all;
    }, [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

export function readWish(prompt: string, given?: ScriptLanguage): Wish {
  const text = cleaned(prompt);
  const spoken = languageOf(text);
  const wording = WORDINGS[spoken];
  const slogans: string[] = [];
  const bare = takeSlogans(text, wording, slogans);
  const notes: Notes = { wording, audience: null, tone: null, look: [], language: null, isOrder: false };
  const [opening = '', ...others] = sentencesOf(bare).filter((sentence) => !SMUGGLED.test(sentence) && !isRule(sentence, wording));
  const said = [aboutAndList(opening, notes), ...others.map((sentence) => [withoutManner(sentence, notes)])];
  const [[first = '', list = null] = [], ...rest] = said.map((parts) => parts.filter((part) => /[\p{L}\p{N}]/u.test(part)));
  const language = given ?? notes.language ?? spoken;
  const stated = countWords(opening) <= LONGEST_STATEMENT ? subjectOfStatement(trimmed(first), spoken) : null;
  const asked = first ? shortened(trimmed(notes.isOrder ? first.replace(/[\s?؟]+$/u, '') : first)) : '';
  const named = asked ? (frenchOfDarija(asked) ?? asked) : (nameOfPictogram(text, language) ?? ANYTHING[language]);
  const { subject, isForeign } = inLanguage(stated ?? named, language);
  return {
    language,
    subject,
    isForeign,
    audience: audienceIn(notes, spoken, language),
    tone: notes.tone,
    look: notes.look,
    statement: stated === null || language !== spoken ? null : [first.trim(), ...(list === null ? [] : [list])].join(COLON[spoken]),
    list: stated === null && list !== null ? capitalised(list) : null,
    own: [...slogans, ...rest.flat()],
    isOrder: notes.isOrder,
  };
}

interface Notes {
  readonly wording: Wording;
  audience: string | null;
  tone: string | null;
  look: string[];
  language: ScriptLanguage | null;
  isOrder: boolean;
}

const pattern = (source: string, flags = 'iu'): RegExp => new RegExp(source, flags);
const start = (source: string): RegExp => pattern(`^\\s*(?:${source})`);

const isRule = (sentence: string, { rule }: Wording): boolean => start(rule).test(sentence);

/** Whom it is for can be said only in the film's own language. */
const audienceIn = ({ audience }: Notes, spoken: ScriptLanguage, language: ScriptLanguage): string | null =>
  spoken === language ? audience : null;

function takeSlogans(text: string, { slogan }: Wording, into: string[]): string {
  return text.replace(
    /^([^«“"]*)(?:«\s*([^«»]{3,160}?)\s*»|[“"]([^“”"]{3,160})[”"])/u,
    (_all, before: string, one?: string, two?: string) => {
      into.push((one ?? two ?? '').trim());
      return before.replace(pattern(slogan), '');
    },
  );
}

/** Takes manner, length, platform, language and audience out of a sentence and notes them. */
function withoutManner(sentence: string, notes: Notes): string {
  const { wording } = notes;
  let rest = sentence.replace(pattern(wording.manner), (manner) => {
    noteManner(manner, notes);
    return '';
  });
  rest = rest.replace(pattern(wording.language), (_all, name: string) => {
    notes.language ??= SPOKEN[name.toLowerCase()] ?? null;
    return '';
  });
  rest = rest.replace(pattern(wording.platform), '').replace(pattern(`(?<![\\p{L}\\d])${wording.duration}`), '');
  return rest.replace(
    pattern(
      `,?\\s*(?<![\\p{L}])${wording.audienceBefore}(?:(?:les|des|nos|mes|tous les|toutes les|aux?|l[’']|de jeunes|my|our|the)\\s*)?(${wording.audience}(?:\\s+(?:de|d[’']|en|du|à|in|of|at|who|qui|aux?)\\s?\\S+(?:\\s+\\S+)?)?)(?=\\s*(?:[.,;!?]|$))`,
    ),
    (_all, who: string) => {
      notes.audience ??= who.trim();
      return '';
    },
  );
}

function noteManner(manner: string, notes: Notes): void {
  const { tone, unseen } = notes.wording;
  for (const part of manner.split(/,|\s{1,9}(?:et|and|ainsi que|as well as)\s{1,9}|،|\s{1,9}و(?=\p{L})/u)) {
    const words = part
      .replace(/^[\s,،]*(?:avec|dans|sur|sous|with|in|using|مع|de|d[’'])?\s*(?:une?|des|du|le|la|an?|the|some)?\s+/iu, ' ')
      .trim();
    if (words === '' || pattern(`(?<![\\p{L}])(?:${unseen})`).test(words)) continue;
    if (pattern(`(?<![\\p{L}])ب?(?:${tone})(?![\\p{L}])`).test(words)) notes.tone ??= words;
    else notes.look.push(words);
  }
}

/** « La pêche à Mbour : l’aube, les pirogues, le marché »: what it is about, and what of it is to be told. */
function aboutAndList(sentence: string, notes: Notes): string[] {
  const [, about = '', list = ''] = /^(.{8,110}?)\s*[:：]\s+(\S[^:]*,[^:]*|\S[^:]*،[^:]*)$/u.exec(sentence) ?? [];
  if (list !== '') {
    const heard: Notes = { ...notes, look: [...notes.look] };
    const subject = subjectIn(about, heard);
    if (countWords(subject) > 1 && !isRule(list, notes.wording)) {
      Object.assign(notes, heard);
      return [subject, list.trim()];
    }
  }
  return [subjectIn(sentence, notes)];
}

/** « Crée une vidéo explicative sur … »: what is left is the subject. */
function subjectIn(sentence: string, notes: Notes): string {
  const { wording } = notes;
  const calm = withoutManner(sentence, notes).trim();
  const polite = calm.replace(pattern(`^(?:${wording.polite}\\s*)+`), '');
  const told = polite.replace(start(`${wording.tell}\\s*(?:${wording.about}(?=[\\s:]|$))?`), '');
  if (told !== polite) return ordered(givenBack(told, false), notes);
  const made = polite.replace(start(wording.make), '');
  const afterMedium = made.replace(start(`${wording.medium}(?![\\p{L}])`), '');
  if (afterMedium === made) return made !== polite && calm !== polite ? ordered(made, notes) : calm === polite ? calm : polite;
  const ready = afterMedium.replace(/^[\s,،]+/, '');
  const about = ready.replace(start(`${wording.about}(?=[\\s:]|$)`), '');
  if (about !== ready) return ordered(givenBack(about, true), notes);
  // « Film de famille »: without an order and a link, the medium is part of the subject.
  const linked = /^(?:de |du |des |d[’'])/i.test(ready);
  if (made === polite && (linked || ready !== '')) return polite;
  return ordered(linked ? givenBack(ready, true) : ready, notes);
}

function ordered(subject: string, notes: Notes): string {
  notes.isOrder = true;
  return subject;
}

/** « au sujet du festival »: the article that had melted into the link is given back. */
function givenBack(rest: string, mayLink: boolean): string {
  const words = rest.replace(/^[\s:,،]+/, '');
  if (!mayLink && !/^(?:du|des)\s/i.test(words)) return words.replace(/^(?:de |d[’']|me |us |about )/i, '');
  return words
    .replace(/^du\s+/i, 'le ')
    .replace(/^des\s+/i, 'les ')
    .replace(/^de (?=la |l[’'])/i, '')
    .replace(/^d[’'](?=une? )/i, '')
    .replace(/^(?:de\s+|d[’'])/i, '');
}

const COLON: Readonly<Record<ScriptLanguage, string>> = { fr: ' : ', en: ': ', ar: ': ' };
/** Words. */
const LONGEST_STATEMENT = 30;
const LONGEST_SUBJECT = 110;
const LONGEST_WORD = 40;

/** Of a subject that never ends, its beginning. */
function shortened(words: string): string {
  const cut = words
    .split(' ')
    .map((word) => word.slice(0, LONGEST_WORD))
    .join(' ');
  return cut.length <= LONGEST_SUBJECT ? cut : cut.slice(0, LONGEST_SUBJECT).replace(/\s+\S*$/, '');
}

const trimmed = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, ' ')
    .replace(/["“”«»*_#`<>{}[\]|\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!،–—-]+|[\s.,;:!،–—-]+$/gu, '');

function inLanguage(words: string, language: ScriptLanguage): { subject: string; isForeign: boolean } {
  const known = commonName(words, language);
  const own = languageOf(words);
  // A known name is taken when the person's own words belong to another language, or are written without its article.
  if (known && (own !== language || !/\s/.test(words))) return { subject: known, isForeign: false };
  const isOtherScript = (own === 'ar') !== (language === 'ar');
  return { subject: words, isForeign: isOtherScript || (own !== language && words.includes(' ') && isSurely(words, own)) };
}

/** Two words that only one language has. */
const isSurely = (words: string, language: ScriptLanguage): boolean =>
  languageOf(`${words} `) === language &&
  (language === 'ar' || /(?<!\p{L})(?:le|la|les|un|une|des|du|de|the|of|an?|my|mon|ma|for|pour|and|et)(?!\p{L})/iu.test(words));
