/**
 * Lists that change while a finger is on them. A row that is replaced or moved between touch and release loses the tap, so what
 * stands there already is left alone and only its note is written anew.
 */
import { make } from '../shared/place.ts';

export interface RowLook<T> {
  /** Everything of the row but its note: the same key is the same row. */
  key(value: T): string;
  build(value: T): HTMLElement;
  /** What goes into the row's `small`. */
  note(value: T): string;
}

/** Answers how to draw the list; `none` is said when it is empty. */
export function createRows<T>(list: HTMLElement, look: RowLook<T>): (values: readonly T[], none: string) => void {
  let rows = new Map<string, HTMLElement>();
  const empty = make('li', { class: 'scan-none' });
  return (values, none) => {
    const next = new Map(values.map((value) => [look.key(value), rows.get(look.key(value)) ?? look.build(value)]));
    for (const value of values) write(next.get(look.key(value))?.querySelector('small'), look.note(value));
    rows = next;
    write(empty, none);
    settle(list, rows.size > 0 ? [...rows.values()] : [empty]);
  };
}

function write(element: Element | null | undefined, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}

function settle(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Element>(wanted);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  for (const [index, element] of wanted.entries()) {
    const there = list.children[index];
    if (there !== element) list.insertBefore(element, there ?? null);
  }
}
