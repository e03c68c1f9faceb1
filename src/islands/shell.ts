/** On every page: menus that close as one expects, a theme that changes in place, focus where the page needs it. */
import { forgetSentDrafts } from './shared/draft.ts';
import { forgetArrived, holdForm } from './shared/unsent.ts';

function watchMenus(): void {
  const opened = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll('details[data-drop][open]');
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of opened()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !('drop' in target.dataset)) return;
      for (const menu of opened()) if (menu !== target && !menu.contains(target)) menu.open = false;
    },
    true,
  );
  document.addEventListener('click', ({ target }) => {
    for (const menu of opened()) if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}

/** The link would do it too, with a new page; in place nothing scrolls and nothing typed is lost. */
function watchTheme(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-set-theme]') : null;
    const theme = link?.dataset['setTheme'];
    if (!link || !theme || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    // The answer is a redirect that only matters to a page that left; its cookie is what counts.
    fetch(link.href, { redirect: 'manual' }).catch(() => location.assign(link.href));
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = `studio-${theme}`;
    for (const other of document.querySelectorAll('a[data-set-theme]')) {
      if (other.getAttribute('data-set-theme') === theme) other.setAttribute('aria-current', 'true');
      else other.removeAttribute('aria-current');
    }
  });
}

/** A refused form begins with its errors; a page about one field begins there. */
function placeFocus(): void {
  const wanted = document.querySelector<HTMLElement>('[data-focus]');
  if (wanted && !location.hash) wanted.focus({ preventScroll: !wanted.matches('.error-summary') });
}

/** A second click on a slow connection must not send the form twice. */
function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    if ('sent' in form.dataset) return event.preventDefault();
    form.dataset['sent'] = '';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) delete form.dataset['sent'];
    for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
  });
}

/** Forms outlive a cut connection: kept until the server says that they arrived; without a network they do not leave at all. */
function holdForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
    const held = holdForm(form, event.submitter, navigator.onLine);
    if (navigator.onLine) return;
    event.preventDefault();
    delete form.dataset['sent'];
    event.submitter?.removeAttribute('aria-busy');
    import('./offline/start.ts').then(({ tellHeld }) => tellHeld(form, held), console.error);
  });
}

/** Nothing of it is needed to read or to write: it comes when the page stands. */
function startOfflineLater(): void {
  const start = (): void => void import('./offline/start.ts').then(({ startOffline }) => startOffline(), console.error);
  if (document.readyState === 'complete') setTimeout(start, 0);
  else addEventListener('load', () => setTimeout(start, 0));
}

watchMenus();
watchTheme();
placeFocus();
sendOnce();
holdForms();
forgetArrived();
forgetSentDrafts(document.querySelector('.failure-page, .offline-page') === null);
startOfflineLater();
