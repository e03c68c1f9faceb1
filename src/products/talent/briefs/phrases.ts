/** Finds listed names in a text: whole words only, the longest first, small words between them forgiven. */
import { arabicForm, arabicForms, arabicStem, isArabic, withoutPreposition } from './arabic-stems.ts';
import { latinForm, latinForms, latinStem } from './latin-stems.ts';
import { scan, type Word } from './scan.ts';
import { isHomograph, isLink, isStopWord, isTail } from './stop-words.ts';

export interface Keyed extends Word {
  /** The stem, the same for every form of the word. */
  readonly key: string;
  readonly isStop: boolean;
}

const KEPT = 60_000;
let keys = new Map<string, string>();
export function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = isArabic(word) ? arabicStem(word) : latinStem(word.endsWith('+') ? word.replace(/(\d)\+$/, '$1') : word);
  if (keys.size >= KEPT) keys = new Map();
  keys.set(word, key);
  return key;
}

/** A word that is listed, and the listed words that a written one may be: number and gender alone, closer than a stem. */
const formOf = (word: string): string => (isArabic(word) ? arabicForm(word) : latinForm(word));
const formsOf = (word: string): readonly string[] => (isArabic(word) ? arabicForms(word) : latinForms(word));

/** `développeur(se)`, `acteur·rice`, `figurant-e`: what follows the sign is not a word. */
const isTailOf = (word: Word, before: Word | undefined): boolean =>
  before !== undefined &&
  isTail(word.text) &&
  (word.tight || word.text.startsWith('rice')) &&
  !/^\d/.test(before.text) &&
  before.text.length > 2;

export function keyWords(text: string): Keyed[] {
  const words: Keyed[] = [];
  let afterTail = false;
  let before: Word | undefined;
  for (const word of scan(text)) {
    if (isTailOf(word, before)) {
      afterTail = true;
      continue;
    }
    // The bracket that closes a tail parts nothing.
    const mark = afterTail && word.mark === ',' && word.line === 0 && !word.tight ? '' : word.mark;
    words.push({ ...word, mark, key: keyOf(word.text), isStop: isStopWord(word.text) });
    before = word;
    afterTail = false;
  }
  return words;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly found: T[];
}
const nodeOf = <T>(): Node<T> => ({ next: new Map(), found: [] });

export interface Match<T> {
  readonly found: readonly T[];
  /** Words from and up to, the last not included. */
  readonly from: number;
  readonly to: number;
}
export interface Phrases<T> {
  add(name: string, meaning: T): void;
  /** Several names between commas. */
  addAll(names: string, meaning: T): void;
  longestAt(words: readonly Keyed[], at: number): Match<T> | null;
  /** From left to right, none inside another. */
  all(words: readonly Keyed[]): Match<T>[];
  has(key: string): boolean;
}

const MOST_SKIPPED = 2;
const isJoined = (word: Keyed): boolean => (word.mark === '' || word.mark === '/') && !(word.line > 0 && word.dash) && word.line < 2;

function child<T>(node: Node<T>, word: Keyed, exact: boolean): Node<T> | undefined {
  const direct = node.next.get(exact ? word.text : word.key);
  if (direct || !isArabic(word.text)) return direct;
  const bare = withoutPreposition(word.text);
  if (bare === null) return undefined;
  if (!exact) return node.next.get(keyOf(bare));
  const plain = bare.replace(/^ا?ل/u, '');
  return node.next.get(bare) ?? node.next.get(plain) ?? (bare.startsWith('ل') ? node.next.get(`ال${plain}`) : undefined);
}

export type Fit = 'stem' | 'close' | 'exact';

/** Names of one word, by the form that is listed: a stem alone would join `lecture` with `lecturer`. */
type Alone<T> = Map<string, T[]>;
function aloneAt<T>(alone: Alone<T>, { text }: Keyed): readonly T[] {
  if (isHomograph(text)) return [];
  const bare = isArabic(text) ? withoutPreposition(text) : null;
  const forms = [...formsOf(text), ...(bare === null ? [] : formsOf(bare))];
  return [...new Set(forms.flatMap((form) => alone.get(form) ?? []))];
}

function longestFrom<T>(root: Node<T>, words: readonly Keyed[], at: number, exact: boolean): Match<T> | null {
  let node = root;
  let best: Match<T> | null = null;
  let skipped = 0;
  for (let index = at; index < words.length; index += 1) {
    const word = words[index];
    if (!word || (index > at && !isJoined(word))) break;
    const next = child(node, word, exact);
    if (next) {
      node = next;
      skipped = 0;
      if (node.found.length > 0) best = { found: node.found, from: at, to: index + 1 };
    } else if (exact || index === at || !isLink(word.text) || skipped === MOST_SKIPPED) break;
    else skipped += 1;
  }
  return best;
}

/** `exact`: words as written, where an ending makes the difference. `close`: a name of one word in its number and gender alone. */
export function createPhrases<T>({ fit = 'stem' }: { readonly fit?: Fit } = {}): Phrases<T> {
  const exact = fit === 'exact';
  const root = nodeOf<T>();
  const alone: Alone<T> = new Map();
  const seen = new Set<string>();
  const add = (name: string, meaning: T): void => {
    const words = keyWords(name);
    const telling = exact ? words : words.filter((word, index) => index === 0 || index === words.length - 1 || !isLink(word.text));
    const [first] = telling;
    if (first && telling.length === 1 && fit === 'close') {
      seen.add(first.key);
      const known = alone.get(formOf(first.text)) ?? [];
      if (!known.includes(meaning)) alone.set(formOf(first.text), [...known, meaning]);
      return;
    }
    let node = root;
    for (const { text, key } of telling) {
      const part = exact ? text : key;
      const next = node.next.get(part) ?? nodeOf<T>();
      node.next.set(part, next);
      seen.add(part);
      node = next;
    }
    if (node !== root && !node.found.includes(meaning)) node.found.push(meaning);
  };
  const longestAt = (words: readonly Keyed[], at: number): Match<T> | null => {
    const longest = longestFrom(root, words, at, exact);
    const word = words[at];
    if (longest || !word) return longest;
    const found = aloneAt(alone, word);
    return found.length > 0 ? { found, from: at, to: at + 1 } : null;
  };
  return {
    add,
    addAll: (names, meaning) => {
      for (const name of names.split(/[,،]/)) if (name.trim()) add(name, meaning);
    },
    longestAt,
    all: (words) => {
      const matches: Match<T>[] = [];
      for (let at = 0; at < words.length; ) {
        const match = longestAt(words, at);
        if (match) matches.push(match);
        at = match ? match.to : at + 1;
      }
      return matches;
    },
    has: (key) => seen.has(key),
  };
}
