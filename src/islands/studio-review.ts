/**
 * Pictures are judged by keys: V validates, R rejects, J and K go on and back, N writes a note, U goes back on the last decision.
 * Each is the press of a button or the way of a link that is on the page; the answer takes the place of the picture.
 */
import { eachPlace } from './shared/place.ts';

const desk = (): HTMLElement | null => document.getElementById('review');

/** The page of the answer becomes this one. A page that is no review (signed out, an error) is shown as it is. */
async function goTo(url: string, init: RequestInit = {}): Promise<void> {
  const old = desk();
  if (old?.ariaBusy === 'true') return;
  old?.setAttribute('aria-busy', 'true');
  const answer = await fetch(url, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('review');
  if (!old || !fresh) return location.assign(answer.redirected ? answer.url : url);
  old.replaceWith(document.adoptNode(fresh));
  const [tabs, newTabs] = [document.querySelector('.tabs-line'), page.querySelector('.tabs-line')];
  if (tabs && newTabs) tabs.replaceWith(newTabs);
  if (answer.ok) history.pushState(null, '', answer.url);
  fresh.dispatchEvent(new CustomEvent('atelier:updated', { bubbles: true }));
  readAhead();
  // Who reads by ear, or presses Enter, stands on what is new.
  (fresh.querySelector<HTMLElement>('[aria-invalid]') ?? fresh.querySelector<HTMLElement>('.review-picture a, .empty a'))?.focus({
    preventScroll: true,
  });
}

const press = (selector: string): boolean => {
  const target = desk()?.querySelector<HTMLElement>(selector);
  target?.click();
  return target !== null && target !== undefined;
};

const rtl = (): boolean => document.dir === 'rtl';
const KEYS: Readonly<Record<string, () => boolean>> = {
  v: () => press('button[value="validate"]'),
  r: () => press('button[value="reject"]'),
  j: () => press('.review-next'),
  k: () => press('.review-previous'),
  arrowright: () => press(rtl() ? '.review-previous' : '.review-next'),
  arrowleft: () => press(rtl() ? '.review-next' : '.review-previous'),
  u: () => press('[data-key="u"]'),
  n: () => {
    const note = desk()?.querySelector('textarea');
    note?.focus();
    return note !== null && note !== undefined;
  },
  '?': () => {
    document.getElementById('keys-help')?.showPopover?.();
    return true;
  },
};

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || !(target instanceof HTMLElement)) return;
  if (target.matches('textarea, input, select')) {
    if (key === 'Escape') target.blur();
    return;
  }
  if (target.closest('[popover], details[open]') || !KEYS[key.toLowerCase()]?.()) return;
  event.preventDefault();
}

function onSubmit(event: SubmitEvent): void {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  const body = new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]));
  // A judgement that may not have arrived is asked for anew: judging twice is judging once.
  // Its buttons are called `action`, and hide the form's own.
  goTo(form.getAttribute('action') ?? '', { method: 'POST', body }).catch(() => location.reload());
}

function onClick(event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.review-next, .review-previous, [data-key="u"]') : null;
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  goTo(link.href).catch(() => location.assign(link.href));
}

/** The next picture is there before it is asked for. */
function readAhead(): void {
  const next = desk()?.querySelector<HTMLElement>('.review-picture')?.dataset['next'];
  if (next) new Image().src = next;
}

eachPlace('studio-review', ({ element }) => {
  element.classList.add('review-live');
  readAhead();
  element.addEventListener('submit', onSubmit);
  element.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  addEventListener('popstate', () => location.reload());
});
