/**
 * "Keep it on your home screen": said quietly below the page, to phones, from the third page on, and not again for three months
 * after "not now". Browsers that can install ask for it with one press; Safari on iPhones is told how.
 */
import { make } from '../shared/place.ts';
import { hideBar, press, showBar } from './bars.ts';
import { textsHere } from './texts.ts';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const SEEN = 'atelier-pages-seen';
const REFUSED = 'atelier-install-refused';
const SILENCE_MS = 90 * 86_400_000;
const PAGES_BEFORE = 3;
const BAR = 'install';

export function offerInstall(): void {
  const seen = Number(localStorage.getItem(SEEN) ?? '0') + 1;
  localStorage.setItem(SEEN, String(Math.min(seen, PAGES_BEFORE)));
  const refused = Number(localStorage.getItem(REFUSED) ?? '0');
  const isSilent = seen < PAGES_BEFORE || Date.now() - refused < SILENCE_MS || matchMedia('(display-mode: standalone)').matches;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // the browser's own bar covers the page
    if (!isSilent) offer(textsHere().install, event as InstallPrompt);
  });
  addEventListener('appinstalled', () => hideBar(BAR));
  if (!isSilent && isSafariOnIphone()) offer(textsHere().installIos, null);
}

/** Browsers on iPhones that can put a page on the home screen have no event for it; those inside other apps cannot. */
const isSafariOnIphone = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) &&
  /Safari\//.test(navigator.userAgent) &&
  !('standalone' in navigator && navigator.standalone === true);

function offer(words: string, prompt: InstallPrompt | null): void {
  const texts = textsHere();
  const install = prompt && press(texts.installNow, () => prompt.prompt().then(() => hideBar(BAR), console.error));
  const later = press(
    texts.notNow,
    () => {
      localStorage.setItem(REFUSED, String(Date.now()));
      hideBar(BAR);
    },
    'quiet',
  );
  const acts = make('div', { class: 'cluster' }, ...(install ? [install] : []), later);
  showBar({ name: BAR, tone: 'info', shape: 'download', words, more: [acts], isLast: true });
}
