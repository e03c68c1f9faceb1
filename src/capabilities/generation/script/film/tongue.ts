/** What a language brings to a film: its sentences, its grammar, how fast it is spoken. */
import { arabicSubject, contractArabic, typesetArabic, withAl } from '../grammar/arabic.ts';
import { englishSubject, typesetEnglish } from '../grammar/english.ts';
import { contractFrench, frenchSubject, typesetFrench } from '../grammar/french.ts';
import { englishNumber, frenchNumber, numbersSaid } from '../grammar/numbers.ts';
import { JOINT, type Mention, type Subject } from '../grammar/subject.ts';
import * as arCraft from '../say/ar/craft.ts';
import * as arTrade from '../say/ar/trade.ts';
import { TURNS as AR_TURNS } from '../say/ar/turns.ts';
import * as arWorld from '../say/ar/world.ts';
import * as enCraft from '../say/en/craft.ts';
import * as enTrade from '../say/en/trade.ts';
import { TURNS as EN_TURNS } from '../say/en/turns.ts';
import * as enWorld from '../say/en/world.ts';
import * as frCraft from '../say/fr/craft.ts';
import * as frTrade from '../say/fr/trade.ts';
import { TURNS as FR_TURNS } from '../say/fr/turns.ts';
import * as frWorld from '../say/fr/world.ts';
import { KINDS, type Kind, type Sayings, type Turns } from '../say/kinds.ts';
import type { ScriptLanguage } from '../script.ts';

export interface Tongue {
  /** Words a second of a calm narrator. */
  readonly rate: number;
  readonly turns: Turns;
  readonly sayings: Readonly<Record<Kind, Sayings>>;
  subject(words: string, called: Mention): Subject;
  contract(text: string): string;
  typeset(text: string): string;
  /** Numbers in words. */
  spelled(text: string): string;
  /** « débutants » is « les débutants ». */
  audience(words: string): string;
  /** What is shown when a subject is a single word. */
  readonly meet: string;
  /** After a question of the person. */
  readonly answers: readonly string[];
}

type Room = Readonly<Record<string, Sayings>>;
const together = (...rooms: readonly Room[]): Readonly<Record<Kind, Sayings>> => {
  const all = Object.assign({}, ...rooms) as Room;
  return Object.fromEntries(KINDS.map((kind) => [kind, all[kind.toUpperCase()]])) as unknown as Record<Kind, Sayings>;
};

export const TONGUES: Readonly<Record<ScriptLanguage, Tongue>> = {
  fr: {
    rate: 2.5,
    turns: FR_TURNS,
    sayings: together({ ...frCraft }, { ...frTrade }, { ...frWorld }),
    subject: frenchSubject,
    contract: contractFrench,
    typeset: typesetFrench,
    spelled: (text) => numbersSaid(text, frenchNumber),
    audience: (words) =>
      /^(?:les|le|la|l[’']|tous|tout le)(?=\s|\p{L})/iu.test(words)
        ? words
        : /^(?:grand|tout) public/i.test(words)
          ? `le grand public`
          : `les ${words}`,
    meet: 'Voici',
    answers: [
      'La question mérite que l’on prenne le temps d’y répondre.',
      'Voyons cela ensemble, pas à pas et en images.',
      'Bonne question : cherchons la réponse ensemble, sans nous presser.',
    ],
  },
  en: {
    rate: 2.36,
    turns: EN_TURNS,
    sayings: together({ ...enCraft }, { ...enTrade }, { ...enWorld }),
    subject: englishSubject,
    contract: (text) => text.replaceAll(JOINT, ''),
    typeset: typesetEnglish,
    spelled: (text) => numbersSaid(text, englishNumber),
    audience: (words) => words,
    meet: 'Meet',
    answers: [
      'The question deserves an answer that takes its time.',
      'Let us find out together, step by step and in pictures.',
      'A good question: let us look for the answer together.',
    ],
  },
  ar: {
    rate: 1.95,
    turns: AR_TURNS,
    sayings: together({ ...arCraft }, { ...arTrade }, { ...arWorld }),
    subject: arabicSubject,
    contract: contractArabic,
    typeset: typesetArabic,
    spelled: (text) => text,
    audience: (words) => {
      const [first = '', ...rest] = words.split(/\s+/);
      return [/^(?:كبار|عموم)$/.test(first) ? first : withAl(first), ...rest].join(' ');
    },
    meet: 'معكم',
    answers: ['سؤال يستحق أن نأخذ وقتًا للجواب عنه.', 'لنبحث عن الجواب معًا، خطوة بخطوة.', 'سؤال جيد: تعالوا نجيب عنه بالصور.'],
  },
};
