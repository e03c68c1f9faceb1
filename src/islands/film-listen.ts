/** Voices are heard in place, one at a time; the same press stops them. */
import { eachPlace } from './shared/place.ts';
import { createToast, type Toast } from './shared/toast.ts';

interface Props {
  readonly stop: string;
  readonly failed: string;
}

const sound = new Audio();
let playing: { readonly link: HTMLAnchorElement; readonly word: string } | null = null;
let say: Toast['say'] | null = null;

function silence(): void {
  sound.pause();
  if (!playing) return;
  const { link, word } = playing;
  playing = null;
  link.classList.remove('film-playing');
  link.removeAttribute('aria-busy');
  link.querySelector('[data-word]')?.replaceChildren(word);
}

async function hear(link: HTMLAnchorElement, { stop, failed }: Props): Promise<void> {
  const label = link.querySelector('[data-word]');
  playing = { link, word: label?.textContent ?? '' };
  const mine = playing;
  link.classList.add('film-playing');
  label?.replaceChildren(stop);
  sound.src = link.href;
  try {
    await sound.play();
  } catch (error) {
    // Stopped, or another one was pressed, while it was being made.
    if (playing !== mine || (error instanceof DOMException && error.name === 'AbortError')) return;
    silence();
    say?.(failed);
  }
}

sound.addEventListener('ended', silence);

eachPlace<Props>('film-listen', ({ element, props }) => {
  say ??= createToast().say;
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-listen]') : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const isSame = playing?.link === link;
    silence();
    if (!isSame) void hear(link, props);
  });
});
