/** Who is ticked, kept for this tab: turning pages or changing filters loses nobody. */
import type { Props } from '../casting.ts';
import { make } from '../shared/place.ts';
import type { Toast } from '../shared/toast.ts';

const KEY = 'atelier-casting-selection';
const MOST = 100;

export interface Selection {
  toggle(pick: HTMLElement): void;
  /** Everybody on the page, or nobody of it when all are ticked. */
  toggleAll(): void;
  clear(): void;
  /** Presses a button of the bar. */
  act(name: 'compare' | 'add'): void;
}

export function createSelection(root: HTMLElement, { selected, texts }: Props, say: Toast['say']): Selection {
  const bar = root.querySelector<HTMLFormElement>('form#selection');
  const ids = new Set<string>(bar ? (JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[]) : []);
  const boxes = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('input[name="ids"][form="selection"]')];

  const show = (): void => {
    for (const box of boxes()) box.checked = ids.has(box.value);
    bar?.classList.toggle('pick-bar-on', ids.size > 0);
    bar?.querySelector('[data-selected]')?.replaceChildren(selected[Math.min(ids.size, selected.length - 1)] ?? '');
  };
  const keep = (): void => {
    sessionStorage.setItem(KEY, JSON.stringify([...ids]));
    show();
  };
  const set = (box: HTMLInputElement, on: boolean): void => {
    if (!on) ids.delete(box.value);
    else if (ids.size < MOST) ids.add(box.value);
  };

  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'ids') return;
    set(target, target.checked);
    keep();
  });
  document.addEventListener('atelier:updated', show);
  bar?.querySelector('[name="unselect"]')?.addEventListener('click', () => {
    ids.clear();
    keep();
  });
  bar?.addEventListener('submit', (event) => {
    const adds = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'add';
    if (!adds && ids.size < 2) {
      event.preventDefault();
      return say(texts.few);
    }
    for (const old of bar.querySelectorAll('input[name="ids"]')) old.remove();
    const shown = new Set(boxes().map((box) => box.value));
    for (const id of ids) if (!shown.has(id)) bar.append(make('input', { type: 'hidden', name: 'ids', value: id }));
    // They are on their way into a shortlist; the next choice begins anew.
    if (adds) sessionStorage.removeItem(KEY);
  });
  show();

  return {
    toggle: (pick) => {
      const box = boxes().find(({ value }) => value === pick.dataset['pick']);
      if (!box) return;
      set(box, !box.checked);
      keep();
    },
    toggleAll: () => {
      const all = boxes();
      const on = all.some((box) => !box.checked);
      for (const box of all) set(box, on);
      keep();
    },
    clear: () => {
      ids.clear();
      keep();
    },
    act: (name) => {
      const button = bar?.querySelector<HTMLButtonElement>(`button[value="${name}"]`);
      if (button && (ids.size > 0 || name === 'compare')) bar?.requestSubmit(button);
    },
  };
}
