/** Quiet lines above the content of a page: what the network does, what waits. Read out once, in the way of nothing. */
import { icon, make } from '../shared/place.ts';

const SHAPES = {
  offline:
    'M12 20h.01M8.500 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.170-2.690M19 12.859a10 10 0 0 0-2.007-1.523M2 8.820a15 15 0 0 1 4.177-2.643M22 8.820a15 15 0 0 0-11.288-3.764M2 2l20 20',
  clock: 'M12 6v6l4 2M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
  download: 'M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5',
} as const;

export interface Bar {
  readonly name: string;
  readonly tone: 'info' | 'warning';
  readonly shape: keyof typeof SHAPES;
  readonly words: string;
  readonly more?: readonly Node[];
  /** Below the content instead of above it. */
  readonly isLast?: boolean;
}

/** Shows a line, in place of the former one of its name. */
export function showBar({ name, tone, shape, words, more = [], isLast = false }: Bar): HTMLElement {
  const text = make('div', { class: 'offline-words' }, make('p', {}, words), ...more);
  const bar = make('section', { class: `notice tone-${tone} offline-bar`, 'data-bar': name, role: 'status' }, icon(SHAPES[shape]), text);
  hideBar(name);
  const content = document.getElementById('content') ?? document.body;
  if (isLast) content.append(bar);
  else content.prepend(bar);
  return bar;
}

export const hideBar = (name: string): void => document.querySelector(`[data-bar="${name}"]`)?.remove();

/** A button of a line. */
export function press(words: string, act: () => void, kind: 'secondary' | 'quiet' = 'secondary'): HTMLButtonElement {
  const button = make('button', { type: 'button', class: `button button-${kind} button-sm` }, words);
  button.addEventListener('click', act);
  return button;
}
