/**
 * What was just done, for the eye and the ear, and the way back where there is one. Lines lie on a shelf at the end of the page: a plain
 * word takes the place of the last one, ways back are kept, a few at a time. A line that is pointed at or holds the focus stays; Escape
 * closes it and gives the focus back. The way back is a button, and Ctrl-Z (⌘Z) outside of fields.
 */
import { make } from './place.ts';

export interface Undo {
  readonly label: string;
  readonly act: () => void;
}

export interface Toast {
  /** Shown and read aloud. */
  say(text: string, undo?: Undo): void;
  /** Read aloud only, at once. */
  whisper(text: string): void;
}

const SHOWN_MS = 4000;
/** Time to read, to decide, and to get there. */
const UNDO_MS = 12_000;

interface Shelf {
  readonly lines: HTMLElement;
  readonly whispers: HTMLElement;
}
let shelf: Shelf | null = null;

/**
 * Made before there is anything to say: a screen reader hears only of regions it knows. All of a page share one shelf. `ways`: how many
 * ways back are kept; one where going back is always from the last act.
 */
export function createToast({ ways = 3 }: { readonly ways?: number } = {}): Toast {
  shelf ??= openShelf();
  const { lines, whispers } = shelf;
  const kept: HTMLElement[] = [];
  let word: HTMLElement | null = null;
  return {
    say: (text, undo) => {
      word?.remove();
      word = null;
      if (!text) return;
      const line = lineOf(text, undo);
      if (undo) {
        kept.push(line);
        for (const old of kept.splice(0, Math.max(0, kept.length - ways))) old.remove();
      } else word = line;
      lines.append(line);
    },
    whisper: (text) => whispers.replaceChildren(text),
  };
}

function openShelf(): Shelf {
  const lines = make('div', { class: 'toasts', role: 'status', 'aria-atomic': 'false' });
  const whispers = make('p', { class: 'sr-only', 'aria-live': 'assertive' });
  document.body.append(lines, whispers);
  // After those of the page, which may go back by themselves.
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
    const latest = [...lines.querySelectorAll('button')].at(-1);
    if (!latest) return;
    event.preventDefault();
    latest.click();
  });
  return { lines, whispers };
}

function lineOf(text: string, undo: Undo | undefined): HTMLElement {
  const line = make('div', { class: 'toast' }, make('span', {}, text));
  const isHeld = (): boolean => document.hidden || line.matches(':hover, :focus-within');
  let timer = 0;
  const wait = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (isHeld() ? wait() : line.remove()), undo ? UNDO_MS : SHOWN_MS);
  };
  for (const event of ['pointerleave', 'focusout']) line.addEventListener(event, wait);
  let before: HTMLElement | null = null;
  line.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !line.contains(relatedTarget)) before = relatedTarget;
  });
  line.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    line.remove();
    (before?.isConnected ? before : document.querySelector('main'))?.focus({ preventScroll: true });
  });
  if (undo) line.append(wayBack(line, undo));
  wait();
  return line;
}

function wayBack(line: HTMLElement, { label, act }: Undo): HTMLElement {
  const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);
  const keys = make('kbd', { 'aria-hidden': 'true' }, isMac ? '⌘Z' : 'Ctrl Z');
  const button = make('button', { type: 'button', 'aria-keyshortcuts': isMac ? 'Meta+Z' : 'Control+Z' }, label, keys);
  button.addEventListener('click', () => {
    line.remove();
    act();
  });
  return button;
}
