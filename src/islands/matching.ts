/** Searches by brief: the button says that work goes on, and the bar of what is ticked appears when somebody is. */
import { eachPlace } from './shared/place.ts';

interface Props {
  /** On the page where one asks: what the button says meanwhile. */
  readonly busy?: string;
  /** On the page of results: « 2 personnes cochées », the first for one. */
  readonly selected?: readonly string[];
}

eachPlace<Props>('matching', ({ element, props }) => {
  if (props.busy !== undefined) watchForm(element, props.busy);
  if (props.selected) watchBoxes(element, props.selected);
});

/** A model may think for a while: a second press would be a second search. */
function watchForm(element: HTMLElement, busy: string): void {
  const form = element.querySelector('form');
  const button = form?.querySelector<HTMLButtonElement>('.form-actions button');
  const words = button?.lastChild;
  const said = words?.textContent ?? '';
  const set = (isBusy: boolean): void => {
    if (isBusy) button?.setAttribute('aria-busy', 'true');
    else button?.removeAttribute('aria-busy');
    if (words) words.textContent = isBusy ? busy : said;
  };
  form?.addEventListener('submit', (event) => {
    if (button?.ariaBusy === 'true') event.preventDefault();
    else if (!event.defaultPrevented) set(true);
  });
  // Coming back by the back button shows the page as it was left.
  addEventListener('pageshow', () => set(false));
}

function watchBoxes(element: HTMLElement, selected: readonly string[]): void {
  const bar = element.querySelector('.pick-bar');
  const show = (): void => {
    const count = element.querySelectorAll('input[name="ids"]:checked').length;
    bar?.classList.toggle('pick-bar-on', count > 0);
    bar?.querySelector('[data-selected]')?.replaceChildren(selected[count - 1] ?? '');
  };
  element.classList.add('picks-live');
  element.addEventListener('change', show);
  show();
}
