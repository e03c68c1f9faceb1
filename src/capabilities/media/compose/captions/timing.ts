/** Which words are on the screen in which frames. */
import type { CaptionWord } from '../compose.ts';

/** What is seen: the words of a page, and the one that is being said (-1: none). */
export interface CaptionState {
  readonly words: readonly string[];
  readonly active: number;
}
export interface CaptionRun {
  readonly first: number;
  /** The first frame without it. */
  readonly end: number;
  readonly state: CaptionState;
}

/** A page stays a moment after its last word, unless the next one begins. */
const HOLD_SECONDS = 0.35;

export function captionRuns(
  pages: readonly (readonly CaptionWord[])[],
  rate: number,
  frames: number,
  isHighlighted: boolean,
): CaptionRun[] {
  const shown = pages.filter((page) => page.length > 0).sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
  const frameOf = (seconds: number): number => Math.min(frames, Math.max(0, Math.round(seconds * rate)));
  return shown
    .flatMap((page, index) => {
      const next = shown[index + 1]?.[0]?.from ?? Number.POSITIVE_INFINITY;
      const end = frameOf(Math.min((page.at(-1)?.until ?? 0) + HOLD_SECONDS, next));
      const words = page.map(({ text }) => text);
      if (!isHighlighted) return [{ first: frameOf(page[0]?.from ?? 0), end, state: { words, active: -1 } }];
      return page.map((word, active) => {
        const until = page[active + 1]?.from;
        return { first: frameOf(word.from), end: until === undefined ? end : frameOf(until), state: { words, active } };
      });
    })
    .filter(({ first, end }) => end > first);
}

/** The runs inside a stretch, in its own frames. */
export const runsWithin = (runs: readonly CaptionRun[], first: number, count: number): CaptionRun[] =>
  runs
    .filter((run) => run.first < first + count && run.end > first)
    .map(({ state, ...run }) => ({ first: Math.max(0, run.first - first), end: Math.min(count, run.end - first), state }));

const MOST_LETTERS = 42;
const PAUSE_SECONDS = 0.6;
/** How bad a page is: what it leaves empty, squared, against where it ends. */
const COST = { clause: 0, anywhere: 60, littleWord: 260, loneWord: 300 } as const;

/** Pages of a few words from the words of a voice: broken at pauses, at the end of sentences, and before they grow too long, then where it reads best. */
export function pagesOf(words: readonly CaptionWord[], mostLetters = MOST_LETTERS): CaptionWord[][] {
  return breathsOf(words).flatMap((breath) => cutBest(breath, mostLetters));
}

/** What is said without a pause, at most a sentence. */
function breathsOf(words: readonly CaptionWord[]): CaptionWord[][] {
  const breaths: CaptionWord[][] = [];
  for (const word of words) {
    const before = breaths.at(-1)?.at(-1);
    if (!before || word.from - before.until > PAUSE_SECONDS || /[.!?؟…]["»”]?$/u.test(before.text)) breaths.push([word]);
    else breaths.at(-1)?.push(word);
  }
  return breaths;
}

/** The cheapest way to cut it, found from its end; a word that is longer than a page has one of its own. */
function cutBest(words: readonly CaptionWord[], mostLetters: number): CaptionWord[][] {
  const best: { cost: number; until: number }[] = [];
  best[words.length] = { cost: 0, until: words.length };
  for (let from = words.length - 1; from >= 0; from--) {
    let letters = -1;
    best[from] = { cost: Number.POSITIVE_INFINITY, until: from + 1 };
    for (let until = from + 1; until <= words.length; until++) {
      letters += 1 + (words[until - 1]?.text.length ?? 0);
      if (letters > mostLetters && until > from + 1) break;
      const cost = costOf(words, from, until, letters, mostLetters) + (best[until]?.cost ?? 0);
      if (cost < (best[from]?.cost ?? 0)) best[from] = { cost, until };
    }
  }
  const pages: CaptionWord[][] = [];
  for (let from = 0; from < words.length; from = best[from]?.until ?? words.length) pages.push(words.slice(from, best[from]?.until));
  return pages;
}

function costOf(words: readonly CaptionWord[], from: number, until: number, letters: number, mostLetters: number): number {
  const last = words[until - 1]?.text ?? '';
  const isEnd = until === words.length;
  // The last page of a breath may be short; a long word alone is no orphan.
  const empty = ((mostLetters - letters) / mostLetters) ** 2 * (isEnd ? 100 : 200);
  const lone = until - from === 1 && words.length > 1 && letters < mostLetters / 2 ? COST.loneWord : 0;
  if (isEnd || /[,;:،؛]["»”]?$/u.test(last)) return empty + lone + COST.clause;
  return empty + lone + (last.length <= 3 ? COST.littleWord : COST.anywhere);
}
