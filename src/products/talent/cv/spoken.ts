/** Languages that a CV says the person speaks, and how well. */
import { fold } from '#kernel/text.ts';
import { type LanguageLevel, languageNamed } from '../options/options.ts';
import { linesIn, type Section } from './sections.ts';

export interface Spoken {
  readonly code: string;
  /** Null when the CV does not say. */
  readonly level: LanguageLevel | null;
}

/** The best one that is named counts. */
const LEVELS: readonly (readonly [LanguageLevel, RegExp])[] = [
  ['maternelle', /matern|natif|native|mother tongue|اللغه الام|لغه ام/u],
  ['bilingue', /biling|ثنائي/u],
  [
    'courant',
    /courant|fluent|couramment|avance|advanced|professionnel|professional|excellent|tres bon|very good|parfait|\bc[12]\b|\bb2\b|lu ecrit parle|بطلاقه|طلاقه|ممتاز|جيد جدا|متقدم/u,
  ],
  [
    'notions',
    /notion|base|basic|beginner|debutant|scolaire|intermediaire|intermediate|moyen|passable|elementa|\bbon\b|\bgood\b|\ba[12]\b|\bb1\b|مبادئ|مبتدي|متوسط|جيد/u,
  ],
];
const levelIn = (text: string): LanguageLevel | null => LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Other ways to name them. */
const ALIASES: Readonly<Record<string, string>> = {
  darija: 'ary',
  'arabe marocain': 'ary',
  'arabe dialectal': 'ary',
  amazigh: 'zgh',
  tamazight: 'zgh',
  berbere: 'zgh',
  berber: 'zgh',
  peul: 'ff',
  pulaar: 'ff',
  fula: 'ff',
  fulani: 'ff',
  fulfulde: 'ff',
  mandarin: 'zh',
  chinois: 'zh',
  chinese: 'zh',
  twi: 'ak',
  akan: 'ak',
  pidgin: 'pcm',
  touareg: 'tmh',
  hausa: 'ha',
  moore: 'mos',
  kiswahili: 'sw',
  'arabe litteraire': 'ar',
  'arabe classique': 'ar',
  deutsch: 'de',
  fon: 'fon',
  luo: 'luo',
  ewe: 'ee',
  lari: 'kg',
  الأمازيغية: 'zgh',
  المغربية: 'ary',
  المصرية: 'arz',
  الدارجة: 'ary',
};
const aliases = new Map(Object.entries(ALIASES).map(([text, code]) => [fold(text), code]));
const MOST_WORDS = 3;

/** Every language named in a text, with where it stands. */
function namedIn(words: readonly string[]): { code: string; at: number; end: number }[] {
  const found: { code: string; at: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let count = MOST_WORDS; count >= 1; count--) {
      const code = codeOf(words.slice(at, at + count).join(' '));
      if (!code || at + count > words.length) continue;
      found.push({ code, at, end: at + count });
      at += count - 1;
      break;
    }
  }
  return found;
}

/** Codes are words of other languages (`so`, `am`): only names count. */
function codeOf(text: string): string | undefined {
  const code = languageNamed(text)?.code;
  return aliases.get(text) ?? (code === text ? undefined : code);
}

const PARTS = /[,;•|/\t]|،|(?<=\))\s|\s[·–—]\s(?=\p{Lu}|\p{Script=Arabic})/u;

/** Of a list of languages. */
export const languagesIn = (list: string): readonly Spoken[] => languagesOf([{ kind: 'languages', lines: [list] }]);

export function languagesOf(sections: readonly Section[]): readonly Spoken[] {
  const spoken = new Map<string, LanguageLevel | null>();
  const keep = (code: string, level: LanguageLevel | null): void => {
    spoken.set(code, spoken.get(code) ?? level);
  };
  for (const line of linesIn(sections, 'languages')) for (const part of line.split(PARTS)) readPart(part, keep);
  // Elsewhere a language counts when its level stands right behind it: « anglais courant ».
  for (const line of linesIn(sections, 'head', 'profile', 'skills', 'interests')) readElsewhere(line, keep);
  return [...spoken].map(([code, level]) => ({ code, level }));
}

type Keep = (code: string, level: LanguageLevel | null) => void;

/** « Français : courant », « anglais (B2) », « arabe et français ». */
function readPart(part: string, keep: Keep): void {
  const words = wordsOf(part);
  const found = namedIn(words);
  for (const [index, { code, end }] of found.entries()) {
    const until = found[index + 1]?.at ?? words.length;
    const own = words.slice(end, until).join(' ');
    const only = found.length === 1 ? words.join(' ') : own;
    keep(code, levelIn(only));
  }
}

function readElsewhere(line: string, keep: Keep): void {
  const words = wordsOf(line);
  const found = namedIn(words);
  for (const [index, { code, end }] of found.entries()) {
    const level = levelIn(words.slice(end, Math.min(end + 2, found[index + 1]?.at ?? words.length)).join(' '));
    if (level) keep(code, level);
  }
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
