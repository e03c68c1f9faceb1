/**
 * Lists with boxes: the bar appears while something is ticked and says how many, one box ticks the page, Shift ticks a range, Escape
 * unticks. « All of this list » is offered when the page is ticked whole, and ticks the page with it.
 */
import { eachPlace } from './shared/place.ts';

interface Props {
  /** « 2 lignes cochées », by number. */
  readonly selected: readonly string[];
}

eachPlace<Props>('lists', ({ element, props }) => {
  const bar = element.querySelector<HTMLFormElement>('form.select-bar');
  if (!bar) return;
  const page = element.querySelector<HTMLInputElement>('[data-select-page]');
  const everything = bar.querySelector<HTMLInputElement>('[name="all"]');
  const said = bar.querySelector<HTMLElement>('[data-selected]');
  const boxes = (): HTMLInputElement[] => [...element.querySelectorAll<HTMLInputElement>('input[name="ids"]')];
  let last: HTMLInputElement | null = null;

  const show = (): void => {
    const all = boxes();
    const ticked = all.filter(({ checked }) => checked).length;
    const isWhole = ticked > 0 && ticked === all.length;
    if (page) {
      page.checked = isWhole;
      page.indeterminate = ticked > 0 && !isWhole;
    }
    if (everything && !isWhole) everything.checked = false;
    bar.classList.toggle('pick-bar-on', ticked > 0);
    bar.classList.toggle('select-bar-whole', isWhole);
    const words = everything?.checked ? everything.parentElement?.textContent : props.selected[ticked];
    if (said && said.textContent !== words) said.textContent = words ?? '';
  };
  const set = (on: boolean): void => {
    for (const box of boxes()) box.checked = on;
    show();
  };
  /** Everything between the box that was ticked before and this one follows it. */
  const setRange = (to: HTMLInputElement): void => {
    const all = boxes();
    const [from, end] = [last ? all.indexOf(last) : -1, all.indexOf(to)];
    if (from < 0) return;
    for (const box of all.slice(Math.min(from, end), Math.max(from, end) + 1)) box.checked = to.checked;
  };

  element.classList.add('picks-live');
  element.addEventListener('click', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== 'ids') return;
    if (event.shiftKey) setRange(box);
    last = box;
  });
  element.addEventListener('change', ({ target }) => {
    if (target === page) set(page?.checked ?? false);
    else show();
  });
  bar.querySelector('[name="unselect"]')?.addEventListener('click', () => {
    set(false);
    (page ?? boxes()[0])?.focus();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && boxes().some(({ checked }) => checked)) set(false);
  });
  // Coming back by the back button shows the boxes as they were left.
  addEventListener('pageshow', show);
  show();
});
