/** The keyboard of a casting: nothing happens while one types, or while a menu or a sheet is open. */
import type { Marks } from './marks.ts';
import type { Selection } from './selection.ts';

export interface Acts {
  readonly marks: Marks;
  readonly selection: Selection;
}

export function watchKeys(root: HTMLElement, { marks, selection }: Acts): void {
  const picks = createPicks(root);
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const current = picks.current();
    if (/^[1-6]$/.test(key)) return current !== null && done(() => marks.toggle(current, Number(key)));
    switch (key.toLowerCase()) {
      case 'j':
        return picks.step(1);
      case 'k':
        return picks.step(-1);
      case 'arrowdown':
        return picks.isFocused() && picks.step(picks.columns());
      case 'arrowup':
        return picks.isFocused() && picks.step(-picks.columns());
      case 'arrowright':
        return picks.isFocused() && picks.step(document.dir === 'rtl' ? -1 : 1);
      case 'arrowleft':
        return picks.isFocused() && picks.step(document.dir === 'rtl' ? 1 : -1);
      case 'x':
        return current !== null && done(() => selection.toggle(current));
      case 'a':
        return done(() => selection.toggleAll());
      case 'c':
        return done(() => selection.act('compare'));
      case 's':
        return done(() => selection.act('add'));
      case 'escape':
        return done(() => selection.clear());
      case '/':
        return done(() => root.querySelector<HTMLInputElement>('.filters-search input')?.focus());
      case '?':
        return done(() => document.getElementById('keys-help')?.showPopover?.());
      default:
        return false;
    }
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
    if (press(event)) event.preventDefault();
  });
}

const done = (act: () => void): true => {
  act();
  return true;
};

/** Somebody types, or something lies over the page. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const types = target.matches('textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])');
  const open = document.querySelector('dialog[open], details[data-drop][open]') !== null;
  return types || open || target.closest('.facets') !== null || isPopoverOpen();
}

const isPopoverOpen = (): boolean => CSS.supports('selector(:popover-open)') && document.querySelector(':popover-open') !== null;

/** Who the keys mean: the person that has the focus, or the one the mouse went to since. */
function createPicks(root: HTMLElement) {
  let pointed: HTMLElement | null = null;
  const pickOf = (node: EventTarget | null): HTMLElement | null => {
    if (!(node instanceof Element)) return null;
    return node.closest<HTMLElement>('[data-pick]') ?? node.closest('tr')?.querySelector<HTMLElement>('[data-pick]') ?? null;
  };
  const all = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('#people [data-pick]')];
  const focused = (): HTMLElement | null => pickOf(document.activeElement);
  const linkOf = (pick: HTMLElement): HTMLElement | null => pick.querySelector('[data-pick-link], .person-line-name a');

  root.addEventListener('pointermove', ({ target, pointerType }) => {
    if (pointerType === 'mouse') pointed = pickOf(target);
  });
  root.addEventListener('focusin', () => {
    pointed = null;
  });
  const current = (): HTMLElement | null => (pointed?.isConnected ? pointed : focused());

  return {
    current,
    isFocused: () => focused() !== null,
    /** How many stand in a line. */
    columns: (): number => {
      const tops = all().map((pick) => pick.getBoundingClientRect().top);
      return Math.max(1, tops.filter((top) => Math.abs(top - (tops[0] ?? 0)) < 4).length);
    },
    step: (by: number): boolean => {
      const list = all();
      const from = current();
      const index = from ? list.indexOf(from) + by : by > 0 ? 0 : list.length - 1;
      const next = list[Math.min(Math.max(index, 0), list.length - 1)];
      if (!next) return false;
      linkOf(next)?.focus();
      next.scrollIntoView({ block: 'nearest' });
      return true;
    },
  };
}
