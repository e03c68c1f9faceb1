/** Where one was lately, kept in this browser for the account that is signed in; gone when somebody signs out or another comes. */
import type { Entry } from './entries.ts';

const KEY = 'atelier-recent';
const MOST = 8;

interface Kept {
  readonly account: number;
  readonly places: readonly Entry[];
}

function read(account: number): readonly Entry[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept?.account === account ? kept.places : [];
  } catch {
    return [];
  }
}

/** Notes this page, and answers the others. Pages that say that something failed are no places. */
export function watchPlaces(account: number, skip: ReadonlySet<string>): readonly Entry[] {
  const others = read(account).filter(({ href }) => href !== location.pathname);
  const label = document.querySelector('main h1')?.firstChild?.textContent?.trim();
  const isPlace = label && !skip.has(location.pathname) && !document.querySelector('.failure-page, main form[method="post"] .confirm');
  const places = isPlace ? [{ href: location.pathname, label }, ...others] : others;
  localStorage.setItem(KEY, JSON.stringify({ account, places: places.slice(0, MOST) } satisfies Kept));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="/auth/logout"]')) localStorage.removeItem(KEY);
  });
  return others;
}
