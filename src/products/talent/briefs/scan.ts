/**
 * Cuts a text into words: folded, with their places in the text and what stands between them.
 *
 * Only `line`, `dash` and `apostrophe` look at what folding forgets; whatever ignores them sees a text and its fold alike.
 */
import { fold } from '#kernel/text.ts';

/** Punctuation before a word, the strongest of what stands there. */
type Mark = '' | '/' | ',' | ':' | '.';

export interface Word {
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  /** Whether nothing but punctuation is between this word and the one before: `25/35`, `acteur(rice)`. */
  readonly tight: boolean;
  /** New lines before the word. */
  readonly line: number;
  readonly dash: boolean;
  readonly apostrophe: boolean;
}

interface Cut {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}
interface CutChunk {
  readonly words: readonly Cut[];
  /** Punctuation after the last word. */
  readonly after: Mark;
}

/** What folding parts words at. */
const CHUNK = /[^\p{Pd}\p{Cc}\s'’‘‛ʼʻʽˈ′`´−]+/gu;
const DASH = /[\p{Pd}−]/u;
const APOSTROPHE = /['’‘‛ʼʻʽˈ′`´]/u;
/** Names of tools that hold signs: c++, c#, .net, node.js; `30+` and `1m80+` keep their plus. */
const WORD =
  /\.net(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[cfj](?:\+\+|#)|(?:[12]m)?\p{Nd}+\+(?!\+)|[\p{L}\p{N}\p{Mc}]+(?:\.(?:js|net|io)(?![\p{L}\p{N}]))?/gu;
const STRENGTH: Readonly<Record<Mark, number>> = { '': 0, '/': 1, ',': 2, ':': 3, '.': 4 };
const STOPS = new Set('.;!?"«»“”„|•●▪◦■➢➤→⇒✓✔؛؟。');
/** Brackets hold what belongs to the word before: `anglais (courant)`. */
const COMMAS = new Set(',،、٫()[]{}');

function markOf(sign: string): Mark {
  if (STOPS.has(sign)) return '.';
  if (sign === ':') return ':';
  if (COMMAS.has(sign)) return ',';
  return sign === '/' ? '/' : '';
}
const stronger = (one: Mark, other: Mark): Mark => (STRENGTH[one] >= STRENGTH[other] ? one : other);

function strongest(text: string, from: number, to: number): Mark {
  let mark: Mark = '';
  for (let at = from; at < to; at += 1) mark = stronger(mark, markOf(text[at] ?? ''));
  return mark;
}

/** Where each character of the folded chunk comes from and ends; null when it cannot be told. */
function origins(chunk: string, folded: string): ((at: number) => { readonly from: number; readonly to: number }) | null {
  if (chunk.length === folded.length) return (at) => ({ from: at, to: at + 1 });
  const places: { readonly from: number; readonly to: number }[] = [];
  let from = 0;
  for (const sign of chunk) {
    for (let index = fold(sign).length; index > 0; index -= 1) places.push({ from, to: from + sign.length });
    from += sign.length;
  }
  return places.length === folded.length ? (at) => places[at] ?? { from, to: from } : null;
}

function cut(chunk: string): CutChunk {
  const folded = fold(chunk);
  const originOf = origins(chunk, folded);
  const words: Cut[] = [];
  let last = 0;
  for (const match of folded.matchAll(WORD)) {
    const [text] = match;
    const end = match.index + text.length;
    const mark = strongest(folded, last, match.index);
    words.push({ text, from: originOf?.(match.index).from ?? 0, to: originOf?.(end - 1).to ?? chunk.length, mark });
    last = end;
  }
  return { words, after: strongest(folded, last, folded.length) };
}

/** Texts repeat their words: most chunks were cut before. */
const KEPT = 40_000;
const LONGEST_KEPT = 40;
let kept = new Map<string, CutChunk>();
function cutKept(chunk: string): CutChunk {
  if (chunk.length > LONGEST_KEPT) return cut(chunk);
  const known = kept.get(chunk);
  if (known) return known;
  const fresh = cut(chunk);
  if (kept.size >= KEPT) kept = new Map();
  kept.set(chunk, fresh);
  return fresh;
}

interface Parting {
  readonly line: number;
  readonly dash: boolean;
  readonly apostrophe: boolean;
}
const SPACE: Parting = { line: 0, dash: false, apostrophe: false };
/** Most words are parted by one space. */
function between(text: string, from: number, to: number): Parting {
  if (to - from === 1 && text[from] === ' ') return SPACE;
  const parting = text.slice(from, to);
  return { line: parting.split('\n').length - 1, dash: DASH.test(parting), apostrophe: APOSTROPHE.test(parting) };
}
function both(one: Parting, other: Parting): Parting {
  if (one === SPACE) return other;
  return { line: one.line + other.line, dash: one.dash || other.dash, apostrophe: one.apostrophe || other.apostrophe };
}

export function scan(text: string): Word[] {
  const words: Word[] = [];
  let mark: Mark = '';
  let parting = SPACE;
  let last = 0;
  for (const match of text.matchAll(CHUNK)) {
    const { index, 0: chunk } = match;
    parting = both(parting, between(text, last, index));
    last = index + chunk.length;
    const { words: found, after } = cutKept(chunk);
    let tight = false;
    for (const { text: word, from, to, mark: own } of found) {
      const { line, dash, apostrophe } = parting;
      words.push({ text: word, start: index + from, end: index + to, mark: stronger(mark, own), tight, line, dash, apostrophe });
      mark = '';
      parting = SPACE;
      tight = true;
    }
    mark = stronger(mark, after);
  }
  return words;
}
