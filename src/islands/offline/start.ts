/**
 * What a page does about the network once it stands: asks the browser for the worker, says when there is no network or when it is a
 * copy, shows what waits to be sent. Loaded after everything else (../shell.ts).
 */
import { fill, make } from '../shared/place.ts';
import { readerHere } from '../shared/unsent.ts';
import { hideBar, press, showBar } from './bars.ts';
import { offerInstall } from './install.ts';
import { keptPages, type Look, lookNow } from './keep.ts';
import { momentHere, textsHere } from './texts.ts';
import { showUnsent } from './unsent-list.ts';

export { tellHeld } from './unsent-list.ts';

export function startOffline(): void {
  register();
  // The scan screen says all this in its own way, large.
  if (document.querySelector('[data-island="scanner"]')) return;
  tellCopy();
  watchNetwork();
  showUnsent(document.querySelector('.offline-page') !== null);
  offerInstall();
}

/** Only on secure addresses; a refusal (a private window, a full disk) leaves the site as it is without. */
function register(): void {
  navigator.serviceWorker?.register('/sw.js', { scope: '/' }).then(greet, console.warn);
}

/**
 * A worker that was just installed has not seen a page yet: this one tells it who reads. Never by `serviceWorker.ready`, which is decided
 * once for a page: the scan pages wait there for a worker of their own.
 */
function greet({ active, installing }: ServiceWorkerRegistration): void {
  const { lang, dataset } = document.documentElement;
  const look: Look = { reader: readerHere(), language: lang, theme: dataset['theme']?.replace('studio-', '') ?? 'system' };
  (active ?? installing)?.postMessage({ look });
}

function tellCopy(): void {
  const { kept } = document.documentElement.dataset;
  if (!kept) return;
  const texts = textsHere();
  const reload = press(texts.reload, () => location.reload());
  showBar({ name: 'copy', tone: 'warning', shape: 'offline', words: fill(texts.copy, { at: momentHere(kept) }), more: [reload] });
}

function watchNetwork(): void {
  const say = (): void => {
    const isTold = document.querySelector('[data-bar="copy"], .offline-page') !== null;
    if (navigator.onLine || isTold) hideBar('network');
    else showBar({ name: 'network', tone: 'info', shape: 'offline', words: textsHere().offline });
  };
  addEventListener('offline', say);
  addEventListener('online', () => {
    say();
    showUnsent();
  });
  say();
}

/** The island of the page that stands in. */
export async function fillStandIn(page: HTMLElement): Promise<void> {
  const wasForm = 'unsent' in document.documentElement.dataset;
  page.querySelector('[data-lead]')?.toggleAttribute('hidden', wasForm);
  page.querySelector('[data-lead-sent]')?.toggleAttribute('hidden', !wasForm);
  // A form is sent again from the list: reloading would send it without asking.
  const again = page.querySelector<HTMLElement>('a[href=""]');
  if (wasForm) again?.remove();
  else addEventListener('online', () => location.reload());
  const look = await lookNow();
  const kept = look ? await keptPages(look) : [];
  const list = page.querySelector('[data-kept-pages]');
  page.querySelector('[data-kept-none]')?.toggleAttribute('hidden', kept.length > 0);
  list?.replaceChildren(
    ...kept.map(({ address, title, at }) => make('li', {}, make('a', { href: address }, title), make('small', {}, momentHere(at)))),
  );
}
