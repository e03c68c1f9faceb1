/**
 * The list follows the filters while one types or chooses: the same address is asked, and only the list, the chips, the figures
 * beside the values, and whatever depends on the address (`data-fresh`) change. The form alone does the same with a new page.
 */
import { renewFigures, renewParts } from './shared/fresh.ts';
import { eachPlace } from './shared/place.ts';

const PAUSE_MS = 280;

eachPlace('filters', ({ element }) => {
  const form = element.querySelector('form');
  const listId = form?.dataset['live'];
  if (!form || !listId) return;
  element.classList.add('island-live');
  let timer = 0;
  let running: AbortController | null = null;

  const address = (): string => {
    const pairs = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '') as [string, string][];
    const query = new URLSearchParams(pairs).toString();
    return query ? `${form.action.split('?')[0]}?${query}` : form.action;
  };
  const refresh = async (): Promise<void> => {
    const url = address();
    running?.abort();
    running = new AbortController();
    const list = document.getElementById(listId);
    list?.setAttribute('aria-busy', 'true');
    const response = await fetch(url, { signal: running.signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById(listId);
    // Whatever is not the same list (signed out, an error page) is shown as the page it is.
    if (!response.ok || response.redirected || !fresh || !list) return location.assign(url);
    list.replaceWith(fresh);
    swap(form, page, '.filters-chips');
    swap(form, page, '.filters-more > summary');
    renewFigures(form, page);
    renewParts(page);
    history.replaceState(null, '', url);
    fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  };
  const soon = (pause: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      refresh().catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
      });
    }, pause);
  };

  form.addEventListener('input', ({ target }) => soon(target instanceof HTMLInputElement && target.type !== 'checkbox' ? PAUSE_MS : 0));
  // A whole list comes in place of its beginning; the hidden field keeps it whole while one goes on choosing.
  form.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-whole]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const list = link.closest<HTMLElement>('.facet-body');
    keepWhole(form, link.dataset['whole'] ?? '');
    refresh()
      .then(() => list?.querySelector('input')?.focus())
      .catch(() => location.assign(link.href));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const menu of form.querySelectorAll<HTMLDetailsElement>('details[data-drop][open]')) menu.open = false;
    for (const sheet of form.querySelectorAll<HTMLElement>('[popover]')) sheet.hidePopover?.();
    soon(0);
  });
});

function keepWhole(form: HTMLFormElement, name: string): void {
  const known = form.querySelector<HTMLInputElement>('input[type=hidden][name=more]');
  const field = known ?? document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'more', value: name });
  if (!known) form.prepend(field);
  // What has the focus is not renewed, and here it goes with the list.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Puts the fresh part in place of the old one; the first time there may be none yet. */
function swap(form: HTMLFormElement, page: Document, selector: string): void {
  const fresh = page.querySelector(`form.filters ${selector}`);
  const old = form.querySelector(selector);
  if (old && fresh) old.replaceWith(fresh);
  else if (old) old.remove();
  else if (fresh) form.append(fresh);
}
