/**
 * A name taken apart into words that can be compared: folded, `N'Diaye` one word, articles and titles gone, `Ben Ali`, `Abd el Kader`
 * and `Ould Ahmed` one word each with their particle known.
 */
import { fold } from '#kernel/text.ts';
import { isArabic, soundsOf } from './sounds.ts';
import { lineOf } from './variants.ts';

export interface Word {
  /** As folded, a particle joined: `benali`. */
  readonly text: string;
  readonly sounds: string;
  readonly isArabic: boolean;
  /** Its line among the known variants. */
  readonly line: number | null;
  /** The same without its particle: `Ali` of `Ben Ali`. */
  readonly stem: Word | null;
}

/** Say no name by themselves; `el` before one says nothing at all. */
const ARTICLES = new Set('el al l les es en ed ech er ez ad ar as ash an at az de du da do dos di van von la le ال'.split(' '));
const TITLES = new Set(
  ['sidi si moulay mulay moulaye lalla lala hadj haj hajj hadji haji elhadj elhadji hajja', 'سيدي مولاي لالا حاج'].join(' ').split(' '),
);
const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  ben: 'ben bin ibn bn بن ابن'.split(' '),
  bent: 'bent bint mint بنت'.split(' '),
  ould: 'ould wuld weld wld oueld ouled oulad ولد اولاد'.split(' '),
  ait: 'ait ayt aith ايت'.split(' '),
  abou: 'abou abu abo aboul abul ابو'.split(' '),
  bou: 'bou bu بو'.split(' '),
  abd: 'abd abdel abdul abdal abdoul abdu abder abdes abden عبد'.split(' '),
};
const PARTICLE_OF = new Map(Object.entries(PARTICLES).flatMap(([name, spellings]) => spellings.map((word) => [word, name] as const)));

const MOST_WORDS = 6;

/** The words of a name in their order. */
export function wordsOf(name: string): readonly Word[] {
  const given = splitName(name);
  const plain = without(without(given, ARTICLES, 1), TITLES, 2);
  return joinParticles(plain).slice(0, MOST_WORDS);
}

/** The name in one spelling: words folded, particles joined. What `name_tracking` keeps. */
export const normalisedName = (name: string): string =>
  wordsOf(name)
    .map(({ text }) => text)
    .join(' ');

function splitName(name: string): readonly string[] {
  // « M. Diop »: an initial says too little. « N'Diaye »: half a word.
  const folded = fold(name.replace(/(?<=^|\s)\p{L}\.(?=\s|$)/gu, ' '));
  const words = folded
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(' ')
    .filter(Boolean);
  const whole: string[] = [];
  let half = '';
  for (const word of words) {
    if (/^[nmd]$/.test(word)) {
      half = word;
      continue;
    }
    whole.push(half + word);
    half = '';
  }
  const long = whole.filter((word) => [...word].length > 1);
  return (long.length ? long : whole).map(withoutArabicArticle);
}

const withoutArabicArticle = (word: string): string => (/^ال\p{L}{3,}/u.test(word) && !/^اله$/u.test(word) ? word.slice(2) : word);

/** Takes words of a set away, as long as enough of the name is left. */
function without(words: readonly string[], set: ReadonlySet<string>, least: number): readonly string[] {
  const left = words.filter((word) => !set.has(word));
  return left.length >= least ? left : words;
}

function joinParticles(words: readonly string[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const particle = PARTICLE_OF.get(word);
    const next = words[at + 1];
    if (particle && next !== undefined) {
      joined.push(compound(particle, next));
      at += 1;
    } else joined.push(simple(word));
  }
  return joined;
}

function compound(particle: string, word: string): Word {
  const stem = simple(word);
  if (particle === 'abd') return servant(word);
  return { ...stem, text: particle + stem.text, sounds: soundsOf(particle) + stem.sounds, line: null, stem };
}

const SERVANT = /^(?:abd(?:ou|oo|[aeiou])|عبد)/;

/** `Abdelkader`, `Abdul Qadir`, `عبد القادر`; `Abdou` alone is a name of its own. */
function simple(word: string): Word {
  const rest = SERVANT.test(word) && lineOf(word) === null ? word.replace(SERVANT, '') : '';
  if ([...rest].length > 2) return servant(rest);
  return { text: word, sounds: soundsOf(word), isArabic: isArabic(word), line: lineOf(word), stem: null };
}

function servant(word: string): Word {
  // The article between the two may be there, swallowed (`Abderrahman`) or written twice: none is heard.
  const rest = withoutArabicArticle(word).replace(/^l+/, '').replace(/^لل?/, '');
  const text = `abd${rest}`;
  return { text, sounds: soundsOf('abd') + soundsOf(rest), isArabic: isArabic(word), line: lineOf(`abd${word}`), stem: null };
}
