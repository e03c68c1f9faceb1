/**
 * A text as it is read aloud: sentences of words, each with its spoken form and the stop behind it.
 *
 * The written words stay what they are, for captions; what cannot be spoken (pictograms, lone ornaments) is left away or hangs on
 * the word before. Shouted sentences are read as ordinary ones.
 */
import { aloud } from './aloud.ts';
import { amount, isAmount, isUnit } from './figures.ts';
import { baseOf, isRead } from './language.ts';
import { ABBREVIATIONS } from './lexicon.ts';

/** A stop within or behind a sentence: `,` a breath, `;` a longer one, the others an end. */
export type Stop = '' | ',' | ';' | '.' | '?' | '!' | '…';

export interface Piece {
  /** As it is written, punctuation included. */
  readonly text: string;
  readonly spoken: string;
  readonly stop: Stop;
}

export interface Sentence {
  readonly pieces: readonly Piece[];
  /** Silence behind it, seconds. */
  readonly pause: number;
}

/** Engines lose their breath, and memory, beyond this many spoken characters. */
export const LONGEST = 250;

const PAUSES: Readonly<Record<Stop, number>> = { '': 0.12, ',': 0.18, ';': 0.3, '.': 0.4, '?': 0.45, '!': 0.42, '…': 0.55 };
const PARAGRAPH = 0.7;

export function sentencesOf(text: string, languageTag: string): readonly Sentence[] {
  const language = baseOf(languageTag);
  const sentences: Sentence[] = [];
  for (const paragraph of text.normalize('NFC').split(/\n\s*\n|\r?\n/)) {
    const before = sentences.length;
    for (const pieces of partAtEnds(piecesOf(paragraph, language)).flatMap(withinBreath)) {
      sentences.push({ pieces, pause: PAUSES[pieces.at(-1)?.stop ?? ''] });
    }
    const last = sentences.at(-1);
    if (last && sentences.length > before) sentences[sentences.length - 1] = { ...last, pause: PARAGRAPH };
  }
  return sentences;
}

/** What the engine is given: every piece in its spoken form, and where each begins. */
export function scriptOf(pieces: readonly Piece[]): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  pieces.forEach(({ spoken, stop }, index) => {
    if (index > 0) text += ' ';
    starts.push(text.length);
    const isLast = index === pieces.length - 1;
    text += spoken + (isLast ? finalOf(stop) : stop === '…' ? ',' : stop);
  });
  return { text, starts };
}

const finalOf = (stop: Stop): string => (stop === '?' || stop === '!' ? stop : stop === ',' || stop === ';' ? ',' : '.');

// Grouped thousands are one word: `1 200`.
const WORD = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)\S*|\S+/gu;
/** With what joins and colours them. */
export const PICTOGRAMS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3/gu;
const FIGURES_OF_ARABIC = /[٠-٩]/g;

function piecesOf(paragraph: string, language: string): readonly Piece[] {
  const shown = paragraph.replace(PICTOGRAMS, (sign) => (/[©®™]/.test(sign) ? sign : ' '));
  const written = shown.match(WORD) ?? [];
  const pieces: Piece[] = [];
  for (let index = 0; index < written.length; index++) {
    const [word, next] = [written[index] ?? '', written[index + 1] ?? ''];
    const measured = withUnit(word, next, language);
    if (measured) index++;
    const piece = measured ?? pieceOf(word, isShouted(written, index) ? word.toLowerCase() : word, language);
    const last = pieces.at(-1);
    if (piece.spoken !== '') pieces.push(piece);
    else if (last) pieces[pieces.length - 1] = { ...last, text: `${last.text} ${word}`, stop: piece.stop || last.stop };
  }
  return pieces;
}

const CAPITALS = /^\P{L}*\p{Lu}[\p{Lu}'’-]+\P{L}*$/u;

/** An acronym stands alone; of capitals side by side none is one. */
const isShouted = (written: readonly string[], index: number): boolean =>
  CAPITALS.test(written[index] ?? '') && (CAPITALS.test(written[index - 1] ?? '') || CAPITALS.test(written[index + 1] ?? ''));

function pieceOf(text: string, read: string, language: string): Piece {
  const digits = read.replace(FIGURES_OF_ARABIC, (digit) => String(digit.charCodeAt(0) - 0x0660));
  const bare = digits.replace(/^[«»"“”„'‘(—–[{¿¡]+/u, '');
  const short = isRead(language) && bare in ABBREVIATIONS[language];
  const core = short || /^(?:\p{Lu}\.){2,}$/u.test(bare) ? bare : bare.replace(/[\s.,;:!?…؟،؛»"”“’')\]}—–]{1,100}$/u, '');
  const said = aloud(core, language);
  const tail = short ? '' : bare.slice(core.length);
  return { text, spoken: /[\p{L}\p{N}]/u.test(said) ? said : '', stop: stopOf(core === '' ? digits : tail) };
}

/** `45 %`, `12 km`: one word for the captions, one amount for the voice. */
function withUnit(word: string, next: string, language: string): Piece | null {
  const unit = next.replace(/[.,;:!?…؟،؛»")]+$/u, '');
  if (!isRead(language) || !isUnit(unit, language) || !isAmount(word)) return null;
  const spoken = amount(word, language, unit);
  return spoken ? { text: `${word} ${next}`, spoken, stop: stopOf(next.slice(unit.length)) } : null;
}

function stopOf(tail: string): Stop {
  if (/[?؟]/.test(tail)) return '?';
  if (tail.includes('!')) return '!';
  if (/…|\.{2,}/.test(tail)) return '…';
  if (tail.includes('.')) return '.';
  if (/[;:؛]/.test(tail)) return ';';
  return /[,،—–)]|^-$/.test(tail) ? ',' : '';
}

function partAtEnds(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sentences: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen) sentences.at(-1)?.push(piece);
    else sentences.push([piece]);
    isOpen = !/[.?!…]/.test(piece.stop);
  }
  return sentences;
}

/** Cut where a reader would breathe: behind a stop if there is one in the second half, else between words. */
function withinBreath(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  if (scriptOf(pieces).text.length <= LONGEST || pieces.length < 2) return [pieces];
  let fits = pieces.length - 1;
  while (fits > 1 && scriptOf(pieces.slice(0, fits)).text.length > LONGEST) fits--;
  const breath = pieces.findLastIndex(({ stop }, index) => stop !== '' && index < fits && index >= fits / 3);
  const cut = breath < 0 ? fits : breath + 1;
  return [pieces.slice(0, cut), ...withinBreath(pieces.slice(cut))];
}
